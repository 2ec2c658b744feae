"""Tables: as wide as they need, stacked where the width is small."""

from rich.cells import cell_len

from provenance.report.lines import Style, plain
from provenance.report.tables import table

TITLES = ("id", "name", "text")
ROWS = [
    [("a", Style.STRONG), ("First", Style.PLAIN), ("one two three four five six seven", Style.PLAIN)],
    [("longer-id", Style.STRONG), ("産経新聞", Style.PLAIN), ("short", Style.PLAIN)],
    [("c", Style.STRONG), ("", Style.PLAIN), ("", Style.PLAIN)],
]


def drawn(width: int | None, first: str = "") -> list[str]:
    return plain(table(TITLES, ROWS, width, first), width).splitlines()


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert drawn(None) == [
        "id         name      text",
        "a          First     one two three four five six seven",
        "longer-id  産経新聞  short",
        "c",
    ]


def test_the_last_column_wraps_below_itself() -> None:
    assert drawn(42) == [
        "id         name      text",
        "a          First     one two three four",
        "                     five six seven",
        "longer-id  産経新聞  short",
        "c",
    ]


def test_a_long_word_of_the_last_column_is_not_broken() -> None:
    rows = [[("some-long-id", Style.STRONG), ("a-word-of-24-characters.", Style.PLAIN)]]
    assert plain(table(("id", "text"), rows, 37), 37).splitlines() == [
        "some-long-id",
        "  text: a-word-of-24-characters.",
    ]
    assert plain(table(("id", "text"), rows, 38), 38).splitlines() == [
        "id            text",
        "some-long-id  a-word-of-24-characters.",
    ]
    url = [[("a", Style.STRONG), ("https://" + "x" * 60, Style.PLAIN)]]
    assert plain(table(("id", "url"), url, 50), 50).splitlines()[0] == "id  url"


def test_where_there_is_no_room_each_row_becomes_a_list() -> None:
    assert drawn(30) == [
        "a",
        "  name: First",
        "  text: one two three four",
        "    five six seven",
        "longer-id",
        "  name: 産経新聞",
        "  text: short",
        "c",
    ]


def test_every_row_stands_behind_what_comes_first() -> None:
    assert all(row.startswith("> ") for row in drawn(200, "> "))
    assert all(row.startswith("> ") for row in drawn(20, "> "))


def test_no_row_is_wider_than_asked() -> None:
    for width in range(20, 80):
        assert max(map(cell_len, drawn(width))) <= width


def test_a_table_without_rows_has_its_titles() -> None:
    assert plain(table(("a", "b"), [], 80)) == "a  b\n"
