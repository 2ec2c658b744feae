"""Lists of the records of one kind."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from provenance.agents import Agents
from provenance.model import Workspace
from provenance.report.lines import Line, Style, line
from provenance.report.tables import table
from provenance.value import value
from provenance.wording.numbers import plural

Row = list[str]


@value
class Listing:
    """How records of one kind are listed: the column titles, and a function that gives a row a record."""

    one: str
    titles: tuple[str, ...]
    rows: Callable[[Workspace], list[Row]]


def listing_lines(listing: Listing, rows: Sequence[Row], width: int) -> Iterator[Line]:
    """Lay out a list and count it."""
    if rows:
        styled = [[(cell, Style.PLAIN if number else Style.STRONG) for number, cell in enumerate(row)] for row in rows]
        yield from table(listing.titles, styled, width)
        yield line()
    yield line(plural(len(rows), listing.one) if listing.one != "party" or len(rows) == 1 else f"{len(rows):,} parties")


def _claims(workspace: Workspace) -> list[Row]:
    said = Counter(statement.claim for report in workspace.reports.values() for statement in report.says)
    return [[claim.id, str(said[claim.id]), claim.text] for claim in workspace.claims.values()]


def _reports(workspace: Workspace) -> list[Row]:
    def order(id_: str) -> tuple[object, ...]:
        published = workspace.reports[id_].published
        return (published is None, published.sort_key if published else (), id_)

    return [
        [
            report.id,
            report.published.text if report.published else "undated",
            workspace.outlets[report.outlet].name,
            ", ".join(statement.claim for statement in report.says),
        ]
        for report in (workspace.reports[id_] for id_ in sorted(workspace.reports, key=order))
    ]


def _outlets(workspace: Workspace) -> list[Row]:
    reports = Counter(report.outlet for report in workspace.reports.values())
    return [
        [
            outlet.id if not outlet.implicit else "(no record)",
            outlet.name,
            outlet.kind or "",
            outlet.country or "",
            outlet.owner or "",
            str(reports[outlet.id]),
        ]
        for outlet in workspace.outlets.values()
    ]


def _sources(workspace: Workspace) -> list[Row]:
    return [
        [source.id, source.kind, source.name or "", source.party or "", source.described_as or ""]
        for source in workspace.sources.values()
    ]


def _parties(workspace: Workspace) -> list[Row]:
    could = Counter(party for claim in workspace.claims.values() for party in claim.could_confirm)
    agents = Agents(workspace.sources)
    answers = Counter(agents.of(response.by) for response in workspace.responses)
    return [
        [party.id, party.name, party.country or "", str(could[party.id]), str(answers[party.id])]
        for party in workspace.parties.values()
    ]


LISTINGS = {
    "claims": Listing(one="claim", titles=("id", "reports", "text"), rows=_claims),
    "reports": Listing(one="report", titles=("id", "published", "outlet", "claims"), rows=_reports),
    "outlets": Listing(one="outlet", titles=("id", "name", "kind", "country", "owner", "reports"), rows=_outlets),
    "sources": Listing(one="source", titles=("id", "kind", "name", "party", "described as"), rows=_sources),
    "parties": Listing(one="party", titles=("id", "name", "country", "could confirm", "responses"), rows=_parties),
}
"""Every kind of record that can be listed."""
