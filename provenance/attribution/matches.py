"""What a pattern finds in a sentence, as ranges of its tokens, and the signs that bound it."""

from collections.abc import Sequence
from typing import NamedTuple

from provenance.attribution.found import Confidence, Polarity
from provenance.attribution.tokens import Token

Range = tuple[int, int]
DASHES = frozenset("—–-")
CLAUSE_ENDS = frozenset(",;:()") | DASHES
SIGNS = CLAUSE_ENDS | frozenset(".!?…")
LONGEST_SOURCE = 12


class Match(NamedTuple):
    """A cue with its source (None where nobody is named) and contents, and how it was found."""

    cue: Range
    source: Range | None
    contents: tuple[Range, ...]
    polarity: Polarity
    confidence: Confidence
    rule: str

    @property
    def end(self) -> int:
        """Behind the cue and the source."""
        return max(self.cue[1], self.source[1] if self.source else 0)

    def holds(self, other: "Match") -> bool:
        """Tell whether another stands in what is said here."""
        return any(first <= other.cue[0] and other.cue[1] <= last for first, last in self.contents)


def trimmed(row: Sequence[Token], first: int, last: int) -> Range | None:
    """Take signs from both ends; None where no word is left."""
    while first < last and not row[first].quote and row[first].low in SIGNS:
        first += 1
    while first < last and not row[last - 1].quote and row[last - 1].low in SIGNS:
        last -= 1
    return (first, last) if first < last else None
