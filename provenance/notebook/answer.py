"""The answer for one claim: typed values, and the forms in which a notebook uses them."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from provenance.export import markdown
from provenance.export.figure import Export, FigureEdge, FigureNode, export_of
from provenance.export.flat import names_of, network, values_of
from provenance.notebook.frames import frame
from provenance.notebook.shown import html_of
from provenance.report.trace import trace_lines
from provenance.report.tree import View
from provenance.trace import Tracer
from provenance.trace.answer import Answered, CommonLink, Finding, Gap, Origin, OriginCount, Status, Trace

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

_WIDTH = 110


@dataclass(frozen=True, eq=False)
class Answer:
    """What a trace of one claim found, `trace` being the whole of it: how independently, never whether it is true."""

    tracer: Tracer
    trace: Trace

    @property
    def claim(self) -> str:
        """The claim's id."""
        return self.trace.claim

    @property
    def text(self) -> str:
        """The claim's text."""
        return self.trace.text

    @property
    def status(self) -> Status:
        """What the record establishes, as one word."""
        return self.trace.status

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Where the citations end."""
        return self.trace.origins

    @property
    def origin_count(self) -> OriginCount:
        """The least and greatest number of origins."""
        return self.trace.origin_count

    @property
    def responses(self) -> tuple[Answered, ...]:
        """Who has answered, to this claim or a neighbouring one."""
        return self.trace.responses

    @property
    def common_links(self) -> tuple[CommonLink, ...]:
        """What several reports rest on together."""
        return self.trace.common_links

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Facts about the reporting, worst first."""
        return self.trace.findings

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What is missing, worst first, and what would close it."""
        return self.trace.gaps

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """Give the citation graph that `provenance export` writes: edges lead from who cites to who is cited."""
        return network(self._export.figure, dict, str)

    def reports_frame(self) -> "pd.DataFrame":
        """Give a data frame of the reports in the claim's graph, by date. Needs pandas."""
        reports = self.tracer.workspace.reports
        names = names_of(FigureNode)
        nodes = [values_of(node) for node in self._export.figure.nodes if node.record in reports]
        return frame(names, ([node[name] for name in names] for node in nodes))

    def citations_frame(self) -> "pd.DataFrame":
        """Give a data frame of who cites whom, by the ids of the records. Needs pandas."""
        records = {node.id: node.record for node in self._export.figure.nodes}
        names = names_of(FigureEdge)
        rows = (
            [records[edge.citing], records[edge.cited], *(values_of(edge)[name] for name in names)]
            for edge in self._export.figure.edges
        )
        return frame(("citing", "cited", *names), rows)

    def origins_frame(self) -> "pd.DataFrame":
        """Give a data frame of the origins, by group. Needs pandas."""
        columns = ("id", "kind", "group", "outlet", "claim", "doubt", "reached_by")
        return frame(columns, ([getattr(origin, name) for name in columns] for origin in self.origins))

    def gaps_frame(self) -> "pd.DataFrame":
        """Give a data frame of the gaps, worst first. Needs pandas."""
        columns = ("kind", "subject", "detail", "closes")
        return frame(columns, ([getattr(gap, name) for name in columns] for gap in self.gaps))

    def findings_frame(self) -> "pd.DataFrame":
        """Give a data frame of the findings, worst first; `facts` is a dictionary. Needs pandas."""
        return frame(("kind", "at", "facts"), ((each.kind, each.at, dict(each.facts)) for each in self.findings))

    @cached_property
    def _export(self) -> Export:
        return export_of(self.tracer, [self.trace])

    def __repr__(self) -> str:
        least, most = self.origin_count.min, self.origin_count.max
        origins = str(least) if least == most else f"{least}..{most}"
        return f"<Answer on {self.claim!r}: {self.status}, origins: {origins}>"

    def _repr_html_(self) -> str:
        view = View(width=_WIDTH, claim=self.claim, as_of=self.trace.as_of)
        return html_of(trace_lines(self.tracer.graph, self.trace, self.trace.tree, view), _WIDTH)

    def _repr_markdown_(self) -> str:
        return markdown.render(self._export)[0].text
