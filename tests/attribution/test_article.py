"""The article the flagship case starts from: read where the test data is."""

import os
from pathlib import Path

import pytest

from provenance.attribution import Found, Polarity, find
from tests.attribution.reading import piece

DATA = Path(os.environ.get("PROVENANCE_TESTDATA", Path(__file__).resolve().parents[2].parent / "shared" / "testdata"))
ARTICLE = DATA / "articles" / "kyiv-post-s400.txt"
pytestmark = pytest.mark.skipif(
    not ARTICLE.is_file(), reason="the test data is absent: the starting article is not read"
)


def article() -> tuple[str, Found]:
    text = ARTICLE.read_text(encoding="utf-8")
    return text, find(text)


def test_the_ten_attributions() -> None:
    text, found = article()
    rows = {(piece(text, one.source).split(",")[0], piece(text, one.cue).split()[-1]) for one in found.attributions}
    assert rows >= {
        ("Turkish media outlet Nefes", "reported"),
        ("Turkish outlet Nefes", "reported"),
        ("Ankara", "confirmed"),
        ("Militarnyi", "said"),
        ("sources", "to"),
        ("Turkish President Recep Tayyip Erdoğan", "announced"),
        ("Türkiye Today", "reported"),
        ("Militarnyi", "wrote"),
        ("then-Foreign Minister Mevlüt Çavuşoğlu", "said"),
        ("the US", "asked"),
        ("Ankara", "rejected"),
        ("Militarnyi", "reported"),
    }


def test_what_is_nested_hedged_and_not_confirmed() -> None:
    text, found = article()
    nested = {piece(text, one.cue) for one in found.attributions if one.nested}
    assert nested >= {"point to", "asked", "strongly rejected"}
    assert sum(piece(text, one.hedge) == "reportedly" for one in found.attributions) == 2
    assert [piece(text, one.source) for one in found.attributions if one.polarity is Polarity.NOT_CONFIRMED] == [
        "Ankara"
    ]


def test_the_years_conflict() -> None:
    text, found = article()
    (conflict,) = found.conflicts
    assert (piece(text, conflict.first), piece(text, conflict.second)) == (
        "sold to Ankara in 2019",
        "sold to Turkey in 2017",
    )


def test_no_furniture() -> None:
    text, found = article()
    lines = {text[: one.cue[0]].count("\n") for one in found.attributions if one.cue is not None}
    assert not lines & {2, 3, 9, 10, 11, 15}
