"""The course of a claim as lines: what holds throughout, then what happened at each moment and what it changed."""

from collections.abc import Iterable, Iterator, Sequence

from provenance.graph import CitationGraph
from provenance.report.change import change_spans
from provenance.report.lines import Line, Span, Style, line
from provenance.report.subject import verdict_spans
from provenance.trace.answer import GapKind
from provenance.trace.support import Clock
from provenance.trace.timeline import Event, Moment, Timeline
from provenance.trace.weigh import Weighed
from provenance.wording.events import CLOCKS, THROUGHOUT, end_words, told
from provenance.wording.gaps import open_gaps


def timeline_lines(graph: CitationGraph, course: Timeline) -> Iterator[Line]:
    """Lay out a timeline, oldest first; nothing is left out."""
    yield line((course.text, Style.STRONG))
    yield line((f"{course.claim} · {CLOCKS[course.clock]}", Style.FAINT))
    yield line()
    if course.throughout:
        yield line((THROUGHOUT[course.clock], Style.HEADING))
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
    yield line(end_words(course))


def _events(graph: CitationGraph, events: Sequence[Event], clock: Clock, first: str = "") -> Iterator[Line]:
    for each in told(graph, events, clock):
        known = (f" ({each.known})" if each.known else "", Style.FAINT)
        who = f" {each.who}" if each.who else ""
        yield line((each.date, Style.STRONG), who, known, f" {each.what}", first=first, rest=first + "    ")


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
    for kind, subjects in open_gaps(gaps):
        yield line((f"{what} ", Style.FAINT), (f"{kind}: ", Style.WARN), subjects, first="  ", rest="    ")
