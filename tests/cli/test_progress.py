"""How far a long computation is."""

import io
import time
from types import SimpleNamespace

import pytest

from provenance.cli.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(time, "monotonic", found)
    return found


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    found = Terminal()
    monkeypatch.setattr("provenance.cli.progress.sys", SimpleNamespace(stderr=found))
    return found


def test_after_a_second_a_terminal_shows_how_far_it_is_and_then_nothing_is_left(
    clock: Clock, terminal: Terminal
) -> None:
    with progress("moments") as advance:
        clock.now += 0.9
        advance(5, 2_000)
        assert terminal.getvalue() == ""
        clock.now += 0.2
        advance(1_000, 2_000)
        advance(1_001, 2_000)
        clock.now += 0.2
        advance(3, 2_000)
        assert terminal.getvalue() == "\r1,000 of 2,000 moments\r3 of 2,000 moments    "
    assert terminal.getvalue().endswith(f"\r{' ' * 18}\r")


def test_the_line_is_gone_after_ctrl_c_too(clock: Clock, terminal: Terminal) -> None:
    def stopped() -> None:
        with progress("claims") as advance:
            clock.now += 2
            advance(1, 2)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert terminal.getvalue() == f"\r1 of 2 claims\r{' ' * 13}\r"


@pytest.mark.usefixtures("clock")
def test_what_is_done_within_a_second_shows_nothing(terminal: Terminal) -> None:
    with progress("moments") as advance:
        advance(1, 2)
    assert terminal.getvalue() == ""


def test_where_nobody_looks_nothing_is_shown(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr("provenance.cli.progress.sys", SimpleNamespace(stderr=pipe))
    with progress("moments") as advance:
        clock.now += 60
        advance(1, 2)
    assert pipe.getvalue() == ""
