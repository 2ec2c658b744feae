"""JSON-LD things: objects with a type, whose properties are taken one by one, so that what is left can be listed."""

from dataclasses import dataclass, field
from typing import NamedTuple

from provenance.draft.drafting import Draft
from provenance.draft.json_tree import Json, pointer, words_of

_SAYS_NOTHING = frozenset(("@context", "@type", "@id", "type", "id"))


class Thing:
    """An object at its place. A text where an object could stand is a thing with that name, or that address."""

    def __init__(self, found: Json, file: str, at: str, page: "Page") -> None:
        self.file, self.at, self._page = file, at, page
        if isinstance(found, dict):
            id_ = found.get("@id")
            if isinstance(id_, str) and len(found) == 1 and id_ in page.by_id:
                page.named.add(id_)
                self.at, found = page.by_id[id_]
            self.values: dict[str, Json] = found
        else:
            words = words_of(found)
            self.values = {("url" if words.startswith(("http://", "https://")) else "name"): words}
        self._taken = set(_SAYS_NOTHING)

    @property
    def where(self) -> str:
        """Say where it stands: `FILE#POINTER`."""
        return f"{self.file}#{self.at}"

    @property
    def id(self) -> str | None:
        """Give its `@id`."""
        found = self.values.get("@id")
        return found if isinstance(found, str) else None

    @property
    def types(self) -> set[str]:
        """Give its types, without a prefix."""
        found = self.values.get("@type", self.values.get("type", []))
        listed = found if isinstance(found, list) else [found]
        return {words_of(each).rpartition("/")[2].rpartition(":")[2] for each in listed}

    def text(self, *names: str) -> str | None:
        """Take the first property that there is, as text; others of `names` stay, to be listed."""
        for name in names:
            found = self.values.get(name)
            if isinstance(found, dict) and "@value" in found:
                found = found["@value"]
            if found not in (None, "", [], {}) and not isinstance(found, dict) and name not in self._taken:
                self._taken.add(name)
                return words_of(found).strip() or None
        return None

    def things(self, *names: str) -> list["Thing"]:
        """Take properties, as things, whether one stands there or a list."""
        found: list[Thing] = []
        for name in names:
            value = self.values.get(name)
            if value is None or name in self._taken:
                continue
            self._taken.add(name)
            listed = value if isinstance(value, list) else [value]
            for number, each in enumerate(listed):
                at = self.at + (pointer(name, number) if isinstance(value, list) else pointer(name))
                found.append(Thing(each, self.file, at, self._page))
        return found

    def leave(self, draft: Draft) -> None:
        """List every property that was not taken."""
        for name, value in self.values.items():
            if name not in self._taken and value not in (None, "", [], {}):
                draft.note(f"{self.file}#{self.at}{pointer(name)}", f"{name}: {words_of(value)}")


@dataclass(slots=True)
class Page:
    """What one JSON-LD text holds: objects by their `@id`, each with its place; and which of them others name."""

    by_id: dict[str, tuple[str, dict[str, Json]]]
    named: set[str] = field(default_factory=set)


class Left(NamedTuple):
    """What is no thing that is wanted: a text with its place, and the `@id` of the object it stands in."""

    at: str
    words: str
    inside: str | None


def things_in(root: Json, file: str, wanted: frozenset[str]) -> tuple[list[Thing], list[Left], Page]:
    """Walk JSON-LD, depth first, for things of the types wanted, which are not entered; and give what else there is."""
    page = Page(_by_id(root))
    things: list[Thing] = []
    left: list[Left] = []
    stack: list[tuple[str, Json, str | None]] = [("", root, None)]
    while stack:
        at, found, inside = stack.pop()
        if isinstance(found, dict):
            thing = Thing(found, file, at, page)
            if thing.types & wanted:
                things.append(thing)
                continue
            below = [(at + pointer(key), each) for key, each in found.items() if key not in _SAYS_NOTHING]
            inside = thing.id or inside
        elif isinstance(found, list):
            below = [(at + pointer(number), each) for number, each in enumerate(found)]
        else:
            below = []
            left += [Left(at, words_of(found), inside)] if found not in (None, "") else []
        stack += [(place, each, inside) for place, each in reversed(below)]
    return things, left, page


def _by_id(root: Json) -> dict[str, tuple[str, dict[str, Json]]]:
    """Find every object that has an `@id` and says more than that."""
    found: dict[str, tuple[str, dict[str, Json]]] = {}
    stack: list[tuple[str, Json]] = [("", root)]
    while stack:
        at, here = stack.pop()
        if isinstance(here, list):
            stack += [(at + pointer(number), each) for number, each in reversed(list(enumerate(here)))]
        elif isinstance(here, dict):
            id_ = here.get("@id")
            if isinstance(id_, str) and len(here) > 1:
                found.setdefault(id_, (at, here))
            stack += [(at + pointer(key), each) for key, each in here.items()]
    return found
