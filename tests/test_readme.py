"""What the README shows is what the program prints."""

import re
from pathlib import Path

import pytest

from provenance.cli.app import run

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SHOWN = re.compile(r"(<!-- output: provenance (?P<call>.*?) -->\n```text\n)(?P<text>.*?)(```)", re.DOTALL)


def test_every_shown_output_is_the_programs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "110")
    text = README.read_text("utf-8")
    shown = list(SHOWN.finditer(text))
    assert shown
    for block in shown:
        assert run(block["call"].split()) == 0
        printed = capsys.readouterr().out
        if request.config.getoption("--update-goldens"):
            README.write_text(README.read_text("utf-8").replace(block[0], block[1] + printed + block[4]), "utf-8")
        else:
            assert block["text"] == printed


def test_the_first_two_blocks_are_the_set_up_and_the_tests() -> None:
    blocks = re.findall(r"```sh\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert [block.count("\n") for block in blocks[:2]] == [1, 1], "each is a single line"
    assert blocks[0].strip().endswith("provenance trace s400-asked")
    assert blocks[1].strip().endswith("tests/run.py")


def test_the_shortest_record_of_the_readme_is_useful(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = re.search(r"```yaml\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert records
    (tmp_path / "mine.yaml").write_text(records[1], "utf-8")
    assert run(["trace", "s400-asked", "--data", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "without nefes-0903, 2 supporting reports fall" in printed
    assert "0 to 1 origin" in printed
