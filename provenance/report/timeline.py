"""The course of a claim as lines: what holds throughout, then what happened at each moment and what it changed."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from provenance.graph import CitationGraph
from provenance.model import Stance
from provenance.report.change import change_spans
from provenance.report.lines import Line, Span, Style, line
from provenance.report.subject import verdict_spans
from provenance.trace.answer import GapKind
from provenance.trace.support import Clock
from provenance.trace.timeline import Event, EventKind, Moment, Timeline
from provenance.trace.weigh import Weighed
from provenance.wording.names import id_words
from provenance.wording.numbers import plural
from provenance.wording.responses import response_sentences

_CLOCKS = {
    Clock.PUBLISHED: "by the dates of publication",
    Clock.ACCESSED: "by the dates on which the reports were read (`accessed`)",
}
_UNDATED = {
    Clock.PUBLISHED: "Throughout: what carries no date counts at every date",
    Clock.ACCESSED: "Throughout: what carries no date on this clock counts at every date",
}
_STANCES = {
    Stance.SUPPORTS: "supports it",
    Stance.DENIES: "denies it",
    Stance.QUESTIONS: "questions it",
    Stance.COMMENTS: "comments on it",
}
_CHANGES = {
    EventKind.CORRECTED: "was corrected",
    EventKind.RETRACTED: "was retracted",
    EventKind.WITHDRAWN: "was withdrawn",
}


def timeline_lines(graph: CitationGraph, course: Timeline) -> Iterator[Line]:
    """Lay out a timeline, oldest first; nothing is left out."""
    yield line((course.text, Style.STRONG))
    yield line((f"{course.claim} · {_CLOCKS[course.clock]}", Style.FAINT))
    yield line()
    if course.throughout:
        yield line((_UNDATED[course.clock], Style.HEADING))
        yield from _events(graph, course.throughout, course.clock, first="  ")
    else:
        yield line(("Before the first date", Style.HEADING))
    yield line(*_standing(course.start), first="  ", rest="    ")
    yield from _gaps("open", course.gaps)
    for moment in course.moments:
        yield line()
        yield from _events(graph, moment.events, course.clock)
        yield from _changes(moment)
    yield line()
    yield line(_end(course))


def _events(graph: CitationGraph, events: Sequence[Event], clock: Clock, first: str = "") -> Iterator[Line]:
    for event in events:
        if event.answered is None:
            yield line(*_of_report(graph, event, clock), first=first, rest=first + "    ")
    answered = [event for event in events if event.answered is not None]
    for date, together in groupby(answered, key=_date):
        for sentence in response_sentences(graph, (event.answered for event in together if event.answered)):
            own, _, said = sentence.partition(" ")
            of = f" response of {own}:" if own not in (date, "undated") else ""
            yield line((date, Style.STRONG), f"{of} {said}", first=first, rest=first + "    ")


def _of_report(graph: CitationGraph, event: Event, clock: Clock) -> tuple[Span | str, ...]:
    report = graph.workspace.reports[event.id]
    known = [event.id]
    if clock is Clock.ACCESSED and event.kind is EventKind.REPORT:
        known.append(f"published {report.published.text}" if report.published else "undated")
    name = f" {graph.workspace.outlet_of(event.id).name} "
    what = _STANCES[event.stance] if event.stance else _CHANGES[event.kind]
    return (_date(event), Style.STRONG), name, (f"({', '.join(known)})", Style.FAINT), f" {what}"


def _date(event: Event) -> str:
    return event.date.text if event.date else "undated"


def _changes(moment: Moment) -> Iterator[Line]:
    before, after = moment.before, moment.after
    if before.differs(after) or before.verdict.supporting != after.verdict.supporting or moment.opened or moment.closed:
        yield line(*change_spans(before, after), first="  ", rest="    ")
        yield from _gaps("opened", moment.opened)
        yield from _gaps("closed", moment.closed)
    else:
        yield line(("unchanged: ", Style.FAINT), *_standing(after), first="  ", rest="    ")


def _standing(found: Weighed) -> list[Span]:
    return verdict_spans(found, supporting=True)


def _gaps(what: str, gaps: Iterable[tuple[GapKind, str]]) -> Iterator[Line]:
    """Give one line for all gaps of a kind."""
    for kind, together in groupby(gaps, key=lambda gap: gap[0]):
        subjects = ", ".join(id_words(subject) for _, subject in together)
        yield line((f"{what} ", Style.FAINT), (f"{kind}: ", Style.WARN), subjects, first="  ", rest="    ")


def _end(course: Timeline) -> str:
    if not course.moments:
        return "Nothing on record carries a date on this clock: there is no order to show."
    left_out = ". Where what carries no date belongs is not known" if course.throughout else ""
    return (
        f"{plural(len(course.moments), 'moment')}; an interval of dates counts from its first instant{left_out}. "
        "It does not show whether the claim is true."
    )
