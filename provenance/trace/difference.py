"""How two states of the records differ in meaning: frozen values."""

from enum import StrEnum

from provenance.dates import Date
from provenance.model import Change, Response
from provenance.trace.answer import Finding, Gap, Origin
from provenance.trace.weigh import Weighed
from provenance.value import value


class How(StrEnum):
    """What became of something."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class RecordKind(StrEnum):
    """The kinds of record that bear on no single claim; a report stands here for what it is, not what it says."""

    CASE = "case"
    OUTLET = "outlet"
    PARTY = "party"
    SOURCE = "source"
    REPORT = "report"
    DEPENDENCE = "dependence"


@value
class FieldDifference:
    """What one field no longer holds, and what it holds now; each item as the record would have it."""

    name: str
    removed: tuple[str, ...]
    added: tuple[str, ...]


@value
class RecordDifference:
    """A record that came, went or changed; `id` is that of its kind, for cases and dependences words that name it."""

    kind: RecordKind
    id: str
    how: How
    fields: tuple[FieldDifference, ...] = ()


@value
class ReportDifference:
    """A report that entered a claim's graph or left it; `on_record` tells that the other state holds it as well."""

    id: str
    how: How
    on_record: bool


@value
class ActDifference:
    """A publisher's act on a report that both states hold: recorded now, or no longer."""

    report: str
    act: Change
    date: Date
    how: How


@value
class StatementDifference:
    """What a report says of a claim, in the graph that is looked at."""

    report: str
    claim: str
    how: How
    fields: tuple[FieldDifference, ...] = ()


@value
class ResponseDifference:
    """A response that came, went or changed; `party` is whom it stands for, `response` the newer state of it."""

    party: str
    response: Response
    how: How
    fields: tuple[FieldDifference, ...] = ()


@value
class OriginDifference:
    """An origin that counts in one state only (the other is None), or that differs in kind or doubt."""

    before: Origin | None
    after: Origin | None

    @property
    def how(self) -> How:
        """Tell what became of it."""
        return How.ADDED if self.before is None else How.REMOVED if self.after is None else How.CHANGED


@value
class ClaimDifference:
    """How a claim and the answer for it differ; `before` or `after` is None where there is no such claim."""

    claim: str
    text: str
    before: Weighed | None
    after: Weighed | None
    fields: tuple[FieldDifference, ...]
    origins: tuple[OriginDifference, ...]
    reports: tuple[ReportDifference, ...]
    acts: tuple[ActDifference, ...]
    statements: tuple[StatementDifference, ...]
    responses: tuple[ResponseDifference, ...]
    findings_opened: tuple[Finding, ...]
    findings_closed: tuple[Finding, ...]
    gaps_opened: tuple[Gap, ...]
    gaps_closed: tuple[Gap, ...]

    @property
    def how(self) -> How:
        """Tell what became of the claim."""
        return How.ADDED if self.before is None else How.REMOVED if self.after is None else How.CHANGED


@value
class Difference:
    """Everything in which two states of the records differ: claim by claim, then what belongs to no single claim.

    `compared` counts the claims that either state holds.
    """

    claims: tuple[ClaimDifference, ...]
    records: tuple[RecordDifference, ...]
    compared: int

    @property
    def found(self) -> bool:
        """Tell whether the meaning changed."""
        return bool(self.claims or self.records)
