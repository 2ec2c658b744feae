"""`python -m docs.generate.pictures`: the pictures of the README, made of what the program really shows.

The terminal's is drawn of the command's coloured output, without a browser, always in the same bytes. The page's is a
photograph by Chromium, which differs a little from one machine to another.
"""

import io
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

from PIL import Image
from rich.console import Console
from rich.text import Text

from docs.generate.pages import DOCS
from provenance.cli.app import run
from tests.export.chromium import chromium, find_chromium

PICTURES = DOCS / "pictures"
CLAIM = "s400-asked"
_DATA = str(DOCS.parent / "data")
_COLUMNS = 104
_CUT = "Responses"
"""The heading before which the picture of the terminal ends: what follows fills another screen."""
_COLOURS = 128
_FONTS = "ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace"
_TERMINAL = {"COLUMNS": str(_COLUMNS), "TERM": "xterm-256color", "COLORTERM": "", "NO_COLOR": None, "FORCE_COLOR": None}


class _Terminal(io.StringIO):
    """A terminal that shows colour and every character."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def tree_picture() -> str:
    """Draw what `provenance trace` shows first in a terminal, as SVG that needs no font but the reader's own."""
    coloured = _coloured("trace", CLAIM)
    shown = coloured[: coloured.index(_CUT)].rsplit("\n", 1)[0].rstrip() + "\n⋮"
    console = Console(record=True, width=_COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(shown), soft_wrap=True)
    drawn = console.export_svg(title=f"provenance trace {CLAIM}", unique_id="tree")
    drawn = re.sub(r"@font-face \{[^}]*\}\s*", "", drawn)  # it would ask the network for a font
    drawn = drawn.replace("Fira Code, monospace", _FONTS)
    return re.sub(r"[ \t]+$", "", drawn, flags=re.MULTILINE)


def page_picture() -> bytes:
    """Photograph the page that `provenance view` opens."""
    program = find_chromium()
    if program is None:
        sys.exit("the picture of the page needs Chromium: apt install chromium")
    with tempfile.TemporaryDirectory() as folder, chromium(program) as browser:
        page = Path(folder) / "page.html"
        if run(["export", CLAIM, "--data", _DATA, "-o", str(page)]):
            sys.exit("the page could not be written")
        tab = browser.tab(width=1280, height=860, prefers_color_scheme="light")
        tab.open(page)
        photograph = Image.open(io.BytesIO(tab.picture()))
    kept = io.BytesIO()
    photograph.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _coloured(*words: str) -> str:
    terminal = _Terminal()
    with _environment(), redirect_stdout(terminal):
        run([*words, "--data", _DATA])
    return terminal.getvalue()


@contextmanager
def _environment() -> Iterator[None]:
    before = {name: os.environ.get(name) for name in _TERMINAL}
    _set(_TERMINAL)
    try:
        yield
    finally:
        _set(before)


def _set(values: dict[str, str | None]) -> None:
    for name, text in values.items():
        if text is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = text


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    (PICTURES / "tree.svg").write_text(tree_picture(), "utf-8")
    (PICTURES / "page.png").write_bytes(page_picture())
