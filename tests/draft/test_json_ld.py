"""schema.org markup as fact-checkers publish it."""

import json

import pytest

from provenance.draft import UnreadableError
from provenance.export import EXPORTERS
from provenance.export.words import in_doubt
from provenance.graph import NodeKind
from provenance.model import Citation, Stance
from provenance.safe import one_line
from tests.draft.proposed import proposal_of, proposed
from tests.export.cases import cases

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://checks.example/1",
    "claimReviewed": "The bridge is closed.",
    "datePublished": "2025-09-05T10:00:00.000Z",
    "author": {"@type": "Organization", "name": "Check Desk", "url": "https://checks.example/"},
    "reviewRating": {"@type": "Rating", "ratingValue": "1", "bestRating": "5", "alternateName": "False"},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "A. Mayor", "jobTitle": "mayor", "sameAs": "https://who.example/"},
        "datePublished": "2025-09-01",
        "appearance": [
            {
                "@type": "NewsArticle",
                "url": "https://news.example/2",
                "headline": "Bridge closed",
                "datePublished": "2025-09-02",
                "publisher": {"@type": "Organization", "name": "News"},
                "isBasedOn": "https://wire.example/3",
            },
            "https://www.wire.example/3",
        ],
        "firstAppearance": {"@type": "CreativeWork", "url": "https://wire.example/3"},
    },
}


def read(found: object, claim: str | None = None) -> tuple[str, list[tuple[str, str]]]:
    proposal, text = proposal_of({"in.json": json.dumps(found)}, claim=claim)
    return text, [(note.where, note.what) for note in proposal.notes]


def test_a_review_with_its_claim_and_where_it_appeared() -> None:
    text, notes = read(REVIEW)
    assert text.partition("\n\n")[2] == (
        """\
claims:
  the-bridge-is-closed: The bridge is closed.

outlets:
  check-desk: {name: Check Desk, domains: [checks.example]}

sources:
  a-mayor: {kind: named, name: A. Mayor, described_as: mayor}

reports:
  # its source is who the claim is said to be of; whether this report has it from there is unclear
  # named as the first appearance of the claim
  # who published it is not in what was read: this is the host of its address
  wire.example:
    outlet: wire.example
    url: https://wire.example/3
    says: the-bridge-is-closed
    cites: {source: a-mayor, attribution: unclear}
  # its source is who the claim is said to be of; whether this report has it from there is unclear
  news-0902:
    outlet: News
    title: Bridge closed
    url: https://news.example/2
    published: 2025-09-02
    says: the-bridge-is-closed
    cites: [{source: a-mayor, attribution: unclear}, wire.example]
  # its source is who the claim is said to be of; whether this report has it from there is unclear
  # who published it is not in what was read: this is the host of its address
  wire.example-2:
    outlet: wire.example
    url: https://www.wire.example/3
    says: the-bridge-is-closed
    cites: {source: a-mayor, attribution: unclear}
  # it is about the claim: what it says of it is to be read, and recorded as its `stance`
  check-desk-0905:
    outlet: check-desk
    url: https://checks.example/1
    published: 2025-09-05T10:00:00Z
    says:
      - {claim: the-bridge-is-closed, stance: comments}
"""
    )
    assert ("in.json#/reviewRating", "a rating: not taken, this program judges no truth: False") in notes
    assert ("in.json#/reviewRating/ratingValue", "ratingValue: 1") in notes
    assert ("in.json#/itemReviewed/author/sameAs", "sameAs: https://who.example/") in notes
    assert ("in.json#/itemReviewed/datePublished", "datePublished: 2025-09-01") in notes


@pytest.mark.parametrize(
    "wrap",
    [
        lambda review: [review],
        lambda review: {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "W"}, review]},
        lambda review: {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [review]}]},
        lambda review: {"@graph": [review | {"itemReviewed": {"@id": "#c"}}, {"@id": "#c"} | review["itemReviewed"]]},
    ],
    ids=["list", "graph", "feed", "by id"],
)
def test_however_it_is_nested(wrap: object) -> None:
    assert callable(wrap)
    text, _ = read(wrap(REVIEW))
    assert "news-0902" in text
    assert "check-desk-0905" in text


def test_in_a_page() -> None:
    page = f"""<!doctype html>\n<title>x</title><script>var a = "<b>";</script>
      <script type="application/ld+json">\n{json.dumps({"@type": "BreadcrumbList", "name": "home"})}</script>
      <SCRIPT Type='application/ld+json; charset=utf-8'>{json.dumps(REVIEW)}</SCRIPT>"""
    workspace, notes = proposed({"page.html": page})
    assert workspace.reports["check-desk-0905"].says[0].stance is Stance.COMMENTS
    assert ("page.html:3#/name", "home") in notes


def test_a_page_without_markup_is_refused() -> None:
    with pytest.raises(UnreadableError, match="this page holds no JSON-LD"):
        proposal_of({"page.html": "<html><p>hello"})


def test_a_fault_in_a_block_is_named_where_it_stands_in_the_page() -> None:
    page = '<html>\n<script type="application/ld+json">\n{"@type": }\n</script>'
    with pytest.raises(UnreadableError) as unreadable:
        proposal_of({"page.html": page})
    assert [str(each.place) for each in unreadable.value.problems] == ["page.html:3:11"]


def test_a_rating_never_becomes_a_stance() -> None:
    for rating in ("True", "False", "Pants on fire"):
        review = REVIEW | {"reviewRating": {"@type": "Rating", "alternateName": rating}}
        workspace, _ = proposed({"in.json": json.dumps(review)})
        assert {said.stance for report in workspace.reports.values() for said in report.says} == {
            Stance.SUPPORTS,
            Stance.COMMENTS,
        }


def test_older_markup_has_the_work_itself_as_the_item() -> None:
    item = {
        "@type": "CreativeWork",
        "url": "https://news.example/2",
        "author": {"@type": "Organization", "name": "News"},
    }
    workspace, _ = proposed({"in.json": json.dumps(REVIEW | {"itemReviewed": item})})
    assert workspace.reports["news"].outlet == "News"
    assert workspace.reports["news"].says[0].stance is Stance.SUPPORTS


@pytest.mark.parametrize("name", cases())
def test_ours_comes_back_as_far_as_it_goes(name: str) -> None:
    """Which reports support which claim, and what they surely cite; doubts, modes, quotes and persons are not in it."""
    given = cases()[name].export()
    (output,) = EXPORTERS["json-ld"].render(given)
    workspace, notes = proposed({"in.json": output.text}, format_="json-ld")
    found = {
        (report.id, said.claim)
        for report in workspace.reports.values()
        for said in report.says
        if said.stance is Stance.SUPPORTS
    }
    nodes = {node.id: node for node in given.figure.nodes}
    assert found == {(node.record, node.claim) for node in nodes.values() if node.stance is Stance.SUPPORTS}
    outlets = {report.id: workspace.outlets[report.outlet].name for report in workspace.reports.values()}
    assert {id_: one_line(outlet) for id_, outlet in outlets.items()} == {
        node.record: one_line(node.label) for node in nodes.values() if node.kind is NodeKind.STATEMENT
    }
    cited = {
        (report.id, citation.id)
        for report in workspace.reports.values()
        for said in report.says
        for citation in said.cites
        if isinstance(citation, Citation)
    }
    sure = {
        (nodes[edge.citing].record, nodes[edge.cited].record)
        for edge in given.figure.edges
        if not in_doubt(edge) and not edge.not_said and nodes[edge.cited].kind in (NodeKind.STATEMENT, NodeKind.REPORT)
    }
    assert sure == {(citing, id_) for citing, id_ in cited if id_ in workspace.reports}
    assert not [what for _, what in notes if what.startswith(("headline", "publisher", "citation", "url"))]
