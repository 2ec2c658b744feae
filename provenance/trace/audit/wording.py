"""Numbers and lists as the sentences of a ruling need them."""

from collections.abc import Iterable

_MOST = 4


def counted(number: int, noun: str) -> str:
    """Count a noun."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def surely_count(origins: int) -> str:
    """Say how many origins count however the doubts are settled."""
    return f"{counted(origins, 'origin') if origins else 'no origin'} surely {'count' if origins > 1 else 'counts'}"


def either(words: Iterable[str]) -> str:
    """Join words with "or"."""
    return _joined([str(word) for word in words], "or")


def listed(names: Iterable[str]) -> str:
    """Join names with "and", the first few of many."""
    found = list(names)
    if len(found) > _MOST:
        found = [*found[: _MOST - 1], f"{len(found) - _MOST + 1} more"]
    return _joined(found, "and")


def _joined(names: list[str], joint: str) -> str:
    return f"{', '.join(names[:-1])} {joint} {names[-1]}" if len(names) > 1 else "".join(names)
