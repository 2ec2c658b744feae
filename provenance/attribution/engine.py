"""The whole way: paragraphs, quotations, sentences, drafts, and what is kept of them."""

import re
from collections.abc import Collection, Container, Mapping, Sequence

from provenance.attribution.cast import Cast, known_outlets
from provenance.attribution.conflicts import conflicts
from provenance.attribution.drafting import drafts
from provenance.attribution.found import Attribution, Confidence, Found, Polarity, Span
from provenance.attribution.judge import Judge, speakers_of, weights_of
from provenance.attribution.lexicon import lexicon_of
from provenance.attribution.lexicon.model import Lexicon
from provenance.attribution.names import core, name_in, names_of
from provenance.attribution.polarity import polarity_of
from provenance.attribution.possible import Draft, Range
from provenance.attribution.quotes import quotations
from provenance.attribution.sentence import Sentence
from provenance.attribution.tokens import sentences, tokens

_LEAST = 0.5
"""How likely a draft must be to be kept."""
_LEAST_INNER = 0.35
"""The same for what matters more than it costs: outlets, who told the one who told us, what is not confirmed."""
_HIGH, _MEDIUM = 0.85, 0.65
_OUTER = frozenset(("say", "tell", "phrase", "colon", "other", "ask"))
_LINE = re.compile(r"[^\n]+")


def find(
    text: str,
    *,
    paragraphs: Sequence[Span] | None = None,
    language: str = "en",
    outlets: Collection[str] = (),
) -> Found:
    """Give who says what in `text`; nothing where the language is not known.

    `paragraphs` are the spans to read, every line where None. `outlets` are names of outlets that are known: they tell
    an outlet from a person. A line that does not end as a sentence does, like a headline, is not read.
    """
    words = lexicon_of(language)
    if words is None:
        return Found(attributions=(), unattributed=(), conflicts=())
    read = _sentences(text, _lines(text) if paragraphs is None else paragraphs, words)
    attributions = _attributions(read, words, weights_of(words.language), outlets)
    return Found(attributions=attributions, unattributed=_unattributed(read, attributions), conflicts=conflicts(read))


def read_text(text: str, language: str = "en") -> list[Sentence]:
    """Give the sentences of a text, every line a paragraph."""
    words = lexicon_of(language)
    return [] if words is None else _sentences(text, _lines(text), words)


def find_with(text: str, weights: Mapping[str, float], language: str = "en") -> tuple[Attribution, ...]:
    """Give the attributions that other weights find (benchmarks/attribution.py)."""
    words = lexicon_of(language)
    return () if words is None else _attributions(_sentences(text, _lines(text), words), words, weights, ())


def _attributions(
    read: Sequence[Sentence], words: Lexicon, weights: Mapping[str, float], outlets: Collection[str]
) -> tuple[Attribution, ...]:
    kept: list[Draft] = []
    made = [drafts(sentence) if finished(sentence) else [] for sentence in read]
    known = known_outlets(outlets)
    judge = Judge(weights, speakers_of(draft for here in made for draft in here))
    for sentence, possible in zip(read, made, strict=True):
        here = _hedged(_judged(possible, judge), judge, known)
        if not _continues(kept, here, sentence):
            kept.extend(here)
    cast = Cast(words, names_of(read, words), known)
    return tuple(_attribution(draft, cast) for draft in kept)


def _lines(text: str) -> list[Span]:
    return [match.span() for match in _LINE.finditer(text)]


def _sentences(text: str, paragraphs: Sequence[Span], words: Lexicon) -> list[Sentence]:
    read: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs):
        row = tokens(text, start, end, quotations(text, start, end))
        read.extend(
            Sentence(row[first:last], words, number) for first, last in sentences(row, words.abbreviations, words.verbs)
        )
    return read


def _judged(made: list[Draft], judge: Judge) -> list[Draft]:
    """Give the drafts of a sentence, each with how likely it is right."""
    inside = covered(made)
    for draft in made:
        if judge.weights:
            draft.chance = judge.likelihood(draft, inside=draft.cue.verb in inside)
        else:
            draft.chance = _MEDIUM if _plain(draft) else 0.0
    return made


def _plain(draft: Draft) -> bool:
    """Say whether a draft is plain enough for a language that was never measured: someone says something."""
    cue = draft.cue
    if cue.way in ("hedge", "phrase"):
        return True
    said = cue.frame in ("say", "tell") and cue.way == "active" and draft.source is not None
    return said and bool(draft.content) and cue.form != "ing"


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


def covered(made: list[Draft]) -> set[int]:
    """Give the tokens in the content of a plain attribution: what is said there is said by someone else's word."""
    found: set[int] = set()
    for draft in made:
        if (
            draft.cue.frame in ("say", "tell", "phrase")
            and draft.cue.way in ("active", "phrase")
            and draft.source is not None
        ):
            for first, last in draft.content:
                found.update(range(first, last))
    return found


def _continues(kept: list[Draft], here: list[Draft], sentence: Sentence) -> bool:
    """Give a sentence that only quotes, without a source of its own, to the last speaker; say whether it was."""
    if not kept:
        return False
    last = _speaker(kept)
    distance = sentence.paragraph - (last.until or last.sentence.paragraph)
    if last.cue.way == "colon" and distance == 0 and not _speaks(last):
        last.more.append(sentence.span(0, len(sentence.row)))
        return True
    if here:
        return False
    waiting = not last.content and not last.more and distance == 1
    if waiting and (sentence.row[0].quote or last.sentence.low(len(last.sentence.row) - 1) == ":"):
        last.more.append(sentence.span(0, len(sentence.row)))
        last.until = sentence.paragraph
        return True
    if (
        distance <= 1
        and all(token.quote or sentence.sign(at) for at, token in enumerate(sentence.row))
        and any(token.quote for token in sentence.row)
    ):
        last.more.append(sentence.span(0, len(sentence.row)))
        last.until = sentence.paragraph
        return True
    return False


def _speaker(kept: list[Draft]) -> Draft:
    """Give the attribution that a quotation goes on with: of the last sentence with any, the one that quotes."""
    same = [draft for draft in kept[-6:] if draft.sentence is kept[-1].sentence]
    return next((draft for draft in same if _speaks(draft)), None) or next(
        (draft for draft in same if draft.cue.frame in ("say", "tell", "colon")), same[-1]
    )


def _speaks(draft: Draft) -> bool:
    return any(draft.sentence.speech(k) for first, last in draft.content for k in range(first, last))


def _hedged(here: list[Draft], judge: Judge, known: Container[str]) -> list[Draft]:
    """Give a hedge in the cue or content of another to it; one that stands alone stays: someone unnamed says so."""
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


def _unattributed(read: Sequence[Sentence], attributions: Sequence[Attribution]) -> tuple[Span, ...]:
    """Give the sentences that no cue and no content touches, headlines and scraps left out."""
    touched = sorted(span for one in attributions for span in (*one.content, *((one.cue,) if one.cue else ())))
    found = []
    at, reach = 0, -1
    for sentence in read:
        start, end = sentence.span(0, len(sentence.row))
        while at < len(touched) and touched[at][0] < end:
            reach = max(reach, touched[at][1])
            at += 1
        if reach <= start and finished(sentence):
            found.append((start, end))
    return tuple(found)


def finished(sentence: Sentence) -> bool:
    """Say whether a line is a sentence: it ends with a stop or a quotation and has a few words."""
    last = sentence.row[-1]
    return len(sentence.row) > 2 and (last.quote or last.low in (".", "!", "?", "…", ":", ")"))


def _attribution(draft: Draft, cast: Cast) -> Attribution:
    sentence = draft.sentence
    kind, entity = cast.place(sentence, draft.source)
    return Attribution(
        source=sentence.span(*draft.source) if draft.source else None,
        cue=sentence.span(draft.cue.first, draft.cue.last),
        content=(*(sentence.span(*part) for part in draft.content), *draft.more),
        class_=kind,
        entity=entity,
        polarity=polarity_of(draft.cue, sentence.words),
        hedge=sentence.span(*draft.hedge) if draft.hedge else None,
        nested=draft.nested,
        confidence=_confidence(draft.chance),
        rule=draft.rule,
    )


def _confidence(chance: float) -> Confidence:
    return Confidence.HIGH if chance >= _HIGH else Confidence.MEDIUM if chance >= _MEDIUM else Confidence.LOW
