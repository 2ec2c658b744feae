"""The course of a claim in steps: what `--as-of` answers at each moment, found by tracing at it.

A page holds at most `MOST` moments of a claim; of more, those at which status or count change come first, and the rest
are taken evenly. A step that stands for several moments tells what happened at all of them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import groupby

from provenance.dates import Date
from provenance.export.figure import Export
from provenance.export.page.model import Replay, Step
from provenance.graph import CitationGraph
from provenance.trace.answer import GapKind, Trace
from provenance.trace.course import OpenGap
from provenance.trace.timeline import Moment, Timeline, timeline
from provenance.trace.weigh import Weighed
from provenance.wording.change import change_words, independence_words, standing_words, status_step
from provenance.wording.events import end_words, told
from provenance.wording.names import id_words
from provenance.wording.verdict import meaning

MOST = 60
"""How many moments of a claim a page shows."""

_MANY = 8
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = 86_400
_BEFORE = "before the first date"
_THROUGHOUT = "throughout"


def replay_of(export: Export, answer: Trace) -> Replay:
    """Follow an answer's claim up to the date of the answer."""
    course = timeline(export.tracer, answer.claim, until=answer.as_of)
    spans = list(_spans(course.moments))
    instants = [_instant(span[-1]) for span in spans]
    enters, falls = _comings(export, answer, instants)
    return Replay(
        steps=(_first(export.tracer.graph, course), *_steps(export.tracer.graph, course, spans)),
        dated=len(course.moments),
        skipped=len(course.moments) - len(spans),
        enters=enters,
        falls=falls,
        end=end_words(course),
    )


def _instant(moment: Moment) -> int:
    date = moment.events[0].date
    assert date is not None
    assert date.earliest is not None
    return date.earliest


def _spans(moments: Sequence[Moment]) -> Iterator[Sequence[Moment]]:
    """Divide the moments into at most MOST runs, each ending at one that is shown."""
    start = 0
    for last in shown_moments([moment.before.differs(moment.after) for moment in moments]):
        yield moments[start : last + 1]
        start = last + 1


def shown_moments(telling: Sequence[bool], most: int = MOST) -> list[int]:
    """Choose at most `most` moments to show, the last among them; `telling` are those at which the verdict changes."""
    last = len(telling) - 1
    if len(telling) <= most:
        return list(range(len(telling)))
    changing = [number for number, tells in enumerate(telling) if tells and number != last]
    others = [number for number, tells in enumerate(telling) if not tells and number != last]
    changing = _evenly(changing, most - 1)
    return sorted([*changing, *_evenly(others, most - 1 - len(changing)), last])


def _evenly(numbers: Sequence[int], most: int) -> list[int]:
    if len(numbers) <= most:
        return list(numbers)
    return [numbers[(place * 2 + 1) * len(numbers) // (most * 2)] for place in range(most)]


def _first(graph: CitationGraph, course: Timeline) -> Step:
    happened = [each.sentence for each in told(graph, course.throughout, course.clock)]
    return _step(
        _BEFORE if course.moments or course.later else _THROUGHOUT,
        happened,
        course.start,
        "",
        (set(), set(course.gaps)),
    )


def _steps(graph: CitationGraph, course: Timeline, spans: Iterable[Sequence[Moment]]) -> Iterator[Step]:
    now: set[OpenGap] = set(course.gaps)
    for span in spans:
        was = now
        for moment in span:
            now = now.union(moment.opened).difference(moment.closed)
        happened = [each.sentence for moment in span for each in told(graph, moment.events, course.clock)]
        after = span[-1].after
        yield _step(_label(span[-1]), happened, after, _change(span[0].before, after), (was, now))


def _step(
    label: str, happened: Sequence[str], found: Weighed, change: str, gaps: tuple[set[OpenGap], set[OpenGap]]
) -> Step:
    was, now = gaps
    more = len(happened) - _MANY if len(happened) > _MANY + 1 else 0
    return Step(
        label=label,
        happened=tuple(happened[:_MANY] if more else happened),
        more=more,
        status=found.verdict.status,
        standing=standing_words(found, supporting=True),
        meaning=meaning(found.verdict.status, independence_words(found).removeprefix(", ")),
        change=change,
        opened=tuple(_gap_lines(now - was)),
        closed=tuple(_gap_lines(was - now)),
        open=tuple(_counted(now)),
    )


def _change(before: Weighed, after: Weighed) -> str:
    if not before.differs(after) and before.verdict.supporting == after.verdict.supporting:
        return ""
    return f"{''.join(status_step(before, after))} · {change_words(before, after)}"


def _gap_lines(gaps: Iterable[OpenGap]) -> Iterator[str]:
    """Give one line for all gaps of a kind: worst first, with the first few of their subjects."""
    severity = list(GapKind)
    ordered = sorted(gaps, key=lambda gap: (severity.index(gap[0]), gap[1]))
    for kind, together in groupby(ordered, key=lambda gap: gap[0]):
        subjects = [id_words(subject) for _, subject in together]
        more = f" and {len(subjects) - _MANY:,} more" if len(subjects) > _MANY + 1 else ""
        yield f"{kind}: {', '.join(subjects[:_MANY] if more else subjects)}{more}"


def _counted(gaps: Iterable[OpenGap]) -> Iterator[str]:
    numbers = Counter(kind for kind, _ in gaps)
    return (f"{numbers[kind]:,} {kind}" for kind in GapKind if kind in numbers)


def _label(moment: Moment) -> str:
    """Write the moment as a date, with the time of day where there is one; beyond the years 1 to 9999 as recorded."""
    instant = _instant(moment)
    try:
        found = _EPOCH + timedelta(seconds=instant)
    except OverflowError:
        return moment.events[0].date.text if moment.events[0].date else ""
    day, time = found.isoformat()[:10], found.isoformat()[11:16]
    return day if instant % _DAY == 0 else f"{day} {time} UTC"


def _comings(
    export: Export, answer: Trace, instants: Sequence[int]
) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    """Give the numbers of the claim's nodes with the step at which each comes in, and with that at which it falls."""
    numbers = {node: number for number, node in enumerate(export.nodes)}
    enters: dict[int, int] = {}
    falls: dict[int, int] = {}
    for step, instant in enumerate([_before(instants, answer.as_of), *instants]):
        as_of = None if instant is None else Date(text="", earliest=instant, latest=instant, qualified=False)
        support = export.tracer.support(answer.claim, as_of)
        for node in support.nodes & numbers.keys():
            enters.setdefault(numbers[node], step)
            if support.fell(node):
                falls.setdefault(numbers[node], step)
    return tuple(sorted(enters.items())), tuple(sorted(falls.items()))


def _before(instants: Sequence[int], as_of: Date | None) -> int | None:
    """Give an instant before the first that is shown; where none is, that of the answer (None: all there is)."""
    return instants[0] - 1 if instants else as_of.latest if as_of else None
