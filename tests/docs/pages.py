"""Pages whose steps can be followed: files to save, commands to type, and what the program prints.

A page is read from the top. A marker in a comment says what the block below it is:

- `<!-- file: NAME -->` a file that the reader saves,
- `<!-- edit: NAME -->` lines of a file (`-`) and what they become (`+`),
- `<!-- shows: NAME -->` what a file holds by now,
- `<!-- output -->` or `<!-- output: exit N -->` what the commands of the `sh` block above it print, and their exit code.

A block of `sh` without a marker is typed: lines with `provenance`, and `mkdir`; a backslash at the end of a line joins
the next to it.
"""

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

from provenance.cli.app import run
from provenance.value import value

DOCS = Path(__file__).parents[2] / "docs"
_BLOCK = re.compile(
    r"^(?:<!-- (?P<marker>file|edit|shows|output)(?:: (?P<argument>[^\n]*?))? -->\n)?"
    r"```(?P<language>\w+)\n(?P<text>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)

Printed = Callable[[], str]
"""Gives what was printed since it was last asked."""


@value
class Step:
    """A block that the reader follows, and where its text stands in the page."""

    kind: str
    argument: str
    text: str
    place: tuple[int, int]


def steps(page: str) -> Iterator[Step]:
    """Give what there is to follow on a page, in its order."""
    for found in _BLOCK.finditer(page):
        kind = found["marker"] or found["language"]
        if found["marker"] or kind == "sh":
            yield Step(kind=kind, argument=found["argument"] or "", text=found["text"], place=found.span("text"))


def pages_to_follow() -> list[Path]:
    """Give the pages of the docs that have a reader save a file."""
    return sorted(path for path in DOCS.rglob("*.md") if "<!-- file: " in path.read_text("utf-8"))


def followed(page: str, printed: Printed) -> str:
    """Follow a page in the working folder and give it as it ought to be: with what was really printed."""
    changes: list[tuple[tuple[int, int], str]] = []
    said, codes = "", [0]
    for step in steps(page):
        if step.kind == "sh":
            codes = [_type(line) for line in step.text.replace("\\\n", "").splitlines()]
            said = printed()
            if "<!-- output: exit" not in page[step.place[1] :][:40]:
                assert not any(codes), f"{step.text}{said}"
        elif step.kind == "file":
            Path(step.argument).write_text(step.text, "utf-8")
        elif step.kind == "edit":
            _edit(Path(step.argument), step.text)
        elif step.kind == "shows":
            changes.append((step.place, Path(step.argument).read_text("utf-8")))
        else:
            assert codes[-1] == int(step.argument.removeprefix("exit ") or 0), said
            changes.append((step.place, said))
    for (start, end), text in reversed(changes):
        page = page[:start] + text + page[end:]
    return page


def _type(line: str) -> int:
    program, *words = shlex.split(line)
    if program == "mkdir":
        Path(words[0]).mkdir()
        return 0
    assert program == "provenance", f"what a page has its reader type is the program, or mkdir: {line}"
    return run(words)


def _edit(path: Path, change: str) -> None:
    text = path.read_text("utf-8")
    lines = change.splitlines()
    for old, new in zip(lines[::2], lines[1::2], strict=True):
        assert (old[0], new[0]) == ("-", "+")
        assert text.count(f"{old[1:]}\n") == 1, old
        text = text.replace(f"{old[1:]}\n", f"{new[1:]}\n")
    path.write_text(text, "utf-8")
