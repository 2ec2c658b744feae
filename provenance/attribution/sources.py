"""Who speaks: the noun phrase before a cue."""

from provenance.attribution.cues import Candidate
from provenance.attribution.sentence import Sentence

Range = tuple[int, int]
_FAR = 45
"""How many tokens a source may have: a longer one is no source, and a walk must end."""
_STOPS = frozenset(';:—–…!?"/')


def left_source(sentence: Sentence, candidate: Candidate) -> Range | None:
    """Give the subject before the verb group, None where none stands there."""
    end = candidate.first
    at = end - 1
    if at < 0:
        return None
    low = sentence.low(at)
    if low in sentence.words.subject_pronouns or low in ("who", "which"):
        return at, at + 1
    if low == ",":
        return _apposed(sentence, at)
    if low in ("—", "–", "-"):
        opening = next((k for k in range(at - 1, max(-1, at - _FAR), -1) if sentence.low(k) == low), None)
        return None if opening is None else _to(phrase_before(sentence, opening), at)
    if sentence.quote(at) or (sentence.sign(at) and low not in (")", ".")):
        return None
    return phrase_before(sentence, end)


def _to(found: Range | None, end: int) -> Range | None:
    return None if found is None else (found[0], end)


def _apposed(sentence: Sentence, comma: int) -> Range | None:
    """Give the noun and its apposition that ends at `comma`; a relative clause goes before a nearer comma."""
    best = None
    at = comma - 1
    while at > 0 and comma - at < _FAR and not sentence.speech(at):
        if sentence.low(at) == ",":
            found = phrase_before(sentence, at, lists=False)
            if found is not None and _noun_like(sentence, found):
                relative = sentence.low(at + 1) in ("who", "whose", "which")
                if best is None or relative:
                    inserted = at == comma - 2 and sentence.adverb(comma - 1)
                    best = found[0], (at if inserted else comma)
                if relative:
                    return best
        elif sentence.low(at) in (";", "—"):
            break
        at -= 1
    return best


def _noun_like(sentence: Sentence, found: Range) -> bool:
    first, last = found
    return last - first <= 14 and (
        sentence.capital(last - 1)
        or sentence.capital(first)
        or sentence.low(first) in sentence.words.determiners
        or sentence.nominal(first - 1)
    )


def phrase_before(sentence: Sentence, end: int, *, lists: bool = True) -> Range | None:
    """Give the noun phrase that ends before `end`."""
    words = sentence.words
    first = end
    joined = False
    while first > 0 and end - first < _FAR:
        at = first - 1
        low = sentence.low(at)
        if low == ")":
            opening = next((k for k in range(at - 1, max(-1, at - 12), -1) if sentence.low(k) == "("), None)
            if opening is None:
                break
            first = opening
            continue
        if sentence.quote(at):
            if sentence.speech(at):
                break
        elif low in _STOPS or low == "(":
            break
        elif low == ",":
            if not _continues(sentence, at, first, joined=joined and lists):
                break
        elif low in ("and", "or"):
            if sentence.low(at - 1) == "," and not _listed(sentence, at - 1):
                break
            if not _joins(sentence, at):
                break
            joined = True
        elif (
            low in ("but", "nor")
            or (low in words.subordinators and low not in ("as", "since", "than", "once", "so"))
            or low in ("who", "which", "whose", "whom", "what")
        ) or (
            low.endswith("ing")
            and sentence.auxiliary(at - 1)
            and low not in ("nothing", "something", "anything", "everything")
        ):
            break
        elif sentence.finite(at) and not _reduced(sentence, at, end):
            relative = _relative(sentence, at)
            if relative is None:
                break
            first = relative + 1
        first -= 1
    return _trimmed(sentence, first, end)


def _relative(sentence: Sentence, verb: int) -> int | None:
    """Give where "who" or "that" opens the clause of the verb, if it belongs to a noun: "economists who favour it"."""
    for k in range(verb - 1, max(0, verb - 12), -1):
        low = sentence.low(k)
        if low == "who":
            tense = any(sentence.finite(n) and not sentence.auxiliary(n) for n in range(k + 1, verb))
            return k if sentence.low(k - 1) != "," and not (tense and not _infinitive(sentence, verb)) else None
        near = verb - k < 6 and all(sentence.auxiliary(n) or sentence.adverb(n) for n in range(k + 1, verb))
        if low == "that" and near and not sentence.finite(k - 1) and sentence.low(k - 1) not in sentence.words.verbs:
            return k if sentence.low(k - 1) != "," else None
        if sentence.sign(k) or sentence.speech(k):
            return None
    return None


def _infinitive(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb stands behind "to": "asked not to be named"."""
    return "to" in (sentence.low(verb - 1), sentence.low(verb - 2))


def _reduced(sentence: Sentence, at: int, end: int) -> bool:
    """Say whether the verb is a participle that only describes: "a letter obtained by CNN", "a man named Smith"."""
    low = sentence.low(at)
    verb = sentence.words.verbs.get(low)
    if (
        sentence.auxiliary(at)
        or (verb is not None and verb.form not in ("past", "part"))
        or (verb is None and not low.endswith("ed"))
    ):
        return False
    if at + 1 == end or sentence.low(at + 1) in sentence.words.by or low in ("named", "called", "titled", "dubbed"):
        return True
    if verb is not None and verb.frame in ("say", "tell"):
        return sentence.low(at + 1) == "on" and (at < 4 or low == "briefed")
    return sentence.low(at + 1) in sentence.words.prepositions or sentence.low(at + 1) in sentence.words.calendar


def _listed(sentence: Sentence, comma: int) -> bool:
    """Say whether a comma before "and" ends a list: another comma stands shortly before."""
    return any(sentence.low(k) == "," for k in range(comma - 1, max(-1, comma - 7), -1))


def _continues(sentence: Sentence, comma: int, first: int, *, joined: bool) -> bool:
    """Say whether the source goes on before a comma: a list, a place and its state, a title and its holder."""
    if first - comma == 1 and sentence.low(first) in ("jr", "inc", "md", "r", "d", "n.y."):
        return True
    return (
        joined
        and comma > 0
        and first - comma <= 6
        and not any(sentence.finite(k) for k in range(max(0, comma - 4), comma))
        and (sentence.capital(comma - 1) and sentence.capital(comma + 1))
    )


def _joins(sentence: Sentence, at: int) -> bool:
    """Say whether "and" joins nouns: no verb stands before it in its clause."""
    for k in range(at - 1, max(-1, at - 14), -1):
        if sentence.low(k) in (",", ";", "that", "who", "which") or sentence.speech(k):
            return k >= at - 8
        if sentence.finite(k):
            return False
    return True


def _trimmed(sentence: Sentence, first: int, end: int) -> Range | None:
    """Take from the front what is no part of the noun: "But", "Meanwhile", "On Monday"."""
    words = sentence.words
    while first < end:
        low = sentence.low(first)
        if low == "more":
            break
        if (
            low in (",", ".", "'")
            or (low in words.conjunctions)
            or (sentence.adverb(first) and low not in ("all", "both"))
            or low in ("as", "since", "so", "than")
        ):
            first += 1
        elif low in words.prepositions and low != "like":
            after = _after_fronted(sentence, first, end)
            if after == end and low in ("outside", "inside", "over", "under", "about", "near", "up", "between"):
                break
            first = after
        elif low in words.calendar and end - first > 1 and low not in ("may", "march"):
            first += 1
        else:
            break
    return (first, end) if first < end else None


def _after_fronted(sentence: Sentence, first: int, end: int) -> int:
    """Give where the subject begins after "On Monday", "In 2023", "At the meeting"."""
    at = first + 1
    while at < end and (
        sentence.low(at) in sentence.words.calendar or sentence.low(at).isdigit() or sentence.low(at) in (",", "the")
    ):
        at += 1
    if at < end and (sentence.low(at - 1) in sentence.words.calendar or sentence.low(at - 1).isdigit()):
        return at
    pronoun = next(
        (k for k in range(end - 1, first, -1) if sentence.low(k) in ("he", "she", "they", "it", "we", "i")), None
    )
    if pronoun is not None:
        return pronoun
    for k in range(first + 2, end):
        if sentence.low(k) in sentence.words.determiners and sentence.low(k - 1) not in sentence.words.prepositions:
            return k
        if (
            sentence.capital(k)
            and not sentence.capital(k - 1)
            and sentence.low(k - 1) not in sentence.words.function
            and sentence.low(k - 1) not in ("'s", ".")
        ):
            return k
    return end
