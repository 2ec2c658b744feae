"""`provenance view`: a page in a temporary folder, and a browser that opens it."""

import webbrowser
from pathlib import Path

import pytest

from tests.cli.ran import Provenance, Write
from tests.cli.shapes import SHAPES


@pytest.fixture(autouse=True)
def opened(write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Give the addresses that a browser was asked to open."""
    write(SHAPES)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    found: list[str] = []

    def open_(address: str) -> bool:
        found.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", open_)
    return found


def test_the_page_is_written_opened_and_named(provenance: Provenance, opened: list[str], tmp_path: Path) -> None:
    ran = provenance("view", "several", width=500)
    page = Path(ran.out.strip())
    assert (ran.code, ran.err, opened) == (0, "", [page.as_uri()])
    assert page.parent.parent == tmp_path / "temporary"
    assert provenance("export", "several", "-o", "same.html").code == 0
    assert page.read_bytes() == Path("same.html").read_bytes()


def test_several_claims_as_of_a_day_make_one_page(provenance: Provenance, opened: list[str]) -> None:
    page = Path(provenance("view", "several", "loop", "--as-of", "2020-01-02", width=500).out.strip())
    assert len(opened) == 1
    text = page.read_text(encoding="utf-8")
    assert "A claim with several origins." in text
    assert "Reports that rest on each other." in text
    assert "2020-01-02" in text


def test_without_a_browser_the_file_is_named(provenance: Provenance, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    ran = provenance("view", "several", width=500)
    assert ran.code == 0
    assert Path(ran.out.strip()).exists()
    assert ran.err == "provenance: no browser could be opened; open this file in one\n"


def test_no_browser_is_opened_where_none_is_wanted(provenance: Provenance, opened: list[str]) -> None:
    assert provenance("view", "several", "--no-open").code == 0
    assert opened == []


def test_an_unclear_claim_writes_no_page(provenance: Provenance, opened: list[str], tmp_path: Path) -> None:
    assert provenance("view", "sevral").code == 2
    assert opened == []
    assert list((tmp_path / "temporary").iterdir()) == []
