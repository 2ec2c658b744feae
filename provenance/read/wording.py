"""Words of messages: what a person wrote, cut to a length that can be shown, and kinds of records."""

from collections.abc import Iterable

_SHOWN = 60


def shortened(words: str) -> str:
    """Cut text to a length that a message can hold."""
    line = " ".join(words[: 10 * _SHOWN].split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def a(noun: str) -> str:
    """Put the article before a kind of record."""
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def either(kinds: Iterable[str], *, article: bool = True) -> str:
    """Join kinds of records with "or"."""
    names = [a(kind) if article else kind for kind in kinds]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
