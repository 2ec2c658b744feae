"""Each sentence's attributions: a candidate, its source and its content, before any is turned down."""

from provenance.attribution.contents import end_of, right_end, skip_adjuncts
from provenance.attribution.cues import Candidate, candidates
from provenance.attribution.governors import subject_of
from provenance.attribution.other_ways import according, clause_around, nominal, passive, state
from provenance.attribution.possible import Draft, Range
from provenance.attribution.sentence import Sentence
from provenance.attribution.sources import phrase_before
from provenance.attribution.turned import inverted_source, is_after, left_end, quoted_left, with_left


def drafts(sentence: Sentence) -> list[Draft]:
    """Give one draft for every candidate of the sentence."""
    found = list(candidates(sentence))
    made: list[Draft] = []
    for cue in found:
        draft = _draft(sentence, cue, found, made)
        if draft is not None:
            size = len(sentence.row)
            draft.content = [(first, last) for first, last in draft.content if 0 <= first < last <= size]
            made.append(draft)
    _end_before_outer(made)
    return made


def _end_before_outer(made: list[Draft]) -> None:
    """End contents where the sentence turns out to be told: "Moscow asked for the missiles, Nefes reported"."""
    for outer in made:
        told = outer.rule == "after" or (outer.rule == "passive" and outer.content[:1] and outer.content[0][0] == 0)
        if told and outer.content and outer.content[0][1] <= outer.cue.first and outer.cue.frame in ("say", "tell"):
            first, last = outer.content[0]
            for inner in made:
                if inner is not outer and first <= inner.cue.verb < last:
                    inner.content = [(start, min(end, last)) for start, end in inner.content if start < last]


def _draft(sentence: Sentence, cue: Candidate, others: list[Candidate], made: list[Draft]) -> Draft | None:
    if cue.way == "hedge":
        return Draft(sentence, cue, None, clause_around(sentence, cue), "hedge")
    if cue.way == "phrase":
        return according(sentence, cue)
    if cue.way == "colon":
        first = cue.first
        while first > 0 and not sentence.sign(first - 1) and not sentence.quote(first - 1):
            first -= 1
        return Draft(sentence, cue, (first, cue.first), [(cue.last, end_of(sentence))], "colon")
    if cue.way == "noun":
        return nominal(sentence, cue, others)
    if cue.way == "adjective" or cue.frame == "seem":
        return state(sentence, cue, others)
    if cue.way == "passive":
        return passive(sentence, cue, others, made)
    source, rule = subject_of(sentence, cue, made)
    inverted = inverted_source(sentence, cue, source)
    if inverted is not None:
        return quoted_left(sentence, cue, inverted, "inverted")
    begin = skip_adjuncts(sentence, cue.last)
    if cue.frame in ("tell", "ask") or cue.lemma in ("tell", "ask"):
        begin = _after_addressee(sentence, cue.last)
    left = left_end(sentence, source)
    if source is not None and left and is_after(sentence, cue, left, begin):
        return with_left(sentence, cue, source, left, "after")
    while begin < len(sentence.row) and sentence.sign(begin) and sentence.low(begin) in (",", ":", "—", "–"):
        begin += 1
    end = right_end(sentence, begin, others, cue.frame) if begin < end_of(sentence) else begin
    content = [(begin, end)] if end > begin else []
    if source is not None and sentence.low(source[0] - 1) in ("that", "which", "what") and cue.way == "active":
        content = _relative_object(sentence, source[0] - 1, content)
    if content and (rule == "fronted" or _subordinate(sentence, source)):
        comma = next((k for k in range(begin + 1, content[0][1]) if sentence.low(k) == ","), None)
        if comma is not None:
            content = [(begin, comma)]
    if content and cue.way == "ing" and sentence.low(cue.first - 1) == ",":
        content = [_inserted(sentence, *content[0])]
    return Draft(sentence, cue, source, content, rule)


def _inserted(sentence: Sentence, first: int, last: int) -> Range:
    """End a participle where the main clause goes on behind its comma: "The paper, citing officials, said that …"."""
    for k in range(first + 1, last - 1):
        if sentence.low(k) == "," and sentence.finite(k + 1):
            return first, k
    return first, last


def _relative_object(sentence: Sentence, relative: int, content: list[Range]) -> list[Range]:
    """Give what "that" stands for where the cue has no object of its own: "a plan that Ankara rejected"."""
    if content and content[0][1] - content[0][0] > 1:
        return content
    if sentence.low(relative) == "what":
        return [(relative, relative + 1), *content]
    found = phrase_before(sentence, relative - 1 if sentence.low(relative - 1) == "," else relative)
    return [(relative, relative + 1)] if found is None else [found]


def _subordinate(sentence: Sentence, source: Range | None) -> bool:
    """Say whether the cue's clause is fronted: "Although Smith said …, the plan failed"."""
    if source is None or not 0 < source[0] <= 3:
        return False
    return any(sentence.low(k) in sentence.words.subordinators for k in range(source[0]))


def _after_addressee(sentence: Sentence, at: int) -> int:
    """Give where the content begins after the one who is told or asked."""
    words = sentence.words
    for k in range(at, min(len(sentence.row), at + 14)):
        low = sentence.low(k)
        if sentence.speech(k) or low in (
            "that",
            "whether",
            "if",
            "why",
            "how",
            "what",
            "to",
            "about",
            "not",
            "when",
            "who",
            "where",
        ):
            return k
        if low in (",", ":", "—"):
            if sentence.speech(k + 1) or low == ":":
                return k + 1
            return k
        if k > at and (low in words.subject_pronouns or sentence.finite(k)):
            return k if low in words.subject_pronouns else k - 1
        if (
            k > at
            and low in words.determiners
            and sentence.low(k - 1) not in words.function
            and sentence.low(k - 1) != "and"
        ):
            return k
    return at
