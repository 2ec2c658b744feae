"""Findings as sentences."""

from collections.abc import Mapping
from typing import assert_never

from provenance.trace.answer import RESPONSE, Fact, Finding, FindingKind, Link
from provenance.wording.names import id_words
from provenance.wording.numbers import listing, plural


def finding_words(finding: Finding) -> str:  # noqa: C901, PLR0911 - one sentence for each kind
    """Say a finding in one sentence, naming records by id and quoting both texts where there are any."""
    at, facts = finding.at, dict(finding.facts)
    match finding.kind:
        case FindingKind.CIRCULAR:
            return f"{_circular(at, facts)}{' – if the citations in doubt hold' if 'doubt' in facts else ''}"
        case FindingKind.DRIFT:
            return f"{_drift(at, facts)}{_quotes(facts)}{_if_it_holds(finding)}"
        case FindingKind.NOT_IN_CITED:
            return f"{at} cites {facts['from']}, which does not say it{_if_it_holds(finding)}"
        case FindingKind.CHRONOLOGY:
            return f"{_chronology(at, facts)}{_if_it_holds(finding)}"
        case FindingKind.DETAIL_CONFLICT:
            return f"the reports differ on “{facts['what']}”: {', '.join(_strings(facts['by']))}"
        case FindingKind.RETRACTED_SUPPORT:
            return f"{at} still rests on {facts['from']}, which was retracted or withdrawn{_if_it_holds(finding)}"
        case FindingKind.COMMON_LINK:
            doubt = ", if the citations in doubt hold" if "doubt" in facts else ""
            return f"without {id_words(at)}, {_reports_fall(facts['reports'])}{doubt}"
        case FindingKind.SHARED_OWNER:
            named = ", ".join([at, *_strings(facts["origins"])])
            return f"{named} have one owner and count once{', if both are origins' if 'doubt' in facts else ''}"
        case FindingKind.OFF_TARGET_DENIAL:
            when = f" ({facts['date']})" if "date" in facts else ""
            return f"the denial by {at}{when} is of {facts['claim']}: it does not address this claim"
        case FindingKind.ATTRIBUTION_CONFLICT:
            return f"one response of {at} to {facts['claim']} ({facts['date']}) is reported on and off the record"
        case FindingKind.RATING_NOT_ALLOWED:
            return f"{at} is rated credibility {facts['credibility']}, which takes two origins or more"
    assert_never(finding.kind)


def _if_it_holds(finding: Finding) -> str:
    """Say that a finding stands on a citation that the record leaves in doubt."""
    return " – if it rests on it, which is in doubt" if "doubt" in dict(finding.facts) else ""


def _circular(at: str, facts: Mapping[str, Fact]) -> str:
    """Print a loop as a chain in the order of citation, with dates; a larger set, with one chain in it."""
    ring = [at, *_strings(facts["loop"])]
    chain = _links(facts["chain"])
    if len(ring) == len(chain) == 1:
        return f"{_link(chain[0])} cites itself"
    closed = " → ".join([*(_link(link) for link in chain), at])
    if len(chain) >= len(ring):
        return f"{closed} rest on each other"
    return f"{listing(ring)} rest on each other, for one: {closed}"


def _link(link: Link) -> str:
    who, by, date = link
    if who == by:
        return f"{who} ({date or 'undated'})"
    return f"{who} (in {'a response' if by == RESPONSE else by}, {date or 'undated'})"


def _links(found: Fact) -> list[Link]:
    assert isinstance(found, tuple)
    return [link for link in found if isinstance(link, tuple)]


def _drift(at: str, facts: Mapping[str, Fact]) -> str:
    what, cited = facts["what"], facts["from"]
    step = f"{facts['before']} → {facts['after']}"
    if what == "translation":
        return f"{at} translates {cited} ({step}): a step at which meaning can change"
    if what == "details":
        return f"{at} changes “{facts['name']}” of {cited}: {step}"
    return f"{at} hardens {cited}: {what} {step}"


def _chronology(at: str, facts: Mapping[str, Fact]) -> str:
    match facts["what"]:
        case "two-dates":
            return f"{at} is dated twice: {', '.join(_strings(facts['by']))}"
        case "first-reported-by":
            older = f"{facts['from']} ({facts['before']}) is older"
            return f"{at} calls {facts['first']} the first ({facts['after']}), but {older}"
        case "undated-copy":
            later = _strings(facts["reports"])
            taken_up = f"; {listing(later)}, later, {'cites' if len(later) == 1 else 'cite'} the copy" if later else ""
            return f"{at} is an undated copy of {facts['from']} ({facts['before']}){taken_up}"
        case _:
            return f"{at} ({facts['after']}) is older than {facts['from']} ({facts['before']}), which it cites"


def _quotes(facts: Mapping[str, Fact]) -> str:
    before, after = _strings(facts["quotes"])
    return f" (“{before}” → “{after}”)" if before and after else ""


def _reports_fall(number: object) -> str:
    assert isinstance(number, int)
    return f"{plural(number, 'supporting report')} {'falls' if number == 1 else 'fall'}"


def _strings(found: object) -> list[str]:
    assert isinstance(found, tuple)
    return ["" if one is None else str(one) for one in found]
