"""Each way in which English attributes, by a sentence of our own."""

import pytest

from provenance.attribution import find
from tests.attribution.reading import rows

WAYS = {
    "clause": ("The minister said that the bridge was safe.", "The minister | said | that the bridge was safe"),
    "no that": ("Anna Kowalska says the bridge is safe.", "Anna Kowalska | says | the bridge is safe"),
    "date between": ("Kowalska said on Monday that the bridge was safe.", "Kowalska | said | that the bridge was safe"),
    "quotation first": ("“The bridge is safe,” Kowalska said.", "Kowalska | said | “The bridge is safe,”"),
    "inverted": (
        "“The bridge is safe,” said Anna Kowalska, the mayor of Lipno.",
        "Anna Kowalska, the mayor of Lipno | said | “The bridge is safe,”",
    ),
    "straight quotes": ('"The bridge is safe," she said.', 'she | said | "The bridge is safe,"'),
    "split quotation": ("“The bridge,” Kowalska said, “is safe.”", "Kowalska | said | “The bridge,” … “is safe.”"),
    "clause first": ("The bridge is safe, the ministry said.", "the ministry | said | The bridge is safe"),
    "told": ("Kowalska told reporters that the bridge was safe.", "Kowalska | told | that the bridge was safe"),
    "told, quotation first": (
        "“The bridge is safe,” Kowalska told Radio Lipno in an interview.",
        "Kowalska | told | “The bridge is safe,”",
    ),
    "according to, last": (
        "The bridge is safe, according to a report by engineers.",
        "a report by engineers | according to | The bridge is safe",
    ),
    "apposition": (
        "Anna Kowalska, a lawyer from Lipno, said the bridge was safe.",
        "Anna Kowalska, a lawyer from Lipno | said | the bridge was safe",
    ),
    "relative": (
        "Kowalska, who has lived in Lipno for years, said the bridge was safe.",
        "Kowalska, who has lived in Lipno for years | said | the bridge was safe",
    ),
    "told at its end, with a cue inside": (
        "Russia has asked Turkey to sell back the missiles, the Turkish newspaper Nefes reported on Tuesday.",
        "the Turkish newspaper Nefes | reported | Russia has asked Turkey to sell back the missiles",
    ),
    "relative with an outlet": (
        "Militarnyi, which relayed Nefes, said Moscow needed the missiles.",
        "Militarnyi, which relayed Nefes | said | Moscow needed the missiles",
    ),
    "who asks not to be named": (
        "An official who asked not to be named said the bridge was safe.",
        "An official who asked not to be named | said | the bridge was safe",
    ),
    "who declines to be identified": (
        "A diplomat who declined to be identified said the bridge was safe.",
        "A diplomat who declined to be identified | said | the bridge was safe",
    ),
    "who is briefed": (
        "Two people briefed on the plan, who spoke on condition of anonymity, told Radio Lipno the bridge was safe.",
        "Two people briefed on the plan, who spoke on condition of anonymity | told | the bridge was safe",
    ),
    "whom the paper cites": (
        "The paper, citing two officials, said the bridge was safe.",
        "The paper, citing two officials | said | the bridge was safe",
    ),
    "fronted date": ("In 2023, Kowalska said the bridge was safe.", "Kowalska | said | the bridge was safe"),
    "fronted clause": (
        "Although Kowalska said the bridge was safe, it was closed.",
        "Kowalska | said | the bridge was safe",
    ),
    "document": ("The report shows that the bridge was unsafe.", "The report | shows | that the bridge was unsafe"),
    "vow": ("Kowalska vowed to close the bridge.", "Kowalska | vowed | to close the bridge"),
    "criticise": (
        "Kowalska criticized the plan to close the bridge.",
        "Kowalska | criticized | the plan to close the bridge",
    ),
    "colon": (
        "Kowalska: “The bridge is safe and it will stay open.”",
        "Kowalska | : | “The bridge is safe and it will stay open.”",
    ),
    "hedge alone": ("The bridge has allegedly been closed.", "– | allegedly | The bridge has … been closed"),
    "guillemets": ("«The bridge is safe,» Kowalska said.", "Kowalska | said | «The bridge is safe,»"),
    "single marks": ("‘The bridge isn’t safe,’ Kowalska said.", "Kowalska | said | ‘The bridge isn’t safe,’"),
    "joined subject": (
        "Officials involved in the project said the bridge was safe.",
        "Officials involved in the project | said | the bridge was safe",
    ),
    "aside": (
        "The engineers, however, argue that the bridge is safe.",
        "The engineers | argue | that the bridge is safe",
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_way_to_attribute(way: str) -> None:
    text, expected = WAYS[way]
    assert rows(text) == [expected]


def test_a_participle_has_the_subject_of_its_clause() -> None:
    text = "Kowalska said the bridge was safe, adding that it would open soon."
    assert rows(text) == ["Kowalska | said | the bridge was safe", "Kowalska | adding | that it would open soon"]


def test_a_quotation_alone_goes_on_with_the_last_speaker() -> None:
    text = "“The bridge is safe,” Kowalska said. “It will stay open.”\n\n“Nobody has to worry.”"
    assert rows(text) == ["Kowalska | said | “The bridge is safe,” … “It will stay open.” … “Nobody has to worry.”"]


def test_a_paragraph_that_ends_with_a_colon_takes_the_next() -> None:
    assert rows("Kowalska said:\n“The bridge is safe.”") == ["Kowalska | said | “The bridge is safe.”"]


def test_a_question_in_quotation_marks_does_not_end_the_sentence() -> None:
    assert rows("“Is the bridge safe?” Kowalska asked.") == ["Kowalska | asked | “Is the bridge safe?”"]


def test_what_is_said_in_what_is_said_is_nested() -> None:
    text = "Kowalska said that engineers warned that the bridge was unsafe."
    assert rows(text) == ["Kowalska | said | that engineers warned that the bridge was unsafe"]
    assert rows(text, nested=True) == ["engineers | warned | that the bridge was unsafe"]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was closed on Monday.",
        "His reports were long.",
        "Kowalska says the bridge is safe",
        "Bridge is safe, mayor says",
        "A number of calls went out.",
    ],
)
def test_no_attribution(text: str) -> None:
    """Nouns are no cues, and a line without a full stop is a headline or furniture."""
    assert rows(text) == []


def test_only_the_paragraphs_given_are_read() -> None:
    from provenance.attribution import find  # noqa: PLC0415

    text = "Kowalska said the bridge was safe.\nAdvertisers said this was cheap."
    assert [one.source for one in find(text, paragraphs=[(0, 34)]).attributions] == [(0, 8)]


def test_an_unknown_language_finds_nothing() -> None:
    from provenance.attribution import find  # noqa: PLC0415

    assert find("Kowalska said the bridge was safe.", language="xx").attributions == ()
    assert find("Kowalska said the bridge was safe.", language="en-GB").attributions


def test_who_asks_not_to_be_named_says_what_comes_after() -> None:
    text = "A deputy commander, who asked not to be named, said that ammunition was running out."
    (one,) = find(text).attributions
    assert one.source is not None
    assert text[slice(*one.source)].startswith("A deputy commander")
    assert [text[slice(*span)] for span in one.content] == ["that ammunition was running out"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ankara wants the missiles back, the newspaper Nefes reported on Tuesday, citing diplomatic sources.",
            ("diplomatic sources", "citing", "Ankara wants the missiles back"),
        ),
        (
            "Reuters, citing three people familiar with the talks, reported that the deal was close.",
            ("three people familiar with the talks", "citing", "that the deal was close"),
        ),
    ],
)
def test_whom_a_teller_cites_told_the_teller(text: str, expected: tuple[str, str, str]) -> None:
    found = [one for one in find(text).attributions if one.rule == "citing"]
    assert [
        (one.nested, *(text[slice(*span or (0, 0))] for span in (one.source, one.cue, one.content[0]))) for one in found
    ] == [(True, *expected)]


def test_a_reason_that_is_cited_tells_nothing() -> None:
    assert all(one.rule != "citing" for one in find("He resigned, citing his anger at the articles.").attributions)
