"""The answer to `trace` as JSON: schema `provenance/trace/1` (docs/reference/json.md)."""

import json
from collections.abc import Iterator
from itertools import zip_longest

from provenance.json_text import dump_json, inert
from provenance.trace.answer import Answered, Origin, Row, Trace

_DEEPEST_INDENT = 40


def answer_json(answer: Trace) -> str:
    """Write an answer as JSON; the tree has a row to a line, however deep it is (Python's own json would recurse).

    A node whose own citations stand further up is marked `seen`; one cut off by a depth limit says how many citations
    are `hidden`.
    """
    head = dump_json(_without_tree(answer)).removesuffix("\n}\n")
    declared = dump_json(answer.declared_by).rstrip().replace("\n", "\n  ")
    return f'{head},\n  "tree": {inert(_tree(answer.tree))},\n  "declared_by": {declared}\n}}\n'


def _without_tree(answer: Trace) -> dict[str, object]:
    count = answer.origin_count
    return {
        "schema": "provenance/trace/1",
        "claim": answer.claim,
        "text": answer.text,
        "as_of": answer.as_of.text if answer.as_of else None,
        "status": answer.status,
        "reports": answer.reports,
        "supporting": answer.supporting,
        "stances": {stance.value: number for stance, number in answer.stances},
        "origins": [_origin(origin) for origin in answer.origins],
        "origin_count": {"min": count.min, "max": count.max, "bounded": count.bounded, "decided_by": count.decided_by},
        "responses": [_response(answered) for answered in answer.responses],
        "common_links": [{"id": link.id, "reports": link.reports} for link in answer.common_links],
        "findings": [{"kind": found.kind, "at": found.at, **dict(found.facts)} for found in answer.findings],
        "gaps": [
            {"kind": gap.kind, "subject": gap.subject, "detail": gap.detail, "closes": gap.closes}
            for gap in answer.gaps
        ],
    }


def _origin(origin: Origin) -> dict[str, object]:
    return {
        "id": origin.id,
        "kind": origin.kind,
        "group": origin.group,
        "outlet": origin.outlet,
        "reached_by": origin.reached_by,
        "claim": origin.claim,
        "doubt": origin.doubt,
    }


def _response(answered: Answered) -> dict[str, object]:
    response = answered.response
    return {
        "party": answered.party,
        "stance": response.stance,
        "claim": response.claim,
        "addresses": answered.addresses,
        "date": response.date.text if response.date else None,
        "by": response.by,
        "on_record": response.on_record,
        "replaced": answered.replaced,
        "quote": response.quote,
        "reported_by": response.reported_by,
    }


def _tree(rows: tuple[Row, ...]) -> str:
    return "\n".join(["[", *_tree_lines(rows), "  ]"]) if rows else "[]"


def _tree_lines(rows: tuple[Row, ...]) -> Iterator[str]:
    """Write each row, and behind it what ends before the next row begins: its own list, those of rows above it."""
    for row, following in zip_longest(rows, rows[1:]):
        opens = following is not None and following.depth > row.depth
        ended = row.depth - (following.depth if following else 0)
        text = _node(row) + ("" if opens else _end(row) + "]}" * ended + ("," if following else ""))
        yield "  " * (2 + min(row.depth, _DEEPEST_INDENT)) + text


def _node(row: Row) -> str:
    id_ = json.dumps(row.node.id, ensure_ascii=False)
    if row.hidden:
        return f'{{"id": {id_}, "hidden": {row.hidden}'
    return f'{{"id": {id_}, "seen": true' if row.seen else f'{{"id": {id_}, "cites": ['


def _end(row: Row) -> str:
    return "}" if row.seen or row.hidden else "]}"
