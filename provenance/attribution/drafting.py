"""Each sentence's attributions: a candidate, its source and its content, before any is turned down."""

from dataclasses import dataclass, field

from provenance.attribution.contents import end_of, right_end, skip_adjuncts
from provenance.attribution.cues import Candidate, candidates
from provenance.attribution.sentence import Sentence
from provenance.attribution.sources import left_source, phrase_before, right_source

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
    return made


def _draft(sentence: Sentence, cue: Candidate, others: list[Candidate], made: list[Draft]) -> Draft | None:
    if cue.way == "hedge":
        return Draft(sentence, cue, None, _clause(sentence, cue), "hedge")
    if cue.way == "phrase":
        return _according(sentence, cue)
    if cue.way == "colon":
        first = cue.first
        while first > 0 and not sentence.sign(first - 1) and not sentence.quote(first - 1):
            first -= 1
        return Draft(sentence, cue, (first, cue.first), [(cue.last, end_of(sentence))], "colon")
    if cue.way == "noun":
        return _nominal(sentence, cue, others)
    if cue.way == "adjective" or cue.frame == "seem":
        return _state(sentence, cue, others)
    if cue.way == "passive":
        return _passive(sentence, cue, others, made)
    source, rule = _subject(sentence, cue, made)
    inverted = _inverted(sentence, cue, source)
    if inverted is not None:
        return _quoted_left(sentence, cue, inverted, "inverted")
    begin = skip_adjuncts(sentence, cue.last)
    if cue.frame in ("tell", "ask") or cue.lemma in ("tell", "ask"):
        begin = _after_addressee(sentence, cue.last)
    left = _left_end(sentence, source)
    if source is not None and left and _is_after(sentence, cue, left, begin):
        return _left(sentence, cue, source, left, "after")
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
    return Draft(sentence, cue, source, content, rule)


def _start_of_left(sentence: Sentence, end: int) -> int:
    start = 0
    while start < end and (sentence.sign(start) or sentence.low(start) in ("but", "and")):
        start += 1
    return start


def _relative_object(sentence: Sentence, relative: int, content: list[Range]) -> list[Range]:
    """Give what "that" or "which" stands for where the cue has no object of its own: "a proposal that Ankara rejected"."""
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


def _left_end(sentence: Sentence, source: Range | None) -> int:
    """Give where what stands before the source ends, 0 where no comma or quotation parts it from the source."""
    if source is None or source[0] == 0:
        return 0
    left = source[0]
    while left > 0 and (sentence.sign(left - 1) or sentence.low(left - 1) in ("as", "and", "but")):
        left -= 1
    return left if left < source[0] or sentence.speech(left - 1) else 0


def _is_after(sentence: Sentence, cue: Candidate, left: int, begin: int) -> bool:
    """Say whether the content stands before the source: “…,” she said."""
    if cue.frame not in ("say", "tell", "ask", "show", "other") or cue.way != "active":
        return False
    end = end_of(sentence)
    if sentence.speech(left - 1):
        return sentence.low(begin) != "that" and not (
            sentence.low(begin) == ":" and sentence.row[left - 1].text[-2:-1] not in ",.?!"
        )
    fragment = not any(sentence.finite(k) for k in range(left))
    if fragment and sentence.low(cue.last) == "," and sentence.finite(cue.last + 1):
        return True
    if fragment or (sentence.low(0) in sentence.words.subordinators and sentence.low(0) not in ("so", "once", "how", "why")):
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
            (sentence.low(begin) in sentence.words.prepositions or sentence.low(begin) in ("when", "while", "as", "after"))
            and cue.frame == "say"
            and not cue.particle
            and cue.lemma in _SAYING
        )
    )


_SAYING = frozenset("say add tell explain write note argue tweet claim joke warn".split())


def _left(sentence: Sentence, cue: Candidate, source: Range, left: int, rule: str) -> Draft:
    content = [(_start_of_left(sentence, left), left)]
    if sentence.low(cue.last) == "," and not any(sentence.finite(k) or sentence.speech(k) for k in range(left)):
        return Draft(sentence, cue, source, [*content, (cue.last + 1, end_of(sentence))], "amid")
    for k in range(cue.last, len(sentence.row)):
        if sentence.speech(k):
            if sentence.low(k - 1) in (",", ":", ".", "—") or k - cue.last < 2:
                content.append((k, k + 1))
            break
    return Draft(sentence, cue, source, content, rule)


def _quoted_left(sentence: Sentence, cue: Candidate, source: Range, rule: str) -> Draft:
    left = cue.first
    while left > 0 and sentence.sign(left - 1):
        left -= 1
    content = [(_start_of_left(sentence, left), left)] if left > 0 else []
    for k in range(source[1], len(sentence.row)):
        if sentence.speech(k):
            content.append((k, k + 1))
            break
    return Draft(sentence, cue, source, content, rule)


def _subject(sentence: Sentence, cue: Candidate, made: list[Draft]) -> tuple[Range | None, str]:
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
        (sentence.low(k) in sentence.words.subordinators or sentence.low(k) in sentence.words.prepositions) for k in range(cue.first)
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
        near = left_source(sentence, cue)
        if near is not None and (sentence.low(near[0] - 1) == "with" or near[1] - near[0] <= 4):
            return near, "participle-own"
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


def _inverted(sentence: Sentence, cue: Candidate, subject: Range | None) -> Range | None:
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
    if subject is not None and not sentence.quote(before):
        return None
    return found


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
            and sentence.low(k - 1) not in words.function and sentence.low(k - 1) != "and"
        ):
            return k
    return at


def _according(sentence: Sentence, cue: Candidate) -> Draft | None:
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
    content = [(_start_of_left(sentence, end), end)]
    after = source[1]
    while after < len(sentence.row) and sentence.low(after) == ",":
        after += 1
    if source[1] < after < end_of(sentence) and sentence.low(after) not in ("who", "which", "while", "and", "but"):
        content.append((after, end_of(sentence)))
    return Draft(sentence, cue, source, content, "according")


def _clause(sentence: Sentence, cue: Candidate) -> list[Range]:
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


def _nominal(sentence: Sentence, cue: Candidate, others: list[Candidate]) -> Draft | None:
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


def _passive(sentence: Sentence, cue: Candidate, others: list[Candidate], made: list[Draft]) -> Draft | None:
    source = None
    begin = cue.last
    for k in range(cue.last, min(len(sentence.row), cue.last + 8)):
        if sentence.low(k) in sentence.words.by:
            source = right_source(sentence, k + 1, inverted=False)
            break
        if sentence.sign(k):
            break
    patient = left_source(sentence, cue)
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


def _state(sentence: Sentence, cue: Candidate, others: list[Candidate]) -> Draft:
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
