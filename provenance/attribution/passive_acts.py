"""What was done once, in the passive: "the deal was signed in 2021", "12 people were killed in the blast".

Two of them disagree where the same words name the same thing, the same verb what was done, and the years or figures
differ. Verbs of what may happen again are left alone, and so is what is counted about or only to begin with.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from provenance.attribution.found import Conflict
from provenance.attribution.phrases.model import words
from provenance.attribution.sentence import Sentence

_ONCE = words(
    "signed built founded established born sold created ratified adopted concluded completed bought acquired purchased "
    "destroyed invented discovered demolished cancelled canceled assassinated inaugurated abolished dissolved "
    "incorporated",
)
_COUNTED = words("killed injured wounded arrested detained destroyed sold built delivered evacuated ordered damaged")
_WAS = frozenset(["was", "were", "been"])
_HAVE = frozenset(["has", "have", "had"])
_DEFINITE = frozenset(["the", "this", "that"])
_AGAIN = words("again first originally initially second not never also another other more")
_ROUGH = words("least most than over about nearly some around to another almost roughly by")
_MONTHS = words("january february march april may june july august september october november december")
_LONGEST_NOUN = 8
_LONGEST_CLAUSE = 12
_MOST = 400
"""How many acts are compared, which takes the square of their number."""


class PassiveAct(NamedTuple):
    """An act: its verb and what it was done to, its year or figure, and the names and places told with it."""

    key: tuple[str, ...]
    figure: str
    names: frozenset[str]
    span: tuple[int, int]
    words: str


def passive_conflicts(sentences: Iterable[Sentence]) -> Iterator[Conflict]:
    """Give the pairs that disagree, in the order of the text."""
    acts = [act for sentence in sentences for act in passive_acts(sentence)][:_MOST]
    for one, other in combinations(acts, 2):
        apart = bool(one.names) and bool(other.names) and not one.names & other.names
        if one.key == other.key and one.figure != other.figure and not apart:
            yield Conflict(first=one.span, second=other.span, words=f"“{one.words}” against “{other.words}”")


def passive_acts(sentence: Sentence) -> Iterator[PassiveAct]:
    """Give the acts of a sentence that have a year or a figure."""
    for at in range(1, len(sentence.row)):
        if sentence.quote(at):
            continue
        low = sentence.low(at)
        if low in _ONCE:
            yield from _dated(sentence, at)
        if low in _COUNTED:
            yield from _counted(sentence, at)


def _dated(sentence: Sentence, verb: int) -> Iterator[PassiveAct]:
    was = _auxiliary(sentence, verb)
    noun = _noun(sentence, was) if was else None
    end = _clause_end(sentence, verb)
    if was is None or noun is None or any(sentence.low(k) in _AGAIN for k in range(noun[0], end)):
        return
    years = [k for k in range(verb + 1, end) if _year(sentence.low(k))]
    place = years[0] if len(years) == 1 else None
    if not years:
        place = _fronted(sentence, noun[0])
    if place is None or not _in_year(sentence, place):
        return
    first, last = (0 if place < noun[0] else noun[0]), max(place, verb) + 1
    names = frozenset(
        sentence.low(k) for k in range(verb + 1, end) if sentence.capital(k) and sentence.low(k) not in _MONTHS
    )
    thing = tuple(sentence.low(k) for k in range(*noun) if sentence.low(k) not in _DEFINITE)
    key = (sentence.low(verb), "year", *thing)
    yield PassiveAct(key, sentence.low(place), names, sentence.span(first, last), _text(sentence, first, last))


def _counted(sentence: Sentence, verb: int) -> Iterator[PassiveAct]:
    """Read "12 people were killed in the blast": where or in what is told, with "the"."""
    was = _auxiliary(sentence, verb)
    end = _clause_end(sentence, verb)
    behind = [sentence.low(k) for k in range(verb + 1, end)]
    if was is None or was < 2 or sentence.low(was) != "were" or "the" not in behind or set(behind) & _AGAIN:
        return
    number, noun = sentence.low(was - 2), sentence.low(was - 1)
    rough = was > 2 and sentence.low(was - 3) in _ROUGH
    if not (number.isascii() and number.isdigit()) or _year(number) or rough or not noun.isalpha():
        return
    key = (sentence.low(verb), noun, *behind)
    yield PassiveAct(key, number, frozenset(), sentence.span(was - 2, end), _text(sentence, was - 2, end))


def _auxiliary(sentence: Sentence, verb: int) -> int | None:
    """Give where "was" or "has been" begins before a verb; None after "will be", "not" or nothing."""
    at = verb - 1
    if at > 0 and sentence.adverb(at):
        at -= 1
    if sentence.low(at) not in _WAS:
        return None
    if sentence.low(at) != "been":
        return at
    return at - 1 if at > 0 and sentence.low(at - 1) in _HAVE else None


def _noun(sentence: Sentence, end: int) -> tuple[int, int] | None:
    """Give a thing in the singular before a verb: "the missile deal", or a name that begins its clause."""
    if end < 1 or (sentence.low(end - 1).endswith("s") and not sentence.capital(end - 1)):
        return None
    if sentence.capital(end - 1):
        first = end - 1
        while first and sentence.capital(first - 1) and not sentence.sign(first - 1):
            first -= 1
        opens = first == 0 or sentence.low(first - 1) in (",", "that")
        if opens:
            return first, end
    for at in range(end - 1, max(-1, end - 1 - _LONGEST_NOUN), -1):
        low = sentence.low(at)
        if low in _DEFINITE:
            held = at and (sentence.low(at - 1) in sentence.words.prepositions and sentence.low(at - 1) != "that")
            return None if held or at == end - 1 else (at, end)
        if sentence.sign(at) or sentence.quote(at) or low in sentence.words.conjunctions or sentence.finite(at):
            return None
    return None


def _clause_end(sentence: Sentence, verb: int) -> int:
    """Give where the clause of a verb ends: at a sign, at "and", at another verb; "May" is a month here."""
    last = min(len(sentence.row), verb + _LONGEST_CLAUSE)
    for k in range(verb + 1, last):
        verbal = sentence.finite(k) and not (sentence.low(k) in _MONTHS and sentence.capital(k))
        if verbal or sentence.sign(k) or sentence.quote(k) or sentence.low(k) in sentence.words.conjunctions:
            return k
    return last


def _fronted(sentence: Sentence, noun: int) -> int | None:
    """Give the year of "In 2021, the deal …"."""
    at = noun - 1 if sentence.low(noun - 1) == "," else noun
    begins = at == 2 and sentence.low(0) == "in" and _year(sentence.low(1))
    return 1 if begins else None


def _in_year(sentence: Sentence, place: int) -> bool:
    """Tell whether a year is when it was done: "in 2021", "in May 2021", "on 3 May 2021"; not "until 2021"."""
    before = [sentence.low(k) for k in range(max(0, place - 3), place)]
    while before and (before[-1] in _MONTHS or before[-1].isdigit()):
        before.pop()
    return bool(before) and (before[-1] == "in" or (before[-1] == "on" and sentence.low(place - 1) in _MONTHS))


def _year(low: str) -> bool:
    return len(low) == 4 and low.isascii() and low.isdigit() and low[:2] in ("18", "19", "20")


def _text(sentence: Sentence, first: int, last: int) -> str:
    return " ".join(sentence.row[k].text for k in range(first, last))
