"""Rows of the small tables that go because of others: what names a row that was left out, claims that imply themselves.

Each walks over all rows once, so that the tables are read again only a few times, however many rows hang together.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from provenance.claims import implications
from provenance.corpus.rejecting import Reject, shortened
from provenance.model import Claim
from provenance.problems import Problem, Severity

Held = tuple[str, int, dict[str, Any]]
"""A row that is held in memory: its file, its number from 1, its cells."""

At = tuple[str, int]
"""Where a row is among those that are held: its table, and its index there."""

KINDS = {"outlets": "outlet", "parties": "party", "sources": "source", "claims": "claim"}
"""The small tables whose rows have ids."""

TIE_CYCLE = "tie-cycle"
"""The code of a claim that implies itself."""

_REFERENCES = ("stronger_than", "part_of", "could_confirm", "party", "same_as", "by", "claim", "between")
"""The columns that name records of the small tables."""


def leave_out_what_hangs_on(kept: Mapping[str, list[Held]], refused: set[At], rejects: list[Reject]) -> None:
    """Refuse rows that name a refused one, and those that name these; where another row has its id, they stay."""
    named_by: dict[str, list[At]] = {}
    left = Counter[str]()
    for table, rows in kept.items():
        for number, (_, _, cells) in enumerate(rows):
            if table in KINDS:
                left[cells["id"]] += 1
            for id_ in _names_in(cells):
                named_by.setdefault(id_, []).append((table, number))
    waiting = sorted(refused)
    while waiting:
        table, number = waiting.pop()
        if table not in KINDS:
            continue
        file, row, cells = kept[table][number]
        id_ = cells["id"]
        left[id_] -= 1
        for at in () if left[id_] else named_by.get(id_, ()):
            if at not in refused:
                refused.add(at)
                waiting.append(at)
                other = kept[at[0]][at[1]]
                reason = f"'{id_}' was left out: {file} row {row:,}"
                rejects.append(Reject(at[0], other[0], other[1], "left-out", reason, shortened(other[2])))


def _names_in(cells: dict[str, Any]) -> Iterator[str]:
    for name in _REFERENCES:
        found = cells.get(name)
        for one in found if isinstance(found, list) else (found,):
            if isinstance(one, str):
                yield one.removesuffix("?") if name == "same_as" else one


def circles_of_claims(claims: Mapping[str, Claim]) -> Iterator[Problem]:
    """Give a problem for each claim whose ties lead back to it: without these rows no claim implies itself.

    The check of records tells one claim of a circle, and not all circles; here that would take as many rounds.
    """
    import networkx as nx  # noqa: PLC0415 - heavy

    implies = implications(claims)
    ties = nx.DiGraph((claim, weaker) for claim in claims for weaker, _ in implies[claim])
    circle_of = {
        claim: number for number, found in enumerate(nx.strongly_connected_components(ties)) for claim in found
    }
    for claim in claims.values():
        named = (*claim.stronger_than, *claim.part_of)
        back = [other for other in named if other in claims and circle_of[other] == circle_of[claim.id]]
        if back:
            yield Problem(
                code=TIE_CYCLE,
                severity=Severity.ERROR,
                place=claim.place,
                message=f"this claim implies itself by way of '{min(back)}'",
                hint="",
            )
