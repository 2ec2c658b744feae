"""The short list of languages agrees with the registry."""

from itertools import product
from string import ascii_lowercase

from langcodes import tag_is_valid

from provenance.check.codes import _PLAIN_LANGUAGES


def test_the_plain_languages_are_all_two_letter_tags_of_the_registry() -> None:
    pairs = {first + second for first, second in product(ascii_lowercase, repeat=2)}
    assert {tag for tag in pairs if tag_is_valid(tag)} == _PLAIN_LANGUAGES
