"""One record more in a file: after the last of its section, with every other byte as it was."""

from provenance.draft.proposal import Entry, Proposal, Value
from provenance.draft.settled import value_of
from provenance.draft.yaml_text import meant, record_rows
from provenance.editing.lines import line_end, split_lines
from provenance.editing.places import NoPlaceError, Spot, find_spot
from provenance.editing.shape import Shape, shape_of
from provenance.files import normal
from provenance.read.nodes import Node
from provenance.read.yaml_tree import parse_yaml
from provenance.value import value

_MARK = "\ufeff"


@value
class Added:
    """The text of a file with one record more, which begins on `line` (from 1) and is written as `rows`."""

    text: str
    line: int
    rows: tuple[str, ...]


def add_record(text: str, file: str, entry: Entry) -> Added:
    """Put a record into the text of a file. Raises NoPlaceError where it cannot stand without changing the rest."""
    root, problems = parse_yaml(normal(text), file)
    if root is None and problems:
        raise NoPlaceError(f"'{file}' cannot be read as YAML; `provenance check` says why")
    mark = _MARK if text.startswith(_MARK) else ""
    lines = split_lines(text.removeprefix(_MARK))
    spot = find_spot(root, lines, entry.section, is_long=len(record_rows(entry)) > 1)
    for apart in dict.fromkeys((spot.apart, False)):  # below text that keeps its blank lines none can be added
        added = _put(lines, spot, entry, line_end(text), apart=apart)
        if _is_as_meant(root, added.text, file, entry):
            return Added(text=mark + added.text, line=added.line, rows=added.rows)
    raise NoPlaceError(f"the record would not stand on its own in '{file}'; name another file with --file")


def _put(lines: list[str], spot: Spot, entry: Entry, end: str, *, apart: bool) -> Added:
    before, after = lines[: spot.at], lines[spot.at :]
    if before and not before[-1].endswith(("\r", "\n")):
        before[-1] += end
    apart = apart and bool(before) and bool(before[-1].strip())
    rows = tuple(f"{' ' * spot.margin}{row}" if row else "" for row in record_rows(entry))
    written = [f"{row}{end}" for row in (*([""] if apart else []), *spot.head, *rows)]
    return Added(text="".join([*before, *written, *after]), line=spot.at + len(written) - len(rows) + 1, rows=rows)


def _is_as_meant(root: Node | None, text: str, file: str, entry: Entry) -> bool:
    """Tell whether the text reads as it did, but for the record at the end of its section."""
    now, _ = parse_yaml(normal(text), file)
    before, after = _sections(root), _sections(now)
    old, new = before.pop(entry.section, None), after.pop(entry.section, None)
    if new is None or not _records(new):
        return False
    *rest, record = _records(new)
    same = list(before) == list(after) and all(shape_of(before[name]) == shape_of(after[name]) for name in before)
    kept = [] if old is None else _records(old)
    return same and list(map(_shapes, rest)) == list(map(_shapes, kept)) and _values(record) == _wanted(entry)


def _sections(root: Node | None) -> dict[str, Node]:
    return {} if root is None else {key.text: below for key, below in root.pairs}


def _records(section: Node) -> list[tuple[Node, ...]]:
    return [*section.pairs, *((item,) for item in section.items)]


def _shapes(nodes: tuple[Node, ...]) -> tuple[Shape, ...]:
    return tuple(map(shape_of, nodes))


def _values(nodes: tuple[Node, ...]) -> list[Value]:
    return list(map(value_of, nodes))


def _wanted(entry: Entry) -> list[Value]:
    found = meant(Proposal(files=(), entries=(entry,), notes=(), known=()))[entry.section]
    assert not isinstance(found, str)
    return [found[0]] if isinstance(found, list) else [entry.id, found[entry.id]]
