"""What a field of a record can hold, asked before anything is put into it."""

from collections.abc import Callable
from enum import StrEnum

from provenance.check.codes import country_fault, language_fault
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
    return _with_hint(country_fault(words))


def _language(words: str) -> str | None:
    return _with_hint(language_fault(words))


def _with_hint(fault: tuple[str, str] | None) -> str | None:
    return "; ".join(fault) if fault else None


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
