"""How a drawing looks: one stylesheet, in light and in dark.

It speaks of `svg.provenance` only, so that inside a page it styles nothing else, and has neither variables nor nested
rules, which Inkscape, librsvg and resvg do not read; these pass over the dark half. What colour tells, a stroke and a
word tell too.
"""

_LIGHT = {
    "paper": "#ffffff",
    "ink": "#1b1f24",
    "faint": "#59636e",
    "band": "#f1f4f7",
    "undated": "#c3cad2",
    "box": "#ffffff",
    "line": "#6b7682",
    "origin": "#7a4a00",
    "gilt": "#fff3da",
    "drift": "#b3261e",
    "loop": "#6b3fa0",
    "fallen": "#e6e8eb",
}
_DARK = {
    "paper": "#14171b",
    "ink": "#e8eaed",
    "faint": "#a5b0bc",
    "band": "#1e2329",
    "undated": "#4a5460",
    "box": "#262c33",
    "line": "#8b97a3",
    "origin": "#f0b44c",
    "gilt": "#3a2e17",
    "drift": "#ff8a80",
    "loop": "#c7a6f5",
    "fallen": "#30343a",
}
_COLOURS = (
    ("fill", "paper", ".ground, .badge-text"),
    ("stroke", "paper", ".core"),
    ("fill", "ink", "text"),
    ("fill", "faint", ".tick, .title, .said, .mark"),
    ("fill", "band", ".band"),
    ("stroke", "undated", ".band.undated"),
    ("fill", "box", ".box"),
    ("stroke", "line", ".box, .line, .rule"),
    ("fill", "line", ".head"),
    ("fill", "gilt", ".origin .box"),
    ("stroke", "origin", ".origin .box, .ring"),
    ("fill", "origin", ".badge"),
    ("fill", "fallen", ".fallen .box"),
    ("fill", "drift", ".fell, .drift .head, .drift .said"),
    ("stroke", "drift", ".drift .line"),
    ("fill", "loop", ".loop-text, .loop .head, .edge.loop .said"),
    ("stroke", "loop", ".loop .line, .node.loop .box"),
    ("fill", "paper", ".badge-text"),
)
FONTS = '"Helvetica Neue", Helvetica, Arial, "Liberation Sans", "Noto Sans", "DejaVu Sans", sans-serif'
"""The fonts of a drawing, the first that is there."""
_SHAPES = f"""
text {{ font-family: {FONTS}; \
font-size: 12px; text-anchor: middle; }}
.name, .claim, .heading, .fell, .badge-text, .tick {{ font-weight: bold; }}
.name {{ font-size: 13px; }}
.claim {{ font-size: 17px; }}
.heading {{ font-size: 14px; }}
.said {{ font-size: 11px; }}
.left, .claim, .heading, .tick {{ text-anchor: start; }}
.ring, .line, .core, .rule {{ fill: none; }}
.box {{ stroke-width: 1.2; }}
.origin .box {{ stroke-width: 2.4; }}
.node.loop .box {{ stroke-width: 2.4; }}
.fallen .box {{ stroke-dasharray: 5 4; }}
.fallen .name, .fallen .title {{ text-decoration: line-through; }}
.line {{ stroke-width: 1.4; }}
.drift .line {{ stroke-width: 3; }}
.loop .line {{ stroke-width: 5; }}
.core {{ stroke-width: 2; }}
.doubt .line, .node.doubt .box, .node.doubt .ring {{ stroke-dasharray: 7 5; }}
.not-said .line {{ stroke-dasharray: 1 5; stroke-linecap: round; stroke-width: 2.2; }}
.band.undated {{ stroke-dasharray: 3 4; }}
a .name {{ text-decoration: underline; }}
"""


def _scoped(selectors: str) -> str:
    return ", ".join(f"svg.provenance {selector}" for selector in selectors.split(", "))


def _coloured(colours: dict[str, str]) -> str:
    return "\n".join(f"{_scoped(where)} {{ {what}: {colours[name]}; }}" for what, name, where in _COLOURS)


def _shaped() -> str:
    rules = (rule.partition(" {") for rule in _SHAPES.strip().split("\n"))
    return "\n".join(f"{_scoped(selectors)} {{{rest}" for selectors, _, rest in rules)


STYLE = f"{_shaped()}\n{_coloured(_LIGHT)}\n@media (prefers-color-scheme: dark) {{\n{_coloured(_DARK)}\n}}"
"""The stylesheet inside a drawing."""
