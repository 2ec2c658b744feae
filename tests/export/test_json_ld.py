"""JSON-LD, as rdflib reads it without a network, held against the SHACL shapes that are published with it."""

import json
from importlib.resources import files
from typing import NoReturn

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from provenance.dates import parse_date
from provenance.export import EXPORTERS
from provenance.export.figure import Export, export_of
from provenance.export.words import sound_address
from provenance.model import Stance
from provenance.safe import visible
from tests.export.cases import cases
from tests.export.hostile import hostile_export
from tests.texts import tracer_of

pyshacl = pytest.importorskip("pyshacl", reason="pyshacl is not installed: JSON-LD was not held against its shapes")

# rdflib's own reader of JSON-LD uses what rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

S = Namespace("https://schema.org/")
PAGE = "https://example.org/page"
SHAPES = Graph().parse(data=(files("provenance.export") / "claim_shapes.ttl").read_text(encoding="utf-8"))

every_case = pytest.mark.parametrize("found", [*(case.export() for case in cases().values()), hostile_export()])


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("something is fetched")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("urllib.request.urlopen", refuse)


def text_of(found: Export) -> str:
    return EXPORTERS["json-ld"].render(found)[0].text


def graph_of(text: str) -> Graph:
    return Graph().parse(data=text, format="json-ld", publicID=PAGE)


def faults(graph: Graph) -> str:
    """Say what the shapes have against a graph; "" for nothing."""
    conforms, _, said = pyshacl.validate(graph, shacl_graph=SHAPES)
    return "" if conforms else str(said)


def at(place: str) -> URIRef:
    return URIRef(f"{PAGE}#{place}")


def texts(graph: Graph, subject: URIRef, name: str) -> list[str]:
    return [str(value) for value in graph.objects(subject, S[name])]


@every_case
def test_it_comes_back_equal(found: Export) -> None:
    graph = graph_of(text_of(found))
    workspace = found.tracer.workspace
    (answer,) = found.answers
    claim = at(f"claim-{answer.claim}")
    assert texts(graph, claim, "text") == [answer.text]
    for stance, name in ((True, "appearance"), (False, "subjectOf")):
        said = [
            node.record
            for node in found.figure.nodes
            if node.claim == answer.claim and (node.stance is Stance.SUPPORTS) is stance
        ]
        assert set(graph.objects(claim, S[name])) == {at(f"report-{record}") for record in said}
    for id_ in {node.id for node in found.nodes if found.tracer.graph.report(node)}:
        report, place = workspace.reports[id_], at(f"report-{id_}")
        assert texts(graph, place, "headline") == [report.title] * bool(report.title)
        assert texts(graph, place, "author") == [report.author] * bool(report.author)
        addresses = [text for name in ("url", "archivedAt", "identifier") for text in texts(graph, place, name)]
        assert sorted(addresses) == sorted(filter(None, (report.url, report.archived)))
        assert texts(graph, place, "url") == [report.url] * bool(sound_address(report.url))
        (outlet,) = graph.objects(place, S.publisher)
        assert graph.value(outlet, S.name) == Literal(workspace.outlet_of(id_).name)


@every_case
def test_it_keeps_its_shapes(found: Export) -> None:
    assert faults(graph_of(text_of(found))) == ""


@every_case
def test_nothing_in_it_ends_a_script_or_acts(found: Export) -> None:
    text = text_of(found)
    assert "<" not in text
    assert all(line == visible(line) for line in text.split("\n"))


def test_no_claim_is_rated() -> None:
    for case in cases().values():
        graph = graph_of(text_of(case.export()))
        assert not [kind for kind in graph.objects(None, RDF.type) if "Review" in str(kind) or "Rating" in str(kind)]
        assert not [name for name in graph.predicates() if "eview" in str(name) or "ating" in str(name)]


DATED = """
claims: {c: The claim., d: {text: It in more detail., stronger_than: c}}
outlets: {times: {name: Times, kind: newspaper}}
sources: {memo: {kind: document, name: The memo, url: "https://memo.example/"}, smith: {kind: named, name: Smith}}
reports:
  early: {outlet: times, published: 2025-09-03T21:40+02:00, says: [{claim: c, cites: [memo, smith]}], archived: "https://archive.example/1"}
  later: {outlet: Post, published: "2025-09-10/2025-09-12", says: [{claim: c, cites: early}], status: {corrected: 2025-09-13, retracted: 2025-09-14}}
  doubt: {outlet: Blog, published: 2025-09-20, says: [{claim: c, stance: questions, cites: [{report: later, attribution: unclear}]}]}
"""


def dated(as_of: str | None = None, extra: str = "") -> Export:
    tracer = tracer_of(DATED + extra)
    return export_of(tracer, [tracer.trace("c", parse_date(as_of) if as_of else None)])


def test_what_stands_in_it() -> None:
    things = {thing["@id"]: thing for thing in json.loads(text_of(dated("2025-09-30")))["@graph"]}
    assert things["#record"]["temporalCoverage"] == "../2025-09-30"
    claim = things["#claim-c"]
    assert claim["appearance"] == [{"@id": "#report-early"}, {"@id": "#report-later"}]
    assert claim["subjectOf"] == [{"@id": "#report-doubt"}]
    assert claim["firstAppearance"] == {"@id": "#report-early"}
    assert "It does not show whether the claim is true." in claim["description"]
    early, later, doubt = (things[f"#report-{name}"] for name in ("early", "later", "doubt"))
    assert (early["@type"], early["datePublished"], early["archivedAt"]) == (
        "NewsArticle",
        "2025-09-03T21:40+02:00",
        "https://archive.example/1",
    )
    assert early["citation"] == [{"@id": "#source-memo"}]
    assert things["#source-memo"] == {
        "@id": "#source-memo",
        "@type": "CreativeWork",
        "name": "The memo",
        "url": "https://memo.example/",
    }
    assert later["creativeWorkStatus"] == "retracted 2025-09-14"
    assert later["correction"] == ["corrected 2025-09-13"]
    assert "datePublished" not in later  # an interval is no date to schema.org
    assert "citation" not in doubt  # whether it does is in doubt


@pytest.mark.parametrize(
    ("extra", "why"),
    [
        ("  other: {outlet: Wire, says: c}", "another has no date"),
        ("  other: {outlet: Wire, says: c, published: 2025-09}", "another may be older"),
        ("  other: {outlet: Wire, says: d, published: 2025-09-01}", "an older one says more"),
    ],
)
def test_a_first_appearance_that_is_not_certain_is_not_given(extra: str, why: str) -> None:
    assert list(graph_of(text_of(dated())).objects(at("claim-c"), S.firstAppearance)) == [at("report-early")]
    assert not list(graph_of(text_of(dated(extra=extra))).objects(at("claim-c"), S.firstAppearance)), why


@pytest.mark.parametrize("cites", ["cites: [{outlet: Elsewhere}]", "certainty: certain"])
def test_one_that_may_have_it_from_elsewhere_is_no_first_appearance(cites: str) -> None:
    tracer = tracer_of(f"""
    claims: {{c: The claim.}}
    reports: {{a: {{outlet: A, published: 2025, says: [{{claim: c, {cites}}}]}}}}
    """)
    graph = graph_of(text_of(export_of(tracer, [tracer.trace("c")])))
    assert not list(graph.objects(at("claim-c"), S.firstAppearance))


@pytest.mark.parametrize(
    ("triple", "said"),
    [
        ((at("claim-c"), S.text, Literal("another")), "MaxCount"),
        ((at("claim-c"), S.firstAppearance, at("report-doubt")), "no appearance"),
        ((at("claim-c"), S.reviewRating, Literal("5")), "not rated"),
        ((at("review"), RDF.type, S.ClaimReview), "not rated"),
        ((at("report-early"), S.publisher, at("outlet-1")), "MaxCount"),
        ((at("claim-c"), S.appearance, at("nothing")), "MinCount"),
        ((at("report-doubt"), S.datePublished, Literal("yesterday")), "Pattern"),
    ],
)
def test_the_shapes_refuse_what_they_should(triple: tuple[URIRef, URIRef, URIRef | Literal], said: str) -> None:
    graph = graph_of(text_of(dated()))
    assert faults(graph) == ""
    graph.add(triple)
    assert said in faults(graph)


def test_of_several_claims_each_has_its_own() -> None:
    tracer = tracer_of(DATED)
    graph = graph_of(text_of(export_of(tracer, [tracer.trace("c"), tracer.trace("d")])))
    assert set(graph.subjects(RDF.type, S.Claim)) == {at("claim-c"), at("claim-d")}
    assert set(graph.objects(at("record"), S.about)) == {at("claim-c"), at("claim-d")}
    assert faults(graph) == ""


def test_only_addresses_of_the_web_are_addresses() -> None:
    tracer = tracer_of(
        "claims: {c: C}\nreports: {a: {outlet: A, says: c, url: 'javascript:alert(1)', archived: 'x y'}}"
    )
    graph = graph_of(text_of(export_of(tracer, [tracer.trace("c")])))
    assert not texts(graph, at("report-a"), "url") + texts(graph, at("report-a"), "archivedAt")
    assert sorted(texts(graph, at("report-a"), "identifier")) == ["javascript:alert(1)", "x y"]


@pytest.mark.parametrize(
    ("as_of", "covered"),
    [("2025-09", ["../2025-09"]), ("2025-08/2025-09-02", ["../2025-09-02"]), ("2025?", ["../2025"]), ("2025-23", [])],
)
def test_what_is_covered_ends_with_the_cut_off_date_as_iso_8601_writes_it(as_of: str, covered: list[str]) -> None:
    tracer = tracer_of("claims: {c: C}\nreports: {a: {outlet: A, says: c}}")
    graph = graph_of(text_of(export_of(tracer, [tracer.trace("c", parse_date(as_of))])))
    assert texts(graph, at("record"), "temporalCoverage") == covered
    assert not faults(graph)
