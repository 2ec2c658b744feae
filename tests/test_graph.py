"""The citation graph: its nodes, and where each citation leads."""

import pytest

from provenance.graph import CitationGraph, Edge, Node, NodeKind, UnknownClaimError
from tests.texts import workspace_of


def graph_of(text: str) -> CitationGraph:
    graph = CitationGraph(workspace_of(text))
    graph.include_everything()
    return graph


def said(report: str, claim: str = "c") -> Node:
    return Node(NodeKind.STATEMENT, report, claim)


def edges(graph: CitationGraph, report: str, claim: str = "c") -> list[Edge]:
    return graph.edges_from(said(report, claim))


def cited(graph: CitationGraph, report: str, claim: str = "c") -> list[Node]:
    return [edge.cited for edge in edges(graph, report, claim)]


def test_a_citation_of_a_report_leads_to_what_it_says_of_the_claim() -> None:
    graph = graph_of("""
        claims: {c: C, d: D}
        reports:
          first: {outlet: A, says: [{claim: c}, {claim: d}]}
          second: {outlet: B, says: [{claim: c, cites: first}, {claim: d, cites: first}]}
    """)
    assert cited(graph, "second", "c") == [said("first", "c")]
    assert cited(graph, "second", "d") == [said("first", "d")]


def test_a_citation_leads_to_sources_parties_and_outlets_too() -> None:
    graph = graph_of("""
        claims: {c: C}
        parties: {town: {name: Town}}
        sources: {clerk: {kind: anonymous}}
        reports:
          r: {outlet: A, says: c, cites: [clerk, town, {outlet: Elsewhere}]}
    """)
    assert cited(graph, "r") == [
        Node(NodeKind.SOURCE, "clerk"),
        Node(NodeKind.PARTY, "town"),
        Node(NodeKind.OUTLET, "Elsewhere"),
    ]


def test_every_unnamed_outlet_is_a_node_of_its_own() -> None:
    graph = graph_of("""
        claims: {c: C}
        reports:
          r: {outlet: A, says: c, cites: [{outlet: unnamed}, {outlet: unnamed}]}
          s: {outlet: B, says: c, cites: {outlet: unnamed}}
    """)
    ids = [node.id for report in ("r", "s") for node in cited(graph, report)]
    assert ids == ["unnamed:r", "unnamed:r:2", "unnamed:s"]
    assert graph.outlet(cited(graph, "s")[0]) is None


NEAR = """
    claims:
      weaker: W
      c: {{text: C, stronger_than: weaker}}
      stronger: {{text: S, stronger_than: c}}
      part: {{text: P, part_of: c}}
      other: O
    reports:
      old: {{outlet: A, says: [{says}]}}
      new: {{outlet: B, says: c, cites: old}}
"""


@pytest.mark.parametrize(
    ("says", "claim"),
    [
        ("{claim: c}, {claim: weaker}", "c"),
        ("{claim: part}, {claim: weaker}", "weaker"),
        ("{claim: stronger}, {claim: weaker}", "weaker"),
        ("{claim: stronger}, {claim: part}", "stronger"),
        ("{claim: part}", "part"),
    ],
)
def test_where_the_cited_report_does_not_state_it_the_nearest_tied_claim_is_taken(says: str, claim: str) -> None:
    graph = graph_of(NEAR.format(says=says))
    assert cited(graph, "new") == [said("old", claim)]
    assert not edges(graph, "new")[0].not_said


def test_two_parts_are_equally_near_and_the_first_by_id_is_taken() -> None:
    graph = graph_of("""
        claims:
          c: C
          p2: {text: P, part_of: c}
          p1: {text: P, part_of: c}
        reports:
          old: {outlet: A, says: [{claim: p2}, {claim: p1}]}
          new: {outlet: B, says: c, cites: old}
    """)
    assert cited(graph, "new") == [said("old", "p1")]


@pytest.mark.parametrize(
    "says",
    ["{claim: other}", "{claim: c, stance: denies}", "{claim: c, stance: comments}", "{claim: c, stance: questions}"],
)
def test_a_report_cited_for_what_it_does_not_say_is_a_bare_report(says: str) -> None:
    graph = graph_of(NEAR.format(says=says))
    [edge] = edges(graph, "new")
    assert edge.cited == Node(NodeKind.REPORT, "old")
    assert edge.not_said
    assert graph.edges_from(edge.cited) == []


def test_a_statement_that_does_not_support_may_cite_one_of_another_stance() -> None:
    graph = graph_of("""
        claims: {c: C}
        reports:
          old: {outlet: A, says: [{claim: c, stance: denies}]}
          new: {outlet: B, says: [{claim: c, stance: comments, cites: old}]}
    """)
    [edge] = edges(graph, "new")
    assert (edge.cited, edge.not_said) == (said("old"), False)


def test_doubt_travels_with_the_edge() -> None:
    graph = graph_of("""
        claims: {c: C}
        reports:
          a: {outlet: A, says: c}
          b: {outlet: B, says: c}
          r:
            outlet: C
            says: c
            cites: [{report: a, attribution: unclear}, {unclear: [a, b]}, b]
    """)
    found = [(edge.cited.id, edge.choice, edge.optional) for edge in edges(graph, "r")]
    assert sorted(found, key=str) == [("a", 1, False), ("a", None, True), ("b", 1, False), ("b", None, False)]


def test_reports_may_cite_themselves_and_each_other() -> None:
    graph = graph_of("""
        claims: {c: C}
        reports:
          a: {outlet: A, says: c, cites: b}
          b: {outlet: B, says: c, cites: [a, b]}
    """)
    assert graph.reach([said("a")]) == {said("a"), said("b")}
    assert set(graph.cited_by(said("b"))) == {said("a"), said("b")}


def test_reach_does_not_enter_what_is_not_within() -> None:
    graph = graph_of("""
        claims: {c: C}
        reports:
          a: {outlet: A, says: c, cites: b}
          b: {outlet: B, says: c, cites: x}
          x: {outlet: X, says: c}
    """)
    assert graph.reach([said("a")], within={said("a"), said("x")}) == {said("a")}
    assert graph.reach([said("b")], within=frozenset()) == set()


def test_the_graph_is_built_claim_by_claim() -> None:
    graph = CitationGraph(
        workspace_of("""
            claims: {c: C, d: D}
            reports:
              r: {outlet: A, says: [{claim: c}, {claim: d}]}
              s: {outlet: B, says: d, cites: r}
        """)
    )
    assert graph.statements_on("c") == (said("r"),)
    assert said("s", "d") not in graph
    assert [node.claim for node in graph.statements_in("r")] == ["c", "d"]
    graph.include_everything()
    assert [edge.citing.id for edge in graph.edges_to(said("r", "d"))] == ["s"]


def test_an_unknown_claim_is_refused() -> None:
    with pytest.raises(UnknownClaimError, match="nope"):
        CitationGraph(workspace_of("claims: {c: C}")).statements_on("nope")


def test_a_node_tells_its_report_statement_and_outlet() -> None:
    graph = graph_of("""
        claims: {c: C}
        outlets: {daily: {name: The Daily}}
        sources: {clerk: {kind: anonymous}}
        reports: {r: {outlet: The Daily, says: c, cites: [clerk, {outlet: daily}]}}
    """)
    clerk, daily = Node(NodeKind.SOURCE, "clerk"), Node(NodeKind.OUTLET, "daily")
    report = graph.report(said("r"))
    assert report is not None
    assert graph.statement(said("r")) is report.says[0]
    assert graph.statement(clerk) is None
    assert graph.report(clerk) is None
    assert [outlet and outlet.id for outlet in map(graph.outlet, (said("r"), daily, clerk))] == ["daily", "daily", None]
