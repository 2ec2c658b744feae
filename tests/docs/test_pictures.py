"""The pictures of the README show what the program shows, and are small."""

import io
import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from docs.generate.pictures import PICTURES, page_picture, tree_picture
from provenance.cli.app import run
from tests.export.chromium import find_chromium

README = Path(__file__).parents[2] / "README.md"
LARGEST = 250_000


def words(svg: str) -> str:
    """Give the text of a picture, whatever a version of rich draws around it."""
    return " ".join(unescape(re.sub(r"<style>.*?</style>|<[^>]+>", "", svg, flags=re.DOTALL)).split())


def test_the_picture_of_the_tree_is_current() -> None:
    assert words((PICTURES / "tree.svg").read_text("utf-8")) == words(tree_picture()), (
        "python -m docs.generate.pictures"
    )


def test_the_picture_of_the_tree_is_what_the_command_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "104")
    assert run(["trace", "s400-asked", "--data", str(README.parent / "data")]) == 0
    printed = capsys.readouterr().out.split("\nResponses")[0]
    assert "".join(printed.split()) in "".join(words(tree_picture()).split())


def test_the_picture_of_the_tree_stands_alone() -> None:
    drawn = (PICTURES / "tree.svg").read_text("utf-8")
    ET.fromstring(drawn)
    assert "font-face" not in drawn
    assert "url(http" not in drawn


def test_pictures_are_small_and_shown_with_words_for_those_who_cannot_see_them() -> None:
    shown = re.findall(r"!\[([^\]]+)\]\(docs/pictures/([^)]+)\)", README.read_text("utf-8"))
    assert sorted(name for _, name in shown) == sorted(path.name for path in PICTURES.iterdir())
    assert all(len(about) > 20 for about, _ in shown)
    assert all(path.stat().st_size < LARGEST for path in PICTURES.iterdir())


@pytest.mark.skipif(find_chromium() is None, reason="needs Chromium")
def test_the_page_is_photographed_anew_in_the_same_size() -> None:
    anew = page_picture()
    assert len(anew) < LARGEST
    with Image.open(PICTURES / "page.png") as kept, Image.open(io.BytesIO(anew)) as now:
        assert kept.size == now.size == (1280, 860)
        assert len(now.getcolors() or ()) > 20, "not a blank page"
