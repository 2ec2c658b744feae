"""docs/reference/graph.schema.json describes every graph that `export --format json` writes, and nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from provenance.export import EXPORTERS
from provenance.export.figure import Figure, FigureEdge, FigureNode, export_of
from provenance.export.flat import names_of, values_of_figure
from provenance.graph import NodeKind
from provenance.model import Attribution, Certainty, Mode, Stance
from provenance.read import load
from provenance.trace import Shape, Tracer
from provenance.trace.answer import Doubt, OriginKind, Status
from tests.export.cases import DATA, cases
from tests.export.hostile import hostile_figure

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/reference/graph.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def graph_of(figure: Figure) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(EXPORTERS["json"].render(figure)[0].text)
    return found


def faults(graph: object) -> list[str]:
    return [f"{list(found.absolute_path)}: {found.message}" for found in VALIDATOR.iter_errors(graph)]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("figure", [*(case.figure() for case in cases().values()), hostile_figure()])
def test_describes_every_graph(figure: Figure) -> None:
    assert faults(graph_of(figure)) == []


def test_describes_the_examples_each_and_all_together_and_in_part() -> None:
    tracer = Tracer(load(str(DATA)).workspace)
    answers = [tracer.trace(claim) for claim in tracer.workspace.claims]
    assert answers
    for answer in answers:
        assert faults(graph_of(export_of(tracer, [answer], Shape(depth=1)).figure)) == []
    assert faults(graph_of(export_of(tracer, answers).figure)) == []


def test_every_key_that_is_written_is_described() -> None:
    keys = SCHEMA["properties"]
    assert set(keys["nodes"]["items"]["properties"]) == {"id", "label", *names_of(FigureNode)}
    assert set(keys["edges"]["items"]["properties"]) == {"source", "target", "key", *names_of(FigureEdge)}
    assert set(keys["graph"]["properties"]) == set(values_of_figure(hostile_figure()))


@pytest.mark.parametrize(
    ("things", "name", "words"),
    [
        ("nodes", "kind", NodeKind),
        ("nodes", "stance", Stance),
        ("nodes", "certainty", Certainty),
        ("nodes", "origin", OriginKind),
        ("nodes", "doubt", Doubt),
        ("edges", "mode", Mode),
        ("edges", "attribution", Attribution),
    ],
)
def test_it_lists_the_words_of_the_program(things: str, name: str, words: Any) -> None:
    described = SCHEMA["properties"][things]["items"]["properties"][name]["enum"]
    assert [word for word in described if word is not None] == list(words)


def test_it_lists_the_status_of_a_claim() -> None:
    assert SCHEMA["properties"]["graph"]["properties"]["status"]["anyOf"][0]["enum"] == list(Status)


@pytest.mark.parametrize(
    ("place", "change"),
    [
        ((), {"links": []}),
        ((), {"directed": False}),
        (("graph",), {"status": "true"}),
        (("graph",), {"as_of": 2025}),
        (("nodes", 0), {"kind": "rumour"}),
        (("nodes", 0), {"status": "deleted"}),
        (("nodes", 0), {"id": "kyiv-post"}),
        (("nodes", 0), {"group": 0}),
        (("nodes", 0), {"title": ["a"]}),
        (("nodes", 0), {"verified": True}),
        (("edges", 0), {"not_said": "no"}),
        (("edges", 0), {"hardens": "claim"}),
        (("edges", 0), {"key": 0}),
    ],
    ids=str,
)
def test_a_graph_that_is_none_is_refused(place: tuple[str | int, ...], change: dict[str, Any]) -> None:
    graph = graph_of(cases()["s400"].figure())
    assert faults(graph) == []
    thing: Any = graph
    for step in place:
        thing = thing[step]
    thing.update(change)
    assert faults(graph)


@pytest.mark.parametrize("place", [(), ("graph",), ("nodes", 0), ("edges", 0)], ids=str)
def test_a_graph_that_lacks_a_key_is_refused(place: tuple[str | int, ...]) -> None:
    whole: Any = graph_of(cases()["s400"].figure())
    for step in place:
        whole = whole[step]
    for key in whole:
        graph: Any = graph_of(cases()["s400"].figure())
        thing = graph
        for step in place:
            thing = thing[step]
        del thing[key]
        assert faults(graph), key
