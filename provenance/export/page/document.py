"""A page as one HTML file, which asks for no other and runs no script but its own.

Content Security Policy (https://www.w3.org/TR/CSP3/): nothing is allowed but the style sheets and the script whose
digests it names, so that no text from the records can act, even were it not escaped.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from importlib.resources import files

from provenance.export.drawing.draw import svg_elements
from provenance.export.drawing.layout import place
from provenance.export.page.claims import claim_section, status_chip, verdict
from provenance.export.page.controls import controls, keys, legend, replay_controls
from provenance.export.page.markup import NOTHING, Markup, el
from provenance.export.page.model import ClaimView, Dossier, Page
from provenance.export.page.tables import records_table
from provenance.json_text import inert

_ABOUT = (
    "Made by provenance from records that people wrote. It says how independently a claim is reported and what is "
    "missing, never whether it is true. This page asks the network for nothing."
)

_CHOOSE = (
    "Choose a claim to see its part of the picture alone, with its answer, and to replay it date by date. With all "
    "claims the answers stand one below the other."
)


def document(page: Page) -> str:
    """Write the page."""
    css, script = _own("page.css"), _own("page.js")
    body = _body(page)
    drawn = {found for part in body for found in re.findall("<style>(.*?)</style>", part, re.DOTALL)}
    head = [
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_policy([css, *sorted(drawn)], script)),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="color-scheme", content="light dark"),
        el("link", rel="icon", href="data:,"),
        el("title", f"{page.plate.title} – provenance"),
        el("style", Markup(css)),
    ]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            el("head", *_lines(head)),
            el("body", *_lines([*body, el("script", Markup(script))])),
            "</html>\n",
        ]
    )


def _own(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _policy(styles: Iterable[str], script: str) -> str:
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src {' '.join(map(_digest, styles))}",
            f"script-src {_digest(script)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ]
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _lines(parts: Iterable[Markup]) -> Iterable[Markup]:
    return (Markup(f"\n{part}") for part in parts if part)


def _body(page: Page) -> list[Markup]:
    alone = len(page.claims) == 1
    answers = [claim_section(view, number, alone=alone) for number, view in enumerate(page.claims)]
    table = el("h2", "What is on record", id="records-title") + records_table(page.records)
    return [
        el("a", "Skip to the table of records", href="#records", class_="skip"),
        _plate(page),
        el(
            "main",
            _picture(page),
            el("div", *_lines(answers), class_="answers"),
            el("section", table, id="records", aria_labelledby="records-title"),
        ),
        el("aside", id="details", hidden=True, tabindex=-1, aria_labelledby="details-title"),
        el("footer", el("p", _ABOUT)),
        el("div", id="words", hidden=True),
        el("script", Markup(_data(page)), type="application/json", id="data"),
    ]


def _plate(page: Page) -> Markup:
    alone = len(page.claims) == 1
    dossiers = page.plate.dossiers
    fields = [_dossier(dossier) if len(dossiers) == 1 else _folded(dossier) for dossier in dossiers]
    shown = [("Cut-off date", page.plate.cutoff), *([("Shown", page.plate.left_out)] if page.plate.left_out else [])]
    cutoff = el("dl", *(_field(name, el("span", text)) for name, text in shown))
    return el(
        "header",
        el("div", el("h1", page.plate.title, dir="auto"), verdict(page.claims[0]) if alone else NOTHING),
        el("div", *fields, cutoff, class_="plate"),
        NOTHING if alone else _contents(page.claims),
    )


def _dossier(dossier: Dossier) -> Markup:
    title = el("p", dossier.title, class_="dossier", dir="auto")
    fields = (
        _field(name, el("details", el("summary", "read"), el("p", text, dir="auto")) if name == "Notes" else text)
        for name, text in dossier.fields
    )
    return title + el("dl", *fields)


def _folded(dossier: Dossier) -> Markup:
    title = el("summary", dossier.title or "Untitled", class_="dossier", dir="auto")
    return el("details", title, el("dl", *(_field(name, text) for name, text in dossier.fields)))


def _field(name: str, text: str) -> Markup:
    return el("div", el("dt", name), el("dd", text, dir="auto"))


def _contents(claims: Sequence[ClaimView]) -> Markup:
    links = [
        el(
            "li",
            el("a", view.text or view.id, href=f"#claim-{number}", dir="auto"),
            " ",
            status_chip(view.status),
            el("span", f" {view.count} · {view.reports}", class_="count"),
        )
        for number, view in enumerate(claims)
    ]
    every = el("li", el("a", "All claims", href="#claims"), id="all-claims", hidden=True)
    return el(
        "nav",
        el("h2", "Claims", id="claims-title"),
        el("p", _CHOOSE, class_="note", id="choose", hidden=True),
        el("ul", every, *links),
        id="claims",
        aria_labelledby="claims-title",
    )


def _picture(page: Page) -> Markup:
    layout = place(page.figure)
    svg = Markup(svg_elements(page.figure, layout, plate=False))
    return el(
        "section",
        el("h2", "Who rests on whom", id="picture-title"),
        controls(page),
        replay_controls(),
        el("div", svg, id="canvas", role="region", aria_labelledby="picture-title", tabindex=0),
        keys(),
        legend(page, layout),
        id="picture",
        aria_labelledby="picture-title",
    )


def _data(page: Page) -> str:
    """Write what the script works with as JSON that cannot end its element: citations by node, claims step by step."""
    numbers = {node.id: number for number, node in enumerate(page.figure.nodes)}
    data = {
        "edges": [[numbers[edge.citing], numbers[edge.cited]] for edge in page.figure.edges],
        "claims": [
            {
                "enters": view.replay.enters,
                "falls": view.replay.falls,
                "steps": [
                    [step.label, step.status, step.standing, step.meaning, ", ".join(step.open)]
                    for step in view.replay.steps
                ],
            }
            for view in page.claims
        ],
    }
    text = inert(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
