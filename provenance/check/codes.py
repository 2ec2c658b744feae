"""Country codes (ISO 3166-1) and language tags (BCP 47)."""

from collections.abc import Iterator

from provenance.model import Workspace
from provenance.problems import Place, Problem, Severity
from provenance.read.wording import shortened

_TWO_LETTERS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de "
    "dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id "
    "ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li "
    "ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa "
    "pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th "
    "ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_PLAIN_LANGUAGES = frozenset(_TWO_LETTERS.split())
"""The two-letter language subtags: what nearly all records hold, known without the registry's data."""


def unknown_countries(workspace: Workspace) -> Iterator[Problem]:
    """Find countries that are not ISO 3166-1 alpha-2 codes."""
    recorded = [(outlet.country, outlet.place) for outlet in workspace.outlets.values() if outlet.country]
    recorded += [(party.country, party.place) for party in workspace.parties.values() if party.country]
    for code, place in recorded:
        fault = country_fault(code)
        if fault:
            yield _warning("unknown-country", place, *fault)


def unknown_languages(workspace: Workspace) -> Iterator[Problem]:
    """Find languages that are not valid BCP 47 tags."""
    recorded = [(tag, outlet.place) for outlet in workspace.outlets.values() for tag in outlet.languages]
    recorded += [(report.language, report.place) for report in workspace.reports.values() if report.language]
    faults = {tag: language_fault(tag) for tag in {tag for tag, _ in recorded}}
    for tag, place in recorded:
        fault = faults[tag]
        if fault:
            yield _warning("unknown-language", place, *fault)


def country_fault(code: str) -> tuple[str, str] | None:
    """Say what is wrong with a country, and what to do; None if it is an ISO 3166-1 alpha-2 code."""
    from iso3166 import countries, countries_by_alpha2  # noqa: PLC0415 - only where a country is given

    if code in countries_by_alpha2:
        return None
    meant = countries.get({"UK": "GB"}.get(code.upper(), code), None)
    hint = f"write '{meant.alpha2}'" if meant else "use two capital letters, such as TR"
    return f"'{shortened(code)}' is no ISO 3166-1 country code", hint


def language_fault(tag: str) -> tuple[str, str] | None:
    """Say what is wrong with a language, and what to do; None if it is a valid BCP 47 tag."""
    if tag in _PLAIN_LANGUAGES:
        return None
    from langcodes import tag_is_valid  # noqa: PLC0415 - only where a tag has to be looked up

    if tag_is_valid(tag) and "_" not in tag:
        return None
    hint = "use a tag such as tr, uk or pt-BR"
    if "," in tag:
        hint = "write a list: [en, tr]"
    elif "_" in tag:
        hint = f"write '{shortened(tag.replace('_', '-'))}'"
    return f"'{shortened(tag)}' is no BCP 47 language tag", hint


def _warning(code: str, place: Place, message: str, hint: str) -> Problem:
    return Problem(code=code, severity=Severity.WARNING, place=place, message=message, hint=hint)
