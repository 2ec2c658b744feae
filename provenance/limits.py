"""How much of anything is read: one table, and how a person raises a limit. docs/reference/environment.md shows it."""

import os
import re
from collections.abc import Mapping
from typing import NamedTuple

_SIZES = {"": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30}
_PREFIX = "PROVENANCE_MAX_"
_VALUE = re.compile(r"([0-9]{1,18}) ?(|KiB|MiB|GiB)", re.ASCII)


class LimitError(ValueError):
    """An environment variable that sets a limit cannot be used; says which and why."""


class Limit(NamedTuple):
    """A limit: the environment variable that changes it, what holds without one, its unit, and what it is for.

    `ceiling` is what it can be raised to.
    """

    variable: str
    default: int
    unit: str
    of: str
    ceiling: int = 10**15

    def now(self, environment: Mapping[str, str] = os.environ) -> int:
        """Give the limit that holds. Raises LimitError where the variable holds no number that can be used."""
        written = environment.get(self.variable)
        if written is None:
            return self.default
        found = _VALUE.fullmatch(written.strip())
        if found is None or (found[2] and self.unit != "bytes"):
            example = " (or `200 MiB`)" if self.unit == "bytes" else ""
            raise LimitError(f"{self.variable} is '{written[:40]}': write a whole number of {self.unit}{example}")
        number = int(found[1]) * _SIZES[found[2]]
        if not 1 <= number <= self.ceiling:
            raise LimitError(f"{self.variable} is '{written[:40]}': it can be 1 to {self.ceiling:,} {self.unit}")
        return number

    def shown(self, number: int) -> str:
        """Write an amount in the unit of this limit: `100 MiB`, `64 levels`."""
        if self.unit == "bytes" and number >= 1 << 20 and not number % (1 << 20):
            return f"{number >> 20:,} MiB"
        return f"{number:,} {self.unit}"

    @property
    def raised(self) -> str:
        """Say how it is raised; the end of a hint."""
        return f"or raise {self.variable}"


FILE_BYTES = Limit("PROVENANCE_MAX_FILE_BYTES", 100 << 20, "bytes", "one file of records, or one to import")
DEPTH = Limit("PROVENANCE_MAX_DEPTH", 64, "levels", "nesting in YAML, JSON and XML; records need about eight", 200)
ALIASED = Limit("PROVENANCE_MAX_ALIASED", 100_000, "values", "what all aliases of one file stand for, written out")
RECORDS = Limit("PROVENANCE_MAX_RECORDS", 2_000_000, "records", "one workspace that is read into memory")
CITATIONS = Limit("PROVENANCE_MAX_CITATIONS", 5_000_000, "citations", "the same: the edges of its graph")
ARTICLE_BYTES = Limit("PROVENANCE_MAX_ARTICLE_BYTES", 20 << 20, "bytes", "an article to draft from, saved or fetched")
PAGE_BYTES = Limit("PROVENANCE_MAX_PAGE_BYTES", 10 << 20, "bytes", "a page that is fetched, unpacked")
FETCH_SECONDS = Limit("PROVENANCE_MAX_FETCH_SECONDS", 30, "seconds", "fetching a page, with all its redirects", 3_600)
REDIRECTS = Limit("PROVENANCE_MAX_REDIRECTS", 5, "redirects", "how often an address may lead on", 50)
COLUMNS = Limit("PROVENANCE_MAX_COLUMNS", 1_000, "columns", "a table to import", 100_000)
CELLS = Limit("PROVENANCE_MAX_CELLS", 5_000_000, "cells", "a table to import")
PIXELS = Limit("PROVENANCE_MAX_PIXELS", 60_000_000, "pixels", "a PNG picture; a larger one is made smaller", 10**9)

LIMITS = (
    FILE_BYTES,
    DEPTH,
    ALIASED,
    RECORDS,
    CITATIONS,
    ARTICLE_BYTES,
    PAGE_BYTES,
    FETCH_SECONDS,
    REDIRECTS,
    COLUMNS,
    CELLS,
    PIXELS,
)
"""Every limit, in the order of the documentation."""


def look_at_limits(environment: Mapping[str, str] = os.environ) -> None:
    """Raise LimitError for a variable that holds no number, or that looks like a limit and is none."""
    known = {limit.variable: limit for limit in LIMITS}
    for name in sorted(environment):
        if name.startswith(_PREFIX):
            if name not in known:
                raise LimitError(f"there is no limit {name[:60]}; the limits are {', '.join(known)}")
            known[name].now(environment)
