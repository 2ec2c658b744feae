"""The shape of a date as a pattern, for what cannot run `parse_date`: an editor.

It refuses what no date looks like, and months, days and times that there are not. What takes arithmetic it lets
through: the 29th of February, and an interval that ends before it begins.
"""

from collections.abc import Iterable

_YEAR = r"(?!-0000)-?[0-9]{4}"
_MONTH_AND_DAY = (
    r"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))"
)
_MONTH = r"(?:0[1-9]|1[0-2])"
_SEASON = r"2[1-4]"
_OFFSET = r"(?:Z|[+-](?:(?:0[0-9]|1[0-3])(?::[0-5][0-9])?|14(?::00)?))"
_TIME = rf"T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?{_OFFSET}?"


def _either(shapes: Iterable[str]) -> str:
    return f"(?:{'|'.join(shapes)})"


_SINGLE = (
    _either(
        (
            rf"{_YEAR}(?:-XX(?:-XX)?|-{_SEASON}|-{_MONTH}(?:-XX)?|-{_MONTH_AND_DAY}(?:{_TIME})?)?",
            r"-?[0-9]{2}(?:[0-9]X|XX)",
            r"Y-?[1-9][0-9]{4,17}",
        )
    )
    + "[?~%]?"
)

DATE_PATTERN = rf"^(?:{_SINGLE}|{_SINGLE}/(?:{_SINGLE}|\.\.)?|(?:\.\.)?/{_SINGLE})$"
"""What every date matches; a regular expression of JavaScript's kind and of Python's."""
