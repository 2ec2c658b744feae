"""A claim at a date: which statements are in, which reports have fallen, what its graph holds."""

from provenance.dates import Date
from tests.oracle.walks import IN_REPORTS, Node, walk
from tests.oracle.world import Records, World, date_of, surely_before

Standing = list[tuple[str, Records]]
"""Responses, each with the agent that it stands for."""


class ClaimAt:
    """One claim of a workspace at one date, None for all that is recorded."""

    def __init__(self, world: World, claim: str, as_of: Date | None) -> None:
        self.world = world
        self.claim = claim
        self.as_of = as_of
        self.fallen = {id_ for id_ in world.reports if self._has_fallen(id_)}
        self.on_claim: list[Node] = [
            ("statement", report, said)
            for report, said in world.statements
            if said == claim and self.is_in(world.reports[report], "published")
        ]
        self.supporting = [node for node in self.on_claim if world.stance(node) == "supports"]
        self.live = [node for node in self.supporting if node[1] not in self.fallen]
        self.graph = walk(self.on_claim, world.cites)
        self.edges = [edge for edge in world.edges if edge.citing in self.graph]
        self.reports = sorted({node[1] for node in self.graph if node[0] in IN_REPORTS})
        self.counted = walk(self.live, world.cites, self.stands)
        self.responses = [one for one in world.responses if self.is_in(one, "date")]

    def is_in(self, record: Records, key: str) -> bool:
        """Tell whether the date of a record, if it has one, may be by the end of the date that is asked for."""
        date = date_of(record, key)
        return self.as_of is None or date is None or date.in_by(self.as_of)

    def stands(self, node: Node) -> bool:
        """Tell whether a node is in no retracted or withdrawn report."""
        return node[0] not in IN_REPORTS or node[1] not in self.fallen

    def standing(self, claim: str) -> Standing:
        """Give the responses to a claim that no surely later one of the same agent replaces."""
        return [(agent, one) for agent, one in self.answers(claim) if not self.replaced(one)]

    def answers(self, claim: str) -> Standing:
        """Give all responses to a claim that are in by the date."""
        return [(self.world.agent_of(one["by"]), one) for one in self.responses if one["claim"] == claim]

    def replaced(self, response: Records) -> bool:
        """Tell whether a surely later response of the same agent to the same claim stands in its place."""
        agent = self.world.agent_of(response["by"])
        return any(
            who == agent and surely_before(date_of(response, "date"), date_of(later, "date"))
            for who, later in self.answers(response["claim"])
        )

    def details(self, report: str) -> list[tuple[str, str, str]]:
        """Give (claim, name, value) of the details in a report's statements.

        A statement on the claim that is not in by the date is out.
        """
        return [
            (said, name, value)
            for id_, said in sorted(self.world.statements)
            for name, value in self.world.statements[id_, said].get("details", {}).items()
            if id_ == report and (said != self.claim or ("statement", id_, said) in self.graph)
        ]

    def _has_fallen(self, report: str) -> bool:
        status = self.world.reports[report].get("status", {})
        return isinstance(status, dict) and any(
            change in status and self.is_in(status, change) for change in ("retracted", "withdrawn")
        )
