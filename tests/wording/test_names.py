"""What nodes, ends and counts are called."""

import pytest

from provenance.graph import Node, NodeKind
from provenance.trace.answer import OriginCount, OriginKind
from provenance.wording.names import WHY, agent_name, count_words, id_of, id_words, name_of, why_words
from tests.texts import tracer_of

GRAPH = tracer_of("""
    outlets: {daily: {name: The Daily}}
    parties: {town: {name: Town}}
    sources:
      clerk: {kind: anonymous, described_as: a clerk}
      nobody: {kind: anonymous}
      mayor: {kind: named, name: Mayor, described_as: the mayor}
      memo: {kind: document, described_as: a memo}
    claims: {c: C}
    reports: {r: {outlet: daily, says: c, cites: {outlet: Elsewhere}}}
""").graph


@pytest.mark.parametrize(
    ("node", "name"),
    [
        (Node(NodeKind.STATEMENT, "r", "c"), "The Daily"),
        (Node(NodeKind.REPORT, "r"), "The Daily"),
        (Node(NodeKind.PARTY, "town"), "Town"),
        (Node(NodeKind.SOURCE, "clerk"), "“a clerk”"),
        (Node(NodeKind.SOURCE, "nobody"), "nobody"),
        (Node(NodeKind.SOURCE, "mayor"), "Mayor"),
        (Node(NodeKind.SOURCE, "memo"), "“a memo”"),
        (Node(NodeKind.OUTLET, "Elsewhere"), "Elsewhere"),
        (Node(NodeKind.OUTLET, "daily"), "The Daily"),
        (Node(NodeKind.OUTLET, "unnamed:r:2", "c"), "an outlet that r does not name"),
    ],
)
def test_a_node_is_called_what_a_person_would_call_it(node: Node, name: str) -> None:
    assert name_of(GRAPH, node) == name


def test_agents_are_called_by_name_or_description() -> None:
    assert [agent_name(GRAPH, id_) for id_ in ("town", "mayor", "clerk")] == ["Town", "Mayor", "“a clerk”"]


def test_the_outlet_nobody_names_has_no_id_to_print() -> None:
    assert id_of(Node(NodeKind.OUTLET, "unnamed:r", "c")) == ""
    assert id_of(Node(NodeKind.OUTLET, "daily")) == "daily"
    assert id_words("unnamed:r") == id_words("unnamed:r:3") == "an outlet that r does not name"
    assert [id_words(id_) for id_ in ("daily", "unnamed", "A: B")] == ["daily", "unnamed", "A: B"]


@pytest.mark.parametrize(
    ("least", "greatest", "bounded", "words"),
    [
        (0, 0, False, "no origin"),
        (1, 1, False, "1 origin"),
        (3, 3, False, "3 origins"),
        (0, 1, False, "0 to 1 origin"),
        (1, 4, False, "1 to 4 origins"),
        (0, 20, True, "at most 20 origins"),
        (2, 20, True, "at least 2, at most 20 origins"),
    ],
)
def test_a_count_in_words(least: int, greatest: int, *, bounded: bool, words: str) -> None:
    assert count_words(OriginCount(min=least, max=greatest, bounded=bounded)) == words


def test_every_end_has_words_and_those_of_doubt_their_term() -> None:
    assert set(WHY) == set(OriginKind)
    assert why_words(OriginKind.NAMED) == "a named source"
    assert why_words(OriginKind.UNRECORDED) == "unrecorded: what it rests on is not recorded"
