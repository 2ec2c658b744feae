"""The whole answer for a claim, as the JSON of docs/reference/json.md holds it."""

from collections import Counter
from functools import cached_property

from provenance.dates import Date
from tests.oracle import facts
from tests.oracle.chronology import chronology
from tests.oracle.claim_at import ClaimAt
from tests.oracle.drift import drift
from tests.oracle.gaps import KINDS, gaps
from tests.oracle.loops import circular
from tests.oracle.origins import Origins
from tests.oracle.responses import responses
from tests.oracle.tree import tree
from tests.oracle.ways import Ways
from tests.oracle.world import Records, World, listed

STANCES = ("supports", "denies", "questions", "comments")

FINDINGS = (
    "circular",
    "drift",
    "not-in-cited",
    "chronology",
    "detail-conflict",
    "retracted-support",
    "common-link",
    "shared-owner",
    "off-target-denial",
    "attribution-conflict",
    "rating-not-allowed",
)
"""The severity of findings, worst first."""

WEAK = ("unattributed", "unrecorded", "unlocated")


class Answer:
    """The answer for one claim at one date."""

    def __init__(self, ways: Ways, claim: str, as_of: Date | None) -> None:
        self.world: World = ways.world
        self.ways = ways
        self.at = ClaimAt(ways.world, claim, as_of)
        self.origins = Origins(self.at, ways)

    def json(self) -> Records:
        """Give the object that the JSON is to hold."""
        at = self.at
        stances = Counter(self.world.stance(node) for node in at.on_claim if at.stands(node))
        return {
            "schema": "provenance/trace/1",
            "claim": at.claim,
            "text": self.world.claims[at.claim]["text"],
            "as_of": at.as_of.text if at.as_of else None,
            "status": self.status(),
            "reports": len(at.reports),
            "supporting": len(at.live),
            "stances": {stance: stances[stance] for stance in STANCES},
            "origins": self.origins.answer(),
            "origin_count": self.origins.count(),
            "responses": responses(at),
            "common_links": self._links,
            "findings": self.findings(),
            "gaps": self.gaps(),
            "tree": tree(at),
            "declared_by": self.origins.declared_by() if self.origins.min > 1 else None,
        }

    @cached_property
    def _links(self) -> list[Records]:
        return facts.common_links(self.at)

    def status(self) -> str:  # noqa: PLR0911 - a row of conditions, as the model lists them
        """Give the first status that holds."""
        at, origins = self.at, self.origins
        if not at.supporting:
            return "no-reports"
        standing = at.standing(at.claim)
        confirm = [(agent, one) for agent, one in standing if one["stance"] == "confirms"]
        deny = [(agent, one) for agent, one in standing if one["stance"] == "denies"]
        knowing = listed(self.world.claims[at.claim].get("could_confirm", []))
        if any(one != other for one, _ in confirm for other, _ in deny):
            return "contested"
        if any(agent in knowing and one.get("on_record") is True for agent, one in confirm):
            return "confirmed"
        if any(agent in knowing and one.get("on_record") is True for agent, one in deny) and not confirm:
            return "denied"
        if not at.live or (origins.reached_from_live and not origins.in_some):
            return "retracted"
        if not origins.in_some:
            return "circular"
        if all(origins.kind(node) in WEAK for node in origins.in_some):
            return "unattributed"
        if origins.max == 1:
            return "single-origin"
        return "origin-in-doubt" if origins.min <= 1 else "multiple-origins"

    def findings(self) -> list[Records]:
        """Give the findings by severity, then subject; the same one counts once."""
        at = self.at
        found = [
            *circular(at),
            *drift(at),
            *facts.not_in_cited(at),
            *chronology(at),
            *facts.detail_conflicts(at),
            *facts.retracted_support(at),
            *facts.common_link_findings(at),
            *facts.shared_owners(at, self.origins),
            *facts.off_target_denials(at),
            *facts.attribution_conflicts(at),
            *facts.rating_not_allowed(at, self.origins.min),
        ]
        return sorted(_each_once(found), key=lambda one: (FINDINGS.index(one["kind"]), one["at"]))

    def gaps(self) -> list[Records]:
        """Give the gaps by severity, then subject; the same one counts once."""
        found = _each_once(list(gaps(self.at, self.origins)))
        return sorted(found, key=lambda one: (KINDS.index(one["kind"]), one["subject"]))


def _each_once(found: list[Records]) -> list[Records]:
    once: list[Records] = []
    for one in found:
        if one not in once:
            once.append(one)
    return once
