"""Where a sentence may report: verbs, nouns and phrases that could be cues, each with what its place says about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from provenance.attribution.lexicon import en_verbs
from provenance.attribution.sentence import Sentence


@dataclass(slots=True)
class Candidate:
    """A possible cue: tokens `first` to `last` (excluded) with the verb at `verb`.

    `way`: active, passive, ing (a participle without "is"), to (an infinitive), noun, phrase ("according to"), hedge, colon.
    """

    way: str
    first: int
    last: int
    verb: int
    lemma: str
    frame: str
    form: str
    negated: bool = False
    particle: str = ""


def candidates(sentence: Sentence) -> Iterator[Candidate]:
    """Give every possible cue of the sentence, in order."""
    words = sentence.words
    for at, token in enumerate(sentence.row):
        if token.quote:
            continue
        if token.low in words.verbs and not token.text.isupper():
            found = _verb(sentence, at)
            if found:
                yield found
                continue
        if token.low in words.hedges:
            yield Candidate("hedge", at, at + 1, at, token.low, "hedge", "adv")
        elif token.low in ("according", "per", "in"):
            found = _phrase(sentence, at)
            if found:
                yield found
        if token.low in words.nouns:
            found = _noun(sentence, at)
            if found:
                yield found
        if token.low == ":":
            found = _colon(sentence, at)
            if found:
                yield found


def _verb(sentence: Sentence, at: int) -> Candidate | None:
    words = sentence.words
    verb = words.verbs[sentence.low(at)]
    form = verb.form
    first, negated, be, aux, to = _group(sentence, at)
    before = first - 1
    if sentence.capital(at) and at > 0:
        return None
    if first == at and (sentence.nominal(before) or sentence.low(before) in ("that", "this") and False):
        return None
    way = "active"
    if form == "ing":
        way = "active" if be else "ing"
    elif to:
        way = "to"
    elif be and form in ("past", "part"):
        way = "passive"
    elif form == "part" and not aux:
        return None
    last = at + 1
    particle = ""
    after = sentence.low(at + 1)
    if after in en_verbs.PHRASAL.get(verb.lemma, ()):
        particle = after
        last += 1
    elif verb.frame == "phrase":
        return None
    return Candidate(way, first, last, at, verb.lemma, verb.frame, form, negated, particle)


def _group(sentence: Sentence, at: int) -> tuple[int, bool, bool, bool, bool]:
    """Give where the verb group begins, and whether it is negated, has a form of be, an auxiliary, a "to"."""
    words = sentence.words
    first = at
    negated = be = aux = to = False
    while first > 0:
        low = sentence.low(first - 1)
        if sentence.auxiliary(first - 1):
            aux = True
            be = be or (low in words.be)
        elif low in words.to and not aux:
            to = True
        elif not sentence.adverb(first - 1) and low not in words.negations:
            break
        negated = negated or low in words.negations
        first -= 1
        if at - first > 8:
            break
    while first < at and sentence.adverb(first) and first > 0 and sentence.low(first - 1) in (",", "") and not aux:
        first += 1
    return first, negated, be, aux, to


def _phrase(sentence: Sentence, at: int) -> Candidate | None:
    for phrase in sentence.words.according:
        if all(sentence.low(at + k) == word for k, word in enumerate(phrase)):
            return Candidate("phrase", at, at + len(phrase), at, phrase[0] + "-" + phrase[-1], "phrase", "phrase")
    return None


def _noun(sentence: Sentence, at: int) -> Candidate | None:
    low = sentence.low(at)
    if sentence.possessive(at - 1) or sentence.possessive(at - 2) or sentence.low(at + 1) == "that":
        return Candidate("noun", at, at + 1, at, low, "noun", "noun")
    return None


def _colon(sentence: Sentence, at: int) -> Candidate | None:
    if 0 < at <= 5 and at + 1 < len(sentence.row) and sentence.capital(at - 1) and all(not sentence.sign(k) for k in range(at)):
        return Candidate("colon", at, at + 1, at, ":", "colon", "colon")
    return None
