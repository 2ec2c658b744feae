"""How wide text is when drawn, without a font at hand, and where to break it.

The figures are those of the wider of DejaVu Sans and Liberation Sans (which has the widths of Arial and Helvetica), so
that text fits its box whichever of the usual sans-serif fonts draws it; other scripts get one figure for all letters.
"""

import re
from functools import cache
from unicodedata import bidirectional, category, east_asian_width

BOLD = 1.12
"""How much wider bold text is."""

_EMS = {
    0.30: "'Iijl",
    0.35: " ,./:;\\f|",
    0.40: "!()-[]t",
    0.45: '"r',
    0.50: "*J`",
    0.55: "?L_csz",
    0.60: "kvxy",
    0.65: "$0123456789FTabdeghnopqu{}",
    0.70: "ABEKPSVXYZ",
    0.75: "CHNRU",
    0.80: "&DGOQ",
    0.85: "#+<=>^w~",
    0.90: "M",
    0.95: "%",
    1.00: "Wm",
    1.05: "@",
}
_ASCII = {character: width for width, characters in _EMS.items() for character in characters}
_BY_CATEGORY = {"Lu": 0.80, "Ll": 0.68, "Lt": 0.90, "Nd": 0.65, "Pd": 1.0, "Zs": 0.35, "Mn": 0, "Me": 0, "Cf": 0}
_EMOJI = 0x1F000

# What is drawn as one: a character with its marks, and what joiners tie to it; flags are two letters.
_CLUSTER = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}|.[\u0300-\u036f\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d.)*", re.DOTALL
)


def width_of(text: str, size: float) -> float:
    """Estimate how wide text is at a size, in the unit of that size; 0 for nothing."""
    return size * sum(map(_em, text))


def broken(text: str, width: float, size: float) -> tuple[str, ...]:
    """Break text into rows no wider than `width`; the rows joined are the text, () for nothing.

    It breaks at blanks, which stay at the end of their row, between ideographs, and inside what is too wide for a row.
    """
    rows: list[str] = []
    row, used = "", 0.0
    for piece in _pieces(text, width, size):
        needed = width_of(piece.rstrip(" "), size)
        if row and used + needed > width:
            rows.append(row)
            row, used = "", 0.0
        row, used = row + piece, used + width_of(piece, size)
    return (*rows, row) if row else tuple(rows)


def _pieces(text: str, width: float, size: float) -> list[str]:
    """Cut text wherever a row may end."""
    pieces: list[str] = []
    for word in re.findall(r"[^ ]* +|[^ ]+", text):
        if word.isascii() and width_of(word.rstrip(" "), size) <= width:
            pieces.append(word)
        else:
            pieces += _cut(word, width_of(word.rstrip(" "), size) > width)
    return pieces


def _cut(word: str, anywhere: bool) -> list[str]:  # noqa: FBT001
    """Cut a word between ideographs, or anywhere; what closes a sentence or a bracket stays with what is before it."""
    pieces: list[str] = []
    for cluster in _CLUSTER.findall(word):
        first = cluster[0]
        tied = category(first) in {"Pe", "Pf", "Po", "Zs", "Mn", "Mc"}
        if pieces and (tied or not (anywhere or _wide(first) or _wide(pieces[-1][-1]))):
            pieces[-1] += cluster
        else:
            pieces.append(cluster)
    return pieces


def _wide(character: str) -> bool:
    return east_asian_width(character) in {"W", "F"}


@cache
def _em(character: str) -> float:
    if character in _ASCII:
        return _ASCII[character]
    if _wide(character):
        return 1.0 if ord(character) < _EMOJI else 1.3
    if bidirectional(character) in {"R", "AL"}:
        return 0.72
    return _BY_CATEGORY.get(category(character), 0.95)
