"""Which blocks of a page are the article: those whose words trafilatura chooses.

trafilatura rebuilds the page and keeps no trace of where a text stood, so the blocks are found again by what they say:
letters and digits alone, since it changes spaces and signs.
"""

import logging
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy

from trafilatura import bare_extraction

from provenance.article.blocks import Block, Element, words_of

_STEP = 8
_PIECE = 12
"""Pieces of `_PIECE` letters are taken from the chosen text at every `_STEP`th letter."""
_LEAST_SHARE = 0.9
"""The share of a block's pieces that must be in the chosen text."""
_LONG = 48
"""A block this long is found by its pieces; a shorter one has to be a whole paragraph, heading or item of the
choice."""

_WHOLE = frozenset({"p", "head", "item", "quote", "cell"})
"""What trafilatura makes of paragraphs, headings, items of lists, quotations, cells of tables."""


def choose(found: Sequence[Block], root: Element) -> list[int]:
    """Give the indices of the blocks that are the article, in order; none where trafilatura finds no article."""
    chosen, parts = _chosen_texts(root)
    keys = [letters(block.text) for block in found]
    whole = Counter(map(letters, chosen)) | Counter(set(map(letters, parts)))
    text = letters(" ".join(chosen + parts))
    pieces = {text[at : at + _PIECE] for at in range(0, len(text) - _PIECE + 1, _STEP)}
    hits = [at for at, key in enumerate(keys) if key and (key in whole or _is_among(key, pieces))]
    return _as_often(hits, keys, whole)


def letters(text: str) -> str:
    """Give the letters and digits of a text alone, without case."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def _chosen_texts(root: Element) -> tuple[list[str], list[str]]:
    """Give the paragraphs, headings and items that trafilatura chooses, and their parts between breaks.

    Comments of readers are not among them.
    """
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(deepcopy(root), include_comments=False)
    except Exception:  # noqa: BLE001 - whatever it stumbles on in a hostile page, the page has no article for it
        return [], []
    if document is None or isinstance(document, dict) or document.body is None:
        return [], []
    parts = list(document.body.iter())
    innermost = (part for part in parts if part.tag in _WHOLE and next(part.iterdescendants(*_WHOLE), None) is None)
    whole = [words_of(part) for part in innermost]
    between_breaks = [piece for part in parts for piece in (part.text, part.tail) if piece]
    return whole, between_breaks


def _is_among(key: str, pieces: set[str]) -> bool:
    if len(key) < _LONG:
        return False
    hits = sum(key[at : at + _PIECE] in pieces for at in range(len(key) - _PIECE + 1))
    return hits * _STEP >= _LEAST_SHARE * (len(key) - _PIECE + 1)


def _as_often(hits: list[int], keys: list[str], chosen: Counter[str]) -> list[int]:
    """Of blocks that say the same, keep as many as were chosen: those nearest to blocks that say it once."""
    places: dict[str, list[int]] = {}
    for at in hits:
        places.setdefault(keys[at], []).append(at)
    sure = sorted(ats[0] for key, ats in places.items() if len(ats) == 1 and len(key) >= _LONG) or hits
    kept: list[int] = []
    for key, ats in places.items():
        kept += sorted(ats, key=lambda at: (_distance(at, sure), at))[: chosen[key] or 1]
    return sorted(kept)


def _distance(at: int, sure: list[int]) -> int:
    right = bisect_left(sure, at)
    return min(abs(at - sure[near]) for near in (right - 1, right) if 0 <= near < len(sure))
