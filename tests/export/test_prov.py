"""The PROV formats: what each record becomes, that doubt stays doubt, and that other programs read all of it back."""

import random
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from prov.model import ProvDerivation, ProvDocument, ProvInfluence, ProvRecord
from prov.serializers.provrdf import ProvRDFSerializer
from rdflib import PROV, RDF, RDFS, Graph, URIRef

from provenance.dates import parse_date
from provenance.export import EXPORTERS, MissingExtraError
from provenance.export.figure import Export, export_of
from provenance.export.w3c_prov.cast import cast_of, node_name
from provenance.export.w3c_prov.code_points import inert
from provenance.export.w3c_prov.document import prov_document
from provenance.export.w3c_prov.names import RECORDS, TERMS, day, instant, name
from provenance.graph import NodeKind
from provenance.model import Attribution
from provenance.read import read_texts
from provenance.safe import visible
from provenance.trace import Shape, Tracer
from tests.export.cases import Case, cases
from tests.export.hostile import hostile_export
from tests.oracle import Records
from tests.records import workspaces, written

pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning:rdflib")  # where the prov library reads RDF

FORMATS = ("prov-json", "prov-n", "prov-o")
READ_WITH = {"prov-json": ("json", {}), "prov-n": ("provn", {}), "prov-o": ("rdf", {"rdf_format": "turtle"})}
DERIVED = (PROV.qualifiedDerivation, PROV.qualifiedQuotation, PROV.qualifiedPrimarySource)
PLAIN = {
    PROV.wasDerivedFrom,
    PROV.wasQuotedFrom,
    PROV.hadPrimarySource,
    PROV.wasInfluencedBy,
    PROV.generatedAtTime,
    PROV.wasInvalidatedBy,
    PROV.invalidatedAtTime,
}

RICH = """
claims:
  all:  {text: It was all sold.}
  sold: {text: It was sold., stronger_than: offered, part_of: all}
  offered: It was offered.
outlets:
  wire: {name: Wire, kind: agency, country: DE, owner: House}
  log:  {name: Log, kind: blog}
parties: {ministry: {name: Ministry, country: FR}}
sources:
  smith: {kind: named, name: J. Smith, described_as: analyst, url: "https://smith.example/", party: ministry}
  clerk: {kind: anonymous, described_as: a clerk, party: ministry, same_as: {source: aide, how: possible}}
  aide:  {kind: anonymous, described_as: an aide}
  crowd: {kind: eyewitness, described_as: people on the quay}
  anna:  {kind: eyewitness, name: Anna, same_as: smith}
  memo:  {kind: document, name: The memo, url: "https://memo.example/", party: ministry}
  draft: {kind: document, name: The draft, same_as: memo}
reports:
  first:
    outlet: wire
    title: Sold
    author: A. Writer
    language: de
    url: https://wire.example/1
    archived: https://archive.example/1
    accessed: 2025-09-10
    read: original
    published: 2025-09-03T21:40:10+02:00
    status: {retracted: 2025-09-05T08:00:00Z}
    says:
      - {claim: sold, certainty: possible, quote: sold, where: paragraph 2, details: {delivered: 2019, price: none},
         cites: [{source: smith, mode: quotes, quote: it is sold}, memo, draft, clerk, aide, crowd, anna, ministry]}
      - {claim: all, stance: comments, basis: unattributed}
  second: {outlet: Log, published: 2025-09-04, language: en, status: {withdrawn: 2025-10, corrected: 2025-09-06},
           says: [{claim: sold, certainty: certain, details: {delivered: 2018}, cites: [{report: first, mode: translates}]}]}
  third:  {outlet: Paper, published: 2025-09-13?, says: sold, cites: [{report: second, mode: quotes}, {report: second, mode: syndicates},
           {source: smith, attribution: unclear}, {unclear: [clerk, memo]}, {unclear: [aide, {outlet: unnamed}]}, other, {outlet: Elsewhere}]}
  other:  {outlet: Paper, says: offered}
  ring-a: {outlet: Paper, says: sold, cites: ring-b}
  ring-b: {outlet: wire, says: sold, cites: [ring-a, third]}
  self:   {outlet: Log, says: sold, cites: self}
"""


def exported(text: str, claim: str, as_of: str | None = None) -> Export:
    return Case({"a.yaml": text}, claim, as_of).export()


def lines_of(found: Export) -> list[str]:
    """Give the records of a document as PROV-N puts them, without the blanks in front."""
    return [line.strip() for line in EXPORTERS["prov-n"].render(found)[0].text.splitlines()]


def read_back(form: str, text: str) -> ProvDocument:
    format_, options = READ_WITH[form]
    return ProvDocument.deserialize(content=text, format=format_, **options)


def turtle_of(found: Export) -> Graph:
    return Graph().parse(data=EXPORTERS["prov-o"].render(found)[0].text)


@cache
def all_cases() -> dict[str, Export]:
    return {
        **{each: case.export() for each, case in cases().items()},
        "rich": exported(RICH, "sold"),
        "hostile texts": hostile_export(),
    }


every_case = pytest.mark.parametrize("case", all_cases())
every_format = pytest.mark.parametrize("form", FORMATS)


# What each record becomes


def test_a_statement_is_a_specialisation_of_its_report_which_is_attributed_to_its_outlet() -> None:
    lines = lines_of(exported(RICH, "sold"))
    assert "specializationOf(rec:statement.other.offered, rec:report.other)" in lines
    assert "wasAttributedTo(rec:report.other, rec:outlet.Paper)" in lines
    assert (
        "entity(rec:statement.first.sold, [prov:type='news:Statement', prov:label=\"Wire\", news:claim='rec:claim.sold', "
        'news:stance="supports", news:certainty="possible", news:quote="sold", news:where="paragraph 2", '
        'news:detail="delivered: 2019", news:detail="price: none"])'
    ) in lines


def test_a_report_keeps_its_dates_as_written_and_has_an_instant_only_where_that_is_one() -> None:
    lines = lines_of(exported(RICH, "sold"))
    assert (
        "entity(rec:report.first, [prov:type='news:Report', prov:label=\"Wire\", "
        'news:published="2025-09-03T21:40:10+02:00", news:accessed="2025-09-10", news:author="A. Writer", '
        'news:language="de", news:url="https://wire.example/1", news:archived="https://archive.example/1", '
        'news:read="original", dcterms:title="Sold", news:retracted="2025-09-05T08:00:00Z"])'
    ) in lines
    assert "wasGeneratedBy(rec:publication.first; rec:report.first, -, 2025-09-03T19:40:10+00:00)" in lines
    assert len([line for line in lines if line.startswith("wasGeneratedBy")]) == 1
    assert (
        'entity(rec:report.second, [prov:type=\'news:Report\', prov:label="Log", news:published="2025-09-04", '
        'news:language="en", dcterms:issued="2025-09-04" %% xsd:date, news:corrected="2025-09-06", '
        'news:withdrawn="2025-10"])'
    ) in lines
    assert (
        'entity(rec:report.third, [prov:type=\'news:Report\', prov:label="Paper", news:published="2025-09-13?"])'
        in lines
    )


def test_a_retraction_ends_the_report_and_all_it_states() -> None:
    lines = lines_of(exported(RICH, "sold"))
    assert (
        "activity(rec:retraction.first, -, -, "
        '[prov:type=\'news:Retraction\', prov:label="Retraction by Wire", news:date="2025-09-05T08:00:00Z"])'
    ) in lines
    assert "wasAssociatedWith(rec:retraction.first, rec:outlet.wire, -)" in lines
    assert {line for line in lines if line.startswith("wasInvalidatedBy")} == {
        "wasInvalidatedBy(rec:invalidation.first; rec:report.first, rec:retraction.first, 2025-09-05T08:00:00+00:00)",
        (
            "wasInvalidatedBy(rec:invalidation.first.sold; rec:statement.first.sold, rec:retraction.first, "
            "2025-09-05T08:00:00+00:00)"
        ),
        "wasInvalidatedBy(rec:invalidation.second; rec:report.second, rec:withdrawal.second, -)",
        "wasInvalidatedBy(rec:invalidation.second.sold; rec:statement.second.sold, rec:withdrawal.second, -)",
    }


def test_what_came_after_the_date_asked_about_is_not_told() -> None:
    lines = lines_of(exported(RICH, "sold", "2025-09-05"))
    assert [line for line in lines if line.startswith("activity")] == [
        (
            "activity(rec:retraction.first, -, -, "
            '[prov:type=\'news:Retraction\', prov:label="Retraction by Wire", news:date="2025-09-05T08:00:00Z"])'
        )
    ]
    assert not [line for line in lines if "news:corrected" in line or "news:withdrawn" in line]
    assert [line for line in lines if line.startswith("entity(rec:answer.sold.2025-09-05,")]


def test_who_said_something_is_an_agent_and_what_was_said_an_entity() -> None:
    lines = lines_of(exported(RICH, "sold"))
    for expected in (
        "entity(rec:account.clerk, [prov:type='news:Account', prov:label=\"“a clerk”\"])",
        (
            'agent(rec:source.clerk, [prov:type=\'news:Source\', prov:label="“a clerk”", news:kind="anonymous", '
            "news:party='rec:party.ministry', news:possiblySameAs='rec:source.aide'])"
        ),
        "wasAttributedTo(rec:account.clerk, rec:source.clerk)",
        (
            "agent(rec:source.crowd, [prov:type='news:Source', prov:label=\"“people on the quay”\", "
            'news:kind="eyewitness"])'
        ),
        (
            "agent(rec:source.anna, [prov:type='news:Source', prov:type='prov:Person', prov:label=\"Anna\", "
            "news:kind=\"eyewitness\", news:sameAs='rec:source.smith'])"
        ),
        (
            "agent(rec:source.smith, [prov:type='news:Source', prov:type='prov:Person', prov:label=\"J. Smith, analyst\", "
            'news:kind="named", news:url="https://smith.example/", news:party=\'rec:party.ministry\'])'
        ),
        (
            "entity(rec:document.memo, [prov:type='news:Document', prov:label=\"The memo\", "
            "news:url=\"https://memo.example/\", news:party='rec:party.ministry'])"
        ),
        (
            "entity(rec:document.draft, [prov:type='news:Document', prov:label=\"The draft\", "
            "news:sameAs='rec:document.memo'])"
        ),
        (
            "agent(rec:party.ministry, [prov:type='news:Party', prov:type='prov:Organization', prov:label=\"Ministry\", "
            'news:country="FR"])'
        ),
        "wasAttributedTo(rec:account.ministry, rec:party.ministry)",
        (
            "agent(rec:outlet.wire, [prov:type='news:Outlet', prov:type='prov:Organization', prov:label=\"Wire\", "
            'news:kind="agency", news:country="DE", news:owner="House"])'
        ),
        'agent(rec:outlet.log, [prov:type=\'news:Outlet\', prov:label="Log", news:kind="blog"])',
    ):
        assert expected in lines
    assert not [line for line in lines if "rec:source.memo" in line or "actedOnBehalfOf" in line]


def test_sure_citations_are_derivations_of_the_kind_that_the_record_gives() -> None:
    lines = lines_of(exported(RICH, "sold"))
    for expected in (
        (
            "wasDerivedFrom(rec:citation.first.sold.source.smith.1; rec:statement.first.sold, rec:account.smith, -, -, -, "
            "[prov:type='prov:Quotation', prov:type='prov:PrimarySource', news:mode=\"quotes\", "
            'news:quote="it is sold"])'
        ),
        (
            "wasDerivedFrom(rec:citation.first.sold.source.memo.1; rec:statement.first.sold, rec:document.memo, -, -, -, "
            "[prov:type='prov:PrimarySource'])"
        ),
        (
            "wasDerivedFrom(rec:citation.first.sold.party.ministry.1; rec:statement.first.sold, rec:account.ministry, -, -, "
            "-, [prov:type='prov:PrimarySource'])"
        ),
        (
            "wasDerivedFrom(rec:citation.second.sold.statement.first.sold.1; rec:statement.second.sold, "
            "rec:statement.first.sold, -, -, -, [prov:type='news:Translation', news:mode=\"translates\", "
            'news:hardens="certainty", news:changes="delivered"])'
        ),
        (
            "wasDerivedFrom(rec:citation.third.sold.statement.second.sold.1; rec:statement.third.sold, "
            "rec:statement.second.sold, -, -, -, [prov:type='prov:Quotation', news:mode=\"quotes\"])"
        ),
        (
            "wasDerivedFrom(rec:citation.third.sold.statement.second.sold.2; rec:statement.third.sold, "
            'rec:statement.second.sold, -, -, -, [news:mode="syndicates"])'
        ),
        (
            "wasDerivedFrom(rec:citation.third.sold.statement.other.offered.1; rec:statement.third.sold, "
            'rec:statement.other.offered, -, -, -, [news:hardens="claim"])'
        ),
        (
            "wasDerivedFrom(rec:citation.ring-b.sold.statement.third.sold.1; rec:statement.ring-b.sold, "
            "rec:statement.third.sold, -, -, -)"
        ),
    ):
        assert expected in lines


def test_what_is_in_doubt_is_an_influence_that_says_why() -> None:
    lines = lines_of(exported(RICH, "sold"))
    for expected in (
        (
            "wasInfluencedBy(rec:citation.third.sold.source.smith.1; rec:statement.third.sold, rec:account.smith, "
            '[news:reservation="unclear-attribution"])'
        ),
        (
            "wasInfluencedBy(rec:citation.third.sold.source.clerk.1; rec:statement.third.sold, rec:account.clerk, "
            "[news:reservation=\"unclear-choice\", news:choice='rec:choice.third.sold.2'])"
        ),
        (
            "wasInfluencedBy(rec:citation.third.sold.source.memo.1; rec:statement.third.sold, rec:document.memo, "
            "[news:reservation=\"unclear-choice\", news:choice='rec:choice.third.sold.2'])"
        ),
        (
            "wasInfluencedBy(rec:citation.third.sold.outlet.unnamed%3Athird.sold.1; rec:statement.third.sold, "
            "rec:unlocated.unnamed%3Athird.sold, "
            '[news:reservation="unclear-choice", news:reservation="not-located", news:choice=\'rec:choice.third.sold.1\'])'
        ),
        (
            "wasInfluencedBy(rec:citation.third.sold.outlet.Elsewhere.1; rec:statement.third.sold, "
            'rec:unlocated.Elsewhere, [news:reservation="not-located"])'
        ),
        (
            "wasInfluencedBy(rec:citation.ring-a.sold.statement.ring-b.sold.1; rec:statement.ring-a.sold, "
            'rec:statement.ring-b.sold, [news:reservation="circular"])'
        ),
        (
            "wasInfluencedBy(rec:citation.ring-b.sold.statement.ring-a.sold.1; rec:statement.ring-b.sold, "
            'rec:statement.ring-a.sold, [news:reservation="circular"])'
        ),
        (
            "wasInfluencedBy(rec:citation.self.sold.statement.self.sold.1; rec:statement.self.sold, "
            'rec:statement.self.sold, [news:reservation="circular"])'
        ),
    ):
        assert expected in lines


def test_nobody_is_said_to_have_published_what_was_not_found() -> None:
    lines = lines_of(exported(RICH, "sold"))
    assert (
        "entity(rec:unlocated.Elsewhere, [prov:type='news:Unlocated', prov:label=\"Elsewhere (not located)\"])" in lines
    )
    assert [line for line in lines if "rec:outlet.Elsewhere" in line] == [
        "agent(rec:outlet.Elsewhere, [prov:type='news:Outlet', prov:type='prov:Organization', prov:label=\"Elsewhere\"])",
        (
            "wasInfluencedBy(rec:publisher.Elsewhere; rec:unlocated.Elsewhere, rec:outlet.Elsewhere, "
            '[news:reservation="not-located"])'
        ),
    ]


def test_a_report_that_does_not_say_it_is_cited_as_a_report() -> None:
    lines = lines_of(exported(cases()["doubts"].texts["a.yaml"], "asked"))
    assert (
        "wasInfluencedBy(rec:citation.wrong.asked.report.silent.1; rec:statement.wrong.asked, rec:report.silent, "
        '[news:reservation="not-in-cited"])'
    ) in lines


def test_an_answer_stands_by_itself_with_the_origins_it_counts() -> None:
    lines = lines_of(cases()["s400"].export())
    answer = next(line for line in lines if line.startswith("entity(rec:answer"))
    assert answer == (
        "entity(rec:answer.s400-asked, [prov:type='news:Answer', prov:label=\"s400-asked: unattributed\", "
        "news:claim='rec:claim.s400-asked', news:status=\"unattributed\", news:originsMin=1, news:originsMax=3])"
    )
    assert "wasAttributedTo(rec:answer.s400-asked, rec:program.provenance)" in lines
    assert (
        "wasInfluencedBy(rec:origin.s400-asked.statement.nefes-0903.s400-considering; rec:answer.s400-asked, "
        "rec:statement.nefes-0903.s400-considering, "
        "[prov:type='news:Origin', news:origin=\"unattributed\", news:group=2])"
    ) in lines


def test_several_origins_are_never_named_without_what_is_known_of_their_independence() -> None:
    lines = lines_of(cases()["declared"].export())
    assert next(line for line in lines if line.startswith("entity(rec:answer")) == (
        "entity(rec:answer.c, [prov:type='news:Answer', prov:label=\"c: multiple origins, declared independent by "
        '“they stood on two hills”", news:claim=\'rec:claim.c\', news:status="multiple-origins", news:originsMin=2, '
        'news:originsMax=2, news:independence="declared independent by “they stood on two hills”"])'
    )


def test_an_outer_interval_and_what_is_left_out_are_said() -> None:
    doubts = ", ".join(f"{{report: r{number}, attribution: unclear}}" for number in range(20))
    reports = "\n".join(f"  r{number}: {{outlet: O{number}, says: c, cites: r{number + 1}}}" for number in range(20))
    text = f"""
claims: {{c: It rained.}}
reports:
{reports}
  r20: {{outlet: P, says: [{{claim: c, basis: own_reporting}}]}}
  all: {{outlet: Q, says: [{{claim: c, cites: [{doubts}]}}]}}
"""
    tracer = Tracer(read_texts({"a.yaml": text}).workspace)
    found = export_of(tracer, [tracer.trace("c")], Shape(depth=1))
    graph = turtle_of(found)
    answer = URIRef(name("answer", "c").uri)
    assert str(graph.value(answer, URIRef(TERMS["leftOut"].uri))) == found.figure.left_out
    assert found.figure.left_out


# Doubt


def derived(found: Export) -> tuple[set[str], set[str]]:
    """Give the names of the citations that are derivations, and of those that are influences."""
    records = prov_document(found).records
    citations = [
        record for record in records if record.identifier and record.identifier.localpart.startswith("citation.")
    ]
    assert all(isinstance(record, (ProvDerivation, ProvInfluence)) for record in citations)
    names = [
        {str(record.identifier) for record in citations if isinstance(record, kind)}
        for kind in (ProvDerivation, ProvInfluence)
    ]
    return names[0], names[1]


def surely(found: Export) -> Iterator[bool]:
    """Say slowly of each citation whether it is a sure one that no way of sure ones leads back from."""
    kinds = {shown.id: node.kind for shown, node in zip(found.figure.nodes, found.nodes, strict=True)}
    sure = {
        number: edge
        for number, edge in enumerate(found.figure.edges)
        if edge.choice is None
        and edge.attribution is Attribution.CLEAR
        and not edge.not_said
        and kinds[edge.cited] is not NodeKind.OUTLET
    }
    for number, edge in enumerate(found.figure.edges):
        reached = {edge.cited}
        while True:
            more = reached | {other.cited for other in sure.values() if other.citing in reached}
            if more == reached:
                break
            reached = more
        yield number in sure and edge.citing not in reached


def check_doubt(found: Export) -> None:
    sure, open_ = derived(found)
    expected = list(surely(found))
    assert len(sure) == sum(expected)
    assert len(open_) == len(expected) - sum(expected)
    cast = cast_of(found)
    graph = turtle_of(found)
    names = [URIRef(node_name(cast, node).uri) for node in found.nodes]
    plain = set(graph.subject_objects(PROV.wasDerivedFrom))
    ends = [(names[int(edge.citing[1:])], names[int(edge.cited[1:])]) for edge in found.figure.edges]
    assert plain == {pair for pair, holds in zip(ends, expected, strict=True) if holds}
    influenced = {pair for pair in graph.subject_objects(PROV.wasInfluencedBy) if "answer." not in str(pair[0])}
    unfound = {pair for pair in influenced if str(pair[1]).startswith(f"{RECORDS.uri}outlet.")}
    assert influenced - unfound == {pair for pair, holds in zip(ends, expected, strict=True) if not holds}


@every_case
def test_nothing_in_doubt_is_derived(case: str) -> None:
    check_doubt(all_cases()[case])


@pytest.mark.no_cover  # it covers what others do, many times over
@settings(deadline=None, database=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(workspaces(), st.randoms(use_true_random=False))
def test_nothing_in_doubt_is_derived_from_random_records(records: Records, order: random.Random) -> None:
    tracer = Tracer(read_texts(written(records)).workspace)
    claim = order.choice(sorted(records["claims"]))
    check_doubt(export_of(tracer, [tracer.trace(claim)]))


# Reading back


def same(one: ProvDocument, other: ProvDocument) -> bool:
    return set(one.records) == set(other.records) and len(one.records) == len(other.records)


def without_plain(graph: Graph) -> Graph:
    """Take out what a qualified relation says already, so that the prov library reads no relation twice."""
    for triple in list(graph):
        if triple[1] in PLAIN:
            graph.remove(triple)
    for link in DERIVED[1:]:
        for subject, node in list(graph.subject_objects(link)):
            if link == PROV.qualifiedPrimarySource and (node, RDF.type, PROV.Quotation) in graph:
                graph.remove((subject, link, node))  # of two subtypes the library knows one link
    return graph


@every_format
@every_case
def test_the_prov_library_reads_back_what_was_written(form: str, case: str) -> None:
    found = all_cases()[case]
    text = EXPORTERS[form].render(found)[0].text
    if form == "prov-o":
        text = without_plain(Graph().parse(data=text)).serialize(format="turtle")
    assert same(read_back(form, text), prov_document(found))


@every_case
def test_plain_properties_say_what_the_qualified_ones_do(case: str) -> None:
    found = all_cases()[case]
    graph = turtle_of(found)
    library = ProvRDFSerializer(prov_document(found)).encode_container(prov_document(found))
    added = {triple for triple in graph if triple not in library}
    stated: set[object] = set()
    for node, type_, plain in (
        (PROV.entity, PROV.Quotation, PROV.wasQuotedFrom),
        (PROV.entity, PROV.PrimarySource, PROV.hadPrimarySource),
        (PROV.influencer, PROV.Influence, PROV.wasInfluencedBy),
        (PROV.activity, PROV.Invalidation, PROV.wasInvalidatedBy),
        (PROV.atTime, PROV.Invalidation, PROV.invalidatedAtTime),
        (PROV.atTime, PROV.Generation, PROV.generatedAtTime),
        *((PROV.entity, each, PROV.wasDerivedFrom) for each in (PROV.Derivation, PROV.Quotation, PROV.PrimarySource)),
    ):
        for relation in graph.subjects(RDF.type, type_):
            owners = {subject for subject, link in graph.subject_predicates(relation) if "qualified" in str(link)}
            assert len(owners) == 1
            stated |= {(owner, plain, value) for owner in owners for value in graph.objects(relation, node)}
    links = {triple for triple in added if triple[1] in DERIVED}
    assert added - links == stated
    assert all(
        (node, RDF.type, PROV.Quotation) in graph and (node, RDF.type, PROV.PrimarySource) in graph
        for _, _, node in links
    )


@every_case
def test_rdflib_sees_every_node_by_its_label(case: str) -> None:
    found = all_cases()[case]
    graph = turtle_of(found)
    cast = cast_of(found)
    for shown, node in zip(found.figure.nodes, found.nodes, strict=True):
        label = f"{shown.label} (not located)" if node.kind is NodeKind.OUTLET else shown.label
        assert str(graph.value(URIRef(node_name(cast, node).uri), RDFS.label)) == label


@every_format
def test_nothing_acts_in_the_text(form: str) -> None:
    text = EXPORTERS[form].render(hostile_export())[0].text
    assert all(line == visible(line) for line in text.split("\n"))
    assert "\\u202" in text


def test_what_is_escaped_is_what_acts() -> None:
    for code in (*range(0xD800), *range(0xE000, 0x10000), 0x10000, *range(0xE0000, 0xE0100), 0x10FFFF):
        character = chr(code)
        acts = visible(character) != character and character != "\n"
        assert (inert(character) != character) is acts
        if acts:
            assert inert(character) == (f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}")


# Names and dates


@pytest.mark.parametrize(
    ("given_", "local"),
    [
        (("report", "nefes-0903"), "report.nefes-0903"),
        (("report", "a.b"), "report.a%2Eb"),
        (("statement", "r_1", "c"), "statement.r_1.c"),
        (("outlet", "Türkiye Today"), "outlet.T%C3%BCrkiye%20Today"),
        (("outlet", "100%:(a)"), "outlet.100%25%3A%28a%29"),
        (("unlocated", "unnamed:r:2", ""), "unlocated.unnamed%3Ar%3A2"),
        (
            ("outlet", "x" * 101),
            f"outlet.{'x' * 40}..c675a2e604b0cd1229c036e3ce0c8742",
        ),
        (("outlet", "x" * 100), f"outlet.{'x' * 100}"),
    ],
)
def test_names_are_made_of_ids(given_: tuple[str, ...], local: str) -> None:
    assert name(*given_).localpart == local


@settings(deadline=None, database=None)
@given(*(st.lists(st.text(min_size=1, max_size=150), min_size=1, max_size=3) for _ in range(2)))
def test_no_two_things_share_a_name_and_every_name_is_plain(one: list[str], other: list[str]) -> None:
    assert (name("kind", *one) == name("kind", *other)) is (one == other)
    assert re.fullmatch("[A-Za-z0-9_%.-]*[A-Za-z0-9_-]", name("kind", *one).localpart)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-09-03T21:40:10+02:00", datetime(2025, 9, 3, 19, 40, 10, tzinfo=UTC)),
        ("2025-09-03T21:40:10", datetime(2025, 9, 3, 21, 40, 10, tzinfo=UTC)),
        ("0001-01-01T00:00:00Z", datetime(1, 1, 1, tzinfo=UTC)),
        ("9999-12-31T23:59:59Z", datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("0000-12-31T23:59:59Z", None),
        ("-0001-01-01T00:00:00Z", None),
        ("9999-12-31T23:59:59-01:00", None),
        ("2025-09-03T21:40:10Z?", None),
        ("2025-09-03T21:40Z", None),
        ("2025-09-03", None),
        ("2025-09-03/..", None),
    ],
)
def test_an_instant_is_a_date_that_allows_no_other(text: str, expected: datetime | None) -> None:
    assert instant(parse_date(text)) == expected


@pytest.mark.parametrize(
    ("text", "is_day"),
    [
        ("2025-09-03", True),
        ("0001-01-01", True),
        ("0000-01-01", False),
        ("-0001-01-01", False),
        ("2025-09-03?", False),
        ("2025-09", False),
        ("2025-09-XX", False),
        ("2025-09-03T10:00", False),
        ("2025-09-03/2025-09-03", False),
    ],
)
def test_a_day_is_written_as_one(text: str, is_day: bool) -> None:
    found = day(parse_date(text))
    assert (found is not None) is is_day
    if found is not None:
        assert (found.value, str(found.datatype)) == (text, "xsd:date")


def test_no_date_is_neither() -> None:
    assert (instant(None), day(None)) == (None, None)


# Where the library is missing


@every_format
def test_without_the_library_a_format_says_what_to_install(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [
        each
        for each in sys.modules
        if each.startswith(("prov.", "provenance.export.prov_", "provenance.export.w3c_prov"))
    ]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "prov", None)
    with pytest.raises(MissingExtraError) as missing:
        EXPORTERS[form].render(cases()["loop"].export())
    expected = f"{form} needs an extra that is not installed: pip install 'source-provenance[prov]'"
    assert str(missing.value) == expected


def test_prov_o_without_rdflib_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "provenance.export.prov_o", raising=False)
    monkeypatch.setitem(sys.modules, "rdflib", None)
    with pytest.raises(MissingExtraError):
        EXPORTERS["prov-o"].render(cases()["loop"].export())


# The records of a document


def test_every_record_is_there_once() -> None:
    records: list[ProvRecord] = prov_document(exported(RICH, "sold")).records
    names = [record.identifier for record in records if record.identifier]
    assert len(names) == len(set(names))
