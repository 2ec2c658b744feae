"""The Python of the documentation runs, from the root of the repository, and gives what stands there."""

import doctest
import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ("docs/reference/python.md", "docs/how-to/notebook.md")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_true(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas", reason="data frames need the extra `notebook`")
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("PROVENANCE_DATA", raising=False)
    blocks = re.findall(r"^```pycon\n(.*?)^```", (ROOT / page).read_text(), re.MULTILINE | re.DOTALL)
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, page, page, 0)
    said: list[str] = []
    ran = doctest.DocTestRunner(verbose=False).run(test, out=said.append)
    assert ran.failed == 0, "".join(said)
    assert ran.attempted > 5


def test_every_page_with_python_is_run() -> None:
    pages = {str(path.relative_to(ROOT)).replace(os.sep, "/") for path in (ROOT / "docs").rglob("*.md")}
    assert {page for page in pages if "```pycon" in (ROOT / page).read_text()} == set(PAGES)
