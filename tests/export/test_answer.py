"""The answer as JSON: the keys of docs/explanation/model.md, a tree of any depth, text that is inert."""

import json
from collections.abc import Callable
from copy import copy
from typing import Any

import pytest

from provenance.export.answer import answer_json
from provenance.graph import Node, NodeKind
from provenance.json_text import dump_json
from provenance.safe import visible
from provenance.trace import Shape, claim_tree
from provenance.trace.answer import Row, Trace
from tests.export.cases import Case, cases

every_case = pytest.mark.parametrize("case", cases())


def answer_of(case: Case) -> Any:
    return json.loads(answer_json(case.trace()[1]))


@every_case
def test_writes_the_golden_file(case: str, golden: Callable[[str, str], None]) -> None:
    golden(f"export/{case}.trace.json", answer_json(cases()[case].trace()[1]))


@every_case
def test_has_the_keys_of_the_schema_in_order(case: str) -> None:
    answer = answer_of(cases()[case])
    keys = "schema claim text as_of status reports supporting stances origins origin_count responses common_links"
    assert list(answer) == [*keys.split(), "findings", "gaps", "tree", "declared_by"]
    assert list(answer["stances"]) == ["supports", "denies", "questions", "comments"]
    assert list(answer["origin_count"]) == ["min", "max", "bounded", "decided_by"]
    for section, words in (
        ("origins", "id kind group outlet reached_by claim doubt"),
        ("responses", "party stance claim addresses date by on_record replaced quote reported_by"),
        ("common_links", "id reports"),
        ("gaps", "kind subject detail closes"),
    ):
        assert all(list(item) == words.split() for item in answer[section])
    assert all(list(found)[:2] == ["kind", "at"] for found in answer["findings"])


def test_gives_the_answer_of_the_flagship() -> None:
    answer = answer_of(cases()["s400"])
    drift = {"kind": "drift", "at": "militarnyi", "from": "nefes-0903", "what": "claim"}
    assert answer["findings"][1] == {
        **drift,
        "before": "s400-considering",
        "after": "s400-asked",
        "outlet": "militarnyi-outlet",
        "quotes": ["öğrenildi", "has approached … with a proposal"],
    }
    assert answer["schema"] == "provenance/trace/1"
    assert answer["as_of"] is None
    nefes = next(origin for origin in answer["origins"] if origin["id"] == "nefes-0903")
    assert nefes["reached_by"] == ["kyiv-post", "militarnyi", "turkiye-today"]
    kyiv_post = next(root for root in answer["tree"] if root["id"] == "kyiv-post")
    militarnyi = {"id": "militarnyi", "cites": [{"id": "nefes-0903", "cites": []}]}
    assert kyiv_post["cites"] == [militarnyi, {"id": "nefes-0903", "seen": True}]


@every_case
def test_the_tree_is_that_of_the_rows(case: str) -> None:
    answer = cases()[case].trace()[1]
    assert json.loads(answer_json(answer))["tree"] == nested(answer.tree)


def test_says_how_much_a_depth_limit_hides() -> None:
    tracer, answer = cases()["s400"].trace()
    cut = with_tree(answer, claim_tree(tracer.support(answer.claim), Shape(depth=1)))
    tree = json.loads(answer_json(cut))["tree"]
    assert tree == nested(cut.tree)
    assert {"id": "militarnyi", "hidden": 1} in next(root for root in tree if root["id"] == "kyiv-post")["cites"]


def with_tree(answer: Trace, tree: tuple[Row, ...]) -> Trace:
    twin = copy(answer)
    object.__setattr__(twin, "tree", tree)  # answers are frozen
    return twin


def nested(rows: tuple[Row, ...]) -> list[Any]:
    """Nest rows the short way, which Python's recursion limits."""
    roots: list[Any] = []
    path: list[list[Any]] = [roots]
    for row in rows:
        cites: list[Any] = []
        del path[row.depth + 1 :]
        marks = {"hidden": row.hidden} if row.hidden else {"seen": True} if row.seen else {"cites": cites}
        path[row.depth].append({"id": row.node.id, **marks})
        path.append(cites)
    return roots


@pytest.mark.no_cover  # it covers what others do, many times over
def test_writes_a_chain_of_a_hundred_thousand_reports() -> None:
    answer = cases()["nothing"].trace()[1]
    chain = tuple(
        Row(depth=depth, node=Node(NodeKind.STATEMENT, f"r{depth}", "c"), edge=None) for depth in range(100_000)
    )
    text = answer_json(with_tree(answer, chain))
    assert len(text) < 15_000_000
    assert text.count("[") == text.count("]")
    assert text.endswith('{"id": "r99999", "cites": [' + "]}" * 100_000 + '\n  ],\n  "declared_by": null\n}\n')


@pytest.mark.no_cover  # it covers what others do, many times over
def test_no_character_acts_and_all_come_back() -> None:
    acting = " ".join(char for char in map(chr, range(0x110000)) if visible(char) != char)
    text = dump_json({"text": acting})
    assert all(line == visible(line) for line in text.split("\n"))
    assert json.loads(text) == {"text": acting}


def test_letters_stay_letters() -> None:
    assert dump_json("Gerçek Gündem — Київ 👩‍👧") == '"Gerçek Gündem — Київ 👩‍👧"\n'
