"""Drift: what became firmer, weaker or other from one report to the next (docs/explanation/model.md)."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from provenance.graph import CitationGraph, Edge, Node
from provenance.model import Mode, Stance, Statement
from provenance.trace.answer import Doubt, Fact, Finding, FindingKind, on_edge
from provenance.trace.attribution import Attributed, attributed
from provenance.trace.support import Support
from provenance.value import value

UNKNOWN_LANGUAGE = "?"
"""What stands for the language of a report that is not recorded."""

Sources = Mapping[Node, Attributed]
"""What each statement says of its own sources."""


class Direction(StrEnum):
    """Which way a citation changes what it takes over."""

    HARDENS = "hardens"
    SOFTENS = "softens"
    CHANGES = "changes"


@value
class Change:
    """One difference between a cited statement and the citing one; `name` is a detail's.

    `in_doubt` tells that it stands on a source in doubt.
    """

    what: str
    before: str
    after: str
    direction: Direction
    name: str | None = None
    in_doubt: bool = False


def find_drift(support: Support) -> Iterator[Finding]:
    """Find what hardens or changes along each citation of the claim's graph; softening is no finding."""
    sources = read_sources(support)
    for edge in support.edges:
        for change in changes_along(support.graph, edge, sources):
            if change.direction is not Direction.SOFTENS:
                yield _finding(support.graph, edge, change)


def read_sources(support: Support) -> Sources:
    """Read what each statement of the claim's graph says of its own sources."""
    return {node: attributed(support.graph, node) for node in support.nodes}


def changes_along(graph: CitationGraph, edge: Edge, sources: Sources) -> Iterator[Change]:
    """Compare the two statements at the ends of a citation; nothing where an end is no statement."""
    citing, cited = graph.statement(edge.citing), graph.statement(edge.cited)
    if citing is None or cited is None:
        return
    if citing.stance == cited.stance == Stance.SUPPORTS:
        yield from _of_claims(graph, cited, citing)
        if citing.certainty and cited.certainty and citing.certainty is not cited.certainty:
            harder = citing.certainty.strength > cited.certainty.strength
            yield _change("certainty", cited.certainty, citing.certainty, harder=harder)
        yield from _of_sources(sources[edge.cited], sources[edge.citing])
        yield from _of_languages(graph, edge)
    given = dict(cited.details)
    for name, found in citing.details:
        if given.get(name, found) != found:
            changes = Direction.CHANGES
            yield Change(what="details", before=given[name], after=found, direction=changes, name=name)


def _of_claims(graph: CitationGraph, cited: Statement, citing: Statement) -> Iterator[Change]:
    if citing.claim != cited.claim:
        yield _change("claim", cited.claim, citing.claim, harder=graph.ties.hardens(citing.claim, cited.claim))


def _of_languages(graph: CitationGraph, edge: Edge) -> Iterator[Change]:
    if edge.citation.mode is Mode.TRANSLATES:
        languages = (graph.workspace.reports[node.id].language for node in (edge.cited, edge.citing))
        before, after = (language or UNKNOWN_LANGUAGE for language in languages)
        yield Change(what="translation", before=before, after=after, direction=Direction.CHANGES)


def _of_sources(before: Attributed, after: Attributed) -> Iterator[Change]:
    in_doubt = before.in_doubt or after.in_doubt
    if before.word and after.word and before.word != after.word:
        harder = after.strength > before.strength
        yield _change("attribution", before.word, after.word, harder=harder, in_doubt=in_doubt)
    if before.several is not None and after.several is not None and before.several is not after.several:
        words = ("several", "one") if before.several else ("one", "several")
        yield _change("plurality", *words, harder=after.several, in_doubt=in_doubt)


def _change(what: str, before: str, after: str, *, harder: bool, in_doubt: bool = False) -> Change:
    direction = Direction.HARDENS if harder else Direction.SOFTENS
    return Change(what=what, before=before, after=after, direction=direction, in_doubt=in_doubt)


def _finding(graph: CitationGraph, edge: Edge, change: Change) -> Finding:
    outlet = graph.outlet(edge.citing)
    assert outlet is not None
    facts: dict[str, Fact] = {"what": change.what}
    if change.name is not None:
        facts["name"] = change.name
    facts |= {"before": change.before, "after": change.after, "outlet": outlet.id, "quotes": quotes(graph, edge)}
    if change.in_doubt:
        facts["doubt"] = Doubt.UNCLEAR
    return on_edge(FindingKind.DRIFT, edge, **facts)


def quotes(graph: CitationGraph, edge: Edge) -> tuple[str | None, str | None]:
    """Give what the cited and the citing statement print; None where it is not recorded."""
    cited, citing = graph.statement(edge.cited), graph.statement(edge.citing)
    return (cited.quote if cited else None, citing.quote if citing else None)
