"""`provenance list` and `provenance show`."""

import json

import pytest

from tests.cli.ran import Golden, Provenance, Write
from tests.cli.shapes import SHAPES

KINDS = {
    "claims": ["id", "reports", "text"],
    "reports": ["id", "published", "outlet", "claims"],
    "outlets": ["id", "name", "kind", "country", "owner", "reports"],
    "sources": ["id", "kind", "name", "party", "described as"],
    "parties": ["id", "name", "country", "could confirm", "responses"],
}


@pytest.fixture(autouse=True)
def shapes(write: Write) -> None:
    write(SHAPES)


@pytest.mark.parametrize("width", [120, 60])
@pytest.mark.parametrize("kind", KINDS)
def test_list(provenance: Provenance, golden: Golden, kind: str, width: int) -> None:
    ran = provenance("list", kind, width=width)
    golden(f"cli/list-{kind}-{width}.txt", ran.out)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("kind", KINDS)
def test_list_as_json(provenance: Provenance, kind: str) -> None:
    rows = json.loads(provenance("list", kind, "--json").out)
    assert rows
    assert all(list(row) == KINDS[kind] for row in rows)


@pytest.mark.parametrize(
    ("kind", "line"),
    [("claims", "0 claims"), ("parties", "0 parties"), ("outlets", "0 outlets"), ("reports", "0 reports")],
)
def test_a_list_of_nothing_is_counted(provenance: Provenance, write: Write, kind: str, line: str) -> None:
    write("sources: {memo: {kind: document}}")
    assert provenance("list", kind) == (0, f"{line}\n", "")
    assert json.loads(provenance("list", kind, "--json").out) == []


def test_one_is_counted_as_one(provenance: Provenance, write: Write) -> None:
    write("parties: {town: {name: Town}}")
    assert provenance("list", "parties").out.endswith("\n1 party\n")


def test_an_unknown_kind_is_refused_with_those_there_are(provenance: Provenance) -> None:
    ran = provenance("list", "people")
    assert (ran.code, ran.out) == (2, "")
    assert all(kind in ran.err for kind in KINDS)


@pytest.mark.parametrize("width", [120, 60])
@pytest.mark.parametrize("id_", ["hard", "vague", "clerk", "town", "several", "wire", "gone"])
def test_show(provenance: Provenance, golden: Golden, id_: str, width: int) -> None:
    ran = provenance("show", id_, width=width)
    golden(f"cli/show-{id_}-{width}.txt", ran.out)
    assert (ran.code, ran.err) == (0, "")


def test_an_outlet_without_a_record_is_shown_by_its_name(provenance: Provenance) -> None:
    ran = provenance("show", "Elsewhere")
    assert ran.out.splitlines() == [
        "Elsewhere  outlet no record of its own",
        "  name: Elsewhere",
        "",
        "Named by",
        "  unsure  cites it for several",
    ]


@pytest.mark.parametrize("name", ["The Wire", "the wire", "WIRE"])
def test_an_outlet_is_shown_by_its_name_and_alias(provenance: Provenance, write: Write, name: str) -> None:
    write("outlets: {w: {name: The Wire, aliases: [Wire]}}")
    assert provenance("show", name).out.startswith("w  outlet ")


def test_a_misspelt_id_is_asked_about(provenance: Provenance) -> None:
    ran = provenance("show", "dayli-1")
    assert ran == (2, "", "provenance: there is no record 'dayli-1'; did you mean daily-1?\n")


def test_an_id_like_no_other_is_refused(provenance: Provenance) -> None:
    assert provenance("show", "zzzzz") == (
        2,
        "",
        "provenance: there is no record 'zzzzz'; `provenance list KIND` lists what there is\n",
    )
