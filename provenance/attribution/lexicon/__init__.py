"""The languages the rules can read: each is one module here with one `LEXICON`, imported when it is asked for."""

from functools import cache
from importlib import import_module

from provenance.attribution.lexicon.model import Lexicon

LANGUAGES = ("en",)


@cache
def lexicon_of(language: str) -> Lexicon | None:
    """Give the words of a language by its BCP 47 tag ("en-GB" is "en"); None where it is not known."""
    base = language.lower().partition("-")[0].partition("_")[0]
    if base not in LANGUAGES:
        return None
    found = import_module(f"provenance.attribution.lexicon.{base}").LEXICON
    assert isinstance(found, Lexicon)
    return found
