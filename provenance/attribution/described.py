"""What kind of source a noun phrase is, and the name in it, in the languages that are read by patterns."""

import re
from collections.abc import Collection, Iterator, Sequence

from provenance.attribution.found import SourceClass
from provenance.attribution.phrases.model import Phrases, held
from provenance.attribution.tokens import Token

_WORD = re.compile(r"\w+")
_BODY = re.compile(r"((?:l[ıiuü]ğ|s)[ıiuü])n(?:[ıiuü]n|d[ae]n?|[ae]|[ıiuü])$")
"""A body with its case ending: "Bakanlığının", "Ajansından"."""


def class_of(named: Sequence[Token], phrases: Phrases, outlets: Collection[str]) -> SourceClass:
    """Give the class of a source: by the first word that calls one, by the last where the verb comes last."""
    lows = [token.low for token in named]
    if all(low in phrases.pronouns for low in lows):
        return SourceClass.PRONOUN
    kinds = (
        (phrases.nameless, SourceClass.ANONYMOUS),
        (phrases.people, SourceClass.PERSON),
        (phrases.documents, SourceClass.DOCUMENT),
        (phrases.officials | phrases.titles, SourceClass.OFFICIAL_OTHER),
        (phrases.outlets, SourceClass.OUTLET),
        (phrases.groups, SourceClass.GROUP),
    )
    told = [(at, class_) for at, low in enumerate(lows) for kind, class_ in kinds if held(kind, low)]
    told += [(at, SourceClass.OUTLET) for at in _known(named, outlets)]
    if not told:
        person = all(token.text[:1].isupper() for token in named)
        return SourceClass.PERSON if person else SourceClass.UNKNOWN
    class_ = max(told)[1] if phrases.last else min(told)[1]
    officials = any(each is SourceClass.OFFICIAL_OTHER for _, each in told)
    if class_ is SourceClass.DOCUMENT and any(each is SourceClass.OUTLET for _, each in told):
        return SourceClass.OUTLET
    return SourceClass.PARTLY_ANONYMOUS if class_ is SourceClass.ANONYMOUS and officials else class_


def _known(named: Sequence[Token], outlets: Collection[str]) -> Iterator[int]:
    """Give where the name of a known outlet stands, as whole words."""
    words = [(at, word) for at, token in enumerate(named) for word in _WORD.findall(token.text.casefold())]
    for outlet in outlets:
        parts = _WORD.findall(outlet)
        for k in range(len(words) - len(parts) + 1 if parts else 0):
            if [word for _, word in words[k : k + len(parts)]] == parts:
                yield words[k][0]


def name_of(named: Sequence[Token], phrases: Phrases) -> str:
    """Give the name in quotation marks, else the proper name, else what the source is called; titles are left out."""
    quoted = next((token.text[1:-1] for token in named if token.quote), None)
    person = any(held(phrases.people, token.low) for token in named)
    if quoted and not person:
        return quoted
    if any(held(phrases.nameless, token.low) for token in named):
        return " ".join(token.text for token in named)
    parts = list(_parts(named))
    return next((name for part in parts if (name := _proper(part, phrases))), None) or _called(parts[0], phrases)


def _parts(named: Sequence[Token]) -> Iterator[Sequence[Token]]:
    first = 0
    for at, token in enumerate(named):
        if token.low in (",", "vom") and at > first:
            yield named[first:at]
            first = at + 1
    if first < len(named):
        yield named[first:]


def _proper(part: Sequence[Token], phrases: Phrases) -> str | None:
    """Give the last run of words with a capital, without titles; None where it only calls a source."""
    part = part[1:] if _is_preposition(part[0]) else part
    last = next((k for k in range(len(part), 0, -1) if part[k - 1].text[:1].isupper()), 0)
    first = last
    while first and part[first - 1].text[:1].isupper():
        first -= 1
    heads = [token.low for token in part[: max(first, 1)] if phrases.calls(token.low)]
    body = bool(heads) and not phrases.last and _is_body(heads[0], phrases)
    if body or first == last:
        return None
    if phrases.last and any(_is_title(token.low, phrases) for token in part[last:]):
        return None
    titles = [k for k in range(first, last - 1) if _is_title(part[k].low, phrases)]
    titled = bool(titles) or any(_is_title(token.low, phrases) for token in part[:first])
    if first and titled and part[first - 1].low in phrases.of:
        return None
    first = titles[-1] + 1 if titles else first
    if titled and last - first > 1 and part[first].low in phrases.places:
        first += 1
    if last - first > 1 and held(phrases.outlets, part[first].low) and part[first + 1].low in phrases.outlets:
        first += 1
    run = [token.text for token in part[first:last]]
    if (
        all(phrases.calls(token.low) for token in part[first:last])
        and last - first == 1
        and _is_title(part[first].low, phrases)
    ):
        return None
    return _bare(run, phrases)


def _called(part: Sequence[Token], phrases: Phrases) -> str:
    """Give a description from its first word with a capital on, else all of it."""
    part = part[1:] if len(part) > 1 and _is_preposition(part[0]) else part
    capital = next((k for k, token in enumerate(part) if token.text[:1].isupper() and phrases.calls(token.low)), 0)
    return _bare([token.text for token in part[capital:]], phrases)


def _is_preposition(token: Token) -> bool:
    """Tell whether a word of one letter begins a description: "in the ministry"."""
    return len(token.text) == 1


def _bare(words: Sequence[str], phrases: Phrases) -> str:
    last = _BODY.sub(r"\1", words[-1]) if phrases.last else words[-1]
    return " ".join((*words[:-1], last))


def _is_title(low: str, phrases: Phrases) -> bool:
    return held(phrases.titles, low) or held(phrases.people, low)


def _is_body(low: str, phrases: Phrases) -> bool:
    return held(phrases.officials, low) and not _is_title(low, phrases)
