"""Mermaid flowcharts (https://mermaid.js.org/syntax/flowchart.html), read from its version 10 on.

Ids are allocated and every text is quoted. In quoted text Mermaid still reads entities, HTML, directives (`%%{`),
icons (`fa:fa-…`) and formulas (`$$`), its early version 11 Markdown too (lists, links, emphasis), and its preprocessing
drops the last `;` behind `style…:…#`. So whatever can begin one of these is written as `#NN;`, the character's number.
"""

import re

from provenance.export import Output
from provenance.export.figure import Figure, FigureEdge, FigureNode
from provenance.export.words import claim_words, edge_words, fell, in_doubt, node_lines, status_words

MOST_EDGES = 500
MOST_CHARACTERS = 50_000
"""What Mermaid draws unless it is set up otherwise (`maxEdges`, `maxTextSize`)."""

_ACTING = re.compile(
    r'["#&<>`|\\*_@\[]'
    r"|([%$~])(?=\1)"  # directives, formulas, fences: `%%{`, `$$`, `~~~`
    r"|:(?! )"  # icons, addresses, `style:#`
    r"|^[-+=]|^[0-9]{1,9}[.)]|www\."  # Markdown: lists, rules, headings, addresses
    r"|[\ufb02\u00b6]",  # what Mermaid itself puts in the place of entities: `ﬂ°…¶ß`
    re.IGNORECASE,
)
_STYLES = (
    "classDef origin stroke-width:3px,stroke:#7a5200,fill:#ffe8b3,color:#000",
    "classDef fallen stroke-dasharray:5 5,stroke:#666,fill:#ddd,color:#000",
)


def render(figure: Figure) -> tuple[Output, ...]:
    """Write a figure as one flowchart, those who cite above what they cite.

    A figure beyond what Mermaid draws by default is written whole, and a comment at the top says so.
    """
    lines = [
        "flowchart TD",
        f"  accTitle: {_escaped(claim_words(figure))}",
        f"  accDescr: {_escaped(status_words(figure))}",
        *(f"  {_node(node, figure)}" for node in figure.nodes),
        *(f"  {_edge(edge)}" for edge in figure.edges),
        *(f"  {style}" for style in _STYLES),
        *_classes("origin", [node.id for node in figure.nodes if node.origin]),
        *_classes("fallen", [node.id for node in figure.nodes if fell(node)]),
    ]
    text = "\n".join(lines) + "\n"
    return (Output("", _warnings(figure, text) + text),)


def _warnings(figure: Figure, text: str) -> str:
    found = []
    if len(figure.edges) > MOST_EDGES:
        found.append(f"%% {len(figure.edges)} citations: Mermaid draws {MOST_EDGES} unless maxEdges is raised\n")
    characters = len(text.encode("utf-16-le")) // 2
    if characters > MOST_CHARACTERS:
        found.append(f"%% {characters} characters: Mermaid reads {MOST_CHARACTERS} unless maxTextSize is raised\n")
    return "".join(found)


def _node(node: FigureNode, figure: Figure) -> str:
    label = "<br/>".join(_escaped(line) for line in node_lines(node, figure))
    if node.origin:
        return f'{node.id}{{{{"{label}"}}}}'
    return f'{node.id}["{label}"]' if node.status else f'{node.id}("{label}")'


def _edge(edge: FigureEdge) -> str:
    arrow = "-.->" if in_doubt(edge) or edge.not_said else "-->"
    words = _escaped(edge_words(edge))
    return f'{edge.citing} {arrow}|"{words}"| {edge.cited}' if words else f"{edge.citing} {arrow} {edge.cited}"


def _classes(name: str, ids: list[str]) -> list[str]:
    return [f"  class {','.join(ids)} {name}"] if ids else []


def _escaped(text: str) -> str:
    return _ACTING.sub(lambda found: f"{found.group()[:-1]}#{ord(found.group()[-1])};", text)
