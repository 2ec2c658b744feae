"""The same promises over inputs that are well made: what bytes alone seldom reach."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.corpus.columns import TABLES, Holds
from tests.export.hostile import HOSTILE
from tests.fuzz.targets import TARGETS
from tests.oracle import Records
from tests.records import workspaces, written

pytestmark = pytest.mark.no_cover  # it covers what others do, many times over


briefly = settings(deadline=None, database=None, max_examples=40, suppress_health_check=list(HealthCheck))

ODD = st.sampled_from([text for text in HOSTILE if 0 < len(text) < 100]) | st.text(min_size=1, max_size=8)
SHORT = st.sampled_from(["a", "b", "c", "wire", "2025", "2025-09-03?", "en", "GB", "unnamed", "https://wire.example/1"])
TEXT = SHORT | ODD


def as_files(texts: Mapping[str, str]) -> bytes:
    """Write files as one input of a target."""
    return "".join(f"%% {name}\n{text}" for name, text in texts.items()).encode("utf-8", "backslashreplace")


TEXTS_OF = {
    "claims": ("text",),
    "outlets": ("name", "owner"),
    "parties": ("name",),
    "sources": ("name", "described_as"),
    "reports": ("title", "author", "url", "archived"),
}
"""Fields that hold any text, by section."""


@briefly
@given(
    workspaces(),
    st.lists(st.tuples(st.sampled_from(sorted(TEXTS_OF)), st.integers(0, 99), st.integers(0, 9), ODD), max_size=8),
)
def test_records_with_odd_texts(found: Records, odd: list[tuple[str, int, int, str]]) -> None:
    for section, record, field, text in odd:
        rows = found.get(section) or {}
        row = list(rows.values())[record % len(rows)] if rows else None
        fields = TEXTS_OF[section]
        if isinstance(row, dict):
            name = fields[field % len(fields)]
            if name in row:
                row[name] = text
    texts = written(found)
    TARGETS["records"].run(as_files({f"f{n}.yaml": text for n, text in enumerate(texts.values())}))
    TARGETS["records"].run(yaml.safe_dump(found, sort_keys=False).encode())


IDS = st.sampled_from(["a", "b", "c", "d e", "a", 1, 0, -1, "\u202e"])
ATTRIBUTES = st.dictionaries(
    st.sampled_from(
        [
            "label",
            "name",
            "outlet",
            "title",
            "url",
            "published",
            "claim",
            "stance",
            "kind",
            "quote",
            "record",
            "status",
            "x y",
        ]
    ),
    TEXT | st.none() | st.integers() | st.booleans() | st.floats(allow_nan=False) | st.lists(TEXT, max_size=2),
    max_size=4,
)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Draw nodes, some with the id of another, and edges, some to nowhere."""
    nodes = [{**draw(ATTRIBUTES), "id": draw(IDS)} for _ in range(draw(st.integers(0, 5)))]
    edges = [{**draw(ATTRIBUTES), "source": draw(IDS), "target": draw(IDS)} for _ in range(draw(st.integers(0, 6)))]
    return nodes, edges


@briefly
@given(graphs(), st.sampled_from(["links", "edges"]), ATTRIBUTES)
def test_node_link_graphs(graph: tuple[list[Any], list[Any]], name: str, about: dict[str, Any]) -> None:
    nodes, edges = graph
    TARGETS["import-json"].run(json.dumps({"nodes": nodes, name: edges, "graph": about, "directed": True}).encode())


@briefly
@given(graphs(), ATTRIBUTES)
def test_cytoscape_graphs(graph: tuple[list[Any], list[Any]], about: dict[str, Any]) -> None:
    nodes, edges = ([{"data": each} for each in some] for some in graph)
    TARGETS["import-cytoscape"].run(json.dumps({"data": about, "elements": {"nodes": nodes, "edges": edges}}).encode())


RELATIONS = {
    "wasDerivedFrom": ("prov:generatedEntity", "prov:usedEntity"),
    "wasAttributedTo": ("prov:entity", "prov:agent"),
    "actedOnBehalfOf": ("prov:delegate", "prov:responsible"),
    "specializationOf": ("prov:specificEntity", "prov:generalEntity"),
    "hadMember": ("prov:collection", "prov:entity"),
}
NAMES = st.sampled_from(["ex:a", "ex:b", "c", "ex:desk", "_:x", "no:where", "ex:a b"])
LITERAL = (
    TEXT
    | st.integers()
    | st.fixed_dictionaries({"$": TEXT, "type": st.sampled_from(["xsd:date", "prov:QUALIFIED_NAME", ""])})
)
SAID = st.dictionaries(
    st.sampled_from(
        [
            "prov:label",
            "prov:type",
            "dcterms:title",
            "schema:url",
            "schema:datePublished",
            "foaf:name",
            "ex:odd",
            "prov:value",
        ]
    ),
    LITERAL | st.lists(LITERAL, max_size=2),
    max_size=3,
)


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a PROV document: entities, agents, and relations between any of them."""
    found: dict[str, Any] = {"prefix": {"ex": "https://example.org/"}}
    for kind in ("entity", "agent", "activity"):
        found[kind] = draw(st.dictionaries(NAMES, SAID | st.lists(SAID, max_size=2), max_size=3))
    for name, (one, other) in RELATIONS.items():
        rows = draw(st.lists(st.tuples(NAMES, NAMES, SAID), max_size=2))
        found[name] = {f"_:{n}": {**said, one: a, other: b} for n, (a, b, said) in enumerate(rows)}
    return found


@briefly
@given(documents())
def test_prov_documents(document: dict[str, Any]) -> None:
    TARGETS["import-prov-json"].run(json.dumps(document).encode())


CELLS: dict[Holds, st.SearchStrategy[Any]] = {
    Holds.TEXT: TEXT,
    Holds.TEXTS: st.lists(TEXT, max_size=3),
    Holds.NUMBER: st.integers(-2, 3) | st.integers(),
    Holds.FLAG: st.booleans(),
}
NEEDED = {
    "kind": ["anonymous", "named", "same_wording", "report", "source", "outlet"],
    "stance": ["supports", "denies", "silent"],
    "claim": ["c", "d"],
    "report": ["a", "b"],
}


@st.composite
def rows(draw: st.DrawFn, table: str) -> dict[str, Any]:
    """Draw a row of a table: its needed cells, and a few others."""
    found = {}
    for column in TABLES[table]:
        if column.needed or draw(st.integers(0, 3)) == 0:
            wanted = st.sampled_from(NEEDED[column.name]) if column.name in NEEDED else CELLS[column.holds]
            found[column.name] = draw(wanted)
    return found


@settings(briefly, max_examples=25)
@given(st.data())
def test_corpus_tables(data: st.DataObject) -> None:
    tables = {table: data.draw(st.lists(rows(table), max_size=4)) for table in TABLES}
    tables["reports"] += [{"id": "a", "outlet": "wire"}, {"id": "b", "outlet": "blog"}]
    lines = {name: "".join(json.dumps(row) + "\n" for row in found) for name, found in tables.items()}
    TARGETS["corpus-jsonl"].run(as_files(lines))


PIECES = st.sampled_from(
    [
        *("The mayor said ", "according to Harbour Wire, ", '"it is shut"', "“it is not”", "‘so’", "he denied ", "Gazette reported that "),
        *("it is so", ". ", ", ", "\n\n", "\n", "sources close to the port ", "who asked not to be named, ", "it was learned ", " — ", "„ja“ ", "«нет» "),
        *("told The Herald", "By Ann Writer", "not ", "two officials ", "\u202e", "\x00", "\x1b[31m", "\u2028", "# ", "- ", "%% x\n"),
    ]
)  # fmt: skip


@settings(briefly, max_examples=80)
@given(st.lists(PIECES, max_size=14), st.sampled_from(["", "%% de\n", "%% tr\n", "%% ru\n", "%% xx\n"]))
def test_articles_of_attributions(pieces: list[str], language: str) -> None:
    TARGETS["draft-text"].run((language + "".join(pieces)).encode())


@briefly
@given(
    st.lists(
        PIECES
        | st.sampled_from(
            [
                "<p>",
                "</p>",
                "<a href='https://x.example/1'>",
                "</a>",
                "<blockquote>",
                "<h1>",
                "<br>",
                "<li>",
                "&#x202e;",
            ]
        ),
        max_size=14,
    )
)
def test_pages_of_attributions(pieces: list[str]) -> None:
    TARGETS["draft-page"].run(("<html lang=en><article><p>" + "".join(pieces)).encode())
