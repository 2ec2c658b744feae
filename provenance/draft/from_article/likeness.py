"""How alike two texts are by their words: enough to propose that they say the same, never to assume it."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from provenance.spelling import folded

_STEM = 6
"""So many letters of a word are compared: enough to tell words apart, and few enough that endings do not."""
_SHORTEST = 4
_FEWEST = 3
ALIKE = 0.6
"""From here on two texts may say the same: found by trying, on the example workspace and the articles of its cases."""
_ABOUT = 0.4
_EMPTY = frozenset(
    (
        *("that", "this", "these", "those", "they", "their", "there", "what", "when", "which", "with", "from"),
        *("have", "been", "were", "will", "would", "than", "then"),
    )
)
"""Words that texts share whatever they say."""
_NEGATIONS = frozenset(
    (
        *("not", "no", "never", "none", "nobody", "nothing", "without", "neither", "nor", "cannot"),
        *("nicht", "kein", "keine", "keinen", "nie", "niemals", "ohne"),
        *("не", "нет", "никогда", "без"),
        *("ні", "немає", "ніколи"),
        *("değil", "yok", "hiç"),
        *("deny", "denies", "denied", "denying", "reject", "rejects", "rejected", "dismissed", "false", "untrue"),
        *("bestreitet", "bestritt", "dementiert", "dementierte", "опроверг", "отрицает", "спростував", "заперечує"),
        *("yalanladı", "reddetti"),
    )
)


@lru_cache(maxsize=100_000)
def content_words(text: str) -> frozenset[str]:
    """Give the beginnings of the words that carry content: of four letters or more, and numbers."""
    words = re.findall(r"\w+", folded(text))
    return frozenset(
        word[:_STEM] for word in words if word.isdecimal() or (len(word) >= _SHORTEST and word not in _EMPTY)
    )


def likeness(one: str, other: str) -> float:
    """Give the share of the words of the shorter text that the other has too; 0 where either says too little."""
    first, second = content_words(one), content_words(other)
    least = min(len(first), len(second))
    return len(first & second) / least if least >= _FEWEST else 0.0


def is_about(text: str, claim: str) -> bool:
    """Tell whether what a person drafts for a claim may state it in other words: some are shared, and none differ."""
    return likeness(text, claim) >= _ABOUT and not _differ(text, claim)


def is_negated(text: str) -> bool:
    """Tell whether a text has a word that turns it round; what it turns round is not looked at."""
    return _facts(text)[0]


def may_say_the_same(one: str, other: str) -> bool:
    """Tell whether two texts may state the same: alike, both negated or neither, and no number against another."""
    return likeness(one, other) >= ALIKE and not _differ(one, other)


class Alike:
    """Texts under ids, found again by their words: only those that share enough of them are compared."""

    def __init__(self) -> None:
        self._texts: list[tuple[str, int]] = []
        self._text: dict[str, str] = {}
        self._by_word: dict[str, list[int]] = {}

    def add(self, id_: str, text: str) -> None:
        """Keep a text under an id."""
        words = content_words(text)
        for word in words:
            self._by_word.setdefault(word, []).append(len(self._texts))
        self._texts.append((id_, len(words)))
        self._text[id_] = text

    def near(self, text: str) -> Iterator[tuple[float, str]]:
        """Give how alike each text is that is alike enough, and its id, in the order in which they were added."""
        words = content_words(text)
        shared: Counter[int] = Counter()
        for word in words:
            shared.update(self._by_word.get(word, ()))
        for number in sorted(number for number, count in shared.items() if count >= ALIKE * _FEWEST):
            id_, size = self._texts[number]
            least = min(len(words), size)
            if least >= _FEWEST and shared[number] / least >= ALIKE:
                yield shared[number] / least, id_

    def same(self, text: str) -> str | None:
        """Give the id of the first text that may state the same; None where none does."""
        return next((id_ for _, id_ in self.near(text) if not _differ(text, self._text[id_])), None)


def _negated(text: str) -> bool:
    words = re.findall(r"[\w'’]+", folded(text))
    return any(word in _NEGATIONS or word.endswith(("n't", "n’t")) for word in words)


@lru_cache(maxsize=100_000)
def _facts(text: str) -> tuple[bool, frozenset[str]]:
    """Give whether a text is negated, and its figures."""
    return _negated(text), frozenset(re.findall(r"\d+", text))


def _differ(one: str, other: str) -> bool:
    """Tell whether one text is turned round and the other not, or numbers stand against each other."""
    (negated, first), (turned, second) = _facts(one), _facts(other)
    return negated != turned or not (first <= second or second <= first)
