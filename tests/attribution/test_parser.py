"""The rules with the real parser; what needs none is in test_clauses.py."""

from importlib.util import find_spec

import pytest

from provenance.attribution import Confidence, find
from provenance.attribution.parser import MODEL, refine
from tests.attribution.reading import row

pytestmark = pytest.mark.skipif(
    find_spec("spacy") is None or find_spec(MODEL) is None,
    reason="the extra nlp is not installed: the parser was not tried",
)

TEXT = "Anna Kowalska said the bridge was safe.\nKowalska opposes the plan to close the bridge.\nThe river is wide.\n"


def test_nothing_of_the_rules_is_lost() -> None:
    found = find(TEXT)
    assert set(found.attributions) <= set(refine(TEXT, found).attributions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Many voters want the bridge to stay open.", "Many voters | want | the bridge to stay open"),
        ("Voters prefer Kowalska over Nowak.", "Voters | prefer | Kowalska over Nowak"),
    ],
)
def test_an_attitude_is_added(text: str, expected: str) -> None:
    found = find(text)
    added = [one for one in refine(text, found).attributions if one not in found.attributions]
    assert [(row(text, one), one.confidence) for one in added] == [(expected, Confidence.LOW)]


def test_the_same_text_gives_the_same() -> None:
    found = find(TEXT)
    assert refine(TEXT, found) == refine(TEXT, found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        ".",
        "\ud800.",
        "said said said.",
        "“" * 500 + ".",
        "a." * 4000,
        "(" * 3000 + ")",
        "x\x00 said y.",
        " \t .",
    ],
)
def test_any_text(text: str) -> None:
    refined = refine(text, find(text))
    assert all(0 <= first < last <= len(text) for one in refined.attributions for first, last in one.content)


def test_only_the_paragraphs_given_are_read() -> None:
    text = "The mayor loathes the plan.\nThe mayor loathes the plan.\n"
    refined = refine(text, find(text, paragraphs=[(28, 55)]), [(28, 55)])
    assert all(one.cue is None or one.cue[0] >= 28 for one in refined.attributions)
