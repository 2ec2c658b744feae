"""How the answer for a claim changed with each report, retraction and response, on two clocks."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import groupby

from provenance.dates import Date
from provenance.graph import Node, NodeKind
from provenance.model import Change, Stance
from provenance.trace import Tracer
from provenance.trace.answer import Answered, GapKind
from provenance.trace.course import Course, OpenGap, Standing
from provenance.trace.responses import list_responses, response_date
from provenance.trace.support import Clock, Support
from provenance.trace.weigh import Weighed
from provenance.value import replaced, value


class EventKind(StrEnum):
    """What can happen to the reporting of a claim, in the order in which events of one instant stand."""

    REPORT = "report"
    CORRECTED = "corrected"
    RETRACTED = "retracted"
    WITHDRAWN = "withdrawn"
    RESPONSE = "response"


@value
class Event:
    """Something that came in on the clock's `date` (None: it has none).

    `id` is the report's, or that of the party or source who responded; `stance` is that of a report's
    statement on the claim, `answered` the response.
    """

    kind: EventKind
    id: str
    date: Date | None
    stance: Stance | None = None
    answered: Answered | None = None


@value
class Moment:
    """All events of one instant, and the answer before and after them; gaps by severity, then subject."""

    events: tuple[Event, ...]
    before: Weighed
    after: Weighed
    opened: tuple[OpenGap, ...]
    closed: tuple[OpenGap, ...]


@value
class Timeline:
    """The course of a claim: what holds throughout since it carries no date, and each moment that follows.

    `later` counts the moments after the date up to which it was followed.
    """

    claim: str
    text: str
    clock: Clock
    throughout: tuple[Event, ...]
    start: Weighed
    gaps: tuple[OpenGap, ...]
    moments: tuple[Moment, ...]
    later: int


def timeline(
    tracer: Tracer,
    claim: str,
    clock: Clock = Clock.PUBLISHED,
    advance: Callable[[int, int], None] = lambda *_: None,
    until: Date | None = None,
) -> Timeline:
    """Follow a claim through all moments on record, or those up to a date. Raises UnknownClaimError.

    An event comes in at the earliest instant its date allows; without one it is in throughout. The
    answer at a moment is the trace as of its instant. `advance` is told how many moments are done, of
    how many.
    """
    whole = Support(tracer.graph, claim, clock=clock)
    throughout, at_instants = _by_instant(_events(whole))
    course = Course(tracer, claim)
    before = start = _after(course, whole, throughout, at_instants[0][0] - 1 if at_instants else None)
    shown = [at for at in at_instants if until is None or until.latest is None or at[0] <= until.latest]
    moments: list[Moment] = []
    for number, (instant, events) in enumerate(shown):
        advance(number, len(shown))
        after = _after(course, whole, events, instant)
        moments.append(_moment(events, before, after))
        before = after
    return Timeline(
        claim=claim,
        text=tracer.workspace.claims[claim].text,
        clock=clock,
        throughout=throughout,
        start=start.weighed,
        gaps=_sorted(start.gaps),
        moments=tuple(moments),
        later=len(at_instants) - len(shown),
    )


def _events(whole: Support) -> Iterator[Event]:
    """Give everything that ever came in: `whole` is the claim with all that is recorded."""
    graph, clock = whole.graph, whole.clock
    reports = graph.workspace.reports
    for node in whole.statements:
        date = clock.date(reports[node.id])
        yield Event(kind=EventKind.REPORT, id=node.id, date=date, stance=whole.stance(node))
    for report in whole.reports:
        for change, date in reports[report].changes:
            yield Event(kind=_CHANGES[change], id=report, date=date)
    for answered in list_responses(whole):
        date = response_date(graph, answered.response, clock)
        yield Event(
            kind=EventKind.RESPONSE, id=answered.response.by, date=date, answered=replaced(answered, replaced=False)
        )


_CHANGES = {
    Change.CORRECTED: EventKind.CORRECTED,
    Change.RETRACTED: EventKind.RETRACTED,
    Change.WITHDRAWN: EventKind.WITHDRAWN,
}


def _by_instant(events: Iterable[Event]) -> tuple[tuple[Event, ...], list[tuple[int, tuple[Event, ...]]]]:
    """Give the events without a beginning, and the others by the first instant their date allows."""
    order = {kind: number for number, kind in enumerate(EventKind)}
    ordered = sorted(events, key=lambda event: (order[event.kind], event.id))  # responses of one body stay as listed
    begins = [_instant(event) for event in ordered]
    throughout = tuple(event for event, instant in zip(ordered, begins, strict=True) if instant is None)
    dated = sorted((instant, number) for number, instant in enumerate(begins) if instant is not None)
    together = groupby(dated, key=lambda found: found[0])
    return throughout, [(instant, tuple(ordered[number] for _, number in found)) for instant, found in together]


def _instant(event: Event) -> int | None:
    return event.date.earliest if event.date is not None else None


def _after(course: Course, whole: Support, events: Iterable[Event], instant: int | None) -> Standing:
    """Let events come in and give the answer; `instant` is when they have (None: all there is)."""
    as_of = None if instant is None else Date(text="", earliest=instant, latest=instant, qualified=False)
    for event in events:
        if event.kind is EventKind.REPORT:
            course.report(Node(NodeKind.STATEMENT, event.id, whole.claim))
        elif event.kind in (EventKind.RETRACTED, EventKind.WITHDRAWN):
            course.fall(event.id)
    if any(event.kind is EventKind.RESPONSE for event in events):
        course.respond(list_responses(Support(whole.graph, whole.claim, as_of, clock=whole.clock)))
    return course.standing(as_of)


def _moment(events: tuple[Event, ...], before: Standing, after: Standing) -> Moment:
    return Moment(
        events=events,
        before=before.weighed,
        after=after.weighed,
        opened=_sorted(after.gaps - before.gaps),
        closed=_sorted(before.gaps - after.gaps),
    )


def _sorted(gaps: Iterable[OpenGap]) -> tuple[OpenGap, ...]:
    severity = {kind: number for number, kind in enumerate(GapKind)}
    return tuple(sorted(gaps, key=lambda gap: (severity[gap[0]], gap[1])))
