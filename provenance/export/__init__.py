"""Answers for other programs: a claim's citation graph in their formats, and answers as JSON.

The table below is all that is imported to list the formats; a format's own module is imported when it is used.
What each format holds and loses: docs/reference/formats.md.
"""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from provenance.export.figure import Export, Figure

__all__ = ["EXPORTERS", "ExportError", "Exporter", "MissingExtraError", "Output"]


class Output(NamedTuple):
    """One file of an export: what its name adds before the suffix ("" where it is the only one), and what it holds."""

    name: str
    content: str | bytes

    @property
    def text(self) -> str:
        """The content of a format that is text."""
        assert isinstance(self.content, str)
        return self.content


class ExportError(Exception):
    """A format cannot be written on this machine; the message says what would help."""


class MissingExtraError(ExportError):
    """A format needs a package that is not installed; the message says what to install."""

    def __init__(self, name: str, extra: str) -> None:
        super().__init__(f"{name} needs an extra that is not installed: pip install 'source-provenance[{extra}]'")


class Exporter(NamedTuple):
    """A format: its name, what it is for, the suffix of its files, and the module of this room that writes it.

    Its `render` takes a figure, or with `whole` a figure and the answers behind it. `extra` is the extra of our
    package that brings what the module imports.
    """

    name: str
    about: str
    suffix: str
    module: str
    whole: bool = False
    extra: str | None = None

    def render(self, found: "Figure | Export") -> tuple[Output, ...]:
        """Write a figure in this format; the lines end as they are to be stored.

        A format that is `whole` needs the answers too. Raises ExportError.
        """
        given = found if self.whole else getattr(found, "figure", found)
        try:
            outputs: tuple[Output, ...] = import_module(f"{__name__}.{self.module}").render(given)
        except ModuleNotFoundError as missing:
            if self.extra is None:
                raise
            raise MissingExtraError(self.name, self.extra) from missing
        return outputs


EXPORTERS: dict[str, Exporter] = {
    row.name: row
    for row in (
        Exporter("dot", "a drawing for Graphviz", ".dot", "dot"),
        Exporter("html", "a page to look at, mail and print: picture, answers, replay", ".html", "html", whole=True),
        Exporter("svg", "a picture for browsers, word processors and print", ".svg", "svg"),
        Exporter("png", "the same picture in pixels", ".png", "png", extra="png"),
        Exporter("mermaid", "a drawing for Markdown: GitHub, GitLab, Obsidian", ".mmd", "mermaid"),
        Exporter("markdown", "a report with its graph, for Obsidian and Git hosts", ".md", "markdown", whole=True),
        Exporter("graphml", "a graph for Gephi, yEd, Cytoscape, igraph, networkx", ".graphml", "graphml"),
        Exporter("gexf", "a graph with dates, for Gephi's timeline", ".gexf", "gexf", whole=True),
        Exporter("cytoscape", "a graph for Cytoscape and cytoscape.js", ".cyjs", "cytoscape"),
        Exporter("json", "a graph for programs: networkx node-link, nothing left out", ".json", "node_link"),
        Exporter("csv", "two tables, nodes and edges, for spreadsheets and Gephi", ".csv", "tables"),
        Exporter(
            "xlsx", "all tables for spreadsheets, gaps and findings too", ".xlsx", "xlsx", whole=True, extra="xlsx"
        ),
        Exporter("prov-json", "W3C PROV as JSON", ".prov.json", "prov_json", whole=True, extra="prov"),
        Exporter("prov-n", "W3C PROV for people to read", ".provn", "prov_n", whole=True, extra="prov"),
        Exporter(
            "prov-o", "W3C PROV as RDF (Turtle), for stores of linked data", ".ttl", "prov_o", whole=True, extra="prov"
        ),
        Exporter("json-ld", "claims and where they appear, in schema.org's words", ".jsonld", "json_ld", whole=True),
        Exporter("csl-json", "the reports as references, for Zotero and Pandoc", ".csl.json", "csl_json", whole=True),
        Exporter("bibtex", "the reports as references, for LaTeX and Zotero", ".bib", "bibtex", whole=True),
        Exporter("wiki", "the reports as references, for Wikipedia and other wikis", ".wiki", "wiki", whole=True),
    )
}
