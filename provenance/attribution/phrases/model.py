"""What a language is, to the patterns: forms of words, in lower case."""

from provenance.value import value

Words = frozenset[str]


@value
class Phrases:
    """The words of one language.

    `says`, `denies` and `declines` are forms of reporting verbs (two words where they go together); after one of `nots`
    somebody has not said so. `that` begins a content; `according` are phrases that a source follows, `after` words that
    follow a source (postpositions); `ends` are words no source goes past; `pronouns` those that may stand for somebody.
    `last` tells a language whose verb ends the sentence, so that the source begins it.
    """

    says: Words
    denies: Words
    declines: Words
    nots: Words
    that: Words
    according: tuple[str, ...]
    after: Words
    ends: Words
    pronouns: Words
    hedges: Words
    outlets: Words
    officials: Words
    nameless: Words
    documents: Words
    groups: Words
    last: bool = False
    adverbs: Words = frozenset()
    abbreviations: Words = frozenset()


def words(text: str) -> Words:
    """Give the words of a text."""
    return frozenset(text.split())
