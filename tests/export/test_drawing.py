"""Where everything in a drawing stands, and that the drawing is SVG in which nothing acts."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from provenance.export.drawing.draw import svg_elements
from provenance.export.drawing.layout import Layout, place
from provenance.export.drawing.time_axis import UNDATED, date_of, is_exact
from provenance.export.figure import Figure, FigureClaim, FigureEdge, FigureNode, export_of
from provenance.export.svg import render
from provenance.graph import NodeKind
from provenance.trace.answer import OriginKind, Status
from tests.export.cases import cases
from tests.export.hostile import hostile_figure
from tests.export.random_figures import random_figure
from tests.texts import tracer_of

SVG = "{http://www.w3.org/2000/svg}"
Box = tuple[float, float, float, float]

FIGURES = {
    **{case: found.figure() for case, found in cases().items()},
    **{f"random-{size}-{seed}": random_figure(seed, size) for size in (1, 2, 7, 30, 120) for seed in range(4)},
    "hostile-text": hostile_figure(),
}
every_figure = pytest.mark.parametrize("name", FIGURES)


def node_boxes(layout: Layout) -> list[Box]:
    return [(one.x, one.y, one.x + one.width, one.y + one.height) for one in layout.nodes]


def label_boxes(layout: Layout) -> list[Box]:
    labels = [edge.label for edge in layout.edges if edge.label is not None]
    return [(one.x, one.y, one.x + one.width, one.y + one.height) for one in labels]


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.no_cover  # it covers what others do, many times over
@every_figure
def test_no_two_boxes_overlap_and_none_leaves_the_drawing(name: str) -> None:
    layout = place(FIGURES[name])
    boxes = [*node_boxes(layout), *label_boxes(layout)]
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
    assert all(x >= layout.axis and y >= 0 for x, y, _, _ in boxes)
    assert all(right <= layout.width and bottom <= layout.height for _, _, right, bottom in boxes)


@pytest.mark.no_cover  # it covers what others do, many times over
@every_figure
def test_every_citation_runs_from_the_box_of_the_cited_to_that_of_the_citing(name: str) -> None:
    figure = FIGURES[name]
    layout = place(figure)
    boxes = dict(zip([node.id for node in figure.nodes], node_boxes(layout), strict=True))
    assert [node.id for node in layout.nodes] == [node.id for node in figure.nodes]
    assert [(edge.citing, edge.cited) for edge in layout.edges] == [(edge.citing, edge.cited) for edge in figure.edges]
    for edge in layout.edges:
        for end, (x, y) in ((edge.cited, edge.points[0]), (edge.citing, edge.points[-1])):
            left, top, right, bottom = boxes[end]
            assert left - 0.1 <= x <= right + 0.1
            assert min(abs(y - top), abs(y - bottom)) <= 0.1 or edge.citing == edge.cited


@pytest.mark.no_cover  # it covers what others do, many times over
@every_figure
def test_no_line_runs_through_the_box_of_another(name: str) -> None:
    figure = FIGURES[name]
    layout = place(figure)
    boxes = dict(zip([node.id for node in figure.nodes], node_boxes(layout), strict=True))
    for edge in layout.edges:
        others = [box for id_, box in boxes.items() if id_ not in (edge.citing, edge.cited)]
        for x, y in edge.points[1:-1]:
            assert not [box for box in others if box[0] < x < box[2] and box[1] < y < box[3]]


@pytest.mark.no_cover  # it covers what others do, many times over
@every_figure
def test_time_runs_down(name: str) -> None:
    """A report stands below all that were surely out before it, but for those whose date it cannot stand by."""
    figure = FIGURES[name]
    layout = place(figure)
    bands = [tick for tick in layout.ticks if tick.label != UNDATED]
    assert [band.y for band in layout.ticks] == sorted(band.y for band in layout.ticks)
    exact = [
        (date.earliest, placed.y)
        for node, placed in zip(figure.nodes, layout.nodes, strict=True)
        if (date := date_of(node)) is not None and date.earliest is not None and is_exact(node)
    ]
    for (one, y), (other, lower) in combinations(exact, 2):
        if len(bands) > 1 and abs(one - other) > 31 * 86_400:
            assert (y < lower) == (one < other)


@pytest.mark.no_cover  # it covers what others do, many times over
@every_figure
def test_the_same_figure_gives_the_same_bytes(name: str) -> None:
    assert render(FIGURES[name]) == render(FIGURES[name])


@pytest.mark.no_cover  # it covers what others do, many times over
@every_figure
def test_it_is_xml_with_an_element_for_every_node_and_citation(name: str) -> None:
    figure = FIGURES[name]
    (output,) = render(figure)
    root = ET.fromstring(output.text)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {node.id for node in figure.nodes} | {f"e{number}" for number in range(len(figure.edges))} <= set(ids)
    assert set(str(root.get("aria-labelledby")).split()) <= set(ids)


def acting(root: ET.Element) -> Iterator[str]:
    """Give what in a drawing could act or reach out, links apart."""
    for element in root.iter():
        name = element.tag.removeprefix(SVG)
        if name in ("script", "foreignObject", "image", "use", "animate", "set", "iframe"):
            yield name
        yield from (key for key in element.attrib if key.lower().startswith("on") or ("href" in key and name != "a"))
        if name == "style":
            yield from re.findall(r"url\(|@import|expression", element.text or "")


@pytest.mark.no_cover  # it covers what others do, many times over
@every_figure
def test_nothing_in_it_acts_and_links_are_of_the_web(name: str) -> None:
    root = ET.fromstring(render(FIGURES[name])[0].text)
    assert not list(acting(root))
    links = [str(element.get("href")) for element in root.iter(f"{SVG}a")]
    assert all(link.startswith(("http://", "https://")) for link in links)


def test_an_address_that_is_not_of_the_web_is_no_link() -> None:
    node = FigureNode(id="n0", record="r", kind=NodeKind.REPORT, label="R", url="javascript:alert(1)")
    assert "<a " not in render(_figure(node))[0].text
    assert 'href="https://r.example/"' in render(_figure(replace(node, url="https://r.example/")))[0].text


def _figure(*nodes: FigureNode, edges: tuple[FigureEdge, ...] = ()) -> Figure:
    claim = FigureClaim(
        id="c", text="It is so.", status=Status.SINGLE_ORIGIN, origins_min=1, origins_max=1, independence=None
    )
    return Figure(claims=(claim,), as_of=None, nodes=nodes, edges=edges)


def drawn(figure: Figure, id_: str) -> ET.Element:
    root = ET.fromstring(render(figure)[0].text)
    return next(element for element in root.iter() if element.get("id") == id_)


def words(element: ET.Element) -> list[str]:
    return ["".join(text.itertext()) for text in element.iter(f"{SVG}text")]


def test_what_is_drawn_is_said_in_words_too() -> None:
    node = FigureNode(
        id="n0",
        record="r",
        kind=NodeKind.STATEMENT,
        label="Wire",
        published="2025-09",
        origin=OriginKind.UNATTRIBUTED,
        group=1,
        status="retracted",
    )
    other = FigureNode(id="n1", record="s", kind=NodeKind.STATEMENT, label="Daily", claim="c")
    figure = _figure(node, other, edges=(FigureEdge(citing="n1", cited="n0", hardens=("claim",), not_said=True),))
    found = drawn(figure, "n0")
    assert set(str(found.get("class")).split()) == {"node", "statement", "origin", "fallen"}
    assert words(found) == ["Wire", "≈ 2025-09", "origin 1: unattributed", "RETRACTED"]
    cited = drawn(figure, "e0")
    assert set(str(cited.get("class")).split()) == {"edge", "drift", "not-said"}
    assert words(cited) == ["not in cited, hardens claim"]
    assert "".join(cited.itertext()).startswith("Daily cites Wire: ")


def test_right_to_left_text_is_written_so() -> None:
    node = FigureNode(id="n0", record="r", kind=NodeKind.REPORT, label="وكالة الأنباء")
    (name,) = [text for text in drawn(_figure(node), "n0").iter(f"{SVG}text") if text.get("class") == "name"]
    assert name.get("direction") == "rtl"


def test_a_long_title_is_cut_in_sight_and_whole_in_its_description() -> None:
    title = "word " * 13_000 + "end"
    node = FigureNode(id="n0", record="r", kind=NodeKind.REPORT, label="R", title=title)
    found = drawn(_figure(node), "n0")
    assert "…" in "".join(words(found))
    assert "end" not in "".join(words(found))
    assert found.findtext(f"{SVG}title", "").split("\n")[1] == title


@pytest.mark.parametrize("name", [*cases(), "hostile-text"])
def test_librsvg_draws_it(name: str) -> None:
    if shutil.which("rsvg-convert") is None:
        pytest.skip("rsvg-convert is not installed: the picture was not drawn by librsvg")
    picture = render(FIGURES[name])[0].text
    done = subprocess.run(["rsvg-convert", "-w", "200"], input=picture.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"\x89PNG\r\n")


def test_the_plate_gives_claim_status_count_period_and_cut_off() -> None:
    root = ET.fromstring(render(cases()["doubts"].figure())[0].text)
    (plate,) = (found for found in root.iter(f"{SVG}g") if found.get("class") == "plate")
    assert words(plate) == [
        "A asked B.",
        "multiple origins, independence not established, as of 2025-09-20 · 2 to 9 origins",
        "drawn: 10 reports, 2025-09-02 to 2025-09-07, 3 without a date",
    ]


def test_the_legend_names_what_the_picture_has_and_nothing_else() -> None:
    def legend(name: str) -> str:
        root = ET.fromstring(render(cases()[name].figure())[0].text)
        return " ".join(
            word for found in root.iter(f"{SVG}g") if found.get("class") == "legend" for word in words(found)
        )

    assert ("loop" in legend("loop"), "retracted" in legend("loop")) == (True, False)
    assert ("loop" in legend("doubts"), "retracted" in legend("doubts")) == (False, True)
    assert all("not whether the claim is true" in legend(name) for name in cases())


CASES = """
    claims: {c: One thing., d: Another., e: A third., f: {text: More of it., stronger_than: e}}
    reports:
      a: {outlet: A, says: c, published: 2020-01-01}
      b: {outlet: B, says: d, published: 2019-01-01, cites: a2}
      a2: {outlet: A, says: d, published: 2018}
      x: {outlet: X, says: e, published: 2021}
      y: {outlet: Y, says: f, published: 2022, cites: x}
"""


def test_what_has_nothing_to_do_with_each_other_stands_below_one_another() -> None:
    tracer = tracer_of(CASES)
    figure = export_of(tracer, [tracer.trace(claim) for claim in "cdef"]).figure
    layout = place(figure)
    at = {node.record: placed.y for node, placed in zip(figure.nodes, layout.nodes, strict=True)}
    first, second = layout.rules
    assert max(at["a2"], at["b"]) < first < at["a"] < second < min(at["x"], at["y"])
    assert at["a2"] < at["b"]
    assert 'class="rule"' in svg_elements(figure, layout)
    assert [heading.rows for heading in layout.headings] == [
        ("Another.",),
        ("One thing.",),
        ("A third. · More of it.",),
    ]


def test_one_claim_has_one_time_axis() -> None:
    tracer = tracer_of(CASES.replace("says: d, published: 2019-01-01, cites: a2", "says: c, published: 2019-01-01"))
    layout = place(export_of(tracer, [tracer.trace("c")]).figure)
    assert len(layout.nodes) == 2
    assert layout.rules == ()


def test_ids_take_a_prefix_so_that_a_page_can_hold_several() -> None:
    figure = cases()["s400"].figure()
    markup = svg_elements(figure, place(figure), prefix="p1-", plate=False)
    ids = [element.get("id") for element in ET.fromstring(markup).iter() if element.get("id")]
    assert all(str(id_).startswith("p1-") for id_ in ids)
    assert "Time runs down" not in markup
