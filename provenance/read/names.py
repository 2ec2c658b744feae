"""What every id and outlet name of a workspace stands for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from provenance.model import UNNAMED
from provenance.problems import Place
from provenance.read.yaml_tree import Node

KINDS = {
    "outlets": "outlet",
    "parties": "party",
    "sources": "source",
    "claims": "claim",
    "reports": "report",
}
"""The sections whose records have ids, and what one record of each is called."""

_MAX_SUGGESTIONS = 50
_MAX_CANDIDATES = 20_000


@dataclass(slots=True)
class Names:
    """The ids of all records, and the outlets by every name they go by.

    `complete` is False where a file could not be read, so that an unknown id may be defined there.
    """

    kinds: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    complete: bool = True
    _by_name: dict[str, set[str]] = field(default_factory=dict)
    _by_alias: dict[str, set[str]] = field(default_factory=dict)
    _implicit: dict[str, str] = field(default_factory=dict)
    _suggested: int = 0

    def add_outlet_names(self, outlet: str, name: str | None, aliases: Iterable[str]) -> None:
        """Record under which names an outlet with a record can be written."""
        if name is not None:
            self._by_name.setdefault(name.casefold(), set()).add(outlet)
        for alias in aliases:
            self._by_alias.setdefault(alias.casefold(), set()).add(outlet)

    def add_outlet_use(self, name: str) -> None:
        """Record that `name` stands where an outlet is named; of several spellings the first counts."""
        folded = name.casefold()
        self._implicit[folded] = min(name, self._implicit.get(folded, name))

    def recorded_outlets(self, name: str) -> list[str]:
        """Give the outlets with a record that `name` may mean: by id, else by name, else by alias."""
        if self.kinds.get(name) == "outlet":
            return [name]
        folded = name.casefold()
        return sorted(self._by_name.get(folded) or self._by_alias.get(folded) or ())

    def implicit_outlet(self, name: str) -> str:
        """Give the spelling under which an outlet without a record is kept."""
        return self._implicit.get(name.casefold(), name)

    def is_outlet_name(self, name: str) -> bool:
        """Tell whether `name` stands somewhere as an outlet without a record."""
        return name.casefold() in self._implicit

    def implicit_names(self) -> list[str]:
        """List the kept spellings of all names that stand where an outlet is named."""
        return sorted(self._implicit.values())

    def suggest(self, wrong: str, kinds: Iterable[str]) -> str | None:
        """Give the id of one of `kinds` that `wrong` was probably meant to be."""
        import difflib  # noqa: PLC0415 - needed only where something is wrong

        self._suggested += 1
        if self._suggested > _MAX_SUGGESTIONS or len(self.kinds) > _MAX_CANDIDATES:
            return None
        wanted = set(kinds)
        close = difflib.get_close_matches(wrong, (i for i, kind in self.kinds.items() if kind in wanted), n=1)
        return close[0] if close else None


def outlet_uses(node: Node) -> Iterator[str]:
    """Give every text that stands as the value of an `outlet` key below `node`."""
    stack = [node]
    while stack:
        here = stack.pop()
        stack += here.items
        for key, value in here.pairs:
            if key.text == "outlet" and value.kind == "scalar":
                if value.text and value.text != UNNAMED:
                    yield value.text
            elif key.text != "details":
                stack.append(value)
