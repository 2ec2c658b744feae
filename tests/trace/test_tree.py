"""Citation trees as rows: every node opened once, loops marked, nothing lost."""

import itertools

import pytest

from provenance.dates import parse_date
from provenance.trace import Shape, claim_tree, report_tree
from provenance.trace.answer import Row
from tests.texts import tracer_of


def drawn(rows: tuple[Row, ...]) -> list[str]:
    """Give rows as `depth dots, id, marks`."""
    return [f"{'.' * row.depth}{row.node.id}{_marks(row)}" for row in rows]


def _marks(row: Row) -> str:
    return " loop" if row.loop else " seen" if row.seen else f" +{row.hidden}" if row.hidden else ""


def tree_of(text: str, shape: Shape | None = None, as_of: str | None = None) -> list[str]:
    """Draw the tree of claim `c`."""
    date = None if as_of is None else parse_date(as_of)
    return drawn(claim_tree(tracer_of(text).support("c", date), shape or Shape()))


DIAMOND = """
    claims: {c: C}
    reports:
      top:   {outlet: T, says: c, published: 2020-01-05, cites: [right, left]}
      left:  {outlet: L, says: c, published: 2020-01-03, cites: base}
      right: {outlet: R, says: c, published: 2020-01-04, cites: base}
      base:  {outlet: B, says: c, published: 2020-01-01, cites: far}
      far:   {outlet: F, says: c}
"""


def test_a_node_is_opened_once_and_then_marked_seen() -> None:
    assert tree_of(DIAMOND) == ["top", ".left", "..base", "...far", ".right", "..base seen"]


def test_down_the_tree_runs_from_origins_to_who_spread_it() -> None:
    assert tree_of(DIAMOND, Shape(down=True)) == ["far", ".base", "..left", "...top", "..right", "...top seen"]


def test_depth_hides_citations_and_counts_them() -> None:
    assert tree_of(DIAMOND, Shape(depth=0)) == ["top +2"]
    assert tree_of(DIAMOND, Shape(depth=1)) == ["top", ".left +1", ".right +1"]


def test_a_depth_that_is_enough_hides_nothing() -> None:
    assert tree_of(DIAMOND, Shape(depth=3)) == tree_of(DIAMOND)


def test_a_node_hidden_by_depth_is_opened_where_there_is_room() -> None:
    tree = tree_of(
        """
        claims: {c: C}
        reports:
          top:    {outlet: T, says: c, cites: [base, middle]}
          middle: {outlet: M, says: c, cites: base}
          other:  {outlet: O, says: c, cites: middle}
          base:   {outlet: B, says: c, cites: far}
          far:    {outlet: F, says: c}
        """,
        Shape(depth=1),
    )
    assert tree == ["other", ".middle +1", "top", ".base +1", ".middle +1"]


def test_pruned_records_are_left_out() -> None:
    assert tree_of(DIAMOND, Shape(prune=frozenset({"left"}))) == ["top", ".right", "..base", "...far"]


def test_what_hangs_on_pruned_records_alone_is_left_out_too() -> None:
    assert tree_of(DIAMOND, Shape(prune=frozenset({"base"}))) == ["top", ".left", ".right"]
    assert tree_of(DIAMOND, Shape(prune=frozenset({"top"}))) == []


def test_roots_stand_in_order_of_date_with_the_undated_last() -> None:
    tree = tree_of("""
        claims: {c: C}
        reports:
          a: {outlet: A, says: c}
          b: {outlet: B, says: c, published: 2020-02}
          d: {outlet: D, says: c, published: 2019}
          e: {outlet: E, says: c, published: 2020-02}
    """)
    assert tree == ["d", "b", "e", "a"]


def test_reports_come_before_sources_parties_and_outlets() -> None:
    tree = tree_of("""
        claims: {c: C}
        parties: {a-party: {name: P}}
        sources: {a-source: {kind: document}}
        reports:
          r: {outlet: R, says: c, cites: [{outlet: An outlet}, a-source, a-party, z]}
          z: {outlet: Z, says: c}
    """)
    assert tree == ["r", ".z", ".An outlet", ".a-party", ".a-source"]


def test_a_loop_that_nothing_leads_to_begins_at_its_earliest_report() -> None:
    tree = tree_of("""
        claims: {c: C}
        reports:
          a: {outlet: A, says: c, published: 2020-03, cites: z}
          b: {outlet: B, says: c, published: 2020-01, cites: a}
          z: {outlet: Z, says: c, published: 2020-02, cites: b}
    """)
    assert tree == ["b", ".a", "..z", "...b loop"]


def test_a_loop_is_entered_once_and_never_followed_again() -> None:
    tree = tree_of("""
        claims: {c: C}
        reports:
          in1: {outlet: I, says: c, published: 2020-01, cites: a}
          in2: {outlet: J, says: c, published: 2020-02, cites: b}
          a: {outlet: A, says: c, cites: b}
          b: {outlet: B, says: c, cites: [a, out]}
          out: {outlet: O, says: c}
    """)
    assert tree == ["in1", ".a", "..b", "...a loop", "...out", "in2", ".b seen"]


def test_a_report_that_cites_itself_is_a_loop() -> None:
    assert tree_of("claims: {c: C}\nreports: {a: {outlet: A, says: c, cites: a}}") == ["a", ".a loop"]


def test_a_statement_of_another_stance_is_a_root_too() -> None:
    tree = tree_of("""
        claims: {c: C}
        reports:
          a: {outlet: A, says: c}
          doubts: {outlet: B, says: [{claim: c, stance: questions, cites: a}]}
    """)
    assert tree == ["doubts", ".a"]


def test_as_of_leaves_later_reports_out_but_not_what_earlier_ones_cite() -> None:
    text = """
        claims: {c: C}
        reports:
          early: {outlet: A, says: c, published: 2020-01, cites: late}
          late:  {outlet: B, says: c, published: 2020-03}
          later: {outlet: D, says: c, published: 2020-04, cites: early}
    """
    assert tree_of(text, as_of="2020-01") == ["early", ".late"]


def test_a_citation_made_twice_is_one_row() -> None:
    tree = tree_of("""
        claims: {c: C}
        reports:
          a: {outlet: A, says: c, cites: [{report: b, mode: quotes}, {report: b, attribution: unclear}]}
          b: {outlet: B, says: c}
    """)
    assert tree == ["a", ".b"]


REPORTED = """
    claims: {c: C, d: D}
    reports:
      first: {outlet: A, says: c}
      two: {outlet: B, says: [{claim: c, cites: first}, {claim: d, basis: own_reporting}]}
      empty: {outlet: E}
      misread: {outlet: M, says: d, cites: first}
"""


def test_the_tree_of_a_report_has_all_its_statements() -> None:
    tracer = tracer_of(REPORTED)
    assert drawn(report_tree(tracer.graph, "two")) == ["two", ".first", "two"]
    assert drawn(report_tree(tracer.graph, "empty")) == ["empty"]


def test_the_tree_of_a_report_shows_downwards_who_cites_it_even_for_what_it_does_not_say() -> None:
    tracer = tracer_of(REPORTED)
    assert drawn(report_tree(tracer.graph, "first", Shape(down=True))) == ["first", ".two", "first", ".misread"]
    assert drawn(report_tree(tracer.graph, "first")) == ["first"]  # though it is now known who misread it


@pytest.mark.no_cover  # it covers what others do, many times over
def test_a_chain_of_5000_is_walked_without_recursion() -> None:
    names = [f"r{number:04}" for number in range(5_000)]
    lines = [f"  {one}: {{outlet: O, says: c, cites: {cited}}}" for one, cited in itertools.pairwise(names)]
    text = "\n".join(["claims: {c: C}", "reports:", *lines, f"  {names[-1]}: {{outlet: O, says: c}}"])
    rows = claim_tree(tracer_of(text).support("c"))
    assert [row.node.id for row in rows] == names
    assert [row.depth for row in rows] == list(range(5_000))


def test_a_report_that_is_cited_for_what_it_says_is_no_root_of_its_own_beside_that() -> None:
    tracer = tracer_of("""
        claims: {c: C, d: D}
        reports:
          a: {outlet: A, says: c}
          b: {outlet: B, says: c, cites: a}
          e: {outlet: E, says: d, cites: a}
    """)
    assert drawn(report_tree(tracer.graph, "b", Shape(down=True))) == ["b"]
    assert drawn(report_tree(tracer.graph, "a", Shape(down=True))) == ["a", ".b", "a", ".e"]


def test_a_loop_that_is_cut_short_has_one_root() -> None:
    tracer = tracer_of("""
        claims: {c: C}
        reports:
          a: {outlet: A, says: c, cites: b}
          b: {outlet: B, says: c, cites: d}
          d: {outlet: D, says: c, cites: a}
    """)
    assert drawn(claim_tree(tracer.support("c"), Shape(depth=1))) == ["a", ".b +1"]


def test_beside_a_pruned_root_the_others_stay() -> None:
    text = "claims: {c: C}\nreports: {a: {outlet: A, says: c}, b: {outlet: B, says: c}, d: {outlet: D, says: c}}"
    assert tree_of(text, Shape(prune=frozenset({"a"}))) == ["b", "d"]


def test_a_statement_met_on_the_way_from_another_of_its_report_is_no_root_again() -> None:
    tracer = tracer_of("""
        claims: {weaker: W, c: {text: C, stronger_than: weaker}}
        reports:
          r: {outlet: R, says: [{claim: c, cites: q}, {claim: weaker}]}
          q: {outlet: Q, says: [{claim: weaker, cites: r}]}
    """)
    assert drawn(report_tree(tracer.graph, "r")) == ["r", ".q", "..r"]


def test_a_node_without_citations_is_shown_whole_at_the_last_level() -> None:
    text = "claims: {c: C}\nreports: {a: {outlet: A, says: c, cites: d}, b: {outlet: B, says: c, cites: d}, d: {outlet: D, says: c}}"
    assert tree_of(text, Shape(depth=1)) == tree_of(text) == ["a", ".d", "b", ".d seen"]
