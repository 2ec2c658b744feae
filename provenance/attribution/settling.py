"""How the attributions of one sentence stand to each other: which is kept, which stands within another, what hedges."""

from collections.abc import Container

from provenance.attribution.found import Polarity
from provenance.attribution.judge import Judge
from provenance.attribution.names import core, name_in
from provenance.attribution.polarity import polarity_of
from provenance.attribution.possible import Draft, Range
from provenance.attribution.sentence import Sentence

_LEAST = 0.5
"""How likely a draft must be to be kept."""
_LEAST_INNER = 0.35
"""The same for what matters more than it costs: outlets, who told the one who told us, what is not confirmed."""
_OUTER = frozenset(("say", "tell", "phrase", "colon", "other", "ask"))


def settled(here: list[Draft], judge: Judge, known: Container[str]) -> list[Draft]:
    """Give the drafts of a sentence that are kept, in its order; `known` are names of outlets.

    A hedge in the cue or content of another is given to it; one that stands alone stays: someone unnamed says so.
    """
    hedges = [draft for draft in here if draft.cue.way == "hedge"]
    likely = [draft for draft in here if draft.cue.way != "hedge"]
    _part([draft for draft in likely if draft.chance >= _LEAST])
    _nest(likely)
    for draft in likely:
        if draft.nested and judge.weights:  # who told the one who told us: judged by itself
            draft.chance = judge.likelihood(draft, inside=False)
    _cited(likely)
    kept = [
        draft
        for draft in likely
        if draft.chance >= (_LEAST_INNER if draft.chance < _LEAST and _matters(draft, known) else _LEAST)
    ]
    for draft in hedges:
        draft.hedge = (draft.cue.first, draft.cue.last)
        hosts = [
            other
            for other in kept
            if other.cue.first <= draft.cue.first < other.cue.last or _holds(other, draft.cue.first)
        ]
        for host in hosts:
            host.hedge = host.hedge or draft.hedge
        if not hosts:
            kept.append(draft)
    return sorted(kept, key=lambda draft: draft.cue.first)


def _part(here: list[Draft]) -> None:
    """End a content where its source goes on to do something else: “…, and added that …”, “…, calling it …”."""
    for one in here:
        for other in here:
            at = other.cue.first
            if other.source is None or other.source != one.source or at <= one.cue.first:
                continue
            one.content = [_ended(one.sentence, part, at) for part in one.content]


def _ended(sentence: Sentence, part: Range, at: int) -> Range:
    """Give a stretch as far as the comma or "and" before a cue in it."""
    first, last = part
    end = at
    while end > first and sentence.low(end - 1) in (",", "and", "but", "while", "—"):
        end -= 1
    return (first, end) if first < end < at < last else part


def _nest(here: list[Draft]) -> None:
    """Mark what stands in the content of a likelier attribution: who is said to have said it."""
    for draft in here:
        for other in here:
            if (
                other is draft
                or other.chance < _LEAST
                or other.cue.frame not in _OUTER
                or (
                    any(first <= other.cue.verb < last for first, last in draft.content) and other.chance < draft.chance
                )
            ):
                continue
            if any(first <= draft.cue.verb < last for first, last in other.content):
                draft.nested = True


def _cited(here: list[Draft]) -> None:
    """Make those whom a teller cites a source behind it: "Nefes reported on Tuesday, citing diplomats"."""
    for draft in here:
        if draft.cue.lemma in ("cite", "quote") and draft.cue.way == "ing" and draft.content:
            host = _teller(draft, here)
            if host is not None and _speakers(draft.sentence, draft.content[0]):
                draft.source, draft.content, draft.rule = draft.content[0], list(host.content), "citing"
                draft.nested, draft.chance = True, host.chance


def _teller(draft: Draft, here: list[Draft]) -> Draft | None:
    """Give the attribution whose source does the citing: it is put into that source, or stands behind it."""
    plain = [one for one in here if one.chance >= _LEAST and one.cue.frame in ("say", "tell") and not one.nested]
    around = (one for one in plain if one.source and one.source[0] <= draft.cue.first < one.source[1])
    before = [one for one in plain if one.cue.last <= draft.cue.first]
    return next(around, before[-1] if before else None)


def _speakers(sentence: Sentence, found: Range) -> bool:
    words = sentence.words
    kinds = (words.nouns_of_sources, words.outlet_nouns, words.officials)
    return any(
        sentence.capital(k) or any(low in kind for kind in kinds for low in (sentence.low(k), sentence.low(k)[:-1]))
        for k in range(*found)
    )


def _matters(draft: Draft, known: Container[str]) -> bool:
    return (
        draft.nested or polarity_of(draft.cue, draft.sentence.words) is Polarity.NOT_CONFIRMED or _outlet(draft, known)
    )


def _outlet(draft: Draft, known: Container[str]) -> bool:
    """Say whether an outlet speaks, by its name or by what it is called."""
    if draft.source is None:
        return False
    sentence, words = draft.sentence, draft.sentence.words
    called = any(
        sentence.low(k) in words.outlet_nouns or (sentence.capital(k) and sentence.low(k) in words.outlets)
        for k in range(*draft.source)
    )
    run = core(sentence, draft.source)
    return called or (run is not None and name_in(sentence, *run).lower() in known)


def _holds(draft: Draft, at: int) -> bool:
    return any(first <= at < last for first, last in draft.content)
