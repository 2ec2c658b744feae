"""What a page shows: all its words, and which of its records they speak of. Made before any HTML is."""

from provenance.export.figure import Figure
from provenance.trace.answer import Status
from provenance.value import value


@value
class Passage:
    """A citation as one of its ends tells it: the other end's number and name, how it is cited, and the words used.

    `edge` is the citation's number in the figure.
    """

    edge: int
    other: int
    name: str
    how: str
    quote: str | None
    url: str | None


@value
class Address:
    """A place on the web: what it is, as recorded, and where that can be opened; None where it is no sound address."""

    what: str
    recorded: str
    url: str | None


@value
class Record:
    """A node of the figure with all that is recorded of it; `number` is its place in the figure.

    `says` is what it does with which claim; `facts` are further values by what they are; `language` is that of title
    and quote; `kinds` are the words a reader may filter by.
    """

    number: int
    name: str
    id: str
    what: str
    date: str
    marks: tuple[str, ...]
    title: str | None
    says: str
    quote: str | None
    language: str | None
    facts: tuple[tuple[str, str], ...]
    addresses: tuple[Address, ...]
    outlet: str | None
    country: str | None
    kinds: tuple[str, ...]
    fell: bool
    rests_on: tuple[Passage, ...]
    rest_on_it: tuple[Passage, ...]


@value
class Item:
    """A line of a list about a claim: of what kind, what it says, and the record it is about, if the page has it.

    `named` are records of the page that its words name, each by the id that stands in them.
    """

    kind: str
    words: str
    record: int | None = None
    more: str = ""
    named: tuple[tuple[str, int], ...] = ()


@value
class Work:
    """Open work of one kind: what is missing, each with the record it is about and what would close it.

    With `summed` they differ in nothing but the record, and are shown as one.
    """

    kind: str
    items: tuple[Item, ...]
    summed: bool


@value
class Step:
    """A claim at one moment: what happened (the first few, and how many more), the verdict, what is then open.

    `label` is the moment, `change` what it changed; `open` counts what is open by its kind.
    """

    label: str
    happened: tuple[str, ...]
    more: int
    status: Status
    standing: str
    meaning: str
    change: str
    opened: tuple[str, ...]
    closed: tuple[str, ...]
    open: tuple[str, ...]


@value
class Replay:
    """The course of a claim in steps, the first before any date; `skipped` counts the moments that have no own step.

    `enters` gives the records of the claim with the step at which each comes in, `falls` that at which it is
    retracted or withdrawn.
    """

    steps: tuple[Step, ...]
    dated: int
    skipped: int
    enters: tuple[tuple[int, int], ...]
    falls: tuple[tuple[int, int], ...]
    end: str


@value
class ClaimView:
    """All answers for one claim, in words."""

    id: str
    text: str
    status: Status
    count: str
    reports: str
    meaning: str
    deciding: str
    sentence: str
    left_open: str
    origins: tuple[Item, ...]
    work: tuple[Work, ...]
    findings: tuple[Item, ...]
    responses: tuple[str, ...]
    ratings: tuple[str, ...]
    replay: Replay


@value
class Dossier:
    """The case that claims stand in, as recorded: its title, and its other fields by name."""

    title: str
    fields: tuple[tuple[str, str], ...]


@value
class Plate:
    """What a reader has to know first: the dossiers the claims stand in, and up to when the record counts.

    `left_out` says what the page does not show of it; None where it shows all.
    """

    title: str
    dossiers: tuple[Dossier, ...]
    cutoff: str
    left_out: str | None


@value
class Page:
    """A whole page; `choices` are what a reader may filter by: outlet, country or kind, each value with its name."""

    plate: Plate
    claims: tuple[ClaimView, ...]
    records: tuple[Record, ...]
    choices: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    figure: Figure
