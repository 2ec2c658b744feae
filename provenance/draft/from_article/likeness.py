"""How alike two texts are by their words: enough to propose that they say the same, never to assume it."""

import re

from provenance.read.names import folded

_STEM = 6
"""So many letters of a word are compared: enough to tell words apart, and few enough that endings do not."""
_SHORTEST = 4
_FEWEST = 3
ALIKE = 0.6
"""From here on two texts may say the same: found by trying, on the example workspace and the articles of its cases."""


def content_words(text: str) -> frozenset[str]:
    """Give the beginnings of the words that carry content: of four letters or more, and numbers."""
    words = re.findall(r"\w+", folded(text))
    return frozenset(word[:_STEM] for word in words if len(word) >= _SHORTEST or word.isdecimal())


def likeness(one: str, other: str) -> float:
    """Give the share of the words of the shorter text that the other has too; 0 where either says too little."""
    first, second = content_words(one), content_words(other)
    least = min(len(first), len(second))
    return len(first & second) / least if least >= _FEWEST else 0.0
