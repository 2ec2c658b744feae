"""Who says what in a text of the news: rules over words, no model of a language and no dependency."""

from provenance.attribution.engine import find
from provenance.attribution.found import Attribution, Confidence, Conflict, Found, Polarity, SourceClass, Span

__all__ = ["Attribution", "Confidence", "Conflict", "Found", "Polarity", "SourceClass", "Span", "find"]
