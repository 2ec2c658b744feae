"""Text made harmless for a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.safe import one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x9b2J", "\\x9b2J"),
        ("bell\x07 back\x08 null\x00", "bell\\x07 back\\x08 null\\x00"),
        ("del\x7f", "del\\x7f"),
        ("a\u202eb\u202c", "a\\u202eb\\u202c"),
        ("\u2066x\u2069", "\\u2066x\\u2069"),
        ("\u200e\u200f\u061c", "\\u200e\\u200f\\u061c"),
        ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
        ("lone \ud800", "lone \\ud800"),
        ("tag \U000e0041", "tag \\U000e0041"),
    ],
)
def test_what_acts_is_shown_as_its_escape(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Türkiye, Мілітарний, 産経新聞, הארץ, الجزيرة",
        "न्यूज़ e\u0301",  # combining marks
        "👩\u200d💻 \u200cمی‌خواهم",  # joiners that emoji and Persian need
        "[bold]not markup[/bold] \\x1b",
    ],
)
def test_letters_of_every_script_pass_unchanged(text: str) -> None:
    assert visible(text) == text


def test_one_line_folds_white_space() -> None:
    assert one_line("  two\n lines\tand\r\n a tab ") == "two lines and a tab"


def test_one_line_keeps_spaces_that_are_meant_to_stay() -> None:
    assert one_line("2\u00a0million") == "2\u00a0million"


@given(st.text(st.characters(), max_size=40))
def test_nothing_that_acts_is_left(text: str) -> None:
    shown = one_line(text)
    assert not [sign for sign in shown if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")]
    assert not [sign for sign in shown if unicodedata.bidirectional(sign) in _BIDI_CONTROLS]
    assert one_line(shown) == shown


_BIDI_CONTROLS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
