"""The formats that can be imported, and how each is told by what a file holds."""

import re
from typing import NamedTuple

from provenance.draft.problems import UnreadableError, unknown_format
from provenance.problems import Place


class Format(NamedTuple):
    """A format: what it is, and the module and function of this room that read it."""

    about: str
    reader: str


FORMATS = {
    "csv": Format("tables: nodes and edges, or report, outlet, cites", "csv_tables:read_csv"),
    "json": Format("our node-link JSON, networkx, D3", "node_link:read_node_link"),
    "graphml": Format("GraphML of ours, networkx, Gephi, yEd", "graphml:read_graphml"),
    "json-ld": Format("schema.org Claim and ClaimReview, alone or in a page", "json_ld:read_json_ld"),
    "prov-json": Format("W3C PROV as JSON", "prov_json:read_prov"),
    "cytoscape": Format("Cytoscape JSON", "node_link:read_cytoscape"),
}
_RECORDS = (".yaml", ".yml")
_HINT = f"the formats are {', '.join(FORMATS)}; name one with --format"


def format_of(file: str, text: str) -> str:
    """Tell the format of a file by its text. Raises UnreadableError where it is none of them."""
    start = text.removeprefix("\ufeff").lstrip()[:200_000]
    found = _json_format(start) if start[:1] in ("{", "[") else _marked_up(start) if start[:1] == "<" else "csv"
    if file.lower().endswith(_RECORDS):
        message, hint = "this is a file of records already", "put it into the folder of your records"
        raise UnreadableError(unknown_format(Place(file), message, hint))
    if re.match(r"(<\?xml[^>]*>\s*)?<gexf[\s>]", start):
        raise UnreadableError(unknown_format(Place(file), "GEXF is not read", "export GraphML, JSON or CSV instead"))
    if found not in FORMATS:
        raise UnreadableError(unknown_format(Place(file), "this is in no format that can be imported", _HINT))
    return found


def _json_format(start: str) -> str:
    keys = set(re.findall(r'"([^"\\]{1,40})"\s*:', start))
    if keys & {"@context", "@graph", "@type"}:
        return "json-ld"
    if "elements" in keys:
        return "cytoscape"
    if keys & {"nodes", "links", "edges"}:
        return "json"
    return "prov-json" if keys & {"prefix", "entity", "agent", "wasDerivedFrom"} else "json"


def _marked_up(start: str) -> str:
    return "graphml" if re.search(r"<(\w+:)?graphml[\s>]", start) else "json-ld"


__all__ = ["FORMATS", "Format", "format_of"]
