"""A proposal is read back before anybody sees it: what our own reader would refuse is taken out, and noted."""

from collections.abc import Iterator, Mapping

from provenance.check import run_checks
from provenance.dates import parse_date
from provenance.draft.proposal import Entry, Note, Proposal, Value
from provenance.draft.yaml_text import meant, write_yaml
from provenance.problems import Problem, Severity
from provenance.read import read_texts
from provenance.read.nodes import Node
from provenance.read.yaml_tree import parse_yaml
from provenance.value import replaced

NAME = "proposal"
"""Under this name a proposal is read back among the files of its workspace, unless one of them has it."""


class NotAsMeantError(Exception):
    """A proposal does not read back as it was meant: a fault of ours."""


def settle(proposal: Proposal, texts: Mapping[str, str]) -> tuple[Proposal, str]:
    """Give a proposal that `check` passes beside the files of its workspace, and its YAML.

    Each round takes out what a problem stands on, so that there are at most two for each record.
    """
    name = NAME
    while name in texts:
        name += "'"
    while True:
        text = write_yaml(proposal)
        root = _compare(text, proposal, name)
        faults = _faults(text, texts, name)
        if not faults:
            return proposal, text
        proposal = _without(proposal, root, faults)


def _compare(text: str, proposal: Proposal, name: str) -> Node | None:
    """Read the YAML back, and give it as read."""
    root, problems = parse_yaml(text, name)
    read = {} if root is None or root.is_null else value_of(root)
    if problems or read != meant(proposal):
        raise NotAsMeantError(problems[0].message if problems else "the text reads otherwise")
    return root


def value_of(node: Node) -> Value:
    """Give what a node holds: each scalar as its text."""
    if node.kind == "scalar":
        return node.text
    if node.kind == "sequence":
        return [value_of(item) for item in node.items]
    return {key.text: value_of(below) for key, below in node.pairs}


def _faults(text: str, texts: Mapping[str, str], name: str) -> list[Problem]:
    loaded = read_texts({**texts, name: text})
    found = [*loaded.problems, *run_checks(loaded.workspace)] if loaded.usable else loaded.problems
    return [
        each
        for each in found
        if each.place.file == name
        and each.severity is not Severity.INFO
        and each.code not in ("no-records", "empty-file")
    ]


def _without(proposal: Proposal, root: Node | None, faults: list[Problem]) -> Proposal:
    """Take out the records that problems stand in, each for its first; where dates are out of order only the date."""
    starts = sorted(_starts(proposal, root)) if root else []
    entries = {entry.id: entry for entry in proposal.entries}
    notes = list(proposal.notes)
    seen = set()
    for fault in faults:
        id_ = next((name for start, name in reversed(starts) if start[0] <= fault.place.line), None)
        entry = entries.get(id_) if id_ else None
        if entry is None or id_ in seen:
            continue
        seen.add(id_)
        left_out = _later(entry) if fault.code == "dates-out-of-order" else None
        if left_out is None:
            left_out = entries.pop(entry.id).fields
        notes.append(Note(where=entry.where, what=f"{entry.id}: {fault.message}; left out: {left_out}"))
    if len(notes) == len(proposal.notes):
        raise NotAsMeantError(faults[0].message)
    return replaced(proposal, entries=tuple(entries.values()), notes=tuple(notes))


def _starts(proposal: Proposal, root: Node) -> Iterator[tuple[tuple[int, int], str]]:
    """Give the places at which records start, with their ids."""
    for name, section in root.pairs:
        yield from ((key.start, key.text) for key, _ in section.pairs)
        ids = [entry.id for entry in proposal.entries if entry.section == name.text]
        yield from ((item.start, id_) for item, id_ in zip(section.items, ids, strict=False))


def _later(entry: Entry) -> dict[str, Value] | None:
    """Take the date out that is before the publication: that of reading, else that of a change."""
    published, accessed = (entry.fields.get(name) for name in ("published", "accessed"))
    early = accessed is not None and parse_date(str(accessed)).surely_before(parse_date(str(published)))
    name = "accessed" if early else "status"
    return {name: entry.fields.pop(name)} if name in entry.fields else None
