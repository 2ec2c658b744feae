"""Hypothesis strategies: small workspaces without faults, with everything a trace has to decide.

They are drawn as the plain mappings that YAML holds. Doubts are kept so few that `tests.oracle` can try every way in
which they may turn out.
"""

import copy
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml
from hypothesis import strategies as st

from tests.oracle import Records, resolutions

MOST_RESOLUTIONS = 1_000

DATES = (
    "2025-09-01",
    "2025-09-02",
    "2025-09-02T09:30",
    "2025-09-02T23:30-02:00",
    "2025-09-03",
    "2025-09-04",
    "2025-09-03?",
    "2025-09",
    "2025-09-02/2025-09-04",
    "2025-22",
    "2024",
)


@dataclass
class Ids:
    """The ids of one workspace, by section; their order says nothing about how the records hang together."""

    outlets: list[str]
    parties: list[str]
    sources: list[str]
    claims: list[str]
    reports: list[str]


@st.composite
def workspaces(draw: st.DrawFn) -> Records:
    """Draw a workspace that reads without a problem and has at most MOST_RESOLUTIONS resolutions."""
    ids = draw(_ids())
    records: Records = {
        "outlets": {id_: draw(_outlet(id_)) for id_ in ids.outlets},
        "parties": {id_: {"name": f"Party {id_}"} for id_ in ids.parties},
        "sources": {id_: draw(_source(ids, id_)) for id_ in ids.sources},
        "claims": draw(_claims(ids)),
        "reports": {},
        "responses": draw(st.lists(_response(ids), max_size=3)) if ids.parties or ids.sources else [],
        "dependences": [],
    }
    loops = draw(st.booleans())
    for number, id_ in enumerate(ids.reports):
        records["reports"][id_] = draw(_report(ids, ids.reports if loops else ids.reports[: number + 1]))
    records["dependences"] = draw(st.lists(_dependence(ids), max_size=2))
    return _with_few_doubts({section: value for section, value in records.items() if value})


def dates() -> st.SearchStrategy[str]:
    """Draw a date as it is written."""
    return st.sampled_from(DATES)


def written(records: Records) -> dict[str, str]:
    """Give the texts of a workspace of one file."""
    return {"a.yaml": yaml.safe_dump(records, sort_keys=False)}


def shuffled(records: Records, order: random.Random) -> dict[str, str]:
    """Give the same records in several files, with records and keys in another order."""
    files: list[Records] = [{} for _ in range(3)]
    for section, value in _mixed(list(records.items()), order):
        pairs = list(value.items()) if isinstance(value, dict) else list(enumerate(value))
        for key, record in _mixed(pairs, order):
            file = order.choice(files)
            if isinstance(value, dict):
                file.setdefault(section, {})[key] = _reordered(record, order)
            else:
                file.setdefault(section, []).append(_reordered(record, order))
    names = _mixed(["a.yaml", "b/c.yml", "z.yaml"], order)
    return {name: yaml.safe_dump(file, sort_keys=False) for name, file in zip(names, files, strict=True) if file}


def _mixed(items: list[Any], order: random.Random) -> list[Any]:
    return order.sample(items, len(items))


def _reordered(value: Any, order: random.Random) -> Any:
    """Put the keys of mappings in another order; a list inside a record says something by its order."""
    if isinstance(value, dict):
        return {key: _reordered(one, order) for key, one in _mixed(list(value.items()), order)}
    return [_reordered(one, order) for one in value] if isinstance(value, list) else value


def smallest(records: Records, fails: Callable[[Records], bool]) -> Records:
    """Leave out keys and list items one by one for as long as the rest still `fails`."""
    places = _places(records)
    while places:
        smaller = copy.deepcopy(records)
        _leave_out(smaller, places.pop())
        if fails(smaller):
            records, places = smaller, _places(smaller)
    return records


def _places(value: Any) -> list[tuple[Any, ...]]:
    """Give the path to every key and item below `value`; those that hold others come last."""
    keys = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    return [(key, *path) for key in keys for path in _places(value[key])] + [(key,) for key in keys]


def _leave_out(value: Any, path: tuple[Any, ...]) -> None:
    for key in path[:-1]:
        value = value[key]
    del value[path[-1]]


# Sections -------------------------------------------------------------------------------------------------------------


def _ids() -> st.SearchStrategy[Ids]:
    def some(letter: str, low: int, high: int) -> st.SearchStrategy[list[str]]:
        every = [f"{letter}{number}" for number in range(1, high + 1)]
        return st.permutations(every).flatmap(lambda ids: st.integers(low, high).map(lambda size: ids[:size]))

    return st.builds(Ids, some("o", 2, 4), some("p", 0, 2), some("s", 0, 3), some("c", 2, 4), some("r", 3, 7))


def _rarely(strategy: st.SearchStrategy[Any], one_in: int) -> st.SearchStrategy[Any]:
    """Draw None, or once in `one_in` times a value."""
    return st.integers(1, one_in).flatmap(lambda number: strategy if number == one_in else st.none())


def _without_none(record: Records) -> Records:
    return {key: value for key, value in record.items() if value is not None}


def _outlet(id_: str) -> st.SearchStrategy[Records]:
    return st.fixed_dictionaries(
        {
            "name": st.sampled_from([None, f"Outlet {id_}"]),
            "kind": st.sampled_from([None, None, None, "newspaper", "aggregator", "platform"]),
            "owner": st.sampled_from([None, None, "Family", "House"]),
        }
    ).map(lambda outlet: _without_none(outlet) or {"name": f"Outlet {id_}"})


@st.composite
def _source(draw: st.DrawFn, ids: Ids, id_: str) -> Records:
    # Half of the sources are anonymous, by their ids: an anonymous one may be the same only as another.
    anonymous = int(id_[1:]) % 2 == 1
    kind = "anonymous" if anonymous else draw(st.sampled_from(["named", "document", "eyewitness"]))
    others = [other for other in ids.sources if other != id_ and (int(other[1:]) % 2 == 1) == anonymous]
    same_as = None
    tied: bool = draw(st.booleans())
    if others and tied:
        other = draw(st.sampled_from(others))
        how = draw(st.sampled_from([None, "certain", "possible"]))
        same_as = {"source": other, "how": how} if how else other
    party = draw(_rarely(st.sampled_from(ids.parties), 2)) if ids.parties else None
    return _without_none({"kind": kind, "party": party, "same_as": same_as})


@st.composite
def _claims(draw: st.DrawFn, ids: Ids) -> Records:
    """Draw claims; every tie leads down the order in which the ids happen to stand, so that none is circular."""
    claims: Records = {}
    for id_ in ids.claims:
        could_confirm = draw(st.lists(st.sampled_from(ids.parties), unique=True)) if ids.parties else []
        credibility = draw(_rarely(st.sampled_from([1, 2]), 2))
        claims[id_] = _without_none(
            {"text": f"Claim {id_}", "could_confirm": could_confirm or None, "credibility": credibility}
        )
    for number, upper in enumerate(ids.claims):
        for lower in ids.claims[number + 1 :]:
            tie = draw(st.sampled_from(["", "", "stronger_than", "stronger_than", "part_of", "both"]))
            if tie in ("stronger_than", "both"):
                claims[upper].setdefault("stronger_than", []).append(lower)
            if tie in ("part_of", "both"):
                claims[lower].setdefault("part_of", []).append(upper)
    return claims


@st.composite
def _report(draw: st.DrawFn, ids: Ids, citable: list[str]) -> Records:
    outlet = draw(st.sampled_from([*ids.outlets, *ids.outlets, "Wire", "wire"]))
    date = draw(_rarely(st.sampled_from(DATES), 5))
    change = draw(st.sampled_from(["retracted", "withdrawn", "corrected"]))
    report = {
        "outlet": outlet,
        "published": draw(st.sampled_from([None, *DATES])),
        "archived": draw(_rarely(st.just("https://example.org/1"), 2)),
        "read": draw(st.sampled_from([None, None, "original", "translation", "inferred", {"via": citable[0]}])),
        "status": {change: date} if date else None,
    }
    most_on = [ids.claims[0], ids.claims[0], *ids.claims]
    claims = draw(
        st.lists(st.sampled_from(most_on), unique=True, min_size=draw(st.sampled_from([1, 1, 1, 2, 0])), max_size=2)
    )
    says = [draw(_statement(ids, citable, claim)) for claim in claims]
    if len(says) == 1 and set(says[0]) <= {"claim", "cites"}:
        return _without_none(report | {"says": claims[0], "cites": says[0].get("cites")})
    return _without_none(report | {"says": says or None})


@st.composite
def _statement(draw: st.DrawFn, ids: Ids, citable: list[str], claim: str) -> Records:
    cites = draw(st.lists(_written_citation(ids, citable), max_size=3))
    return _without_none(
        {
            "claim": claim,
            "stance": draw(st.sampled_from([None] * 8 + ["supports", "supports", "denies", "questions", "comments"])),
            "certainty": draw(st.sampled_from([None, None, "certain", "probable", "possible", "uncommitted"])),
            "basis": None if cites else draw(st.sampled_from([None, "own_reporting", "own_reporting", "unattributed"])),
            "cites": cites or None,
        }
    )


def _cited(ids: Ids, citable: list[str]) -> st.SearchStrategy[Records]:
    """Draw what is cited, as a citation in full; reports more often than the rest."""
    options = [st.sampled_from(citable).map(lambda id_: {"report": id_})] * 4
    if ids.sources:
        options += [st.sampled_from(ids.sources).map(lambda id_: {"source": id_})] * 2
    if ids.parties:
        options.append(st.sampled_from(ids.parties).map(lambda id_: {"party": id_}))
    options.append(st.sampled_from([*ids.outlets, "Elsewhere", "unnamed"]).map(lambda id_: {"outlet": id_}))
    return st.one_of(options)


@st.composite
def _written_citation(draw: st.DrawFn, ids: Ids, citable: list[str]) -> Any:
    citation = draw(_cited(ids, citable))
    form = draw(st.integers(1, 8))
    if form == 1:
        return citation | {"attribution": "unclear"}
    if form == 2:
        others = draw(st.lists(_cited(ids, citable), min_size=1, max_size=2))
        alternatives = [citation, *(other for other in others if other != citation)]
        return {"unclear": alternatives} if len(alternatives) > 1 else citation
    bare = next(iter(citation.values()))
    return bare if form < 6 and "outlet" not in citation else citation


def _response(ids: Ids) -> st.SearchStrategy[Records]:
    cited = st.sampled_from([*ids.reports, *ids.sources, *ids.parties])
    return st.fixed_dictionaries(
        {
            "by": st.sampled_from([*ids.parties, *ids.sources]),
            "claim": st.sampled_from(ids.claims),
            "stance": st.sampled_from(["confirms", "confirms", "denies", "denies", "partly", "neither", "silent"]),
            "on_record": st.sampled_from([None, True, True, False]),
            "date": st.sampled_from([None, *DATES[:5]]),
            "cites": _rarely(cited, 3),
        }
    ).map(_without_none)


def _dependence(ids: Ids) -> st.SearchStrategy[Records]:
    anything = [*ids.reports, *ids.sources, *ids.parties, *ids.outlets]
    return st.fixed_dictionaries(
        {
            "between": st.lists(st.sampled_from(anything), unique=True, min_size=2, max_size=3),
            "kind": st.sampled_from(["shared_error", "same_wording", "declared_independent", "declared_independent"]),
            "basis": st.just("as recorded"),
        }
    )


def _with_few_doubts(records: Records) -> Records:
    """Make doubtful citations clear, the last first, until there are few enough resolutions."""
    while resolutions(records) > MOST_RESOLUTIONS:
        statement, number = _last_doubt(records)
        citation = statement["cites"][number]
        clear = citation["unclear"][0] if "unclear" in citation else {**citation, "attribution": "clear"}
        statement["cites"][number] = clear
    return records


def _last_doubt(records: Records) -> tuple[Records, int]:
    found: list[tuple[Records, int]] = []
    for report in records["reports"].values():
        for statement in [report] if isinstance(report.get("says"), str) else report.get("says", []):
            for number, citation in enumerate(statement.get("cites", [])):
                if isinstance(citation, dict) and ("unclear" in citation or citation.get("attribution") == "unclear"):
                    found.append((statement, number))
    return found[-1]
