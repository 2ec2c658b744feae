"""Who is named before or behind a word, in the languages that are read by patterns."""

from collections.abc import Sequence

from provenance.attribution.matches import LONGEST_SOURCE, SIGNS, Range
from provenance.attribution.phrases.model import Phrases, held
from provenance.attribution.tokens import Token

_LONGEST_NAME = 40


def noun_with_genitive(row: Sequence[Token], at: int, phrases: Phrases) -> Range | None:
    """Give who is named behind "according to": also the name of an outlet in quotation marks by itself.

    Where all nouns have capitals it ends behind the first of them, or behind whose it is: "report of the police".
    """
    if at < len(row) and row[at].quote and len(row[at].text) <= _LONGEST_NAME:
        return at, at + 1
    found = noun_after(row, at, phrases)
    if found is None or not phrases.nouns:
        return found
    last = _nouns(row, found[0], len(row))
    while last < len(row) and row[last].low in phrases.of and last < found[0] + LONGEST_SOURCE:
        more = _nouns(row, last + 1, len(row))
        if more <= last + 1:
            break
        last = more
    return (found[0], last) if last > found[0] else found


def _nouns(row: Sequence[Token], first: int, last: int) -> int:
    """Give where the words with a capital end, that follow at most three without; `first` where there are none."""
    at = first
    while at < min(last, first + 3) and row[at].text[:1].islower():
        at += 1
    begin = at
    while at < last and (row[at].text[:1].isupper() or (row[at].quote and len(row[at].text) <= _LONGEST_NAME)):
        at += 1
    return at if at > begin else first


def phrase_before(row: Sequence[Token], at: int, phrases: Phrases) -> Range | None:
    """Give who is named before a postposition: back to the verb, or to the article that no noun stands before."""
    found = noun_before(row, at, phrases)
    if found is None:
        return None
    first = found[1]
    while first > found[0]:
        first -= 1
        if row[first].low in phrases.ends:
            noun = first > found[0] and row[first - 1].text[:1].isupper() and row[first].low in phrases.articles
            if not noun:
                return (first if row[first].low in phrases.articles else first + 1), found[1]
    return found


def noun_after(row: Sequence[Token], at: int, phrases: Phrases) -> Range | None:
    """Give who is named from `at` on: up to a sign or a word that no name goes past."""
    while at < len(row) and row[at].low in phrases.adverbs:
        at += 1
    last = at
    while last < len(row) and last - at < LONGEST_SOURCE and row[last].low not in SIGNS | phrases.says:
        if row[last].quote and not _is_name(row, last, phrases):
            break
        if row[last].low in phrases.ends and (last > at or row[last].low in phrases.that):
            break
        last += 1
    return (at, last) if last > at else None


def noun_before(row: Sequence[Token], at: int, phrases: Phrases) -> Range | None:
    """Give who is named up to `at`: from the last sign or word that no name goes past, with an apposition in commas."""
    end = at
    while end and row[end - 1].low in phrases.adverbs | phrases.nots:
        end -= 1
    if end and row[end - 1].low == ",":
        opening = next((place for place in range(end - 2, 0, -1) if row[place].low == ","), None)
        if opening is None or row[opening - 1].low == ",":
            return None
        named = noun_before(row, opening, phrases)
        return (named[0], end - 1) if named else None
    end = _before_reference(row, end, phrases)
    first = end
    while first and end - first < LONGEST_SOURCE and row[first - 1].low not in SIGNS | phrases.that | phrases.says:
        if row[first - 1].quote and not _is_name(row, first - 1, phrases):
            break
        first -= 1
    while first < end and row[first].low in phrases.adverbs:
        first += 1
    says_who = any(token.quote or token.low not in phrases.ends | phrases.adverbs for token in row[first:end])
    return (first, end) if says_who else None


def _is_name(row: Sequence[Token], at: int, phrases: Phrases) -> bool:
    """Tell whether a quotation is the name of the outlet before it: the paper “Nefes”."""
    return (
        at > 0
        and (held(phrases.outlets, row[at - 1].low) or row[at - 1].low in phrases.articles)
        and len(row[at].text) <= _LONGEST_NAME
    )


def _before_reference(row: Sequence[Token], end: int, phrases: Phrases) -> int:
    """Leave out whom they refer to: "X, referring to Y, said"."""
    for at in range(max(0, end - LONGEST_SOURCE), end):
        if any([token.low for token in row[at : at + len(parts)]] == parts for parts in phrases.references):
            return at or end
    return end
