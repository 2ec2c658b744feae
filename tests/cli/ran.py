"""What running a command line gives."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

Golden = Callable[[str, str], None]
"""Compares a text with the golden file of a name."""


class Write(Protocol):
    """Writes a text as a file of ./data."""

    def __call__(self, text: str, name: str = "records.yaml") -> Path: ...


class Ran(NamedTuple):
    """The exit code of a run, and what it wrote to standard output and standard error."""

    code: int
    out: str
    err: str


class Provenance(Protocol):
    """Runs one command line, as wide as is said."""

    def __call__(self, *arguments: str, width: int = 120) -> Ran: ...
