"""HTML elements made of text: what is no `Markup` is text, and is escaped as it enters.

Text from records is made harmless as everywhere (provenance/safe.py): runs of blanks become one, what would act in it
stands as a visible escape.
"""

import html
import re
from collections.abc import Iterable

from provenance.safe import visible

_SPACES = re.compile(r"[ \t\r\n]+")
_VOID = frozenset({"br", "input", "link", "meta"})


class Markup(str):
    """Text that is HTML already: made by this module, or a part of the page that is ours."""

    __slots__ = ()

    def __add__(self, other: str) -> "Markup":
        """Put markup or text behind this."""
        return joined((self, other))


NOTHING = Markup()


def el(name: str, /, *content: str, **attributes: str | int | None) -> Markup:
    """Make an element. `class_` is written class, `data_x` data-x; attributes that are None or False are left out."""
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{joined(content)}</{name}>")


def joined(content: Iterable[str]) -> Markup:
    """Put markup and text one behind the other."""
    return Markup("".join(part if isinstance(part, Markup) else escaped(part) for part in content))


def escaped(text: str) -> Markup:
    """Make text harmless: to whoever reads it, and to HTML."""
    return Markup(html.escape(visible(_SPACES.sub(" ", text))))


def _attribute(key: str, value: str | int | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escaped(str(value))}"'
