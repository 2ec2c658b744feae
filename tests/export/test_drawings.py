"""What the drawn formats, DOT and Mermaid, promise beyond being read back."""

import shutil
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from provenance.export import EXPORTERS
from provenance.export.figure import Figure
from provenance.export.words import web_address
from tests.export.cases import cases
from tests.export.hostile import HOSTILE, hostile_figure
from tests.export.readers import parse_mermaid, run


def text_of(name: str, figure: Figure) -> str:
    return EXPORTERS[name].render(figure)[0].text


def test_dot_marks_origins_and_fallen_reports_by_shape_and_word() -> None:
    text = text_of("dot", cases()["doubts"].figure())
    fallen = next(line for line in text.splitlines() if "RETRACTED" in line)
    assert 'style="dashed,filled"' in fallen
    origin = next(line for line in text.splitlines() if "origin 1: " in line)
    assert 'shape="octagon", peripheries="2"' in origin
    assert '[label="attribution unclear", style="dashed"]' in text


def test_dot_never_writes_an_html_label() -> None:
    assert "=<" not in text_of("dot", hostile_figure())


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("https://example.org/?a=1&copy;=2#x", True),
        ("http://example.org/ü", True),
        ("javascript:alert(1)", False),
        ("HTTPS://example.org", False),
        ('https://example.org/"onload="x', False),
        ("https://example.org/<b>", False),
        ("https://example.org/\\N", False),
        ("https://example.org/a b", False),
        ("https://example.org/\u202e", False),
        ("https://example.org/" + "x" * 2_000, False),
        (None, False),
    ],
)  # fmt: skip
def test_drawings_link_to_sound_web_addresses_only(url: str | None, links: bool) -> None:
    figure = hostile_figure(("a",))
    node = replace(figure.nodes[0], url=url)
    assert web_address(node) == (url if links else None)
    assert ("URL=" in text_of("dot", replace(figure, nodes=(node,)))) is links


def test_dot_links_survive_into_svg() -> None:
    if shutil.which("dot") is None:
        pytest.skip("Graphviz is not installed: links were not followed into SVG")
    url = "https://example.org/?a=1&copy;=2&amp;lt=3&'b'"
    figure = hostile_figure(HOSTILE[:20])
    figure = replace(figure, nodes=tuple(replace(node, url=url) for node in figure.nodes), edges=figure.edges[:3])
    svg = ET.fromstring(run(["dot", "-Tsvg"], text_of("dot", figure)))
    links = [found.get("{http://www.w3.org/1999/xlink}href") for found in svg.iter("{http://www.w3.org/2000/svg}a")]
    assert links == [url] * len(figure.nodes)


@pytest.mark.no_cover  # it covers what others do, many times over
def test_mermaid_marks_origins_and_fallen_reports_by_shape_and_word() -> None:
    seen = parse_mermaid(text_of("mermaid", cases()["doubts"].figure()))
    fallen = next(vertex for vertex in seen["vertices"] if "RETRACTED" in vertex["text"])
    assert fallen["classes"] == ["fallen"]
    origins = [vertex for vertex in seen["vertices"] if "origin" in vertex["text"]]
    assert origins
    assert all((vertex["type"], vertex["classes"]) == ("hexagon", ["origin"]) for vertex in origins)
    assert {edge["stroke"] for edge in seen["edges"] if "attribution unclear" in edge["text"]} == {"dotted"}


def test_mermaid_tells_a_screen_reader_claim_and_status() -> None:
    seen = parse_mermaid(text_of("mermaid", cases()["s400"].figure()))
    assert seen["title"]["text"] == "Russia has asked Turkey to sell back its S-400 systems."
    assert seen["description"]["text"] == "unattributed"


def test_mermaid_reads_a_claim_without_words() -> None:
    figure = cases()["loop"].figure()
    figure = replace(figure, claims=(replace(figure.claims[0], id="c", text=" "),))
    seen = parse_mermaid(text_of("mermaid", figure))
    assert (seen["title"]["text"], len(seen["vertices"])) == ("c", len(figure.nodes))


def test_mermaid_says_at_the_top_what_is_too_much_for_it() -> None:
    figure = cases()["loop"].figure()
    assert text_of("mermaid", figure).startswith("flowchart TD\n")
    many = replace(figure, edges=figure.edges * 200)
    first, second, third = text_of("mermaid", many).splitlines()[:3]
    assert first == "%% 600 citations: Mermaid draws 500 unless maxEdges is raised"
    assert third == "flowchart TD" or second == "flowchart TD"
    long = replace(figure, nodes=tuple(replace(figure.nodes[0], id=f"n{n}", title="👩 " * 60) for n in range(400)))
    assert "characters: Mermaid reads 50000 unless maxTextSize is raised\nflowchart TD" in text_of("mermaid", long)
    assert len(parse_mermaid(text_of("mermaid", many))["edges"]) == 600
