"""What we export comes back: the citation graph and the origins, as far as the format keeps them."""

from functools import cache

import pytest

from provenance.draft.json_tree import visible_halves
from provenance.export import EXPORTERS
from provenance.export.figure import Figure, export_of, figure
from provenance.model import Stance
from provenance.read import load
from provenance.safe import one_line
from provenance.trace import Tracer
from tests.draft.proposed import checked, proposal_of
from tests.export.cases import DATA, Case, cases
from tests.texts import tracer_of

EXACT = frozenset(("json", "cytoscape"))
FORMATS = ("json", "cytoscape", "graphml", "prov-json", "csv")


@cache
def all_cases() -> dict[str, Case]:
    texts = {path.name: path.read_text() for path in sorted(DATA.glob("*.yaml"))}
    return cases() | {claim: Case(texts, claim) for claim in load(str(DATA)).workspace.claims}


def again(case: Case, name: str) -> Figure:
    """Export, import, and make the figure of what came back."""
    outputs = EXPORTERS[name].render(case.export())
    _, text = proposal_of({f"out{out.name}{EXPORTERS[name].suffix}": out.text for out in outputs}, format_=None)
    tracer = Tracer(checked(text).workspace)
    return figure(tracer, [tracer.trace(case.claim)])


def graph(found: Figure, *, exact: bool) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Give nodes and edges with everything that is recorded of them, in comparable form."""

    def text(words: object) -> str:
        return visible_halves(str(words or "")) if exact else one_line(str(words or ""))

    names = {node.id: (node.record, node.claim or "") for node in found.nodes}
    nodes = [
        tuple(
            text(words)
            for words in (
                *(node.record, node.kind, node.label, node.title, node.claim, node.country, node.published),
                *(node.stance, node.certainty, node.origin, node.doubt, node.status, node.url, node.archived),
                node.quote,
            )
        )
        for node in found.nodes
    ]
    edges = [
        tuple(
            text(words)
            for words in (
                *(*names[edge.citing], *names[edge.cited], edge.mode, edge.attribution, edge.choice is not None),
                *(edge.not_said, "claim" in edge.hardens, edge.quote, edge.url),
            )
        )
        for edge in found.edges
    ]
    return sorted(nodes), sorted(edges)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("case", all_cases())
def test_the_citation_graph_and_its_origins_come_back(case: str, name: str) -> None:
    given = all_cases()[case]
    before = given.figure()
    if not before.nodes:
        return
    if not any(node.stance is Stance.SUPPORTS and node.claim == given.claim for node in before.nodes):
        assert graph(again(given, name), exact=False)[1] == graph(before, exact=False)[1]
        return
    assert graph(again(given, name), exact=name in EXACT) == graph(before, exact=name in EXACT)


@pytest.mark.parametrize("name", ["json", "cytoscape", "graphml", "csv"])
def test_what_may_come_to_another_answer_is_said(name: str) -> None:
    tracer = tracer_of(
        """
        claims: {c: C}
        outlets: {a: {name: A, owner: same}, b: {name: B, owner: same}}
        reports:
          r: {outlet: a, says: [{claim: c, basis: own_reporting}]}
          s: {outlet: b, says: [{claim: c, basis: own_reporting}]}
        """
    )
    outputs = EXPORTERS[name].render(export_of(tracer, [tracer.trace("c")]))
    inputs = {f"out{out.name}{EXPORTERS[name].suffix}": out.text for out in outputs}
    notes = [note.what for note in proposal_of(inputs)[0].notes]
    assert any(what.startswith("responses, who could confirm, what ties sources and origins") for what in notes)
    assert any("group 1: r, s counted as one origin" in what for what in notes), notes
