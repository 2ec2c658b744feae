"""Typed values out of YAML nodes: each reader gives a value, or None and a problem with its place."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from provenance.dates import Date, DateError, parse_date
from provenance.problems import Place, Problem, Severity
from provenance.read.hints import did_you_mean, key_hint
from provenance.read.names import Names, is_unnamed
from provenance.read.nodes import Node
from provenance.read.wording import a, either, shortened

ID_PATTERN = re.compile(r"[a-z0-9][a-z0-9._-]*", re.ASCII)
"""What an id looks like."""

E = TypeVar("E", bound=StrEnum)

_TRUE = ("true", "True", "TRUE")
_FALSE = ("false", "False", "FALSE")
_LISTED = 5
_LONGEST_ID = 60


@dataclass(slots=True)
class Reader:
    """Where values are being read: the file, the names known, and the problems found so far."""

    file: str
    names: Names
    problems: list[Problem]

    def error(self, code: str, node: Node, message: str, hint: str | None = None) -> None:
        """Record an error at `node`."""
        self.problems.append(
            Problem(code=code, severity=Severity.ERROR, place=node.place(self.file), message=message, hint=hint)
        )

    def place(self, node: Node) -> Place:
        """Give the place of `node`."""
        return node.place(self.file)


FieldReader = Callable[[Reader, Node], Any]
"""Reads the value of one field; gives None after recording a problem."""

Fields = Mapping[str, FieldReader]
"""The fields of one kind of record, in the order they are documented."""


def read_fields(  # noqa: PLR0913, PLR0917 - what a record is, in the order a reader needs it
    reader: Reader, node: Node, fields: Fields, what: str, required: Iterable[str] = (), id_: Node | None = None
) -> dict[str, Any]:
    """Read a mapping's fields; a blank record has none. Unknown, missing and wrong ones become problems.

    Blank fields are left out. `id_` is the record's id, where it has one: `what` is named by it, and what is
    missing is missing there.
    """
    if node.kind != "mapping" and not node.is_null:
        hint = f"write it as `key: value` lines; the keys are {', '.join(fields)}"
        message = f"{_named(what, id_)} has to be a mapping, and this is {a_kind(node)}"
        reader.error("wrong-type", node, message, hint)
        return {}
    values: dict[str, Any] = {}
    for key, value in node.pairs:
        read = fields.get(key.text)
        if read is None:
            if key.kind == "scalar":
                hint = key_hint(reader.names, key, value, fields)
                message = f"{_named(what, id_)} has no key '{shortened(key.text)}'"
                reader.error("unknown-key", key, message, hint)
        elif not value.is_null:
            found = read(reader, value)
            if found is not None:
                values[key.text] = found
    for name in required:
        if name not in values and child(node, name) is None:
            message = f"{_named(what, id_)} needs `{name}`"
            reader.error("missing-key", id_ or node, message, f"add `{name}: …` to it")
    return values


def _named(what: str, id_: Node | None) -> str:
    return what if id_ is None else f"{what} {quoted(id_)}"


def text(reader: Reader, node: Node) -> str | None:
    """Read text exactly as written; numbers and words like `no` are text too."""
    if node.kind != "scalar":
        hint = "quote the text, or write one value"
        reader.error("wrong-type", node, f"this has to be text, and it is {a_kind(node)}", hint)
        return None
    if not node.text or node.text.isspace() or node.is_null:
        reader.error("empty-value", node, "this text is empty", "give it text, or leave it out")
        return None
    return node.text


def texts(reader: Reader, node: Node) -> tuple[str, ...] | None:
    """Read one text or a list of texts."""
    return tuple(found for item in listed(node) if (found := text(reader, item)) is not None)


def flag(reader: Reader, node: Node) -> bool | None:
    """Read `true` or `false` (YAML 1.2: `yes` and `no` are text)."""
    if node.plain and node.text in _TRUE + _FALSE:
        return node.text in _TRUE
    reader.error("wrong-type", node, f"{quoted(node)} is not true or false", "write `true` or `false`, without quotes")
    return None


def date(reader: Reader, node: Node) -> Date | None:
    """Read an EDTF date."""
    written = text(reader, node)
    if written is None:
        return None
    try:
        return parse_date(written)
    except DateError as error:
        reader.error("bad-date", node, str(error))
        return None


def choice(options: type[E]) -> Callable[[Reader, Node], E | None]:
    """Make a reader of one word out of `options`."""
    known: dict[str, E] = {}  # those met so far: looking a word up in an enum takes ten times as long

    def read(reader: Reader, node: Node) -> E | None:
        written = text(reader, node)
        if written is None:
            return None
        if written in known:
            return known[written]
        try:
            return known.setdefault(written, options(written))
        except ValueError:
            words = ", ".join(options)
            hint = did_you_mean(reader.names, written, options) or "write one of these words"
            reader.error("unknown-value", node, f"'{shortened(written)}' is none of: {words}", hint)
            return None

    return read


def id_of(*kinds: str) -> Callable[[Reader, Node], str | None]:
    """Make a reader of the id of a record of one of `kinds`."""

    def read(reader: Reader, node: Node) -> str | None:
        written = text(reader, node)
        if written is None or reader.names.kinds.get(written) in kinds:
            return written
        unknown_id(reader, node, written, kinds)
        return None

    return read


def ids_of(*kinds: str) -> Callable[[Reader, Node], tuple[str, ...] | None]:
    """Make a reader of one id or a list of ids of records of `kinds`; a repeated id counts once."""
    one = id_of(*kinds)

    def read(reader: Reader, node: Node) -> tuple[str, ...] | None:
        found = (one(reader, item) for item in listed(node))
        return tuple(dict.fromkeys(id_ for id_ in found if id_ is not None))

    return read


def outlet(reader: Reader, node: Node) -> str | None:
    """Read an outlet's id, name or alias; an unknown name makes an implicit outlet."""
    written = text(reader, node)
    if written is None:
        return None
    recorded = reader.names.recorded_outlets(written)
    if len(recorded) > 1:
        more = f" and {len(recorded) - _LISTED} more" if len(recorded) > _LISTED else ""
        message = f"'{shortened(written)}' may be any of the outlets {', '.join(recorded[:_LISTED])}{more}"
        reader.error("ambiguous-outlet", node, message, "write the id of the one you mean")
        return None
    return recorded[0] if recorded else reader.names.implicit_outlet(written)


def unknown_id(reader: Reader, node: Node, written: str, kinds: Sequence[str]) -> None:
    """Record that no record of `kinds` has this id, unless it may be in a file or section that could not be read."""
    names, wanted = reader.names, either(kinds, article=False)
    kind = names.kinds.get(written)
    if kind is not None:
        guess = names.meant_id(written, kinds)
        hint = f"did you mean '{guess}'?" if guess else f"write the id of {either(kinds)}"
        reader.error(
            "wrong-kind", node, f"'{shortened(written)}' is {a(kind)}; what belongs here is {either(kinds)}", hint
        )
    elif written in names.misnamed:
        repaired = names.misnamed[written]
        hint = f"write '{repaired}' in both places" if repaired else "mend it in both places"
        reader.error("unknown-id", node, f"the record '{shortened(written)}' cannot have this id", hint)
    elif names.complete:
        parts = written.replace(",", " ").split()
        if len(parts) > 1 and all(part in names.kinds for part in parts):
            hint = f"write a list: [{shortened(', '.join(parts))}]"
        elif guess := names.meant_id(written, kinds):
            hint = f"did you mean '{guess}'?"
        else:
            hint = f"add the {wanted}, or mend the id"
        reader.error("unknown-id", node, f"there is no {wanted} '{shortened(written)}'", hint)


def valid_id(reader: Reader, key: Node) -> str | None:
    """Read a record's id where it is defined."""
    if key.kind != "scalar":
        return None
    if is_unnamed(key.text):
        hint = "give this record another id"
        reader.error("bad-id", key, f"'{key.text}' stands for an outlet that a report does not name", hint)
        return None
    if ID_PATTERN.fullmatch(key.text):
        return key.text
    repaired = _as_id(key.text)
    reader.names.misnamed[key.text] = repaired
    hint = f"write '{repaired}'" if repaired else "use a-z, digits, '.', '_' and '-', beginning with a letter or digit"
    reader.error("bad-id", key, f"'{shortened(key.text)}' cannot be an id", hint)
    return None


def child(node: Node, name: str) -> Node | None:
    """Give the value of the field `name`, or None where it is absent or blank."""
    return next((value for key, value in node.pairs if key.text == name and not value.is_null), None)


def listed(node: Node) -> Sequence[Node]:
    """Give the items of a list, or a single value as a list of one."""
    return node.items if node.kind == "sequence" else (node,)


def a_kind(node: Node) -> str:
    """Name what a node is, for messages."""
    if node.kind == "scalar":
        return "blank" if node.is_null else f"the text {quoted(node)}"
    return "a list" if node.kind == "sequence" else "a mapping"


def quoted(node: Node) -> str:
    """Quote a scalar for a message, or name what else the node is."""
    return f"'{shortened(node.text)}'" if node.kind == "scalar" else a_kind(node)


def _as_id(words: str) -> str | None:
    """Turn a name into an id, or give None where letters would be lost."""
    letters = unicodedata.normalize("NFKD", words.strip().casefold().replace("\u0131", "i"))  # dotless i has no base
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign))
    found = re.sub(r"[\s/:,;'’_-]+", "-", plain).strip("-")
    return found if len(found) <= _LONGEST_ID and ID_PATTERN.fullmatch(found) and not is_unnamed(found) else None
