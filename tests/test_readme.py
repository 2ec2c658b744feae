"""What the README and the docs show is what the program prints."""

import re
from pathlib import Path

import pytest

from provenance.cli.app import run

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
DOCS = ROOT / "docs"
SHOWN = re.compile(r"(<!-- output: provenance (?P<call>.*?) -->\n```text\n)(?P<text>.*?)(```)", re.DOTALL)


def test_every_shown_output_is_the_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """The README's is of its own record, that of the other pages of the example workspace."""
    monkeypatch.delenv("PROVENANCE_DATA", raising=False)
    monkeypatch.setenv("COLUMNS", "90")
    pages = [path for path in [README, *sorted(DOCS.rglob("*.md"))] if SHOWN.search(path.read_text("utf-8"))]
    assert README in pages
    assert DOCS / "explanation" / "reading-a-trace.md" in pages
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "mine.yaml").write_text(_shortest_record(), "utf-8")
    for page in pages:
        monkeypatch.chdir(tmp_path if page == README else ROOT)
        text = page.read_text("utf-8")
        true = text
        for block in SHOWN.finditer(text):
            assert run(block["call"].split()) == 0
            true = true.replace(block[0], block[1] + capsys.readouterr().out + block[4])
        if request.config.getoption("--update-goldens"):
            page.write_text(text := true, "utf-8")
        assert text == true


def _shortest_record() -> str:
    records = re.search(r"```yaml\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert records
    return records[1]


def test_the_first_two_blocks_are_the_set_up_and_the_tests() -> None:
    blocks = re.findall(r"```sh\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert [block.count("\n") for block in blocks[:2]] == [1, 1], "each is a single line"
    assert blocks[0].strip().endswith("provenance trace s400-asked")
    assert blocks[1].strip().endswith("tests/run.py")


def test_the_shortest_record_of_the_readme_is_useful(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.yaml").write_text(_shortest_record(), "utf-8")
    assert run(["trace", "s400-asked", "--data", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "without nefes-0903, 2 supporting reports fall" in printed
    assert "0 to 1 origin" in printed
