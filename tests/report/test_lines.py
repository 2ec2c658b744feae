"""Lines: wrapped to a width, harmless, nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color_triplet import ColorTriplet
from rich.style import Style as RichStyle

from provenance.report.lines import Line, Style, cut, line, pad, plain, wrap
from provenance.wording.numbers import listing, plural


def test_words_wrap_behind_what_stands_before_each_row() -> None:
    text = plain([line("one two three four", first="- ", rest="  ")], 12)
    assert text == "- one two\n  three four\n"


def test_without_a_width_a_line_stays_one_row() -> None:
    assert plain([line("word " * 100)]) == "word " * 99 + "word\n"


def test_a_word_longer_than_the_row_is_cut() -> None:
    assert plain([line("a" * 25, first="> ", rest="  ")], 12) == f"> {'a' * 10}\n  {'a' * 10}\n  {'a' * 5}\n"


def test_a_long_word_begins_on_a_row_of_its_own() -> None:
    assert plain([line("short ", "b" * 20)], 12) == f"short\n{'b' * 12}\n{'b' * 8}\n"


def test_wide_letters_count_as_two_cells() -> None:
    assert plain([line("産経新聞産経新聞")], 8) == "産経新聞\n産経新聞\n"


def test_what_stands_before_a_row_leaves_at_least_8_cells() -> None:
    rows = plain([line("one two three", first=" " * 30)], 20).splitlines()
    assert [row.strip() for row in rows] == ["one two", "three"]


def test_no_row_ends_in_a_space_and_an_empty_line_is_one_row() -> None:
    assert plain([line("a ", ("  ", Style.BAD)), line(), Line()]) == "a\n\n\n"


def test_white_space_in_text_is_folded_and_what_acts_is_shown() -> None:
    assert plain([line("a\nb\t c\x1b[0m", ("\u202ed", Style.STRONG))]) == "a b c\\x1b[0m\\u202ed\n"


@pytest.mark.parametrize(("text", "shown"), [("\x85", "\\x85"), ("\u2028", "\\u2028"), ("\x1c", "\\x1c"), ("\t\n", "")])
def test_white_space_that_acts_does_not_slip_through(text: str, shown: str) -> None:
    assert plain([line(text)]) == f"{shown}\n"


def test_styles_stay_with_their_words() -> None:
    [first, second] = wrap([line(("bold words", Style.STRONG), " plain")], 11)
    assert first == [("", Style.FAINT), ("bold ", Style.STRONG), ("words", Style.STRONG), (" ", Style.PLAIN)]
    assert second == [("", Style.FAINT), ("plain", Style.PLAIN)]


SPANS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=5)


@given(SPANS, st.integers(20, 60), st.integers(0, 12))
def test_no_row_is_wider_than_asked_and_no_letter_is_lost(spans: list[str], width: int, indent: int) -> None:
    made = line(*spans, first=" " * indent)
    rows = plain([made], width).splitlines()
    assert all(cell_len(row) <= width for row in rows)
    whole = plain([made])
    assert "".join("".join(rows).split()) == "".join(whole.split())


@given(st.text(min_size=1, max_size=20), st.integers(1, 10))
def test_cut_takes_what_fits_and_at_least_one_letter(text: str, cells: int) -> None:
    head, rest = cut(text, cells)
    assert head + rest == text
    assert head
    assert cell_len(head) <= cells or len(head) == 1


def test_pad_fills_up_to_a_width_in_cells() -> None:
    assert pad("ab", 4) == "ab  "
    assert pad("産経", 5) == "産経 "
    assert pad("long", 2) == "long"


def test_numbers_and_lists_as_sentences_need_them() -> None:
    assert [plural(number, "report") for number in (0, 1, 2, 12_345)] == [
        *("0 reports", "1 report", "2 reports", "12,345 reports"),
    ]
    assert [listing(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert listing(["a", "b"], "or") == "a or b"


@pytest.mark.parametrize("style", [style for style in Style if "color(" in style])
@pytest.mark.parametrize("ground", ["white", "black"])
def test_every_colour_can_be_read_on_white_and_on_black(style: Style, ground: str) -> None:
    """3 to 1 is what WCAG 2.2 asks of what is not text alone; the words always say it too."""
    colour = RichStyle.parse(style).color
    assert colour is not None
    light = _luminance(colour.get_truecolor())
    other = {"white": 1.0, "black": 0.0}[ground]
    assert (max(light, other) + 0.05) / (min(light, other) + 0.05) >= 3.5


def _luminance(colour: ColorTriplet) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
