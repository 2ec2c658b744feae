"""Dates as pages write them for machines, and a guess for pages that do not."""

import logging
import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from htmldate import find_date

from provenance.article.blocks import Element

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MINUTE = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:[.,]\d{1,9})?\s?(Z|[+-]\d\d:?\d\d|[+-]\d\d)?", re.IGNORECASE
)
_YEARS = range(1600, 2200)
_LAST_DAY = "2099-12-31"
"""htmldate would take the day it runs for the last possible one, and read the same page in another way later."""


def exact_moment(text: str | None) -> str | None:
    """Give a date of ISO 8601 or RFC 5322 as ISO 8601, to the second where it says so, in its own offset; else None.

    Fractions of seconds are dropped. A day stays a day, a time without an offset stays without.
    """
    bare = (text or "").strip()[:80]
    if _DAY.fullmatch(bare):
        return bare if _is_real(bare) else None
    found = _MINUTE.fullmatch(bare)
    if found:
        day, time, seconds, offset = found.groups()
        return _checked(f"{day}T{time}{seconds or ''}{_offset(offset)}")
    try:
        return _checked(parsedate_to_datetime(bare).isoformat())
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def guessed_day(root: Element, url: str | None) -> str | None:
    """Give the day that htmldate takes for that of publication, or None; it does not look at the words of the page."""
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = find_date(root, original_date=True, url=url, extensive_search=False, max_date=_LAST_DAY)
    except Exception:  # noqa: BLE001 - whatever it stumbles on in a hostile page, the date is not known
        return None
    return exact_moment(found)


def _offset(text: str | None) -> str:
    if not text or text in {"Z", "z"}:
        return (text or "").upper()
    digits = text.replace(":", "").ljust(5, "0")
    return f"{digits[:3]}:{digits[3:]}"


def _checked(moment: str) -> str | None:
    try:
        return moment if datetime.fromisoformat(moment).year in _YEARS else None
    except ValueError:
        return None


def _is_real(day: str) -> bool:
    try:
        return date.fromisoformat(day).year in _YEARS
    except ValueError:
        return False
