"""The verdict on a claim in plain sentences: what the record shows, and what it does not establish."""

from provenance.graph import CitationGraph
from provenance.model import Stance
from provenance.trace.answer import Doubt, GapKind, OriginKind, Status, Trace, declared_words
from provenance.wording.names import name_of
from provenance.wording.numbers import listing, plural

_MEANS = {
    Status.NO_REPORTS: "No report on record supports it.",
    Status.CONTESTED: "Of those who could know, one confirms it and another denies it.",
    Status.CONFIRMED: "A party that could confirm it does so on the record.",
    Status.DENIED: "A party that could confirm it denies it on the record; none confirms it.",
    Status.RETRACTED: "All support has been retracted or withdrawn, or rests on reports that were.",
    Status.CIRCULAR: "The supporting reports rest on each other; no origin is on record.",
    Status.UNATTRIBUTED: "Every way ends where no source is named, recorded or located.",
    Status.SINGLE_ORIGIN: "At most one origin is on record.",
    Status.ORIGIN_IN_DOUBT: "Whether there is more than one origin is in doubt.",
    Status.MULTIPLE_ORIGINS: "There are two origins or more; {independence}.",
}

_OTHER_STANCES = {
    Stance.DENIES: ("denies", "deny"),
    Stance.QUESTIONS: ("questions", "question"),
    Stance.COMMENTS: ("comments on", "comment on"),
}


def status_words(answer: Trace) -> str:
    """Say what the status means for this claim."""
    return meaning(answer.status, independence_of(answer))


def meaning(status: Status, independence: str) -> str:
    """Say what a status means; `independence` is what is said with several origins."""
    return _MEANS[status].format(independence=independence)


def reports_words(answer: Trace) -> str:
    """Count the supporting reports, of how many on record, and those of another stance."""
    against = [f"{number} {_OTHER_STANCES[stance][number > 1]} it" for stance, number in answer.stances[1:] if number]
    of = f" of {answer.reports:,} on record" if answer.reports != answer.supporting else ""
    return ", ".join([f"{plural(answer.supporting, 'supporting report')}{of}", *against])


def not_established(graph: CitationGraph, answer: Trace) -> str:
    """Say in one or two sentences what the record leaves open; the program never says that a claim is true."""
    missing = [_confirmation(graph, answer), _sources(graph, answer), _count(answer)]
    missing = [sentence for sentence in missing if sentence]
    if not missing:
        return "The record shows who reported this and who answered; it does not show whether it is true."
    return f"Not established by the record: {'; '.join(missing)}. It does not show whether the claim is true."


def independence_of(answer: Trace) -> str:
    """Say of several origins what has always to be said with them."""
    return "independence not established" if answer.declared_by is None else declared_words(answer.declared_by)


def _confirmation(graph: CitationGraph, answer: Trace) -> str:
    parties = [gap.subject for gap in answer.gaps if gap.kind is GapKind.NO_CONFIRMATION]
    if not parties:
        return ""
    names = [graph.workspace.parties[party].name for party in parties]
    return f"that {listing(names, 'or')} confirmed or denied it"


def _sources(graph: CitationGraph, answer: Trace) -> str:
    silent = (OriginKind.UNATTRIBUTED, OriginKind.UNRECORDED)
    names = [
        name_of(graph, origin.node)
        for origin in answer.origins
        if origin.kind in silent and origin.doubt is not Doubt.RETRACTED
    ]
    names = list(dict.fromkeys(names))
    if len(names) > 3:  # noqa: PLR2004
        names = [*names[:2], f"{len(names) - 2} others"]
    return f"where {listing(names)} {'has' if len(names) == 1 else 'have'} it from" if names else ""


def _count(answer: Trace) -> str:
    if any(gap.kind is GapKind.INDEPENDENCE_NOT_ESTABLISHED for gap in answer.gaps):
        return "that the origins do not depend on each other"
    if answer.origin_count.min < answer.origin_count.max:
        return "how many origins there are"
    if answer.supporting and not answer.origin_count.max:
        return "where it comes from"
    return ""
