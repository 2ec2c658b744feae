"""Inputs changed by their words and lines: more of them get past a parser than where single bytes change."""

import re
from collections.abc import Iterable
from random import Random

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
    """Change a few words of an input, or the order of its lines: words come from itself, from the seeds, or are odd."""
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
