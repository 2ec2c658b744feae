"""A proposal as YAML, in the shape of a hand-written file: fields in the order of the record tables, comments above."""

import re
from collections.abc import Iterable

import yaml

from provenance.draft.proposal import COMMENT, Entry, Flag, Note, Proposal, Value
from provenance.read.records import CLAIM, OUTLET, PARTY, REPORT, RESPONSE, SOURCE
from provenance.read.statements import CITATION, STATEMENT
from provenance.safe import one_line, visible

_ORDER: dict[str, tuple[str, ...]] = {
    "claims": tuple(CLAIM),
    "outlets": tuple(OUTLET),
    "parties": tuple(PARTY),
    "sources": tuple(SOURCE),
    "reports": tuple(REPORT),
    "responses": tuple(RESPONSE),
}
LISTS = frozenset(("responses",))
"""The sections that are lists: their records have no ids."""

_ONE_OR_MORE = frozenset(("cites", "stronger_than", "part_of"))
_WIDE = 90
_NO_FOLD = 1 << 30
_TEXT = "tag:yaml.org,2002:str"


class _Writer(yaml.Dumper):
    """PyYAML's emitter, with what YAML 1.2 and our reader take for something else than text: null, true, false."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own shape

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002
        """Set lists in by two blanks, as in the files of data/."""
        super().increase_indent(flow, False)  # noqa: FBT003


_Writer.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
_Writer.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)


def write_yaml(proposal: Proposal) -> str:
    """Write a proposal; its head says what it is made of and what is not in it, remarks stand above their records."""
    parts = [_head(proposal)]
    parts += [_section(name, entries) for name, entries in _sections(proposal.entries).items()]
    parts += ["".join(map(_comment, proposal.remains))] if proposal.remains else []
    return "\n".join(parts)


def meant(proposal: Proposal) -> dict[str, Value]:
    """Give the records as they are to be read back: without comments, and without what is only a comment."""
    sections = _sections(proposal.entries)
    kept = {name: [entry for entry in entries if not entry.duplicate_of] for name, entries in sections.items()}
    return {name: _all_of(name, entries) for name, entries in kept.items() if entries}


def _all_of(section: str, entries: Iterable[Entry]) -> Value:
    records = {entry.id: _bare(_record(entry)) for entry in entries}
    return list(records.values()) if section in LISTS else records


def _bare(found: Value) -> Value:
    if isinstance(found, dict):
        return {name: _bare(below) for name, below in found.items() if name != COMMENT}
    return [_bare(below) for below in found] if isinstance(found, list) else found


def _sections(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.section, []).append(entry)
    return found


def _head(proposal: Proposal) -> str:
    rows = [
        f"Proposed from {', '.join(proposal.files)}: read it against the reports before you use it.",
        "Nothing in it was checked. What is blank is not in what was read.",
    ]
    rows += ["", *proposal.warnings] if proposal.warnings else []
    if proposal.known:
        rows += ["", "In your records already, and not proposed again:", *(f"- {known}" for known in proposal.known)]
    if proposal.notes:
        rows += ["", "Not placed:", *(_note(note) for note in proposal.notes)]
    return "".join(map(_comment, rows))


def _comment(row: str) -> str:
    return f"# {one_line(row)}".rstrip() + "\n"


def _note(note: Note) -> str:
    return f"- {note.where}: {note.what}"


def _section(name: str, entries: list[Entry]) -> str:
    empty = all(entry.duplicate_of for entry in entries)
    rows = [f"{'# ' if empty else ''}{name}:\n"]
    for entry in entries:
        mark = "# " if entry.duplicate_of else ""
        remarks = [f"duplicate of {entry.duplicate_of}"] if entry.duplicate_of else []
        rows += [f"  # {one_line(remark)}\n" for remark in [*remarks, *entry.remarks]]
        rows += [f"  {mark}{row}\n" for row in record_rows(entry)]
    return "".join(rows)


def record_rows(entry: Entry) -> list[str]:
    """Give the lines of one record, from its id or its dash on, not set in."""
    record = _record(entry)
    return _emit([record] if entry.section in LISTS else {entry.id: record}).rstrip("\n").split("\n")


def _record(entry: Entry) -> Value:
    if entry.section == "claims" and entry.fields.keys() == {"text"}:
        return entry.fields["text"]
    return {name: _plain(name, entry.fields[name]) for name in _ORDER[entry.section] if name in entry.fields}


def _plain(name: str, found: Value) -> Value:
    """Write a list of one as the one, where a person would."""
    if name in _ONE_OR_MORE and isinstance(found, list) and len(found) == 1:
        return found[0]
    if name == "says" and isinstance(found, list):
        return [{key: _plain(key, each) for key, each in said.items()} for said in found if isinstance(said, dict)]
    return found


def _emit(found: Value) -> str:
    comments: list[str] = []
    root = _node(found, comments)
    assert isinstance(root, yaml.CollectionNode)
    root.flow_style = False
    for below in root.value if isinstance(root, yaml.SequenceNode) else [below for _, below in root.value]:
        if isinstance(below, yaml.MappingNode) and {key.value for key, _ in below.value} & {"outlet", "text", "by"}:
            below.flow_style = False  # a report, claim or response: one field a line, so that a reviewer can change it
            for key, value in below.value:
                if key.value == "says" and isinstance(value, yaml.SequenceNode):
                    value.flow_style = False
    text = yaml.serialize(root, Dumper=_Writer, allow_unicode=True, width=_NO_FOLD)
    escaped = re.sub(r"[^\n\x20-\x7e]", lambda sign: _escaped(sign[0]), text)
    return _commented(escaped, comments) if comments else escaped


def _commented(text: str, comments: list[str]) -> str:
    """Write each comment above the mapping whose first field holds its number."""
    rows: list[str] = []
    marks = ""
    for row in text.split("\n"):
        found = re.fullmatch(rf"((?: |- )*)'{COMMENT}': ([0-9]+)", row)
        if found:
            marks = found[1]
            margin = marks[: len(marks) - len(marks.lstrip(" "))]
            rows += [f"{margin}# {one_line(line)}".rstrip() for line in comments[int(found[2])].split("\n")]
        else:
            rows.append(marks + row[len(marks) :] if marks else row)
            marks = ""
    return "\n".join(rows)


def _escaped(sign: str) -> str:
    r"""Write a sign that acts as YAML's own escape: texts that hold one stand in double quotes."""
    if sign.isprintable() or visible(sign) == sign:
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"  # noqa: PLR2004


def _node(found: Value, comments: list[str]) -> yaml.Node:
    if isinstance(found, Flag):
        return yaml.ScalarNode("tag:yaml.org,2002:bool", str(found))
    if isinstance(found, str):
        return yaml.ScalarNode(_TEXT, found, style='"' if visible(found) != found else None)
    flow = _fits(found)
    if isinstance(found, list):
        return yaml.SequenceNode("tag:yaml.org,2002:seq", [_node(one, comments) for one in found], flow_style=flow)
    order = (COMMENT, *(STATEMENT if "claim" in found else CITATION))
    ordered = sorted(found, key=order.index) if all(name in order for name in found) else list(found)
    pairs: list[tuple[yaml.Node, yaml.Node]] = []
    for name in ordered:
        if name == COMMENT:
            comments.append(str(found[name]))
            pairs.append((_node(name, comments), yaml.ScalarNode(_TEXT, str(len(comments) - 1))))
        else:
            pairs.append((_node(name, comments), _node(found[name], comments)))
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=flow)


def _fits(found: Value) -> bool:
    """Tell whether a list or mapping is short enough for one line; nothing with a comment is."""
    if len(str(found)) > _WIDE or isinstance(found, str):
        return isinstance(found, str)
    if isinstance(found, dict):
        return not {"cites", COMMENT} & found.keys()
    return all(map(_fits, found))
