"""What a field of a record can hold, asked before anything is put into it."""

from collections.abc import Callable
from enum import StrEnum

from provenance.check.urls import usable
from provenance.dates import DateError, parse_date
from provenance.model import Attribution, Basis, Certainty, Mode, Stance
from provenance.read.wording import shortened


def fault_of(name: str, words: str) -> str | None:
    """Say why a field cannot hold a text, or None."""
    check = _CHECKS.get(name)
    return check(words) if check else None


def _date(words: str) -> str | None:
    try:
        parse_date(words)
    except DateError as error:
        return str(error)
    return None


def _url(words: str) -> str | None:
    return None if usable(words) else f"'{shortened(words)}' is no web address"


def _country(words: str) -> str | None:
    from iso3166 import countries_by_alpha2  # noqa: PLC0415 - only where a country is given

    return None if words in countries_by_alpha2 else f"'{shortened(words)}' is no ISO 3166-1 country code"


def _language(words: str) -> str | None:
    from langcodes import tag_is_valid  # noqa: PLC0415 - only where a language is given

    return None if tag_is_valid(words) and "_" not in words else f"'{shortened(words)}' is no BCP 47 language tag"


def _one_of(options: type[StrEnum]) -> Callable[[str], str | None]:
    def check(words: str) -> str | None:
        return None if words in tuple(options) else f"'{shortened(words)}' is none of: {', '.join(options)}"

    return check


_CHECKS: dict[str, Callable[[str], str | None]] = {
    "published": _date,
    "accessed": _date,
    "url": _url,
    "archived": _url,
    "country": _country,
    "language": _language,
    "stance": _one_of(Stance),
    "certainty": _one_of(Certainty),
    "basis": _one_of(Basis),
    "mode": _one_of(Mode),
    "attribution": _one_of(Attribution),
}
