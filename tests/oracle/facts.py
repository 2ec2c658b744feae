"""The other findings: what is not in the cited report, details, retraction, owners, responses, ratings."""

from collections.abc import Iterator
from itertools import combinations

from tests.oracle.claim_at import ClaimAt
from tests.oracle.origins import Origins
from tests.oracle.ties import FAMILY
from tests.oracle.walks import Node, id_of, walk
from tests.oracle.world import Records, cites_of


def not_in_cited(at: ClaimAt) -> Iterator[Records]:
    """Give the citations of reports that do not say it."""
    for edge in at.edges:
        if edge.not_said:
            doubt = {"doubt": "unclear"} if edge.in_doubt else {}
            yield {"kind": "not-in-cited", "at": edge.citing[1], "from": edge.cited[1], **doubt}


def detail_conflicts(at: ClaimAt) -> Iterator[Records]:
    """Give the details to which the claim's reports give different values, on the claim or a neighbour."""
    about = {at.claim, *at.world.neighbours(at.claim)}
    given = [
        (name, value, report) for report in at.reports for claim, name, value in at.details(report) if claim in about
    ]
    for what in sorted({name for name, _, _ in given}):
        mine = sorted({(value, report) for name, value, report in given if name == what})
        values = sorted({value for value, _ in mine})
        if len(values) > 1:
            by = [f"{report}: {value}" for value, report in mine]
            first = min(report for _, report in mine)
            yield {"kind": "detail-conflict", "at": first, "what": what, "values": values, "by": by}


def retracted_support(at: ClaimAt) -> Iterator[Records]:
    """Give each live report that support reaches and that still rests on a retracted one.

    Between them stand live reports only: of retracted ones in a row the first is named. It is in doubt where every way
    from the one to the other is.
    """
    found: dict[tuple[str, ...], list[bool]] = {}
    for start in filter(at.stands, walk(at.supporting, at.world.cites)):
        for sure in (True, False):
            edges = [edge for edge in at.world.edges if not (sure and edge.in_doubt)]
            passed = walk([start], cites_of(edges), at.stands)
            for edge in edges:
                if edge.citing in passed and not at.stands(edge.cited):
                    found.setdefault((start[1], edge.cited[1]), []).append(sure)
    for pair, ways in found.items():
        doubt = {} if any(ways) else {"doubt": "unclear"}
        yield {"kind": "retracted-support", "at": pair[0], "from": pair[1], **doubt}


def common_links(at: ClaimAt) -> list[Records]:
    """Give each node without which two or more other supporting statements reach no origin, and how many.

    Of several statements of one report the largest number counts.
    """
    most = _most_falling(at, set())
    return [{"id": id_, "reports": most[id_]} for id_ in sorted(most, key=lambda id_: (-most[id_], id_))]


def common_link_findings(at: ClaimAt) -> Iterator[Records]:
    """Say of each common link whether it holds if statements whose every citation is in doubt stand by themselves."""
    alone = {
        node
        for node in at.graph
        if (edges := at.world.edges_from(node)) and all(edge.in_doubt and not edge.choice for edge in edges)
    }
    surely = _most_falling(at, alone)
    for link in common_links(at):
        doubt = {"doubt": "unclear"} if surely.get(link["id"], 0) < link["reports"] else {}
        yield {"kind": "common-link", "at": link["id"], "reports": link["reports"], **doubt}


def _most_falling(at: ClaimAt, alone: set[Node]) -> dict[str, int]:
    """Count what falls without each node, where it is two or more; those `alone` stand by themselves."""
    cites = at.world.cites

    def reaching(without: Node | None) -> set[Node]:
        def may(node: Node) -> bool:
            return node != without and at.stands(node)

        return {
            start
            for start in at.live
            if any(not cites.get(node) or node in alone for node in walk([start], cites, may))
        }

    most: dict[str, int] = {}
    for node in at.graph:
        fallen = reaching(None) - reaching(node) - {node}
        if len(fallen) > 1:
            id_ = id_of(node)
            most[id_] = max(most.get(id_, 0), len(fallen))
    return most


def shared_owners(at: ClaimAt, origins: Origins) -> Iterator[Records]:
    """Give the origins of different outlets of one family, that count once for that; in doubt unless two surely are."""
    own = [node for node in origins.counted if node[0] == "statement" and origins.kind(node) in FAMILY]
    for family in sorted({origins.ways.ties.family(node) for node in own}):
        mine = [node for node in own if origins.ways.ties.family(node) == family]
        if len({at.world.outlet_of(node) for node in mine}) > 1:
            first, *others = sorted({node[1] for node in mine})
            sure = {at.world.outlet_of(node) for node in mine if node in origins.in_all}
            doubt = {} if len(sure) > 1 else {"doubt": "unclear"}
            yield {"kind": "shared-owner", "at": first, "origins": others, **doubt}


def off_target_denials(at: ClaimAt) -> Iterator[Records]:
    """Give the denials of neighbouring claims that stand."""
    for claim in at.world.neighbours(at.claim):
        for _, one in at.standing(claim):
            if one["stance"] == "denies":
                date = {"date": one["date"]} if "date" in one else {}
                yield {"kind": "off-target-denial", "at": one["by"], "claim": claim, **date}


def attribution_conflicts(at: ClaimAt) -> Iterator[Records]:
    """Give the responses of one agent on one day that are both on and off the record, to the claim or a neighbour."""
    for claim in {at.claim, *at.world.neighbours(at.claim)}:
        for (agent, one), (other_agent, other) in combinations(at.answers(claim), 2):
            if (
                agent == other_agent
                and one.get("date", "") == other.get("date")
                and {one.get("on_record"), other.get("on_record")} == {True, False}
            ):
                yield {"kind": "attribution-conflict", "at": agent, "claim": claim, "date": one["date"]}


def rating_not_allowed(at: ClaimAt, least: int) -> Iterator[Records]:
    """Give a credibility of 1 with fewer than two origins."""
    if str(at.world.claims[at.claim].get("credibility")) == "1" and least < 2:
        yield {"kind": "rating-not-allowed", "at": at.claim, "credibility": "1", "origins": least}
