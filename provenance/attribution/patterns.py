"""Languages other than English: a few patterns that are nearly always right, the words of each language as a table.

A quotation beside a reporting verb; a verb with "that" or a colon behind it; "according to"; a postposition. What fits
none of them is not found.
"""

from collections.abc import Collection, Iterator, Sequence

from provenance.attribution.described import class_of, name_of
from provenance.attribution.found import Attribution, Confidence, Found, Polarity, SourceClass, Span
from provenance.attribution.matches import DASHES, LONGEST_SOURCE, SIGNS, Match, Range, trimmed
from provenance.attribution.phrases.model import Phrases
from provenance.attribution.quotes import quotations
from provenance.attribution.tokens import Token, sentences, tokens
from provenance.attribution.verb_last import last_verbs

_LONGEST_NAME = 40


def find_patterns(text: str, paragraphs: Sequence[Span], phrases: Phrases, outlets: Collection[str]) -> Found:
    """Give the attributions of the paragraphs, and the sentences in which there is none."""
    found: list[Attribution] = []
    silent: list[Span] = []
    names = frozenset(name.casefold() for name in outlets if name)
    for start, end in paragraphs:
        row = tokens(text, start, end, quotations(text, start, end))
        for first, last in sentences(row, phrases.abbreviations, phrases.says):
            sentence = _plain(row[first:last])
            matches = list(last_verbs(sentence, phrases) if phrases.last else _matches(sentence, phrases))
            found += [
                _attribution(sentence, match, phrases, names, nested=any(one.holds(match) for one in matches[:at]))
                for at, match in enumerate(matches)
            ]
            if not matches and len(sentence) > 1:
                silent.append((sentence[0].start, sentence[-1].end))
    return Found(attributions=tuple(found), unattributed=tuple(silent), conflicts=())


def _plain(row: Sequence[Token]) -> Sequence[Token]:
    """Take the dot off "i̇", which "İ" becomes in lower case: https://www.unicode.org/Public/UNIDATA/SpecialCasing.txt."""
    return [token._replace(low=token.low.replace("\u0307", "")) if "\u0307" in token.low else token for token in row]


def _matches(row: Sequence[Token], phrases: Phrases) -> Iterator[Match]:
    """Give what the patterns find in a sentence; what stands in a cue or its source begins no other."""
    taken = 0
    for at, token in enumerate(row):
        if at < taken or token.quote:
            continue
        match = _according(row, at, phrases) or _postposition(row, at, phrases) or _verb(row, at, phrases)
        if match is not None:
            yield match
            taken = match.end


def _according(row: Sequence[Token], at: int, phrases: Phrases) -> Match | None:
    for phrase in phrases.according:
        parts = phrase.split()
        if [token.low for token in row[at : at + len(parts)]] != parts:
            continue
        cue = (at, at + len(parts))
        source = _noun_after(row, cue[1], phrases)
        if source is None:
            return None
        begins = at == 0 or (at == 1 and row[0].low in phrases.ends)
        content = trimmed(row, source[1], len(row)) if begins else trimmed(row, 0, at)
        if content is None:
            return None
        return Match(cue, source, (content,), Polarity.ASSERTS, Confidence.HIGH, "according-to")
    return None


def _postposition(row: Sequence[Token], at: int, phrases: Phrases) -> Match | None:
    source = _noun_before(row, at, phrases) if row[at].low in phrases.after else None
    if source is None:
        return None
    content = trimmed(row, at + 1, len(row)) or trimmed(row, 0, source[0])
    if content is None:
        return None
    return Match((at, at + 1), source, (content,), Polarity.ASSERTS, Confidence.MEDIUM, "postposition")


def _verb(row: Sequence[Token], at: int, phrases: Phrases) -> Match | None:
    pair = at > 0 and f"{row[at - 1].low} {row[at].low}" in phrases.says
    cue = (at - pair, at + 1)
    polarity = _polarity(row, cue, phrases)
    if polarity is None:
        return None
    return _inverted(row, cue, polarity, phrases) or _straight(row, cue, polarity, phrases)


def _polarity(row: Sequence[Token], cue: Range, phrases: Phrases) -> Polarity | None:
    low = " ".join(token.low for token in row[slice(*cue)])
    if low in phrases.denies:
        return Polarity.DENIES
    if low in phrases.declines:
        return Polarity.DECLINES
    if low not in phrases.says:
        return None
    return Polarity.NOT_CONFIRMED if cue[0] and row[cue[0] - 1].low in phrases.nots else Polarity.ASSERTS


def _inverted(row: Sequence[Token], cue: Range, polarity: Polarity, phrases: Phrases) -> Match | None:
    """Read “…”, said X: what is said stands before the verb, who says it behind."""
    before = cue[0] - 1
    while before >= 0 and (row[before].low in DASHES or row[before].low == ","):
        before -= 1
    if before < 0 or (before == cue[0] - 1 and not row[before].quote):
        return None
    source = _noun_after(row, cue[1], phrases)
    quoted = row[before].quote
    content = (before, before + 1) if quoted else trimmed(row, 0, before + 1)
    if source is None or content is None:
        return None
    more = next((place for place in range(source[1], len(row)) if row[place].quote), None) if quoted else None
    contents = (content,) if more is None else (content, (more, more + 1))
    confidence = Confidence.HIGH if quoted else Confidence.MEDIUM
    return Match(cue, source, contents, polarity, confidence, "content-verb-source")


def _straight(row: Sequence[Token], cue: Range, polarity: Polarity, phrases: Phrases) -> Match | None:
    """Read X said that …, X said: “…”, X said, …."""
    after = cue[1]
    low = row[after].low if after < len(row) else ""
    quote = after < len(row) and row[after].quote
    near = row[after : after + 8]
    that = next((after + place for place, token in enumerate(near) if token.low in phrases.that), None)
    if that is not None and any(token.quote for token in row[after:that]):
        that = None
    source = _noun_before(row, cue[0], phrases) if that is not None or quote or low in (":", ",") else None
    content = trimmed(row, after if that is None else that + 1, len(row))
    if source is None or content is None:
        return None
    sure = quote or low == ":" or that is not None
    confidence = Confidence.HIGH if sure else Confidence.LOW
    return Match(cue, source, (content,), polarity, confidence, "source-verb-content")


def _noun_after(row: Sequence[Token], at: int, phrases: Phrases) -> Range | None:
    """Give who is named from `at` on: up to a sign or a word that no name goes past."""
    while at < len(row) and row[at].low in phrases.adverbs:
        at += 1
    last = at
    while last < len(row) and last - at < LONGEST_SOURCE and row[last].low not in SIGNS | phrases.says:
        if row[last].quote and not _is_name(row, last, phrases):
            break
        if row[last].low in phrases.ends and (last > at or row[last].low in phrases.that):
            break
        last += 1
    return (at, last) if last > at else None


def _noun_before(row: Sequence[Token], at: int, phrases: Phrases) -> Range | None:
    """Give who is named up to `at`: from the last sign or word that no name goes past, with an apposition in commas."""
    end = at
    while end and row[end - 1].low in phrases.adverbs | phrases.nots:
        end -= 1
    if end and row[end - 1].low == ",":
        opening = next((place for place in range(end - 2, 0, -1) if row[place].low == ","), None)
        if opening is None or row[opening - 1].low == ",":
            return None
        named = _noun_before(row, opening, phrases)
        return (named[0], end - 1) if named else None
    first = end
    while first and end - first < LONGEST_SOURCE and row[first - 1].low not in SIGNS | phrases.that | phrases.says:
        if row[first - 1].quote and not _is_name(row, first - 1, phrases):
            break
        first -= 1
    while first < end and row[first].low in phrases.adverbs:
        first += 1
    says_who = any(token.quote or token.low not in phrases.ends | phrases.adverbs for token in row[first:end])
    return (first, end) if says_who else None


def _is_name(row: Sequence[Token], at: int, phrases: Phrases) -> bool:
    """Tell whether a quotation is the name of the outlet before it: the paper “Nefes”."""
    return at > 0 and row[at - 1].low in phrases.outlets and len(row[at].text) <= _LONGEST_NAME


def _attribution(
    row: Sequence[Token], match: Match, phrases: Phrases, outlets: Collection[str], *, nested: bool
) -> Attribution:
    named = row[slice(*match.source)] if match.source else []
    class_ = class_of(named, phrases, outlets) if named else SourceClass.UNKNOWN
    return Attribution(
        source=_span(row, match.source) if match.source else None,
        cue=_span(row, match.cue),
        content=tuple(_span(row, each) for each in match.contents),
        class_=class_,
        entity=None if class_ is SourceClass.PRONOUN or not named else name_of(named, phrases),
        polarity=match.polarity,
        hedge=_hedge(row, match, phrases),
        nested=nested,
        confidence=match.confidence,
        rule=match.rule,
    )


def _hedge(row: Sequence[Token], match: Match, phrases: Phrases) -> Span | None:
    """Give the word that doubts what is said; the cue itself where it alleges and names nobody."""
    low = " ".join(token.low for token in row[slice(*match.cue)])
    if phrases.last and match.source is None and low in phrases.last.alleging:
        return _span(row, match.cue)
    found = next((token for token in row if token.low in phrases.hedges), None)
    return (found.start, found.end) if found else None


def _span(row: Sequence[Token], found: Range) -> Span:
    return row[found[0]].start, row[found[1] - 1].end
