"""Who says what in a text of the news: rules over words, no model of a language and no dependency."""

from provenance.attribution.finding import LANGUAGES, find, is_read
from provenance.attribution.found import Attribution, Confidence, Conflict, Found, Polarity, SourceClass, Span
from provenance.attribution.phrases.telling import language_of

__all__ = [
    "LANGUAGES",
    "Attribution",
    "Confidence",
    "Conflict",
    "Found",
    "Polarity",
    "SourceClass",
    "Span",
    "find",
    "is_read",
    "language_of",
]
