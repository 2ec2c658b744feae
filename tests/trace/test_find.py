"""Finding the claim that somebody means."""

import pytest

from provenance.trace.find import Match, find_claim, similar_ids
from tests.texts import workspace_of

CLAIMS = workspace_of("""
    claims:
      s400-asked: Russia has asked Turkey to sell back its S-400 systems.
      s400-considering: Russia is considering buying back the systems.
      f35: Turkey returns to the F-35 programme.
      einig: Die Straße ist gesperrt.
""")


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("s400-asked", "s400-asked"),
        ("asked", "s400-asked"),
        ("RUSSIA Considering", "s400-considering"),
        ("systems, Russia: sell!", "s400-asked"),
        ("f-35", "f35"),
        ("strasse", "einig"),
        ("programm", "f35"),
    ],
)
def test_an_id_or_words_of_the_text_find_a_claim(words: str, claim: str) -> None:
    assert find_claim(CLAIMS, words) == Match(claim=claim)


@pytest.mark.parametrize(
    ("words", "candidates"),
    [
        ("russia", ("s400-asked", "s400-considering")),
        ("turkey", ("f35", "s400-asked")),
        ("s400-askde", ("s400-asked", "s400-considering")),
        ("turkey has said", ("s400-asked", "f35")),
    ],
)
def test_unclear_or_misspelt_words_give_candidates(words: str, candidates: tuple[str, ...]) -> None:
    assert find_claim(CLAIMS, words) == Match(claim=None, candidates=candidates)


@pytest.mark.parametrize("words", ["", "!!!", "zzzzzz", "\u202e"])
def test_words_that_mean_no_claim_give_none(words: str) -> None:
    assert find_claim(CLAIMS, words) == Match(claim=None)


def test_an_id_goes_before_claims_that_hold_it_as_a_word() -> None:
    workspace = workspace_of("claims: {a: First., b: A second., c: A third.}")
    assert find_claim(workspace, "a").claim == "a"


def test_of_several_the_one_whose_text_is_just_the_words_is_meant() -> None:
    workspace = workspace_of("claims: {a: It rains today., b: It rains., c: It rains and snows.}")
    assert find_claim(workspace, "it rains") == Match(claim="b")


def test_claims_that_hold_all_the_words_come_without_those_that_are_like_them() -> None:
    workspace = workspace_of("claims: {a: The ferry stops., b: The ferry sails., c: The bus stops.}")
    assert find_claim(workspace, "the ferry") == Match(claim=None, candidates=("a", "b"))


def test_at_most_eight_candidates_are_given() -> None:
    claims = "\n".join(f"  claim-{number}: The same words." for number in range(20))
    match = find_claim(workspace_of(f"claims:\n{claims}"), "same words")
    assert len(match.candidates) == 8


def test_no_claims_no_candidates() -> None:
    assert find_claim(workspace_of("parties: {p: {name: P}}"), "x") == Match(claim=None)


def test_similar_ids_are_the_likeliest_first() -> None:
    assert similar_ids(["kyiv-post", "kyiv-post-outlet", "nefes"], "kyvi-post")[0] == "kyiv-post"
    assert similar_ids(["kyiv-post"], "zzz") == []


def test_a_claim_of_just_these_words_goes_before_those_that_hold_more() -> None:
    workspace = workspace_of("claims: {a: The bridge is red., b: The bridge is red and green., c: Red is the bridge!}")
    assert find_claim(workspace, "the BRIDGE is red").claim == "a"
    assert find_claim(workspace, "bridge red").claim is None
