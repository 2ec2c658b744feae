"""What a text says twice in two ways in the passive, and what only looks so."""

import pytest

from provenance.attribution import find

FOUND = {
    "The deal was signed in 2021. Kowalska said the deal was signed in 2022.": (
        "“The deal was signed in 2021” against “the deal was signed in 2022”"
    ),
    "The missile deal was signed in May 2021 in Lipno.\nThe missile deal had been signed in 2022.": (
        "“The missile deal was signed in May 2021” against “The missile deal had been signed in 2022”"
    ),
    "In 2020, the agreement was ratified. The agreement was ratified in 2021.": (
        "“In 2020 , the agreement was ratified” against “The agreement was ratified in 2021”"
    ),
    "Mostowik was founded in 2015. Readers know that Mostowik was founded in 2016.": (
        "“Mostowik was founded in 2015” against “Mostowik was founded in 2016”"
    ),
    "12 people were killed in the blast. Kowalska said 14 people were killed in the blast.": (
        "“12 people were killed in the blast” against “14 people were killed in the blast”"
    ),
}


@pytest.mark.parametrize("text", FOUND)
def test_a_conflict(text: str) -> None:
    assert [each.words for each in find(text).conflicts] == [FOUND[text]]


NONE = {
    "the same year": "The deal was signed in 2021. Kowalska said the deal was signed in 2021.",
    "another thing": "The bridge was built in 1990. The tower was built in 1992.",
    "told apart by a word": "The old bridge was built in 1990. The new bridge was built in 1992.",
    "told apart by a place": "The bridge in Lipno was built in 1990. The bridge in Wola was built in 1992.",
    "told apart by a name behind": "The deal was signed with Poland in 2021. The deal was signed with Latvia in 2022.",
    "another act": "The deal was signed in 2021. The deal was ratified in 2022.",
    "what may happen again": "The law was amended in 2019. The law was amended in 2021.",
    "done again": "The deal was signed in 2021. The deal was signed again in 2022.",
    "not done": "The deal was not signed in 2021. The deal was signed in 2022.",
    "yet to be done": "The deal will be signed in 2022. The deal was signed in 2021.",
    "not the year it was done": "The deal was signed in 2021. The deal was signed until 2022.",
    "several things": "The deals were signed in 2021. The deals were signed in 2022.",
    "any": "A deal was signed in 2021. A deal was signed in 2022.",
    "at least": "At least 12 people were killed in the blast. In all 14 people were killed in the blast.",
    "another place": "12 people were killed in the blast. 14 people were killed in the fire.",
    "no place": "12 people were killed in 2019. 14 people were killed in 2020.",
    "part of another": "The head of the council was born in 1950. The head of the party was born in 1960.",
}


@pytest.mark.parametrize("case", NONE)
def test_no_conflict(case: str) -> None:
    assert find(NONE[case]).conflicts == ()


def test_many_acts_are_read_in_good_order() -> None:
    text = "".join(f"The deal was signed in {year}.\n" for year in range(1990, 2000))
    found = find(text).conflicts
    assert len(found) == 45
    assert [each.first for each in found] == sorted(each.first for each in found)
