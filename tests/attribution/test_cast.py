"""Whom a short name, initials, a pronoun or "the ministry" stand for."""

import pytest

from provenance.attribution import SourceClass, find

ENTITIES = {
    "Her spokesman, Paul Reyer, said the wall had moved.": ["Paul Reyer"],
    "His lawyer Piotr Nowak said the wall was safe.": ["Piotr Nowak"],
    "Yaşar Güler said the wall had moved. Güler said it was safe.": ["Yaşar Güler", "Yaşar Güler"],
    "Güler's spokesman, Ali Demir, said it was safe. Demir said it was old.": ["Ali Demir", "Ali Demir"],
    "The Defence Ministry said the wall had moved. The ministry said it was safe.": [
        "Defence Ministry",
        "Defence Ministry",
    ],
    "The Turkish Ministry of National Defence said the wall had moved. The ministry added that it was safe.": [
        "Turkish Ministry of National Defence",
        "Turkish Ministry of National Defence",
    ],
    "The Defence Ministry said it moved. Anna Kowalska said it was safe. The ministry denied that it was safe.": [
        "Defence Ministry",
        "Anna Kowalska",
        "Defence Ministry",
    ],
    "The Nurek Group, a construction company, said the wall had moved. The company said it was old.": [
        "Nurek Group",
        "Nurek Group",
    ],
    "The Anadolu Agency (AA) reported that the wall had moved. AA said it was safe.": [
        "Anadolu Agency",
        "Anadolu Agency",
    ],
    "Anadolu Agency reported that the wall had moved. AA said it was safe.": ["Anadolu Agency", "Anadolu Agency"],
    "Anadolu Agency reported that the wall had moved. The agency said it was safe.": [
        "Anadolu Agency",
        "Anadolu Agency",
    ],
    "The Lipno Council said the wall had moved. It said the wall was old.": ["Lipno Council", "Lipno Council"],
    "The Lipno Times reported that it moved. The Lipno Council said it was safe. It said the wall was old.": [
        "Lipno Times",
        "Lipno Council",
        "Lipno Council",
    ],
    "Defence Minister Yaşar Güler said the wall had moved. The minister said it was safe.": [
        "Yaşar Güler",
        "Yaşar Güler",
    ],
}


@pytest.mark.parametrize("text", ENTITIES)
def test_whom_it_stands_for(text: str) -> None:
    outer = [one for one in find(text).attributions if not one.nested]
    assert [one.entity for one in outer] == ENTITIES[text]


NOBODY = {
    "The Defence Ministry said it moved. The Foreign Ministry said it was safe. The ministry said it was old.": 2,
    "The Defence Ministry said the wall had moved. The council said it was safe.": 1,
    "Residents said the wall had moved. They said it was old.": 1,
    "Piotr Kowalski and Anna Lind said the wall had moved.": 0,
}


@pytest.mark.parametrize("text", NOBODY)
def test_what_may_be_two_stands_for_neither(text: str) -> None:
    assert find(text).attributions[NOBODY[text]].entity is None


def test_initials_that_nothing_has_stand_for_themselves() -> None:
    assert find("Anadolu Agency reported that it moved. AB said it was old.").attributions[1].entity == "AB"


def test_two_people_are_a_group() -> None:
    (one,) = find("Engineers Piotr Nowak and Anna Kowalska said the wall had moved.").attributions
    assert (one.class_, one.entity) == (SourceClass.GROUP, None)


def test_a_body_keeps_its_class() -> None:
    text = "Anadolu Agency reported that the wall had moved. The agency said it was safe. AA said it was old."
    found = find(text, outlets=["Anadolu Agency"]).attributions
    assert [one.class_ for one in found] == [SourceClass.OUTLET] * 3
