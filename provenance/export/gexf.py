"""GEXF 1.3 (https://gexf.net/), written by networkx from flat attributes, with dates for Gephi's timeline."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

from networkx.readwrite.gexf import GEXFWriter

from provenance.dates import Date
from provenance.export import Output
from provenance.export.figure import Export, Figure
from provenance.export.flat import flat, network
from provenance.export.words import claim_words, status_words
from provenance.graph import Node
from provenance.safe import one_line

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def render(export: Export) -> tuple[Output, ...]:
    """Write a figure as GEXF: a report and its citations start when it came out, at the earliest instant allowed.

    What has no date has no start, and is there throughout.
    """
    graph = network(export.figure, flat, one_line)
    starts = {f"n{number}": _start(export, node) for number, node in enumerate(export.nodes)}
    for id_, data in graph.nodes(data=True):
        data.update(starts[id_])
    for citing, _, key, data in graph.edges(keys=True, data=True):
        data.update(starts[citing], id=key)
    writer = GEXFWriter(version="1.3")
    writer.add_graph(graph)
    _describe(writer, export.figure)
    written = BytesIO()
    writer.write(written)
    return (Output("", f"{written.getvalue().decode()}\n"),)


def _describe(writer: GEXFWriter, figure: Figure) -> None:
    """Say what the graph is of, in the place of today's date and the version of networkx."""
    meta = writer.xml.find("meta")
    meta.attrib.clear()
    meta.find("creator").text = "provenance"
    description = meta.makeelement("description", {})
    description.text = f"{claim_words(figure)} – {status_words(figure)}"
    meta.append(description)


def _start(export: Export, node: Node) -> dict[str, str]:
    report = export.tracer.graph.report(node)
    start = _instant(report.published) if report and report.published else None
    return {"start": start} if start else {}


def _instant(date: Date) -> str | None:
    """Give the earliest instant as a day of XML Schema, with the time where it is not midnight UTC; years 1 to 9999."""
    try:
        at = _EPOCH + timedelta(seconds=date.earliest) if date.earliest is not None else None
    except OverflowError:
        return None
    if at is None:
        return None
    day = f"{at.year:04}-{at.month:02}-{at.day:02}"
    return day if (at.hour, at.minute, at.second) == (0, 0, 0) else f"{day}T{at:%H:%M:%S}Z"
