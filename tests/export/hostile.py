"""Text that breaks programs, and a figure and records made of it."""

import json
from dataclasses import replace

from provenance.export.figure import Export, Figure, FigureClaim, FigureEdge, FigureNode, export_of
from provenance.graph import NodeKind
from provenance.json_text import inert
from provenance.read import read_texts
from provenance.trace import Tracer
from provenance.trace.answer import Doubt, OriginKind, Status

HOSTILE = (
    "plain",
    " blanks  around ",
    '"]; evil',
    '"); evil --> n0',
    "quote \" apostrophe ' backtick `",
    "ends in a backslash \\",
    '\\N \\G \\n \\l \\" \\\\',
    "<b>bold</b>",
    "<table><tr><td>x</td></tr></table>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "]]> <![CDATA[ <!-- --> <?php ?>",
    "a & b &amp; &lt; &#65; &copy; #quot; #35; #amp;",
    "end",
    "graph TD subgraph click style",
    "%%{init: {'theme':'dark'}}%% %% comment",
    'lifestyle:"x" classDef a:#fff;',
    "a | b || c",
    "--> n0 -.-> ==> ~~~ ~~",
    "---\ntitle: x\n---",
    "fa:fa-bomb $$x^2$$ ﬂ°°60¶ß",
    "1. first",
    "- minus\n+ plus\n# heading",
    "=== rule",
    "**bold** _em_ `code` [link](javascript:alert(1)) https://evil.example www.evil.example a@evil.example",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "  =1+1",
    "\t=1+1",
    "\r\n=1+1",
    "＝1+1",
    "comma, semicolon; tab\t'",
    "line\nbreak\r\nand\rmore",
    "\x00\x07\x08\x1b[31mred\x1b]0;title\x07\x7f\x85\x9b31m",
    "bidi \u202egnp.exe\u202c \u2066isolate\u2069 \u200f\u061c",
    "separators \u2028 \u2029 \ufeff \u200b",
    "\ufffe\uffff",
    "العربية עברית",
    "日本語 한국어 Ελληνικά Київ",
    "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301",
    "{{ jinja }} {% raw %} ${shell} $(rm) {0} %s %n",
    "'; DROP TABLE nodes;--",
    "../../etc/passwd",
    "None",
    "",
    " ",
    "long " * 200,
    "x" * 100_000,
)


def hostile_figure(texts: tuple[str, ...] = HOSTILE) -> Figure:
    """Make a figure with every hostile text in every place that a record can put text into."""
    first = FigureNode(id="n0", record="r", kind=NodeKind.STATEMENT, label="first")
    nodes = tuple(
        replace(
            first,
            id=f"n{number}",
            record=text,
            label=text,
            title=text,
            claim=text,
            outlet=text,
            published=text,
            origin=OriginKind.ANONYMOUS if number % 2 else None,
            group=number if number % 2 else None,
            doubt=Doubt.UNCLEAR if number % 3 else None,
            status=("live", "retracted")[number % 2],
            url=f"https://example.org/{text}",
            quote=text,
        )
        for number, text in enumerate(texts)
    )
    edges = tuple(
        FigureEdge(
            citing=node.id, cited="n0", hardens=(node.label,), changes=(node.label,), quote=node.label, url=node.label
        )
        for node in nodes
    )
    claim = FigureClaim(
        id="c",
        text=" ".join(texts)[:5_000],
        status=Status.MULTIPLE_ORIGINS,
        origins_min=2,
        origins_max=3,
        independence=" ".join(texts)[:1_000],
    )
    return Figure(claims=(claim,), as_of=texts[-1][:100], nodes=nodes, edges=edges)


def hostile_export(texts: tuple[str, ...] = HOSTILE) -> Export:
    """Export records with every hostile text that is not blank in every place that a person can put it in.

    The first is the claim's; the reports r0, r1, … have the texts in order, each cites the one before it.
    """
    told = [text for text in texts if text.strip()]
    cited: list[object] = [{"report": f"r{number}", "quote": text} for number, text in enumerate(told)]
    reports = {
        f"r{number}": {
            "outlet": f"outlet-{number}",
            "title": text,
            "author": text,
            "url": f"https://example.org/{text}",
            "archived": f"https://archive.example/{text}",
            "published": "2025-09-03",
            "says": [
                {
                    "claim": "c",
                    "quote": text,
                    "details": {"a detail": text},
                    "cites": [*cited[max(number - 1, 0) : number], "s"],
                }
            ],
        }
        for number, text in enumerate(told)
    }
    records = {
        "claims": {"c": {"text": " ".join(told)[:5_000], "could_confirm": ["p"]}},
        "outlets": {f"outlet-{number}": {"name": f"{number} {text}"} for number, text in enumerate(told)},
        "parties": {"p": {"name": told[-1]}},
        "sources": {"s": {"kind": "named", "name": told[0], "described_as": told[-1], "party": "p"}},
        "reports": reports,
        "responses": [{"by": "p", "claim": "c", "stance": "declines", "quote": text} for text in told],
    }
    loaded = read_texts({"a.yaml": inert(json.dumps(records, ensure_ascii=False))})
    assert loaded.usable, loaded.problems
    tracer = Tracer(loaded.workspace)
    return export_of(tracer, [tracer.trace("c")])
