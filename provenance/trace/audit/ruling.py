"""What an audit says: for each rule whether it holds, why, and the citations that break it. Frozen, no layout."""

from provenance.dates import Date
from provenance.graph import Edge
from provenance.model import Citation, Mode
from provenance.read.policies import Policy, Rule
from provenance.trace.answer import Doubt
from provenance.value import value


@value
class FailingEdge:
    """A citation that breaks a rule: a report's, or that of a party in a response. `doubt` is None or `unclear`."""

    citing: str
    cited: str
    mode: Mode | None = None
    quote: str | None = None
    doubt: Doubt | None = None


@value
class Ruling:
    """Whether one rule holds of the record, and why; `at` are the records and `edges` the citations that break it."""

    rule: Rule
    passes: bool
    why: str
    at: tuple[str, ...] = ()
    edges: tuple[FailingEdge, ...] = ()


@value
class Held:
    """A policy as held against a claim; it passes where it asks something and all of that holds."""

    policy: Policy
    rulings: tuple[Ruling, ...]

    @property
    def passes(self) -> bool:
        """Tell whether every rule holds."""
        return bool(self.rulings) and all(ruling.passes for ruling in self.rulings)


@value
class Audit:
    """All policies as held against a claim. It says what holds of the record, never whether the claim is true."""

    claim: str
    text: str
    as_of: Date | None
    supporting: int
    policies: tuple[Held, ...]
    not_checked: tuple[str, ...]

    @property
    def passes(self) -> bool:
        """Tell whether there is a policy, and every one holds."""
        return bool(self.policies) and all(held.passes for held in self.policies)


def failing_edge(edge: Edge) -> FailingEdge:
    """Take a citation of a report out of the graph."""
    return cited_by(edge.citing.id, edge.cited.id, edge.citation, in_doubt=edge.in_doubt)


def cited_by(citing: str, cited: str, citation: Citation, *, in_doubt: bool) -> FailingEdge:
    """Take a citation as it is recorded; `cited` is what it leads to."""
    doubt = Doubt.UNCLEAR if in_doubt else None
    return FailingEdge(citing=citing, cited=cited, mode=citation.mode, quote=citation.quote, doubt=doubt)
