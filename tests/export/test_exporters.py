"""Every exporter over every case: golden, shuffled, hostile text, read back by a third party."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from provenance.export import EXPORTERS, Output
from provenance.export.figure import Export, Figure, export_of
from provenance.export.tables import guarded
from provenance.export.words import edge_words, node_lines, wrapped
from provenance.export.xlsx import in_cell
from provenance.read import read_texts
from provenance.safe import one_line, visible
from provenance.trace import Tracer
from tests.conftest import GOLDEN
from tests.export.cases import cases
from tests.export.hostile import HOSTILE, hostile_export, hostile_figure
from tests.export.readers import READ_ELSEWHERE, READERS, Seen
from tests.oracle import Records
from tests.records import shuffled, workspaces, written

Compare = Callable[[str, str], None]
Reader = Callable[[tuple[Output, ...]], Seen]

DRAWN = ("dot", "mermaid", "markdown")

NO_GOLDEN = {"html"}
"""Most of it is a style and a script that are files of their own; tests/export/test_page.py reads the rest."""

every_format = pytest.mark.parametrize("name", EXPORTERS)
every_case = pytest.mark.parametrize("case", cases())
every_reader = pytest.mark.parametrize(
    ("name", "reader"), [(name, reader) for name in EXPORTERS for reader in READERS.get(name, ())]
)


def expected(name: str, figure: Figure) -> Seen:
    """Say what a reader should see: in drawings all lines of a node and the words of citations, else labels."""
    if name in DRAWN:
        return Seen(
            {node.id: "\n".join(node_lines(node, figure)) for node in figure.nodes},
            sorted((edge.citing, edge.cited, edge_words(edge)) for edge in figure.edges),
        )
    form = FORMS.get(name, str)
    return Seen(
        {node.id: form(node.label) or (node.kind.value if name == "svg" else "") for node in figure.nodes},
        sorted((edge.citing, edge.cited, "") for edge in figure.edges),
    )


def hostile(name: str) -> Figure | Export:
    """Give hostile text as the format takes it: in a figure, or in records."""
    return hostile_export() if EXPORTERS[name].whole else hostile_figure()


def in_box(text: str) -> str:
    return " ".join(wrapped(text))


FORMS: dict[str, Callable[[str], str]] = {
    "csv": guarded,
    "graphml": one_line,
    "gexf": one_line,
    "xlsx": in_cell,
    "svg": in_box,
}
"""What becomes of a label, in the formats that do not hold it as it is."""


def test_every_format_is_read_back() -> None:
    assert {*READERS, *READ_ELSEWHERE} == {*EXPORTERS}
    for name, module in READ_ELSEWHERE.items():
        assert name in (Path(__file__).parent / module).read_text(), (name, module)


@every_format
@every_case
def test_writes_the_golden_file(name: str, case: str, golden: Compare) -> None:
    for output in EXPORTERS[name].render(cases()[case].export()):
        if (
            isinstance(output.content, str) and name not in NO_GOLDEN
        ):  # what is no text changes with the versions of what compresses it
            golden(f"export/{case}{output.name}{EXPORTERS[name].suffix}", output.text)


def test_keeps_no_golden_file_that_nothing_writes() -> None:
    names = {
        f"{case}{output.name}{exporter.suffix}"
        for case in cases()
        for exporter in EXPORTERS.values()
        for output in exporter.render(cases()[case].export())
        if isinstance(output.content, str) and exporter.name not in NO_GOLDEN
    }
    assert {path.name for path in Path(GOLDEN / "export").iterdir()} == names | {
        f"{case}.trace.json" for case in cases()
    }


@pytest.mark.no_cover  # it covers what others do, many times over
@pytest.mark.parametrize("name", [name for name in EXPORTERS if name != "png"])  # drawn from the bytes of svg, and slow
@every_case
def test_the_order_of_records_changes_no_byte(name: str, case: str) -> None:
    found = cases()[case]
    records: Records = {}
    for text in found.texts.values():
        for section, value in yaml.safe_load(text).items():
            records[section] = value if section not in records else {**records[section], **value}
    records.pop("case", None)  # it belongs to a file, and is shown with the claims of that file
    here = EXPORTERS[name].render(found.export(written(records)))
    for seed in range(5):
        other = found.export(shuffled(records, random.Random(seed)))
        assert here == EXPORTERS[name].render(other)


@pytest.mark.no_cover
@settings(deadline=None, database=None, max_examples=10, suppress_health_check=list(HealthCheck))
@given(workspaces(), st.randoms(use_true_random=False))
def test_the_order_of_random_records_changes_no_byte(records: Records, order: random.Random) -> None:
    one = Tracer(read_texts(written(records)).workspace)
    other = Tracer(read_texts(shuffled(records, order)).workspace)
    for claim in records["claims"]:
        first, second = export_of(one, [one.trace(claim)]), export_of(other, [other.trace(claim)])
        # Two outlets that one report does not name are told apart by nothing but their order in it.
        assume(not any(node.id.startswith("unnamed:") and node.id.endswith(":2") for node in first.nodes))
        assert first.figure == second.figure
        for name in {*EXPORTERS} - {"png"}:
            assert EXPORTERS[name].render(first) == EXPORTERS[name].render(second)


@pytest.mark.no_cover  # it covers what others do, many times over
@every_reader
@every_case
def test_others_read_it_back(name: str, reader: Reader, case: str) -> None:
    found = cases()[case].export()
    assert reader(EXPORTERS[name].render(found)) == expected(name, found.figure)


@pytest.mark.no_cover  # it covers what others do, many times over
@every_reader
def test_others_read_hostile_text_back(name: str, reader: Reader) -> None:
    found = hostile(name)
    figure = found.figure if isinstance(found, Export) else found
    assert reader(EXPORTERS[name].render(found)) == expected(name, figure)


@pytest.mark.parametrize("name", [n for n in READERS if n not in DRAWN and not EXPORTERS[n].whole])
@settings(deadline=None, database=None, max_examples=50)
@given(texts=st.lists(st.text(), min_size=1, max_size=5))
def test_any_text_is_read_back(name: str, texts: list[str]) -> None:
    found = hostile_figure(tuple(texts))
    assert READERS[name][0](EXPORTERS[name].render(found)) == expected(name, found)


@pytest.mark.no_cover  # it covers what others do, many times over
@every_format
def test_nothing_acts_in_the_text_itself(name: str) -> None:
    for output in EXPORTERS[name].render(hostile(name)):
        if isinstance(output.content, str):
            assert all(line == visible(line) for line in output.text.replace("\r\n", "\n").split("\n"))


@pytest.mark.parametrize("text", HOSTILE, ids=repr)
def test_drawings_hold_the_label_in_full_or_cut_it_visibly(text: str) -> None:
    figure = hostile_figure((text,))
    lines = node_lines(figure.nodes[0], figure)
    label = " ".join(one_line(text).split(" "))
    assert " ".join(lines).startswith(label) or any(line.endswith("…") for line in lines)
