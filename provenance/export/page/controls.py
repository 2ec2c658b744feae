"""What a reader works the page with, shown only where its script runs, and the legend."""

from collections.abc import Sequence

from provenance.export.drawing import plate
from provenance.export.drawing.layout import Layout
from provenance.export.page.markup import Markup, el
from provenance.export.page.model import Page

_LEGEND_WIDTH = 700.0
_KEYS = (
    "Keys in the picture: left and right go from record to record, up and down through the citations of one; Enter "
    "opens a record or follows a citation, Escape closes."
)


def controls(page: Page) -> Markup:
    """Write search, filters and zoom."""
    return el(
        "form",
        el("label", "Search ", el("input", type="search", id="search", autocomplete="off")),
        *(_choice(name, choices) for name, choices in page.choices if choices),
        el("button", "Show all", type="button", id="show-all"),
        el("span", *map(_zoom, (("–", "out", "Smaller"), ("+", "in", "Larger"), ("Fit", "fit", "Fit the width")))),
        el("output", id="shown", aria_live="polite"),
        class_="controls",
        id="controls",
        role="search",
        hidden=True,
    )


def replay_controls() -> Markup:
    """Write the slider that replays a claim date by date."""
    return el(
        "section",
        el("label", "Replay as of ", el("output", id="moment", for_="date"), for_="date"),
        el("input", type="range", id="date", min=0, max=0, step=1),
        el("button", "Play", type="button", id="play"),
        el("p", id="then", aria_live="polite"),
        class_="replay",
        id="replay",
        aria_label="Replay",
        hidden=True,
    )


def keys() -> Markup:
    """Write how the picture is worked without a pointer."""
    return el("p", _KEYS, id="keys", class_="note", hidden=True)


def legend(page: Page, layout: Layout) -> Markup:
    """Draw the signs of the picture with what they mean."""
    drawn = plate.legend(page.figure, layout, _LEGEND_WIDTH)
    svg = el(
        "svg",
        Markup(drawn.markup),
        class_="provenance",
        role="group",
        aria_label="Signs of the picture",
        width=f"{_LEGEND_WIDTH:g}",
        viewBox=f"0 0 {_LEGEND_WIDTH:g} {drawn.height:g}",
    )
    return el("details", el("summary", "Legend"), svg, class_="legend", open=True)


def _choice(name: str, choices: Sequence[tuple[str, str]]) -> Markup:
    options = (el("option", text, value=value) for value, text in choices)
    return el("label", f"{name.capitalize()} ", el("select", el("option", "all", value=""), *options, id=f"by-{name}"))


def _zoom(button: tuple[str, str, str]) -> Markup:
    sign, id_, label = button
    return el("button", sign, type="button", id=f"zoom-{id_}", aria_label=label)
