"""The tutorial, and every other page that has a reader save files, is followed word for word."""

import webbrowser
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, followed, pages_to_follow, steps


def test_the_tutorial_is_followed() -> None:
    assert DOCS / "tutorial.md" in pages_to_follow()


@pytest.mark.parametrize("path", pages_to_follow(), ids=lambda path: path.stem)
def test_a_reader_who_follows_a_page_sees_what_it_shows(
    path: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    opened: list[str] = []

    def opens(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "90")
    monkeypatch.delenv("PROVENANCE_DATA", raising=False)
    monkeypatch.setattr(webbrowser, "open", opens)

    def printed() -> str:
        said = capsys.readouterr()
        return said.out + said.err

    page = path.read_text("utf-8")
    true = followed(page, printed)
    if request.config.getoption("--update-goldens"):
        path.write_text(page := true, "utf-8")
    assert page == true, "if the page should say this: pytest --update-goldens"
    assert len(opened) == page.count("\nprovenance view ")


def test_the_page_that_is_mailed_stands_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(webbrowser, "open", lambda _: True)
    followed((DOCS / "tutorial.md").read_text("utf-8"), lambda: capsys.readouterr().out)
    page = Path("ferry.html").read_text("utf-8")
    assert "Strand Line will end its winter ferry to Holm." in page
    assert "src=" not in page


def test_a_page_that_shows_something_else_is_noticed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = (
        "<!-- file: a.txt -->\n```text\nfirst\nsecond\n```\n\n"
        "<!-- edit: a.txt -->\n```diff\n-first\n+third\n```\n\n"
        "<!-- shows: a.txt -->\n```text\nfirst\n```\n\n"
        "```sh\nprovenance --version\n```\n\n<!-- output -->\n```text\nprovenance nought\n```\n"
    )
    assert [step.kind for step in steps(page)] == ["file", "edit", "shows", "sh", "output"]
    true = followed(page, lambda: capsys.readouterr().out)
    assert "```text\nthird\nsecond\n```" in true
    assert "nought" not in true
