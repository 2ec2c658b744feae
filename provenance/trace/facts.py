"""Findings about reports and responses: what is not in the cited one, details, retraction, owners, ratings."""

from collections.abc import Iterable, Iterator

from provenance.graph import Node
from provenance.model import Credibility
from provenance.trace.answer import Answered, Doubt, Finding, FindingKind, Origin, OriginCount, OriginKind, on_edge
from provenance.trace.groups import Groups
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
    fallen = sorted(node for node in support.carried if support.fell(node))
    for node in fallen:
        surely = {found.id for found in _standing_on(support, node, sure=True)}
        for citing in sorted({found.id for found in _standing_on(support, node)} - {node.id}):
            doubt = () if citing in surely else (("doubt", Doubt.UNCLEAR),)
            yield Finding(kind=FindingKind.RETRACTED_SUPPORT, at=citing, facts=(("from", node.id), *doubt))


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


def _standing_on(support: Support, fallen: Node, *, sure: bool = False) -> set[Node]:
    """Walk citations (with `sure`, those in no doubt) backwards from a fallen report through standing ones."""
    seen = {fallen}
    stack = [fallen]
    while stack:
        for edge in support.graph.edges_to(stack.pop()):
            citing = edge.citing
            if citing in seen or citing not in support.carried or support.fell(citing) or (sure and edge.in_doubt):
                continue
            seen.add(citing)
            stack.append(citing)
    return seen - {fallen}
