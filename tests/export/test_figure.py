"""What a figure holds of the records."""

from functools import cache

from provenance.export.figure import Figure, FigureEdge, FigureNode, figure
from provenance.export.words import node_lines, status_words
from provenance.read import read_texts
from provenance.trace import ALL, Shape, Tracer
from tests.export.cases import DOUBTS, Case, cases
from tests.texts import tracer_of


@cache
def doubts() -> Figure:
    return cases()["doubts"].figure()


def node(record: str) -> FigureNode:
    return next(node for node in doubts().nodes if node.record == record)


def edges(citing: str, cited: str) -> list[FigureEdge]:
    ends = (node(citing).id, node(cited).id)
    return [edge for edge in doubts().edges if (edge.citing, edge.cited) == ends]


def test_ids_are_allocated_in_order_of_date() -> None:
    assert [node.id for node in doubts().nodes] == [f"n{number}" for number in range(len(doubts().nodes))]
    dates = [node.published for node in doubts().nodes if node.published]
    assert dates == sorted(dates)


def test_a_statement_carries_its_report_and_its_words() -> None:
    hard = node("hard")
    assert (hard.kind, hard.label, hard.outlet, hard.country) == ("statement", "The Times", "times", "GB")
    assert (hard.claim, hard.stance, hard.certainty, hard.status) == ("asked", "supports", "certain", "live")
    assert (hard.published, hard.quote) == ("2025-09-04T10:00+02:00", '"asked", they said')
    assert (hard.url, hard.archived) == ("https://times.example/?a=1&b=2", "https://archive.example/1")


def test_labels_are_what_a_person_would_say() -> None:
    labels = {node.record: node.label for node in doubts().nodes}
    assert labels["aide"] == "“an aide”"
    assert labels["smith"] == "J. Smith, analyst"
    assert labels["memo"] == "The memo"
    assert labels["a"] == "Government of A"
    assert labels["Elsewhere"] == "Elsewhere"
    assert labels["unnamed:wrong"] == "an outlet that wrong does not name"


def test_status_is_that_of_the_date() -> None:
    assert [node(record).status for record in ("fallen", "gone", "fixed", "aide")] == [
        "retracted",
        "live",
        "corrected",
        None,
    ]
    ever = Case({"a.yaml": DOUBTS}, "asked").figure()
    assert next(node.status for node in ever.nodes if node.record == "gone") == "withdrawn"


def test_origins_carry_kind_group_and_doubt() -> None:
    assert (node("leaker").origin, node("leaker").doubt) == ("anonymous", "unclear")
    assert node("fallen").origin is None
    assert node("fixed").origin == "own-reporting"
    assert node("aide").group != node("leaker").group


def test_alternatives_share_the_number_of_their_choice() -> None:
    (aide,), leaker, (memo,) = edges("hard", "aide"), edges("hard", "leaker"), edges("hard", "memo")
    assert sorted((edge.choice for edge in leaker), key=str) == sorted((aide.choice, memo.choice), key=str)
    assert aide.choice != memo.choice


def test_citations_carry_what_is_wrong_with_them() -> None:
    (hardened,) = edges("hard", "soft")
    assert (hardened.mode, hardened.quote, hardened.hardens) == (
        "quotes",
        "it is possible",
        ("certainty", "claim", "plurality"),
    )
    assert hardened.changes == ()
    assert [edge.not_said for edge in edges("wrong", "silent")] == [True]
    assert [edge.attribution for edge in edges("soft", "smith")] == ["unclear"]
    assert [edge.url for edge in edges("wrong", "Elsewhere")] == ["https://elsewhere.example"]
    assert [edge.mode for edge in edges("feed-1", "hard")] == ["links", "quotes"]


def test_a_detail_that_changes_and_a_translation_harden_nothing() -> None:
    text = """
    claims: {c: C}
    reports:
      a: {outlet: A, says: [{claim: c, details: {sold: 2017}}]}
      b: {outlet: B, says: [{claim: c, details: {sold: 2019}, cites: {report: a, mode: translates}}]}
    """
    (edge,) = Case({"a.yaml": text}, "c").figure().edges
    assert (edge.hardens, edge.changes) == ((), ("sold",))


def test_several_origins_come_with_a_word_on_their_independence() -> None:
    assert cases()["declared"].figure().claims[0].independence == "declared independent by “they stood on two hills”"
    two = Case({"a.yaml": "claims: {c: x}\nreports:\n  a: {outlet: A, says: [{claim: c, basis: own_reporting}]}\n"
                          "  b: {outlet: B, says: [{claim: c, basis: own_reporting}]}"}, "c")  # fmt: skip
    assert two.figure().claims[0].independence == "independence not established"
    assert cases()["loop"].figure().claims[0].independence is None


PARTS = """
claims: {c: C, d: D}
reports:
  a: {outlet: A, says: [{claim: c, cites: b}, {claim: d, basis: own_reporting}]}
  b: {outlet: B, says: [{claim: c, cites: e}]}
  e: {outlet: E, says: [{claim: c, basis: own_reporting}]}
"""


def part(*claims: str, shape: Shape = ALL) -> Figure:
    tracer = Tracer(read_texts({"a.yaml": PARTS}).workspace)
    return figure(tracer, [tracer.trace(claim) for claim in claims], shape)


def records_of(found: Figure) -> tuple[list[tuple[str, str | None]], list[tuple[str, str]]]:
    nodes = {node.id: node.record for node in found.nodes}
    edges = [(nodes[edge.citing], nodes[edge.cited]) for edge in found.edges]
    return [(node.record, node.claim) for node in found.nodes], edges


def test_several_claims_are_one_figure_with_each_node_once() -> None:
    found = part("c", "d")
    assert [claim.id for claim in found.claims] == ["c", "d"]
    assert records_of(found) == ([("a", "c"), ("a", "d"), ("b", "c"), ("e", "c")], [("a", "b"), ("b", "e")])
    assert [node.group for node in found.nodes] == [None, 2, None, 1]


def test_a_depth_cuts_what_is_cited_below_it_and_says_so() -> None:
    found = part("c", shape=Shape(depth=1))
    assert records_of(found) == ([("a", "c"), ("b", "c")], [("a", "b")])
    assert found.left_out == "left out here: citations below depth 1"
    assert status_words(found) == "single origin (left out here: citations below depth 1)"


def test_a_cut_is_marked_where_it_is_and_drawn_citations_are_all_there() -> None:
    tracer = tracer_of(
        """
        claims: {c: C}
        reports:
          a: {outlet: A, says: c, cites: [b, e]}
          b: {outlet: B, says: c, cites: [e, f]}
          e: {outlet: E, says: c}
          f: {outlet: F, says: c}
        """
    )
    found = figure(tracer, [tracer.trace("c")], Shape(depth=1))
    assert records_of(found)[1] == [("a", "b"), ("a", "e"), ("b", "e")]
    names = {node.record: node for node in found.nodes}
    assert {found.nodes[int(id_[1:])].record: count for id_, count in found.cut.items()} == {"b": 1}
    assert node_lines(names["b"], found) == ("B", "… 1 more it cites")
    assert node_lines(names["a"], found) == ("A",)
    assert figure(tracer, [tracer.trace("c")]).cut == {}


def test_pruned_records_are_left_out_with_what_hangs_on_them_alone() -> None:
    found = part("c", shape=Shape(prune=frozenset({"b"})))
    assert records_of(found) == ([("a", "c")], [])
    assert found.left_out == "left out here: b"
    assert part("c").left_out is None


def test_no_claim_is_an_empty_figure() -> None:
    assert part() == Figure(claims=(), as_of=None, nodes=(), edges=())
