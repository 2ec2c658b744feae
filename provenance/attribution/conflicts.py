"""What a text says twice in two ways: the same act in two years, or with two figures. Precision first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from provenance.attribution.found import Conflict, Span
from provenance.attribution.passive_acts import passive_conflicts
from provenance.attribution.sentence import Sentence

_REACH = 8
"""How many tokens before the verb tell what it is about."""
_SHARED = 2
"""How many of their words two acts must share."""
_MOST = 400
"""How many acts are compared, which takes the square of their number."""
_YEAR_DIGITS = 4


@dataclass(slots=True)
class _Act:
    verb: str
    what: str
    value: str
    about: frozenset[str]
    span: tuple[int, int]
    words: str


def conflicts(sentences: Iterable[Sentence]) -> tuple[Conflict, ...]:
    """Give the pairs of places that disagree, in the order of the text."""
    read = tuple(sentences)
    found = _of_acts(read)
    more = [each for each in passive_conflicts(read) if not any(_same(each, other) for other in found)]
    return tuple(sorted((*found, *more), key=lambda each: (each.first, each.second)))


def _same(one: Conflict, other: Conflict) -> bool:
    return _meet(one.first, other.first) and _meet(one.second, other.second)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _of_acts(sentences: Iterable[Sentence]) -> tuple[Conflict, ...]:
    acts = [act for sentence in sentences for act in _acts(sentence)][:_MOST]
    return tuple(
        Conflict(first=one.span, second=other.span, words=f"“{one.words}” against “{other.words}”")
        for one, other in combinations(acts, 2)
        if (one.verb, one.what) == (other.verb, other.what)
        and one.value != other.value
        and len(one.about & other.about) >= _SHARED
    )


def _acts(sentence: Sentence) -> Iterator[_Act]:
    """Give "sold … in 2019" and "killed 12 people" with what stands before them."""
    for at, token in enumerate(sentence.row):
        if token.quote or (
            sentence.words.plain_verbs.get(token.low) != "past"
            and not (token.low.endswith("ed") and sentence.finite(at))
        ):
            continue
        about = frozenset(_about(sentence, at))
        found = _year(sentence, at)
        if found is not None:
            yield _Act(
                token.low,
                "year",
                sentence.low(found),
                about,
                sentence.span(at, found + 1),
                _text(sentence, at, found + 1),
            )
        if _figure(sentence, at):
            noun = sentence.low(at + 2)
            yield _Act(
                token.low, noun, sentence.low(at + 1), about, sentence.span(at, at + 3), _text(sentence, at, at + 3)
            )


def _about(sentence: Sentence, verb: int) -> Iterator[str]:
    for k in range(max(0, verb - _REACH), verb):
        low = sentence.low(k)
        if (
            (len(low) > 3 or any(sign.isdigit() for sign in low))
            and low not in sentence.words.function
            and low.isascii() is not None
        ):
            yield low.removesuffix("s")


def _year(sentence: Sentence, verb: int) -> int | None:
    """Give where the year of an act stands: "sold to Ankara in 2019", in its clause."""
    for k in range(verb + 1, min(len(sentence.row) - 1, verb + 6)):
        if sentence.low(k) == "in" and _is_year(sentence.low(k + 1)):
            return k + 1
        if sentence.sign(k) or sentence.low(k) in sentence.words.conjunctions or sentence.finite(k):
            return None
    return None


def _is_year(low: str) -> bool:
    return len(low) == _YEAR_DIGITS and low.isascii() and low.isdigit() and low[:2] in ("19", "20")


def _figure(sentence: Sentence, verb: int) -> bool:
    number, noun = sentence.low(verb + 1), sentence.low(verb + 2)
    return (
        number.isascii()
        and number.isdigit()
        and not _is_year(number)
        and noun.isalpha()
        and noun.endswith(("s", "people"))
        and noun not in sentence.words.calendar
    )


def _text(sentence: Sentence, first: int, last: int) -> str:
    row: Sequence[str] = [sentence.row[k].text for k in range(first, last)]
    return " ".join(row)
