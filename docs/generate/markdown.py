"""Pieces of Markdown."""

from collections.abc import Iterable, Sequence
from itertools import groupby

GENERATED = "<!-- Written by `python -m docs.generate`; do not edit. -->\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Make a table; cells are Markdown already."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def text(words: str) -> str:
    """Make text harmless in a paragraph or a cell, on one line; what stands between backticks is shown as typed."""
    parts = " ".join(words.split()).split("`")
    if len(parts) % 2 == 0:
        return _harmless(words)
    return "".join(code(part) if number % 2 else _harmless(part) for number, part in enumerate(parts))


def code(words: str) -> str:
    """Show words as they are typed; a bar stays one in a cell."""
    return f"`{words.replace('|', chr(92) + '|')}`"


def prose(words: str) -> str:
    """Make paragraphs of a help text; what is indented is shown as it is typed."""
    lines = words.strip("\n").splitlines()
    parts = []
    for typed, block in groupby(lines, key=lambda line: line.startswith("  ")):
        if typed:
            parts.append("```text\n" + "".join(f"{line.strip()}\n" for line in block) + "```")
        else:
            paragraphs = "\n".join(block).replace("\b", "").split("\n\n")
            parts += [text(paragraph) for paragraph in paragraphs if paragraph.strip()]
    return "\n\n".join(parts) + "\n"


def _harmless(words: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|" else sign for sign in words)
