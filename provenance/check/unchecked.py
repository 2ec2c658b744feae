"""What `check` does not look at: it reads records, not the reports they speak of."""

from collections.abc import Iterator, Sequence

from provenance.files import passed_over
from provenance.model import Citation, Report, Workspace, each_citation
from provenance.value import value


@value
class Unchecked:
    """How many addresses were not opened and quotes not compared, and which files and linked folders were not read."""

    addresses: int
    quotes: int
    passed_over: tuple[str, ...]


def not_checked(workspace: Workspace, paths: Sequence[str]) -> Unchecked:
    """Count what nobody looked at in records that were read from `paths`. An address that stands twice counts once."""
    return Unchecked(
        addresses=len(set(_addresses(workspace))),
        quotes=sum(1 for _ in _quotes(workspace)),
        passed_over=tuple(sorted({path for root in paths for path in passed_over(root)})),
    )


def _addresses(workspace: Workspace) -> Iterator[str]:
    for source in workspace.sources.values():
        yield from (source.url,) if source.url else ()
    for report in workspace.reports.values():
        yield from (address for address in (report.url, report.archived) if address)
        yield from (citation.url for citation in _citations(report) if citation.url)


def _quotes(workspace: Workspace) -> Iterator[str]:
    for report in workspace.reports.values():
        yield from (said.quote for said in report.says if said.quote)
        yield from (citation.quote for citation in _citations(report) if citation.quote)
    yield from (response.quote for response in workspace.responses if response.quote)


def _citations(report: Report) -> Iterator[Citation]:
    for said in report.says:
        yield from each_citation(said.cites)
