"""What every id and outlet name of a workspace stands for."""

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from provenance.model import UNNAMED
from provenance.problems import Place
from provenance.read.nodes import Node
from provenance.spelling import folded

KINDS = {
    "outlets": "outlet",
    "parties": "party",
    "sources": "source",
    "claims": "claim",
    "reports": "report",
}
"""The sections whose records have ids, and what one record of each is called."""

_COMPARISONS = 50_000  # a second or two
_LONGEST = 80


@dataclass(slots=True)
class Names:
    """The ids of all records, and the outlets by every name they go by.

    `places` and `nodes` are where an id was defined first.
    `complete` is False where a file or section could not be read, so that an unknown id may be
    defined there. `misnamed` maps what cannot be an id to what it could be instead.
    """

    kinds: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    misnamed: dict[str, str | None] = field(default_factory=dict)
    complete: bool = True
    _outlets_by_name: dict[str, list[str]] = field(default_factory=dict)
    _outlets_by_alias: dict[str, list[str]] = field(default_factory=dict)
    _others_by_name: dict[str, str] = field(default_factory=dict)
    _implicit: dict[str, str] = field(default_factory=dict)
    _comparisons_left: int = _COMPARISONS

    def add_names(self, id_: str, name: str | None, aliases: Iterable[str]) -> None:
        """Record under which names an outlet with a record can be written, or what else is called so."""
        if self.kinds[id_] != "outlet":
            for called in (name, *aliases):
                if called is not None:
                    self._others_by_name.setdefault(folded(called), id_)
            return
        if name is not None:
            insort(self._outlets_by_name.setdefault(folded(name), []), id_)
        for alias in {folded(alias) for alias in aliases}:
            insort(self._outlets_by_alias.setdefault(alias, []), id_)

    def add_outlet_use(self, name: str) -> None:
        """Record that `name` stands where an outlet is named; of several spellings the first in sort order counts."""
        key, spelling = folded(name), " ".join(name.split())
        self._implicit[key] = min(spelling, self._implicit.get(key, spelling))

    def recorded_outlets(self, name: str) -> Sequence[str]:
        """Give the outlets with a record that `name` may mean: by id, else by name, else by alias.

        Case and kinds of white space make no difference, except that an id as written goes first.
        """
        if self.kinds.get(name) == "outlet":
            return [name]
        key = folded(name)
        found = self._outlets_by_name.get(key) or self._outlets_by_alias.get(key)
        if found:
            return found
        return [key] if self.kinds.get(key) == "outlet" else []

    def implicit_outlet(self, name: str) -> str:
        """Give the spelling under which an outlet without a record is kept."""
        return self._implicit.get(folded(name), " ".join(name.split()))

    def is_outlet_name(self, name: str) -> bool:
        """Tell whether `name` stands somewhere as an outlet without a record."""
        return folded(name) in self._implicit

    def implicit_names(self) -> list[str]:
        """List the kept spellings of all names that stand where an outlet is named."""
        return sorted(self._implicit.values())

    def meant_id(self, wrong: str, kinds: Iterable[str]) -> str | None:
        """Give the id of one of `kinds` that `wrong` was probably meant to be: by its name, or nearly spelt so."""
        called = self._others_by_name.get(folded(wrong))
        wanted = set(kinds)
        if called is not None and self.kinds[called] in wanted:
            return called
        if self._comparisons_left < len(self.kinds):
            return None
        options = [id_ for id_, kind in self.kinds.items() if kind in wanted]
        self._comparisons_left -= len(self.kinds) - len(options)  # looked through all the same
        return self.closest(wrong, options)

    def closest(self, wrong: str, options: Iterable[str]) -> str | None:
        """Give the one of `options` that is most like `wrong`, or None; gives up after many comparisons."""
        import difflib  # noqa: PLC0415 - needed only where something is wrong

        by_folded = {option.casefold(): option for option in options}
        if self._comparisons_left < len(by_folded) or len(wrong) > _LONGEST:
            return None
        self._comparisons_left -= len(by_folded)
        found = difflib.get_close_matches(wrong.casefold(), by_folded, n=1)
        return by_folded[found[0]] if found else None


def outlet_uses(node: Node) -> Iterator[str]:
    """Give every text that stands as the value of an `outlet` key below `node`."""
    stack = [node]
    while stack:
        here = stack.pop()
        stack += here.items
        for key, value in here.pairs:
            if key.text == "outlet":
                if value.text.strip() and not value.is_null and not is_unnamed(value.text):
                    yield value.text
            elif key.text != "details" and value.kind != "scalar":
                stack.append(value)


def is_unnamed(name: str) -> bool:
    """Tell whether `name` says that a report does not name the outlet it cites."""
    return name.casefold() == UNNAMED
