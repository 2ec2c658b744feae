"""Random small workspaces without faults, with everything that a trace has to decide.

They are drawn as the plain mappings that YAML holds, each from one number: the same number gives the same records.
Doubts are kept so few that `tests.oracle` can try every way in which they may turn out.
"""

import copy
import random
from collections.abc import Callable, Sequence
from typing import Any

import yaml
from hypothesis import strategies as st

from tests.oracle import Records, World, resolutions

MOST_RESOLUTIONS = 300

DAYS = ("2025-09-01", "2025-09-02", "2025-09-03", "2025-09-04", "2025-09-05")

DATES = (
    *DAYS,
    "2025-09-02T09:30",
    "2025-09-02T11:30+02:00",
    "2025-09-02T23:30-02:00",
    "2025-09-03T00:30:15Z",
    "2025-09-03?",
    "2025-09-04~",
    "2025-09",
    "2025-09-02/2025-09-04",
    "2025-09-04/..",
    "../2025-09-02",
    "2025-22",
    "2024",
)

NOT_DATES = ("on Saturday", "early September")

WORDS = (
    "a source close to the matter",
    "an official, who asked not to be named",
    "ein Diplomat",
    "sources",
    "two OFFICIALS said",
    "diplomats and officials",
    "kaynaklar",
    "Quellen",
    "an official and other sources",
    "circles close to the palace",
)

QUOTES = ("it was learned", "is considering", "has asked")

URLS = ("https://example.org/a", "https://example.org/b")

LANGUAGES = ("en", "tr", "uk")


def workspaces() -> st.SearchStrategy[Records]:
    """Draw a workspace that reads without a problem and has at most MOST_RESOLUTIONS resolutions."""
    return st.integers(0, 2**40).map(workspace)


def workspaces_in_doubt() -> st.SearchStrategy[Records]:
    """Draw a workspace that reads without a problem and in which nearly every citation is in doubt."""
    return st.integers(0, 2**40).map(workspace_in_doubt)


def dates() -> st.SearchStrategy[str]:
    """Draw a date as it is written."""
    return st.sampled_from(DATES)


def workspace(seed: int) -> Records:
    """Give the workspace of a number; it has at most MOST_RESOLUTIONS resolutions."""
    return _with_few_doubts(_Drawn(seed).records())


def workspace_in_doubt(seed: int) -> Records:
    """Draw a workspace in which most citations are in doubt."""
    return _Drawn(seed, doubts=0.9, reports=(12, 16)).records()


def written(records: Records) -> dict[str, str]:
    """Give the texts of a workspace of one file."""
    return {"a.yaml": yaml.safe_dump(records, sort_keys=False, allow_unicode=True)}


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


class _Drawn:
    """The records of one number. Ids say nothing, by their order, about how the records hang together."""

    def __init__(self, seed: int, doubts: float | None = None, reports: tuple[int, int] = (2, 9)) -> None:
        self._random = random.Random(seed)
        self.outlets, self.parties, self.sources = self._ids("o", 2, 4), self._ids("p", 0, 2), self._ids("s", 0, 4)
        self.claims, self.reports = (
            self._ids("c", 1, self.any_of((2, 4)) if doubts is None else 1),
            self._ids("r", *reports),
        )
        self.loops = self.once_in(4)
        self.doubts = self.any_of((0.0, 0.1, 0.2, 0.4)) if doubts is None else doubts
        self.detailed, self.quiet = self.once_in(3), self.once_in(4)

    # Chance ---------------------------------------------------------------------------------------------------------

    def _ids(self, letter: str, low: int, high: int) -> list[str]:
        every = [f"{letter}{number}" for number in range(1, high + 1)]
        return self._random.sample(every, self._random.randint(low, high))

    def once_in(self, times: int) -> bool:
        return self._random.randrange(times) == 0

    def any_of(self, options: Sequence[Any]) -> Any:
        return self._random.choice(options)

    def maybe(self, one_in: int, options: Sequence[Any]) -> Any:
        """Give one of `options` once in so many times, else None."""
        return self.any_of(options) if options and self.once_in(one_in) else None

    def some(self, options: Sequence[Any], most: int) -> list[Any]:
        return self._random.sample(options, self._random.randint(0, min(most, len(options))))

    def one_or_list(self, found: list[Any]) -> Any:
        """Write a list; one of one item sometimes as that item, an empty one not at all."""
        return found[0] if len(found) == 1 and self.once_in(2) else found or None

    # Records --------------------------------------------------------------------------------------------------------

    def records(self) -> Records:
        found: Records = {
            "outlets": {id_: self._outlet(id_) for id_ in self.outlets},
            "parties": {id_: self._party(id_) for id_ in self.parties},
            "sources": {id_: self._source(id_) for id_ in self.sources},
            "claims": self._claims(),
            "reports": {},
        }
        for number, id_ in enumerate(self.reports):
            found["reports"][id_] = self._report(self.reports if self.loops else self.reports[:number])
        if self.parties or self.sources:
            found["responses"] = [self._response() for _ in range(self.any_of((0, 1, 2, 3, 4, 5)))]
            found["responses"] += [self._told_again(one) for one in self.some(found["responses"], 1)]
        found["dependences"] = [self._dependence() for _ in range(self.any_of((0, 0, 1, 2, 3)))]
        return {section: value for section, value in found.items() if value}

    def outlet(self) -> str:
        """Name an outlet in one of the ways there are."""
        id_ = self.any_of(self.outlets)
        return str(self.any_of((id_, id_, id_, f"OUTLET {id_}", f"alias-{id_}", "Wire", "wire")))

    def _outlet(self, id_: str) -> Records:
        owners = (*("Family", "family", "House") * 2, id_, "Wire", *self.outlets, f"outlet {self.outlets[0]}")
        return _without_none(
            {
                "name": f"Outlet {id_}",
                "aliases": self.one_or_list([f"Alias-{id_}"]),
                "kind": self.maybe(3, ("newspaper", "newspaper", "aggregator", "platform")),
                "owner": self.maybe(2, owners),
            }
        )

    def _party(self, id_: str) -> Records | None:
        return None if self.once_in(4) else {"name": f"Party {id_}"}

    def _source(self, id_: str) -> Records:
        # Half of the sources are anonymous, by their ids: an anonymous one may be the same only as another.
        anonymous = int(id_[1:]) % 2 == 1
        kind = "anonymous" if anonymous else self.any_of(("named", "document", "eyewitness"))
        named = kind == "named" or (kind != "anonymous" and self.once_in(2))
        same = [other for other in self.sources if other != id_ and (int(other[1:]) % 2 == 1) == anonymous]
        return _without_none(
            {
                "kind": kind,
                "name": f"Name {id_}" if named else None,
                "described_as": self.maybe(2, WORDS),
                "party": self.maybe(3, self.parties),
                "same_as": self.one_or_list([self._same_as(other) for other in self.some(same, 2)]),
            }
        )

    def _same_as(self, other: str) -> str | Records:
        how = self.any_of((None, "certain", "possible", "possible"))
        return {"source": other, "how": how} if how else other

    def _claims(self) -> Records:
        """Draw claims; every tie leads down the order in which the ids happen to stand, so that none is circular."""
        claims: Records = {}
        for id_ in self.claims:
            could_confirm = self.one_or_list(self.some(self.parties, 2))
            rating = self.maybe(2, ("1", "1", "2"))
            claims[id_] = _without_none({"text": f"Claim {id_}", "could_confirm": could_confirm, "credibility": rating})
        for number, upper in enumerate(self.claims):
            for lower in self.claims[number + 1 :]:
                tie = self.any_of(("", "stronger_than", "stronger_than", "part_of", "both"))
                if tie in ("stronger_than", "both"):
                    claims[upper].setdefault("stronger_than", []).append(lower)
                if tie in ("part_of", "both"):
                    claims[lower].setdefault("part_of", []).append(upper)
        return claims

    def _report(self, citable: list[str]) -> Records:
        report = {
            "outlet": self.outlet(),
            "url": self.maybe(4, URLS),
            "archived": self.maybe(2, URLS),
            "published": self._date(4),
            "accessed": self.maybe(4, DAYS),
            "language": self.maybe(2, LANGUAGES),
            "read": self.any_of(
                (None, None, "original", "translation", "inferred", *({"via": one} for one in citable[:1]))
            ),
            "status": self._status(),
        }
        most_on = [*self.claims[:1] * 3, *self.claims]
        claims = list(dict.fromkeys(self._random.choices(most_on, k=self.any_of((0, 1, 1, 1, 1, 1, 2, 2)))))
        says = [self._statement(citable, claim) for claim in claims]
        if len(says) == 1 and set(says[0]) <= {"claim", "cites"}:
            return _without_none(report | {"says": claims[0], "cites": says[0].get("cites")})
        return _without_none(report | {"says": self.one_or_list(says)})

    def _date(self, none_in: int) -> str | None:
        if self.once_in(none_in):
            return None
        return str(self.any_of(DAYS if self.once_in(2) else DATES))

    def _status(self) -> str | Records | None:
        changes = self.some(("corrected", "retracted", "withdrawn"), 2)
        fell = changes and self.once_in(6)
        return {change: self.any_of(DATES) for change in changes} if fell else self.maybe(9, ("live",))

    def _statement(self, citable: list[str], claim: str) -> Records:
        most = 0 if self.quiet and self.once_in(2) else self.any_of((0, 0, 1, 1, 2, 3))
        most = most if citable or self.sources or self.parties else 0
        cites = [self._citation(citable) for _ in range(most)]
        return _without_none(
            {
                "claim": claim,
                "stance": self.any_of([None] * 12 + ["supports", "supports", "denies", "questions", "comments"]),
                "certainty": self.any_of((None, None, "certain", "probable", "possible", "uncommitted")),
                "basis": None if cites else self.any_of((None, "own_reporting", "own_reporting", "unattributed")),
                "quote": self.maybe(3, QUOTES),
                "details": self._details() if self.once_in(2 if self.detailed else 6) else None,
                "cites": self.one_or_list(cites),
            }
        )

    def _details(self) -> Records | None:
        first = (*self.reports, *self.outlets, self.outlet(), self.outlet(), "Nobody")
        found = {
            "sold": self.maybe(2, ("10", "11")),
            f"{self.any_of(self.reports)}-published": self.any_of((*DAYS, *DATES, *NOT_DATES)),
            "first-reported-by": self.any_of(first),
        }
        kept = self.some(list(found), 2)
        return _without_none({name: found[name] for name in kept}) or None

    def _citation(self, citable: list[str]) -> Any:
        citation = self._cited(citable)
        if self._random.random() < self.doubts:
            others = [other for _ in range(2) if self._differ(other := self._cited(citable), citation)]
            if others and self.once_in(2):
                return {"unclear": [citation, *others]}
            return {**citation, "attribution": "unclear"}
        if len(citation) > 1 or "outlet" in citation or self.once_in(3):
            return citation
        return next(iter(citation.values()))

    def _cited(self, citable: list[str]) -> Records:
        """Draw what is cited, as a citation in full; reports more often than the rest."""
        kinds = [("report", citable)] * 8 + [("outlet", [*self.outlets, "Elsewhere", "unnamed"])]
        kinds += [("source", self.sources)] * 4 + [("party", self.parties)] * 2
        kind, options = self.any_of([(kind, options) for kind, options in kinds if options])
        mode = self.maybe(3, ("relays", "quotes", "translates", "syndicates", "links"))
        return _without_none({kind: self.any_of(options), "mode": mode, "quote": self.maybe(4, WORDS)})

    @staticmethod
    def _differ(one: Records, other: Records) -> bool:
        """Tell whether two citations name different things; unnamed outlets are different ones."""
        return any(one.get(key) != other.get(key) for key in ("report", "source", "party", "outlet"))

    def _response(self) -> Records:
        stances = ("confirms", "confirms", "denies", "denies", "partly", "declines", "neither", "silent", "not_asked")
        cites = [self._citation(self.reports) for _ in range(self.any_of((0, 0, 1, 2)))]
        return _without_none(
            {
                "by": self.any_of((*self.parties, *self.parties, *self.sources)),
                "claim": self.any_of((self.claims[0], *self.claims)),
                "stance": self.any_of(stances),
                "on_record": self.any_of((None, True, True, False)),
                "date": self.any_of((None, *DAYS[:3], *DATES[:7])),
                "quote": self.maybe(3, QUOTES),
                "reported_by": self.one_or_list(self.some(self.reports, 2)),
                "cites": self.one_or_list(cites),
            }
        )

    def _told_again(self, response: Records) -> Records:
        """Draw what another report tells of a response."""
        other = {"quote": self.any_of(QUOTES), "reported_by": self.one_or_list(self.some(self.reports, 2))}
        return _without_none({**response, **other, "on_record": self.maybe(2, (True, False))})

    def _dependence(self) -> Records:
        anything = [
            *self.reports,
            *self.reports,
            *self.sources,
            *self.parties,
            *self.outlets,
            f"OUTLET {self.outlets[0]}",
        ]
        kinds = ("shared_error", "same_wording", "same_wording", "same_image", "same_person")
        between = list(dict.fromkeys(self._random.sample(anything, self.any_of((2, 2, 3)))))
        while len({one.removeprefix("OUTLET ") for one in between}) < 2:
            between = list(dict.fromkeys([*between, self.any_of(anything)]))
        kind = "declared_independent" if self.once_in(2) else self.any_of(kinds)
        return _without_none({"between": between, "kind": kind, "basis": self.any_of((None, "a", "b"))})


def _without_none(record: Records) -> Records:
    return {key: value for key, value in record.items() if value is not None}


def _with_few_doubts(records: Records) -> Records:
    """Make doubtful citations clear, the last first, until there are few enough resolutions."""
    while resolutions(World(records)) > MOST_RESOLUTIONS:
        statement, number = _last_doubt(records)
        if number is None:
            del statement["same_as"]
            continue
        cites = statement["cites"]
        citation = cites[number] if isinstance(cites, list) else cites
        clear = citation["unclear"][0] if "unclear" in citation else {**citation, "attribution": "clear"}
        if isinstance(cites, list):
            cites[number] = clear
        else:
            statement["cites"] = clear
    return records


def _last_doubt(records: Records) -> tuple[Records, int | None]:
    """Give the record of a doubt, and the number of the citation; None for sources that may be the same."""
    found: list[tuple[Records, int | None]] = [
        (one, None) for one in records.get("sources", {}).values() if "same_as" in one
    ]
    for report in records["reports"].values():
        says = report.get("says", [])
        for statement in [report] if isinstance(says, str) else says if isinstance(says, list) else [says]:
            cites = statement.get("cites", [])
            for number, citation in enumerate(cites if isinstance(cites, list) else [cites]):
                if isinstance(citation, dict) and ("unclear" in citation or citation.get("attribution") == "unclear"):
                    found.append((statement, number))
    return found[-1]
