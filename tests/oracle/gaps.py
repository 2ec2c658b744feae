"""Gaps: what is open about a claim, with the words for it."""

from collections.abc import Iterator

from tests.oracle.claim_at import ClaimAt
from tests.oracle.origins import Origins
from tests.oracle.responses import responses
from tests.oracle.walks import Node, id_of
from tests.oracle.world import Records, date_of, listed

KINDS = (
    "no-confirmation",
    "single-origin",
    "no-origin",
    "anonymous-only",
    "unattributed-origin",
    "unrecorded-origin",
    "unlocated-report",
    "unread-original",
    "unclear-attribution",
    "independence-not-established",
    "undated",
    "unarchived",
    "stale",
)
"""The severity of gaps, worst first."""

SAID = {
    "partly": "confirmed only in part",
    "declines": "declined to comment",
    "neither": "neither confirmed nor denied",
    "silent": "did not answer",
    "not_asked": "was not asked",
}

CLOSES = {
    "single-origin": "a report that rests on none of these: its own reporting, or another source",
    "no-origin": "a report with a source of its own",
    "anonymous-only": "a named source, a document, or a party on the record",
    "unattributed-origin": "ask the outlet, or find the source it used",
    "unrecorded-origin": "read the report and record what it cites, or its `basis`",
    "unlocated-report": "find the report that is meant, record it and cite it by id",
    "unread-original": "find the original and read it",
    "unclear-attribution": "ask its author, or find the passage that decides it",
    "independence-not-established": (
        "find out how each origin knows it, and record a `dependences` entry for each pair"
    ),
    "undated": "find the date of publication and record it in `published`",
}

DETAIL = {
    "no-origin": "the supporting reports lead to no origin that stands",
    "anonymous-only": "every origin is an anonymous source",
    "unrecorded-origin": "what it rests on is not recorded",
    "unlocated-report": "the report behind this citation has not been located",
    "unclear-attribution": "the text does not decide whom this report rests on",
    "independence-not-established": "nothing on record shows that the origins do not depend on each other",
    "undated": "its date is not recorded",
    "unarchived": "no archived copy is recorded",
}


def gaps(at: ClaimAt, origins: Origins) -> Iterator[Records]:
    """Give all gaps, in no order."""
    yield from _unconfirmed(at)
    yield from _of_claim(at, origins)
    for node in origins.counted:
        kind = {
            "unattributed": "unattributed-origin",
            "unrecorded": "unrecorded-origin",
            "unlocated": "unlocated-report",
        }
        if origins.kind(node) in kind:
            names_nobody = _names_nobody(at, node) if origins.kind(node) == "unattributed" else ""
            yield _gap(kind[origins.kind(node)], id_of(node), names_nobody)
    for edge in at.edges:
        if edge.in_doubt and edge.citing in at.counted:
            yield _gap("unclear-attribution", edge.citing[1])
    for id_ in at.reports:
        yield from _of_report(at, id_)


def _gap(kind: str, subject: str, detail: str = "", closes: str = "") -> Records:
    return {
        "kind": kind,
        "subject": subject,
        "detail": detail or DETAIL[kind],
        "closes": closes or CLOSES[kind],
    }


def _unconfirmed(at: ClaimAt) -> Iterator[Records]:
    for party in listed(at.world.claims[at.claim].get("could_confirm", [])):
        mine = [one for one in responses(at) if one["party"] == party and not one["replaced"]]
        own = [one for one in mine if one["addresses"]]
        if any(one["stance"] in ("confirms", "denies") for one in own):
            continue
        said = [SAID[one["stance"]] + (f" ({one['date']})" if one["date"] else "") for one in own]
        denied = [one["claim"] for one in mine if one["stance"] == "denies"]
        said = [
            *(said or ["no answer on record"]),
            *(f"its denial of '{c}' does not address this claim" for c in denied),
        ]
        name = at.world.parties[party].get("name", party)
        detail = f"{name}: {'; '.join(dict.fromkeys(said))}"
        yield _gap("no-confirmation", party, detail, f"a response of {name} that confirms or denies this claim")


def _of_claim(at: ClaimAt, origins: Origins) -> Iterator[Records]:
    if origins.max == 1:
        names = list(dict.fromkeys(id_of(node) for node in origins.listed() if node in origins.in_some))
        together = len({origins.group[node] for node in origins.counted}) == 1
        several = f"one group of origins: {', '.join(names)}" if together else f"one of: {', '.join(names)}"
        yield _gap("single-origin", at.claim, f"the only origin on record: {names[0] if len(names) == 1 else several}")
    if origins.max == 0 and at.supporting:
        yield _gap("no-origin", at.claim)
    if origins.in_some and all(origins.kind(node) == "anonymous" for node in origins.in_some):
        yield _gap("anonymous-only", at.claim)
    if origins.min > 1 and origins.declared_by() is None:
        yield _gap("independence-not-established", at.claim)


def _names_nobody(at: ClaimAt, node: Node) -> str:
    """Say what is missing about an origin: a statement that cites may name nobody, another surely does."""
    if "basis" in at.world.statement(node):
        return "names no source"
    return "may name no source: its attribution is unclear"


def _of_report(at: ClaimAt, id_: str) -> Iterator[Records]:
    report = at.world.reports[id_]
    read = report.get("read", "original")
    if read != "original":
        detail = f"read only through {read['via']}" if isinstance(read, dict) else _READ[read]
        yield _gap("unread-original", id_, detail)
    if date_of(report, "published") is None:
        yield _gap("undated", id_)
    if "archived" not in report:
        closes = "archive its page and record the copy" if "url" in report else "record its `url` and an archived copy"
        yield _gap("unarchived", id_, closes=closes)


_READ = {"translation": "read in translation only", "inferred": "not read: inferred from others"}
