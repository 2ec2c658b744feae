"""Single differences between two states of the records, each in words."""

from collections.abc import Iterable, Mapping

from provenance.graph import CitationGraph
from provenance.model import Stance
from provenance.trace.answer import Answered, Doubt, Origin
from provenance.trace.difference import (
    ActDifference,
    FieldDifference,
    How,
    OriginDifference,
    ReportDifference,
    ResponseDifference,
    StatementDifference,
)
from provenance.wording.names import id_of, name_of, why_words
from provenance.wording.responses import response_sentences

Graphs = Mapping[How, CitationGraph]
"""The graph that names what was removed, added or changed: of the older state, the newer, the newer."""

_STANCES = {
    Stance.SUPPORTS: "supports it",
    Stance.DENIES: "denies it",
    Stance.QUESTIONS: "questions it",
    Stance.COMMENTS: "comments on it",
}


def field_words(fields: Iterable[FieldDifference]) -> str:
    """Say what became of each field: before → after, or what came and went."""
    return "; ".join(f"{field.name} {_step(field)}" for field in fields)


def _step(field: FieldDifference) -> str:
    gone, came = ", ".join(field.removed), ", ".join(field.added)
    if gone and came:
        return f"{gone} → {came}"
    return f"+ {came}" if came else f"- {gone}"


def origin_words(graphs: Graphs, found: OriginDifference) -> str:
    """Name an origin, why the walk ends there, and whether that is in doubt; of a changed one both."""
    origin = found.after or found.before
    assert origin is not None
    name = name_of(graphs[found.how], origin.node)
    named = f"{name} ({origin.id})" if id_of(origin.node) and name != origin.id else name
    if found.before is not None and found.after is not None:
        return f"{named}: {_why(found.before)} → {_why(found.after)}"
    return f"{named} – {_why(origin)}"


def _why(origin: Origin) -> str:
    return f"{why_words(origin.kind)}{', in doubt' if origin.doubt is Doubt.UNCLEAR else ''}"


def report_words(graphs: Graphs, found: ReportDifference, claim: str) -> str:
    """Name a report, what it says of the claim, and where it was or is if it only entered or left the claim's graph."""
    workspace = graphs[found.how].workspace
    report = workspace.reports[found.id]
    facts = [workspace.outlet_of(found.id).name, report.published.text if report.published else "undated"]
    facts += [f"{act} {date.text}" for act, date in report.changes if not found.on_record]
    said = report.statement_on(claim)
    says = _STANCES[said.stance] if said else "is what others cite"
    elsewhere = {How.ADDED: "; it was on record before", How.REMOVED: "; it is still on record", How.CHANGED: ""}
    return f"{found.id} ({', '.join(facts)}) {says}{elsewhere[found.how] if found.on_record else ''}"


def act_words(found: ActDifference) -> str:
    """Say what a publisher did to a report."""
    gone = ": no longer on record" if found.how is How.REMOVED else ""
    return f"{found.report} {found.act} {found.date.text}{gone}"


def statement_words(graphs: Graphs, found: StatementDifference, claim: str) -> str:
    """Say which statement it is, and what it says or what of it changed."""
    of = "" if found.claim == claim else f" on {found.claim}"
    if found.how is How.CHANGED:
        return f"{found.report}{of}: {field_words(found.fields)}"
    said = graphs[found.how].workspace.reports[found.report].statement_on(found.claim)
    assert said is not None
    return f"{found.report}{of}: {_STANCES[said.stance]}"


def response_words(graphs: Graphs, found: ResponseDifference, claim: str) -> str:
    """Say a response in a sentence, and what of it changed."""
    addresses = found.response.claim == claim
    answered = Answered(party=found.party, addresses=addresses, replaced=False, response=found.response)
    sentence = " ".join(response_sentences(graphs[found.how], [answered]))
    return f"{sentence}; changed: {field_words(found.fields)}" if found.fields else sentence
