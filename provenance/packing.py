"""Records as plain lists that any JSON writer takes, and back: for the index and the corpus, not for people.

What a field holds follows from the annotations of provenance/model.py. A record is its place, then its fields in order;
fields at the end that have their default are left out. FORMAT changes with every change of the model.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cache
from itertools import repeat
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from provenance.dates import Date, parse_date
from provenance.model import (
    Case,
    Citation,
    Claim,
    Dependence,
    Outlet,
    Party,
    Report,
    Response,
    Source,
    UnclearCitation,
    Workspace,
)
from provenance.problems import Place
from provenance.value import Value

FORMAT = 1

R = TypeVar("R")
Packed = list[Any]
"""What JSON can hold of a record: lists of texts, numbers, lists and null."""
_Pack = Callable[[Any], Any]

NOWHERE = Place("")
"""The place of a record that came from no file."""


def pack(record: Any) -> Packed:
    """Give a record as lists of what JSON knows."""
    kind: Any = type(record)
    return _packer(kind)(record)


def unpack(kind: type[R], packed: Packed) -> R:
    """Give the record that `packed` is. Raises TypeError, ValueError or LookupError where it is none of this kind."""
    make: Callable[[Packed], R] = _unpacker(cast(Any, kind))
    return make(packed)


@cache
def _packer(kind: Any) -> Callable[[Any], Packed]:
    names = [name for name in kind.fields_ if name != "place"]
    has_place = "place" in kind.fields_
    defaults = [_NO_DEFAULT, *(kind.defaults_.get(name, _NO_DEFAULT) for name in names)]
    hints = get_type_hints(kind)
    packers = [(at, made) for at, name in enumerate(names, 1) if (made := _pack_of(hints[name])) is not None]
    fields = attrgetter("place" if has_place else "__class__", *names)

    def packed(record: Any) -> Packed:
        found = list(fields(record))
        found[0] = _place_packed(found[0]) if has_place else None
        while found[-1] == defaults[len(found) - 1]:
            found.pop()
        for at, made in packers:
            if at < len(found):
                found[at] = made(found[at])
        return found

    return packed


@cache
def _unpacker(kind: Any) -> Callable[[Packed], Any]:
    """Give what makes a record of this kind, without calling the class: that takes twice as long."""
    names = [name for name in kind.fields_ if name != "place"]
    hints = get_type_hints(kind)
    has_place = "place" in kind.fields_
    fields = [*(["place"] if has_place else []), *names]
    makers = [(at, made) for at, name in enumerate(names, 1) if (made := _unpack_of(hints[name])) is not None]
    defaults = [_NO_DEFAULT, *(kind.defaults_.get(name, _NO_DEFAULT) for name in names)]
    needed, most = defaults.count(_NO_DEFAULT), len(defaults)
    new: Callable[[Any], Any] = object.__new__
    put = object.__setattr__

    def unpacked(packed: Packed) -> Any:
        number = len(packed)
        if not needed <= number <= most:
            raise ValueError(f"{kind.__name__} has no {number - 1} fields")
        found = packed + defaults[number:]
        for at, made in makers:
            if at >= number:
                break
            found[at] = made(found[at])
        place = found[0]
        found[0] = NOWHERE if place is None else Place._make(place)
        record = new(kind)
        deque(map(put, repeat(record), fields, found if has_place else found[1:]), maxlen=0)
        return record

    return unpacked


_NO_DEFAULT = object()


def _place_packed(place: Place) -> list[object] | None:
    return None if place == NOWHERE else list(place)


def _pack_of(hint: Any) -> _Pack | None:
    """Give how a field is packed, None where it is as it stands (texts, truth, enums that are texts)."""
    return _either(hint, _cited_packed, lambda date: date.text, pack, _pack_of)


def _unpack_of(hint: Any) -> _Pack | None:
    """Give how a field is unpacked, None where it is as it stands."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {str(one): one for one in hint}.__getitem__
    if get_origin(hint) is tuple and get_args(hint)[-1] is Ellipsis and _unpack_of(get_args(hint)[0]) is None:
        return tuple
    kind: Any = hint
    one_value = _unpacker(kind) if isinstance(hint, type) and issubclass(hint, Value) else _as_it_is
    return _either(hint, _cited_unpacked, _date, one_value, _unpack_of)


def _either(
    hint: Any, cited: _Pack, date: _Pack, one_value: _Pack, inner: Callable[[Any], _Pack | None]
) -> _Pack | None:
    if hint == Citation | UnclearCitation:
        return cited
    if isinstance(hint, UnionType) or get_origin(hint) is UnionType:
        return _where_given(inner(next(one for one in get_args(hint) if one is not NoneType)))
    if get_origin(hint) is tuple:
        return _each(get_args(hint), inner)
    if hint is Date:
        return date
    return one_value if isinstance(hint, type) and issubclass(hint, Value) else None


def _where_given(made: _Pack | None) -> _Pack | None:
    return None if made is None else lambda found: None if found is None else made(found)


def _each(hints: tuple[Any, ...], inner: Callable[[Any], _Pack | None]) -> _Pack | None:
    """Give how a tuple is packed or unpacked: many of one hint, or one for each hint."""
    if hints[-1] is Ellipsis:
        made = inner(hints[0])
        return None if made is None else lambda found: tuple(map(made, found))
    several = [inner(hint) or _as_it_is for hint in hints]
    return lambda found: tuple(make(one) for make, one in zip(several, found, strict=True))


def _as_it_is(found: Any) -> Any:
    return found


def _cited_packed(cited: Citation | UnclearCitation) -> Any:
    """Pack what is cited: an unclear citation is a mapping, the one thing that is."""
    if isinstance(cited, UnclearCitation):
        return {"unclear": [pack(one) for one in cited.alternatives], "place": _place_packed(cited.place)}
    return pack(cited)


def _cited_unpacked(packed: Any) -> Citation | UnclearCitation:
    if isinstance(packed, dict):
        place = packed["place"]
        alternatives = tuple(map(_unpacker(Citation), packed["unclear"]))
        return UnclearCitation(alternatives=alternatives, place=NOWHERE if place is None else Place(*place))
    made: Citation = _unpacker(Citation)(packed)
    return made


@cache
def _date(text: str) -> Date:
    return parse_date(text)


_OF_WORKSPACE: dict[str, Any] = {
    "cases": Case,
    "outlets": Outlet,
    "parties": Party,
    "sources": Source,
    "claims": Claim,
    "reports": Report,
    "responses": Response,
    "dependences": Dependence,
}
_WITHOUT_IDS = ("cases", "responses", "dependences")


def pack_workspace(workspace: Workspace) -> dict[str, list[Packed]]:
    """Give all records of a workspace by section, sections without records left out; its root is not kept."""
    found: dict[str, Any] = {section: getattr(workspace, section) for section in _OF_WORKSPACE}
    return {
        section: [pack(record) for record in (records if section in _WITHOUT_IDS else records.values())]
        for section, records in found.items()
        if records
    }


def unpack_workspace(packed: Mapping[str, Iterable[Packed]], root: str = "") -> Workspace:
    """Give the workspace of packed records. Raises as `unpack` does."""
    made = {section: [unpack(kind, one) for one in packed.get(section, ())] for section, kind in _OF_WORKSPACE.items()}
    fields: dict[str, Any] = {
        section: tuple(records) if section in _WITHOUT_IDS else {record.id: record for record in records}
        for section, records in made.items()
    }
    return Workspace(root=root, **fields)
