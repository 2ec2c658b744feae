"""The open work of many claims as a table."""

from collections.abc import Iterator, Sequence

from provenance.report.lines import Line, Style, line
from provenance.report.tables import table
from provenance.trace.answer import GapKind
from provenance.trace.desk import Task
from provenance.wording.names import id_words
from provenance.wording.numbers import plural

_GRAVE = tuple(GapKind)[:4]


def gap_lines(tasks: Sequence[Task], claims: int, width: int, *, without_stale: bool) -> Iterator[Line]:
    """Lay out tasks worst first, count them, and say what was not looked for."""
    if tasks:
        rows = [
            [
                (task.gap.kind, Style.BAD if task.gap.kind in _GRAVE else Style.WARN),
                (id_words(task.gap.subject), Style.STRONG),
                (_claims(task), Style.FAINT),
                (f"{task.gap.detail}. To close: {task.gap.closes}.", Style.PLAIN),
            ]
            for task in tasks
        ]
        yield from table(("gap", "subject", "claim", "missing"), rows, width)
        yield line()
    yield line(f"{plural(len(tasks), 'open gap')} in {plural(claims, 'claim')}")
    if without_stale:
        yield line(("Not looked for: claims that have gone stale (--stale-days N).", Style.FAINT))


def _claims(task: Task) -> str:
    return task.claims[0] if len(task.claims) == 1 else f"{task.claims[0]} +{len(task.claims) - 1}"
