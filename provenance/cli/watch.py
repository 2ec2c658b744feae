"""`provenance watch CLAIM`."""

import gc
import os
import time
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from provenance.check import ESSENTIAL, run_checks
from provenance.cli.options import DATA, Ascii, AsOf, Data, Depth, Down, Words, choose_claim, refuse_problems
from provenance.cli.output import width
from provenance.cli.screen import Screen
from provenance.cli.trace import drawn
from provenance.dates import Date
from provenance.files import find_files, state_of
from provenance.model import Workspace
from provenance.problems import Severity
from provenance.read import load
from provenance.report.lines import Line, Style, line
from provenance.report.problems import problem_lines, summary_line
from provenance.trace import Shape, Tracer
from provenance.trace.answer import Trace
from provenance.trace.find import find_claim

Every = Annotated[
    float, typer.Option("--every", metavar="SECONDS", min=0.05, help="How often to look for saved files.")
]


def command(
    words: Words,
    data: Data = DATA,
    as_of: AsOf = None,
    depth: Depth = None,
    down: Down = False,
    ascii_: Ascii = False,
    every: Every = 0.5,
) -> None:
    """Show the trace of a claim, and show it anew whenever a file is saved. Ctrl-C ends it.

    Where a file cannot be used as it was saved, the faults are shown above the last answer. Into a pipe each new
    answer is written once, below a line.

    Examples:
      provenance watch s400-asked
    """
    if not os.path.lexists(data):
        refuse_problems(find_files(data)[1])
    gc.enable()  # the program as a whole collects nothing: it ends too soon for that
    watched = _Watched(data, words, as_of)
    shape = Shape(depth=depth, down=down)
    state = state_of(data)
    watched.read()
    with Screen() as screen:
        size = screen.size()
        screen.draw(watched.head([]), watched.faults, watched.answer(shape, ascii_=ascii_))
        while screen.is_looked_at():
            time.sleep(every)
            now = state_of(data)
            saved = sorted(name for name in now.keys() | state.keys() if now.get(name) != state.get(name))
            if not saved and size == screen.size():
                continue
            state, size = now, screen.size()
            if saved:
                watched.read()
            screen.draw(watched.head(saved), watched.faults, watched.answer(shape, ascii_=ascii_))


class _Watched:
    """A claim in records that change: its last answer, and what is wrong with the records since."""

    def __init__(self, data: str, words: list[str], as_of: Date | None) -> None:
        self.faults: list[Line] = []
        self._data, self._words, self._as_of = data, words, as_of
        self._claim: str | None = None
        self._last: tuple[Tracer, Trace] | None = None
        self._began = False

    def read(self) -> None:
        """Read the records again. Ends the command where at the very first they are good and the claim is not there."""
        gc.collect()
        loaded = load(self._data)
        problems = [*loaded.problems, *run_checks(loaded.workspace, ESSENTIAL)]
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        if not errors:
            self.faults = self._trace(loaded.workspace)
        else:
            self.faults = [*problem_lines(loaded.with_excerpts(errors), width()), summary_line(errors, loaded)]
        self._began = True

    def head(self, saved: Sequence[str]) -> Iterator[Line]:
        """Say what is watched, which files were saved, and whether the answer is older than the faults."""
        what = f"saved: {', '.join(saved)}" if saved else f"watching {self._data}"
        yield line((f"{what} · Ctrl-C ends", Style.FAINT))
        yield line("")

    def answer(self, shape: Shape, *, ascii_: bool) -> Iterator[Line]:
        """Draw the last answer, if there is one."""
        if self._last is None:
            return
        if self.faults:
            yield line("")
            yield line(("The last answer, before this fault:", Style.HEADING))
            yield line("")
        yield from drawn(*self._last, shape, ascii_=ascii_)

    def _trace(self, workspace: Workspace) -> list[Line]:
        """Answer, or give the fault: the claim is not there any more."""
        wanted = self._claim or " ".join(self._words)
        if self._claim is None and not self._began:
            claim: str | None = choose_claim(workspace, self._words)
        elif self._claim is None:
            claim = find_claim(workspace, wanted).claim
        else:
            claim = wanted if wanted in workspace.claims else None
        if claim is None:
            return [line((f"there is no claim '{wanted}' in these records", Style.BAD))]
        self._claim = claim
        tracer = Tracer(workspace)
        self._last = tracer, tracer.trace(claim, self._as_of)
        return []
