"""What an existing workspace holds already, under every name it can be found by."""

from urllib.parse import urlsplit

from provenance.model import Workspace
from provenance.spelling import folded


def host_of(url: str) -> str | None:
    """Give the host of a web address, without `www.`; None where there is none."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


class Known:
    """The records of a workspace by name, alias, text, domain and address."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        kinds = (workspace.claims, workspace.parties, workspace.sources, workspace.reports)
        recorded = {id_: each for id_, each in workspace.outlets.items() if not each.implicit}
        self.ids = {id_ for kind in (*kinds, recorded) for id_ in kind}
        self._outlets = {folded(alias): each.id for each in recorded.values() for alias in each.aliases}
        self._outlets |= {folded(each.name): each.id for each in recorded.values()} | {id_: id_ for id_ in recorded}
        self._domains = {
            domain.casefold().removeprefix("www."): each.id for each in recorded.values() for domain in each.domains
        }
        self._parties = {folded(alias): each.id for each in workspace.parties.values() for alias in each.aliases}
        self._parties |= {folded(each.name): each.id for each in workspace.parties.values()}
        self._claims = {folded(claim.text): claim.id for claim in workspace.claims.values()}
        self._urls = {report.url: report.id for report in workspace.reports.values() if report.url}
        self._reports_by_outlet: dict[str, list[str]] = {}
        for id_ in workspace.reports:
            self._reports_by_outlet.setdefault(folded(workspace.outlet_of(id_).name), []).append(id_)
        self._addresses: dict[str, list[str]] = {}
        for report in workspace.reports.values():
            for address in {report.url, report.archived} - {None}:
                self._addresses.setdefault(address or "", []).append(report.id)
        self._titles = {
            (folded(workspace.outlet_of(report.id).name), folded(report.title)): report.id
            for report in workspace.reports.values()
            if report.title
        }

    def outlet(self, name: str | None, domain: str | None = None) -> str | None:
        """Give the outlet with a record that has this id, name, alias, or domain (or one above it)."""
        found = self._outlets.get(folded(name)) if name else None
        parts = domain.casefold().split(".") if domain and not found else []
        above = (".".join(parts[start:]) for start in range(len(parts)))
        return found or next((self._domains[each] for each in above if each in self._domains), None)

    def party(self, name: str) -> str | None:
        """Give the party that has this id, name or alias."""
        return name if name in self.workspace.parties else self._parties.get(folded(name))

    def claim(self, id_: str | None, text: str | None) -> str | None:
        """Give the claim of this text, or where no text is given of this id."""
        if text is None:
            return id_ if id_ in self.workspace.claims else None
        return self._claims.get(folded(text))

    def report(self, id_: str, url: str | None, outlet: str | None, published: str | None) -> str | None:
        """Give the report that this one is likely to be: of its address, or of its id, outlet and date."""
        if url in self._urls:
            return self._urls[url]
        there = self.workspace.reports.get(id_)
        if there is None or (url and there.url):
            return None
        date = there.published.text if there.published else None
        return id_ if outlet == there.outlet and (date == published or None in (date, published)) else None

    def at_address(self, url: str) -> str | None:
        """Give the one report that has this address, or an archived copy there."""
        found = self._addresses.get(url, ())
        return found[0] if len(found) == 1 else None

    def titled(self, outlet: str, title: str | None) -> str | None:
        """Give the report of the outlet of this name with this title."""
        return self._titles.get((folded(outlet), folded(title))) if title else None

    def reports_of(self, outlet: str, claim: str) -> list[str]:
        """Give the reports of the outlet of this name on a claim."""
        there = self._reports_by_outlet.get(folded(outlet), ())
        return [id_ for id_ in there if self.workspace.reports[id_].statement_on(claim)]

    def source(self, id_: str, name: str | None, described_as: str | None) -> str | None:
        """Give the source of this id, where what is known of both agrees."""
        there = self.workspace.sources.get(id_)
        return id_ if there and (there.name, there.described_as) == (name, described_as) else None

    def section(self, id_: str) -> str:
        """Give the section that a record stands in."""
        names = ("outlets", "parties", "sources", "claims")
        return next((name for name in names if id_ in getattr(self.workspace, name)), "reports")

    def place(self, id_: str) -> str:
        """Say where a record stands: `file:line`."""
        for kind in (self.workspace.outlets, self.workspace.parties, self.workspace.sources, self.workspace.claims):
            if id_ in kind:
                return f"{kind[id_].place.file}:{kind[id_].place.line}"
        place = self.workspace.reports[id_].place
        return f"{place.file}:{place.line}"
