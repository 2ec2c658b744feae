"""Who a source is: its class, the name it stands for, and what it does with the content."""

import pytest

from provenance.attribution import Polarity, SourceClass, find
from tests.attribution.reading import only, piece

CLASSES = {
    "The Lipno Times reported that the bridge was closed.": SourceClass.OUTLET,
    "Mostowik, a Polish news website, reported that the bridge was closed.": SourceClass.OUTLET,
    "President Anna Kowalska said the bridge was safe.": SourceClass.OFFICIAL_POLITICAL,
    "Police said the bridge was closed.": SourceClass.OFFICIAL_OTHER,
    "Anna Kowalska said the bridge was safe.": SourceClass.PERSON,
    "Sources said the bridge was unsafe.": SourceClass.ANONYMOUS,
    "A Polish official said the bridge was unsafe.": SourceClass.PARTLY_ANONYMOUS,
    "A ministry source said the bridge was unsafe.": SourceClass.PARTLY_ANONYMOUS,
    "The report said the bridge was unsafe.": SourceClass.DOCUMENT,
    "Residents said the bridge was unsafe.": SourceClass.GROUP,
    "He said the bridge was unsafe.": SourceClass.PRONOUN,
}


@pytest.mark.parametrize("text", CLASSES)
def test_the_class_of_a_source(text: str) -> None:
    assert only(text).class_ is CLASSES[text]


def test_a_known_outlet_is_one_without_a_word_that_says_so() -> None:
    text = "Nurek said the bridge was unsafe."
    assert find(text).attributions[0].class_ is SourceClass.PERSON
    assert find(text, outlets=["Nurek"]).attributions[0].class_ is SourceClass.OUTLET


def test_an_apposition_types_every_later_mention() -> None:
    text = "Nurek, a Polish news website, said the bridge was unsafe.\nIt was built badly, Nurek wrote."
    assert [one.class_ for one in find(text).attributions] == [SourceClass.OUTLET, SourceClass.OUTLET]


ENTITIES = {
    "a short name": ("Anna Kowalska said the bridge was safe. Kowalska said it would open.", "Anna Kowalska"),
    "a pronoun": ("Anna Kowalska said the bridge was safe. She said it would open.", "Anna Kowalska"),
    "a name that is met later": ("Mr. Nowak said the bridge was safe. Piotr Nowak is an engineer.", "Piotr Nowak"),
    "the outlet": (
        "The Lipno Times reported that the bridge was shut. The newspaper said it was unsafe.",
        "Lipno Times",
    ),
    "a title": ("Prime Minister Anna Kowalska said the bridge was safe.", "Anna Kowalska"),
    "a relative": ("The bridge was built by Anna Kowalska, who said it was safe.", "Anna Kowalska"),
}


@pytest.mark.parametrize("case", ENTITIES)
def test_the_entity(case: str) -> None:
    text, expected = ENTITIES[case]
    assert find(text).attributions[-1].entity == expected


def test_a_pronoun_without_a_name_stands_for_nobody() -> None:
    assert only("She said the bridge was safe.").entity is None


POLARITIES = {
    "Kowalska said the bridge was safe.": Polarity.ASSERTS,
    "Kowalska denied that the bridge was unsafe.": Polarity.DENIES,
    "Kowalska did not deny that the bridge was unsafe.": Polarity.ASSERTS,
    "Kowalska declined to say whether the bridge was safe.": Polarity.DECLINES,
    "Kowalska would not say whether the bridge was safe.": Polarity.DECLINES,
    "The ministry has not confirmed that the bridge is unsafe.": Polarity.NOT_CONFIRMED,
}


@pytest.mark.parametrize("text", POLARITIES)
def test_the_polarity(text: str) -> None:
    assert find(text).attributions[0].polarity is POLARITIES[text]


def test_a_hedge_belongs_to_the_attribution_it_stands_in() -> None:
    text = "The bridge has reportedly been closed, the Lipno Times wrote."
    assert piece(text, only(text).hedge) == "reportedly"


def test_what_nobody_confirmed_shares_the_first_subject() -> None:
    text = "The news was first reported by the Lipno Times and has not been confirmed by Warsaw."
    first, second = find(text).attributions
    assert (piece(text, first.source), piece(text, second.source)) == ("the Lipno Times", "Warsaw")
    assert second.polarity is Polarity.NOT_CONFIRMED
    assert piece(text, second.content[0]) == "The news"


def entities(text: str) -> list[str | None]:
    return [each.entity for each in find(text).attributions]


def test_a_pronoun_is_never_one_of_the_other_sex() -> None:
    text = (
        "“The wall has moved,” said Anna Kowalska. “I told them so,” she added.\n"
        "The council's engineer, Jan Nowak, said the wall was safe.\nHe said the letters were old."
    )
    assert entities(text) == ["Anna Kowalska", "Anna Kowalska", "Jan Nowak", "Jan Nowak"]
    assert entities("“It moved,” said Anna Kowalska. “I saw it,” she said. “No,” he said.")[-1] is None


def test_an_office_stands_for_whoever_was_called_so_and_for_nobody_else() -> None:
    text = "Anna Kowalska said the wall had moved.\nThe mayor said the wall was safe."
    assert entities(text) == ["Anna Kowalska", None]
    text = "The mayor of Lipno, Anna Kowalska, said the wall had moved.\nThe mayor said it would be mended."
    assert entities(text) == ["Anna Kowalska", "Anna Kowalska"]


def test_a_name_behind_a_description_is_the_name() -> None:
    assert entities("A spokesman for the council, Jan Nowak, denied that it had moved.") == ["Jan Nowak"]


def test_a_plural_at_the_head_of_a_sentence_is_a_group_unless_it_is_a_name() -> None:
    assert entities("Engineers at the dam said the wall had moved.") == [None]
    assert entities("Engineers said Peter Sanders was wrong.\nSanders said the wall was safe.")[-1] == "Peter Sanders"
