"""Who speaks: the noun phrase after a cue, after "according to" and after "by"."""

from provenance.attribution.possible import Range
from provenance.attribution.sentence import Sentence

_FAR = 45
"""How many tokens a source may have: a longer one is no source, and a walk must end."""
_CUT_AFTER = frozenset(
    [
        "on",
        "during",
        "after",
        "before",
        "when",
        "while",
        "as",
        "since",
        "until",
        "because",
        "if",
        "although",
        "though",
        "amid",
        "despite",
        "via",
    ]
)
_OCCASIONS = frozenset(
    [
        "statement",
        "interview",
        "email",
        "speech",
        "tweet",
        "post",
        "letter",
        "memo",
        "op-ed",
        "debate",
        "rally",
        "event",
        "conference",
        "call",
        "video",
        "appearance",
        "message",
        "interviews",
        "statements",
        "speeches",
        "hearing",
        "meeting",
        "briefing",
        "ad",
    ],
)


def right_source(sentence: Sentence, at: int, *, inverted: bool = True) -> Range | None:
    """Give the noun phrase that begins at `at`: after “…,” said, after "according to", after "by"."""
    words = sentence.words
    first = at
    if first >= len(sentence.row) or (sentence.quote(first) and sentence.speech(first)):
        return None
    if sentence.sign(first) and sentence.low(first) != "@":
        return None
    low = sentence.low(first)
    pronoun = low in words.subject_pronouns or low in ("him", "them", "me", "us")
    if pronoun and low not in ("this", "that", "these", "those", "one"):
        return first, first + 1
    last = first
    commas = 0
    while last < len(sentence.row) and last - first < _FAR:
        low = sentence.low(last)
        if low == "(":
            last = next(
                (k + 1 for k in range(last, min(len(sentence.row), last + 12)) if sentence.low(k) == ")"), last + 1
            )
            continue
        if sentence.speech(last) or low in ("—", "–", ";", ":", ")"):
            break
        if low == "." and (
            last + 1 == len(sentence.row) or all(sentence.sign(k) for k in range(last, len(sentence.row)))
        ):
            break
        if low in ("?", "!"):
            break
        if low == ",":
            closing = _apposition_end(sentence, last)
            if closing is None or commas:
                break
            commas += 1
            last = closing
            break
        if last > first and (
            (low in _CUT_AFTER and not sentence.low(last - 1).endswith("ed"))
            or low in ("that", "whether", "but", "why", "how", "what")
            or (low in words.calendar and sentence.low(last - 1) not in ("the", "'s", "of", "and"))
        ):
            break
        if (
            last > first
            and low in ("in", "at", "to", "with", "about", "from")
            and _leaves(sentence, last, inverted=inverted)
        ):
            break
        if last > first and low in ("who", "which"):
            last = next(
                (
                    k
                    for k in range(last, min(len(sentence.row), last + _FAR))
                    if sentence.low(k) in (",", ".", ";") or sentence.speech(k)
                ),
                len(sentence.row),
            )
            break
        if last > first and sentence.finite(last) and not sentence.low(last).endswith("ed"):
            break
        if low == "and" and (sentence.finite(last + 1) or sentence.low(last + 1) in words.subject_pronouns):
            break
        last += 1
    while last > first and sentence.low(last - 1) in (",", "and"):
        last -= 1
    return (first, last) if last > first else None


def _leaves(sentence: Sentence, at: int, *, inverted: bool) -> bool:
    low = sentence.low(at)
    if low in ("about", "to") and inverted:
        return True
    if any(sentence.low(k) in _OCCASIONS for k in range(at + 1, at + 5)):
        return True
    nxt = sentence.low(at + 1)
    return nxt in sentence.words.calendar or nxt.isdigit() or (low == "with" and nxt in ("a", "his", "her"))


def _apposition_end(sentence: Sentence, comma: int) -> int | None:
    """Give where the apposition that begins at `comma` ends, None where none begins."""
    nxt = sentence.low(comma + 1)
    words = sentence.words
    if (
        sentence.quote(comma + 1)
        or (nxt in words.subordinators and nxt != "as")
        or nxt in words.conjunctions
        or nxt.endswith("ing")
        or (nxt in words.subject_pronouns and nxt not in ("who", "one"))
    ):
        return None
    if nxt in (
        "in",
        "on",
        "at",
        "during",
        "as",
        "with",
        "to",
        "referring",
        "which",
        "by",
        "for",
        "after",
    ) or sentence.finite(comma + 1):
        return None
    if not (
        nxt in words.determiners
        or nxt in {"who", "whose"}
        or nxt in words.titles
        or nxt in words.adverbs
        or (sentence.row[comma + 1 :] and sentence.low(comma + 1).isalpha())
        or nxt.isdigit()
    ):
        return None
    for k in range(comma + 1, min(len(sentence.row), comma + _FAR)):
        low = sentence.low(k)
        if low in (",", ";", "—") or sentence.speech(k) or (low == "." and k + 1 == len(sentence.row)):
            return k
        if sentence.finite(k) and nxt not in ("who", "whose"):
            return None
        if (
            low in words.calendar
            and low not in ("may", "march", "week", "weekly", "year")
            and sentence.low(k - 1) == "on"
        ):
            return k - 1
    return len(sentence.row)
