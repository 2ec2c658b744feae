"""Web addresses that cannot be opened."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from provenance.model import Workspace
from provenance.problems import Place, Problem, Severity


def unusable_urls(workspace: Workspace) -> Iterator[Problem]:
    """Find addresses that are not http(s) with a host; they are never made into links."""
    for report in workspace.reports.values():
        for url in (report.url, report.archived):
            yield from _unusable(url, report.place)
    for source in workspace.sources.values():
        yield from _unusable(source.url, source.place)


def _unusable(url: str | None, place: Place) -> Iterator[Problem]:
    if url is None:
        return
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        usable = False
    if not usable:
        yield Problem(
            code="unusable-url",
            severity=Severity.WARNING,
            place=place,
            message=f"'{url}' is no web address",
            hint="write the whole address, beginning with https://",
        )
