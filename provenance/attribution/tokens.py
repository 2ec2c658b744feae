"""A paragraph as tokens, a quotation being one of them, and its sentences."""

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from provenance.attribution.found import Span

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\w+n['’]t\b"
    r"|['’](?:s|d|re|ve|ll|m)\b"
    r"|@?\w+(?:[-\u2011]\w+)*"
    r"|\d[\d.,]*"
    r"|[^\w\s]",
    re.IGNORECASE,
)
_ENDS = frozenset(".!?…")
_CLOSING = frozenset(")]}\"'”’»")
_LONG_SENTENCE = 400
"""Tokens after which a sentence ends in any case: what has no full stop must not cost the square of its length."""


class Token(NamedTuple):
    """A word, a sign or a whole quotation (`quote`: the marks and all between); `low` is lower case, ’ as '."""

    start: int
    end: int
    text: str
    low: str
    quote: bool


def tokens(text: str, start: int, end: int, quotations: Sequence[Span]) -> list[Token]:
    """Give the tokens of the paragraph `start`-`end`; what stands in one of `quotations` is one token."""
    found: list[Token] = []
    at = start
    for opening, closing in quotations:
        found.extend(_words(text, at, opening))
        found.append(Token(opening, closing, text[opening:closing], '"', True))  # noqa: FBT003 - a field by position, for speed
        at = closing
    found.extend(_words(text, at, end))
    return found


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        if (
            word == "-"
            and text[match.start() - 1 : match.start()] in (" ", "-", "")
            and text[match.end() : match.end() + 1] in (" ", "-")
        ):
            yield Token(match.start(), match.end(), word, "—", False)  # noqa: FBT003 - as above
            continue
        yield Token(match.start(), match.end(), word, word.lower().replace("’", "'"), False)  # noqa: FBT003 - as above


def sentences(row: Sequence[Token], abbreviations: frozenset[str], verbs: Container[str]) -> Iterator[tuple[int, int]]:
    """Give the sentences of a paragraph as ranges of its tokens.

    `abbreviations` keep their full stop; a question or an exclamation in quotation marks does not end the sentence
    where one of the `verbs` follows closely: “Who?” she asked.
    """
    first = 0
    for at in range(len(row)):
        if at < first:
            continue
        last = _end(row, at, abbreviations, verbs)
        if last or at - first >= _LONG_SENTENCE:
            last = last or at + 1
            yield first, last
            first = last
    if first < len(row):
        yield first, len(row)


def _end(row: Sequence[Token], at: int, abbreviations: frozenset[str], verbs: Container[str]) -> int:
    """Where the sentence ends that may end at `at`, 0 where it goes on."""
    token = row[at]
    if token.quote:
        return _end_at_quote(row, at, verbs)
    if token.low not in _ENDS:
        return 0
    before = row[at - 1] if at else None
    joined = before is not None and before.end == token.start and not before.quote
    if (
        token.low == "."
        and before is not None
        and joined
        and (before.low in abbreviations or (len(before.text) == 1 and before.text.isalpha()))
    ):
        return 0
    last = at + 1
    while (
        last < len(row)
        and not row[last].quote
        and row[last].low in _CLOSING | _ENDS
        and row[last].start == row[last - 1].end
    ):
        last += 1
    if last < len(row) and not _begins(row[last]):
        return 0
    if last < len(row) and row[last].start == row[last - 1].end and not row[last].quote:
        return 0
    return last


def _end_at_quote(row: Sequence[Token], at: int, verbs: Container[str]) -> int:
    inside = row[at].text.rstrip("\"”'’»“ ")
    if inside[-1:] not in _ENDS or at + 1 >= len(row) or not _begins(row[at + 1]):
        return 0
    for token in row[at + 1 : at + 6]:
        if token.low in verbs and (inside[-1] in "?!…" or token.low in ("said", "says")):
            return 0
        if token.low in _ENDS or token.low == "," or token.quote:
            break
    return at + 1


def _begins(token: Token) -> bool:
    return token.quote or not (token.text[0].islower() or token.low in (",", ";", ":", ")"))
