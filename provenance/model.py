"""The records as a person wrote them, typed.

Vocabulary and meaning are those of docs/explanation/model.md. Every record is frozen; references
are ids that are known to exist. An outlet without a record stands under its printed name.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from provenance.dates import Date
from provenance.problems import Place
from provenance.spelling import folded
from provenance.value import value

UNNAMED = "unnamed"
"""What stands for an outlet in a citation whose report names none ("local media")."""

FIRST_REPORTED_BY = "first-reported-by"
"""The name of the detail that says who was first: a report's id, or an outlet's id, name or alias."""


class OutletKind(StrEnum):
    """What sort of publisher an outlet is."""

    NEWSPAPER = "newspaper"
    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    MAGAZINE = "magazine"
    SPECIALIST = "specialist"
    AGGREGATOR = "aggregator"
    PLATFORM = "platform"
    BLOG = "blog"
    GOVERNMENT = "government"
    COMPANY = "company"
    NGO = "ngo"
    WIKI = "wiki"


class SourceKind(StrEnum):
    """What sort of person or document a source is."""

    NAMED = "named"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    EYEWITNESS = "eyewitness"


class Stance(StrEnum):
    """What a statement does with its claim."""

    SUPPORTS = "supports"
    DENIES = "denies"
    QUESTIONS = "questions"
    COMMENTS = "comments"


class Certainty(StrEnum):
    """How firmly a statement puts its claim, strongest first."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNCOMMITTED = "uncommitted"

    @property
    def strength(self) -> int:
        """Give 3 for certain down to 0 for uncommitted."""
        return 3 - list(Certainty).index(self)


class Basis(StrEnum):
    """Why a statement cites nothing."""

    OWN_REPORTING = "own_reporting"
    UNATTRIBUTED = "unattributed"


class Mode(StrEnum):
    """How a citation uses what it cites."""

    RELAYS = "relays"
    QUOTES = "quotes"
    TRANSLATES = "translates"
    SYNDICATES = "syndicates"
    LINKS = "links"


class Attribution(StrEnum):
    """Whether the text decides that a statement rests on what is cited."""

    CLEAR = "clear"
    UNCLEAR = "unclear"


class ReadAs(StrEnum):
    """In what form the record's writer read a report."""

    ORIGINAL = "original"
    TRANSLATION = "translation"
    VIA = "via"
    INFERRED = "inferred"


class Change(StrEnum):
    """What a publisher did to a report after it was published."""

    CORRECTED = "corrected"
    RETRACTED = "retracted"
    WITHDRAWN = "withdrawn"


class Reaction(StrEnum):
    """What a party or source did with a claim put to it."""

    CONFIRMS = "confirms"
    DENIES = "denies"
    PARTLY = "partly"
    DECLINES = "declines"
    NEITHER = "neither"
    SILENT = "silent"
    NOT_ASKED = "not_asked"


class DependenceKind(StrEnum):
    """What ties origins together, or what is declared to keep them apart."""

    SHARED_ERROR = "shared_error"
    SAME_WORDING = "same_wording"
    SAME_IMAGE = "same_image"
    SAME_PERSON = "same_person"
    DECLARED_INDEPENDENT = "declared_independent"


class CitedKind(StrEnum):
    """The kinds of record a citation can rest on."""

    REPORT = "report"
    SOURCE = "source"
    PARTY = "party"
    OUTLET = "outlet"


class Reliability(StrEnum):
    """Admiralty (NATO AJP-2.1) reliability of a source, A reliable to F cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """Admiralty (NATO AJP-2.1) credibility of information, 1 confirmed to 6 cannot be judged."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"


@value
class Case:
    """The dossier a file or folder belongs to."""

    title: str | None = None
    question: str | None = None
    period: Date | None = None
    notes: str | None = None
    place: Place


@value
class Outlet:
    """A publisher. `implicit` outlets have no record: `id` is then the name as printed."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: OutletKind | None = None
    country: str | None = None
    languages: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    owner: str | None = None
    state_affiliated: bool | None = None
    reliability: Reliability | None = None
    rated_by: str | None = None
    implicit: bool = False
    place: Place

    @property
    def passes_on_only(self) -> bool:
        """Tell whether this outlet is an aggregator or platform, which is never an origin."""
        return self.kind in (OutletKind.AGGREGATOR, OutletKind.PLATFORM)


@value
class Party:
    """A body with direct knowledge that could confirm or deny."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    place: Place


@value
class SameAs:
    """A tie between two sources: the same one for certain, or possibly."""

    source: str
    certain: bool
    place: Place


@value
class Source:
    """A person or document behind reports; an anonymous one carries nothing that identifies it."""

    id: str
    kind: SourceKind
    name: str | None = None
    described_as: str | None = None
    party: str | None = None
    same_as: tuple[SameAs, ...] = ()
    url: str | None = None
    place: Place


@value
class Claim:
    """One checkable proposition."""

    id: str
    text: str
    stronger_than: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    could_confirm: tuple[str, ...] = ()
    credibility: Credibility | None = None
    place: Place


@value
class Citation:
    """One thing a statement rests on.

    `id` is a record's id; for an outlet it may be an implicit outlet's name or `UNNAMED`.
    """

    kind: CitedKind
    id: str
    mode: Mode | None = None
    quote: str | None = None
    url: str | None = None
    attribution: Attribution = Attribution.CLEAR
    place: Place


@value
class UnclearCitation:
    """At least one of `alternatives` is what the statement rests on; the text does not say which."""

    alternatives: tuple[Citation, ...]
    place: Place


def each_citation(cites: Iterable[Citation | UnclearCitation]) -> Iterator[Citation]:
    """Give every citation, each alternative of an unclear one among them, as written."""
    for cited in cites:
        if isinstance(cited, UnclearCitation):
            yield from cited.alternatives
        else:
            yield cited


@value
class Statement:
    """What one report says of one claim."""

    claim: str
    stance: Stance = Stance.SUPPORTS
    certainty: Certainty | None = None
    basis: Basis | None = None
    quote: str | None = None
    where: str | None = None
    details: tuple[tuple[str, str], ...] = ()
    cites: tuple[Citation | UnclearCitation, ...] = ()
    place: Place

    @property
    def may_lose_all(self) -> bool:
        """Tell whether this cites, but every attribution is unclear, so that none may hold."""
        for one in self.cites:  # a loop, since most end at the first: this is asked of every statement there is
            if not isinstance(one, Citation) or one.attribution is not Attribution.UNCLEAR:
                return False
        return bool(self.cites)


@value
class Read:
    """How a report was read; `via` names the report it was read through, if one."""

    form: ReadAs
    via: str | None = None


@value
class Report:
    """One published item. `changes` are its publisher's later acts, as written."""

    id: str
    outlet: str
    title: str | None = None
    author: str | None = None
    url: str | None = None
    archived: str | None = None
    published: Date | None = None
    accessed: Date | None = None
    language: str | None = None
    read: Read | None = None
    changes: tuple[tuple[Change, Date], ...] = ()
    says: tuple[Statement, ...] = ()
    place: Place

    def statement_on(self, claim: str) -> Statement | None:
        """Give what this report says of `claim`, or None."""
        for statement in self.says:  # asked for every citation: a generator here takes twice as long
            if statement.claim == claim:
                return statement
        return None

    def fell_by(self, as_of: Date | None) -> Change | None:
        """Give `retracted` or `withdrawn` if the report was by the end of `as_of` (None: ever)."""
        if not self.changes:  # asked of every report, many times in a trace
            return None
        return next((change for change, _ in self.changes_by(as_of) if change is not Change.CORRECTED), None)

    def changes_by(self, as_of: Date | None) -> tuple[tuple[Change, Date], ...]:
        """Give what the publisher had done to the report by the end of `as_of` (None: all of it)."""
        return tuple(found for found in self.changes if as_of is None or found[1].in_by(as_of))


@value
class Response:
    """A party's (or source's) reaction to a claim; `on_record` None means not recorded."""

    by: str
    claim: str
    stance: Reaction
    date: Date | None = None
    on_record: bool | None = None
    quote: str | None = None
    reported_by: tuple[str, ...] = ()
    cites: tuple[Citation | UnclearCitation, ...] = ()
    place: Place


@value
class Dependence:
    """A recorded tie between origins, or its declared absence."""

    between: tuple[str, ...]
    kind: DependenceKind
    basis: str | None = None
    place: Place


@value
class Workspace:
    """All records of one folder, by id; every reference in them resolves."""

    root: str
    cases: tuple[Case, ...] = ()
    outlets: Mapping[str, Outlet]
    parties: Mapping[str, Party]
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    responses: tuple[Response, ...] = ()
    dependences: tuple[Dependence, ...] = ()

    @property
    def size(self) -> int:
        """How many records a person wrote."""
        by_id = (self.outlets, self.parties, self.sources, self.claims, self.reports)
        implicit = sum(outlet.implicit for outlet in self.outlets.values())
        return sum(map(len, by_id)) - implicit + len(self.cases) + len(self.responses) + len(self.dependences)

    @property
    def outlet_names(self) -> dict[str, str]:
        """The ids of outlets by id, name and alias, each `folded`; where two share one, ids go first, then names."""
        names = {folded(alias): outlet.id for outlet in self.outlets.values() for alias in outlet.aliases}
        names |= {folded(outlet.name): outlet.id for outlet in self.outlets.values()}
        return names | {folded(id_): id_ for id_ in self.outlets}

    def outlet_of(self, report: str) -> Outlet:
        """Give the outlet that published `report`."""
        return self.outlets[self.reports[report].outlet]
