"""A made-up corpus of any size, shaped like news, whose answers are known because of how it is made.

Claims differ in size by a heavy tail: most are of a few reports, a few of up to 100,000. Each begins with a motif
(motifs.py). What follows comes in bursts and relays it: reports of five tiers of outlets, each citing one to seven of
lower tiers, most of them one agency's. Outlets of one tier never cite each other, so no loop arises that is not meant.
One claim in twelve is a harder version of the one before it and rests on that one's first report.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from provenance.corpus.columns import SCHEMA
from provenance.corpus.formats import require_arrow
from provenance.corpus.new_folder import new_folder
from provenance.corpus.synth.motifs import MOTIFS, Claim, Core, Row
from provenance.corpus.writing import TableWriter
from provenance.value import value

ANSWERS = "answers.jsonl"
CITATIONS_A_CLAIM = 200
_MOST_REPORTS = 100_000
_TIERS = 5
_OUTLETS_A_TIER = 2_000
_OWNED = 100
_WIRES = 12
_HOUR = 60
_EARLY, _WIRE = 3, 0.01  # agencies report early, and now and then again
_BURST, _IN_BURST = 0.3, 0.9  # minutes between reports of a burst, and how many are in one; else it pauses
_MODES = ("relays", "relays", "relays", "quotes", "translates", "syndicates", None)


@value
class Made:
    """How much was made."""

    claims: int
    reports: int
    citations: int


def synthesize(  # noqa: PLR0913, PLR0917 - what a corpus is made of
    folder: Path, citations: int, claims: int, seed: int, form: str, advance: Callable[[int, int], None]
) -> Made:
    """Write tables, and `answers.jsonl` beside them, into a folder; the same numbers give the same files.

    `citations` is about how many there will be. Raises OSError and CorpusError.
    """
    require_arrow()
    with new_folder(folder) as made:
        return _write(made, citations, claims, seed, form, advance)


def _write(  # noqa: PLR0913, PLR0917 - as above
    folder: Path, citations: int, claims: int, seed: int, form: str, advance: Callable[[int, int], None]
) -> Made:
    (folder / "tables.json").write_text(json.dumps({"schema": SCHEMA}) + "\n", encoding="utf-8")
    drawn = Random(seed)  # noqa: S311 - to draw, not to hide
    count = claims or max(1, citations // CITATIONS_A_CLAIM)
    sizes = _sizes(drawn, citations, count)
    made = {"reports": 0, "citations": 0}
    with (
        TableWriter(folder, f".{form}") as writer,
        (folder / ANSWERS).open("w", encoding="utf-8", newline="\n") as answers,
    ):
        for row in _outlets():
            writer.add("outlets", row)
        before: Core | None = None
        for number, size in enumerate(sizes):
            core, claim = _begin(drawn, number, before)
            rows, known = _claim(drawn, claim, core, size, number)
            for table, row in rows:
                writer.add(table, row)
                if table in made:
                    made[table] += 1
            answers.write(json.dumps(known) + "\n")
            before = core if core.known.status == "single-origin" else None
            advance(number + 1, count)
        for table in ("reports", "statements", "citations"):
            writer.add_none(table)
    return Made(claims=count, **made)


def _sizes(drawn: Random, citations: int, claims: int) -> list[int]:
    """Draw how many citations each claim gets (Pareto), about so many in all."""
    weights = [min(drawn.paretovariate(1.1), 5_000.0) - 0.9 for _ in range(claims)]
    share = citations / sum(weights)
    return [round(weight * share) for weight in weights]


def _outlets() -> Iterator[Row]:
    for tier in range(_TIERS + 1):
        for number in range(_OUTLETS_A_TIER):
            id_ = _outlet(tier, number)
            row: Row = {"id": id_, "name": f"The {id_}", "kind": "agency" if tier == 1 else "newspaper"}
            yield row | ({"owner": f"House {number // 2}"} if tier == 0 and number < 2 * _OWNED else {})


def _outlet(tier: int, number: int) -> str:
    return f"outlet-{tier}-{number}"


_FREE = [_outlet(0, number) for number in range(2 * _OWNED, _OUTLETS_A_TIER)]
_PAIRS = [(_outlet(0, 2 * number), _outlet(0, 2 * number + 1)) for number in range(_OWNED)]


def _begin(drawn: Random, number: int, before: Core | None) -> tuple[Core, str]:
    """Begin a claim: by a motif, or as a harder version of the claim before it."""
    claim = Claim(f"c{number}", drawn, _FREE, _PAIRS)
    if before is not None and number % 12 == 0:
        return _harder(claim, before, number), claim.id
    motif = drawn.choices([motif for motif, _ in MOTIFS], [weight for _, weight in MOTIFS])[0]
    core = motif(claim)
    return core, claim.id


def _harder(claim: Claim, before: Core, number: int) -> Core:
    """Let the first report rest on the first of the claim before, which says the weaker version."""
    report = claim.report(certainty="certain")
    claim.cites(report, {"id": before.reports[0]})
    claim.rows.append(("tied", {"stronger_than": [f"c{number - 1}"]}))
    known = before.known
    reached = 1
    return claim.done(known.status, *known.origins, reports=1 + reached, anonymous_only=known.anonymous_only)


def _claim(
    drawn: Random, claim: str, core: Core, size: int, number: int
) -> tuple[list[tuple[str, Row]], dict[str, Any]]:
    """Give all rows of a claim, and its answer."""
    asked = [row["by"] for table, row in core.rows if table == "responses"]
    ties: Row = next((row for table, row in core.rows if table == "tied"), {})
    text = f"Made-up claim number {number}."
    rows: list[tuple[str, Row]] = [("claims", {"id": claim, "text": text, "could_confirm": asked, **ties})]
    start = number * 7 * _HOUR
    for table, row in core.rows:
        more = {"published": _instant(start), **_link(row["id"])} if table == "reports" else {}
        if table != "tied":
            rows.append((table, row | more))
    relays = 0
    for table, row in _relays(drawn, claim, core, size, start):
        relays += table == "reports"
        rows.append((table, row))
    known = core.known
    answer = {
        "claim": claim,
        "status": known.status,
        "origins_min": known.origins[0],
        "origins_max": known.origins[1],
        "reports": known.reports + relays,
        "supporting": known.supporting + relays,
        "circular": known.circular,
        "anonymous_only": known.anonymous_only,
        "retracted": known.retracted,
    }
    return rows, answer


def _relays(drawn: Random, claim: str, core: Core, size: int, start: int) -> Iterator[tuple[str, Row]]:
    """Relay what is there, until about `size` citations are made: each report cites some of lower tiers."""
    lower: list[list[str]] = [list(core.reports), *([] for _ in range(_TIERS))]
    clock, wires = float(start), 0
    number = len(core.reports)
    left = size
    while left > 0 and number < _MOST_REPORTS:
        wire = wires < _WIRES and (number < _EARLY or drawn.random() < _WIRE)
        tier = 1 if wire else drawn.choice((2, 2, 2, 3, 3, 4, 5))
        clock += drawn.expovariate(1.0) * (_BURST if drawn.random() < _IN_BURST else _HOUR)
        id_ = f"{claim}.r{number}"
        cited = _cited(drawn, lower, tier, min(left, 7))
        outlet = _outlet(tier, (number * 31 + len(claim)) % _OUTLETS_A_TIER)
        yield "reports", {"id": id_, "outlet": outlet, "published": _instant(int(clock) + 1), **_link(id_)}
        yield "statements", {"report": id_, "claim": claim, "position": 1}
        for position, other in enumerate(cited, start=1):
            row = {"report": id_, "claim": claim, "position": position, "id": other}
            yield "citations", row | {"mode": drawn.choice(_MODES)}
        lower[tier].append(id_)
        wires += tier == 1
        number += 1
        left -= len(cited)


def _cited(drawn: Random, lower: list[list[str]], tier: int, most: int) -> list[str]:
    """Choose what a report of a tier cites: of lower tiers, most often an agency's or what began it; each once."""
    found: dict[str, None] = {}
    for _ in range(drawn.randint(1, max(1, most))):
        below = drawn.choice((0, 1, 1, 1, 2, 3, 4))
        pool = lower[below] if below < tier and lower[below] else lower[0]
        found[drawn.choice(pool[-1_000:] if below else pool)] = None
    return list(found)


def _instant(minutes: int) -> str:
    """Write minutes since the beginning of 2025 as a date with a time; after 28 days of 12 months another year."""
    days, minute = divmod(minutes, 24 * _HOUR)
    months, day = divmod(days, 28)
    years, month = divmod(months, 12)
    return f"{2025 + years:04}-{month + 1:02}-{day + 1:02}T{minute // _HOUR:02}:{minute % _HOUR:02}Z"


def _link(id_: str) -> Row:
    return {"url": f"https://news.example/{id_}", "title": f"What {id_} says", "language": "en"}


__all__ = ["ANSWERS", "CITATIONS_A_CLAIM", "Made", "synthesize"]
