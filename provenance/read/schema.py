"""A JSON Schema of the records, made of the tables that the reader itself goes by.

For editors: completion, hover text, and the faults that can be told from one file without knowing its ids.
JSON Schema draft 7, which is what the language servers for YAML know: https://json-schema.org/draft-07
"""

import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from provenance.model import UNNAMED, Attribution, Change, CitedKind, ReadAs, SourceKind
from provenance.read import fields as f
from provenance.read import meanings, records, statements
from provenance.read.date_pattern import DATE_PATTERN
from provenance.read.fields import FieldReader, Fields
from provenance.read.names import KINDS

Schema = dict[str, Any]

SCALAR = ["string", "number", "boolean"]
"""What text may look like to a program that reads YAML 1.2: `2025`, `true` and `1.5` are text here."""


def records_schema() -> Schema:
    """Give the schema of one file of records, as plain values for JSON."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Records of provenance",
        "description": "One file of a workspace: reports, whom they cite, and what they say of a claim.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "case": {"description": meanings.SECTIONS["case"], **_or_blank(_record("case", records.CASE))},
            **{section: _by_id(section, kind) for section, kind in KINDS.items()},
            **{section: _list(section) for section in records.LISTS},
        },
        "definitions": {name: build() for name, build in _RECORDS.items()},
    }


def _by_id(section: str, kind: str) -> Schema:
    record = _ref(kind)
    names: Schema = {"pattern": _ID, "patternErrorMessage": _ID_ADVICE, "not": {"const": UNNAMED}}
    shape: Schema = {"type": ["object", "null"], "propertyNames": names, "additionalProperties": record}
    return {"description": meanings.SECTIONS[section], **shape}


def _list(section: str) -> Schema:
    items = _ref(section.removesuffix("s"))
    return {"description": meanings.SECTIONS[section], "type": ["array", "null"], "items": items}


_ID = f"^{f.ID_PATTERN.pattern}$"
_ID_ADVICE = "An id is of a-z, digits, '.', '_' and '-', and begins with a letter or digit."


_LEAVES: Mapping[str, Schema] = {
    "text": {"type": SCALAR, "pattern": r"\S", "patternErrorMessage": "Give it text, or leave it out."},
    "id": {"type": SCALAR, "pattern": _ID, "patternErrorMessage": _ID_ADVICE},
    "date": {
        "type": ["string", "integer"],
        "minimum": -9999,
        "maximum": 9999,
        "pattern": DATE_PATTERN,
        "patternErrorMessage": "Write 2025-09-03, 2025-09, 2025-09-13? or 2025-09-03T21:40+02:00.",
    },
    "address": {
        "type": SCALAR,
        "pattern": r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#]\S*$",
        "patternErrorMessage": "Write the whole address, beginning with https://, without spaces.",
    },
    "language": {
        "type": SCALAR,
        "pattern": "^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$",
        "patternErrorMessage": "Use a language tag such as tr, uk or pt-BR.",
    },
    "publisher": {
        "type": SCALAR,
        "pattern": r"^(?![Uu][Nn][Nn][Aa][Mm][Ee][Dd]$)[\s\S]*\S",
        "patternErrorMessage": "Give the outlet a name, such as its web address.",
    },
    "flag": {"type": ["boolean"]},
}
"""What one value of a field looks like; the advice is what an editor shows of one that does not."""


def _leaf(name: str) -> Schema:
    return dict(_LEAVES[name])


def _countries() -> Schema:
    from iso3166 import countries_by_alpha2  # noqa: PLC0415 - as the checks do

    advice = "Use two capital letters, such as TR."
    return {"enum": sorted(countries_by_alpha2), "errorMessage": advice}


def _record(kind: str, fields: Fields, needed: Iterable[str] = ()) -> Schema:
    """Give the schema of a mapping with just these fields; what is not needed may be blank."""
    needed = tuple(needed)
    properties = {}
    for name, read in fields.items():
        shape = _field(kind, name, read)
        shape = shape if name in needed else _or_blank(shape)
        properties[str(name)] = {"description": meanings.FIELDS[kind][name], **shape}
    found: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return found | ({"required": list(needed)} if needed else {})


def _field(kind: str, name: str, read: FieldReader) -> Schema:
    special = _SPECIAL.get((kind, name)) or _SPECIAL.get(("", name))
    if special is not None:
        return special()
    if read in _PLAIN:
        return _PLAIN[read]()
    made_with = inspect.getclosurevars(read).nonlocals  # what `choice`, `id_of` or `ids_of` was called with
    if "options" in made_with:
        return _words(made_with["options"])
    return _one_or_more(_leaf("id")) if "one" in made_with else _leaf("id")


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _words(options: Iterable[str]) -> Schema:
    """Give the schema of one word; a digit may be written without quotes."""
    words = [str(word) for word in options]
    return {"enum": [*words, *(int(word) for word in words if word.isdecimal())]}


def _or_blank(shape: Schema) -> Schema:
    if "enum" in shape:
        return shape | {"enum": [*shape["enum"], None]}
    if "type" in shape:
        return _also("null", shape)
    return {"anyOf": [*shape.get("anyOf", [shape]), {"type": "null"}]}


def _also(kind: str, shape: Schema) -> Schema:
    """Let a value be of one more type; what `shape` asks of the others stays, without a choice that hides it."""
    types = shape["type"] if isinstance(shape["type"], list) else [shape["type"]]
    return shape | {"type": [*types, kind]}


def _one_or_more(shape: Schema) -> Schema:
    return _also("array", shape) | {"items": shape}


def _text_or_mapping(leaf: str, mapping: str) -> Schema:
    return _also("object", _leaf(leaf)) | {"if": {"type": "object"}, "then": _ref(mapping)}


def _filled(name: str) -> Schema:
    """Give the condition that a field is there and not blank or an empty list."""
    return {"required": [name], "properties": {name: {"not": {"anyOf": [{"type": "null"}, _EMPTY]}}}}


_EMPTY: Schema = {"type": "array", "maxItems": 0}


def _never(advice: str) -> Schema:
    """Give the schema of what may not be there at all: editors show no advice beside `not`, and text is never empty."""
    return {"const": "", "errorMessage": advice}


def _outlet() -> Schema:
    signed = {"if": _filled("reliability"), "then": _filled("rated_by")}
    return _or_blank(_record("outlet", records.OUTLET)) | signed


def _source() -> Schema:
    advice = f"To protect the source an anonymous one carries only {', '.join(records.ANONYMOUS_FIELDS)}."
    hidden = [name for name in records.SOURCE if name not in records.ANONYMOUS_FIELDS]
    return _record("source", records.SOURCE, records.NEEDED["source"]) | {
        "if": {"required": ["kind"], "properties": {"kind": {"const": str(SourceKind.ANONYMOUS)}}},
        "then": {"properties": {name: _never(advice) for name in hidden}},
    }


def _claim() -> Schema:
    return _leaf("text") | _record("claim", records.CLAIM, records.NEEDED["claim"]) | {"type": [*SCALAR, "object"]}


def _report() -> Schema:
    """Give a report: beside `cites` stands one claim, since statements have their own."""
    said = {"type": [*SCALAR, "object", "array"], "errorMessage": "Add `says: CLAIM`: a citation belongs to a claim."}
    statements_ = {"required": ["says"], "properties": {"says": {"type": ["object", "array"]}}}
    moved = _never("Move `cites` into the statement it belongs to.")
    return _record("report", records.REPORT, records.NEEDED["report"]) | {
        "if": _filled("cites"),
        "then": {
            "required": ["says"],
            "properties": {"says": said},
            "if": statements_,
            "then": {"properties": {"cites": moved}},
        },
    }


def _says() -> Schema:
    return _also("array", _text_or_mapping("id", "statement")) | {"items": _ref("statement")}


def _statement() -> Schema:
    blank = {"type": "null", "errorMessage": "Keep `basis` only where the report cites nothing."}
    return _record("statement", statements.STATEMENT, ("claim",)) | {
        "if": _filled("cites"),
        "then": {"properties": {"basis": blank}},
    }


def _citation() -> Schema:
    """Give a citation: text is an id or an outlet's name, and a mapping names one thing, or several in doubt."""
    shape = _text_or_mapping("text", "cited")
    return shape | {"then": {"if": {"required": ["unclear"]}, "then": _ref("unclear"), "else": _ref("cited")}}


def _cited() -> Schema:
    found = _record("citation", statements.CITATION)
    for kind in CitedKind:
        found["properties"][kind] = {
            "description": meanings.FIELDS["citation"][kind],
            **_field("citation", kind, statements.CITATION[kind]),
        }
    return found | {"oneOf": [{"required": [str(kind)]} for kind in CitedKind]}


def _unclear() -> Schema:
    doubt = _never("An alternative is in doubt already: leave this out.")
    doubtful = {"required": ["attribution"], "properties": {"attribution": {"const": str(Attribution.UNCLEAR)}}}
    twice = {"if": {"type": "object", **doubtful}, "then": {"properties": {"attribution": doubt}}}
    one = _text_or_mapping("text", "cited")
    several = {"type": "array", "minItems": 2, "items": {"allOf": [one, twice]}}
    described = {"description": meanings.FIELDS["unclear"]["unclear"], **several}
    return {"type": "object", "additionalProperties": False, "properties": {"unclear": described}}


def _read_mark() -> Schema:
    words = {"enum": [str(form) for form in ReadAs if form is not ReadAs.VIA]}
    return {"anyOf": [words, _record("read", records.READ_VIA, records.READ_VIA)]}


def _status() -> Schema:
    changes = _record("status", records.STATUS)
    for change in Change:  # each needs its date
        changes["properties"][change] = {"description": meanings.FIELDS["status"][change], **_leaf("date")}
    return {"anyOf": [{"const": "live"}, changes]}


def _same_as() -> Schema:
    return _one_or_more(_text_or_mapping("id", "same_as"))


def _details() -> Schema:
    return {"type": "object", "additionalProperties": _leaf("text")}


def _between() -> Schema:
    return {"type": "array", "minItems": 2, "items": _leaf("text")}


_RECORDS: Mapping[str, Callable[[], Schema]] = {
    "outlet": _outlet,
    "party": lambda: _or_blank(_record("party", records.PARTY)),
    "source": _source,
    "claim": _claim,
    "report": _report,
    "statement": _statement,
    "citation": _citation,
    "cited": _cited,
    "unclear": _unclear,
    "same_as": lambda: _record("same_as", records.SAME_AS, records.NEEDED["same_as"]),
    "response": lambda: _record("response", records.RESPONSE, records.NEEDED["response"]),
    "dependence": lambda: _record("dependence", records.DEPENDENCE, records.NEEDED["dependence"]),
}

_PLAIN: Mapping[FieldReader, Callable[[], Schema]] = {
    f.text: lambda: _leaf("text"),
    f.texts: lambda: _one_or_more(_leaf("text")),
    f.flag: lambda: _leaf("flag"),
    f.date: lambda: _leaf("date"),
}

_SPECIAL: Mapping[tuple[str, str], Callable[[], Schema]] = {
    ("report", "says"): _says,
    ("report", "read"): _read_mark,
    ("report", "status"): _status,
    ("report", "outlet"): lambda: _leaf("publisher"),
    ("source", "same_as"): _same_as,
    ("same_as", "how"): lambda: _words(records.HOW),
    ("statement", "details"): _details,
    ("dependence", "between"): _between,
    ("citation", "outlet"): lambda: _leaf("text"),
    ("", "cites"): lambda: {
        "type": [*SCALAR, "object", "array"],
        "if": {"type": "array"},
        "then": {"items": _ref("citation")},
        "else": _ref("citation"),
    },
    ("", "url"): lambda: _leaf("address"),
    ("", "archived"): lambda: _leaf("address"),
    ("", "country"): _countries,
    ("", "language"): lambda: _leaf("language"),
    ("", "languages"): lambda: _one_or_more(_leaf("language")),
}
"""Fields that their reader's own kind does not tell, by kind of record (any) and name."""
