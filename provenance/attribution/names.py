"""The names in a text, in order, and whom a short name or a pronoun stands for."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from provenance.attribution.lexicon.model import Lexicon
from provenance.attribution.sentence import Sentence

_LINKS = frozenset(["de", "la", "van", "von", "der", "den", "bin", "ibn", "al", "el", "di", "da", "dos", "del"])
_BACK = 40
"""How many names back a pronoun may reach."""


@dataclass(slots=True)
class Names:
    """Every name of two words or more where it stands, and who was last named as a source."""

    words: Lexicon
    starts: list[int] = field(default_factory=list)
    full: list[str] = field(default_factory=list)
    by_last: dict[str, list[int]] = field(default_factory=dict)
    capitals: set[str] = field(default_factory=set)
    """The words, in lower case, that have a capital where no sentence begins."""
    initials: dict[str, str] = field(default_factory=dict)
    """What initials stand for: "(AA)" behind "Anadolu Agency"."""

    def add(self, start: int, name: str) -> None:
        """Put down a name that stands at `start`; they come in the order of the text."""
        if not personal(name, self.words):
            self.initials.setdefault(initials_of(name), name)
        self.by_last.setdefault(name.rpartition(" ")[2].lower(), []).append(len(self.full))
        self.starts.append(start)
        self.full.append(name)

    def whole(self, short: str, at: int) -> str:
        """Give the full name that ends in `short`: the last before `at`, else the first after; else itself."""
        places = self.by_last.get(short.lower(), [])
        before = [place for place in places if self.starts[place] <= at]
        if not before and not places:
            return short
        place = before[-1] if before else places[0] if places else None
        return short if place is None else self.full[place]

    def spelt_out(self, short: str) -> str | None:
        """Give the name of a body or an outlet whose initials these are, where the text has it."""
        return self.initials.get(short) if len(short) > 1 and short.isupper() else None

    def person_before(self, at: int, sex: str) -> str | None:
        """Give the last name before `at` that may be a person of that sex ("he", "she")."""
        place = bisect_left(self.starts, at) - 1
        for k in range(place, max(-1, place - _BACK), -1):
            if personal(self.full[k], self.words) and self.sex(self.full[k]) in (sex, ""):
                return self.full[k]
        return None

    def sex(self, name: str) -> str:
        """Give "he" or "she" where a name's own words tell, else ""."""
        lows = set(name.lower().replace(".", "").split())
        return "she" if lows & self.words.female else "he" if lows & self.words.male else ""


def personal(name: str, words: Lexicon) -> bool:
    """Say whether a name may be a person's: none of its words is that of an outlet, an office or a group."""
    lows = name.lower().replace(".", "").split()
    return 1 < len(lows) <= 4 and not any(
        low in words.outlets or low in words.groups or low in words.bodies or (k and low in words.calendar)
        for k, low in enumerate(lows)
    )


def initials_of(name: str) -> str:
    """Give the first letters of the words that have a capital."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def names_of(sentences: Iterable[Sentence], words: Lexicon) -> Names:
    """Read the names out of sentences: runs of words with a capital, titles left out."""
    found = Names(words)
    for sentence in sentences:
        found.capitals.update(sentence.low(at) for at in range(1, len(sentence.row)) if sentence.capital(at))
        for first, last in capital_runs(sentence, 0, len(sentence.row)):
            name = name_in(sentence, first, last)
            if " " in name:
                found.add(sentence.row[first].start, name)
                short = _in_brackets(sentence, last)
                if short is not None and short[0] == name[0]:
                    found.initials[short] = name
    return found


def _in_brackets(sentence: Sentence, at: int) -> str | None:
    """Give the initials that stand in brackets at a token: "(AA)"."""
    if sentence.low(at) != "(" or sentence.low(at + 2) != ")" or not sentence.row[at + 1].text.isupper():
        return None
    return sentence.row[at + 1].text


def capital_runs(sentence: Sentence, first: int, last: int) -> Iterable[tuple[int, int]]:
    """Give the runs of words with a capital between two tokens."""
    at = first
    while at < last:
        if not _named(sentence, at):
            at += 1
            continue
        start = at
        while at < last and (
            _named(sentence, at)
            or (sentence.low(at) in _LINKS and _named(sentence, at + 1))
            or (
                sentence.low(at) == "."
                and at > start
                and sentence.row[at].start == sentence.row[at - 1].end
                and _named(sentence, at + 1)
                and at + 1 < last
            )
        ):
            at += 1
        yield start, at


def _named(sentence: Sentence, at: int) -> bool:
    return (
        sentence.capital(at)
        and not sentence.quote(at)
        and not (at == 0 and _plain(sentence, at))
        and (sentence.low(at) not in sentence.words.calendar or _forename(sentence, at) or _named(sentence, at - 1))
    )


def _forename(sentence: Sentence, at: int) -> bool:
    """Say whether the name of a month is a person's: "Jan Nowak", "April Jones"."""
    low = sentence.low(at + 1)
    months = ("jan", "april", "may", "june", "august")
    return sentence.low(at) in months and sentence.capital(at + 1) and low not in sentence.words.calendar


def _plain(sentence: Sentence, at: int) -> bool:
    low = sentence.low(at)
    words = sentence.words
    return (
        low in words.determiners
        or low in words.prepositions
        or low in words.subordinators
        or low in words.conjunctions
        or low in words.pronouns
        or sentence.adverb(at)
    )


def name_in(sentence: Sentence, first: int, last: int) -> str:
    """Give the name a run of tokens holds, without titles before it."""
    first = max([first, *(k + 1 for k in range(first, last - 1) if sentence.low(k) in sentence.words.titles)])
    while first < last - 1 and (
        sentence.low(first) in sentence.words.titles
        or sentence.low(first) in (".", "former", "then-foreign", "the")
        or _plain(sentence, first)
    ):
        first += 1
    parts: list[str] = []
    for k in range(first, last):
        token = sentence.row[k]
        if token.text == "." and parts:
            parts[-1] += "."
        else:
            parts.append(token.text)
    return " ".join(parts)


def core(sentence: Sentence, source: Sequence[int]) -> tuple[int, int] | None:
    """Give the name in a source: the last run of capitals before its first comma, preposition or relative."""
    first, last = source[0], source[1]
    words = sentence.words
    stop = last
    for k in range(first + 1, last):
        if sentence.low(k) in (",", "(", "who", "which", "that", "—", "with", "at", "from", "for", "in", "-"):
            stop = k
            break
        if sentence.low(k) in words.prepositions and sentence.low(k) != "of":
            stop = k
            break
    first = max([first, *(k + 1 for k in range(first, stop - 1) if sentence.low(k) in ("'s", "'"))])
    runs = list(capital_runs(sentence, first, stop))
    if first == 0 and sentence.capital(0) and not _plain(sentence, 0) and (not runs or runs[0][0] > 1):
        runs.insert(0, (0, 1))
    if not runs:
        return None
    return runs[-1] if runs[-1][1] == stop else None
