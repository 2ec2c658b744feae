"""Read a workspace: a folder of YAML files becomes typed records and a list of problems."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from provenance.model import Outlet, Workspace
from provenance.problems import Place, Problem, Severity
from provenance.read.fields import ID_PATTERN, Reader, a_kind, did_you_mean, shortened, valid_id
from provenance.read.files import find_files, read_text
from provenance.read.names import KINDS, Names, outlet_uses
from provenance.read.records import LISTS, RECORDS, SECTIONS, Records, read_case
from provenance.read.yaml_tree import Node, parse_yaml

__all__ = ["ID_PATTERN", "Loaded", "load", "read_texts"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What reading gave: the records that could be read, and every problem on the way.

    The workspace may be used for answers only where no problem is an error. `complete` is False
    where a file could not be read at all, so that unknown ids were not looked for.
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


def load(*roots: str) -> Loaded:
    """Read every YAML file below `roots` (folders or files) as one workspace. Never raises for what is in them."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for root in roots:
        files, found = find_files(root)
        problems += found
        for file in files:
            text, found = read_text(file)
            problems += found
            if text is not None:
                texts[file] = text
    return read_texts(texts, " ".join(roots), problems)


def read_texts(texts: Mapping[str, str], root: str = "", problems: list[Problem] | None = None) -> Loaded:
    """Read the YAML texts of a workspace, by file name; `problems` are those met before."""
    problems = list(problems or [])
    complete = not problems
    trees: dict[str, Node] = {}
    for file, text in texts.items():
        tree, found = parse_yaml(text, file)
        problems += found
        if tree is not None and _has_sections(tree, file, problems):
            trees[file] = tree
        elif tree is None and found:
            complete = False
        elif tree is None:
            problems.append(_empty_file(file))
    names = _collect_names(trees, problems)
    names.complete = complete
    records = Records()
    for file, tree in trees.items():
        _read_sections(Reader(file, names, problems), tree, records)
    workspace = _workspace(root, records, names)
    loaded = Loaded(workspace, (), texts, complete)
    return replace(loaded, problems=tuple(loaded.with_excerpts(problems)))


def _has_sections(tree: Node, file: str, problems: list[Problem]) -> bool:
    if tree.kind == "mapping":
        return True
    if tree.is_null:
        problems.append(_empty_file(file))
    else:
        reader = Reader(file, Names(), problems)
        reader.error("wrong-type", tree, f"a file holds sections, and this is {a_kind(tree)}", f"the sections are {', '.join(SECTIONS)}")
    return False


def _empty_file(file: str) -> Problem:
    hint = "write a record into it, or delete it"
    return Problem(code="empty-file", severity=Severity.ERROR, place=Place(file), message="this file is empty", hint=hint)


def _collect_names(trees: Mapping[str, Node], problems: list[Problem]) -> Names:
    names = Names()
    for file, tree in trees.items():
        reader = Reader(file, names, problems)
        for key, section in _sections(tree):
            if key.text not in KINDS or section.kind != "mapping":
                continue
            for id_node, _ in section.pairs:
                _collect_id(reader, id_node, KINDS[key.text])
    for tree in trees.values():
        for key, section in _sections(tree):
            if key.text == "outlets" and section.kind == "mapping":
                _collect_outlet_names(section, names)
    for tree in trees.values():
        for _, section in _sections(tree):
            for written in outlet_uses(section):
                names.add_outlet_use(written)
    return names


def _collect_id(reader: Reader, id_node: Node, kind: str) -> None:
    id_ = valid_id(reader, id_node)
    if id_ is None:
        return
    names = reader.names
    first = names.places.setdefault(id_, reader.place(id_node))
    if names.kinds.setdefault(id_, kind) != kind or first != reader.place(id_node):
        if first.file == reader.file and names.kinds[id_] == kind:
            return  # the same key twice in one section: found as a duplicate key
        message = f"the id '{id_}' is taken: {first} defines the {names.kinds[id_]} '{id_}'"
        reader.error("duplicate-id", id_node, message, "give this record another id: a bare id has to name one thing")


def _collect_outlet_names(section: Node, names: Names) -> None:
    for id_node, record in section.pairs:
        named = {key.text: value for key, value in record.pairs}
        name, aliases = named.get("name"), named.get("aliases")
        written = aliases.items or [aliases] if aliases is not None else []
        names.add_outlet_names(id_node.text, name.text if name else None, (item.text for item in written))


def _sections(tree: Node) -> Iterator[tuple[Node, Node]]:
    return ((key, value) for key, value in tree.pairs if not value.is_null)


def _read_sections(reader: Reader, tree: Node, records: Records) -> None:
    for key, section in _sections(tree):
        if key.text in RECORDS:
            _read_mapping(reader, key, section, records)
        elif key.text in LISTS:
            _read_list(reader, key, section, records)
        elif key.text == "case":
            read_case(reader, section, records)
        elif key.kind == "scalar":
            hint = did_you_mean(key.text, SECTIONS) or f"the sections are {', '.join(SECTIONS)}"
            reader.error("unknown-key", key, f"there is no section '{shortened(key.text)}'", hint)


def _read_mapping(reader: Reader, key: Node, section: Node, records: Records) -> None:
    if section.kind != "mapping":
        message = f"`{key.text}` maps ids to records, and this is {a_kind(section)}"
        reader.error("wrong-type", section, message, "write `id: {…}` lines below it")
        return
    for id_node, node in section.pairs:
        if id_node.kind == "scalar" and reader.names.places.get(id_node.text) == reader.place(id_node):
            RECORDS[key.text](reader, id_node.text, node, records)


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
    return replace(problem, excerpt=lines[place.file][min(place.line, len(lines[place.file])) - 1])
