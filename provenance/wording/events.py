"""What happened to the reporting of a claim, in words: one entry for each report, change and response."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from provenance.graph import CitationGraph
from provenance.model import Stance
from provenance.trace.support import Clock
from provenance.trace.timeline import Event, EventKind, Timeline
from provenance.value import value
from provenance.wording.numbers import plural
from provenance.wording.responses import response_sentences

CLOCKS = {
    Clock.PUBLISHED: "by the dates of publication",
    Clock.ACCESSED: "by the dates on which the reports were read (`accessed`)",
}
THROUGHOUT = {
    Clock.PUBLISHED: "Throughout: what carries no date counts at every date",
    Clock.ACCESSED: "Throughout: what carries no date on this clock counts at every date",
}
"""What stands over the events without a date."""

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


@value
class Told:
    """An event in words, to be read in this order: the date, who (with what is known of it in brackets), and what."""

    date: str
    who: str
    known: str
    what: str

    @property
    def sentence(self) -> str:
        """The words as one sentence."""
        known = f" ({self.known})" if self.known else ""
        return f"{self.date}{f' {self.who}' if self.who else ''}{known} {self.what}"


def told(graph: CitationGraph, events: Sequence[Event], clock: Clock) -> Iterator[Told]:
    """Tell events: those of reports first, then responses, one entry for each response however many tell of it."""
    for event in events:
        if event.answered is None:
            yield _of_report(graph, event, clock)
    answered = [event for event in events if event.answered is not None]
    for date, together in groupby(answered, key=_date):
        for sentence in response_sentences(graph, (event.answered for event in together if event.answered)):
            own, _, said = sentence.partition(" ")
            of = f"response of {own}: " if own not in (date, "undated") else ""
            yield Told(date=date, who="", known="", what=f"{of}{said}")


def end_words(course: Timeline) -> str:
    """Say after a timeline how its moments were counted, and what it cannot show."""
    if not course.moments and course.later:
        return "Every date on this clock is after the cut-off date: there is no order to show up to it."
    if not course.moments:
        return "Nothing on record carries a date on this clock: there is no order to show."
    left_out = ". Where what carries no date belongs is not known" if course.throughout else ""
    return (
        f"{plural(len(course.moments), 'moment')}; an interval of dates counts from its first instant{left_out}. "
        "It does not show whether the claim is true."
    )


def _of_report(graph: CitationGraph, event: Event, clock: Clock) -> Told:
    report = graph.workspace.reports[event.id]
    known = [event.id]
    if clock is Clock.ACCESSED and event.kind is EventKind.REPORT:
        known.append(f"published {report.published.text}" if report.published else "undated")
    what = _STANCES[event.stance] if event.stance else _CHANGES[event.kind]
    return Told(date=_date(event), who=graph.workspace.outlet_of(event.id).name, known=", ".join(known), what=what)


def _date(event: Event) -> str:
    return event.date.text if event.date else "undated"
