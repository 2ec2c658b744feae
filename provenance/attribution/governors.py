"""Who a cue belongs to that has no subject beside it: a participle, an infinitive, the second of two verbs."""

from provenance.attribution.cues import Candidate
from provenance.attribution.possible import Draft, Range
from provenance.attribution.sentence import Sentence
from provenance.attribution.sources import left_source


def subject_of(sentence: Sentence, cue: Candidate, made: list[Draft]) -> tuple[Range | None, str]:
    """Give the source of a verb and how it was found: its subject, or that of the cue it is joined to."""
    before = sentence.low(cue.first - 1)
    last = next(
        (one.source for one in reversed(made) if one.source is not None and one.cue.way in ("active", "ing", "to")),
        None,
    )
    main = next((one.source for one in made if one.source is not None and one.cue.way == "active"), None)
    if cue.way == "ing":
        return _participle(sentence, cue, made)
    if cue.way == "to":
        return (_governor(sentence, cue, made) or last), "infinitive"
    if before in ("and", "but", "or") or (before == "," and sentence.low(cue.first - 2) in ("and", "but")):
        return (_governor(sentence, cue, made) or last or main), "joined"
    if cue.first == 0:
        return _fronted(sentence, cue), "fronted"
    found = left_source(sentence, cue)
    if found is None and before in (",", ";", "—"):
        return _governor(sentence, cue, made) or last, "joined"
    return found, "subject"


def _participle(sentence: Sentence, cue: Candidate, made: list[Draft]) -> tuple[Range | None, str]:
    """Give the source of a participle: “…, adding that”; “After saying …, the man left”; "with Smith noting"."""
    before = cue.first - 1
    if cue.first <= 3 and all(
        (sentence.low(k) in sentence.words.subordinators or sentence.low(k) in sentence.words.prepositions)
        for k in range(cue.first)
    ):
        return _fronted(sentence, cue), "fronted"
    if sentence.low(before) in ("after", "before", "while", "when", "by", "despite") and not any(
        sentence.finite(k) for k in range(cue.first)
    ):
        return _fronted(sentence, cue), "fronted"
    if sentence.low(before) not in (
        ",",
        "—",
        "–",
        "and",
        "but",
        "or",
        "by",
        "in",
        "without",
        "while",
        "of",
        "for",
        "after",
        "before",
        "when",
        "from",
    ):
        opening = next((k for k in range(before, max(-1, before - 8), -1) if sentence.low(k) == "with"), None)
        if opening is not None and opening < before and not any(sentence.sign(k) for k in range(opening, before)):
            return (opening + 1, cue.first), "participle-own"
        near = left_source(sentence, cue)
        if near is not None and (sentence.low(near[0] - 1) == "with" or near[1] - near[0] <= 4):
            spoken = sentence.low(near[1] - 1) in sentence.words.documents and sentence.finite(near[0] - 1)
            return (_governor(sentence, cue, made) or near) if spoken else near, "participle-own"
    return _governor(sentence, cue, made), "participle"


def _fronted(sentence: Sentence, cue: Candidate) -> Range | None:
    """Give the subject of the main clause that follows a fronted participle."""
    for k in range(cue.last, len(sentence.row)):
        if sentence.low(k) == ",":
            for verb in range(k + 1, min(len(sentence.row), k + 25)):
                if sentence.finite(verb):
                    first = verb
                    while first > 0 and (sentence.auxiliary(first - 1) or sentence.adverb(first - 1)):
                        first -= 1
                    return left_source(sentence, Candidate("active", first, verb + 1, verb, "", "", ""))
    return None


def _governor(sentence: Sentence, cue: Candidate, made: list[Draft]) -> Range | None:
    """Give the subject of the last clause before the cue that is neither subordinate nor said by another."""
    covered: set[int] = set()
    for one in made:
        if one.cue.frame in ("say", "tell") and one.cue.way == "active" and one.source is not None:
            for first, last in one.content:
                covered.update(range(first, last))
    best = weak = None
    for k in range(cue.first):
        if not sentence.finite(k) or (k and sentence.finite(k - 1)):
            continue
        first = k
        while first > 0 and sentence.adverb(first - 1):
            first -= 1
        found = left_source(sentence, Candidate("active", first, k + 1, k, "", "", ""))
        if found is None:
            continue
        weak = weak or found
        opener = sentence.low(found[0] - 1)
        if (
            k in covered
            or sentence.low(found[0]) in ("who", "which", "that")
            or opener in ("that", "who", "which", "whom", "whether", "what")
            or sentence.low(found[0]) in sentence.words.subordinators
        ):
            continue
        if opener in sentence.words.subordinators:
            continue
        if best is None or sentence.low(found[0] - 1) in ("and", "but", ",", ";", "—") or sentence.capital(found[0]):
            best = (
                best if best is not None and sentence.low(found[0] - 1) not in ("and", "but", ";", "—", ",") else found
            )
    return best or weak
