"""How far a long computation is: shown on a terminal only, on stderr, and gone when it ends."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_AFTER = 1.0
_EVERY = 0.1


@contextmanager
def progress(noun: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function to be told how many `noun` are done, of how many; what it shows begins after a second."""
    shown = 0
    due = time.monotonic() + _AFTER

    def advance(done: int, total: int) -> None:
        nonlocal shown, due
        if time.monotonic() < due:
            return
        words = f"{done:,} of {total:,} {noun}"
        sys.stderr.write(f"\r{words.ljust(shown)}")
        sys.stderr.flush()
        shown, due = len(words), time.monotonic() + _EVERY

    try:
        yield advance if sys.stderr.isatty() else lambda _done, _total: None
    finally:
        if shown:
            sys.stderr.write(f"\r{' ' * shown}\r")
            sys.stderr.flush()
