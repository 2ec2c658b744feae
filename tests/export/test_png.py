"""PNG read back by Pillow: as large as the SVG says, with words in it, the same at every turn."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from provenance.export import EXPORTERS, png
from provenance.export.drawing.draw import svg_elements
from provenance.export.drawing.layout import place
from provenance.export.figure import Figure
from tests.export.cases import cases
from tests.export.hostile import hostile_figure

FIGURES = {name: case.figure() for name, case in cases().items()}

pytestmark = pytest.mark.skipif(not png.draws_text(), reason="there is no font here: pictures were not drawn")


def pixels(figure: Figure) -> Image.Image:
    (output,) = EXPORTERS["png"].render(figure)
    assert isinstance(output.content, bytes)
    with Image.open(BytesIO(output.content)) as image:
        assert image.format == "PNG"
        return image.convert("RGB")


def colours(image: Image.Image) -> set[object]:
    return {colour for _, colour in image.getcolors(1_000_000) or []}


@pytest.mark.parametrize("name", FIGURES)
def test_it_is_twice_as_large_as_the_svg_and_not_blank(name: str) -> None:
    image = pixels(FIGURES[name])
    markup = svg_elements(FIGURES[name], place(FIGURES[name]))
    width, height = map(float, markup.partition('viewBox="0 0 ')[2].partition('"')[0].split(" "))
    assert abs(image.width - 2 * width) <= 2
    assert abs(image.height - 2 * height) <= 2
    assert len(colours(image)) > 20
    assert image.getpixel((2, 2)) == (255, 255, 255)


def test_two_runs_give_the_same_bytes() -> None:
    figure = cases()["doubts"].figure()
    assert EXPORTERS["png"].render(figure) == EXPORTERS["png"].render(figure)


def test_origins_drift_and_loops_have_their_colours() -> None:
    drift = {(0xB3, 0x26, 0x1E), (0x7A, 0x4A, 0x00)}
    assert drift <= colours(pixels(cases()["doubts"].figure()))
    assert (0x6B, 0x3F, 0xA0) in colours(pixels(cases()["loop"].figure()))


def test_words_are_drawn() -> None:
    figure = cases()["loop"].figure()
    other = replace(figure, nodes=(replace(figure.nodes[0], label="Wikipedja"), *figure.nodes[1:]))
    assert pixels(figure).size == pixels(other).size
    assert pixels(figure).tobytes() != pixels(other).tobytes()


def test_a_very_large_picture_is_made_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROVENANCE_MAX_PIXELS", "100000")
    for figure in (FIGURES["doubts"], hostile_figure()):
        layout, small = place(figure), pixels(figure)
        assert small.width * small.height < 200_000 < layout.width * layout.height


def test_without_a_font_no_text_is_drawn() -> None:
    assert not png.draws_text(system_fonts=False)
    assert png.draws_text()
