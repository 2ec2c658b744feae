"""Findings about reports and responses: what is not in the cited one, details, retraction, owners, ratings."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from operator import or_

from provenance.graph import Node
from provenance.model import Credibility
from provenance.trace.answer import (
    Answered,
    CommonLink,
    Doubt,
    Finding,
    FindingKind,
    Origin,
    OriginCount,
    OriginKind,
    on_edge,
)
from provenance.trace.groups import Groups
from provenance.trace.marks import find_marks, ids_by_end, number_ends
from provenance.trace.support import Support


def find_not_in_cited(support: Support) -> Iterator[Finding]:
    """Find citations of reports that do not say it."""
    for edge in support.edges:
        if edge.not_said:
            yield on_edge(FindingKind.NOT_IN_CITED, edge)


def find_detail_conflicts(support: Support) -> Iterator[Finding]:
    """Find details that the claim's reports give different values, on the claim or a neighbouring one."""
    family = support.graph.ties.neighbours(support.claim) | {support.claim}
    in_view = {node.id for node in support.nodes if node.claim == support.claim}
    given: dict[str, dict[str, set[str]]] = {}
    for report in support.reports:
        for said in support.graph.workspace.reports[report].says:
            if said.claim in family and (said.claim != support.claim or report in in_view):
                for name, value in said.details:
                    given.setdefault(name, {}).setdefault(value, set()).add(report)
    for name, values in given.items():
        if len(values) > 1:
            first = min(report for reports in values.values() for report in reports)
            by = tuple(f"{report}: {value}" for value in sorted(values) for report in sorted(values[value]))
            facts = (("what", name), ("values", tuple(sorted(values))), ("by", by))
            yield Finding(kind=FindingKind.DETAIL_CONFLICT, at=first, facts=facts)


def find_retracted_support(support: Support) -> Iterator[Finding]:
    """Find standing reports that still rest on a retracted or withdrawn one; in doubt where every way there is."""
    fallen = [node for node in support.carried if support.fell(node)]
    if not fallen:
        return
    standing = support.carried.difference(fallen)
    resting = _resting(fallen, standing, support.graph.cites)
    surely = _resting(fallen, standing, support.graph.surely_cites)
    surely_on = {node.id: set[str]() for node in fallen}
    for node, sure in zip(fallen, surely, strict=True):
        surely_on[node.id] |= sure
    for node, some in zip(fallen, resting, strict=True):
        facts = (("from", node.id),)
        in_doubt = (*facts, ("doubt", Doubt.UNCLEAR))
        for citing in some - {node.id}:
            found = facts if citing in surely_on[node.id] else in_doubt
            yield Finding(kind=FindingKind.RETRACTED_SUPPORT, at=citing, facts=found)


def find_common_links(links: Iterable[CommonLink]) -> Iterator[Finding]:
    """Make a finding of each common link; in doubt where fewer reports surely fall with it."""
    for link in links:
        doubt = (("doubt", Doubt.UNCLEAR),) if link.in_doubt else ()
        yield Finding(kind=FindingKind.COMMON_LINK, at=link.id, facts=(("reports", link.reports), *doubt))


def find_shared_owners(groups: Groups, origins: Iterable[Origin]) -> Iterator[Finding]:
    """Find origins of different outlets that count once because the outlets have one owner."""
    by_family: dict[str, list[Origin]] = {}
    for origin in origins:
        if origin.kind in (OriginKind.OWN_REPORTING, OriginKind.UNATTRIBUTED) and origin.doubt is not Doubt.RETRACTED:
            assert origin.outlet is not None
            by_family.setdefault(groups.family(origin.outlet), []).append(origin)
    for found in by_family.values():
        if len({origin.outlet for origin in found}) > 1:
            first, *others = sorted({origin.id for origin in found})
            sure = {origin.outlet for origin in found if origin.doubt is None}
            doubt = () if len(sure) > 1 else (("doubt", Doubt.UNCLEAR),)
            yield Finding(kind=FindingKind.SHARED_OWNER, at=first, facts=(("origins", tuple(others)), *doubt))


def find_response_conflicts(responses: Iterable[Answered]) -> Iterator[Finding]:
    """Find denials that do not address the claim, and responses reported both on and off the record."""
    on_and_off: dict[tuple[str, str, str], set[bool]] = {}
    for found in responses:
        response = found.response
        if not found.addresses and response.stance == "denies" and not found.replaced:
            facts = [("claim", response.claim)] + ([("date", response.date.text)] if response.date else [])
            yield Finding(kind=FindingKind.OFF_TARGET_DENIAL, at=response.by, facts=tuple(facts))
        if response.on_record is not None and response.date is not None:
            key = (found.party, response.claim, response.date.text)
            on_and_off.setdefault(key, set()).add(response.on_record)
    for (party, claim, date), records in on_and_off.items():
        if len(records) > 1:
            yield Finding(kind=FindingKind.ATTRIBUTION_CONFLICT, at=party, facts=(("claim", claim), ("date", date)))


def find_rating_not_allowed(support: Support, count: OriginCount) -> Iterator[Finding]:
    """Find a credibility of 1 (confirmed by other independent sources) without two origins: AJP-2.1, annex 4."""
    rating = support.graph.workspace.claims[support.claim].credibility
    if rating is Credibility.CONFIRMED and count.min < 2:  # noqa: PLR2004
        facts = (("credibility", rating.value), ("origins", count.min))
        yield Finding(kind=FindingKind.RATING_NOT_ALLOWED, at=support.claim, facts=facts)


def _resting(
    fallen: Sequence[Node], standing: frozenset[Node], cites: Callable[[Node], Iterable[Node]]
) -> list[set[str]]:
    """Give for each fallen report the standing ones from which a path of standing ones leads to it."""
    number = number_ends(fallen)
    own = {node: reduce(or_, (number.get(cited, 0) for cited in cites(node)), 0) for node in standing}
    return [set(ids) for ids in ids_by_end(standing, find_marks(standing, cites, own), len(fallen))]
