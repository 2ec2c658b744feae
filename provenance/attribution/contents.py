"""What is said: the words that a cue governs."""

from provenance.attribution.cues import Candidate
from provenance.attribution.sentence import Sentence
from provenance.attribution.sources import left_source


def skip_adjuncts(sentence: Sentence, at: int) -> int:
    """Give the token after what may stand between a cue and its content: "Monday", "in a statement", "to CNN"."""
    words = sentence.words
    while at < len(sentence.row):
        low = sentence.low(at)
        if (
            low in words.calendar
            or (sentence.adverb(at) and not sentence.capital(at))
            or (low == "." and at + 1 < len(sentence.row))
        ):
            at += 1
        elif low in (
            "on",
            "in",
            "at",
            "during",
            "to",
            "after",
            "before",
            "of",
            "about",
            "with",
            "via",
            "from",
            "through",
            "for",
            "by",
            "last",
            "earlier",
            "this",
        ):
            nearest = _adjunct_end(sentence, at)
            if nearest is None:
                return at
            at = nearest
        else:
            return at
    return at


def _adjunct_end(sentence: Sentence, at: int) -> int | None:
    """Give where the phrase at `at` ends if "that", a colon or a quotation follows in its clause, or it is a date."""
    low = sentence.low(at)
    if low in ("on", "in", "last", "earlier", "this", "at") and (
        sentence.low(at + 1) in sentence.words.calendar or sentence.low(at + 1).isdigit()
    ):
        return at + 2
    for k in range(at + 1, min(len(sentence.row), at + 25)):
        follow = sentence.low(k)
        if follow == "that" and not sentence.finite(k + 1):
            return k
        if sentence.speech(k):
            return k
        if follow == ":":
            return k
        if follow == "," and sentence.speech(k + 1):
            return k
        if follow in (",", ";", "—") or sentence.finite(k):
            return None
    return None


def end_of(sentence: Sentence) -> int:
    """Give the end of the sentence without its closing signs."""
    last = len(sentence.row)
    while last > 0 and sentence.sign(last - 1) and sentence.low(last - 1) not in (")", "%"):
        last -= 1
    return last


def right_end(sentence: Sentence, at: int, others: list[Candidate], frame: str) -> int:
    """Give where the content that begins at `at` ends: before the next cue's own clause, or with the sentence."""
    end = end_of(sentence)
    starts = {other.first: other for other in others if other.first > at}
    if sentence.speech(at):
        return _quoted_end(sentence, at, end, starts)
    for k in range(at + 1, end):
        low = sentence.low(k)
        if (
            low in (";", "—", "–")
            and k > at + 1
            and (low == ";" or frame in ("judge", "phrase", "want", "ask") or _last_dash(sentence, k, low))
        ):
            return k
        if low == "," and _parts(sentence, k, starts, frame):
            return k
        if low in ("and", "but") and _and_cue(k, starts):
            return k
        if low == "according":
            return k
        if (
            frame in ("judge", "want")
            and low in ("when", "while", "after", "until", "since")
            and k > at + 1
            and sentence.low(k - 1) not in ("of", "for")
        ):
            return k - (sentence.low(k - 1) == "even")
        if frame in ("judge", "want") and low in ("and", "but") and sentence.finite(k + 1):
            return k
    return end


def _last_dash(sentence: Sentence, at: int, sign: str) -> bool:
    return all(sentence.low(k) != sign for k in range(at + 1, len(sentence.row)))


def _parts(sentence: Sentence, comma: int, starts: dict[int, Candidate], frame: str) -> bool:
    """Say whether a comma ends the content: a participle that reports, a new clause with a cue, "according to"."""
    nxt = comma + 1
    while sentence.adverb(nxt) and nxt < comma + 4:
        nxt += 1
    low = sentence.low(nxt)
    other = starts.get(nxt) or starts.get(comma + 1)
    if low in ("according", "per"):
        return True
    if other is not None and other.way == "ing":
        return True
    if low in ("and", "but", "while", "though", "although") and _clause_with_cue(sentence, nxt, starts):
        return True
    if frame in ("judge", "phrase", "want"):
        return low in (
            "and",
            "but",
            "while",
            "who",
            "which",
            "though",
            "although",
            "as",
            "when",
            "saying",
            "with",
            "because",
            "so",
        ) and (frame == "judge" or low in ("but", "while", "though", "although"))
    return False


def _and_cue(at: int, starts: dict[int, Candidate]) -> bool:
    nxt = at + 1
    other = starts.get(nxt)
    return (
        other is not None
        and other.way == "active"
        and other.form in ("past", "s")
        and other.frame in ("say", "tell", "judge", "ask")
    )


def _clause_with_cue(sentence: Sentence, at: int, starts: dict[int, Candidate]) -> bool:
    """Say whether the clause that begins after the conjunction at `at` has a cue and a subject of its own."""
    for first, other in starts.items():
        if at < first <= at + 25 and other.way == "active" and other.frame in ("say", "tell", "ask"):
            subject = left_source(sentence, other)
            if subject is not None and subject[0] <= at + 4:
                return True
    return False


def _quoted_end(sentence: Sentence, at: int, end: int, starts: dict[int, Candidate]) -> int:
    """Give the end of a content that begins with a quotation: with it, unless its clause goes on."""
    k = at + 1
    inside = sentence.row[at].text.rstrip("\"”'’»")
    if inside[-1:] in ",.?!" or k >= end or sentence.low(k) in (",", ";", "—", ".", "–"):
        return k
    return right_end(sentence, k, [other for first, other in starts.items()], "say") if k < end else k
