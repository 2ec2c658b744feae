"""Problems as lines: `file:line:column: severity code: message`, the text underlined, what to do."""

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from provenance.check.unchecked import Unchecked
from provenance.problems import Problem, Severity
from provenance.read import Loaded
from provenance.report.lines import Line, Style, cut, line
from provenance.safe import visible
from provenance.wording.numbers import plural
from provenance.wording.unchecked import unchecked_words

_STYLES = {Severity.ERROR: Style.BAD, Severity.WARNING: Style.WARN, Severity.INFO: Style.FAINT}
_MOST = 98
_LEAST = 20


def problem_lines(problems: Iterable[Problem], width: int) -> Iterator[Line]:
    """Lay out problems one by one, in the order given, with as much of each excerpt as `width` cells hold."""
    for problem in problems:
        head = f"{problem.severity} {problem.code}: "
        place = (f"{problem.place}: ", Style.STRONG)
        yield line(place, (head, _STYLES[problem.severity]), problem.message, rest="  ")
        if problem.excerpt is not None and problem.place.line:
            yield from _underlined(problem, width)
        if problem.hint:
            yield line((problem.hint, Style.FAINT), first="      = ", rest="        ")


def summary_line(problems: Iterable[Problem], loaded: Loaded) -> Line:
    """Count what was read and the problems by severity, and say what could not be looked for."""
    found = list(problems)
    counts = [
        plural(number, severity)
        for severity in Severity
        if (number := sum(problem.severity is severity for problem in found))
    ]
    read = f"{plural(loaded.workspace.size, 'record')} in {plural(len(loaded.texts), 'file')}"
    not_checked = (
        ""
        if loaded.complete or not loaded.texts
        else "; ids were not looked up, since a file or section could not be read"
    )
    return line(f"{read}: {', '.join(counts) or 'no problems'}{not_checked}")


def unchecked_line(unchecked: Unchecked) -> Line:
    """Say what was not looked at."""
    return line((unchecked_words(unchecked), Style.FAINT))


def _underlined(problem: Problem, width: int) -> Iterator[Line]:
    """Show the line as written, cut to the part around the place, with carets below the place."""
    assert problem.excerpt is not None
    number = f"{problem.place.line:>5} | "
    room = max(_LEAST, min(_MOST, width) - len(number))
    column = min(problem.place.column - 1, len(problem.excerpt))
    before, at = _around(problem.excerpt, column, room)
    shown, _ = cut(before + at, room)
    length = max(1, cell_len(visible(problem.excerpt[column:][: min(problem.place.length, room)])))
    under = min(length, max(1, room - cell_len(before)))
    yield line(*re.split("( +)", shown.rstrip()), first=number)  # between words, spaces stay as they are
    yield line(("^" * under, _STYLES[problem.severity]), first=f"{'| ':>{len(number)}}{' ' * cell_len(before)}")


def _around(excerpt: str, column: int, room: int) -> tuple[str, str]:
    """Give what can be shown before and from a column; where the line is too long for the room, less before it."""
    before = visible(excerpt[:column][-room:].replace("\t", " "))
    at = visible(excerpt[column:][:room].replace("\t", " "))
    if len(excerpt) > room or cell_len(before + at) > room:
        while cell_len(before) > room // 3:
            before = before[1:]
    return before, at
