"""`watch` on the command line: a new answer for each save, the faults of a bad one, and a terminal left as it was."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from provenance.files import state_of
from tests.cli.conftest import ROOT
from tests.cli.prompting import until
from tests.cli.ran import Provenance, Ran, Write
from tests.processes import unmeasured

ONE = "claims:\n  bridge: The bridge is closed.\nreports:\n  a: {outlet: A, says: bridge, published: 2025-09-01}\n"
TWO = f"{ONE}  b: {{outlet: B, says: bridge, cites: a}}\n"
BAD = f"{ONE}  b: {{outlet: B, says: brigde}}\n"

Saves = Callable[..., Ran]


@pytest.fixture
def watched(provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch) -> Saves:
    """Give a function that watches while texts are saved one after the other, and is interrupted then."""

    def watch(*texts: str | None, call: tuple[str, ...] = ("bridge",)) -> Ran:
        waiting = list(texts)
        path = write(waiting.pop(0) or "")

        def save(_: float) -> None:
            if not waiting:
                raise KeyboardInterrupt
            text = waiting.pop(0)
            if text is None:
                path.unlink()
            else:
                path.write_text(text)

        monkeypatch.setattr("provenance.cli.watch.time.sleep", save)
        return provenance("watch", *call)

    return watch


def test_each_save_is_answered_once_below_a_line(watched: Saves, provenance: Provenance) -> None:
    ran = watched(ONE, ONE + "# only a comment\n", TWO)
    first, second = ran.out.split(f"{'-' * 60}\n")
    assert "1 supporting report" in first
    assert second == provenance("trace", "bridge").out
    assert "2 supporting reports" in second
    assert (ran.code, ran.err) == (130, "")


def test_a_faulty_save_shows_its_faults_and_watching_goes_on(watched: Saves) -> None:
    ran = watched(ONE, BAD, None, "claims: [", TWO)
    assert ran.code == 130
    assert "error unknown-id: there is no claim 'brigde'" in ran.err
    assert "error no-files:" in ran.err
    assert "error not-yaml:" in ran.err
    assert ran.out.count("-" * 60) == 1
    assert "2 supporting reports" in ran.out


def test_records_may_be_faulty_at_first_and_the_claim_may_go_and_come(watched: Saves) -> None:
    ran = watched(BAD, "claims: {dam: The bridge to the dam.}", ONE, ONE.replace("bridge", "dam"), TWO, call=("bridge", "closed"))  # fmt: skip
    assert ran.code == 130
    assert "there is no claim 'bridge closed' in these records" in ran.err
    assert "there is no claim 'bridge' in these records" in ran.err
    assert ran.out.count("-" * 60) == 1


@pytest.mark.parametrize(
    ("call", "said"),
    [(("dam",), "there is no claim 'dam'"), (("bridge", "--data", "none"), "there is no folder or file 'none'")],
)
def test_what_is_not_there_at_first_is_said_at_once(watched: Saves, call: tuple[str, ...], said: str) -> None:
    ran = watched(ONE, call=call)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_terminal_is_drawn_anew_and_left_as_it_was(write: Write) -> None:
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    path = write(ONE)
    ours, theirs = pty.openpty()
    settings = {
        **unmeasured(),
        "COLUMNS": "80",
        "LINES": "24",
        "TERM": "xterm",
        "NO_COLOR": "1",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "provenance", "watch", "bridge", "--every", "0.05"]
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=path.parent.parent, env=settings
    )
    os.close(theirs)
    try:
        shown = until(ours, "· 1 supporting report")
        assert shown.startswith("\x1b[?1049h\x1b[H\x1b[2Jwatching data · Ctrl-C ends")
        path.write_text(BAD)
        shown = until(ours, "The last answer, before this fault:")
        assert "unknown-id" in shown
        path.write_text(TWO)
        shown = until(ours, "· 2 supporting reports")
        assert "\x1b[H\x1b[2Jsaved: data/records.yaml · Ctrl-C ends" in shown
        until(ours, "more rows: make the window taller")
        process.send_signal(signal.SIGINT)
        until(ours, "\x1b[?1049l")
        assert process.wait(timeout=60) == 130
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def test_it_ends_when_nobody_reads_the_pipe_any_more(write: Write) -> None:
    path = write(ONE)
    command = [sys.executable, "-m", "provenance", "watch", "bridge", "--every", "0.05"]
    settings = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=path.parent.parent, env=settings)
    try:
        assert process.stdout
        assert process.stdout.readline() == b"The bridge is closed.\n"
        process.stdout.close()
        assert process.wait(timeout=60) == 0
    finally:
        process.kill()
        process.wait()


def test_files_that_are_saved_are_told_from_those_that_are_not(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a")
    (tmp_path / "gone.yaml").symlink_to("nowhere")
    (tmp_path / "notes.txt").write_text("a")
    before = state_of(str(tmp_path))
    assert list(before) == [str(tmp_path / "a.yaml")]
    assert state_of(str(tmp_path)) == before
    (tmp_path / "a.yaml").write_text("ab")
    assert state_of(str(tmp_path)) != before
