"""What a record says, apart from how it is written: places, order and the spelling of a date make no difference."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from typing import TypeVar

from provenance.dates import Date
from provenance.model import Attribution, Change, Citation, CitedKind, Read, SameAs, UnclearCitation
from provenance.trace.difference import FieldDifference
from provenance.value import Value, field_names

V = TypeVar("V")

_WRITTEN = {"changes": "status"}
"""Fields that a person writes under another key."""

_NEVER = ("id", "place", "implicit")


def field_differences(old: object, new: object, without: Collection[str] = ()) -> tuple[FieldDifference, ...]:
    """Compare two records of one kind field by field, in the order of the record format."""
    found = []
    for name in _named(old, without):
        before, after = getattr(old, name), getattr(new, name)
        if before != after and _counted(before) != _counted(after):
            found.append(_difference(_WRITTEN.get(name, name), before, after))
    return tuple(found)


def paired(old: Iterable[V], new: Iterable[V], key: Callable[[V], Hashable]) -> Iterator[tuple[V | None, V | None]]:
    """Pair records that have no ids: (before, after), one of them None where there is no other; in order of `key`.

    Records that mean the same are left out. What is left is paired where `key` is that of one record in each state.
    """
    before, after = _by_meaning(old), _by_meaning(new)
    groups: dict[Hashable, tuple[list[V], list[V]]] = {}
    for side, (found, other) in enumerate(((before, after), (after, before))):
        for meaning in sorted(found, key=repr):
            for record in found[meaning][len(other.get(meaning, ())) :]:
                groups.setdefault(key(record), ([], []))[side].append(record)
    for _, (gone, came) in sorted(groups.items(), key=lambda group: str(group[0])):
        if len(gone) == len(came) == 1:
            yield gone[0], came[0]
        else:
            yield from ((record, None) for record in gone)
            yield from ((None, record) for record in came)


def item_key(item: object) -> Hashable:
    """Give what one item of a field means, to be compared with others; a date is the instants it allows."""
    if isinstance(item, Date):
        return item.earliest, item.latest, item.qualified
    if isinstance(item, tuple):
        return tuple(map(item_key, item))
    if isinstance(item, UnclearCitation):
        return _counted(item.alternatives)
    if isinstance(item, Value):
        return tuple(item_key(getattr(item, name)) for name in field_names(item) if name != "place")
    assert isinstance(item, Hashable)
    return item


def item_words(item: object) -> str:  # noqa: PLR0911 - one phrase for each kind of item
    """Say one item of a field as a record would have it, in one line."""
    match item:
        case Date():
            return item.text
        case Citation():
            return _citation_words(item)
        case UnclearCitation():
            return f"unclear: {' or '.join(sorted(map(_citation_words, item.alternatives)))}"
        case SameAs():
            return item.source if item.certain else f"{item.source} (possible)"
        case Read():
            return item.form if item.via is None else f"{item.form} {item.via}"
        case (Change() as act, Date() as date):
            return f"{act} {date.text}"
        case (str() as name, str() as text):
            return f"{name}: {text}"
        case bool():
            return str(item).lower()
        case _:
            return str(item)


def _by_meaning(records: Iterable[V]) -> dict[Hashable, list[V]]:
    found: dict[Hashable, list[V]] = {}
    for record in records:
        meaning = tuple(_counted(getattr(record, name)) for name in _named(record, ()))
        found.setdefault(meaning, []).append(record)
    return found


def _named(record: object, without: Collection[str]) -> list[str]:
    return [name for name in field_names(record) if name not in _NEVER and name not in without]


def _counted(found: object) -> tuple[Hashable, ...]:
    """Give a field's meaning: a list counts by what it holds and how often, in no order."""
    return tuple(sorted(map(item_key, _items(found)), key=repr))


def _items(found: object) -> Iterable[object]:
    if found is None:
        return ()
    return found if isinstance(found, tuple) else (found,)


def _difference(name: str, before: object, after: object) -> FieldDifference:
    old, new = (Counter(map(item_key, _items(found))) for found in (before, after))
    return FieldDifference(name=name, removed=_more(before, old - new), added=_more(after, new - old))


def _more(found: object, surplus: Counter[Hashable]) -> tuple[str, ...]:
    """Give the items of a field that the other state lacks, as recorded and sorted."""
    words = {item_key(item): item_words(item) for item in _items(found)}
    return tuple(sorted(words[key] for key in surplus.elements()))


def _citation_words(citation: Citation) -> str:
    cited = f"outlet {citation.id}" if citation.kind is CitedKind.OUTLET else citation.id
    unclear = "attribution unclear" if citation.attribution is Attribution.UNCLEAR else ""
    quote = f"quote “{citation.quote}”" if citation.quote else ""
    more = ", ".join(part for part in (citation.mode, unclear, quote, citation.url) if part)
    return f"{cited} ({more})" if more else cited
