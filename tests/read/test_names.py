"""What a misspelt id was meant to be is looked for among so many, and no longer."""

from provenance.read.names import Names

CLAIMS = [f"bridge-{number}" for number in range(5)]
REPORTS = [f"report-{number}" for number in range(5)]


def names(comparisons: int) -> Names:
    kinds = dict.fromkeys(CLAIMS, "claim") | dict.fromkeys(REPORTS, "report")
    return Names(kinds=kinds, _comparisons_left=comparisons)


def test_after_so_many_comparisons_nothing_is_guessed_any_more() -> None:
    """Each look passes all ids, and compares those of the kind."""
    wanted = names(3 * len(CLAIMS + REPORTS))
    guesses = [wanted.meant_id("bridg-1", ["claim"]) for _ in range(5)]
    assert guesses == ["bridge-1", "bridge-1", "bridge-1", None, None]


def test_of_words_the_same_holds() -> None:
    wanted = names(2 * len(CLAIMS))
    assert [wanted.closest("bridg-1", CLAIMS) for _ in range(3)] == ["bridge-1", "bridge-1", None]


def test_what_is_longer_than_eighty_characters_is_compared_with_nothing() -> None:
    assert names(1000).closest("a" * 80, ["a" * 79]) == "a" * 79
    assert names(1000).closest("a" * 81, ["a" * 80]) is None


def test_a_name_of_another_kind_of_record_is_not_meant() -> None:
    wanted = Names(kinds={"roads": "party"})
    wanted.add_names("roads", "Ministry of Roads", [])
    assert wanted.meant_id("ministry of  roads", ["party"]) == "roads"
    assert wanted.meant_id("ministry of  roads", ["claim"]) is None


def test_kept_spellings_are_listed_in_order() -> None:
    wanted = Names()
    for name in ("Nefes", "Ahram", "nefes"):
        wanted.add_outlet_use(name)
    assert wanted.implicit_names() == ["Ahram", "Nefes"]
