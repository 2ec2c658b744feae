"""Inputs changed by their words and lines: more of them get past a parser than where single bytes change."""

import json
import re
from collections.abc import Iterable
from random import Random
from typing import Any

from tests.export.hostile import HOSTILE

_TOKEN = re.compile(rb"\n[ \t]*|[\w@%#&*!?~.:/-]+|[^\w\n]", re.ASCII)
_ODD = (
    *(text.encode("utf-8", "replace") for text in HOSTILE if len(text) < 100),
    *(
        b"0",
        b"-1",
        b"9" * 20,
        b"1e9",
        b"null",
        b"true",
        b"[]",
        b"{}",
        b'""',
        b"~",
        b"2025-09-03?",
        b"../2025",
        b"2025-21",
    ),
    *(
        b"retracted",
        b"unnamed",
        b"\xff",
        b"\xed\xa0\x80",
        b"\\ud800",
        b"\\u202e",
        b"&#x202e;",
        b"\xf3\xa0\x81\x81",
        b"\r",
        b"\x85",
    ),
)


def words(texts: Iterable[bytes]) -> list[bytes]:
    """Give the words of texts, each once, sorted."""
    return sorted({token for text in texts for token in _TOKEN.findall(text) if len(token) > 1})


def changed(data: bytes, known: list[bytes], chance: Random) -> bytes:
    """Change a few words of an input, or the order of its lines: words come from itself, from the seeds, or are odd.

    Half of what is JSON, or has a line that is, is changed as JSON and stays it.
    """
    if chance.randrange(2):
        made = _json_changed(data, known, chance)
        if made is not None:
            return made
    found: list[bytes] = _TOKEN.findall(data)
    for _ in range(chance.choice((1, 1, 1, 1, 2, 3))):
        if not found:
            return chance.choice(known or [b""])
        found = _step(found, known, chance)
    return b"".join(found)


def _step(found: list[bytes], known: list[bytes], chance: Random) -> list[bytes]:
    at, other = chance.randrange(len(found)), chance.randrange(len(found))
    match chance.randrange(8):
        case 0 | 1:
            return [*found[:at], found[other], *found[at + 1 :]]
        case 2 | 3:
            return [*found[:at], chance.choice(known), *found[at + 1 :]] if known else found
        case 4:
            return [*found[:at], chance.choice(_ODD), *found[at + chance.randrange(2) :]]
        case 5:
            return found[:at] + found[at + chance.randint(1, 6) :]
        case 6:
            return [*found[:at], *found[other : other + chance.randint(1, 20)], *found[at:]]
        case _:
            return _lines_moved(found, chance)


def _lines_moved(found: list[bytes], chance: Random) -> list[bytes]:
    lines = b"".join(found).split(b"\n")
    line = lines[chance.randrange(len(lines))]
    if chance.randrange(2):
        lines.remove(line)
    lines.insert(chance.randint(0, len(lines)), line)
    moved: list[bytes] = _TOKEN.findall(b"\n".join(lines))
    return moved


def _json_changed(data: bytes, known: list[bytes], chance: Random) -> bytes | None:
    """Change values within a JSON text, or within one line that is JSON; None where there is none."""
    whole = _json(data)
    if whole is not None:
        return _written(whole, known, chance)
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    found = _json(lines[at])
    if found is None:
        return None
    lines[at] = _written(found, known, chance)
    return b"\n".join(lines)


def _json(text: bytes) -> Any:
    """Give the list or mapping that a text is as JSON, else None."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, (list, dict)) and found else None


def _written(whole: Any, known: list[bytes], chance: Random) -> bytes:
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        places = _places(whole)
        if places:
            holder, key = places[chance.randrange(len(places))]
            _put(holder, key, places, known, chance)
    return json.dumps(whole, ensure_ascii=bool(chance.randrange(2))).encode("utf-8", "surrogatepass")


def _places(whole: Any) -> list[tuple[Any, Any]]:
    """List every place in a tree of JSON: what holds a value, and its key or number."""
    found: list[tuple[Any, Any]] = []
    waiting = [whole]
    while waiting:
        holder = waiting.pop()
        keys = list(holder) if isinstance(holder, dict) else range(len(holder))
        for key in keys:
            found.append((holder, key))
            if isinstance(holder[key], (list, dict)):
                waiting.append(holder[key])
    return found


def _put(holder: Any, key: Any, places: list[tuple[Any, Any]], known: list[bytes], chance: Random) -> None:
    other, name = places[chance.randrange(len(places))]
    copied = json.loads(json.dumps(other[name]))
    match chance.randrange(7):
        case 0 | 1:
            holder[key] = copied
        case 2:
            holder[key] = chance.choice(_ODD).decode("utf-8", "replace")
        case 3:
            holder[key] = chance.choice(
                (None, True, 0, -1, 1 << 64, 1.5, [], {}, [[]], [copied], {"@id": "#b"}, "", "\ud800")
            )
        case 4:
            del holder[key]
        case 5 if known:
            holder[key] = chance.choice(known).decode("utf-8", "replace").strip(' ",:')
        case _ if isinstance(holder, dict) and isinstance(name, str):
            holder[name] = copied
        case _ if isinstance(holder, list):
            holder.insert(chance.randint(0, len(holder)), copied)
        case _:
            holder[key] = [holder[key]]
