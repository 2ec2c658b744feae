"""What a source does with a content: asserts, denies, declines, or has not confirmed it."""

from provenance.attribution.cues import Candidate
from provenance.attribution.found import Polarity
from provenance.attribution.lexicon.model import Lexicon


def polarity_of(cue: Candidate, words: Lexicon) -> Polarity:
    """Give the polarity of a cue: its verb's class, turned by a negation."""
    if cue.lemma in words.confirming and cue.negated:
        return Polarity.NOT_CONFIRMED
    if cue.lemma in words.denying:
        return Polarity.ASSERTS if cue.negated else Polarity.DENIES
    if cue.lemma in words.declining:
        return Polarity.ASSERTS if cue.negated else Polarity.DECLINES
    if cue.negated and cue.frame in ("say", "tell", "phrase", "judge") and cue.lemma in words.answering:
        return Polarity.DECLINES
    return Polarity.ASSERTS
