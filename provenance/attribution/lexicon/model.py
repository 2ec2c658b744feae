"""What a language is, to the rules: words in their kinds. A language is one such value."""

from collections.abc import Mapping

from provenance.value import value

Words = frozenset[str]


@value
class Verb:
    """What one form of a reporting verb may be.

    `frame` is how it takes its content: say (a clause or quotation), tell (to someone), ask, want (an infinitive),
    judge (a thing: “criticised the plan”), show (documents do), seem. `form` is base, s, past, part or ing; past
    stands for both where they are alike.
    """

    lemma: str
    frame: str
    form: str


@value
class Lexicon:
    """The words of one language, in lower case; the apostrophe is '."""

    language: str
    verbs: Mapping[str, Verb]
    senses: Mapping[str, str]
    """Which group of meaning a lemma belongs to."""
    plain_verbs: Mapping[str, str]
    """Forms of other verbs, and which form: they bound a source."""
    nouns: Mapping[str, str]
    """Nouns that report ("claim", "statement") and their frame."""
    adjectives: Words
    """Adjectives that report ("sure that")."""
    denying: Words
    declining: Words
    confirming: Words
    answering: Words
    phrasal: Mapping[str, tuple[str, ...]]
    """Which words a verb takes with it, for the whole to report: "point to"."""
    auxiliaries: Words
    be: Words
    negations: Words
    adverbs: Words
    adverb_endings: tuple[str, ...]
    determiners: Words
    possessives: Words
    prepositions: Words
    subordinators: Words
    relatives: Words
    conjunctions: Words
    that: Words
    to: Words
    by: Words
    according: tuple[tuple[str, ...], ...]
    hedges: Words
    subject_pronouns: Words
    pronouns: Mapping[str, str]
    """Pronouns and whom they can stand for: he, she, they, it, i, we."""
    calendar: Words
    abbreviations: Words
    titles: Words
    official_political: Words
    official_other: Words
    outlets: Words
    outlet_nouns: Words
    journalists: Words
    """Who works for an outlet and is none: reporter, columnist."""
    bodies: Words
    documents: Words
    groups: Words
    people: Words
    anonymous: Words
    function: Words
    """Prepositions, auxiliaries and determiners."""
    speakers: Words
    """People and titles."""
    officials: Words
    nouns_of_sources: Words
    """Common nouns that name a source: they have a capital at the start of a sentence too."""
    female: Words
    male: Words
