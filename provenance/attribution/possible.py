"""A possible attribution."""

from dataclasses import dataclass, field

from provenance.attribution.cues import Candidate
from provenance.attribution.sentence import Sentence

Range = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """A possible attribution, in tokens of its sentence; `rule` names how source and content were found."""

    sentence: Sentence
    cue: Candidate
    source: Range | None
    content: list[Range]
    rule: str
    more: list[tuple[int, int]] = field(default_factory=list)
    """Sentences that go on with the content, in code points, and the paragraph they reach."""
    until: int = 0
    chance: float = 0.0
    nested: bool = False
    hedge: Range | None = None
