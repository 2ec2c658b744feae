"""Dates as a newsroom knows them: to the year, to the minute, uncertain, open at one end.

The text is EDTF (ISO 8601-2), levels 0 and 1: https://www.loc.gov/standards/datetime/. A date means the interval of
instants it allows. Ours, beyond that text: a time may lack seconds, and without an offset is read as UTC; a mark
(? ~ %) may follow any single date, and each end of an interval be any; a season counts as its whole year.

Years are Gregorian, carried backwards through a year 0 (ISO 8601), of up to 18 digits; so the arithmetic is on plain
integers, and `datetime`, which ends at the years 1 and 9999, has no part in it.
"""

import re
from functools import lru_cache
from typing import NoReturn

from provenance.value import value


class DateError(ValueError):
    """A text that is not a date; the message quotes it and says what to write."""


@value
class Date:
    """A date as written, and the instants it allows.

    `earliest` and `latest` are the first and the last allowed instant, inclusive, in whole seconds since
    1970-01-01T00:00:00Z; None is an open or unknown end. `qualified` is whether ? ~ or % marks any part of it.
    """

    text: str
    earliest: int | None
    latest: int | None
    qualified: bool

    def surely_before(self, other: "Date") -> bool:
        """Say whether every instant of this date is before every instant of the other.

        A qualified date decides no chronology, and neither does an end that is open or unknown: both give False.
        """
        if self.qualified or other.qualified or self.latest is None or other.earliest is None:
            return False
        return self.latest < other.earliest

    def in_by(self, cutoff: "Date") -> bool:
        """Say whether the earliest possible instant is not after the end of `cutoff`; True where either is unknown.

        A qualified date keeps its written interval here.
        """
        return self.earliest is None or cutoff.latest is None or self.earliest <= cutoff.latest

    @property
    def sort_key(self) -> tuple[bool, int, bool, int]:
        """Order by earliest (no beginning first), then latest (no end last); how a date is written plays no part."""
        return (self.earliest is not None, self.earliest or 0, self.latest is None, self.latest or 0)


@lru_cache(maxsize=10_000)  # many records share a day; 27 years of days
def parse_date(text: str) -> Date:
    """Read one date or interval, without space around it.

    Raises DateError; of an interval with a bad end, the message quotes that end.
    """
    try:
        return _interval(text) if "/" in text else _single(text)
    except _FaultError as fault:
        shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        message = f"{shown!r} is not a date: {fault}"
        raise DateError(message) from None


class _FaultError(Exception):
    """What is wrong with a text, or what to write in its place; parse_date puts the text in front."""


def _refuse(reason: str) -> NoReturn:
    raise _FaultError(reason)


_MARK = "[?~%]?"
_PLAIN = re.compile(rf"(-?[0-9]{{4}})(?:-XX(?:-XX)?|-([0-9]{{2}})(?:-([0-9]{{2}}|XX))?)?{_MARK}")
_TIMED = re.compile(
    r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?"
    rf"(Z|[+-][0-9]{{2}}(?::[0-9]{{2}})?)?{_MARK}",
)
_YEARS = re.compile(rf"(-?[0-9]{{2}}(?:[0-9]X|XX)|Y-?[1-9][0-9]{{4,17}}){_MARK}")
_SEASONS = ("21", "22", "23", "24")
_DAY = 86_400  # seconds: leap seconds do not count
_HOUR = 60  # minutes
_MARCH = 3
_FARTHEST_OFFSET = 14 * _HOUR  # minutes; of XML Schema, which the PROV formats use: https://www.w3.org/TR/xmlschema-2/


def _single(text: str) -> Date:
    earliest, latest = _bounds(text) or _refuse(_advice(text))
    return Date(text=text, earliest=earliest, latest=latest, qualified=text[-1] in "?~%")


def _interval(text: str) -> Date:
    left, _, right = text.partition("/")
    if "/" in right or _MONTH_FIRST.fullmatch(text):
        _refuse(_advice(text))
    start, end = _end(left), _end(right)
    if start.earliest is None and end.latest is None:
        _refuse("an interval needs a date on one side at least, as in 1985/..")
    if start.earliest is not None and end.latest is not None and end.latest < start.earliest:
        _refuse(f"its end, {right}, is before its start, {left}")
    return Date(text=text, earliest=start.earliest, latest=end.latest, qualified=start.qualified or end.qualified)


def _end(text: str) -> Date:
    """Read one end of an interval; where it is open (`..`) or unknown (nothing), both its instants are None."""
    return parse_date(text) if text not in {"", ".."} else Date(text=text, earliest=None, latest=None, qualified=False)


def _bounds(text: str) -> tuple[int, int] | None:
    """Give the first and the last second of a single date, or None if it has not the shape of one.

    Raises _FaultError if it has the shape, and a number in it is out of range.
    """
    if match := _PLAIN.fullmatch(text):
        return _plain_bounds(_year(match[1]), match[2], match[3])
    if match := _TIMED.fullmatch(text):
        return _timed_bounds(match)
    match = _YEARS.fullmatch(text)
    return _years_bounds(match[1]) if match else None


def _plain_bounds(year: int, month: str | None, day: str | None) -> tuple[int, int]:
    if month is None or (month in _SEASONS and day is None):
        first, last = _days(year, 1, 1), _next_month(year, 12) - 1
    elif day is None or day == "XX":
        number = _number("month", month, 1, 12)
        first, last = _days(year, number, 1), _next_month(year, number) - 1
    else:
        first = last = _known_day(year, month, day)
    return first * _DAY, last * _DAY + _DAY - 1


def _timed_bounds(match: re.Match[str]) -> tuple[int, int]:
    year, month, day, hour, minute, second, offset = match.groups()
    minutes = _number("hour", hour, 0, 23) * _HOUR + _number("minute", minute, 0, 59) - _offset(offset)
    start = _known_day(_year(year), month, day) * _DAY + minutes * 60
    if second is None:
        return start, start + 59
    start += _number("second", second, 0, 59)
    return start, start


def _years_bounds(text: str) -> tuple[int, int]:
    """Read `201X`, `20XX` and `Y170000002`; of negative years the one with the nines is the first."""
    first, last = sorted(int(text.removeprefix("Y").replace("X", digit)) for digit in "09")
    return _days(first, 1, 1) * _DAY, _days(last + 1, 1, 1) * _DAY - 1


def _known_day(year: int, month: str, day: str) -> int:
    m, d = _number("month", month, 1, 12), int(day)
    known = _days(year, m, d)
    if d < 1 or known >= _next_month(year, m):
        _refuse(f"there is no {d} {_MONTHS[m - 1]} {year}")
    return known


def _year(text: str) -> int:
    return int(text) if text != "-0000" else _refuse("there is no year -0000: write 0000")


def _number(name: str, text: str, low: int, high: int) -> int:
    if not low <= int(text) <= high:
        _refuse(f"there is no {name} {text}: {name}s run from {low:02} to {high}")
    return int(text)


def _offset(text: str | None) -> int:
    """Give minutes ahead of UTC."""
    if text is None or text == "Z":
        return 0
    hours, minutes = int(text[1:3]), int(text[4:] or 0)
    ahead = hours * _HOUR + minutes
    if minutes >= _HOUR or ahead > _FARTHEST_OFFSET:
        _refuse(f"there is no offset {text}: offsets run from -14:00 to +14:00")
    return -ahead if text[0] == "-" else ahead


def _next_month(year: int, month: int) -> int:
    return _days(year + month // 12, month % 12 + 1, 1)


def _days(year: int, month: int, day: int) -> int:
    """Count days since 1970-01-01, for any year: days_from_civil of http://howardhinnant.github.io/date_algorithms.html."""
    year -= month < _MARCH  # years begin in March, so that a leap day comes last
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * ((month - _MARCH) % 12) + 2) // 5 + day - 719_469


_SHOWN = 40  # characters of a text in a message
_ADVISED = 100  # no date is longer; the patterns below are not to be run on a page of text
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH_FIRST = re.compile(r"[0-9]{1,2}[-./][0-9]{4}")


def _advice(text: str) -> str:
    """Say what to write for a text that has not the shape of a date: the repaired text where only one is possible."""
    if len(text) > _ADVISED:
        return _EXAMPLES
    repaired = text
    for pattern, replacement in _REPAIRS:
        repaired = re.sub(pattern, replacement, repaired)
    if _bounds(repaired):
        return f"write {repaired}"
    return next((saying for pattern, saying in _SAYINGS if re.search(pattern, repaired)), _EXAMPLES)


def _named_month(match: re.Match[str]) -> str:
    for number, month in enumerate(_MONTHS, 1):
        if month.startswith(match[2].capitalize()):
            day = match[1] or match[3]
            return f"{match[4]}-{number:02}" + (f"-{day}" if day else "")
    return match[0]


# Each works on what the one before left; the sayings are tried, in order, on what the last one left.
_REPAIRS = (
    (r"^\s+|\s+$", ""),
    ("[\u2010-\u2015\u2212]", "-"),
    (r"^(?:c|ca|circa)\.? *(?=[0-9])(.+)$", r"\1~"),
    (r"^(?:([0-9]{1,2})\.? )?([A-Za-z]{3,9})\.?(?: ([0-9]{1,2}),)? ([0-9]{4})$", _named_month),
    (r"^([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9])", r"\1-\2-\3"),
    (r"^([0-9]{4})([./])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])", r"\1-\3-\4"),
    (r"(?:t| +)(?=[0-9]{1,2}:)", "T"),
    (r" +(?=[+Zz-])", ""),
    (r"z$", "Z"),
    (r"x", "X"),
    (r"(:[0-9]{2}:[0-9]{2})[.,][0-9]+", r"\1"),
    (r"(:[0-9]{2}[+-][0-9]{2})([0-9]{2})$", r"\1:\2"),
    (r"(?<![0-9X])([0-9])(?![0-9X])", r"0\1"),
    (r"^([0-9]{2})[-./]([0-9]{4})$", r"\2-\1"),
)
_SAYINGS = (
    (r"(?![0-9])\d", "write its digits as 0 to 9"),
    (r"^\d\d([-./ ]) ?\d\d\1 ?\d\d", "write year-month-day, as in 2025-12-31: the order of the numbers is not guessed"),
    (r"^-?[0-9]{1,3}$", "a year has four digits, and a month stands after its year, as in 2025-09"),
    (r"^[Y+]?[+-]?[0-9]+$", "a year has four digits; one of 5 to 18 digits begins with Y, as in Y170000002"),
    (r"^[0-9]{4} *- *[0-9]{4}$", "write an interval with a slash, as in 2004/2006"),
    (r"^-?[0-9]{4}(?:-[0-9X]{2})?T", "a time needs the day before it, as in 2025-09-03T21:40"),
    (r"^-?[0-9]{4}-..-..T", "write its time as T21:40 or T21:40:05, then Z, an offset such as +02:00 or nothing"),
    (r"^[0-9X-]*X[0-9X-]*[?~%]?$", "X stands for the last one or two digits of a year, a day, or a month and its day"),
    (r"[?~%].", "one mark, ? or ~ or %, may stand at its very end"),
)
_EXAMPLES = "write 2025-09-03, 2025-09, 2025-09-13? or 2025-09-03T21:40+02:00"
