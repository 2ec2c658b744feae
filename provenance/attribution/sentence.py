"""A sentence, and what its words can be told to be without a parser."""

from collections.abc import Sequence

from provenance.attribution.lexicon.model import Lexicon
from provenance.attribution.tokens import Token

_LONG_QUOTE = 3
_ENOUGH = 200
"""How many code points of a quotation are looked at for its words."""
_STOPPED = frozenset(",?!.")
_SPACED = frozenset(["it", "he", "she", "that", "what", "who", "there", "here", "let", "this", "where", "how"])
_PARTICIPLE = ("past", "part")


class Sentence:
    """Tokens of one sentence; questions about the token at an index, False outside the sentence."""

    __slots__ = ("_capitals", "_finite", "_lows", "_speeches", "paragraph", "row", "size", "title", "words")

    def __init__(self, row: Sequence[Token], words: Lexicon, paragraph: int) -> None:
        self.row = row
        self.words = words
        self.paragraph = paragraph
        self.size = len(row)
        self.title = headline(row)
        """Whether Most Words Have Capitals, as in a headline: they tell nothing then."""
        self._lows = [token.low for token in row]
        self._capitals = [token.text[:1].isupper() for token in row]
        self._speeches = [token.quote and _speech(token.text) for token in row]
        self._finite: dict[int, bool] = {}

    def low(self, at: int) -> str:
        """Give the word in lower case; "" outside the sentence."""
        return self._lows[at] if 0 <= at < self.size else ""

    def quote(self, at: int) -> bool:
        """Say whether a quotation stands here."""
        return 0 <= at < self.size and self.row[at].quote

    def speech(self, at: int) -> bool:
        """Say whether a quotation of some length stands here: not a word in quotation marks."""
        return 0 <= at < self.size and self._speeches[at]

    def capital(self, at: int) -> bool:
        """Say whether the word has a capital."""
        return 0 <= at < self.size and self._capitals[at]

    def sign(self, at: int) -> bool:
        """Say whether punctuation stands here."""
        if not 0 <= at < self.size:
            return False
        token = self.row[at]
        return not token.quote and len(token.text) == 1 and not token.text.isalnum()

    def adverb(self, at: int) -> bool:
        """Say whether the word looks like an adverb."""
        low = self.low(at)
        if at > 0 and self.capital(at) and not self.title:
            return False
        return low in self.words.adverbs or (
            low.endswith(self.words.adverb_endings)
            and len(low) > 4
            and not self.capital(at)
            and low not in ("family", "early", "daily", "ally", "reply")
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
        """Say whether the word makes the next a noun or adjective: an article, a possessive, a preposition."""
        low = self.low(at)
        return (
            (
                low in self.words.determiners
                and low not in ("that", "this", "all", "both", "most", "many", "some", "few", "those", "these", "such")
            )
            or (low in self.words.prepositions and low not in ("to", "since", "before", "after", "than", "as"))
            or self.possessive(at)
        )

    def finite(self, at: int) -> bool:
        """Say whether the word is likely a verb with a tense of its own."""
        found = self._finite.get(at)
        if found is None:
            found = self._finite[at] = 0 <= at < self.size and self._is_finite(at)
        return found

    def _is_finite(self, at: int) -> bool:
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
        if (
            before in self.words.subject_pronouns
            or before in ("who", "which")
            or before in self.words.to
            or self.auxiliary(at - 1)
        ):
            return True
        if (
            self.adverb(at - 1)
            and before not in ("earlier", "early", "recent", "only", "first", "far", "so")
            and at > 1
        ):
            return form == "s" or self.low(at - 2) in self.words.subject_pronouns or self.auxiliary(at - 2)
        if form == "base" and before.endswith("s") and verb is not None and not self.title:
            return (before in self.words.groups or self.capital(at - 1)) and self.low(at + 1) not in (",", ".")
        return self.capital(at - 1) and form == "s"

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Give the code points of the tokens `first` to `last`, `last` excluded."""
        return self.row[first].start, self.row[last - 1].end


def _speech(text: str) -> bool:
    return text.count(" ", 0, _ENOUGH) >= _LONG_QUOTE - 1 or text[-2:-1] in _STOPPED or text[-3:-2] == ","


def headline(row: Sequence[Token]) -> bool:
    """Say whether most words have capitals."""
    long = [token for token in row if len(token.text) > 3 and token.text[0].isalpha() and not token.quote]
    return len(long) > 2 and sum(token.text[0].isupper() for token in long) > 0.75 * len(long)
