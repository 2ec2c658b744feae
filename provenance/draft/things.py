"""JSON-LD things: objects with a type, whose properties are taken one by one, so that what is left can be listed."""

from collections.abc import Iterator, Mapping

from provenance.draft.drafting import Draft
from provenance.draft.json_tree import Json, pointer, words_of

_SAYS_NOTHING = frozenset(("@context", "@type", "@id", "type", "id"))


class Thing:
    """An object at its place. A text where an object could stand is a thing with that name, or that address."""

    def __init__(self, found: Json, file: str, at: str, by_id: Mapping[str, dict[str, Json]]) -> None:
        self.file, self.at, self._by_id = file, at, by_id
        if isinstance(found, dict):
            id_ = found.get("@id")
            known = by_id.get(id_) if isinstance(id_, str) and len(found) == 1 else None
            self.values: dict[str, Json] = known or found
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
                found.append(Thing(each, self.file, at, self._by_id))
        return found

    def leave(self, draft: Draft) -> None:
        """List every property that was not taken."""
        for name, value in self.values.items():
            if name not in self._taken and value not in (None, "", [], {}):
                draft.note(f"{self.file}#{self.at}{pointer(name)}", f"{name}: {words_of(value)}")


def things_in(root: Json, file: str, wanted: frozenset[str]) -> Iterator[tuple[Thing | None, str, Json]]:
    """Walk JSON-LD, depth first, for things of the types wanted, which are not entered.

    Gives each with its place; and what is no object on the way, with None, so that it can be listed.
    """
    by_id = _by_id(root)
    stack: list[tuple[str, Json]] = [("", root)]
    while stack:
        at, found = stack.pop()
        if isinstance(found, dict):
            thing = Thing(found, file, at, by_id)
            if thing.types & wanted:
                yield thing, at, found
                continue
            stack += [(at + pointer(key), each) for key, each in reversed(found.items()) if key not in _SAYS_NOTHING]
        elif isinstance(found, list):
            stack += [(at + pointer(number), each) for number, each in reversed(list(enumerate(found)))]
        elif found not in (None, ""):
            yield None, at, found


def _by_id(root: Json) -> dict[str, dict[str, Json]]:
    """Find every object that has an `@id` and says more than that."""
    found: dict[str, dict[str, Json]] = {}
    stack = [root]
    while stack:
        here = stack.pop()
        if isinstance(here, list):
            stack += here
        elif isinstance(here, dict):
            id_ = here.get("@id")
            if isinstance(id_, str) and len(here) > 1:
                found.setdefault(id_, here)
            stack += here.values()
    return found
