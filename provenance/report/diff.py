"""Two states of the records compared, as lines: one line a claim that says the most, then every detail."""

from collections import Counter
from collections.abc import Iterable, Iterator

from provenance.graph import CitationGraph
from provenance.model import Reaction
from provenance.report.change import change_spans
from provenance.report.differences import (
    Graphs,
    act_words,
    field_words,
    origin_words,
    report_words,
    response_words,
    statement_words,
)
from provenance.report.lines import Line, Span, Style, line
from provenance.report.subject import verdict_spans
from provenance.trace.answer import Gap, GapKind
from provenance.trace.difference import ClaimDifference, Difference, How, RecordDifference, ResponseDifference
from provenance.wording.change import independence_words
from provenance.wording.findings import finding_words
from provenance.wording.names import agent_name, id_words
from provenance.wording.numbers import plural

_MARKS = {How.ADDED: ("+ ", Style.ORIGIN), How.REMOVED: ("- ", Style.BAD), How.CHANGED: ("~ ", Style.WARN)}
_REACTIONS = {
    Reaction.CONFIRMS: "confirmation",
    Reaction.DENIES: "denial",
    Reaction.PARTLY: "partial confirmation",
    Reaction.DECLINES: "refusal to comment",
    Reaction.NEITHER: "answer that neither confirms nor denies",
    Reaction.SILENT: "silence",
    Reaction.NOT_ASKED: "“not asked”",
}


def diff_lines(old: CitationGraph, new: CitationGraph, difference: Difference) -> Iterator[Line]:
    """Lay a difference out, claim by claim; nothing is left out. `old` and `new` name what is in either state."""
    graphs = {How.REMOVED: old, How.ADDED: new, How.CHANGED: new}
    for found in difference.claims:
        yield line((f"{found.claim}: ", Style.STRONG), summary(graphs, found), rest="    ")
        yield from _details(graphs, found)
        yield line()
    if difference.records:
        yield line(("Records that belong to no single claim", Style.HEADING))
        yield from map(_record, difference.records)
        yield line()
    yield line(_end(difference))


def summary(graphs: Graphs, found: ClaimDifference) -> str:
    """Say the most about a claim in one line: what came and went, and what became of the status."""
    counted = [
        *_counts("origin", (one.how for one in found.origins)),
        *_counts("report", (one.how for one in found.reports)),
        *_counts("statement", (one.how for one in found.statements)),
    ]
    acts = [f"{one.report} {'no longer ' if one.how is How.REMOVED else ''}{one.act}" for one in found.acts]
    responses = [_response(graphs, one, found.claim) for one in found.responses]
    fields = [f"{field.name} changed" for field in found.fields]
    became = f"claim {found.how}" if found.how is not How.CHANGED else ""
    said = [became, *counted, *acts, *responses, *fields, _status(found), *_work(found)]
    return "; ".join(part for part in said if part)


def _counts(noun: str, hows: Iterable[How]) -> Iterator[str]:
    counted = Counter(hows)
    for how, sign, after in ((How.ADDED, "+", ""), (How.REMOVED, "-", ""), (How.CHANGED, "", " changed")):
        if counted[how]:
            yield f"{sign}{plural(counted[how], noun)}{after}"


def _response(graphs: Graphs, found: ResponseDifference, claim: str) -> str:
    to = "" if found.response.claim == claim else f" of {found.response.claim}"
    return f"{agent_name(graphs[found.how], found.party)} {_REACTIONS[found.response.stance]}{to} {found.how}"


def _status(found: ClaimDifference) -> str:
    if found.after is None:
        return ""
    status = found.after.verdict.status
    said = f"{status}{independence_words(found.after)}"
    if found.before is None:
        return f"status {said}"
    before = found.before.verdict.status
    return "status unchanged" if before is status else f"status {before} → {said}"


def _work(found: ClaimDifference) -> Iterator[str]:
    for noun, opened, closed in (
        ("finding", len(found.findings_opened), len(found.findings_closed)),
        ("gap", len(found.gaps_opened), len(found.gaps_closed)),
    ):
        signs = " ".join(([f"+{opened}"] if opened else []) + ([f"-{closed}"] if closed else []))
        if signs:
            yield f"{signs} {noun if opened + closed == 1 else f'{noun}s'}"


def _details(graphs: Graphs, found: ClaimDifference) -> Iterator[Line]:
    if found.before is None or found.after is None:
        yield line(found.text, first="  ")
    yield line(*_verdict(found), first="  ", rest="    ")
    for how, noun, words in _words(graphs, found):
        yield _detail(how, noun, words)


def _words(graphs: Graphs, found: ClaimDifference) -> Iterator[tuple[How, str, str]]:
    """Give every detail of a claim: what became of it, what it is, and its words."""
    claim = found.claim
    yield from ((How.CHANGED, "claim", field_words([field])) for field in found.fields)
    yield from ((one.how, "origin", origin_words(graphs, one)) for one in found.origins)
    yield from ((one.how, "report", report_words(graphs, one, claim)) for one in found.reports)
    yield from ((one.how, "report", act_words(one)) for one in found.acts)
    yield from ((one.how, "statement", statement_words(graphs, one, claim)) for one in found.statements)
    yield from ((one.how, "response", response_words(graphs, one, claim)) for one in found.responses)
    for how, findings in ((How.ADDED, found.findings_opened), (How.REMOVED, found.findings_closed)):
        yield from ((how, "finding", f"{finding.kind}: {finding_words(finding)}") for finding in findings)
    for how, gaps in ((How.ADDED, found.gaps_opened), (How.REMOVED, found.gaps_closed)):
        yield from ((how, "gap", words) for words in _gaps(gaps))


def _gaps(gaps: Iterable[Gap]) -> Iterator[str]:
    """Say gaps, those of one kind and the same words together."""
    together: dict[tuple[GapKind, str], list[str]] = {}
    for gap in gaps:
        together.setdefault((gap.kind, gap.detail), []).append(id_words(gap.subject))
    return (f"{kind}: {', '.join(subjects)} – {detail}" for (kind, detail), subjects in together.items())


def _verdict(found: ClaimDifference) -> Iterable[Span | str]:
    if found.before is None or found.after is None:
        only = found.after or found.before
        assert only is not None
        return verdict_spans(only, supporting=True)
    if not found.before.differs(found.after) and found.before.verdict.supporting == found.after.verdict.supporting:
        return [("unchanged: ", Style.FAINT), *verdict_spans(found.after, supporting=True)]
    return change_spans(found.before, found.after)


def _detail(how: How, noun: str, words: str) -> Line:
    return line(_MARKS[how], (f"{noun} ", Style.FAINT), words, first="  ", rest="      ")


def _record(found: RecordDifference) -> Line:
    return _detail(found.how, found.kind, f"{found.id}{': ' if found.fields else ''}{field_words(found.fields)}")


def _end(difference: Difference) -> str:
    compared = plural(difference.compared, "claim")
    if not difference.found:
        return f"No change in meaning: {compared} compared."
    counted = Counter(found.how for found in difference.claims)
    parts = [f"{counted[how]} {how}" for how in (How.CHANGED, How.ADDED, How.REMOVED) if counted[how]]
    return f"{compared} compared: {', '.join(parts) or 'no answer changed'}. It does not show whether a claim is true."
