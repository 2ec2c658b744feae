"""Lines as HTML for a notebook: what the terminal shows, with its colours. All text of the records is escaped."""

from collections.abc import Iterable
from html import escape

from provenance.report.lines import Line, Style, wrap

_CSS = {
    Style.STRONG: "font-weight:bold",
    Style.FAINT: "opacity:.65",
    Style.ORIGIN: "color:#2a7d2e",
    Style.WARN: "color:#9a6700",
    Style.BAD: "color:#c62828;font-weight:bold",
    Style.STRUCK: "text-decoration:line-through;opacity:.65",
    Style.HEADING: "color:#00707f;font-weight:bold",
}


def html_of(lines: Iterable[Line], width: int) -> str:
    """Give lines as one block, none wider than `width` signs."""
    rows = "\n".join("".join(_span(text, style) for text, style in row) for row in wrap(lines, width))
    return f'<pre style="line-height:1.3;white-space:pre-wrap">{rows}</pre>'


def _span(text: str, style: Style) -> str:
    css = _CSS.get(style) if text else None
    return f'<span style="{css}">{escape(text)}</span>' if css else escape(text)
