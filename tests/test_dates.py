"""EDTF levels 0 and 1 as we read them: intervals of seconds, chronology, refusals whole."""

import random
import warnings
from datetime import UTC, date, datetime
from itertools import pairwise
from types import ModuleType
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.dates import Date, DateError, parse_date

EPOCH = date(1970, 1, 1).toordinal()
EXAMPLES = "write 2025-09-03, 2025-09, 2025-09-13? or 2025-09-03T21:40+02:00"
X_RULE = "X stands for the last one or two digits of a year, a day, or a month and its day"
YEAR_RULE = "a year has four digits; one of 5 to 18 digits begins with Y, as in Y170000002"
SHORT_YEAR = "a year has four digits, and a month stands after its year, as in 2025-09"
ORDER = "write year-month-day, as in 2025-12-31: the order of the numbers is not guessed"
TIME_RULE = "write its time as T21:40 or T21:40:05, then Z, an offset such as +02:00 or nothing"
ONE_MARK = "one mark, ? or ~ or %, may stand at its very end"


def day_start(year: int, month: int, day: int) -> int:
    """Give the first second of a day: `datetime` within years 1 to 400, and the calendar repeats every 400 years."""
    cycles = (year - 1) // 400
    days = date(year - 400 * cycles, month, day).toordinal() - EPOCH + cycles * 146_097
    return days * 86_400


def day_end(year: int, month: int, day: int) -> int:
    return day_start(year, month, day) + 86_399


def instant(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


def refusal(text: str) -> str:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", (2025, 1, 1), (2025, 12, 31)),
        ("2025-09", (2025, 9, 1), (2025, 9, 30)),
        ("2025-12", (2025, 12, 1), (2025, 12, 31)),
        ("2025-09-03", (2025, 9, 3), (2025, 9, 3)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("1900-02", (1900, 2, 1), (1900, 2, 28)),
        ("2000-02-29", (2000, 2, 29), (2000, 2, 29)),
        ("1969-12-31", (1969, 12, 31), (1969, 12, 31)),
        ("201X", (2010, 1, 1), (2019, 12, 31)),
        ("20XX", (2000, 1, 1), (2099, 12, 31)),
        ("-201X", (-2019, 1, 1), (-2010, 12, 31)),
        ("-20XX", (-2099, 1, 1), (-2000, 12, 31)),
        ("2004-XX", (2004, 1, 1), (2004, 12, 31)),
        ("1985-04-XX", (1985, 4, 1), (1985, 4, 30)),
        ("1985-XX-XX", (1985, 1, 1), (1985, 12, 31)),
        ("2001-21", (2001, 1, 1), (2001, 12, 31)),
        ("2001-22", (2001, 1, 1), (2001, 12, 31)),
        ("2001-23", (2001, 1, 1), (2001, 12, 31)),
        ("2001-24", (2001, 1, 1), (2001, 12, 31)),
        ("0000", (0, 1, 1), (0, 12, 31)),
        ("0000-02-29", (0, 2, 29), (0, 2, 29)),
        ("-1985", (-1985, 1, 1), (-1985, 12, 31)),
        ("-0044-03-15", (-44, 3, 15), (-44, 3, 15)),
        ("Y170000002", (170000002, 1, 1), (170000002, 12, 31)),
        ("Y-170000002", (-170000002, 1, 1), (-170000002, 12, 31)),
        ("Y999999999999999999", (10**18 - 1, 1, 1), (10**18 - 1, 12, 31)),
        ("2004-06/2006-08", (2004, 6, 1), (2006, 8, 31)),
        ("2004/2004-06", (2004, 1, 1), (2004, 6, 30)),
        ("2004-06-11/2004-06-11", (2004, 6, 11), (2004, 6, 11)),
        ("2004-06-XX/2004-07-03", (2004, 6, 1), (2004, 7, 3)),
        ("2001-24/201X", (2001, 1, 1), (2019, 12, 31)),
        ("-0002/Y12345", (-2, 1, 1), (12345, 12, 31)),
    ],
)
def test_a_date_is_every_second_of_the_days_it_names(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert parse_date(text) == Date(text=text, earliest=day_start(*first), latest=day_end(*last), qualified=False)


@pytest.mark.parametrize(
    ("text", "iso", "seconds"),
    [
        ("2025-09-03T21:40", "2025-09-03T21:40:00+00:00", 60),
        ("2025-09-03T21:40Z", "2025-09-03T21:40:00+00:00", 60),
        ("2025-09-03T21:40+02:00", "2025-09-03T19:40:00+00:00", 60),
        ("2025-09-03T21:40+02", "2025-09-03T19:40:00+00:00", 60),
        ("2025-09-03T21:40-05:00", "2025-09-04T02:40:00+00:00", 60),
        ("2025-09-03T21:40+05:45", "2025-09-03T15:55:00+00:00", 60),
        ("2025-09-03T21:40-03:30", "2025-09-04T01:10:00+00:00", 60),
        ("2025-09-03T21:40:05", "2025-09-03T21:40:05+00:00", 1),
        ("2025-09-03T21:40:05Z", "2025-09-03T21:40:05+00:00", 1),
        ("2025-01-01T00:00:00+14:00", "2024-12-31T10:00:00+00:00", 1),
        ("2025-12-31T23:59:59-14:00", "2026-01-01T13:59:59+00:00", 1),
    ],
)
def test_a_time_is_its_minute_or_its_second_in_utc_unless_it_has_an_offset(text: str, iso: str, seconds: int) -> None:
    assert parse_date(text) == Date(
        text=text, earliest=instant(iso), latest=instant(iso) + seconds - 1, qualified=False
    )


@pytest.mark.parametrize("mark", ["?", "~", "%"])
@pytest.mark.parametrize(
    "text",
    ["2025", "2025-09", "2025-09-03", "-1985", "2001-21", "201X", "1985-XX-XX", "Y12345", "2025-09-03T21:40:05+02:00"],
)
def test_a_mark_qualifies_and_leaves_the_interval_as_written(text: str, mark: str) -> None:
    plain = parse_date(text)

    assert not plain.qualified
    assert parse_date(text + mark) == Date(
        text=text + mark, earliest=plain.earliest, latest=plain.latest, qualified=True
    )


@pytest.mark.parametrize(
    ("text", "qualified"),
    [("2004-06-11?/2006", True), ("2004-06-11/2006~", True), ("2004%/2006%", True), ("2004/2006", False)],
)
def test_a_mark_at_either_end_qualifies_an_interval(text: str, qualified: bool) -> None:
    assert parse_date(text).qualified is qualified


@pytest.mark.parametrize("sign", ["..", ""])
def test_an_open_or_unknown_end_is_none(sign: str) -> None:
    after, before = f"1985-04-12/{sign}", f"{sign}/1985"

    assert parse_date(after) == Date(text=after, earliest=day_start(1985, 4, 12), latest=None, qualified=False)
    assert parse_date(before) == Date(text=before, earliest=None, latest=day_end(1985, 12, 31), qualified=False)
    assert parse_date(f"1985~/{sign}").qualified


def test_an_interval_may_have_times() -> None:
    between = parse_date("2025-09-03T21:40+02:00/2025-09-03T23:00+02:00")

    assert between.earliest == instant("2025-09-03T21:40:00+02:00")
    assert between.latest == instant("2025-09-03T23:00:59+02:00")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2025-02-30", "there is no 30 February 2025"),
        ("2025-02-29?", "there is no 29 February 2025"),
        ("1900-02-29", "there is no 29 February 1900"),
        ("2025-04-31", "there is no 31 April 2025"),
        ("2025-01-00", "there is no 0 January 2025"),
        ("-0044-12-32", "there is no 32 December -44"),
        ("2025-02-30T10:00", "there is no 30 February 2025"),
        ("2025-13", "there is no month 13: months run from 01 to 12"),
        ("2025-00-10", "there is no month 00: months run from 01 to 12"),
        ("2025-30-09", "there is no month 30: months run from 01 to 12"),
        ("2025-13-XX", "there is no month 13: months run from 01 to 12"),
        ("2001-20", "there is no month 20: months run from 01 to 12"),
        ("2001-25", "there is no month 25: months run from 01 to 12"),
        ("2001-21-03", "there is no month 21: months run from 01 to 12"),
        ("2001-21-XX", "there is no month 21: months run from 01 to 12"),
        ("2025-13-03T21:40", "there is no month 13: months run from 01 to 12"),
        ("2025-09-03T25:00", "there is no hour 25: hours run from 00 to 23"),
        ("2025-09-03T24:00", "there is no hour 24: hours run from 00 to 23"),
        ("2025-09-03T21:61", "there is no minute 61: minutes run from 00 to 59"),
        ("2025-09-03T21:60", "there is no minute 60: minutes run from 00 to 59"),
        ("2025-09-03T21:40:60", "there is no second 60: seconds run from 00 to 59"),
        ("2025-09-03T21:40+25:00", "there is no offset +25:00: offsets run from -14:00 to +14:00"),
        ("2025-09-03T21:40+14:01", "there is no offset +14:01: offsets run from -14:00 to +14:00"),
        ("2025-09-03T21:40-15", "there is no offset -15: offsets run from -14:00 to +14:00"),
        ("2025-09-03T21:40+02:60", "there is no offset +02:60: offsets run from -14:00 to +14:00"),
        ("-0000", "there is no year -0000: write 0000"),
        ("-0000-01-01T10:00", "there is no year -0000: write 0000"),
        ("2006/2004", "its end, 2004, is before its start, 2006"),
        ("2006?/2004", "its end, 2004, is before its start, 2006?"),
        ("201X/2001-21", "its end, 2001-21, is before its start, 201X"),
        ("2004-06-12/2004-06-11", "its end, 2004-06-11, is before its start, 2004-06-12"),
        ("/", "an interval needs a date on one side at least, as in 1985/.."),
        ("../", "an interval needs a date on one side at least, as in 1985/.."),
        ("../..", "an interval needs a date on one side at least, as in 1985/.."),
    ],
)
def test_what_the_calendar_or_the_clock_does_not_have(text: str, reason: str) -> None:
    assert refusal(text) == f"'{text}' is not a date: {reason}"


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("2025-9-3", "2025-09-03"),
        ("2025-9-03", "2025-09-03"),
        ("2025-9", "2025-09"),
        ("2025-9-3?", "2025-09-03?"),
        ("2025/09/03", "2025-09-03"),
        ("2025.9.3", "2025-09-03"),
        ("09/2025", "2025-09"),
        ("9.2025", "2025-09"),
        ("20250903", "2025-09-03"),
        ("2025-09-03 21:40", "2025-09-03T21:40"),
        ("2025-09-03 9:40", "2025-09-03T09:40"),
        ("2025-09-03t21:40z", "2025-09-03T21:40Z"),
        ("2025-09-03 21:40:05 +0200", "2025-09-03T21:40:05+02:00"),
        ("2025-09-03T21:40 Z", "2025-09-03T21:40Z"),
        ("2025-09-03T21:40:05.123Z", "2025-09-03T21:40:05Z"),
        ("Sept 2025", "2025-09"),
        ("sept. 2025", "2025-09"),
        ("MAY 2025", "2025-05"),
        ("3 September 2025", "2025-09-03"),
        ("3. Sep. 2025", "2025-09-03"),
        ("September 3, 2025", "2025-09-03"),
        ("201x", "201X"),
        ("1985-04-xx", "1985-04-XX"),
        ("c. 2025", "2025~"),
        ("circa 2025-09", "2025-09~"),
        (" 2025", "2025"),
        ("2025-09-03 ", "2025-09-03"),
        ("\N{MINUS SIGN}1985", "-1985"),
        ("2025\N{EN DASH}09\N{EN DASH}03", "2025-09-03"),
    ],
)
def test_a_common_mistake_with_one_possible_meaning_is_told_what_to_write(text: str, repaired: str) -> None:
    assert refusal(text) == f"'{text}' is not a date: write {repaired}"
    assert parse_date(repaired).text == repaired


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2025-2-30", "there is no 30 February 2025"),
        ("31 September 2025", "there is no 31 September 2025"),
        ("13/2025", "there is no month 13: months run from 01 to 12"),
        ("2025-09-03 24:00", "there is no hour 24: hours run from 00 to 23"),
    ],
)
def test_no_impossible_date_is_advised(text: str, reason: str) -> None:
    assert refusal(text) == f"'{text}' is not a date: {reason}"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("3.9.2025", ORDER),
        ("03/09/2025", ORDER),
        ("30.9.2025", ORDER),
        ("3. 9. 2025", ORDER),
        ("03-09-2025", ORDER),
        ("3/9/25", ORDER),
        ("25-09-03", ORDER),
        ("09/03/2025 21:40", ORDER),
        ("", EXAMPLES),
        ("12:30", EXAMPLES),
        ("yesterday", EXAMPLES),
        ("Mai 2025", EXAMPLES),
        ("3 Mai 2025", EXAMPLES),
        ("2025-W36", EXAMPLES),
        ("2025-246", EXAMPLES),
        ("1985..", EXAMPLES),
        ("//", EXAMPLES),
        ("2004/2005/2006", EXAMPLES),
        ("25", SHORT_YEAR),
        ("985", SHORT_YEAR),
        ("202509", YEAR_RULE),
        ("1756935600", YEAR_RULE),
        ("Y2020", YEAR_RULE),
        ("Y02020", YEAR_RULE),
        ("Y1234567890123456789", YEAR_RULE),
        ("+2025", YEAR_RULE),
        ("1XXX", X_RULE),
        ("XXXX", X_RULE),
        ("2X25", X_RULE),
        ("1985-XX-05", X_RULE),
        ("201X-05", X_RULE),
        ("2025-0X", X_RULE),
        ("2025-09-0X?", X_RULE),
        ("2025-09T21:40", "a time needs the day before it, as in 2025-09-03T21:40"),
        ("2025T21:40", "a time needs the day before it, as in 2025-09-03T21:40"),
        ("2025-09-03T21", TIME_RULE),
        ("2025-09-03T21:40 CEST", TIME_RULE),
        ("2025-09-XXT21:40", TIME_RULE),
        ("2025??", ONE_MARK),
        ("?2025", ONE_MARK),
        ("2025-09?-03", ONE_MARK),
        ("2004-2006", "write an interval with a slash, as in 2004/2006"),
        ("\u0662\u0660\u0662\u0665", "write its digits as 0 to 9"),
        ("\uff12\uff10\uff12\uff15-09", "write its digits as 0 to 9"),
        ("2025-09-0\u0663", "write its digits as 0 to 9"),
    ],
)
def test_what_cannot_be_repaired_is_told_the_rule(text: str, reason: str) -> None:
    assert refusal(text) == f"'{text}' is not a date: {reason}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2025-9-3/2026", "'2025-9-3' is not a date: write 2025-09-03"),
        ("2004/2005-13", "'2005-13' is not a date: there is no month 13: months run from 01 to 12"),
        ("2004 / 2006", "'2004 ' is not a date: write 2004"),
        ("2024/25", f"'25' is not a date: {SHORT_YEAR}"),
    ],
)
def test_of_an_interval_the_bad_end_is_quoted(text: str, message: str) -> None:
    assert refusal(text) == message


def test_a_long_text_is_quoted_shortened() -> None:
    assert refusal("w" * 40) == f"'{'w' * 40}' is not a date: {EXAMPLES}"
    assert refusal("w" * 41) == f"'{'w' * 39}…' is not a date: {EXAMPLES}"
    assert refusal("1" * 100_000) == f"'{'1' * 39}…' is not a date: {EXAMPLES}"


def test_no_repair_is_tried_on_more_than_a_hundred_characters() -> None:
    assert refusal("2025-9-3" + " " * 92).endswith("…' is not a date: write 2025-09-03")
    assert refusal("2025-9-3" + " " * 93).endswith(f"…' is not a date: {EXAMPLES}")


def test_a_control_character_is_quoted_escaped() -> None:
    assert refusal("2025\n") == "'2025\\n' is not a date: write 2025"
    assert refusal("20\x1b[31m25") == f"'20\\x1b[31m25' is not a date: {EXAMPLES}"


@pytest.mark.parametrize(
    ("earlier", "later", "surely"),
    [
        ("2025-09-03", "2025-09-04", True),
        ("2025-09-03", "2025-09-03", False),
        ("2025-09-04", "2025-09-03", False),
        ("2025-09", "2025-09-30", False),
        ("2025-08", "2025-09-01", True),
        ("2025-09-03T21:40", "2025-09-03T21:41", True),
        ("2025-09-03T21:40", "2025-09-03T21:40:59", False),
        ("2025-09-03T23:30+02:00", "2025-09-03T22:30", True),
        ("2025-09-03?", "2025-09-04", False),
        ("2025-09-03", "2025-09-04~", False),
        ("../1985", "1986", True),
        ("/1985", "1986", True),
        ("1985/..", "2999", False),
        ("1985/", "2999", False),
        ("1984", "1985/..", True),
        ("1984", "../1999", False),
        ("-0044-03-15", "0001", True),
    ],
)
def test_surely_before(earlier: str, later: str, surely: bool) -> None:
    assert parse_date(earlier).surely_before(parse_date(later)) is surely


@pytest.mark.parametrize(
    ("text", "cutoff", "in_by"),
    [
        ("2025-09-03", "2025-09-03", True),
        ("2025-09-04", "2025-09-03", False),
        ("2025", "2025-01-01", True),
        ("2025", "2024-12-31", False),
        ("2025-09-03T23:59:59", "2025-09-03", True),
        ("2025-09-03T21:40", "2025-09-03T21:40", True),
        ("2025-09-04T00:30+02:00", "2025-09-03", True),
        ("2025-09-04?", "2025-09-03", False),
        ("2025-09-03?", "2025-09-03", True),
        ("2025-09-04", "2025-09?", True),
        ("2025-21", "2025-01-01", True),
        ("../2025", "1000", True),
        ("/2025", "1000", True),
        ("2025/..", "2025-09", True),
        ("2025", "1985/..", True),
        ("2025", "1985/", True),
    ],
)
def test_in_by(text: str, cutoff: str, in_by: bool) -> None:
    assert parse_date(text).in_by(parse_date(cutoff)) is in_by


def test_sort_key_puts_earliest_first_then_latest() -> None:
    ordered = [
        *("../1985", "/1985", "../1986", "-1985", "1969-12-31", "1970-01-01", "1970", "1970/.."),
        *("2025-09-03T00:00", "2025-09-03", "2025-09-03/2025-10", "2025-09-03/.."),
    ]
    shuffled = random.Random(7).sample(ordered, len(ordered))

    assert shuffled != ordered
    assert [date.text for date in sorted(map(parse_date, shuffled), key=lambda date: date.sort_key)] == ordered


def test_sort_key_does_not_tell_how_a_date_is_written() -> None:
    assert parse_date("2025-09-03").sort_key == parse_date("2025-09-03?").sort_key


def test_a_date_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        parse_date("2025").text = "2026"  # type: ignore[misc]


DAYS = st.dates().map(date.isoformat)
MINUTES = st.datetimes().map(lambda moment: f"{moment:%Y-%m-%dT%H:%M}".zfill(16))
OFFSETS = st.sampled_from(["", "Z", "+02:00", "-05:00", "+02", "+14:00", "-03:30"])
FOUR_DIGITS = st.builds("{}{:04}".format, st.sampled_from(["", "-"]), st.integers(1, 9999))
LONG_YEARS = st.integers(10_000, 10**18 - 1).flatmap(lambda year: st.sampled_from([f"Y{year}", f"Y-{year}"]))
YEAR_PARTS = st.sampled_from(["", "-02", "-12", "-XX", "-04-XX", "-XX-XX", "-02-28"])
PLAIN = st.one_of(
    DAYS,
    st.builds("{}{}".format, FOUR_DIGITS, YEAR_PARTS),
    FOUR_DIGITS.map(lambda year: year[:-1] + "X"),
    FOUR_DIGITS.map(lambda year: year[:-2] + "XX"),
)
SINGLE = st.one_of(
    PLAIN,
    LONG_YEARS,
    st.builds("{}{}".format, MINUTES, OFFSETS),
    st.builds("{}:{:02}{}".format, MINUTES, st.integers(0, 59), OFFSETS),
    st.builds("{}-{}".format, FOUR_DIGITS, st.integers(21, 24)),
)
MARKED = st.builds("{}{}".format, SINGLE, st.sampled_from(["", "?", "~", "%"]))


def both(text: str) -> tuple[int, int]:
    date = parse_date(text)
    assert date.earliest is not None
    assert date.latest is not None
    return date.earliest, date.latest


@given(MARKED)
def test_every_single_date_begins_before_it_ends_and_reads_the_same_again(text: str) -> None:
    earliest, latest = both(text)

    assert earliest <= latest
    assert parse_date(parse_date(text).text) == parse_date(text)
    assert parse_date(text).qualified is text.endswith(("?", "~", "%"))


@given(MARKED, MARKED)
def test_an_interval_spans_its_ends_or_is_refused_as_backwards(left: str, right: str) -> None:
    text, (earliest, _), (_, latest) = f"{left}/{right}", both(left), both(right)

    if latest < earliest:
        shown = text if len(text) <= 40 else text[:39] + "…"
        assert refusal(text) == f"'{shown}' is not a date: its end, {right}, is before its start, {left}"
    else:
        assert both(text) == (earliest, latest)


@given(st.datetimes(), OFFSETS)
def test_each_wider_precision_contains_the_narrower(moment: datetime, offset: str) -> None:
    second = moment.replace(microsecond=0).isoformat()
    timed = [both(second + offset), both(second[:16] + offset)]
    plain = [both(second[:length] + rest) for length, rest in ((10, ""), (7, ""), (4, ""), (3, "X"), (2, "XX"))]

    for chain in (timed, [both(second), both(second[:16]), *plain]):
        for narrow, wide in pairwise(chain):
            assert wide[0] <= narrow[0] <= narrow[1] <= wide[1]


@given(st.datetimes(), st.integers(-14 * 60, 14 * 60))
def test_any_moment_is_the_second_that_datetime_counts(moment: datetime, offset: int) -> None:
    sign, (hours, minutes) = "+-"[offset < 0], divmod(abs(offset), 60)
    written = f"{moment.replace(microsecond=0).isoformat()}{sign}{hours:02}:{minutes:02}"
    counted = int((moment.replace(microsecond=0, tzinfo=UTC) - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds())

    assert both(written) == (counted - offset * 60, counted - offset * 60)


@given(st.integers(-9999, 9999).filter(bool), st.integers(1, 12))
def test_months_follow_each_other_without_a_gap_in_any_year(year: int, month: int) -> None:
    sign, digits = "-"[: year < 0], abs(year)
    _, last = both(f"{sign}{digits:04}-{month:02}")

    assert last + 1 == day_start(year + month // 12, month % 12 + 1, 1)


@given(st.text(st.sampled_from("0123456789-:/.?~%XTZY+ xzt,SeptMay\n\u0663"), max_size=30))
@settings(max_examples=1000)
def test_any_text_is_a_date_or_a_refusal_that_quotes_it(text: str) -> None:
    message = refusal_or_none(text)
    quoted = (message or repr(text)).partition(" is not a date: ")[0]

    assert quoted in {repr(part) for part in (text, *text.split("/"))}


@given(
    st.dates(min_value=date(1000, 1, 1)),
    st.sampled_from(
        [
            "{0:%Y%m%d}",
            "{0:%Y/%m/%d}",
            "{0.year}-{0.month}-{0.day} ",
            "{0.year}.{0.month}.{0.day}",
            "{0.day} {0:%B %Y}",
            "{0:%b %d, %Y}",
        ]
    ),
)
def test_any_day_written_otherwise_is_repaired(day: date, form: str) -> None:
    text = form.format(day)

    assert refusal(text) == f"'{text}' is not a date: write {day.isoformat()}"


@given(
    st.dates(min_value=date(1000, 1, 1)),
    st.sampled_from(["{0.day}.{0.month}.{0.year}", "{0:%d/%m/%Y}", "{0:%m/%d/%y}", "{0:%d-%m-%Y}"]),
)
def test_no_order_of_day_and_month_is_guessed(day: date, form: str) -> None:
    text = form.format(day)

    assert refusal(text) == f"'{text}' is not a date: {ORDER}"


def refusal_or_none(text: str) -> str | None:
    try:
        parse_date(text)
    except DateError as error:
        return str(error)
    return None


@pytest.fixture(scope="module")
def edtf() -> ModuleType:
    """The independent reader; its import warns about its own grammar, which is not ours to mend."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return cast(
            "ModuleType", pytest.importorskip("edtf", reason="the PyPI package edtf is the oracle for plain dates")
        )


def bounds_by_library(library: ModuleType, text: str) -> tuple[int, int]:
    read = library.parse_edtf(text)
    return day_start(*read.lower_strict()[:3]), day_end(*read.upper_strict()[:3])


# Left out are texts on which edtf 5.0.2 fails: it turns negative years with X in month or day round, and cannot read
# an interval one end of which has an X.
WHOLE = st.one_of(DAYS, st.builds("{}{}".format, FOUR_DIGITS, st.sampled_from(["", "-02", "-12", "-02-28"])))
READABLE = st.one_of(WHOLE, LONG_YEARS, PLAIN.filter(lambda text: not (text[0] == "-" and "-XX" in text)))


@given(text=READABLE)
@settings(deadline=None)
def test_plain_dates_are_the_days_the_edtf_library_reads(edtf: ModuleType, text: str) -> None:
    assert both(text) == bounds_by_library(edtf, text)


@pytest.mark.no_cover  # it covers what others do, many times over
@given(ends=st.tuples(WHOLE, WHOLE))
@settings(deadline=None)
def test_intervals_are_the_days_the_edtf_library_reads(edtf: ModuleType, ends: tuple[str, str]) -> None:
    text = "/".join(sorted(ends, key=lambda end: parse_date(end).sort_key))

    assert both(text) == bounds_by_library(edtf, text)


@pytest.mark.parametrize(
    "text",
    ["2025-13", "2025-02-30", "-0000", "Y2020", "201x", "2025-9-3", "2025-09-03T24:00", "03/09/2025", "12:30", ""],
)
def test_what_we_refuse_the_edtf_library_refuses(edtf: ModuleType, text: str) -> None:
    with pytest.raises(edtf.EDTFParseException):
        edtf.parse_edtf(text)
    with pytest.raises(DateError):
        parse_date(text)
