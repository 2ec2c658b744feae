"""The answer to `provenance why` as lines: the ways, what carries them, what would change the verdict."""

from collections.abc import Iterator

from provenance.graph import CitationGraph, Edge
from provenance.report.lines import Line, Span, Style, line
from provenance.report.subject import node_spans, shortened, subject_spans, verdict_spans
from provenance.trace.answer import Finding
from provenance.trace.weigh import Weighed
from provenance.trace.what_if import If, WhatIf
from provenance.trace.why import Stop, Stops, Why
from provenance.wording.names import agent_name, id_words, name_of
from provenance.wording.numbers import listing, plural

_MOST_CARRIERS = 10
_MOST_DIGITS_SHOWN = 30


def why_head(graph: CitationGraph, why: Why) -> Iterator[Line]:
    """Say what is asked, the verdict as it is, and how many ways there are."""
    as_of = f" · as of {why.as_of.text}" if why.as_of else ""
    yield line((why.text, Style.STRONG))
    yield line((f"{why.claim}{as_of}", Style.FAINT))
    yield line(*verdict_spans(why.now, supporting=True))
    yield line()
    yield line(*subject_spans(graph, why.subject))
    if why.number:
        yield line()
        yield line((f"{_number(why)}, shortest first", Style.HEADING))
    elif why.held:
        yield line(
            f"No standing support of {why.claim} rests on it: only reports that were retracted or withdrawn, or that "
            "do not support the claim, lead there."
        )
    else:
        yield line(f"{why.claim} does not rest on it: no report on the claim leads there.")


def way_lines(graph: CitationGraph, why: Why, number: int, stops: Stops) -> Iterator[Line]:
    """Lay out one way: from the supporting report on, each citation below the one before."""
    for index, stop in enumerate(stops):
        first, rest = (f"{number:>3}  ", "       ") if index == 0 else ("     → ", "         ")
        itself = [(" says it itself", Style.PLAIN)] if len(stops) == 1 else []
        yield line(*_stop(graph, why, stop), *itself, first=first, rest=rest)
        for finding in stop.drift:
            yield line((_drift(finding), Style.WARN), first="         ", rest="           ")


def why_tail(graph: CitationGraph, why: Why, shown: int, *, complete: bool) -> Iterator[Line]:
    """Say what is left out, what carries the ways, and what would change the verdict."""
    if not why.number:
        return
    if not complete:
        yield line((f"{shown:,} shown; more with --most N, all with --all", Style.FAINT), first="     ")
    elif not why.exact:
        yield line((f"{plural(shown, 'way')} in all", Style.FAINT), first="     ")
    yield from _carriers(why)
    yield line()
    yield line(("What would change the verdict", Style.HEADING))
    for found in why.what_ifs:
        yield _what_if(graph, why.now, found)
    decided_by = shortened([id_words(id_) for id_ in why.now.verdict.origin_count.decided_by])
    if decided_by:
        yield line(f"the count is decided by what is in doubt about {listing(decided_by)}", first="  ", rest="    ")
    yield line()
    yield line(
        "Each was traced by itself. Not tried: several at once, further reports, the fall of others, doubts settled "
        "one way or the other. None of it shows whether the claim is true."
    )


def _number(why: Why) -> str:
    digits = str(why.number)
    if len(digits) > _MOST_DIGITS_SHOWN:
        return f"{'A' if why.exact else 'At least a'} number of ways with {len(digits):,} digits"
    return plural(why.number, "way") if why.exact else f"At least {plural(why.number, 'way')}"


def _stop(graph: CitationGraph, why: Why, stop: Stop) -> Iterator[Span]:
    yield from node_spans(graph, stop.node, name_of(graph, stop.node))
    report = graph.report(stop.node)
    for change, date in report.changes_by(why.as_of) if report else ():
        yield f" {change.upper()} {date.text}", Style.BAD if stop.fallen else Style.WARN
    if stop.fallen:
        yield ", does not count", Style.BAD
    if stop.node.claim not in ("", why.claim):
        yield f" says {stop.node.claim}", Style.WARN
    for edge in stop.edges:
        yield from _citation(edge)


def _citation(edge: Edge) -> Iterator[Span]:
    if edge.citation.mode is not None:
        yield f" ({edge.citation.mode})", Style.FAINT
    if edge.citation.quote is not None:
        yield f" “{edge.citation.quote}”", Style.PLAIN
    if edge.not_said:
        yield " which does not say it", Style.WARN
    if edge.choice is not None:
        yield " – one of several it may rest on", Style.WARN
    if edge.optional:
        yield " – attribution unclear", Style.WARN


def _drift(finding: Finding) -> str:
    facts = dict(finding.facts)
    step = f"{facts['before']} → {facts['after']}"
    match facts["what"]:
        case "translation":
            return f"translates: {step}"
        case "details":
            return f"changes “{facts['name']}”: {step}"
        case what:
            return f"hardens {what}: {step}"


def _carriers(why: Why) -> Iterator[Line]:
    yield line()
    yield line(("Citations that some supporting report cannot do without", Style.HEADING))
    if not why.carriers:
        yield line("none: each supporting report has another way, or is what is asked about", first="  ", rest="    ")
    for carrier in why.carriers[:_MOST_CARRIERS]:
        step = f"{id_words(carrier.citing.id)} → {id_words(carrier.cited.id)}"
        yield line(step, (f": carries {plural(carrier.reports, 'report')}", Style.FAINT), first="  ", rest="    ")
    if len(why.carriers) > _MOST_CARRIERS:
        yield line((f"and {len(why.carriers) - _MOST_CARRIERS:,} more (--json has all)", Style.FAINT), first="  ")


def _what_if(graph: CitationGraph, now: Weighed, found: WhatIf) -> Line:
    then = verdict_spans(found.then) if found.then.differs(now) else [("nothing changes", Style.FAINT)]
    return line(f"{_if(graph, found)}: ", *then, first="  ", rest="    ")


def _if(graph: CitationGraph, found: WhatIf) -> str:
    match found.what:
        case If.FALLS:
            return f"{id_words(found.id)} falls"
        case If.CONFIRMS:
            return f"{agent_name(graph, found.id)} confirms it on the record"
        case If.DENIES:
            return f"{agent_name(graph, found.id)} denies it on the record"
        case If.DOES_NOT_HOLD:
            return f"{found.id} does not rest on {id_words(found.cited or '')} after all"
