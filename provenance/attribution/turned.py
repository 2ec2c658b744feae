"""Contents that stand before their cue: “…,” she said; “…,” said Smith."""

from provenance.attribution.contents import end_of
from provenance.attribution.cues import Candidate
from provenance.attribution.possible import Draft, Range
from provenance.attribution.sentence import Sentence
from provenance.attribution.sources_after import right_source

_SAYING = frozenset(["say", "add", "tell", "explain", "write", "note", "argue", "tweet", "claim", "joke", "warn"])


def left_end(sentence: Sentence, source: Range | None) -> int:
    """Give where what stands before the source ends, 0 where no comma or quotation parts it from the source."""
    if source is None or source[0] == 0:
        return 0
    left = source[0]
    while left > 0 and (sentence.sign(left - 1) or sentence.low(left - 1) in ("as", "and", "but")):
        left -= 1
    return left if left < source[0] or sentence.speech(left - 1) else 0


def is_after(sentence: Sentence, cue: Candidate, left: int, begin: int) -> bool:
    """Say whether the content stands before the source: “…,” she said."""
    if cue.frame not in ("say", "tell", "ask", "show", "other") or cue.way != "active":
        return False
    end = end_of(sentence)
    if sentence.speech(left - 1):
        if _is_occasion(sentence, left) and any(sentence.finite(k) for k in range(begin, end)):
            return False
        return sentence.low(begin) != "that" and not (
            sentence.low(begin) == ":" and sentence.row[left - 1].text[-2:-1] not in ",.?!"
        )
    fragment = not any(sentence.finite(k) for k in range(left))
    if fragment and sentence.low(cue.last) == "," and sentence.finite(cue.last + 1):
        return True
    if fragment or (
        sentence.low(0) in sentence.words.subordinators and sentence.low(0) not in ("so", "once", "how", "why")
    ):
        return False
    if (
        sentence.low(0) in sentence.words.prepositions
        and sentence.low(left) == ","
        and not any(sentence.low(k) == "," for k in range(left))
    ):
        return begin >= end
    return (
        begin >= end
        or sentence.low(begin) in (",", "—", "–", ";")
        or (
            (
                sentence.low(begin) in sentence.words.prepositions
                or sentence.low(begin) in ("when", "while", "as", "after")
            )
            and cue.frame == "say"
            and not cue.particle
            and cue.lemma in _SAYING
        )
    )


def _is_occasion(sentence: Sentence, left: int) -> bool:
    """Say whether the words before `left` only say when or where: "On “The Hour”, Smith said the plan failed"."""
    low = sentence.low(0)
    words = sentence.words
    begins = low in words.prepositions or low in words.calendar or low.endswith("ing")
    return begins and not any(sentence.finite(k) for k in range(left))


def with_left(sentence: Sentence, cue: Candidate, source: Range, left: int, rule: str) -> Draft:
    """Give the draft whose content ends at `left`, with a quotation that goes on after the cue."""
    content = [(start_of_left(sentence, left), left)]
    if sentence.low(cue.last) == "," and not any(sentence.finite(k) or sentence.speech(k) for k in range(left)):
        return Draft(sentence, cue, source, [*content, (cue.last + 1, end_of(sentence))], "amid")
    for k in range(cue.last, len(sentence.row)):
        if sentence.speech(k):
            if sentence.low(k - 1) in (",", ":", ".", "—") or k - cue.last < 2:
                content.append((k, k + 1))
            break
    return Draft(sentence, cue, source, content, rule)


def start_of_left(sentence: Sentence, end: int) -> int:
    """Give where the words before `end` begin, signs and "but" left out."""
    start = 0
    while start < end and (sentence.sign(start) or sentence.low(start) in ("but", "and")):
        start += 1
    return start


def inverted_source(sentence: Sentence, cue: Candidate, subject: Range | None) -> Range | None:
    """Give the source after the verb: “…,” said Smith; only after a quotation or a comma, never after tell or ask."""
    if cue.way != "active" or cue.first != cue.verb or cue.frame not in ("say", "show") or cue.particle:
        return None
    before = cue.first - 1
    quoted = sentence.quote(before) or (
        sentence.low(before) in (",", "?", "!", "—") and (sentence.quote(before - 1) or subject is None or True)
    )
    if before < 0 and cue.form == "past" and not sentence.title:
        found = right_source(sentence, cue.last)
        return (
            found
            if found is not None
            and any(sentence.low(k) == ":" or sentence.speech(k) for k in range(found[1], len(sentence.row)))
            else None
        )
    if not quoted:
        return None
    found = right_source(sentence, cue.last)
    if found is None or sentence.low(found[0]) in ("that", "it", "in", "on", "at", "to", "the" if before < 0 else ""):
        return None
    low = sentence.low(found[0])
    if not (
        sentence.capital(found[0])
        or low in sentence.words.determiners
        or low in sentence.words.subject_pronouns
        or low in sentence.words.speakers
    ):
        return None
    if any(sentence.finite(k) for k in range(found[1], min(found[1] + 2, len(sentence.row)))):
        return None
    if subject is not None and not sentence.quote(before) and not _closes(sentence, cue, found):
        return None
    if subject is not None and any(sentence.finite(k) for k in range(*found)):
        return None
    return found


def _closes(sentence: Sentence, cue: Candidate, found: Range) -> bool:
    """Say whether clause, verb and subject follow each other: "The bridge is safe, said Kowalska"."""
    after = sentence.low(found[1])
    return (
        sentence.capital(found[0])
        and sentence.low(found[0]) not in sentence.words.calendar
        and (found[1] >= end_of(sentence) or after == ",")
        and any(sentence.finite(k) for k in range(cue.first - 1))
    )


def quoted_left(sentence: Sentence, cue: Candidate, source: Range, rule: str) -> Draft:
    """Give the draft whose verb goes before its source: “…,” said Smith."""
    left = cue.first
    while left > 0 and sentence.sign(left - 1):
        left -= 1
    content = [(start_of_left(sentence, left), left)] if left > 0 else []
    for k in range(source[1], len(sentence.row)):
        if sentence.speech(k):
            content.append((k, k + 1))
            break
    return Draft(sentence, cue, source, content, rule)
