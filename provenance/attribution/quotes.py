"""Where a paragraph quotes: the spans between quotation marks, marks included."""

import re

from provenance.attribution.found import Span

_MARK = re.compile("[\"“”„«»‘’]|''|``")
_CLOSERS = {"“": '”"', "„": "“”", "«": "»", '"': '"”', "''": "''", "``": "''", "‘": "’", "”": "”"}
_REACH = 600
"""How far a quotation in single marks may run, in code points: the mark is also the apostrophe."""


def quotations(text: str, start: int, end: int) -> list[Span]:
    """Give the quotations of the paragraph `start`-`end`, in order; one that is never closed runs to its end.

    A mark that closes nothing is passed over. A single mark opens only before a word and closes only after one: it is
    an apostrophe elsewhere. Unclosed, it opens nothing.
    """
    found: list[Span] = []
    opened, closers = -1, ""
    for mark in _MARK.finditer(text, start, end):
        here, sign = mark.start(), mark.group()
        if opened >= 0:
            if (sign in closers or (sign == "“" and text[here - 1] in ",.?!")) and (
                sign != "’" or _ends_word(text, mark.end(), end)
            ):
                found.append((opened, mark.end()))
                opened = -1
            elif closers == "’" and here - opened > _REACH:
                opened = -1
        elif _opens(text, sign, mark.end(), start, end):
            opened, closers = here, _CLOSERS[sign]
    if opened >= 0 and closers != "’":
        found.append((opened, end))
    return found


def _opens(text: str, sign: str, after: int, start: int, end: int) -> bool:
    if after >= end:
        return False
    if sign == "‘":
        return text[after].isalpha()
    before = text[after - len(sign) - 1] if after - len(sign) > start else " "
    straight = sign in ('"', "''", "``", "”")
    return sign in _CLOSERS and not (straight and (text[after].isspace() or before.isalnum()))


def _ends_word(text: str, after: int, end: int) -> bool:
    return after >= end or not text[after].isalnum()
