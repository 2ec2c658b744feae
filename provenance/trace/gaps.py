"""Gaps: what is open about a claim, worst first, each with what would close it."""

from collections.abc import Iterable, Iterator, Sequence

from provenance.dates import Date
from provenance.model import Reaction, ReadAs, Response
from provenance.trace.answer import Answered, Doubt, Gap, GapKind, Origin, OriginCount, OriginKind, Status
from provenance.trace.support import Support
from provenance.value import value

_SAID = {
    Reaction.PARTLY: "confirmed only in part",
    Reaction.DECLINES: "declined to comment",
    Reaction.NEITHER: "neither confirmed nor denied",
    Reaction.SILENT: "did not answer",
    Reaction.NOT_ASKED: "was not asked",
}

_READ = {
    ReadAs.TRANSLATION: "read in translation only",
    ReadAs.VIA: "read only through {via}",
    ReadAs.INFERRED: "not read: inferred from others",
}


@value
class Found:
    """What the other parts of a trace found, as far as gaps follow from it."""

    support: Support
    origins: Sequence[Origin]
    count: OriginCount
    responses: Sequence[Answered]
    declared: bool


def find_gaps(found: Found) -> tuple[Gap, ...]:
    """List the open gaps by severity, then subject."""
    return sort_gaps(
        [
            *_no_confirmation(found),
            *_of_the_count(found),
            *_of_origins(found),
            *_unclear(found.support),
            *report_gaps(found.support),
        ]
    )


def sort_gaps(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Sort by severity (the order of GapKind), then subject; the same gap counts once."""
    severity = {kind: number for number, kind in enumerate(GapKind)}
    return tuple(sorted(dict.fromkeys(gaps), key=lambda gap: (severity[gap.kind], gap.subject, gap.detail)))


def stale_gap(support: Support, status: Status, today: Date, days: int) -> Gap | None:
    """Give the gap of an open claim whose newest report is more than `days` older than `today`.

    Open is a claim neither confirmed nor denied. None where it is not stale, or nothing is dated.
    """
    reports = support.graph.workspace.reports
    dates = [date for id_ in support.reports if (date := reports[id_].published) is not None]
    ends = [(date.latest, date.text) for date in dates if date.latest is not None]
    if status in (Status.CONFIRMED, Status.DENIED, Status.NO_REPORTS) or not ends or today.latest is None:
        return None
    newest, text = max(ends)
    if today.latest - newest <= days * 86_400:
        return None
    return Gap(
        kind=GapKind.STALE,
        subject=support.claim,
        detail=f"the newest report is of {text}, more than {days} days ago",
        closes="look for newer reports and responses, or record that there are none",
    )


def unconfirmed(support: Support, responses: Sequence[Answered]) -> dict[str, list[Answered]]:
    """Give the parties that could confirm and neither confirm nor deny this claim, each with what it answered."""
    found: dict[str, list[Answered]] = {}
    for party in support.graph.workspace.claims[support.claim].could_confirm:
        answers = [answer for answer in responses if answer.party == party and not answer.replaced]
        own = [answer.response.stance for answer in answers if answer.addresses]
        if Reaction.CONFIRMS not in own and Reaction.DENIES not in own:
            found[party] = answers
    return found


def _no_confirmation(found: Found) -> Iterator[Gap]:
    workspace = found.support.graph.workspace
    for party, answers in unconfirmed(found.support, found.responses).items():
        own = [answer.response for answer in answers if answer.addresses]
        denied = [answer.response for answer in answers if answer.response.stance is Reaction.DENIES]
        said = [_what_was_said(response) for response in own] or ["no answer on record"]
        said += [f"its denial of '{response.claim}' does not address this claim" for response in denied]
        name = workspace.parties[party].name
        yield Gap(
            kind=GapKind.NO_CONFIRMATION,
            subject=party,
            detail=f"{name}: {'; '.join(dict.fromkeys(said))}",
            closes=f"a response of {name} that confirms or denies this claim",
        )


def _what_was_said(response: Response) -> str:
    words = _SAID[response.stance]
    return f"{words} ({response.date.text})" if response.date else words


def _of_the_count(found: Found) -> Iterator[Gap]:
    claim, count = found.support.claim, found.count
    counted = [origin for origin in found.origins if origin.doubt is not Doubt.RETRACTED]
    if not found.support.all_supporting:
        return
    if count.max == 1:
        closes = "a report that rests on none of these: its own reporting, or another source"
        yield Gap(
            kind=GapKind.SINGLE_ORIGIN,
            subject=claim,
            detail=f"the only origin on record: {_names(counted)}",
            closes=closes,
        )
    if count.max == 0:
        detail = "the supporting reports lead to no origin that stands"
        yield Gap(kind=GapKind.NO_ORIGIN, subject=claim, detail=detail, closes="a report with a source of its own")
    if counted and all(origin.kind is OriginKind.ANONYMOUS for origin in counted):
        closes = "a named source, a document, or a party on the record"
        yield Gap(
            kind=GapKind.ANONYMOUS_ONLY, subject=claim, detail="every origin is an anonymous source", closes=closes
        )
    if count.min > 1 and not found.declared:
        yield Gap(
            kind=GapKind.INDEPENDENCE_NOT_ESTABLISHED,
            subject=claim,
            detail="nothing on record shows that the origins do not depend on each other",
            closes="find out how each origin knows it, and record a `dependences` entry for each pair",
        )


def _names(origins: Sequence[Origin]) -> str:
    names = list(dict.fromkeys(origin.id for origin in origins))
    if len(names) == 1:
        return names[0]
    together = len({origin.group for origin in origins}) == 1
    return f"{'one group of origins' if together else 'one of'}: {', '.join(names)}"


def _of_origins(found: Found) -> Iterator[Gap]:
    for origin in found.origins:
        if origin.doubt is Doubt.RETRACTED:
            continue
        match origin.kind:
            case OriginKind.UNATTRIBUTED:
                said = found.support.graph.statement(origin.node)
                sure = said is not None and said.basis is not None
                detail = "names no source" if sure else "may name no source: its attribution is unclear"
                closes = "ask the outlet, or find the source it used"
                yield Gap(kind=GapKind.UNATTRIBUTED_ORIGIN, subject=origin.id, detail=detail, closes=closes)
            case OriginKind.UNRECORDED:
                closes = "read the report and record what it cites, or its `basis`"
                detail = "what it rests on is not recorded"
                yield Gap(kind=GapKind.UNRECORDED_ORIGIN, subject=origin.id, detail=detail, closes=closes)
            case OriginKind.UNLOCATED:
                closes = "find the report that is meant, record it and cite it by id"
                detail = "the report behind this citation has not been located"
                yield Gap(kind=GapKind.UNLOCATED_REPORT, subject=origin.id, detail=detail, closes=closes)
            case _:
                pass


def _unclear(support: Support) -> Iterator[Gap]:
    edges = (edge for edge in support.edges if edge.citing in support.live)
    for report in {edge.citing.id for edge in edges if edge.optional or edge.choice is not None}:
        yield Gap(
            kind=GapKind.UNCLEAR_ATTRIBUTION,
            subject=report,
            detail="the text does not decide whom this report rests on",
            closes="ask its author, or find the passage that decides it",
        )


def report_gaps(support: Support) -> Iterator[Gap]:
    """List what is open about each report of the claim's graph by itself, whatever the date."""
    for id_ in support.reports:
        report = support.graph.workspace.reports[id_]
        if report.read is not None and report.read.form is not ReadAs.ORIGINAL:
            detail = _READ[report.read.form].format(via=report.read.via)
            yield Gap(kind=GapKind.UNREAD_ORIGINAL, subject=id_, detail=detail, closes="find the original and read it")
        if report.published is None:
            closes = "find the date of publication and record it in `published`"
            yield Gap(kind=GapKind.UNDATED, subject=id_, detail="its date is not recorded", closes=closes)
        if report.archived is None:
            closes = "archive its page and record the copy" if report.url else "record its `url` and an archived copy"
            yield Gap(kind=GapKind.UNARCHIVED, subject=id_, detail="no archived copy is recorded", closes=closes)
