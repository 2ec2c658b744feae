"""The records of a folder, read once for any number of answers."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.check import fatal, run_checks
from provenance.dates import Date, parse_date
from provenance.model import Claim, Outlet, Report, Workspace
from provenance.notebook.answer import Answer
from provenance.notebook.errors import ClaimError, RecordsError
from provenance.notebook.frames import frame
from provenance.notebook.shown import html_of
from provenance.problems import Problem
from provenance.read import Loaded
from provenance.read import load as read
from provenance.report.listing import LISTINGS, listing_lines
from provenance.trace import Tracer
from provenance.trace.find import find_claim

if TYPE_CHECKING:
    import pandas as pd

_WIDTH = 100


@dataclass(frozen=True, eq=False)
class Records:
    """The records of one folder. `workspace` holds them all; `tracer` builds what claims share once."""

    loaded: Loaded
    tracer: Tracer

    @property
    def workspace(self) -> Workspace:
        """All records, typed, by id."""
        return self.loaded.workspace

    @property
    def claims(self) -> Mapping[str, Claim]:
        """The claims by id."""
        return self.workspace.claims

    @property
    def reports(self) -> Mapping[str, Report]:
        """The reports by id."""
        return self.workspace.reports

    @property
    def outlets(self) -> Mapping[str, Outlet]:
        """The outlets by id; those without a record by their printed name."""
        return self.workspace.outlets

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What `provenance check` says of these records: warnings and notes, since none is an error."""
        return tuple(self.loaded.with_excerpts([*self.loaded.problems, *run_checks(self.workspace)]))

    def trace(self, claim: str, as_of: str | Date | None = None) -> Answer:
        """Answer for the claim of this id, or whose text has these words.

        `as_of` leaves out what was published later. Raises ClaimError, or DateError for a text that is no date.
        """
        match = find_claim(self.workspace, claim)
        if match.claim is None:
            raise ClaimError(claim, match.candidates)
        date = parse_date(as_of) if isinstance(as_of, str) else as_of
        return Answer(tracer=self.tracer, trace=self.tracer.trace(match.claim, date))

    def claims_frame(self) -> "pd.DataFrame":
        """Give a data frame of all claims, one row each, with what a trace says first. Needs pandas."""
        answers = [self.tracer.trace(claim) for claim in self.claims]
        columns = ("claim", "text", "status", "reports", "supporting", "origins_min", "origins_max")
        rows = (
            (
                each.claim,
                each.text,
                str(each.status),
                each.reports,
                each.supporting,
                each.origin_count.min,
                each.origin_count.max,
            )
            for each in answers
        )
        return frame(columns, rows)

    def __repr__(self) -> str:
        return f"<Records of {self.workspace.root!r}: {len(self.claims)} claims, {len(self.reports)} reports>"

    def _repr_html_(self) -> str:
        listing = LISTINGS["claims"]
        return html_of(listing_lines(listing, listing.rows(self.workspace), _WIDTH), _WIDTH)


def load(path: str | Path | None = None) -> Records:
    """Read a folder (or file) of records: `path`, else the one that PROVENANCE_DATA names, else `data`.

    Raises RecordsError with every error where they cannot be used.
    """
    loaded = read(str(path) if path is not None else os.environ.get("PROVENANCE_DATA") or "data")
    errors = fatal(loaded)
    if errors:
        raise RecordsError(tuple(errors))
    return Records(loaded=loaded, tracer=Tracer(loaded.workspace))


def trace(records: Records, claim: str, as_of: str | Date | None = None) -> Answer:
    """Answer for a claim, as `Records.trace` does."""
    return records.trace(claim, as_of)
