"""How claims are tied."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from provenance.claims import ClaimTies, Tie, implications
from provenance.model import Claim
from provenance.problems import Place
from tests.texts import workspace_of

STORY = """
    claims:
      considering: Russia is considering it.
      asked: {text: Russia has asked., stronger_than: considering}
      agreed: {text: Both have agreed., stronger_than: asked}
      price: {text: The price is agreed., part_of: agreed}
      date: {text: The date is agreed., part_of: agreed}
      elsewhere: Something else.
"""


def ties_of(text: str) -> ClaimTies:
    return ClaimTies(workspace_of(text).claims)


def test_a_claim_is_tied_to_what_it_implies_and_to_what_implies_it() -> None:
    assert dict(ties_of(STORY).tied_to("asked")) == {
        "considering": Tie(across_parts=False, steps=1, upwards=False),
        "agreed": Tie(across_parts=False, steps=1, upwards=True),
    }


def test_a_whole_implies_its_parts() -> None:
    assert dict(ties_of(STORY).tied_to("agreed")) == {
        "asked": Tie(across_parts=False, steps=1, upwards=False),
        "considering": Tie(across_parts=False, steps=2, upwards=False),
        "price": Tie(across_parts=True, steps=1, upwards=False),
        "date": Tie(across_parts=True, steps=1, upwards=False),
    }


def test_two_parts_of_one_whole_are_not_tied_for_citations() -> None:
    assert set(ties_of(STORY).tied_to("price")) == {"agreed"}


def test_neighbours_are_joined_in_either_direction() -> None:
    assert ties_of(STORY).neighbours("price") == {"agreed", "date", "asked", "considering"}
    assert ties_of(STORY).neighbours("elsewhere") == frozenset()


def test_only_the_stronger_claim_or_the_whole_hardens() -> None:
    ties = ties_of(STORY)
    assert ties.hardens("agreed", "considering")
    assert ties.hardens("agreed", "price")
    assert not ties.hardens("considering", "agreed")
    assert not ties.hardens("price", "agreed")
    assert not ties.hardens("asked", "asked")
    assert not ties.hardens("asked", "elsewhere")


def test_ties_are_ordered_versions_first_then_near_then_weaker() -> None:
    version_far = Tie(across_parts=False, steps=9, upwards=True)
    part_near = Tie(across_parts=True, steps=1, upwards=False)
    assert version_far < part_near
    assert Tie(across_parts=True, steps=1, upwards=True) < Tie(across_parts=True, steps=2, upwards=False)
    assert Tie(across_parts=True, steps=1, upwards=False) < Tie(across_parts=True, steps=1, upwards=True)


def test_of_two_ways_between_claims_the_one_without_parts_is_the_tie() -> None:
    ties = ties_of("""
        claims:
          whole: {text: W, stronger_than: middle}
          middle: {text: M, stronger_than: part}
          part: {text: P, part_of: whole}
    """)
    assert ties.tied_to("whole")["part"] == Tie(across_parts=False, steps=2, upwards=False)


def test_a_cycle_of_claims_ends_the_walk() -> None:
    claims = {
        "a": Claim(id="a", text="A", stronger_than=("b",), place=HERE),
        "b": Claim(id="b", text="B", stronger_than=("a",), place=HERE),
    }
    assert set(ClaimTies(claims).tied_to("a")) == {"b"}
    assert ClaimTies(claims).neighbours("a") == {"b"}


def test_a_long_ladder_of_claims_is_walked_without_recursion() -> None:
    names = [f"c{number:05}" for number in range(5_000)]
    claims = {name: Claim(id=name, text="C", stronger_than=(weaker,), place=HERE) for name, weaker in pairwise(names)}
    claims[names[-1]] = Claim(id=names[-1], text="C", place=HERE)
    tie = ClaimTies(claims).tied_to(names[0])[names[-1]]
    assert (tie.steps, tie.upwards) == (4_999, False)


@given(st.dictionaries(st.sampled_from("abcde"), st.frozensets(st.sampled_from("abcde"))))
def test_tied_and_implied_are_what_following_every_tie_gives(weaker: dict[str, frozenset[str]]) -> None:
    claims = {
        id_: Claim(id=id_, text=id_, stronger_than=tuple(sorted(weaker.get(id_, ()))), place=HERE) for id_ in "abcde"
    }
    down = {id_: {id_} for id_ in claims}
    for _ in claims:
        down = {id_: found.union(*(weaker.get(one, ()) for one in found)) for id_, found in down.items()}
    for id_ in claims:
        below, above = down[id_] - {id_}, {other for other in claims if id_ in down[other]} - {id_}
        assert set(ClaimTies(claims).tied_to(id_)) == below | above
        assert {other for other in claims if ClaimTies(claims).hardens(id_, other)} >= below - above


def test_implications_leave_out_claims_that_are_not_there() -> None:
    claims = {"a": Claim(id="a", text="A", stronger_than=("gone",), part_of=("lost",), place=HERE)}
    assert implications(claims) == {"a": []}


HERE = Place("records.yaml", 1, 1)
