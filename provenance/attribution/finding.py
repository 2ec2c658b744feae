"""The way in: English by its rules and a measured table, other languages by a few sure patterns."""

import re
from collections.abc import Collection, Sequence

from provenance.attribution import engine
from provenance.attribution.found import Found, Span
from provenance.attribution.lexicon import LANGUAGES as BY_RULES
from provenance.attribution.patterns import find_patterns
from provenance.attribution.phrases import LANGUAGES as BY_PATTERNS
from provenance.attribution.phrases import phrases_of

LANGUAGES = (*BY_RULES, *BY_PATTERNS)

_LINE = re.compile(r"[^\n]+")


def is_read(language: str) -> bool:
    """Tell whether there are rules or patterns for a language (a BCP 47 tag)."""
    return language.lower().partition("-")[0].partition("_")[0] in LANGUAGES


def find(
    text: str,
    *,
    paragraphs: Sequence[Span] | None = None,
    language: str = "en",
    outlets: Collection[str] = (),
) -> Found:
    """Give who says what in a text; nothing where the language (a BCP 47 tag) is not among LANGUAGES.

    `paragraphs` are the spans to read, every line where None. `outlets` are names of outlets that are known.
    """
    phrases = phrases_of(language)
    if phrases is None:
        return engine.find(text, paragraphs=paragraphs, language=language, outlets=outlets)
    spans = [match.span() for match in _LINE.finditer(text)] if paragraphs is None else paragraphs
    return find_patterns(text, spans, phrases, outlets)
