"""What the program answers about random records, kept, so that a fault may be held against it.

`tests/trace/test_oracle.py` and `test_timeline.py` show that such answers are right; it takes too long to do so for every
mutant.
"""

import json
import sys
from pathlib import Path

import coverage

NUMBER = 400
IN_DOUBT = 100
"""How many workspaces are drawn, and how many more with many doubts: those of the seeds from 0 on."""


def keep(kept: Path) -> None:
    """Write the records, what is said about them, and which lines say it."""
    from tests.records import workspace, workspace_in_doubt, written  # noqa: PLC0415 - it imports the program

    drawn = [*map(workspace, range(NUMBER)), *map(workspace_in_doubt, range(IN_DOUBT))]
    texts = [written(records) for records in drawn]
    watched = coverage.Coverage(data_file=None, source=["provenance"], config_file=False)
    with watched.collect():
        answers = [_answers(text) for text in texts]
    data = watched.get_data()
    lines = {file: data.lines(file) for file in data.measured_files()}
    kept.write_text(json.dumps({"lines": lines, "said": list(zip(texts, answers, strict=True))}), "utf-8")


def lines_of(kept: Path, module: Path) -> frozenset[int]:
    """Give the lines of a module that run while the answers are given."""
    return frozenset(json.loads(kept.read_text("utf-8"))["lines"].get(str(module.resolve()), ()))


def differs(kept: Path) -> bool:
    """Tell whether the program as it is now says anything else about the kept records."""
    return any(_answers(text) != answers for text, answers in json.loads(kept.read_text("utf-8"))["said"])


def _answers(texts: dict[str, str]) -> list[str]:
    from provenance.dates import parse_date  # noqa: PLC0415
    from provenance.export.answer import answer_json  # noqa: PLC0415
    from provenance.export.timeline import timeline_json  # noqa: PLC0415
    from provenance.read import read_texts  # noqa: PLC0415
    from provenance.trace import Tracer  # noqa: PLC0415
    from provenance.trace.timeline import timeline  # noqa: PLC0415

    workspace = read_texts(texts).workspace
    tracer = Tracer(workspace)
    at = (None, parse_date("2025-09-03"))
    answers = [answer_json(tracer.trace(claim, as_of)) for claim in workspace.claims for as_of in at]
    return answers + [timeline_json(timeline(tracer, claim)) for claim in workspace.claims]


if __name__ == "__main__":
    keep(Path(sys.argv[1]))
