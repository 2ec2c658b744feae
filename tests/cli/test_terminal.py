"""What a terminal is shown: a real run behind a pseudo-terminal."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT
from tests.cli.hostile import hostile
from tests.cli.shapes import SHAPES
from tests.cli.test_hostile import acting

pytestmark = pytest.mark.no_cover  # it covers what others do, many times over


pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")

STYLES = re.compile(r"\x1b\[[0-9;]*m")
STRUCK = "\x1b[2;9m"


def show(folder: Path, *arguments: str, width: int = 100, environment: Mapping[str, str] | None = None) -> str:
    """Run a command line in a terminal and give what it shows, styles included."""
    kept = {
        name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS")
    }
    settings = {**kept, "COLUMNS": str(width), "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
    settings |= environment or {}
    try:
        ours, theirs = pty.openpty()
    except OSError as error:
        pytest.skip(f"no pseudo-terminal can be opened: {error}")
    command = [sys.executable, "-m", "provenance", *arguments]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, stdin=theirs, cwd=folder, env=settings):
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # Linux: the other end is closed
        return b""


@pytest.fixture
def shapes(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "records.yaml").write_text(SHAPES, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("width", [100, 60])
def test_a_terminal_gets_colours_and_the_same_words(shapes: Path, width: int) -> None:
    coloured = show(shapes, "trace", "several", width=width)
    bare = show(shapes, "trace", "several", width=width, environment={"NO_COLOR": "1"})
    assert STYLES.search(coloured)
    assert "\x1b" not in bare
    stripped = [line.rstrip() for line in STYLES.sub("", coloured).splitlines()]
    assert stripped == bare.splitlines()


def test_a_retracted_report_is_struck_and_marked_in_words(shapes: Path) -> None:
    coloured = show(shapes, "tree", "retracted")
    assert f"{STRUCK}The " in coloured
    assert "RETRACTED 2020-01-03" in STYLES.sub("", coloured)
    assert "CORRECTED 2020-01-04" in STYLES.sub("", coloured)


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_styles_where_none_are_wanted(shapes: Path, environment: dict[str, str]) -> None:
    shown = show(shapes, "gaps", environment=environment)
    assert "open gaps in 7 claims" in shown
    assert "\x1b" not in shown


def test_problems_have_colours_too(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "bad.yaml").write_text("claims: {c: {txt: C}}\n")
    coloured = show(tmp_path, "trace", "c")
    assert STYLES.search(coloured)
    assert "data/bad.yaml:1:14: error unknown-key: " in STYLES.sub("", coloured)


def test_only_our_own_styles_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "records.yaml").write_text(hostile(), encoding="utf-8")
    shown = show(tmp_path, "trace", "several", width=500)
    assert STYLES.search(shown)
    assert acting(STYLES.sub("", shown)) == set()
    assert "[bold red]markup[/bold red] [/ap]" in STYLES.sub("", shown)


def test_a_terminal_that_knows_no_unicode_is_drawn_with_ascii(shapes: Path) -> None:
    shown = STYLES.sub("", show(shapes, "tree", "loop", environment={"PYTHONIOENCODING": "ascii"}))
    assert "|-- Ring B ring-b 2020-01-02\n" in shown
    assert "[loop] loop: back to where it came from" in shown
    assert "\\u05d4" in shown  # the name of Haaretz, in letters the terminal lacks


def test_a_format_of_bytes_is_not_shown_in_a_terminal(shapes: Path) -> None:
    pytest.importorskip("openpyxl", reason="the extra xlsx is not installed")
    shown = show(shapes, "export", "several", "--format", "xlsx")
    assert shown == "provenance: this format is no text for a terminal; name a file with -o FILE\n"


def test_a_refusal_is_parted_between_words_in_a_narrow_terminal(shapes: Path) -> None:
    assert show(shapes, "show", "zzzzz", width=40) == (
        "provenance: there is no record 'zzzzz';\n  `provenance list KIND` lists what\n  there is\n"
    )


def test_no_row_of_a_terminal_ends_in_a_space(shapes: Path) -> None:
    for command in ("list claims", "gaps", "check"):
        shown = STYLES.sub("", show(shapes, *command.split(), width=60))
        assert [row for row in shown.splitlines() if row != row.rstrip()] == []
