"""PROV-O files keep the SHACL shapes that are published with them, and the shapes refuse what they should."""

from functools import cache
from importlib.resources import files

import pytest
from rdflib import Graph

from tests.export.test_prov import RICH, all_cases, exported, turtle_of

pyshacl = pytest.importorskip("pyshacl", reason="pyshacl is not installed: PROV-O was not held against its shapes")

SHAPES = Graph().parse(data=(files("provenance.export.w3c_prov") / "shapes.ttl").read_text(encoding="utf-8"))


def refusals(graph: Graph) -> str:
    """Say what the shapes have against a graph; "" for nothing."""
    keeps, _, said = pyshacl.validate(graph, shacl_graph=SHAPES, ont_graph=SHAPES, inference="none", advanced=True)
    return "" if keeps else str(said)


@pytest.mark.no_cover  # it covers what others do, many times over
@pytest.mark.parametrize("case", all_cases())
def test_every_file_keeps_the_shapes(case: str) -> None:
    assert refusals(turtle_of(all_cases()[case])) == ""


@pytest.mark.no_cover  # it covers what others do, many times over
def test_the_shapes_are_shapes() -> None:
    pyshacl.validate(Graph(), shacl_graph=SHAPES, meta_shacl=True)


PREFIXES = """
PREFIX news: <urn:source-provenance:term:>
PREFIX rec: <urn:source-provenance:record:>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""

BROKEN = {
    "a thing without a name": "DELETE WHERE { rec:report.other rdfs:label ?x }",
    "a claim that is stronger than no claim": "INSERT DATA { rec:claim.sold news:strongerThan rec:report.other }",
    "a rating of a claim": "INSERT DATA { rec:claim.sold news:rating 'true' }",
    "an answer with a status of its own": "DELETE { ?a news:status ?s } INSERT { ?a news:status 'true' } WHERE { ?a news:status ?s }",
    "several origins with nothing said of their independence": (
        "DELETE { ?a news:status ?s } INSERT { ?a news:status 'multiple-origins' } WHERE { ?a news:status ?s }"
    ),
    "a count that ends before it begins": (
        "DELETE { ?a news:originsMax ?n } INSERT { ?a news:originsMax -1 } WHERE { ?a news:originsMax ?n }"
    ),
    "a report of two outlets": "INSERT DATA { rec:report.other prov:wasAttributedTo rec:outlet.wire }",
    "a statement of no report": "DELETE WHERE { rec:statement.other.offered prov:specializationOf ?x }",
    "a stance that there is not": "INSERT DATA { rec:statement.other.offered news:stance 'likes' }",
    "an account of nobody": "DELETE WHERE { rec:account.clerk prov:wasAttributedTo ?x }",
    "an unlocated report with a publisher": "INSERT DATA { rec:unlocated.Elsewhere prov:wasAttributedTo rec:outlet.wire }",
    "an anonymous source with an address": "INSERT DATA { rec:source.clerk news:url 'https://clerk.example/' }",
    "a source without a kind": "DELETE WHERE { rec:source.clerk news:kind ?x }",
    "a country that is none": "INSERT DATA { rec:outlet.log news:country 'Germany' }",
    "a party that is no organisation": "DELETE WHERE { rec:party.ministry a prov:Organization }",
    "a retraction without a date": "DELETE WHERE { rec:retraction.first news:date ?x }",
    "a doubt without its reason": "DELETE WHERE { rec:citation.third.sold.source.smith.1 news:reservation ?x }",
    "a doubt for a reason that there is not": (
        "INSERT DATA { rec:citation.third.sold.source.smith.1 news:reservation 'because' }"
    ),
    "a derivation from what was not found": (
        "DELETE { ?c prov:entity ?e } INSERT { ?c prov:entity rec:unlocated.Elsewhere }"
        " WHERE { ?c prov:entity ?e FILTER(?c = rec:citation.second.sold.statement.first.sold.1) }"
    ),
    "a plain derivation without a citation": (
        "INSERT DATA { rec:statement.ring-a.sold prov:wasDerivedFrom rec:statement.third.sold }"
    ),
    "derivations in a loop": (
        "INSERT DATA { rec:statement.second.sold prov:wasDerivedFrom rec:statement.third.sold ;"
        " prov:qualifiedDerivation rec:citation.loop . rec:citation.loop a prov:Derivation ;"
        " prov:entity rec:statement.third.sold }"
    ),
    "an origin without a group": "DELETE WHERE { ?o news:group ?x }",
}


@cache
def rich() -> str:
    return turtle_of(exported(RICH, "sold")).serialize(format="nt")


@pytest.mark.no_cover  # it covers what others do, many times over
@pytest.mark.parametrize("fault", BROKEN)
def test_what_is_wrong_is_refused(fault: str) -> None:
    graph = Graph().parse(data=rich(), format="nt")
    before = len(graph), set(graph)
    graph.update(PREFIXES + BROKEN[fault])
    assert (len(graph), set(graph)) != before
    assert refusals(graph)
