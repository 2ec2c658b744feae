"""PROV-JSON of ours keeps more than a graph does; that of others is entities that derive from each other."""

import json

import pytest

from provenance.draft import UnreadableError
from provenance.export import EXPORTERS
from provenance.export.figure import export_of
from tests.draft.proposed import proposal_of, proposed
from tests.texts import tracer_of

RECORDS = """\
claims:
  strong:
    text: It is closed for good.
    stronger_than: weak
  weak: It is closed.

outlets:
  news-outlet: {name: News, kind: newspaper, country: GB, owner: Group}

parties:
  council: {name: Council, country: GB}

sources:
  aide: {kind: anonymous, described_as: an aide, party: council}

reports:
  a:
    outlet: Wire
    author: A. Writer
    published: 2025-09-02
    language: en
    status: {withdrawn: 2025-09-06}
    says:
      - claim: weak
        where: paragraph 2
        details: {lanes: 2}
        cites: aide
  b:
    outlet: news-outlet
    published: 2025-09-03
    says: strong
    cites: {report: a, mode: quotes, quote: closed}
"""

OTHERS = {
    "prefix": {"ex": "https://example.org/"},
    "entity": {
        "ex:a": {
            "dcterms:title": "First",
            "schema:url": "https://a.example/1",
            "ex:size": {"$": "3", "type": "xsd:int"},
        },
        "ex:b": {"prov:label": "Second"},
    },
    "agent": {
        "ex:desk": {"prov:type": {"$": "prov:Organization", "type": "prov:QUALIFIED_NAME"}, "foaf:name": "Desk"},
        "ex:w": {"prov:type": [{"$": "prov:Person", "type": "prov:QUALIFIED_NAME"}], "prov:label": "W. Riter"},
    },
    "wasAttributedTo": {
        "_:1": {"prov:entity": "ex:b", "prov:agent": "ex:desk"},
        "_:2": {"prov:entity": "ex:b", "prov:agent": "ex:w"},
    },
    "wasQuotedFrom": {"_:3": {"prov:generatedEntity": "ex:b", "prov:usedEntity": "ex:a"}},
    "wasInvalidatedBy": {"_:4": {"prov:entity": "ex:a", "prov:time": "2025-09-03T00:00:00Z"}},
}


def test_ours_comes_back_with_what_no_graph_keeps() -> None:
    pytest.importorskip("prov")
    tracer = tracer_of(RECORDS)
    text = EXPORTERS["prov-json"].render(export_of(tracer, [tracer.trace("strong")]))[0].text
    proposal, written = proposal_of({"in.json": text})
    assert written.partition("\n\n")[2] == RECORDS
    assert [note.what.split(":")[0] for note in proposal.notes] == [
        "responses, who could confirm, which sources are the same, other ties between origins",
        "hardens",
        "the answer with its origins",
    ]


def test_that_of_others_is_reports_that_rest_on_each_other() -> None:
    workspace, notes = proposed({"in.json": json.dumps(OTHERS)}, claim="c")
    first, second = workspace.reports["a"], workspace.reports["b"]
    assert (first.title, first.url, first.outlet) == ("First", "https://a.example/1", "a.example")
    assert (second.title, second.author, second.outlet) == ("Second", "W. Riter", "Desk")
    (citation,) = second.says[0].cites
    assert (citation.id, citation.mode) == ("a", "quotes")  # type: ignore[union-attr]
    assert ("in.json#/entity/ex:a", "ex:size: 3") in notes
    assert any("wasInvalidatedBy" in what for _, what in notes)


def test_what_is_no_document_is_refused_with_every_fault() -> None:
    with pytest.raises(UnreadableError) as unreadable:
        proposal_of({"in.json": '{"entity": [1], "agent": {"a": 1}}'}, format_="prov-json")
    assert [str(each.place) for each in unreadable.value.problems] == ["in.json#/entity", "in.json#/agent/a"]


def test_a_name_that_is_made_of_no_ids_is_none_of_ours() -> None:
    entities = {"rec:report": {"prov:type": "news:Report"}, "rec:statement.a": {"prov:type": "news:Statement"}}
    workspace, _ = proposed({"in.json": json.dumps({"entity": entities})}, claim="c")
    assert sorted(workspace.reports) == ["report", "statement.a"]
