"""How the coverage of a claim begins, and what is therefore known of its answer.

Each motif puts down a few reports. Whatever relays them afterwards cites only what is there (tables.py), so that it
adds support and changes neither the origins nor the status: that is what makes the answers known.
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from provenance.value import value

Row = dict[str, Any]


@value
class Known:
    """What a motif settles; `supporting` and `reports` count its own reports."""

    status: str
    origins: tuple[int, int]
    reports: int
    supporting: int
    circular: bool = False
    anonymous_only: bool = False
    retracted: int = 0


@value
class Core:
    """The reports a claim begins with: rows by table, the ids that relays may cite, and what is known."""

    rows: tuple[tuple[str, Row], ...]
    reports: tuple[str, ...]
    known: Known


class Claim:
    """Makes the rows of one claim; every report has an outlet of its own among those that begin a coverage."""

    def __init__(self, id_: str, drawn: Random, outlets: Sequence[str], owned: Sequence[tuple[str, str]]) -> None:
        self.id = id_
        self.drawn = drawn
        self.owned = owned
        self._outlets = iter(drawn.sample(outlets, 6))
        self.rows: list[tuple[str, Row]] = []
        self.reports: list[str] = []

    def report(self, outlet: str | None = None, *, status: str | None = None, **said: Any) -> str:
        """Put down a report that supports the claim."""
        id_ = f"{self.id}.r{len(self.reports)}"
        row: Row = {"id": id_, "outlet": outlet or next(self._outlets)}
        self.rows.append(("reports", row | ({"status": [status]} if status else {})))
        self.rows.append(("statements", {"report": id_, "claim": self.id, "position": 1, **said}))
        self.reports.append(id_)
        return id_

    def cites(self, report: str, *cited: Row) -> None:
        """Let a report cite."""
        for position, row in enumerate(cited, start=1):
            self.rows.append(("citations", {"report": report, "claim": self.id, "position": position, **row}))

    def source(self, kind: str) -> str:
        """Put down a source of this claim."""
        number = sum(table == "sources" for table, _ in self.rows)
        id_ = f"{self.id}.s{number}"
        named = {"name": f"Person {id_}"} if kind == "named" else {}
        self.rows.append(("sources", {"id": id_, "kind": kind, "described_as": "a person familiar with it", **named}))
        return id_

    def done(self, status: str, least: int, most: int, **more: Any) -> Core:
        """Give what was put down and what is known of it."""
        count = len(self.reports)
        known = Known(**{"status": status, "origins": (least, most), "reports": count, "supporting": count, **more})
        return Core(rows=tuple(self.rows), reports=tuple(self.reports), known=known)


def own_reporting(claim: Claim) -> Core:
    """Let one outlet know it itself."""
    claim.report(basis="own_reporting", certainty="probable")
    return claim.done("single-origin", 1, 1)


def two_outlets(claim: Claim) -> Core:
    """Let two outlets know it themselves; nothing ties them, and nothing declares them independent."""
    claim.report(basis="own_reporting")
    claim.report(basis="own_reporting")
    return claim.done("multiple-origins", 2, 2)


def one_owner(claim: Claim) -> Core:
    """Let two outlets of one owner know it: one origin."""
    one, other = claim.drawn.choice(claim.owned)
    claim.report(one, basis="own_reporting")
    claim.report(other, basis="own_reporting")
    return claim.done("single-origin", 1, 1)


def anonymous(claim: Claim) -> Core:
    """Let two outlets have it of one unnamed person."""
    person = claim.source("anonymous")
    for _ in range(2):
        claim.cites(claim.report(), {"kind": "source", "id": person})
    return claim.done("single-origin", 1, 1, anonymous_only=True)


def two_anonymous(claim: Claim) -> Core:
    """Let two outlets have it of an unnamed person each."""
    for _ in range(2):
        claim.cites(claim.report(), {"kind": "source", "id": claim.source("anonymous")})
    return claim.done("multiple-origins", 2, 2, anonymous_only=True)


def unattributed(claim: Claim) -> Core:
    """Let one outlet name nobody."""
    claim.report(basis="unattributed")
    return claim.done("unattributed", 1, 1)


def silent(claim: Claim) -> Core:
    """Leave open what the first report rests on: perhaps nothing."""
    claim.report()
    return claim.done("unattributed", 0, 1)


def not_located(claim: Claim) -> Core:
    """Let the first report cite an outlet whose own report was not found."""
    claim.cites(claim.report(), {"kind": "outlet", "id": f"Outlet nobody found {claim.id}"})
    return claim.done("unattributed", 0, 1)


def ring(claim: Claim) -> Core:
    """Let two to four reports rest on each other and on nothing else."""
    reports = [claim.report() for _ in range(claim.drawn.randint(2, 4))]
    for number, report in enumerate(reports):
        claim.cites(report, {"id": reports[number - 1]})
    return claim.done("circular", 0, 0, circular=True)


def ring_with_a_way_out(claim: Claim) -> Core:
    """Let two reports rest on each other, and one of them on a third."""
    first, one, other = claim.report(basis="own_reporting"), claim.report(), claim.report()
    claim.cites(one, {"id": other})
    claim.cites(other, {"id": one}, {"id": first})
    return claim.done("single-origin", 1, 1, circular=True)


def retracted(claim: Claim) -> Core:
    """Retract the only origin; what relays it still stands."""
    claim.report(status="retracted:2025-12-31", basis="own_reporting")
    return claim.done("retracted", 0, 0, supporting=0, retracted=1)


def unclear(claim: Claim) -> Core:
    """Leave open which of two people told the outlet, or whether both did."""
    one, other = claim.source("named"), claim.source("named")
    report = claim.report()
    claim.cites(report, *({"kind": "source", "id": person, "unclear": 1} for person in (one, other)))
    return claim.done("origin-in-doubt", 1, 2)


def party(claim: Claim) -> Core:
    """Let a body with knowledge of it tell the outlet, which is no response of that body."""
    claim.cites(claim.report(), {"kind": "party", "id": _body(claim)})
    return claim.done("single-origin", 1, 1)


def confirmed(claim: Claim) -> Core:
    """Let a body that could know confirm on the record."""
    claim.report(basis="own_reporting")
    _answers(claim, confirms=True)
    return claim.done("confirmed", 1, 1)


def denied(claim: Claim) -> Core:
    """Let a body that could know deny on the record."""
    claim.report(basis="own_reporting")
    _answers(claim, confirms=False)
    return claim.done("denied", 1, 1)


def contested(claim: Claim) -> Core:
    """Let one body confirm and another deny."""
    claim.report(basis="own_reporting")
    _answers(claim, confirms=True)
    _answers(claim, confirms=False)
    return claim.done("contested", 1, 1)


def _body(claim: Claim) -> str:
    number = sum(table == "parties" for table, _ in claim.rows)
    id_ = f"{claim.id}.p{number}"
    claim.rows.append(("parties", {"id": id_, "name": f"Body {id_}"}))
    return id_


def _answers(claim: Claim, *, confirms: bool) -> None:
    stance = "confirms" if confirms else "denies"
    row = {"by": _body(claim), "claim": claim.id, "stance": stance, "on_record": True}
    claim.rows.append(("responses", row))


MOTIFS: tuple[tuple[Callable[[Claim], Core], int], ...] = (
    (own_reporting, 20),
    (two_outlets, 10),
    (one_owner, 6),
    (anonymous, 12),
    (two_anonymous, 4),
    (unattributed, 14),
    (silent, 10),
    (not_located, 6),
    (ring, 2),
    (ring_with_a_way_out, 2),
    (retracted, 2),
    (unclear, 4),
    (party, 4),
    (confirmed, 2),
    (denied, 1),
    (contested, 1),
)
"""Every motif, and how often it is drawn in a hundred."""
