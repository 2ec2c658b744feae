"""Lines of a page that are not the article. Precision first: what may be the article stays.

Three tables, in furniture.txt, in English, German, Ukrainian, Russian and Turkish:

- `said`: the whole line, short, says one of these things ("Source link", "Share this article").
- `begins`: the line begins with these words, in capitals or not, and is short ("Follow us on …", "Read more: …").
- `sections`: the line heads a list of other articles. It goes, and so do the teasers below it: up to six lines of 200
  characters or less that do not end as a sentence does. The first that does is the article again.

A line that names who wrote the article ("By Ada Moor and Ben Quay") is furniture too: the word for it, then from two to
twelve words, each of which begins with a capital or joins two names, and no full stop.
"""

import re
from collections.abc import Sequence
from importlib.resources import files

MOST_TEASERS = 6
_SHORT = 160
_LONGEST_TEASER = 200
_LEADS = frozenset({"By", "BY", "Von", "VON", "Автор:", "Автори:", "Авторы:", "Yazan:", "Haber:"})
_JOINTS = frozenset({"and", "und", "\u0456", "та", "и", "ve", "von", "van", "de", "der"})
_FEWEST_NAMES, _MOST_NAMES = 2, 12
_ENDS = (".", "!", "?", "…", "\u3002", "\uff01", "\uff1f", "\u0589", "\u06d4")
"""Full stops and their like, of Chinese and Japanese, Armenian, and Urdu too."""
_AROUND = " .:!…»>→-–—|•*#_[]\u203a"
_CLOSERS = "\"'”’»“‘)]*_\u203a"


def furniture(lines: Sequence[str], leading: Sequence[bool] | None = None) -> list[bool]:
    """Say of each line, in order, whether it is furniture. No line is blank.

    `leading`, for a page, says which lines lead elsewhere: only those are teasers.
    """
    found: list[bool] = []
    teasers = 0
    for at, line in enumerate(lines):
        is_teaser = teasers > 0 and (leading is None or leading[at]) and _may_be_teaser(line)
        if is_section(line):
            teasers = MOST_TEASERS
        elif is_teaser:
            teasers -= 1
        elif not is_furniture(line):
            teasers = 0
        found.append(is_section(line) or is_teaser or is_furniture(line))
    return found


def is_section(line: str) -> bool:
    """Say whether a line heads a list of other articles."""
    return _key(line) in _SECTIONS and not is_finished(line)


def is_furniture(line: str) -> bool:
    """Say whether a line, for itself, is furniture by `said` or `begins`."""
    if len(line) > _SHORT:
        return False
    return _key(line) in _SAID or _folded(line).startswith(_BEGINS) or _is_byline(line.strip())


def _may_be_teaser(line: str) -> bool:
    return len(line) <= _LONGEST_TEASER and not is_finished(line) and not line.endswith((":", ","))


def _is_byline(line: str) -> bool:
    lead, names = line.partition(" ")[0], line.replace(",", " ").split()[1:]
    return (
        lead in _LEADS
        and _FEWEST_NAMES <= len(names) <= _MOST_NAMES
        and names[0][0].isupper()
        and all(name[0].isupper() or name in _JOINTS for name in names)
        and not line.endswith(_ENDS)
    )


def is_finished(line: str) -> bool:
    """Say whether a line ends as a sentence does, closing quotation marks and brackets aside."""
    return line.rstrip().rstrip(_CLOSERS).endswith(_ENDS)


def _key(line: str) -> str:
    """Give what a short line says, without case and the signs around it; "" for a long one."""
    return _folded(line).strip(_AROUND) if len(line) <= _SHORT else ""


def _folded(line: str) -> str:
    return re.sub(r"\s+", " ", line).strip(" \ufeff#*>•→►▶-–—|").replace("İ", "i").replace("’", "'").casefold()


def _tables() -> dict[str, tuple[str, ...]]:
    """Read furniture.txt: a table's name in brackets, then an entry a line."""
    found: dict[str, list[str]] = {}
    entries: list[str] = []
    for line in files(__package__).joinpath("furniture.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            entries = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            entries.append(line.casefold())
    return {name: tuple(rows) for name, rows in found.items()}


_TABLES = _tables()
_SECTIONS = frozenset(_TABLES["sections"])
_SAID = frozenset(_TABLES["said"])
_BEGINS = _TABLES["begins"]
