"""What decides which of many claims a person looks at first: a row of a claim's answer, without its tree and gaps.

Every column is what `Tracer.trace` answers, by the same functions; `triage_of` takes the row from a whole answer.
"""

from collections.abc import Iterable

from provenance.dates import Date
from provenance.model import Stance
from provenance.trace import Tracer
from provenance.trace.answer import (
    CommonLink,
    Doubt,
    FindingKind,
    GapKind,
    Origin,
    OriginCount,
    OriginKind,
    Status,
    Trace,
)
from provenance.trace.count import count_origins
from provenance.trace.facts import find_retracted_support
from provenance.trace.gaps import unconfirmed
from provenance.trace.links import find_common_links
from provenance.trace.loops import has_loops
from provenance.trace.origins import list_ends
from provenance.trace.responses import list_responses
from provenance.trace.status import find_status
from provenance.trace.support import Support
from provenance.value import value


@value
class Triage:
    """One claim in a row.

    `reports` counts the reports in the claim's graph, `retracted` those of them that fell; `supporting` and `denying`
    count live statements. `unconfirmed` counts the parties that could confirm and neither confirm nor deny.
    `independence` says of several origins whether every two are declared independent, and on what basis.
    `common_link` is the record without which most other supporting reports fall, `common_link_reports` how many.
    `oldest` and `newest` are the dates of the first and last report, as written.
    """

    claim: str
    text: str
    status: Status
    origins_min: int
    origins_max: int
    bounded: bool
    independence: str | None
    reports: int
    supporting: int
    denying: int
    circular: bool
    retracted: int
    retracted_support: bool
    anonymous_only: bool
    common_link: str | None
    common_link_reports: int
    unconfirmed: int
    oldest: str | None
    newest: str | None


def triage(tracer: Tracer, claim: str, as_of: Date | None = None) -> Triage:
    """Answer for one claim what decides how urgent it is. Raises UnknownClaimError."""
    support = tracer.support(claim, as_of)
    count = count_origins(support, tracer.groups)
    origins = list_ends(support, tracer.groups, count)
    responses = list_responses(support)
    links = find_common_links(support)
    declared = tracer.declared(origins, count.interval)
    return _row(
        support,
        find_status(support, responses, origins, count.interval),
        count.interval,
        origins,
        links,
        declared=declared,
        circular=has_loops(support, responses),
        retracted_support=any(True for _ in find_retracted_support(support)),
        unconfirmed_=len(unconfirmed(support, responses)),
    )


def triage_of(tracer: Tracer, answer: Trace) -> Triage:
    """Take the row out of a whole answer."""
    kinds = {finding.kind for finding in answer.findings}
    return _row(
        tracer.support(answer.claim, answer.as_of),
        answer.status,
        answer.origin_count,
        answer.origins,
        answer.common_links,
        declared=answer.declared_by,
        circular=FindingKind.CIRCULAR in kinds,
        retracted_support=FindingKind.RETRACTED_SUPPORT in kinds,
        unconfirmed_=sum(gap.kind is GapKind.NO_CONFIRMATION for gap in answer.gaps),
    )


def _row(  # noqa: PLR0913 - what a row is made of
    support: Support,
    status: Status,
    count: OriginCount,
    origins: Iterable[Origin],
    links: tuple[CommonLink, ...],
    *,
    declared: tuple[str, ...] | None,
    circular: bool,
    retracted_support: bool,
    unconfirmed_: int,
) -> Triage:
    reports = support.graph.workspace.reports
    standing = [support.stance(node) for node in support.statements if not support.fell(node)]
    counted = [origin.kind for origin in origins if origin.doubt is not Doubt.RETRACTED]
    dates = [date for id_ in support.reports if (date := reports[id_].published) is not None]
    return Triage(
        claim=support.claim,
        text=support.graph.workspace.claims[support.claim].text,
        status=status,
        origins_min=count.min,
        origins_max=count.max,
        bounded=count.bounded,
        independence=_independence(status, declared),
        reports=len(support.reports),
        supporting=standing.count(Stance.SUPPORTS),
        denying=standing.count(Stance.DENIES),
        circular=circular,
        retracted=sum(reports[id_].fell_by(support.as_of) is not None for id_ in support.reports),
        retracted_support=retracted_support,
        anonymous_only=bool(counted) and all(kind is OriginKind.ANONYMOUS for kind in counted),
        common_link=links[0].id if links else None,
        common_link_reports=links[0].reports if links else 0,
        unconfirmed=unconfirmed_,
        oldest=min(dates, key=_from).text if dates else None,
        newest=max(dates, key=_until).text if dates else None,
    )


def _independence(status: Status, declared: tuple[str, ...] | None) -> str | None:
    """Say what is known of the independence of several origins: a count of them never stands alone."""
    if status is not Status.MULTIPLE_ORIGINS:
        return None
    return "not established" if declared is None else f"declared: {'; '.join(declared)}" if declared else "declared"


def _from(date: Date) -> tuple[object, ...]:
    return (date.earliest is not None, date.earliest, date.text)


def _until(date: Date) -> tuple[object, ...]:
    return (date.latest is None, date.latest, date.text)
