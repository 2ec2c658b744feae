"""Languages other than English: a few patterns that are nearly always right, the words of each language as a table.

A quotation beside a reporting verb; a verb with "that" or a colon behind it; "according to"; a postposition. What fits
none of them is not found.
"""

from collections.abc import Collection, Iterator, Sequence

from provenance.attribution.described import class_of, name_of
from provenance.attribution.found import Attribution, Confidence, Found, Polarity, SourceClass, Span
from provenance.attribution.matches import DASHES, SIGNS, Match, Range, trimmed
from provenance.attribution.noun_phrases import noun_after, noun_before, noun_with_genitive, phrase_before
from provenance.attribution.phrases.model import Phrases, held
from provenance.attribution.quotes import quotations
from provenance.attribution.tokens import Token, sentences, tokens
from provenance.attribution.verb_last import last_verbs

_NEAR_VERB = 10
"""How far from "as" its verb may stand."""
_LONGEST_CUE = 4
_OUTER = 8
"""How many attributions of a sentence are looked at for one that holds the next."""


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
                _attribution(
                    sentence,
                    match,
                    phrases,
                    names,
                    nested=match.rule == "reference"
                    or any(one.holds(match) for one in matches[max(0, at - _OUTER) : at]),
                )
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
    taken, before = 0, None
    for at, token in enumerate(row):
        if at < taken or token.quote:
            continue
        found = _like(row, at, phrases) or _postposition(row, at, phrases) or _verb(row, at, phrases, before)
        found = found or _according(row, at, phrases, before)
        if found is None:
            continue
        yield found
        taken, before = found.end, found
        reference = _reference_before(row, found, phrases)
        if reference is not None:
            yield reference


def _according(row: Sequence[Token], at: int, phrases: Phrases, before: Match | None) -> Match | None:
    """Read “according to X, …”, “…, according to X”; after “…, said Y” X told it to Y."""
    cue = _phrase(row, at, phrases.according)
    source = noun_with_genitive(row, cue[1], phrases) if cue else None
    if cue is None or source is None:
        return None
    if before is not None and before.rule == "content-verb-source" and before.end == at:
        return Match(cue, source, before.contents, Polarity.ASSERTS, Confidence.HIGH, "reference")
    if at and source[1] < len(row) and (row[source[1]].low in phrases.says | phrases.denies):
        return None
    begins = at == 0 or (at == 1 and row[0].low in phrases.ends)
    if " ".join(token.low for token in row[slice(*cue)]) in phrases.refers and any(
        token.low in phrases.says for token in row[:at]
    ):
        return None
    right = trimmed(row, _past_brackets(row, source[1], phrases.articles), len(row))
    left = None if begins else trimmed(row, 0, at)
    inside = left is not None and (phrases.nouns or (row[at - 1].low == "," and source[1] < len(row)))
    follows = source[1] < len(row) and (phrases.nouns or row[source[1]].low == ",")
    parts = (left, right if begins or (inside and follows) else None)
    contents = tuple(part for part in parts if part is not None)
    return Match(cue, source, contents, Polarity.ASSERTS, Confidence.HIGH, "according-to") if contents else None


def _past_brackets(row: Sequence[Token], at: int, articles: Collection[str]) -> int:
    """Pass over what stands in brackets at a token, and over an apposition: ", the head of the firm,"."""
    if at + 1 < len(row) and row[at].low == "," and row[at + 1].low in articles:
        return next((k for k in range(at + 1, min(len(row), at + _NEAR_VERB)) if row[k].low == ","), at)
    if at >= len(row) or row[at].low != "(":
        return at
    return next((k + 1 for k in range(at, min(len(row), at + _NEAR_VERB)) if row[k].low == ")"), at)


def _reference_before(row: Sequence[Token], match: Match, phrases: Phrases) -> Match | None:
    """Read the reference in “X, referring to Y, said that …”: Y told it to X."""
    if match.rule != "source-verb-content" or match.source is None:
        return None
    for at in range(match.source[1], match.cue[0]):
        cue = _phrase(row, at, phrases.according)
        source = noun_with_genitive(row, cue[1], phrases) if cue else None
        if cue is not None and source is not None:
            return Match(cue, source, match.contents, Polarity.ASSERTS, Confidence.HIGH, "reference")
    return None


def _phrase(row: Sequence[Token], at: int, *phrases: Collection[str]) -> Range | None:
    """Give the longest of some phrases that stands at a token."""
    for size in range(min(_LONGEST_CUE, len(row) - at), 0, -1):
        low = " ".join(token.low for token in row[at : at + size])
        if any(low in each for each in phrases):
            return at, at + size
    return None


def _like(row: Sequence[Token], at: int, phrases: Phrases) -> Match | None:
    """Read “as X said, …”, “…, as X said”: between signs, its verb last."""
    if row[at].low not in phrases.like or (at and row[at - 1].low not in SIGNS):
        return None
    near = range(at + 1, min(len(row), at + _NEAR_VERB))
    verb = next((k for k in near if row[k].quote or row[k].low in SIGNS), len(row)) - 1
    if verb <= at + 1 or row[verb].low not in phrases.says:
        return None
    source = (at + 1, verb)
    if all(token.low in phrases.pronouns for token in row[slice(*source)]):
        return None
    parts = (trimmed(row, 0, at), trimmed(row, verb + 1, len(row)))
    contents = tuple(part for part in parts if part is not None)
    if not contents:
        return None
    return Match((verb, verb + 1), source, contents, Polarity.ASSERTS, Confidence.HIGH, "as-source-verb")


def _postposition(row: Sequence[Token], at: int, phrases: Phrases) -> Match | None:
    source = phrase_before(row, at, phrases) if row[at].low in phrases.after else None
    if source is None:
        return None
    parts = (trimmed(row, 0, source[0]), trimmed(row, at + 1, len(row)))
    contents = tuple(part for part in parts if part is not None)
    if not contents:
        return None
    return Match((at, at + 1), source, contents, Polarity.ASSERTS, Confidence.MEDIUM, "postposition")


def _verb(row: Sequence[Token], at: int, phrases: Phrases, before: Match | None) -> Match | None:
    cue = _phrase(row, at, phrases.says, phrases.denies, phrases.declines)
    polarity = _polarity(row, cue, phrases) if cue else None
    if cue is None or polarity is None:
        return None
    if polarity is Polarity.DECLINES:
        return _declined(row, cue, phrases)
    return _inverted(row, cue, polarity, phrases) or _straight(row, cue, polarity, phrases, before)


def _polarity(row: Sequence[Token], cue: Range, phrases: Phrases) -> Polarity | None:
    low = " ".join(token.low for token in row[slice(*cue)])
    if low in phrases.denies:
        return Polarity.DENIES
    if low in phrases.declines:
        return Polarity.DECLINES
    if low not in phrases.says:
        return None
    near = (row[cue[0] - 1].low if cue[0] else "", row[cue[1]].low if phrases.nouns and cue[1] < len(row) else "")
    return Polarity.NOT_CONFIRMED if any(low in phrases.nots for low in near) else Polarity.ASSERTS


def _declined(row: Sequence[Token], cue: Range, phrases: Phrases) -> Match | None:
    """Read “X declined to comment on …”: where a word of comment is asked for, it stands behind."""
    behind = [token.low for token in row[cue[1] :]]
    quotes = row[cue[1]].quote or behind[0] == ":" if behind else False
    alone = cue[1] - cue[0] == 1
    if alone and not quotes and not any(low in phrases.comment for low in behind):
        return None
    if row[cue[0]].low in phrases.would and not any(low in phrases.nots for low in behind):
        return None
    source, content = noun_before(row, cue[0], phrases), trimmed(row, cue[1], len(row))
    if source is None:
        return None
    contents = (content,) if content else ()
    return Match(cue, source, contents, Polarity.DECLINES, Confidence.MEDIUM, "source-verb-content")


def _inverted(row: Sequence[Token], cue: Range, polarity: Polarity, phrases: Phrases) -> Match | None:
    """Read “…”, said X: what is said stands before the verb, who says it behind."""
    before = cue[0] - 1
    while before >= 0 and (row[before].low in DASHES or row[before].low == ","):
        before -= 1
    if before < 0 or (before == cue[0] - 1 and not row[before].quote):
        return None
    phrase = cue[1] - cue[0] > 1
    source = noun_with_genitive(row, cue[1], phrases) if phrase else noun_after(row, cue[1], phrases)
    quoted = row[before].quote
    content = (before, before + 1) if quoted else trimmed(row, 0, before + 1)
    if source is None or content is None or any(_phrase(row, k, phrases.according) for k in range(*source)):
        return None
    if source[1] < len(row) and row[source[1]].low in phrases.nots:
        return None
    more = next((place for place in range(source[1], len(row)) if row[place].quote), None) if quoted else None
    contents = (content,) if more is None else (content, (more, more + 1))
    confidence = Confidence.HIGH if quoted else Confidence.MEDIUM
    return Match(cue, source, contents, polarity, confidence, "content-verb-source")


def _straight(
    row: Sequence[Token], cue: Range, polarity: Polarity, phrases: Phrases, before: Match | None
) -> Match | None:
    """Read X said that …, X said: “…”, X said, …; X denied the reports."""
    after = cue[1]
    low = row[after].low if after < len(row) else ""
    quote = after < len(row) and row[after].quote
    near = row[after : after + 8]
    that = next((after + place for place, token in enumerate(near) if token.low in phrases.that), None)
    if that is not None and any(token.quote for token in row[after:that]):
        that = None
    claims = polarity is not Polarity.ASSERTS and held(phrases.claims, low)
    told = that is not None or quote or low in (":", ",") or claims
    source = _whoever(row, cue, phrases, before) if told else None
    begin = after if that is None else that + 1
    content = trimmed(row, begin, _end(row, begin, phrases))
    source = _before_finite(row, source, phrases) if source else None
    if source is None or content is None:
        return None
    sure = quote or low == ":" or that is not None or claims
    confidence = Confidence.HIGH if sure else Confidence.LOW
    return Match(cue, source, (content,), polarity, confidence, "source-verb-content")


def _before_finite(row: Sequence[Token], source: Range, phrases: Phrases) -> Range | None:
    """End a source at "has", where only an adverb stands before the verb: "has on Friday said". None after "was"."""
    at = next((k for k in range(*source) if row[k].low in phrases.finite), None)
    if at is None:
        return source
    objects = any(row[k].low in phrases.objects for k in range(at + 1, source[1]))
    return (source[0], at) if row[at].low in phrases.have and not objects and at > source[0] else None


def _whoever(row: Sequence[Token], cue: Range, phrases: Phrases, before: Match | None) -> Range | None:
    """Give who is named before a verb; behind "and" it is the one who has just spoken, else the last name before."""
    if not cue[0] or row[cue[0] - 1].low not in phrases.joins:
        return noun_before(row, cue[0], phrases)
    if before is not None:
        return before.source
    named = noun_before(row, cue[0] - 1, phrases)
    last = (
        next((k for k in range(named[1] - 1, named[0] - 1, -1) if row[k].text[:1].isupper()), None) if named else None
    )
    return (named[0], last + 1) if named and last is not None else None


def _end(row: Sequence[Token], begin: int, phrases: Phrases) -> int:
    """Give where what is said ends: the sentence, or "and" before another verb that says."""
    near = range(begin + 1, len(row) - 1)
    return next((k for k in near if row[k].low in phrases.joins and row[k + 1].low in phrases.says), len(row))


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
