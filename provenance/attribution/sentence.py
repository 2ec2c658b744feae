"""A sentence, and what its words can be told to be without a parser."""

from collections.abc import Sequence
from dataclasses import dataclass

from provenance.attribution.lexicon.model import Lexicon
from provenance.attribution.tokens import Token

_LONG_QUOTE = 3
_STOPPED = frozenset(",?!.")
_SPACED = frozenset("it he she that what who there here let this where how".split())
_PARTICIPLE = ("past", "part")


@dataclass(slots=True)
class Sentence:
    """Tokens of one sentence; questions about the token at an index, False outside the sentence."""

    row: Sequence[Token]
    words: Lexicon
    paragraph: int
    title: bool = False
    """Whether Most Words Have Capitals, as in a headline: they tell nothing then."""

    def low(self, at: int) -> str:
        """Give the word in lower case; "" outside the sentence."""
        return self.row[at].low if 0 <= at < len(self.row) else ""

    def quote(self, at: int) -> bool:
        """Say whether a quotation stands here."""
        return 0 <= at < len(self.row) and self.row[at].quote

    def speech(self, at: int) -> bool:
        """Say whether a quotation of some length stands here: not a word in quotation marks."""
        if not self.quote(at):
            return False
        text = self.row[at].text
        return text.count(" ") >= _LONG_QUOTE - 1 or text[-2:-1] in _STOPPED or text[-3:-2] == ","

    def capital(self, at: int) -> bool:
        """Say whether the word has a capital."""
        return 0 <= at < len(self.row) and self.row[at].text[:1].isupper()

    def sign(self, at: int) -> bool:
        """Say whether punctuation stands here."""
        return 0 <= at < len(self.row) and not self.row[at].quote and not self.row[at].text[0].isalnum() and len(self.row[at].text) == 1

    def adverb(self, at: int) -> bool:
        """Say whether the word looks like an adverb."""
        low = self.low(at)
        return low in self.words.adverbs or (
            low.endswith(self.words.adverb_endings) and len(low) > 4 and not self.capital(at) and low not in ("family", "early", "daily", "ally", "reply")
        )

    def possessive(self, at: int) -> bool:
        """Say whether "'s" owns what follows, and is not "is" or "has"."""
        low = self.low(at)
        if low == "'s":
            return self.low(at - 1) not in _SPACED
        return low in self.words.possessives

    def auxiliary(self, at: int) -> bool:
        """Say whether an auxiliary verb stands here."""
        return self.low(at) in self.words.auxiliaries and not (self.low(at) == "'s" and self.possessive(at))

    def nominal(self, at: int) -> bool:
        """Say whether what stands here makes the next word a noun or an adjective: an article, a possessive, a preposition."""
        low = self.low(at)
        return (low in self.words.determiners and low not in ("that", "this", "all", "both", "most", "many", "some", "few", "those", "these", "such")) or (
            low in self.words.prepositions and low not in ("to", "since", "before", "after", "than", "as")
        ) or self.possessive(at)

    def finite(self, at: int) -> bool:
        """Say whether the word is likely a verb with a tense of its own."""
        if not 0 <= at < len(self.row):
            return False
        if self.auxiliary(at):
            return True
        token = self.row[at]
        if token.quote or (token.text[0].isupper() and not self.title) or self.nominal(at - 1):
            return False
        verb = self.words.verbs.get(token.low)
        if verb is not None:
            form = verb.form
        elif token.low in self.words.plain_verbs:
            form = self.words.plain_verbs[token.low]
        elif token.low.endswith("ed") and len(token.low) > 4:
            form = "past"
        else:
            return False
        if form == "ing":
            return False
        if form in _PARTICIPLE:
            return True
        before = self.low(at - 1)
        if before in self.words.subject_pronouns or before in ("who", "which") or before in self.words.to or self.auxiliary(at - 1):
            return True
        if self.adverb(at - 1) and before not in ("earlier", "early", "recent", "only", "first", "far", "so") and at > 1:
            return form == "s" or self.low(at - 2) in self.words.subject_pronouns or self.auxiliary(at - 2)
        return self.capital(at - 1) and form == "s"

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Give the code points of the tokens `first` to `last`, `last` excluded."""
        return self.row[first].start, self.row[last - 1].end


def headline(row: Sequence[Token]) -> bool:
    """Say whether most words have capitals."""
    long = [token for token in row if len(token.text) > 3 and token.text[0].isalpha() and not token.quote]
    return len(long) > 2 and sum(token.text[0].isupper() for token in long) > 0.75 * len(long)
