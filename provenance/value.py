"""How this program writes its values: frozen dataclasses with slots and keyword arguments."""

from dataclasses import dataclass, field
from typing import Any, TypeVar, dataclass_transform

C = TypeVar("C")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def value(cls: type[C]) -> type[C]:
    """Make `cls` a frozen, kw_only, slots dataclass.

    The generated `__repr__` is left out for a shared one: generating it takes as long as all the
    rest of the class together, and some forty of these classes are made at every start
    (benchmarks/startup.py).
    """
    cls.__repr__ = _show  # type: ignore[method-assign]
    return dataclass(frozen=True, kw_only=True, slots=True, repr=False)(cls)


def _show(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
    return f"{type(self).__name__}({shown})"
