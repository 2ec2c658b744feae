"""Web addresses that cannot be opened."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from provenance.model import Workspace, each_citation
from provenance.problems import Place, Problem, Severity
from provenance.read.wording import shortened


def unusable_urls(workspace: Workspace) -> Iterator[Problem]:
    """Find addresses that are not http(s) with a host, or that hold spaces; they are never made into links."""
    for url, place in _urls(workspace):
        if url is not None and not usable(url):
            yield Problem(
                code="unusable-url",
                severity=Severity.WARNING,
                place=place,
                message=f"'{shortened(url)}' is no web address",
                hint=_hint(url),
            )


def usable(url: str) -> bool:
    """Tell whether an address is http or https with a host, and without spaces."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s\x00-\x1f\x7f]", url)
    except ValueError:
        return False


def _urls(workspace: Workspace) -> Iterator[tuple[str | None, Place]]:
    cited = [response.cites for response in workspace.responses]
    for report in workspace.reports.values():
        yield report.url, report.place
        yield report.archived, report.place
        cited += [statement.cites for statement in report.says]
    for source in workspace.sources.values():
        yield source.url, source.place
    for cites in cited:
        yield from ((one.url, one.place) for one in each_citation(cites))


def _hint(url: str) -> str:
    if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", url):
        return f"write 'https://{shortened(url)}'"
    return "write the whole address, beginning with https://, without spaces and line breaks"
