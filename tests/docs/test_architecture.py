"""The map of rooms in docs/architecture.md is the folder list."""

import re

from tests.docs.pages import DOCS

PROGRAM = DOCS.parent / "provenance"
PAGE = (DOCS / "architecture.md").read_text("utf-8")


def rooms_on_the_map() -> list[str]:
    """Give what the first column of the first table names, without the folder they all stand in."""
    rows = re.findall(r"^\| (`provenance/[^|]*) \| (.+) \| .*\|$", PAGE, re.MULTILINE)
    assert all(about.strip() for _, about in rows)
    return [
        name.removeprefix("provenance/").rstrip("/") for names, _ in rows for name in re.findall("`([^`]+)`", names)
    ]


def test_every_room_is_on_the_map_once_and_no_other() -> None:
    packages = {path.parent.relative_to(PROGRAM).as_posix() for path in PROGRAM.glob("*/__init__.py")}
    modules = {path.name for path in PROGRAM.glob("*.py")} - {"__init__.py"}
    named = rooms_on_the_map()
    assert sorted(set(named)) == sorted(named)
    assert packages | modules == {name for name in named if "/" not in name}


def test_what_else_the_page_names_is_there() -> None:
    inner = {name for name in rooms_on_the_map() if "/" in name}
    assert inner
    assert [name for name in inner if not (PROGRAM / name).exists()] == []
    named = re.findall(r"`((?:\w+/)+(?:\w+\.\w+)?)`", PAGE)
    roots = (PROGRAM, DOCS.parent, *PROGRAM.iterdir())
    assert [name for name in named if not any((root / name).exists() for root in roots)] == []
