"""The answer to "where does this claim start": frozen values, no layout. Meaning: docs/explanation/model.md."""

from collections.abc import Iterable
from enum import StrEnum

from provenance.dates import Date
from provenance.graph import Edge, Node
from provenance.model import Response, Stance
from provenance.value import value


class Status(StrEnum):
    """What the record establishes about a claim; exactly one, the first that holds."""

    NO_REPORTS = "no-reports"
    CONTESTED = "contested"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    RETRACTED = "retracted"
    CIRCULAR = "circular"
    UNATTRIBUTED = "unattributed"
    SINGLE_ORIGIN = "single-origin"
    ORIGIN_IN_DOUBT = "origin-in-doubt"
    MULTIPLE_ORIGINS = "multiple-origins"


class OriginKind(StrEnum):
    """Why a walk along citations ends."""

    OWN_REPORTING = "own-reporting"
    NAMED = "named"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    EYEWITNESS = "eyewitness"
    PARTY = "party"
    UNATTRIBUTED = "unattributed"
    UNRECORDED = "unrecorded"
    UNLOCATED = "unlocated"

    @property
    def may_be_nothing(self) -> bool:
        """Tell whether the record is silent here, so that the origin counts as 0 or 1."""
        return self in (OriginKind.UNRECORDED, OriginKind.UNLOCATED)

    @property
    def says_nothing(self) -> bool:
        """Tell whether nobody is named, recorded or located here."""
        return self.may_be_nothing or self is OriginKind.UNATTRIBUTED


class Doubt(StrEnum):
    """Why an origin that is listed may not count."""

    UNCLEAR = "unclear"
    RETRACTED = "retracted"


@value
class Origin:
    """Where citations end. `group` numbers from 1; origins of one group count once."""

    id: str
    kind: OriginKind
    group: int
    outlet: str | None
    reached_by: tuple[str, ...]
    claim: str | None
    doubt: Doubt | None
    node: Node


@value
class OriginCount:
    """The least and greatest number of origin groups over every way to resolve what is in doubt.

    `bounded` marks an outer interval that may be wider than the exact one; `decided_by` names the
    records whose doubt makes the two ends differ.
    """

    min: int
    max: int
    bounded: bool
    decided_by: tuple[str, ...] = ()


@value
class Answered:
    """A response to this claim (`addresses`) or to a neighbouring one; `party` is whom it stands for.

    `replaced` marks one that a surely later response of the same party on the same claim supersedes.
    """

    party: str
    addresses: bool
    replaced: bool
    response: Response


@value
class CommonLink:
    """A node without which `reports` supporting statements, others than itself, reach no origin.

    `in_doubt` tells that fewer surely do: some may stand by themselves, as their attribution is unclear.
    """

    id: str
    reports: int
    in_doubt: bool


class FindingKind(StrEnum):
    """Facts about the reporting, in order of severity."""

    CIRCULAR = "circular"
    DRIFT = "drift"
    NOT_IN_CITED = "not-in-cited"
    CHRONOLOGY = "chronology"
    DETAIL_CONFLICT = "detail-conflict"
    RETRACTED_SUPPORT = "retracted-support"
    COMMON_LINK = "common-link"
    SHARED_OWNER = "shared-owner"
    OFF_TARGET_DENIAL = "off-target-denial"
    ATTRIBUTION_CONFLICT = "attribution-conflict"
    RATING_NOT_ALLOWED = "rating-not-allowed"


class Members(StrEnum):
    """What a loop passes: reports, or the outlets, parties and sources behind them."""

    REPORTS = "reports"
    AGENTS = "agents"


RESPONSE = "response"
"""What stands for the report in a `Link` where an agent's response cites the next."""

Link = tuple[str, str, str | None]
"""One who cites the next in a loop: who, in which report (or RESPONSE), and the date of that, if recorded."""

Fact = str | int | tuple[str | None, ...] | tuple[Link, ...]


@value
class Finding:
    """A fact about the reporting, at the record `at`; `facts` are its further named values."""

    kind: FindingKind
    at: str
    facts: tuple[tuple[str, Fact], ...] = ()
    edge: Edge | None = None

    def fact(self, name: str) -> Fact:
        """Give one named value. Raises KeyError."""
        return dict(self.facts)[name]


def on_edge(kind: FindingKind, edge: Edge, **facts: Fact) -> Finding:
    """Make a finding about a citation; one that may not hold says so."""
    doubt = (("doubt", Doubt.UNCLEAR.value),) if edge.in_doubt and "doubt" not in facts else ()
    return Finding(kind=kind, at=edge.citing.id, facts=(("from", edge.cited.id), *facts.items(), *doubt), edge=edge)


class GapKind(StrEnum):
    """Work that is open, in order of severity."""

    NO_CONFIRMATION = "no-confirmation"
    SINGLE_ORIGIN = "single-origin"
    NO_ORIGIN = "no-origin"
    ANONYMOUS_ONLY = "anonymous-only"
    UNATTRIBUTED_ORIGIN = "unattributed-origin"
    UNRECORDED_ORIGIN = "unrecorded-origin"
    UNLOCATED_REPORT = "unlocated-report"
    UNREAD_ORIGINAL = "unread-original"
    UNCLEAR_ATTRIBUTION = "unclear-attribution"
    INDEPENDENCE_NOT_ESTABLISHED = "independence-not-established"
    UNDATED = "undated"
    UNARCHIVED = "unarchived"
    STALE = "stale"


@value
class Gap:
    """One piece of open work: what is missing about `subject`, and what would close it."""

    kind: GapKind
    subject: str
    detail: str
    closes: str


@value
class Row:
    """One line of a citation tree in the order it is read, `depth` 0 for a root.

    `edge` is the citation that leads here from the row above it (None on a root); `seen` marks a
    node whose own citations stand further up, `loop` one that is its own ancestor, and `hidden`
    counts citations left out below a node by a depth limit.
    """

    depth: int
    node: Node
    edge: Edge | None
    seen: bool = False
    loop: bool = False
    hidden: int = 0


def declared_words(bases: Iterable[str]) -> str:
    """Say on whose word several origins are declared independent: what is always said with that."""
    quoted = "; ".join(f"“{basis.rstrip('. ')}”" for basis in bases)
    return f"declared independent by {quoted or 'the record, which gives no basis'}"


@value
class Verdict:
    """The short answer for a claim: what a trace says first."""

    status: Status
    origin_count: OriginCount
    supporting: int


@value
class Trace:
    """The answer for one claim; `docs/reference/json.md` gives its JSON form."""

    claim: str
    text: str
    as_of: Date | None
    status: Status
    reports: int
    supporting: int
    stances: tuple[tuple[Stance, int], ...]
    origins: tuple[Origin, ...]
    origin_count: OriginCount
    responses: tuple[Answered, ...]
    common_links: tuple[CommonLink, ...]
    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...]
    tree: tuple[Row, ...]
    declared_by: tuple[str, ...] | None = None
    """The bases on which all of several origins are declared independent of one another; None where they are not."""
