"""An answer that is drawn anew: on a terminal in a screen of its own, else one below the other."""

import os
import select
import shutil
import sys
from collections.abc import Iterable
from typing import Self

from provenance.cli.output import print_lines, print_rows, print_text, reader_may_leave, width
from provenance.report.lines import Line, Style, plain, wrap

_ENTER, _LEAVE, _CLEAR = "\x1b[?1049h", "\x1b[?1049l", "\x1b[H\x1b[2J"


class Screen:
    """What is drawn last; leaves the terminal as it was."""

    def __init__(self) -> None:
        self._alone = sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"
        self._printed: str | None = None

    def __enter__(self) -> Self:
        self._send(_ENTER)
        return self

    def __exit__(self, *_: object) -> None:
        self._send(_LEAVE)

    def size(self) -> tuple[int, int]:
        """Give width and height: where they change, what is shown is drawn anew."""
        return (width(), shutil.get_terminal_size().lines) if self._alone else (0, 0)

    def is_looked_at(self) -> bool:
        """Tell whether anybody can still see what is drawn: the reader of a pipe may have left."""
        if self._alone or not hasattr(select, "poll"):
            return True
        try:
            output = sys.stdout.fileno()
        except OSError:  # not a file at all
            return True
        pipe = select.poll()
        pipe.register(output, 0)
        return not any(event & select.POLLERR for _, event in pipe.poll(0))

    def draw(self, head: Iterable[Line], faults: Iterable[Line], answer: Iterable[Line]) -> None:
        """Draw faults, and below them the answer; a terminal gets a head too, and as many rows as it has.

        Elsewhere faults go to stderr alone, and an answer is printed where it is not the one before.
        """
        if not self._alone:
            self._append(list(faults), answer)
            return
        rows = list(wrap([*head, *faults, *answer], width()))
        room = max(3, shutil.get_terminal_size().lines - 1)
        if len(rows) > room:
            more = f"… {len(rows) - room + 1} more rows: make the window taller, or see `provenance trace`"
            rows[room - 1 :] = [[(more[: width()], Style.FAINT)]]
        self._send(_CLEAR)
        print_rows(rows)
        self._send("")

    def _append(self, faults: list[Line], answer: Iterable[Line]) -> None:
        print_lines(faults, to_stderr=True)
        text = "" if faults else plain(answer, width())
        if text and text != self._printed:
            print_text(text if self._printed is None else f"{'-' * min(width(), 60)}\n{text}")
            self._printed = text
        with reader_may_leave():
            sys.stdout.flush()

    def _send(self, code: str) -> None:
        if self._alone:
            with reader_may_leave():
                sys.stdout.write(code)
                sys.stdout.flush()
