"""The workspaces that the explanation shows have the answers that it gives, and its figures are whole."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from provenance.read import load
from provenance.trace import Tracer
from provenance.wording.names import count_words
from tests.docs.pages import DOCS

INTERVALS = (DOCS / "explanation" / "intervals.md").read_text("utf-8")
ANSWERS = re.findall(r"```yaml\n(.*?)```\n\nAnswer: ([^,]+), `([^`]+)`\.$", INTERVALS, re.MULTILINE | re.DOTALL)
FIGURES = sorted((DOCS / "explanation" / "figures").glob("*.svg"))


def test_every_workspace_has_its_answer() -> None:
    assert len(ANSWERS) == INTERVALS.count("```yaml") == 6


@pytest.mark.parametrize(("records", "count", "status"), ANSWERS)
def test_the_answer_is_the_programs(records: str, count: str, status: str, tmp_path: Path) -> None:
    (tmp_path / "records.yaml").write_text(records, "utf-8")
    loaded = load(str(tmp_path))
    assert [problem for problem in loaded.problems if problem.severity == "error"] == []
    answer = Tracer(loaded.workspace).trace("c")
    assert (count_words(answer.origin_count), answer.status) == (count, status)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda path: path.stem)
def test_a_figure_is_shown_with_words_and_asks_no_network(figure: Path) -> None:
    drawn = figure.read_text("utf-8")
    root = ET.fromstring(drawn)
    assert root[0].tag.endswith("title")
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")
    pages = "".join(path.read_text("utf-8") for path in DOCS.rglob("*.md"))
    assert re.search(rf"!\[[^\]]{{20,}}\]\((?:explanation/)?figures/{figure.name}\)", pages)
