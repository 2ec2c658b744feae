"""Records in which every text tries to act: on the terminal, on rich's markup, on reading order, on spreadsheets."""

from collections.abc import Iterator
from itertools import cycle
from typing import Any

import yaml

from tests.cli.shapes import SHAPES

ACTS = (
    "\x1b]0;title\x07\x1b[31;1mred\x1b[0m\x1b[2J\x9b1A",  # terminal: window title, colour, clear, one row up
    "\u202eright to left\u202c \u2066isolated\u2069 \u200f\u061c",  # bidirectional controls
    "[bold red]markup[/bold red] [/ap] [link=file:///etc/passwd]",  # rich
    "zero\u200bwidth\ufeff \u2028line\u2029para\x85 \x08\x7f",
    "=HYPERLINK(1)\n-second line\ttab\r\n",  # spreadsheets, line formats
    "<script>alert(1)</script>&amp;\\N\"'`%0A::error::",
)

_FREE = ("name", "described_as", "text", "quote", "title", "author", "where", "owner", "notes", "question", "rated_by")


def hostile() -> str:
    """Give the records of every shape as YAML, with something that acts at the end of every text a person may write."""
    records = yaml.load(SHAPES, Loader=yaml.BaseLoader)
    acts = cycle(ACTS)
    records["case"] = {"title": "Case", "question": "Who?", "notes": "None."}
    for section in ("outlets", "reports"):
        for number, record in enumerate(records[section].values()):
            record.update(
                {"title": "Title", "author": "Author"} if section == "reports" else {"aliases": [f"Alias {number}"]}
            )
    records["reports"]["hard"] |= {"url": f"https://x.example/{ACTS[0]}", "archived": f"javascript:{ACTS[1]}"}
    for tie in records["dependences"]:
        tie["basis"] += next(acts)
    known = {*records["outlets"]}
    _spoil(records, known, acts)
    records["responses"] = [_with_flags(response) for response in records["responses"]]
    return str(yaml.safe_dump(records, sort_keys=False, width=1000))


def _spoil(node: Any, known: set[str], acts: Iterator[str]) -> None:
    if isinstance(node, list):
        for item in node:
            _spoil(item, known, acts)
    if not isinstance(node, dict):
        return
    for key, value in list(node.items()):
        if key == "details":
            node[key] = {f"{name} {next(acts)}": f"{detail} {next(acts)}" for name, detail in value.items()}
        elif key == "aliases":
            node[key] = [f"{alias} {next(acts)}" for alias in value]
        elif isinstance(value, str) and (key in _FREE or (key == "outlet" and value not in {*known, "unnamed"})):
            same = {"outlet": ACTS[len(value) % len(ACTS)]}  # the same name everywhere is the same outlet
            node[key] = f"{value} {same.get(key) or next(acts)}"
        else:
            _spoil(value, known, acts)


def _with_flags(response: dict[str, Any]) -> dict[str, Any]:
    return {key: value == "true" if key == "on_record" else value for key, value in response.items()}
