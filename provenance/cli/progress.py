"""How far a long computation is: shown on a terminal only, on stderr, and gone when it ends."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

_AFTER = 1.0
_EVERY = 0.1


class Advance(Protocol):
    """Told how many are done, of how many, and the stage."""

    def __call__(self, done: int, total: int, stage: str = "", /) -> None:
        """Show it."""


def _quiet(_done: int, _total: int, _stage: str = "", /) -> None: ...


@contextmanager
def progress(noun: str) -> Iterator[Advance]:
    """Give a function to be told how many `noun` are done, of how many; what it shows begins after a second.

    Told also the name of a stage, it shows that.
    """
    shown = 0
    due = time.monotonic() + _AFTER

    def advance(done: int, total: int, stage: str = "", /) -> None:
        nonlocal shown, due
        if time.monotonic() < due:
            return
        words = f"{stage}{stage and ': '}{done:,} of {total:,} {noun}".rstrip()
        sys.stderr.write(f"\r{words.ljust(shown)}")
        sys.stderr.flush()
        shown, due = len(words), time.monotonic() + _EVERY

    try:
        yield advance if sys.stderr.isatty() else _quiet
    finally:
        if shown:
            sys.stderr.write(f"\r{' ' * shown}\r")
            sys.stderr.flush()
