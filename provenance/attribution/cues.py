"""Where a sentence may report: verbs, nouns and phrases that could be cues, each with what its place says about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from provenance.attribution.sentence import Sentence

_UNNAMED = frozenset(("named", "identified", "quoted"))


@dataclass(slots=True)
class Candidate:
    """A possible cue: tokens `first` to `last` (excluded) with the verb at `verb`.

    `way`: active, passive, ing (a participle without "is"), to (an infinitive), noun, adjective, phrase ("according
    to"), hedge, colon.
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
        elif sentence.finite(at) and not sentence.auxiliary(at):
            found = _unknown(sentence, at)
            if found:
                yield found
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
        elif token.low in words.adjectives:
            found = _adjective(sentence, at)
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
    if sentence.capital(at) and at > 0 and not sentence.title:
        return None
    if (first == at and sentence.nominal(before)) or _hides(sentence, at):
        return None
    if sentence.low(at) == "briefed" and sentence.low(at + 1) == "on":
        return None  # "people briefed on the talks": who they are, not what they say
    way = "active"
    if form == "ing":
        way = "active" if be else "ing"
    elif to:
        way = "to"
    elif (be and form in ("past", "part")) or (
        form in ("past", "part")
        and sentence.low(before) in ("when", "if", "as", "once", "while")
        and verb.frame in ("tell", "ask")
    ):
        way = "passive"
    elif form == "part" and not aux:
        return None
    last = at + 1
    particle = ""
    after = sentence.low(at + 1)
    if after in words.phrasal.get(verb.lemma, ()):
        particle = after
        last += 1
    elif verb.frame == "phrase":
        return None
    return Candidate(way, first, last, at, verb.lemma, verb.frame, form, negated, particle)


def _hides(sentence: Sentence, at: int) -> bool:
    """Say whether somebody asks not to be named here, which says nothing of the matter."""
    after = [sentence.low(k) for k in range(at + 1, at + 5)]
    if "be" in after and not _UNNAMED.isdisjoint(after):
        return True
    before = [sentence.low(k) for k in range(max(0, at - 4), at)]
    return sentence.low(at) in _UNNAMED and before[-2:] == ["to", "be"]


def _unknown(sentence: Sentence, at: int) -> Candidate | None:
    """Give a verb that is no known cue where "that" or a quotation follows it, or a quotation goes before."""
    after = sentence.low(at + 1)
    quoted = sentence.speech(at + 1) or (after in (",", ":") and sentence.speech(at + 2))
    if (
        not quoted
        and after != "that"
        and not (after in (",", ".") and any(sentence.speech(k) for k in range(max(0, at - 6), at)))
    ):
        return None
    first, negated, _, _aux, to = _group(sentence, at)
    way = "to" if to else "active"
    return Candidate(
        way, first, at + 1, at, sentence.low(at), "other", "past" if sentence.low(at).endswith("ed") else "s", negated
    )


def _group(sentence: Sentence, at: int) -> tuple[int, bool, bool, bool, bool]:
    """Give where the verb group begins, and whether it is negated, has a form of be, an auxiliary, a "to"."""
    words = sentence.words
    first = at
    negated = be = aux = to = False
    while first > 0:
        low = sentence.low(first - 1)
        if sentence.auxiliary(first - 1):
            aux = True
            be = be or (
                low in words.be
                and not (
                    low == "'s"
                    and sentence.low(at) in ("said", "told", "called")
                    and sentence.low(at + 1) not in words.by
                )
            )
        elif low in words.to and not aux:
            to = True
        elif not sentence.adverb(first - 1) and low not in words.negations:
            break
        negated = negated or low in words.negations
        first -= 1
        if at - first > 8:
            break
    return first, negated, be, aux, to


def _phrase(sentence: Sentence, at: int) -> Candidate | None:
    for phrase in sentence.words.according:
        if all(sentence.low(at + k) == word for k, word in enumerate(phrase)):
            return Candidate("phrase", at, at + len(phrase), at, phrase[0] + "-" + phrase[-1], "phrase", "phrase")
    return None


def _noun(sentence: Sentence, at: int) -> Candidate | None:
    low = sentence.low(at)
    if (
        sentence.possessive(at - 1)
        or sentence.possessive(at - 2)
        or sentence.low(at + 1) in ("that", "of", "about", "for", "on", "by", "from", "against")
    ):
        return Candidate("noun", at, at + 1, at, low, "noun", "noun")
    return None


def _adjective(sentence: Sentence, at: int) -> Candidate | None:
    """Give "is sure that", "was unaware of", "made clear that" as cues."""
    first, negated, be, _, _ = _group(sentence, at)
    after = sentence.low(at + 1)
    low = sentence.low(at)
    if low == "clear" and sentence.low(first - 1) in ("it", "made", "make", "makes", "making"):
        verb = first - 2 if sentence.low(first - 1) == "it" else first - 1
        if sentence.low(verb) in ("made", "make", "makes", "making"):
            first = _group(sentence, verb)[0]
            return Candidate("active", first, at + 1, at, "clear", "say", "past")
    if not be or after not in (
        "that",
        "to",
        "of",
        "about",
        "by",
        "with",
        "in",
        "if",
        "whether",
        "how",
        "what",
        "why",
        "for",
        "at",
        "on",
    ):
        return None
    return Candidate("adjective", first, at + 1, at, low, "adjective", "adjective", negated, after)


def _colon(sentence: Sentence, at: int) -> Candidate | None:
    if at + 1 >= len(sentence.row) or not sentence.capital(at - 1):
        return None
    first = at
    while first > 0 and at - first < 9 and not sentence.sign(first - 1) and not sentence.quote(first - 1):
        first -= 1
    if (
        at - first >= 9
        or (first > 0 and not sentence.speech(at + 1))
        or any(sentence.finite(k) for k in range(first, at))
    ):
        return None
    return Candidate("colon", at, at + 1, at, ":", "colon", "colon")
