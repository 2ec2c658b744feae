"""The article's own words for a record: what is left out of them is shown, and nothing else is changed."""

import re
from collections.abc import Sequence

from provenance.article import Article

LEFT_OUT = "[…]"
"""Where words were left out: in brackets, since an article has an ellipsis of its own."""
_LONGEST = 200
_FEW = 2
"""Blanks in what stands before a cue that breaks into a clause: “The bridge,” she said, “is safe.”"""
_DOTS = re.compile(r"(?:\.\.\.|…)\s*")
_GOES_ON = frozenset(
    ("that", "to", "is", "are", "was", "were", "has", "have", "will", "would", "of", "in", "on", "for")
)
_THAT = re.compile(r"(?:that|dass|что|що),? ")
_PAIRS = {
    "''": ("''", '"'),
    '"': ('"', "''"),
    "“": ("”",),
    "„": ("“", "”"),
    "«": ("»",),
    "»": ("«",),
    "‘": ("’",),
    "'": ("'",),
}
_APOSTROPHES = frozenset(("'", "‘", "’"))

Spans = Sequence[tuple[int, int]]


def text_of(article: Article, spans: Spans) -> str:
    """Give the words of a content, each stretch on one line, with a sign for what stands between them."""
    return f" {LEFT_OUT} ".join(filter(None, _words(article, spans)))


def quote_of(article: Article, spans: Spans) -> str:
    """Give the words of a content as a quote: without the "that" that leads to them, and not too long."""
    words = text_of(article, spans)
    found = _THAT.match(words)
    return shortened(words[found.end() :] if found else words)


def clause_of(article: Article, spans: Spans) -> str:
    """Give the words from the first of some spans to the last: a clause with its source, cue and content."""
    return shortened(article.text[min(span[0] for span in spans) : max(span[1] for span in spans)])


def claim_of(article: Article, spans: Spans) -> str:
    """Give a content as what it states: no quote marks around it, and whole again where the cue stood inside it."""
    words = _words(article, spans)
    led = _THAT.match(words[0]) if words else None
    parts = [_bare(each) for each in ([words[0][led.end() :], *words[1:]] if led else words)]
    joined = ""
    for part in filter(None, parts):
        part = part[found.end() :] if joined and (found := _DOTS.match(part)) else part  # noqa: PLW2901
        if joined.endswith(",") and part[:1].isupper() and joined.count(" ") > _FEW:
            joined = f"{joined[:-1]}."
        elif joined.endswith(",") and (joined.count(" ") <= _FEW or part.partition(" ")[0] in _GOES_ON):
            joined = joined[:-1]
        joined = f"{joined} {part}".strip()
    return joined.rstrip(",;: ")


def shortened(text: str) -> str:
    """Cut a text at a word, and show it."""
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} {LEFT_OUT}"


def _words(article: Article, spans: Spans) -> list[str]:
    return [" ".join(article.text[slice(*span)].split()) for span in spans]


def _bare(part: str) -> str:
    """Take the quote marks off that stand around all of a part, and none that belong to words in it.

    A quotation that goes on in the next paragraph has a mark at its beginning alone.
    """
    mark = next((each for each in _PAIRS if part.startswith(each)), None)
    if mark is None:
        return part
    inner = part[len(mark) :]
    end = next((each for each in _PAIRS[mark] if inner.endswith(each)), "")
    inner = inner.removesuffix(end)
    others = [each for each in (mark, *_PAIRS[mark]) if each not in _APOSTROPHES]
    if not (end or others) or any(each in inner for each in others):
        return part
    return inner.strip() if end or mark not in _APOSTROPHES else part
