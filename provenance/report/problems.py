"""Problems as lines: `file:line:column: severity code: message`, the text underlined, what to do."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from provenance.problems import Problem, Severity
from provenance.read import Loaded
from provenance.report.lines import Line, Style, line
from provenance.report.names import plural
from provenance.safe import visible

_STYLES = {Severity.ERROR: Style.BAD, Severity.WARNING: Style.WARN, Severity.INFO: Style.FAINT}
_EXCERPT = 90
_BEFORE = 30


def problem_lines(problems: Iterable[Problem]) -> Iterator[Line]:
    """Lay out problems one by one, in the order given."""
    for problem in problems:
        head = f"{problem.severity} {problem.code}: "
        yield line((f"{problem.place}: ", Style.STRONG), (head, _STYLES[problem.severity]), problem.message)
        if problem.excerpt is not None and problem.place.line:
            yield from _underlined(problem)
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
    not_checked = "" if loaded.complete else "; ids were not looked up, since a file could not be read"
    return line(f"{read}: {', '.join(counts) or 'no problems'}{not_checked}")


def _underlined(problem: Problem) -> Iterator[Line]:
    """Show the line as written, cut to the part around the place, with carets below the place."""
    assert problem.excerpt is not None
    column = min(problem.place.column - 1, len(problem.excerpt))
    start = max(0, column - _BEFORE) if len(problem.excerpt) > _EXCERPT else 0
    shown = problem.excerpt[start : start + _EXCERPT].replace("\t", " ")
    number = f"{problem.place.line:>5} | "
    before = cell_len(visible(shown[: column - start]))
    under = max(1, cell_len(visible(shown[column - start : column - start + problem.place.length])))
    indent = len(shown) - len(shown.lstrip(" "))
    yield line(shown[indent:].rstrip(), first=number + " " * indent, rest=" " * 8)
    yield line(("^" * under, _STYLES[problem.severity]), first=" " * 6 + "| " + " " * before)
