"""What a language is, to the patterns: forms of words, in lower case."""

from functools import lru_cache

from provenance.value import value

Words = frozenset[str]
_LONGEST = 40
"""A longer word is looked up only whole."""


@value
class VerbLast:
    """What a language adds whose verb ends the sentence.

    `saying` are participles that say ("who says that"), those in `denying` deny; `doing` are participles of any kind
    before a name ("speaking in Lipno"). `passive` are verbs without an actor ("it is said"), those in `alleging` doubt
    it; `by` stands behind the actor; in one of `topics` something is said ("in the statement"). `reports` are what
    stands between a source and its postposition ("by the report of"), with `reporting` before it; what is in `told` has
    nobody. `whatever` may quote without marks; `objects` are beginnings of what is denied. Before one of `compared` a
    postposition compares; `topic` stands behind who is spoken of ("as for").
    """

    saying: Words
    denying: Words
    doing: Words
    passive: Words
    alleging: Words
    by: str
    topics: Words
    reports: Words
    reporting: Words
    told: Words
    whatever: Words
    objects: Words
    compared: Words
    topic: str


@value
class Phrases:
    """The words of one language.

    `says`, `denies` and `declines` are forms of reporting verbs (two words where they go together); after one of `nots`
    somebody has not said so. `that` begins a content; `according` are phrases that a source follows, `after` words that
    follow a source (postpositions); `ends` are words no source goes past; `pronouns` those that may stand for somebody.
    `unconfirmed` are verbs that do so in one word, `claims` what can be denied without a clause ("the reports").
    `titles` are those of `officials` that one person has, `people` other words for one person; `places` are countries
    that stand between a title and a name. `like` is "as" before who said so; `joins` are "and". A single
    word of `declines` needs one of `comment` behind it or a quotation, one of `would` also one of `nots`. `refers` are those of
    `according` by which one who tells names another. `nouns` tells that nouns have capitals; `of` are then the articles
    of whose it is, `articles` all, and no source before its verb holds one of `finite`;
    it ends at one of `have` unless one of `objects` follows ("has confirmed his view"). A word with a hyphen at its end stands for all that begin so, with one
    before it for all that end so. `last` is there where the verb ends the sentence, so that the source begins it.
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
    last: VerbLast | None = None
    adverbs: Words = frozenset()
    abbreviations: Words = frozenset()
    unconfirmed: Words = frozenset()
    claims: Words = frozenset()
    titles: Words = frozenset()
    people: Words = frozenset()
    places: Words = frozenset()
    like: Words = frozenset()
    joins: Words = frozenset()
    comment: Words = frozenset()
    would: Words = frozenset()
    of: Words = frozenset()
    articles: Words = frozenset()
    finite: Words = frozenset()
    have: Words = frozenset()
    objects: Words = frozenset()
    refers: Words = frozenset()
    nouns: bool = False

    @property
    def references(self) -> tuple[list[str], ...]:
        """Give the phrases of `according` that hold "refer": what follows told it to the one who tells."""
        return tuple(phrase.split() for phrase in self.according if phrase in self.refers)

    def calls(self, low: str) -> bool:
        """Tell whether a word calls a source of any kind: "minister", "agency", "experts"."""
        kinds = (self.titles, self.officials, self.outlets, self.nameless, self.documents, self.groups, self.people)
        return any(held(kind, low) for kind in kinds)


def held(kind: Words, low: str) -> bool:
    """Tell whether a word is one of a kind, by itself, its beginning ("minist-") or its end ("-minister")."""
    return not kind.isdisjoint(_ways(low))


@lru_cache(4096)
def _ways(low: str) -> Words:
    """Give a word and its beginnings and ends as a table may hold them."""
    if len(low) > _LONGEST:
        return frozenset([low])
    parts = range(len(low) + 1)
    return frozenset([low, *(f"{low[:k]}-" for k in parts), *(f"-{low[k:]}" for k in parts)])


def words(text: str) -> Words:
    """Give the words of a text."""
    return frozenset(text.split())
