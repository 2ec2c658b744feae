"""The whole way: paragraphs, quotations, sentences, drafts, and what is kept of them."""

import re
from collections.abc import Collection, Mapping, Sequence

from provenance.attribution.drafting import Draft, drafts
from provenance.attribution.found import Attribution, Confidence, Found, Polarity, SourceClass, Span
from provenance.attribution.judge import likelihood, weights_of
from provenance.attribution.lexicon import lexicon_of
from provenance.attribution.lexicon.model import Lexicon
from provenance.attribution.quotes import quotations
from provenance.attribution.sentence import Sentence, headline
from provenance.attribution.tokens import sentences, tokens

_LEAST = 0.45
"""How likely a draft must be to be kept."""
_LINE = re.compile(r"[^\n]+")


def find(
    text: str,
    *,
    paragraphs: Sequence[Span] | None = None,
    language: str = "en",
    outlets: Collection[str] = (),
) -> Found:
    """Give who says what in `text`; nothing where the language is not known.

    `paragraphs` are the spans to read, every line where None. `outlets` are names of outlets that are known.
    """
    words = lexicon_of(language)
    if words is None:
        return Found(attributions=(), unattributed=(), conflicts=())
    if paragraphs is None:
        paragraphs = [match.span() for match in _LINE.finditer(text)]
    read = _sentences(text, paragraphs, words)
    weights = weights_of(words.language)
    kept: list[Draft] = []
    for sentence in read:
        here = [draft for draft, chance in judged(sentence, weights) if chance >= _LEAST]
        _continue_quotes(kept, here, sentence)
        kept.extend(here)
    return Found(attributions=tuple(_attribution(draft) for draft in kept), unattributed=(), conflicts=())


def _sentences(text: str, paragraphs: Sequence[Span], words: Lexicon) -> list[Sentence]:
    read = []
    verbs = frozenset(words.verbs)
    for number, (start, end) in enumerate(paragraphs):
        row = tokens(text, start, end, quotations(text, start, end))
        read.extend(Sentence(row[first:last], words, number, headline(row[first:last])) for first, last in sentences(row, words.abbreviations, verbs))
    return read


def judged(sentence: Sentence, weights: Mapping[str, float]) -> list[tuple[Draft, float]]:
    """Give the drafts of a sentence, each with how likely it is right."""
    made = drafts(sentence)
    covered = _covered(made)
    return [(draft, likelihood(draft, draft.cue.verb in covered, weights)) for draft in made]


def _covered(made: list[Draft]) -> set[int]:
    """Give the tokens in the content of a plain attribution: what is said there is said by someone else's word."""
    found: set[int] = set()
    for draft in made:
        if draft.cue.frame in ("say", "tell", "phrase") and draft.cue.way in ("active", "phrase") and draft.source is not None:
            for first, last in draft.content:
                found.update(range(first, last))
    return found


def _continue_quotes(kept: list[Draft], here: list[Draft], sentence: Sentence) -> None:
    """Give a sentence that only quotes, and has no source of its own, to the last one who was quoted."""
    if here or not kept:
        return
    last = _speaker(kept)
    distance = sentence.paragraph - (last.until or last.sentence.paragraph)
    if not last.content and not last.more and distance == 1 and (sentence.row[0].quote or last.sentence.low(len(last.sentence.row) - 1) == ":"):
        last.more.append(sentence.span(0, len(sentence.row)))
        last.until = sentence.paragraph
    elif last.cue.way == "colon" and distance == 0 and not _speaks(last):
        last.more.append(sentence.span(0, len(sentence.row)))
    elif distance <= 1 and all(token.quote or sentence.sign(at) for at, token in enumerate(sentence.row)) and any(token.quote for token in sentence.row):
        last.more.append(sentence.span(0, len(sentence.row)))
        last.until = sentence.paragraph


def _speaker(kept: list[Draft]) -> Draft:
    """Give the attribution that a following quotation belongs to: of the last sentence with any, the one that quotes."""
    same = [draft for draft in kept[-6:] if draft.sentence is kept[-1].sentence]
    return next((draft for draft in same if _speaks(draft)), None) or next((draft for draft in same if draft.cue.frame in ("say", "tell", "colon")), same[-1])


def _speaks(draft: Draft) -> bool:
    return any(draft.sentence.speech(k) for first, last in draft.content for k in range(first, last))


def _attribution(draft: Draft) -> Attribution:
    sentence = draft.sentence
    return Attribution(
        source=sentence.span(*draft.source) if draft.source else None,
        cue=sentence.span(draft.cue.first, draft.cue.last),
        content=(*(sentence.span(*part) for part in draft.content), *draft.more),
        class_=SourceClass.UNKNOWN,
        entity=None,
        polarity=Polarity.ASSERTS,
        hedge=None,
        nested=False,
        confidence=Confidence.LOW,
        rule=draft.rule,
    )
