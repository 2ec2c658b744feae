"""Read a workspace: a folder of YAML files becomes typed records and a list of problems."""

import gc
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from provenance.files import find_all_files, normal, read_text
from provenance.limits import CITATIONS, Limit
from provenance.limits import RECORDS as RECORDS_READ
from provenance.model import Citation, Outlet, Report, Statement, Workspace
from provenance.problems import Place, Problem, Severity
from provenance.read.fields import ID_PATTERN, Reader, a_kind, child, listed, valid_id
from provenance.read.names import KINDS, Names, outlet_uses
from provenance.read.nodes import Node
from provenance.read.records import CASE, LISTS, RECORDS, SECTIONS, Records, read_case
from provenance.read.traps import hashes_in_text
from provenance.read.wording import shortened
from provenance.read.yaml_tree import parse_yaml
from provenance.value import quicken, replaced

__all__ = ["ID_PATTERN", "Loaded", "Progress", "load", "read_texts"]

Progress = Callable[[int, int], None]
"""Told how much is done, and of how much."""


_LARGE = 1_000_000  # characters: some thousand records
_MANY = 10_000  # objects made: some thousand records


@dataclass(frozen=True, slots=True)
class Loaded:
    r"""What reading gave: the records that could be read, and every problem on the way.

    The workspace may be used for answers only where no problem is an error. `complete` is False
    where a file or section could not be read at all, so that unknown ids were not looked for.
    `texts` are the files as read, with lines that end in "\n".
    """

    workspace: Workspace
    problems: tuple[Problem, ...]
    texts: Mapping[str, str]
    complete: bool

    @property
    def usable(self) -> bool:
        """Tell whether no problem is an error."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)

    def with_excerpts(self, problems: Iterable[Problem]) -> list[Problem]:
        """Give `problems` with the lines they stand in, where those can be shown; sorted by place."""
        lines: dict[str, list[str]] = {}
        shown = [_with_excerpt(problem, self.texts, lines) for problem in problems]
        return sorted(shown, key=lambda problem: problem.sort_key)


def load(*roots: str, progress: Progress | None = None) -> Loaded:
    """Read every YAML file below `roots` (folders or files) as one workspace, each once.

    Never raises for what is in them. `progress` is told, about once a record, how many characters are read and of
    how many.
    """
    texts: dict[str, str] = {}
    files, problems = find_all_files(*roots)
    for file in files:
        text, found = read_text(file)
        problems += found
        if text is not None:
            texts[file] = text
    return read_texts(texts, " ".join(roots), problems, progress)


def read_texts(
    texts: Mapping[str, str],
    root: str = "",
    problems: list[Problem] | None = None,
    progress: Progress | None = None,
) -> Loaded:
    """Read the YAML texts of a workspace, by file name; `problems` are those met before."""
    with without_collector():
        texts = {file: normal(texts[file]) for file in sorted(texts)}
        return _read_texts(texts, root, list(problems or []), progress)


@contextmanager
def without_collector() -> Iterator[None]:
    """Hold the cyclic garbage collector: records have no cycles, and half the time went into looking for them.

    Afterwards it leaves many alone for good: else the next object made would have it walk through all of them.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if gc.get_count()[0] > _MANY:
                gc.freeze()
            gc.enable()


def _read_texts(texts: Mapping[str, str], root: str, problems: list[Problem], progress: Progress | None) -> Loaded:
    names = Names(complete=not problems)
    trees: dict[str, Node] = {}
    total, before = sum(map(len, texts.values())), 0
    if total > _LARGE:
        for kind in (Report, Statement, Citation):
            quicken(kind)
    for file, text in texts.items():
        tree, found = parse_yaml(text, file, _from(before, total, progress))
        before += len(text)
        problems += found
        if tree is None and found:
            names.complete = False
        elif tree is None or tree.is_null:
            problems.append(_empty_file(file))
        elif _has_sections(Reader(file, names, problems), tree):
            trees[file] = tree
            problems += hashes_in_text(tree, text, file)
    problems += _too_many(
        RECORDS_READ, sum(len(s.pairs) + len(s.items) for t in trees.values() for _, s in t.pairs), root
    )
    for collect in (_collect_ids, _collect_names, _collect_outlet_uses):
        for file, tree in trees.items():
            collect(Reader(file, names, problems), tree)
    records = Records()
    for file, tree in trees.items():
        _read_sections(Reader(file, names, problems), tree, records)
    cited = sum(len(said.cites) for report in records.reports.values() for said in report.says)
    problems += _too_many(CITATIONS, cited, root)
    loaded = Loaded(_workspace(root, records, names), (), texts, names.complete)
    return replace(loaded, problems=tuple(loaded.with_excerpts(dict.fromkeys(problems))))


def _too_many(limit: Limit, number: int, root: str) -> list[Problem]:
    """Refuse a workspace that is larger than the memory of a machine is meant for."""
    if not root or number <= limit.now():  # texts without a folder are a piece of a corpus, which may be large
        return []
    hint = f"`provenance corpus import` traces tables of any size; split the workspace, {limit.raised}"
    message = f"this workspace has {number:,} {limit.unit}, more than {limit.now():,}"
    return [Problem(code="too-many", severity=Severity.ERROR, place=Place(root), message=message, hint=hint)]


def _from(before: int, total: int, progress: Progress | None) -> Callable[[int], None] | None:
    """Count on from what the files before hold."""
    return None if progress is None else lambda read: progress(before + read, total)


def _has_sections(reader: Reader, tree: Node) -> bool:
    if tree.kind != "mapping":
        spaceless = re.match(r"[a-z]+:(?=\S)", tree.text)
        hint = f"write a space after '{spaceless.group()}'" if spaceless else f"the sections are {', '.join(SECTIONS)}"
        reader.error("wrong-type", tree, f"a file holds sections, and this is {a_kind(tree)}", hint)
    return tree.kind == "mapping"


def _empty_file(file: str) -> Problem:
    return Problem(
        code="empty-file",
        severity=Severity.ERROR,
        place=Place(file),
        message="this file is empty",
        hint="write a record into it, or delete it",
    )


def _collect_ids(reader: Reader, tree: Node) -> None:
    for key, section in _sections(tree):
        kind = KINDS.get(key.text if key.text in SECTIONS else _meant_section(reader.names, key) or "")
        if kind and (key.text not in KINDS or section.kind != "mapping"):
            reader.names.complete = False  # its ids cannot be known
        if kind is None or key.text not in KINDS:
            continue
        seen: set[str] = set()  # a key that stands twice in one section is found as that
        for id_node, _ in section.pairs:
            if id_node.text not in seen:
                seen.add(id_node.text)
                _collect_id(reader, id_node, kind)


def _collect_id(reader: Reader, id_node: Node, kind: str) -> None:
    id_ = valid_id(reader, id_node)
    if id_ is None:
        return
    names, place = reader.names, reader.place(id_node)
    first = names.places.setdefault(id_, place)
    names.nodes.setdefault(id_, id_node)
    if names.kinds.setdefault(id_, kind) != kind or first != place:
        message = f"the id '{shortened(id_)}' is taken: {first} defines the {names.kinds[id_]} of this id"
        reader.error("duplicate-id", id_node, message, "give this record another id: a bare id has to name one thing")


def _collect_names(reader: Reader, tree: Node) -> None:
    for key, section in _sections(tree):
        if key.text not in ("outlets", "parties", "sources"):
            continue
        for id_node, record in section.pairs:
            if _defines(reader, id_node, KINDS[key.text]):
                name, aliases = child(record, "name"), child(record, "aliases")
                written = listed(aliases) if aliases is not None else ()
                reader.names.add_names(id_node.text, name.text if name else None, [item.text for item in written])


def _collect_outlet_uses(reader: Reader, tree: Node) -> None:
    for name in dict.fromkeys(outlet_uses(tree)):
        reader.names.add_outlet_use(name)


def _defines(reader: Reader, id_node: Node, kind: str) -> bool:
    """Tell whether this is the one place that defines this id."""
    names = reader.names
    return names.kinds.get(id_node.text) == kind and names.nodes[id_node.text] is id_node


def _sections(tree: Node) -> Iterator[tuple[Node, Node]]:
    return ((key, value) for key, value in tree.pairs if not value.is_null)


def _read_sections(reader: Reader, tree: Node, records: Records) -> None:
    for key, section in tree.pairs:
        if key.kind == "scalar" and key.text not in SECTIONS:
            reader.error("unknown-key", key, f"there is no section '{shortened(key.text)}'", _section_hint(reader, key))
        elif section.is_null:
            pass  # nothing is written below it so far
        elif key.text in RECORDS:
            _read_mapping(reader, key, section, records)
        elif key.text in LISTS:
            _read_list(reader, key, section, records)
        elif key.text == "case":
            read_case(reader, section, records)


def _section_hint(reader: Reader, key: Node) -> str:
    if key.text in CASE:
        return f"it belongs to the case: `case: {{{key.text}: …}}`"
    meant = _meant_section(reader.names, key)
    return f"did you mean '{meant}'?" if meant else f"the sections are {', '.join(SECTIONS)}"


def _meant_section(names: Names, key: Node) -> str | None:
    return None if key.text in CASE else names.closest(key.text, SECTIONS)


def _read_mapping(reader: Reader, key: Node, section: Node, records: Records) -> None:
    if section.kind != "mapping":
        message = f"`{key.text}` maps ids to records, and this is {a_kind(section)}"
        reader.error("wrong-type", section, message, "write `id: {…}` lines below it, without `- `")
        return
    for id_node, node in section.pairs:
        if id_node.kind == "scalar":
            kept = records if _defines(reader, id_node, KINDS[key.text]) else Records()
            RECORDS[key.text](reader, id_node, node, kept)


def _read_list(reader: Reader, key: Node, section: Node, records: Records) -> None:
    if section.kind != "sequence":
        message = f"`{key.text}` is a list without ids, and this is {a_kind(section)}"
        reader.error("wrong-type", section, message, "begin each item with `- `")
        return
    for node in section.items:
        LISTS[key.text](reader, node, records)


def _workspace(root: str, records: Records, names: Names) -> Workspace:
    outlets = dict(records.outlets)
    for name in names.implicit_names():
        if not names.recorded_outlets(name):
            outlets[name] = Outlet(id=name, name=name, implicit=True, place=Place(root))
    return Workspace(
        root=root,
        cases=tuple(records.cases),
        outlets=dict(sorted(outlets.items())),
        parties=dict(sorted(records.parties.items())),
        sources=dict(sorted(records.sources.items())),
        claims=dict(sorted(records.claims.items())),
        reports=dict(sorted(records.reports.items())),
        responses=tuple(records.responses),
        dependences=tuple(records.dependences),
    )


def _with_excerpt(problem: Problem, texts: Mapping[str, str], lines: dict[str, list[str]]) -> Problem:
    place = problem.place
    if problem.excerpt is not None or not place.line or place.file not in texts:
        return problem
    if place.file not in lines:
        lines[place.file] = texts[place.file].split("\n")
    return replaced(problem, excerpt=lines[place.file][min(place.line, len(lines[place.file])) - 1])
