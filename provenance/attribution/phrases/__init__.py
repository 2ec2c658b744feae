"""The languages that are read by a few sure patterns: each is one module with one `PHRASES`, imported when asked for."""

from functools import cache
from importlib import import_module

from provenance.attribution.phrases.model import Phrases

LANGUAGES = ("de", "ru", "tr", "uk")


@cache
def phrases_of(language: str) -> Phrases | None:
    """Give the words of a language by its BCP 47 tag ("de-AT" is "de"); None where it has none."""
    base = language.lower().partition("-")[0].partition("_")[0]
    if base not in LANGUAGES:
        return None
    found = import_module(f"{__name__}.{base}").PHRASES
    assert isinstance(found, Phrases)
    return found
