"""What is found besides attributions, and what no text can break."""

import pytest

from provenance.attribution import find
from tests.attribution.reading import piece


def test_sentences_without_an_attribution() -> None:
    text = "Kowalska said the bridge was safe. The bridge was built in 1990."
    assert [piece(text, span) for span in find(text).unattributed] == ["The bridge was built in 1990."]


def test_two_years_of_one_act_disagree() -> None:
    text = "Poland wants back the bridge parts it sold to Lipno in 2019.\nThe two bridge parts it sold to Latvia in 2017 are old."
    (conflict,) = find(text).conflicts
    assert conflict.words == "“sold to Lipno in 2019” against “sold to Latvia in 2017”"
    assert (piece(text, conflict.first), piece(text, conflict.second)) == (
        "sold to Lipno in 2019",
        "sold to Latvia in 2017",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The bridge parts were sold to Lipno in 2019. The old bridge parts were sold to Lipno in 2019.",
        "The bridge parts were sold to Lipno in 2019. The trams of Warsaw were sold to Kyiv in 2017.",
        "The bridge parts were sold to Lipno in 2019. The bridge parts were built in Lipno in 2017.",
    ],
)
def test_no_conflict(text: str) -> None:
    """The same year, another thing, another act."""
    assert find(text).conflicts == ()


HOSTILE = {
    "empty": "",
    "blank": " \n\t\n ",
    "one mark": "“",
    "marks": "“”\"\"''‘’«»" * 50,
    "unclosed": "Kowalska said: “the bridge is safe and nobody ends this",
    "only quotations": "“A b c.” “D e f.”\n“G h i.”",
    "controls": "Kowalska\x00 said\x1b[31m that\u202e the bridge\ufeff was safe.\r\n",
    "cues": "said said said, said. Said: said “said” said according to according to.",
    "commas": ", said, said, said.",
    "brackets": "( said ) according to ( . ) ((((",
    "surrogate": "Kowalska said \ud800 the bridge was safe.",
    "astral": "𝐊owalska said 🙂 the bridge was safe.",
    "only signs": "... ??? !!! --- ;;; :::",
    "apostrophes": "'s 's said 's that 's.",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_no_text_breaks_it(case: str) -> None:
    text = HOSTILE[case]
    for one in find(text).attributions:
        for start, end in (one.cue or (0, 1), one.source or (0, 1), *one.content):
            assert 0 <= start < end <= len(text)


@pytest.mark.no_cover  # it covers what others do, many times over
@pytest.mark.parametrize(
    "part", ["Kowalska said that ", "word ", "“a ", "(, said ", "a-", "I.", "x", "‘b", " and who said, "]
)
def test_a_line_of_half_a_megabyte(part: str) -> None:
    find(part * (500_000 // len(part)))


def test_offsets_are_code_points() -> None:
    text = "🙂🙂 Kowalska said the bridge was safe."
    assert piece(text, find(text).attributions[0].cue) == "said"


def test_the_same_text_gives_the_same_answer() -> None:
    text = "Kowalska said the bridge was safe. “It is,” said Nowak."
    assert find(text) == find(text)
