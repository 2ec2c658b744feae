"""The answer to `provenance impact` as lines: who rests on the subject, and what changes without it."""

from collections.abc import Iterator

from provenance.graph import CitationGraph
from provenance.model import DependenceKind
from provenance.report.lines import Line, Span, Style, line
from provenance.report.subject import subject_spans, verdict_spans, what_falls_with
from provenance.report.tables import table
from provenance.trace.impact import ClaimImpact, Fate, Impact, Resting, Rests
from provenance.trace.subject import How
from provenance.wording.names import id_words
from provenance.wording.numbers import listing, plural
from provenance.wording.responses import response_sentences

_FATES = {
    Fate.FALLS: ("falls: no other way to an origin", Style.BAD),
    Fate.IN_DOUBT: ("in doubt: another way may hold", Style.WARN),
    Fate.STANDS: ("stands: another way to an origin", Style.ORIGIN),
    Fate.NO_WAY: ("has no way to an origin", Style.FAINT),
    Fate.OUT: ("fell already", Style.FAINT),
}

_RESTS = {Rests.ITSELF: "its own", Rests.DIRECTLY: "directly", Rests.THROUGH_OTHERS: "through others"}

_HOW: dict[How | DependenceKind, str] = {
    How.SAME: "the same source",
    How.POSSIBLY_SAME: "possibly the same source",
    How.SPEAKS_FOR: "the party it speaks for",
    How.SAME_PARTY: "speaks for the same party",
}

_INDENT = "  "


def impact_lines(graph: CitationGraph, impact: Impact, width: int | None) -> Iterator[Line]:
    """Lay out the whole answer: claims that change first, then the others in a line each."""
    as_of = f" · as of {impact.as_of.text}" if impact.as_of else ""
    yield line(*subject_spans(graph, impact.subject), (as_of, Style.FAINT))
    yield from what_falls_with(graph, impact.subject)
    for fell in impact.fallen:
        yield line((f"{fell.report} was {fell.change} {fell.date.text}", Style.BAD), ": every verdict leaves it out.")
    shown = [found for found in impact.claims if found.changes or (impact.fallen and found.reports)]
    yield line(_sum(impact))
    for found in shown:
        yield line()
        yield from _claim(graph, found, width)
    yield from _heading_and("No change", (_unchanged(found) for found in impact.claims if found not in shown))
    yield from _heading_and(
        "Tied to it, but not taken to fall",
        (f"{id_words(tied.id)}: {_HOW.get(tied.how, tied.how.replace('_', ' '))}" for tied in impact.tied),
    )
    yield line()
    yield line("This shows what rests on what in these records, not whether a claim is true.")


def _sum(impact: Impact) -> str:
    if not impact.claims:
        return "No claim in these records rests on it."
    changing = sum(found.changes for found in impact.claims)
    claims = plural(len(impact.claims), "claim")
    if not changing and impact.fallen:
        return f"It bears on {claims}; nothing would change that has not changed already."
    if len(impact.claims) == 1:
        return f"It bears on {claims}, which would {'' if changing else 'not '}change without it."
    many = "all" if changing == len(impact.claims) else f"{changing:,}" if changing else "none"
    return f"It bears on {claims}; {many} would change without it."


def _claim(graph: CitationGraph, found: ClaimImpact, width: int | None) -> Iterator[Line]:
    yield line((found.claim, Style.HEADING), f" – {found.text}", rest=_INDENT)
    yield _side("now", verdict_spans(found.before, supporting=True))
    if found.changes and (found.reports or found.origins_lost):
        falling = sum(resting.fate is Fate.FALLS for resting in found.reports)
        number = plural(found.before.verdict.supporting, "supporting report")
        reports = f" · {falling:,} of {number} {'falls' if falling == 1 else 'fall'}"
        yield _side("without it", [*verdict_spans(found.after), (reports if falling else "", Style.PLAIN)])
    if found.origins_lost:
        yield _side("origins lost", [(", ".join(map(id_words, found.origins_lost)), Style.PLAIN)])
    yield from _reports(found, width)
    if found.others:
        others = ", ".join(f"{report} ({stance})" for report, stance in found.others)
        yield line(f"rests on it without supporting the claim: {others}", first=_INDENT, rest=_INDENT * 2)
    for sentence in response_sentences(graph, found.responses):
        yield _side("answer", [(sentence, Style.PLAIN)])
    if found.unanswered and found.unanswered.differs(found.after):
        yield _side("without that", verdict_spans(found.unanswered))


def _side(title: str, spans: list[Span]) -> Line:
    return line((f"{title:<14}", Style.FAINT), *spans, first=_INDENT, rest=_INDENT + " " * 14)


def _reports(found: ClaimImpact, width: int | None) -> Iterator[Line]:
    own = [resting for resting in found.reports if resting.rests is Rests.ITSELF]
    if own:
        told = (f"{one.report} ({_so_far(one)})" if one.changes else one.report for one in own)
        yield _side("own report" if len(own) == 1 else "own reports", [(", ".join(told), Style.PLAIN)])
    order = {fate: number for number, fate in enumerate(Fate)}
    others = sorted((one for one in found.reports if one not in own), key=lambda one: (order[one.fate], one.report))
    if others:
        rows = [_row(resting) for resting in others]
        yield from table(("report", "rests on it", "corrected", "without it"), rows, width, first=_INDENT)


def _row(resting: Resting) -> list[Span]:
    how = _RESTS[resting.rests] + ("" if resting.sure else ", in doubt")
    so_far = _so_far(resting), Style.WARN if resting.uncorrected else Style.PLAIN
    return [(resting.report, Style.STRONG), (how, Style.PLAIN), so_far, _FATES[resting.fate]]


def _so_far(resting: Resting) -> str:
    changes = ", ".join(f"{change} {date.text}" for change, date in resting.changes)
    if not resting.uncorrected:
        return changes
    return f"{changes}; not since" if changes else "not recorded"


def _unchanged(found: ClaimImpact) -> str:
    counted = "".join(text for text, _ in verdict_spans(found.before))
    resting = [one.report for one in found.reports if one.fate is not Fate.OUT]
    rest = f"{listing(resting)} {'rests' if len(resting) == 1 else 'rest'} on it" if resting else ""
    others = f"{listing([report for report, _ in found.others])} without supporting it" if found.others else ""
    return f"{found.claim} – {counted}" + "".join(f"; {words}" for words in (rest, others) if words)


def _heading_and(title: str, sentences: Iterator[str]) -> Iterator[Line]:
    told = list(sentences)
    if told:
        yield line()
        yield line((title, Style.HEADING))
        yield from (line(sentence, first=_INDENT, rest=_INDENT * 2) for sentence in told)
