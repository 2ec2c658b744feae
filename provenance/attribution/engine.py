"""The whole way: paragraphs, quotations, sentences, drafts, and what is kept of them."""

import re
from collections.abc import Collection, Mapping, Sequence

from provenance.attribution.cast import Cast, known_outlets
from provenance.attribution.conflicts import conflicts
from provenance.attribution.drafting import drafts
from provenance.attribution.found import Attribution, Confidence, Found, Span
from provenance.attribution.going_on import goes_on
from provenance.attribution.judge import Judge, speakers_of, weights_of
from provenance.attribution.lexicon import lexicon_of
from provenance.attribution.lexicon.model import Lexicon
from provenance.attribution.names import names_of
from provenance.attribution.polarity import polarity_of
from provenance.attribution.possible import Draft
from provenance.attribution.quotes import quotations
from provenance.attribution.sentence import Sentence
from provenance.attribution.settling import settled
from provenance.attribution.tokens import sentences, tokens

_HIGH, _MEDIUM = 0.85, 0.65
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
        here = settled(_judged(possible, judge), judge, known)
        if not goes_on(kept, here, sentence):
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
