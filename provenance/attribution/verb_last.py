"""A language whose verb ends the sentence (Turkish): who, what, said; in what X said, what; what, says X, who.

Only what is said in so many words counts: a quotation, or a clause made a noun ("-diğini"). A source is in the bare
case: a name, or one of the words that call a source.
"""

import re
from collections.abc import Iterator, Sequence

from provenance.attribution.found import Confidence, Polarity
from provenance.attribution.matches import CLAUSE_ENDS, LONGEST_SOURCE, SIGNS, Match, Range, trimmed
from provenance.attribution.phrases.model import Phrases, VerbLast
from provenance.attribution.tokens import Token

_CLAUSE = re.compile(
    r"(?:[dt][ıiuü]ğ|[ae]c[ae]ğ)[ıiuü](?:m|n|m[ıiuü]z|n[ıiuü]z)?(?:n?[ıiuüae])?$"
    r"|(?:[dt][ıiuü]k|[ae]c[ae]k)l[ae]r[ıi](?:n[ıiae])?$",
)
"""A clause made a noun: "kapandığı", "kapanacağını", "olduklarına"."""
_GENITIVE = re.compile(r"[ıiuü]n$")
_CASE = re.compile(r"(?:[dt][ae]|\w{3}[dt][ae]n|l[ae]r[ae]|[ıiuü]n[ae])$")
"""A place or a direction: "törende", "Ankara'dan", "gazetecilere"."""
_LONGEST_CUE = 4
_BETWEEN = 2
"""How many words may stand between what is said and the verb: "sürdüğünü bir daha söyledi"."""
_APOSTROPHES = frozenset("'’")


def last_verbs(row: Sequence[Token], phrases: Phrases) -> Iterator[Match]:
    """Give what is found in a sentence, in its order; a clause without a source has that of the one before."""
    words = phrases.last
    if words is None:
        return
    first, before = 0, None
    for at in range(len(row)):
        if at < first or row[at].quote:
            continue
        found = list(_found(row, (first, at), phrases, words, before))
        yield from found
        if found:
            first = found[-1].end
            before = found[-1].source or before


def _found(
    row: Sequence[Token], within: Range, phrases: Phrases, words: VerbLast, before: Range | None
) -> Iterator[Match]:
    """Give what the word behind a range of words finds in it."""
    first, at = within
    if row[at].low in phrases.after:
        yield from _according(row, first, at, phrases, words)
        return
    cue = _cue(row, at, phrases, words)
    if cue is None:
        return
    low = _low(row, cue)
    if low in words.saying:
        yield from _participle(row, first, cue, phrases, words)
    elif low in words.passive:
        yield from _passive(row, first, cue, phrases, words)
    else:
        yield from _inverted(row, first, cue, phrases, words) or _active(row, (first, cue[0]), cue[1], phrases, before)


def _cue(row: Sequence[Token], at: int, phrases: Phrases, words: VerbLast) -> Range | None:
    for size in range(min(_LONGEST_CUE, len(row) - at), 0, -1):
        cue = (at, at + size)
        if not any(token.quote for token in row[at : at + size]) and (
            _low(row, cue) in words.saying | words.passive or _polarity(row, cue, phrases) is not None
        ):
            return cue
    return None


def _polarity(row: Sequence[Token], cue: Range, phrases: Phrases) -> Polarity | None:
    low = _low(row, cue)
    kinds = (
        (phrases.says, Polarity.ASSERTS),
        (phrases.denies, Polarity.DENIES),
        (phrases.declines, Polarity.DECLINES),
        (phrases.unconfirmed, Polarity.NOT_CONFIRMED),
    )
    return next((polarity for kind, polarity in kinds if low in kind), None)


def _according(row: Sequence[Token], first: int, at: int, phrases: Phrases, words: VerbLast) -> Iterator[Match]:
    """Read “by what X reported, …”, “according to X, …”, and “as is alleged, …” without an X."""
    begin = max([first, *(k + 1 for k in range(first, at) if row[k].quote or row[k].low in CLAUSE_ENDS)])
    begin = _past(row, begin, at, phrases)
    if begin == at or (at + 1 < len(row) and row[at + 1].low in words.compared):
        return
    reports = row[at - 1].low in words.reports
    cue, source = (at - reports, at + 1), None
    while cue[0] - 1 > begin and row[cue[0] - 1].low in words.reporting:
        cue = (cue[0] - 1, cue[1])
    if _low(row, (begin, at)) in words.told:
        cue = (begin, at + 1)
    else:
        source = _named(row, begin, cue[0], phrases, plain=not reports)
        if source is None:
            return
    left, right = trimmed(row, first, source[0] if source else begin), trimmed(row, at + 1, len(row))
    if left is not None and all(token.low in phrases.adverbs | phrases.ends for token in row[slice(*left)]):
        left = None
    contents = tuple(part for part in (left, right) if part is not None)
    if contents:
        confidence = Confidence.MEDIUM if source else Confidence.LOW
        yield Match(cue, source, contents, Polarity.ASSERTS, confidence, "postposition")


def _named(row: Sequence[Token], begin: int, end: int, phrases: Phrases, *, plain: bool) -> Range | None:
    """Give who stands before a postposition: a name or a word that calls a source, never a year or a law."""
    if begin >= end or end - begin > LONGEST_SOURCE:
        return None
    head = end - 1
    if head - 2 >= begin and row[head - 1].low in _APOSTROPHES:
        head -= 2
        if not row[head].text[0].isupper():
            return None
        if row[head].low in phrases.outlets:
            return head, end
    elif plain and not phrases.calls(row[head].low):
        return None
    return begin, end


def _participle(row: Sequence[Token], first: int, cue: Range, phrases: Phrases, words: VerbLast) -> Iterator[Match]:
    """Read “who says that …, Güler, …”: what is said stands before the participle, the one who says it behind."""
    said = _said(row, first, cue[0])
    source = _segment(row, cue[1], len(row), phrases, words)
    begin = None if said is None else said if row[said].quote else _past(row, first, said, phrases)
    if said is None or begin is None or source is None or any(row[k].low in CLAUSE_ENDS for k in range(begin, said)):
        return
    polarity = Polarity.DENIES if _low(row, cue) in words.denying else Polarity.ASSERTS
    yield Match(cue, source, ((begin, said + 1),), polarity, Confidence.MEDIUM, "content-participle-source")


def _passive(row: Sequence[Token], first: int, cue: Range, phrases: Phrases, words: VerbLast) -> Iterator[Match]:
    """Read “in the statement of X … was said”, “… was said by X”, and “… is alleged” without an X."""
    topic = next((k for k in range(first, min(cue[0], first + LONGEST_SOURCE)) if row[k].low in words.topics), None)
    by = cue[0] - 1 if cue[0] > first and row[cue[0] - 1].low == words.by else None
    source, begin, end = None, _past(row, first, cue[0], phrases), cue[0]
    if topic is not None:
        source, begin = _topic(row, begin, topic, words), topic + 1
        if source is None:
            return
    elif by is not None:
        start = by
        while start > begin and (row[start - 1].text[0].isupper() or phrases.calls(row[start - 1].low)):
            start -= 1
        source, end = (start, by), start
        if start in (by, begin):
            return
    said = _said(row, begin, end)
    content = None if said is None else trimmed(row, begin, said + 1)
    if content is None or trimmed(row, cue[1], len(row)) is not None:
        return
    confidence = Confidence.MEDIUM if source else Confidence.LOW
    yield Match(cue, source, (content,), Polarity.ASSERTS, confidence, "passive")


def _topic(row: Sequence[Token], begin: int, topic: int, words: VerbLast) -> Range | None:
    """Give whose statement it is: "X'den yapılan açıklamada", "X'in haberinde"; the report itself where nobody's."""
    end = topic
    while end > begin and (row[end - 1].low in words.reporting or row[end - 1].low == words.by):
        end -= 1
    if end == begin:
        return (topic, topic + 1) if topic == begin else None
    signs = any(token.quote or token.low in CLAUSE_ENDS for token in row[begin:end])
    return None if signs else (begin, end)


def _inverted(row: Sequence[Token], first: int, cue: Range, phrases: Phrases, words: VerbLast) -> tuple[Match, ...]:
    """Read ““…” said X”."""
    if cue[0] - 1 != first or not row[first].quote or trimmed(row, cue[1], len(row)) is None:
        return ()
    source = None if _goes_on(row, cue[1], phrases) else _segment(row, cue[1], len(row), phrases, words)
    polarity = _polarity(row, cue, phrases) or Polarity.ASSERTS
    return (
        (Match(cue, source, ((first, cue[0]),), polarity, Confidence.MEDIUM, "content-verb-source"),) if source else ()
    )


def _goes_on(row: Sequence[Token], at: int, phrases: Phrases) -> bool:
    """Tell whether another clause of the sentence begins here."""
    return at < len(row) and row[at].low in phrases.ends | frozenset(",;")


def _active(row: Sequence[Token], within: Range, end: int, phrases: Phrases, before: Range | None) -> Iterator[Match]:
    """Read “X, that …, said”, “X said: …”; where nobody is named it is the one who has just spoken."""
    words, cue = phrases.last, (within[1], end)
    if words is None:
        return
    polarity = _polarity(row, cue, phrases) or Polarity.ASSERTS
    after, colon = trimmed(row, end, len(row)), end < len(row) and row[end].low == ":"
    source, begin = _subject(row, within[0], cue[0], phrases, words)
    alone = cue[0] - 1 == within[0] and row[within[0]].text[0].isupper()
    if source is None and colon and alone and row[within[0]].low not in phrases.adverbs:
        source = within
    source = source or before
    if source is None or (after and not colon and not _goes_on(row, end, phrases)):
        return
    content = after if colon else _content(row, begin, cue, polarity, words)
    if content is not None or polarity is Polarity.DECLINES:
        rule = "source-verb-content" if colon else "source-content-verb"
        yield Match(cue, source, (content,) if content else (), polarity, Confidence.MEDIUM, rule)


def _content(row: Sequence[Token], begin: int, cue: Range, polarity: Polarity, words: VerbLast) -> Range | None:
    if polarity is Polarity.DECLINES or _low(row, cue) in words.whatever:
        return trimmed(row, begin, cue[0])
    said = _said(row, begin, cue[0])
    if said is None and polarity in (Polarity.DENIES, Polarity.NOT_CONFIRMED):
        near = range(cue[0] - 1, max(begin, cue[0] - 1 - _BETWEEN) - 1, -1)
        said = next((k for k in near if row[k].low.startswith(tuple(words.objects))), None)
    if said is None:
        return None
    return (said, said + 1) if row[said].quote else trimmed(row, begin, said + 1)


def _said(row: Sequence[Token], first: int, end: int) -> int | None:
    """Give where what is said ends before a verb: a quotation, or a clause made a noun."""
    for k in range(end - 1, max(first, end - 1 - _BETWEEN) - 1, -1):
        if row[k].quote or _CLAUSE.search(row[k].low):
            return k
        if row[k].low in SIGNS:
            return None
    return None


def _subject(
    row: Sequence[Token], first: int, last: int, phrases: Phrases, words: VerbLast
) -> tuple[Range | None, int]:
    """Give who begins the clause, and where the rest begins."""
    source = _segment(row, first, last, phrases, words)
    begin = first if source is None else _past_brackets(row, source[1])
    return source, _past(row, begin, last, phrases)


def _past_brackets(row: Sequence[Token], at: int) -> int:
    """Pass over initials in brackets at a token: "Milli Savunma Bakanlığı (MSB)"."""
    short = at + 2 < len(row) and row[at].low == "(" and row[at + 2].low == ")"
    return at + 3 if short else at


def _segment(row: Sequence[Token], first: int, last: int, phrases: Phrases, words: VerbLast) -> Range | None:
    """Give who stands from `first` to the next sign: without what they were doing, and without where."""
    first = _past(row, first, last, phrases)
    brackets = {k for at in range(first, last) for k in range(at, _past_brackets(row, at))}
    stop = next((k for k in range(first, last) if k not in brackets and (row[k].quote or row[k].low in SIGNS)), last)
    near = min(stop, first + 2 * LONGEST_SOURCE)
    doing = next((k for k in range(near - 1, first - 1, -1) if row[k].low in words.doing), None)
    first = first if doing is None else doing + 1
    end = stop - 3 if stop - 3 > first and _past_brackets(row, stop - 3) == stop else stop
    while end > first and row[end - 1].low in phrases.adverbs:
        end -= 1
    lead = first
    while lead < end and (row[lead].text[0].isupper() or phrases.calls(row[lead].low)):
        lead += 1
    bounded = stop < last or last == len(row)
    if bounded and first < end <= first + LONGEST_SOURCE and _whole(row, (first, end), lead, phrases):
        return first, end
    if first < lead < len(row) and row[lead].low == words.topic and lead - first <= LONGEST_SOURCE:
        return first, lead
    cut = lead < len(row) and row[lead].low in _APOSTROPHES
    sure = lead - first > 1 or (lead > first and (phrases.calls(row[first].low) or row[first].low in phrases.outlets))
    if cut or not sure or lead - first > LONGEST_SOURCE or _GENITIVE.search(row[lead - 1].low):
        return None
    return first, lead


def _whole(row: Sequence[Token], source: Range, lead: int, phrases: Phrases) -> bool:
    """Tell whether all up to a sign is the source: it ends in a name or a word that calls one, in the bare case."""
    head = row[source[1] - 1]
    if head.low in phrases.pronouns:
        return source[1] - source[0] == 1
    if source[1] - 2 >= source[0] and row[source[1] - 2].low in _APOSTROPHES:
        return False
    if _CLAUSE.search(head.low) or (_CASE.search(head.low) and not head.text[0].isupper()):
        return False
    if lead == source[1] == source[0] + 1:
        return head.low in phrases.outlets or not _CASE.search(head.low)
    return head.text[0].isupper() or phrases.calls(head.low)


def _past(row: Sequence[Token], at: int, last: int, phrases: Phrases) -> int:
    """Pass over signs, and over words like "yesterday" and "but" that begin a clause."""
    while at < last and not row[at].quote and row[at].low in phrases.adverbs | phrases.ends | SIGNS:
        at += 1
    return at


def _low(row: Sequence[Token], cue: Range) -> str:
    return " ".join(token.low for token in row[slice(*cue)])
