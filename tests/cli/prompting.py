"""A terminal that a test reads while the program runs."""

import os
import select


def until(terminal: int, words: str) -> str:
    """Read what a terminal shows until these words."""
    shown = b""
    while words.encode() not in shown:
        ready, _, _ = select.select([terminal], [], [], 60)
        assert ready, f"nothing more is shown after {shown!r}"
        shown += os.read(terminal, 1)
    return shown.decode()
