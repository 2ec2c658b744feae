"""What a command does once its answer is printed."""

from collections.abc import Callable

_WAITING: list[Callable[[], None]] = []


def afterwards(do: Callable[[], None]) -> None:
    """Have something done when the command is over, however it ends, unless it is interrupted or fails."""
    _WAITING.append(do)


def do_afterwards() -> None:
    """Do what is waiting, once."""
    while _WAITING:
        _WAITING.pop()()


def forget_afterwards() -> None:
    """Do none of it."""
    _WAITING.clear()
