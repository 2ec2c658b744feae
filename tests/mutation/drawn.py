"""What the program answers about random records, kept, so that a fault may be held against it.

`tests/trace/test_oracle.py` shows that such answers are right; it takes too long to do so for every mutant.
"""

import json
import sys
from pathlib import Path

NUMBER = 400
IN_DOUBT = 100
"""How many workspaces are drawn, and how many more with many doubts: those of the seeds from 0 on."""


def keep(kept: Path) -> None:
    """Write the records and what is said about them: `[[YAML, answers], …]`."""
    from tests.records import workspace, workspace_in_doubt, written  # noqa: PLC0415 - it imports the program

    drawn = [*map(workspace, range(NUMBER)), *map(workspace_in_doubt, range(IN_DOUBT))]
    texts = [written(records) for records in drawn]
    kept.write_text(json.dumps([[text, _answers(text)] for text in texts]), "utf-8")


def differs(kept: Path) -> bool:
    """Tell whether the program as it is now says anything else about the kept records."""
    return any(_answers(text) != answers for text, answers in json.loads(kept.read_text("utf-8")))


def _answers(texts: dict[str, str]) -> list[str]:
    from provenance.dates import parse_date  # noqa: PLC0415
    from provenance.export.answer import answer_json  # noqa: PLC0415
    from provenance.read import read_texts  # noqa: PLC0415
    from provenance.trace import Tracer  # noqa: PLC0415

    workspace = read_texts(texts).workspace
    tracer = Tracer(workspace)
    at = (None, parse_date("2025-09-03"))
    return [answer_json(tracer.trace(claim, as_of)) for claim in workspace.claims for as_of in at]


if __name__ == "__main__":
    keep(Path(sys.argv[1]))
