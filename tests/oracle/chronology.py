"""Chronology: dates that cannot all be right, and copies that lost theirs."""

from collections.abc import Iterator
from itertools import permutations

from provenance.dates import Date, DateError, parse_date
from tests.oracle.claim_at import ClaimAt
from tests.oracle.walks import IN_REPORTS, Node
from tests.oracle.world import Records, World, surely_before

COPIES = ("syndicates", "translates")

Given = list[tuple[str, Date]]
"""Reports, each with a date that it gives."""


def chronology(at: ClaimAt) -> Iterator[Records]:
    """Give the findings of every sort."""
    for found in (_older_than_cited(at), _two_dates(at), _not_first(at), _undated_copies(at)):
        for finding in found:
            yield {"kind": "chronology", **finding}


def instants(date: Date | None) -> tuple[float, float, float]:
    """Sort dates by the first instant, then the last; what is open comes at the end that is open, the undated last."""
    if date is None:
        return (1, 0, 0)
    earliest = float("-inf") if date.earliest is None else date.earliest
    latest = float("inf") if date.latest is None else date.latest
    return (0, earliest, latest)


def _older_than_cited(at: ClaimAt) -> Iterator[Records]:
    for edge in at.edges:
        if edge.cited[0] in IN_REPORTS:
            citing, cited = at.world.published(edge.citing[1]), at.world.published(edge.cited[1])
            if citing and cited and surely_before(citing, cited):
                doubt = {"doubt": "unclear"} if edge.in_doubt else {}
                yield {
                    "at": edge.citing[1],
                    "from": edge.cited[1],
                    "what": "older-than-cited",
                    "before": cited.text,
                    "after": citing.text,
                    **doubt,
                }


def _two_dates(at: ClaimAt) -> Iterator[Records]:
    world = at.world
    dates: Given = [(id_, date) for id_ in at.reports if (date := world.published(id_))]
    for id_ in at.reports:
        given = [(by, date) for by, date in dates if by == id_]
        for by in at.reports:
            details = at.details(by)
            values = [value for _, name, value in details if name == f"{id_}-published"]
            given += [(by, date) for value in values if (date := _date(value))]
        yield from _if_apart(id_, given)
    for url in sorted({world.reports[id_]["url"] for id_ in at.reports if "url" in world.reports[id_]}):
        given = [(id_, date) for id_, date in dates if world.reports[id_].get("url") == url]
        yield from _if_apart(min((id_ for id_, _ in given), default=""), given)


def _date(text: str) -> Date | None:
    try:
        return parse_date(text)
    except DateError:
        return None


def _if_apart(at: str, given: Given) -> Iterator[Records]:
    if any(surely_before(one, other) for (_, one), (_, other) in permutations(given, 2)):
        values = sorted({date.text for _, date in given})
        by = sorted({f"{id_}: {date.text}" for id_, date in given})
        yield {"at": at, "what": "two-dates", "values": values, "by": by}


def _not_first(at: ClaimAt) -> Iterator[Records]:
    world = at.world
    for node in at.graph:
        named = world.statement(node).get("details", {}).get("first-reported-by") if node[0] == "statement" else None
        if named is None:
            continue
        first = [one for one in _of(world, named) if _says(world, one, node[2])]
        dates = [world.published(id_) for id_ in first]
        said = {said for id_ in first if (said := world.chosen(id_, node[2]))}
        older = [
            (instants(date), id_, date.text)
            for id_ in _reports_on(at, said)
            if world.outlet_of(("report", id_)) not in {world.outlet_of(("report", one)) for one in first}
            and (date := world.published(id_))
            and all(surely_before(date, other) for other in dates)
        ]
        if first and older:
            _, oldest, before = min(older)
            after = min((date for date in dates if date), key=instants).text
            what = {"what": "first-reported-by", "before": before, "after": after}
            yield {"at": node[1], "first": named, "from": oldest, **what}


def _of(world: World, named: str) -> list[str]:
    """Give the reports that are meant by who was first: one report, or all of an outlet."""
    if named in world.reports:
        return [named]
    outlet = world.known_outlet(named)
    return [id_ for id_ in world.reports if outlet and world.outlet_of(("report", id_)) == outlet]


def _says(world: World, report: str, claim: str) -> bool:
    """Tell whether a report supports a claim, or the tied one that a walk would take."""
    said = world.chosen(report, claim)
    return said is not None and world.stance(("statement", report, said)) == "supports"


def _reports_on(at: ClaimAt, claims: set[str]) -> set[str]:
    """Give the reports that are in and support one of `claims`, or a stronger one."""
    return {
        report
        for report, said in at.world.statements
        if any(said == claim or at.world.implies(said, claim) for claim in claims)
        and at.world.stance(("statement", report, said)) == "supports"
        and at.is_in(at.world.reports[report], "published")
    }


def _undated_copies(at: ClaimAt) -> Iterator[Records]:
    for edge in at.edges:
        if edge.mode in COPIES and edge.cited[0] in IN_REPORTS:
            doubt = {"doubt": "unclear"} if edge.in_doubt else {}
            yield from _copy(at, edge.citing[1], edge.cited[1], doubt)
    for dependence in at.world.dependences:
        if dependence["kind"] == "same_wording":
            alike = [id_ for id_ in dependence["between"] if id_ in at.reports]
            for copy in alike:
                dated = [(instants(at.world.published(id_)), id_) for id_ in alike if at.world.published(id_)]
                dated = [(when, id_) for when, id_ in dated if id_ not in _citing(at, copy)]
                said = [one for (id_, _), one in at.world.statements.items() if id_ == copy]
                if dated and not any(one.get("basis") == "own_reporting" for one in said):
                    yield from _copy(at, copy, min(dated)[1], {})


def _citing(at: ClaimAt, report: str) -> set[str]:
    return {edge.citing[1] for edge in at.edges if edge.cited[0] in IN_REPORTS and edge.cited[1] == report}


def _copy(at: ClaimAt, copy: str, of: str, doubt: Records) -> Iterator[Records]:
    date = at.world.published(of)
    if date is None or at.world.published(copy) is not None:
        return
    citing: set[Node] = {edge.citing for edge in at.edges if edge.cited[0] in IN_REPORTS and edge.cited[1] == copy}
    later = sorted({node[1] for node in citing if surely_before(date, at.world.published(node[1]))})
    facts = {"before": date.text, "after": "undated", "reports": later}
    yield {"at": copy, "from": of, "what": "undated-copy", **facts, **doubt}
