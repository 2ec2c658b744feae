"""How this program writes its values: frozen, with slots, made with keyword arguments.

`@value` does what `@dataclass(frozen=True, kw_only=True, slots=True)` does, and type checkers read
it as that. A dataclass generates and compiles five methods for every class, about 0.4 ms each time
the program starts; with some fifty classes that was a fifth of the start-up of every command
(benchmarks/startup.py; docs/architecture.md). Here the methods are shared instead.
"""

from typing import Any, NoReturn, TypeVar, dataclass_transform

C = TypeVar("C")
V = TypeVar("V", bound="Value")

_set = object.__setattr__


class Value:
    """What all values share. Two are equal where they are of one class and all their fields are."""

    __slots__ = ()
    fields_: dict[str, None] = {}  # noqa: RUF012 - the names in order, as keys
    defaults_: dict[str, Any] = {}  # noqa: RUF012 - one for each class, never changed

    def __init__(self, **given: Any) -> None:
        kind = type(self)
        fields = {**kind.defaults_, **given}
        if fields.keys() != kind.fields_.keys():
            raise TypeError(_misfit(kind, fields))
        for name, found in fields.items():
            _set(self, name, found)

    def __setattr__(self, name: str, new: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be changed: values are frozen")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be deleted: values are frozen")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in type(self).fields_)

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in type(self).fields_))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in type(self).fields_)
        return f"{type(self).__name__}({shown})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), tuple(getattr(self, name) for name in type(self).fields_))


@dataclass_transform(frozen_default=True, kw_only_default=True)
def value(cls: type[C]) -> type[C]:
    """Make the annotated names of `cls` the fields of a value; assigned ones are defaults, never copied."""
    names = tuple(cls.__annotations__)
    space = {name: found for name, found in vars(cls).items() if name not in (*names, "__dict__", "__weakref__")}
    space["__slots__"] = names
    space["fields_"] = dict.fromkeys(names)
    space["defaults_"] = {name: vars(cls)[name] for name in names if name in vars(cls)}
    return type(cls.__name__, (Value,), space)


def quicken(kind: type[Any]) -> None:
    """Give a kind of value a constructor of its own, for those of which a large workspace makes many.

    It takes half the time of the shared one to run and 0.4 ms to compile: worth it from some thousand values on.
    """
    if "__init__" in vars(kind):
        return
    space = {f"set_{name}": vars(kind)[name].__set__ for name in kind.fields_}
    space |= {f"default_{name}": default for name, default in kind.defaults_.items()}
    taken = ", ".join(f"{name}=default_{name}" if name in kind.defaults_ else name for name in kind.fields_)
    body = "; ".join(f"set_{name}(self, {name})" for name in kind.fields_)
    exec(f"def __init__(self, *, {taken}): {body}", space)  # noqa: S102 - made of field names only, as dataclasses do
    kind.__init__ = space["__init__"]


def replaced(old: C, **changes: object) -> C:
    """Give a value like `old` but for `changes`."""
    fields = {name: getattr(old, name) for name in field_names(old)}
    return type(old)(**{**fields, **changes})


def fields_of(kind: type) -> tuple[str, ...]:
    """Give the names of the fields of a kind of value, in order."""
    return tuple(kind.fields_) if issubclass(kind, Value) else ()


def field_names(one: object) -> tuple[str, ...]:
    """Give the names of a value's fields, in order; () for what is no value."""
    return tuple(type(one).fields_) if isinstance(one, Value) else ()


def _misfit(kind: type[Value], fields: dict[str, object]) -> str:
    missing = ", ".join(kind.fields_.keys() - fields.keys())
    unknown = ", ".join(fields.keys() - kind.fields_.keys())
    return f"{kind.__name__} needs `{missing}`" if missing else f"{kind.__name__} has no {unknown}"


def _restored(kind: type[V], fields: tuple[object, ...]) -> V:
    return kind(**dict(zip(kind.fields_, fields, strict=True)))
