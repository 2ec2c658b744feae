"""The reference is what the program says of itself."""

import pytest

from docs.generate.markdown import code, prose, table, text
from docs.generate.meanings import DOUBTS, FINDINGS, GAPS
from docs.generate.pages import DOCS, PAGES
from provenance.cli.app import COMMANDS
from provenance.cli.corpus import COMMANDS as OF_CORPUS
from provenance.draft.formats import FORMATS
from provenance.export import EXPORTERS
from provenance.trace.answer import Doubt, FindingKind, GapKind


@pytest.mark.parametrize("name", [name for name in PAGES if name != "reference/licences.md"])  # tests/test_release.py
def test_a_generated_page_is_current(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PROVENANCE_DATA", raising=False)
    kept = (DOCS / name).read_text("utf-8")
    assert kept == PAGES[name](), "write it anew: python -m docs.generate"


def test_every_command_has_its_section() -> None:
    page = PAGES["reference/commands.md"]()
    wanted = [*COMMANDS, *(f"corpus {name}" for name in OF_CORPUS)]
    assert [name for name in wanted if f"\n## {name}\n" not in page] == []
    assert "| `--as-of DATE` | Only what was published by the end of DATE. |" in page


def test_every_format_that_is_read_or_written_is_in_the_reference() -> None:
    read = (DOCS / "reference" / "import.md").read_text("utf-8")
    written = (DOCS / "reference" / "formats.md").read_text("utf-8")
    assert [name for name in FORMATS if f"`{name}`" not in read] == []
    assert [name for name in EXPORTERS if f"\n| `{name}` |" not in written] == []


def test_every_kind_has_its_meaning() -> None:
    assert list(FINDINGS) == list(FindingKind)
    assert list(GAPS) == list(GapKind)
    assert list(DOUBTS) == list(Doubt)


def test_what_the_program_says_is_harmless_in_markdown() -> None:
    assert text("[a]  *b*\n_c_ | <d>") == r"\[a\] \*b\* \_c\_ \| \<d\>"
    assert text("record its `url_of` and *") == r"record its `url_of` and \*"
    assert text("one ` alone") == r"one \` alone"
    assert code("a|b") == r"`a\|b`"
    assert table(["x"], [["1"], ["2"]]) == "| x |\n| --- |\n| 1 |\n| 2 |\n"


def test_what_is_indented_in_a_help_text_is_shown_as_typed() -> None:
    assert prose("One\nline.\n\nTwo.\n\n  provenance trace c\n") == (
        "One line.\n\nTwo.\n\n```text\nprovenance trace c\n```\n"
    )
