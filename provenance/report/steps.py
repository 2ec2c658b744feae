"""How a claim's wording changed, as lines: its versions, then each step from the origins on."""

from collections.abc import Iterator

from provenance.dates import Date
from provenance.graph import CitationGraph, Node
from provenance.model import Stance
from provenance.report.lines import Line, Span, Style, line
from provenance.trace.drift import Change, Direction
from provenance.trace.steps import Step, Version, Wording
from provenance.wording.names import id_of, name_of
from provenance.wording.numbers import plural

_DEEPEST = 10
_STANCES = {
    Stance.SUPPORTS: "says",
    Stance.DENIES: "denies",
    Stance.QUESTIONS: "questions",
    Stance.COMMENTS: "comments on",
}
_STYLES = {Direction.HARDENS: Style.BAD, Direction.SOFTENS: Style.PLAIN, Direction.CHANGES: Style.WARN}


def wording_lines(graph: CitationGraph, found: Wording) -> Iterator[Line]:
    """Lay out versions and steps; says so where there is nothing to follow."""
    yield line((found.text, Style.STRONG))
    yield line((f"{found.claim} · as of {found.as_of.text}" if found.as_of else found.claim, Style.FAINT))
    if len(found.versions) > 1:
        yield line()
        yield line(("Versions of the story, weakest first", Style.HEADING))
        for version in found.versions:
            yield from _version(graph, version, traced=version.claim == found.claim)
    yield line()
    if not found.steps:
        yield line("Nothing to follow: no report on record says it.")
        return
    yield line(("Step by step, from where it starts to who spread it", Style.HEADING))
    for step in found.steps:
        yield from _step(graph, step, found.as_of)
    yield line()
    yield line(_summary(found))


def _version(graph: CitationGraph, version: Version, *, traced: bool) -> Iterator[Line]:
    mark = " (this claim)" if traced else ""
    yield line((version.claim, Style.STRONG), f"{mark}: {version.text}", first="  ", rest="    ")
    if version.first is None:
        yield line(("no report on record supports it", Style.FAINT), first="    ")
        return
    first = "the first on record: " if version.decided else "which was first is not decided; surely out the earliest: "
    number = plural(version.reports, "supporting report") + (f", {first}" if version.reports > 1 else ": ")
    yield line((number, Style.FAINT), *_label(graph, version.first, version.quote), first="    ", rest="      ")


def _step(graph: CitationGraph, step: Step, as_of: Date | None) -> Iterator[Line]:
    said = graph.statement(step.row.node)
    depth = min(step.row.depth, _DEEPEST)
    indent = "  " * depth
    spans = [("→ ", Style.FAINT)] if depth else []
    spans += _label(graph, step.row.node, said.quote if said and not step.row.seen else None)
    if said is not None:
        style = Style.FAINT if said.stance is Stance.SUPPORTS else Style.WARN
        spans.append((f" {_STANCES[said.stance]} {said.claim}", style))
    report = graph.report(step.row.node)
    if report is not None:
        spans += [(f" {change.upper()} {date.text}", Style.BAD) for change, date in report.changes_by(as_of)]
    if step.row.seen:
        spans.append((" (*)", Style.FAINT))
    yield line(*spans, first=indent, rest=indent + "    ")
    if step.edge is not None:
        for parts in _what_changed(step):
            yield line(*parts, first=indent + "  · ", rest=indent + "    ")


def _label(graph: CitationGraph, node: Node, quote: str | None) -> Iterator[Span]:
    report = graph.report(node)
    yield name_of(graph, node), Style.STRONG
    if id_of(node) not in ("", name_of(graph, node)):
        yield f" {node.id}", Style.PLAIN
    if report is not None:
        yield f" {report.published.text if report.published else 'undated'}", Style.FAINT
    if quote:
        yield f" “{quote}”", Style.PLAIN


def _what_changed(step: Step) -> Iterator[list[Span]]:
    assert step.edge is not None
    for change in step.changes:
        yield [(_change(change), _STYLES[change.direction])]
    if step.edge.in_doubt:
        yield [("whether it rests on it is in doubt", Style.WARN)]
    if step.edge.not_said:
        yield [("cites it for what it does not say", Style.WARN)]
    if step.not_recorded == ("wording",):
        yield [("not compared: this end is no statement of a report", Style.FAINT)]
    elif step.not_recorded:
        yield [(f"not compared, only one end records it: {', '.join(step.not_recorded)}", Style.FAINT)]
    elif not step.changes and not step.edge.not_said:
        yield [("no change in what both record", Style.FAINT)]


def _change(change: Change) -> str:
    words = f"{change.before} → {change.after}"
    doubt = " – on a source in doubt" if change.in_doubt else ""
    if change.what == "translation":
        return f"translated: {words}"
    if change.what == "details":
        return f"“{change.name}” changes: {words}"
    return f"{change.what} {change.direction}: {words}{doubt}"


def _summary(found: Wording) -> str:
    changes = [change.direction for step in found.steps for change in step.changes]
    hardened, changed = changes.count(Direction.HARDENS), changes.count(Direction.CHANGES)
    steps = sum(step.edge is not None for step in found.steps)
    silent = sum(bool(step.not_recorded) for step in found.steps)
    total = (
        f"{plural(steps, 'step')}: {plural(hardened, 'hardening')}, {plural(changed, 'change')} of details or language."
    )
    at = f" At {plural(silent, 'step')} something could not be compared." if silent else ""
    return f"{total}{at} What neither end of a step records is not mentioned."
