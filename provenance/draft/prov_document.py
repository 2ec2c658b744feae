"""PROV-JSON (https://www.w3.org/submissions/prov-json/) -> elements and relations with their places."""

from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from provenance.draft.json_tree import Json, pointer, read_json, words_of
from provenance.draft.problems import UnreadableError, no_json
from provenance.problems import Place, Problem
from provenance.value import value


@value
class Item:
    """An element or a relation: its section, its name, and its attributes, each with every value as text."""

    where: str
    section: str
    name: str
    values: dict[str, tuple[str, ...]]

    def one(self, *names: str) -> str | None:
        """Give the first value of the first attribute that there is."""
        return next((self.values[name][0] for name in names if self.values.get(name)), None)

    @property
    def kind(self) -> str | None:
        """Give the type that our own exports give it, such as Claim, Report or Statement."""
        types = (each for each in self.values.get("prov:type", ()) if each.startswith("news:"))
        kind = next((each.removeprefix("news:") for each in types), None)
        needed = 2 if kind == "Statement" else 1
        return kind if len(ids_of(self.name)) >= needed else None


def read_document(text: str, file: str) -> list[Item]:
    """Read all elements and relations, those of bundles too. Raises UnreadableError."""
    root = read_json(text, file)
    problems: list[Problem] = []
    items = list(_items(root, file, "", problems))
    if problems:
        raise UnreadableError(*problems)
    return items


def ids_of(name: str) -> list[str]:
    """Give the record ids that a name of our exports is made of: `rec:statement.REPORT.CLAIM`."""
    parts = name.removeprefix("rec:").split(".")[1:] if name.startswith("rec:") else []
    return [unquote(part) for part in parts if part]


def _items(root: Json, file: str, at: str, problems: list[Problem]) -> Iterator[Item]:
    if not isinstance(root, dict):
        problems.append(_shape(file, at, "a PROV document is an object with `entity`, `agent` and the like"))
        return
    for section, found in root.items():
        here = at + pointer(section)
        if section == "prefix":
            continue
        if not isinstance(found, dict):
            problems.append(_shape(file, here, f"`{section}` has to be an object, by name"))
        elif section == "bundle":
            for name, inner in found.items():
                yield from _items(inner, file, here + pointer(name), problems)
        else:
            for name, each in found.items():
                yield from _named(section, name, each, (file, here + pointer(name)), problems)


def _named(section: str, name: str, found: Json, place: tuple[str, str], problems: list[Problem]) -> Iterator[Item]:
    file, at = place
    for number, each in enumerate(found if isinstance(found, list) else [found]):
        here = at + (pointer(number) if isinstance(found, list) else "")
        if isinstance(each, dict):
            values = {key: tuple(_texts(value)) for key, value in each.items()}
            yield Item(where=f"{file}#{here}", section=section, name=name, values=values)
        else:
            problems.append(_shape(file, here, "this has to be an object with its attributes"))


def _texts(found: Json) -> Sequence[str]:
    """Give every value of an attribute as text, without its type and language."""
    listed = found if isinstance(found, list) else [found]
    plain = (each["$"] if isinstance(each, dict) and "$" in each else each for each in listed)
    return [words_of(each) for each in plain if each not in (None, "")]


def _shape(file: str, at: str, message: str) -> Problem:
    return no_json(Place(f"{file}#{at}" if at else file), message, "docs/reference/import.md shows what can be read")
