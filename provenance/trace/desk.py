"""The open work of a whole workspace: the gaps of many claims as one list."""

from collections.abc import Iterable

from provenance.dates import Date
from provenance.trace import Tracer
from provenance.trace.answer import Gap, GapKind
from provenance.value import value


@value
class Task:
    """A gap with all the claims it is open for; `link` is the address of the report it is about, if one is recorded."""

    gap: Gap
    claims: tuple[str, ...]
    link: str | None


def open_tasks(
    tracer: Tracer, claims: Iterable[str], as_of: Date | None = None, today: Date | None = None, stale_days: int = 0
) -> tuple[Task, ...]:
    """List the gaps of `claims`, worst first; the same gap of several claims is one task.

    With `today`, claims without a report in the `stale_days` before it are listed as stale.
    """
    open_for: dict[Gap, list[str]] = {}
    for claim in sorted(set(claims)):
        answer = tracer.trace(claim, as_of)
        stale = tracer.stale(answer, today, stale_days) if today is not None else None
        for gap in (*answer.gaps, *([stale] if stale else [])):
            open_for.setdefault(gap, []).append(claim)
    severity = {kind: number for number, kind in enumerate(GapKind)}
    ordered = sorted(open_for, key=lambda gap: (severity[gap.kind], gap.subject, open_for[gap], gap.detail))
    reports = tracer.workspace.reports
    return tuple(
        Task(gap=gap, claims=tuple(open_for[gap]), link=reports[gap.subject].url if gap.subject in reports else None)
        for gap in ordered
    )
