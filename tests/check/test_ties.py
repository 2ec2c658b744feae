"""Claims that imply themselves, records that name themselves, ties that contradict each other."""

import random

import pytest

from provenance.check.ties import contradicting_dependences, self_references, tie_cycles
from tests.check.found import found, messages


def claims(ties: dict[str, str]) -> str:
    """Write claims, each with its ties."""
    return "claims:\n" + "".join(f"  {id_}: {{text: T, {tie}}}\n" for id_, tie in ties.items())


@pytest.mark.parametrize(
    ("ties", "loops"),
    [
        ({"a": "stronger_than: a"}, ["a → a"]),
        ({"a": "part_of: a"}, ["a → a"]),
        ({"b": "stronger_than: a", "a": "stronger_than: b"}, ["a → b → a"]),
        ({"a": "part_of: b", "b": "part_of: a"}, ["a → b → a"]),
        ({"a": "part_of: b, stronger_than: b", "b": ""}, ["a → b → a"]),
        ({"a": "stronger_than: b", "b": "part_of: a"}, []),
        ({"a": "stronger_than: [b, c]", "b": "stronger_than: d", "c": "stronger_than: d", "d": ""}, []),
        ({"a": "part_of: [b, c]", "b": "part_of: d", "c": "part_of: d", "d": ""}, []),
        ({"c": "stronger_than: a", "b": "stronger_than: c", "a": "stronger_than: b"}, ["a → b → c → a"]),
        (
            {"a": "stronger_than: b", "b": "stronger_than: a", "x": "part_of: y", "y": "part_of: x"},
            ["a → b → a", "x → y → x"],
        ),
        ({"a": "stronger_than: [b, c]", "b": "stronger_than: a", "c": "stronger_than: a"}, ["a → b → a", "a → c → a"]),
        ({"z": "stronger_than: a", "a": "stronger_than: b", "b": "stronger_than: a"}, ["a → b → a"]),
    ],
)
def test_claims_that_imply_themselves(ties: dict[str, str], loops: list[str]) -> None:
    order = list(ties)
    for _ in range(3):
        shown = [
            message.partition(": ")[2] for message in messages(claims({id_: ties[id_] for id_ in order}), tie_cycles)
        ]
        assert sorted(shown) == loops
        order = random.Random(1).sample(order, len(order))


def test_a_cycle_is_placed_at_its_smallest_claim() -> None:
    text = "claims:\n  b: {text: B, stronger_than: a}\n  a: {text: A, stronger_than: b}\n"
    assert found(text, tie_cycles) == [
        "3:3+1 error tie-cycle: this claim implies itself: a → b → a | `stronger_than` names the weaker version, `part_of` the whole; mend one of them"
    ]


def test_every_claim_of_a_knot_is_shown_and_a_large_one_ends() -> None:
    ids = [f"c{number:03}" for number in range(120)]
    knot = claims({id_: f"stronger_than: [{', '.join(ids)}]" for id_ in ids})
    shown = messages(knot, tie_cycles)
    assert len(shown) <= 100
    assert all(len(message) < 200 for message in shown)
    few = ids[:8]
    shown = messages(claims({id_: f"stronger_than: [{', '.join(few)}]" for id_ in few}), tie_cycles)
    assert all(any(id_ in message for message in shown) for id_ in few)


def test_a_long_cycle_is_cut_short() -> None:
    ring = {f"c{number:04}": f"stronger_than: c{(number + 1) % 3_000:04}" for number in range(3_000)}
    (message,) = messages(claims(ring), tie_cycles)
    assert message.startswith("2:3 this claim implies itself: c0000 → c0001 → c0002 → ")
    assert message.endswith(" → c0011 → …")


def test_records_that_name_themselves() -> None:
    text = """
sources:
  s: {kind: named, same_as: [t, s]}
  t: {kind: named, same_as: {source: s, how: possible}}
reports:
  r: {outlet: X, read: {via: r}}
  q: {outlet: X, read: {via: r}}
"""
    assert found(text, self_references) == [
        "3:33+1 error self-reference: 's' is said to be the same as itself | name another source",
        "6:3+1 error self-reference: 'r' is said to have been read through itself | name the report it was read through, or write `read: original`",
    ]


@pytest.mark.parametrize(("one", "other", "wrong"), [
    ("anonymous", "named", True),
    ("named", "anonymous", True),
    ("document", "anonymous", True),
    ("anonymous", "eyewitness", True),
    ("anonymous", "anonymous", False),
    ("named", "document", False),
])  # fmt: skip
@pytest.mark.parametrize("how", ["certain", "possible"])
def test_anonymous_identity_in_a_tie(one: str, other: str, wrong: bool, how: str) -> None:
    text = f"sources:\n  s: {{kind: {one}, same_as: {{source: t, how: {how}}}}}\n  t: {{kind: {other}}}\n"
    length = len(f"{{source: t, how: {how}}}")
    column = text.split("\n")[1].index("{source") + 1
    assert (
        found(text, self_references)
        == [
            (
                f"2:{column}+{length} error anonymous-identity: this ties an anonymous source to one that is not: 's' and 't'"
                " | an anonymous source may only be the same as another anonymous one (source protection)"
            )
        ]
        * wrong
    )


REPORTS = "claims: {c: C}\nreports: {a: {outlet: A, says: c}, b: {outlet: B, says: c}, d: {outlet: D, says: c}}\ndependences:\n"


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        (["[a, b], kind: shared_error", "[b, a], kind: declared_independent"], ["5:5 'a' and 'b'"]),
        (["[a, b, d], kind: declared_independent", "[b, d], kind: same_image"], ["4:5 'b' and 'd'"]),
        (["[a, b, d], kind: declared_independent", "[a, b, d], kind: same_image"], ["4:5 'a' and 'b'"]),
        (["[a, b], kind: declared_independent", "[a, d], kind: same_image", "[b, d], kind: same_image"], []),
        (["[a, b], kind: same_person", "[a, b], kind: same_wording"], []),
        (["[a, b], kind: declared_independent", "[a, b], kind: declared_independent"], []),
        (["[A, b], kind: declared_independent", "[a, b, A], kind: same_person"], ["4:5 'A' and 'b'"]),
    ],
)
def test_what_is_declared_independent_and_tied(ties: list[str], expected: list[str]) -> None:
    text = REPORTS + "".join(f"  - {{between: {tie}}}\n" for tie in ties)
    shown = [message.split(" are declared")[0] for message in messages(text, contradicting_dependences)]
    assert shown == expected


def test_ties_between_very_many_end() -> None:
    ids = [f"r{number}" for number in range(5_000)]
    reports = "".join(f"  {id_}: {{outlet: X}}\n" for id_ in ids)
    both = "".join(
        f"  - {{between: [{', '.join(ids)}], kind: {kind}}}\n" for kind in ("same_image", "declared_independent")
    )
    (message,) = messages(f"reports:\n{reports}dependences:\n{both}", contradicting_dependences)
    assert message == "5004:5 'r0' and 'r1' are declared independent, but f.yaml:5003:5 ties them"
