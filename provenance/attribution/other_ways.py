"""Attributions without an active verb: "according to", nouns, adjectives, the passive, hedges."""

from provenance.attribution.contents import end_of, right_end
from provenance.attribution.cues import Candidate
from provenance.attribution.possible import Draft, Range
from provenance.attribution.sentence import Sentence
from provenance.attribution.sources import left_source
from provenance.attribution.sources_after import right_source
from provenance.attribution.turned import start_of_left


def according(sentence: Sentence, cue: Candidate) -> Draft | None:
    """Give the source after "according to" and the rest of the sentence as its content."""
    source = right_source(sentence, cue.last, inverted=False)
    if source is None:
        return None
    if cue.first <= 1:
        begin = source[1]
        while begin < len(sentence.row) and sentence.sign(begin):
            begin += 1
        return Draft(sentence, cue, source, [(begin, end_of(sentence))], "according-first")
    end = cue.first
    while end > 0 and sentence.low(end - 1) in (",", "—", "–"):
        end -= 1
    content = [(start_of_left(sentence, end), end)]
    after = source[1]
    while after < len(sentence.row) and sentence.low(after) == ",":
        after += 1
    if source[1] < after < end_of(sentence) and sentence.low(after) not in ("who", "which", "while", "and", "but"):
        content.append((after, end_of(sentence)))
    return Draft(sentence, cue, source, content, "according")


def clause_around(sentence: Sentence, cue: Candidate) -> list[Range]:
    """Give the words around a hedge, as far as its clause reaches."""
    found = []
    left = cue.first
    while left > 0 and sentence.low(left - 1) not in (",", ";", "—", "who", "which", "that"):
        left -= 1
    if left < cue.first:
        found.append((left, cue.first))
    right = cue.last
    end = end_of(sentence)
    while right < end and sentence.low(right) not in (",", ";", "—"):
        right += 1
    if right > cue.last:
        found.append((cue.last, right))
    return found


def nominal(sentence: Sentence, cue: Candidate, others: list[Candidate]) -> Draft | None:
    """Give whose claim it is, and what follows the noun: "his claim that …"."""
    source = None
    at = cue.first - 1
    while at > cue.first - 4 and at >= 0 and not sentence.possessive(at):
        at -= 1
    if at >= 0 and sentence.possessive(at):
        if sentence.low(at) in ("'s", "'"):
            found = left_source(sentence, Candidate("active", at, at, at, "", "", ""))
            source = found
        else:
            source = (at, at + 1)
    begin = cue.last
    end = right_end(sentence, begin, others, "judge") if begin < end_of(sentence) else begin
    return Draft(sentence, cue, source, [(begin, end)] if end > begin else [], "noun")


def passive(sentence: Sentence, cue: Candidate, others: list[Candidate], made: list[Draft]) -> Draft | None:
    """Give the one after "by" as the source, None without; the subject is what it says something about."""
    source = None
    begin = cue.last
    for k in range(cue.last, min(len(sentence.row), cue.last + 8)):
        if sentence.low(k) in sentence.words.by:
            source = right_source(sentence, k + 1, inverted=False)
            break
        if sentence.sign(k):
            break
    patient = left_source(sentence, cue)
    if source is None and patient is not None and _tells_clause_before(sentence, cue, patient[0]):
        return Draft(sentence, cue, None, [(0, patient[0] - 1)], "passive")
    if sentence.low(cue.first - 1) in ("and", "but") and made and made[-1].cue.way == "passive" and made[-1].content:
        patient = made[-1].content[0]
    content = [patient] if patient else []
    after = source[1] if source else begin
    low = sentence.low(after)
    plain = (
        sentence.sign(after)
        or low in sentence.words.conjunctions
        or low in ("in", "on", "at", "by", "during", "from", "after")
        or low in sentence.words.calendar
    )
    end = right_end(sentence, after, others, "judge") if after < end_of(sentence) and not plain else after
    if end > after:
        content.append((after, end))
    return Draft(sentence, cue, source, content, "passive")


def _tells_clause_before(sentence: Sentence, cue: Candidate, subject: int) -> bool:
    """Say whether "it" stands for what goes before: "The plan failed, it was reported"."""
    told = sentence.low(subject) == "it" and subject > 1 and sentence.low(subject - 1) == ","
    return told and cue.last >= end_of(sentence)


def state(sentence: Sentence, cue: Candidate, others: list[Candidate]) -> Draft:
    """Give "is sure that …" with its subject; what only seems or is unclear has no source."""
    subject = left_source(sentence, cue)
    begin = cue.last
    end = right_end(sentence, begin, others, "judge") if begin < end_of(sentence) else begin
    content = [(begin, end)] if end > begin else []
    bare = cue.frame == "seem" or (subject is not None and sentence.low(subject[0]) in ("it", "what"))
    if not bare:
        return Draft(sentence, cue, subject, content, "state")
    if subject is not None and sentence.low(subject[0]) not in ("it", "there"):
        content.insert(0, subject)
    return Draft(sentence, cue, None, content, "seem")
