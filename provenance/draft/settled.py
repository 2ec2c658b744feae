"""A proposal is read back before anybody sees it: what our own reader would refuse is taken out, and noted."""

from collections.abc import Mapping

from provenance.check import run_checks
from provenance.draft.proposal import Note, Proposal, Value
from provenance.draft.yaml_text import meant, write_yaml
from provenance.problems import Problem, Severity
from provenance.read import read_texts
from provenance.read.yaml_tree import Node, parse_yaml
from provenance.value import replaced

NAME = "proposal"
"""Under this name a proposal is read back among the files of its workspace."""


class NotAsMeantError(Exception):
    """A proposal does not read back as it was meant: a fault of ours."""


def settle(proposal: Proposal, texts: Mapping[str, str]) -> tuple[Proposal, str]:
    """Give a proposal that `check` passes beside the files of its workspace, and its YAML.

    Each round takes out what a problem stands on, so that there are at most as many as records.
    """
    while True:
        text = write_yaml(proposal)
        _compare(text, proposal)
        faults = _faults(text, texts)
        if not faults:
            return proposal, text
        proposal = _without(proposal, text, faults)


def _compare(text: str, proposal: Proposal) -> None:
    root, problems = parse_yaml(text, NAME)
    read = {} if root is None or root.is_null else _value(root)
    if problems or read != meant(proposal):
        raise NotAsMeantError(problems[0].message if problems else "the text reads otherwise")


def _value(node: Node) -> Value:
    if node.kind == "scalar":
        return node.text
    if node.kind == "sequence":
        return [_value(item) for item in node.items]
    return {key.text: _value(below) for key, below in node.pairs}


def _faults(text: str, texts: Mapping[str, str]) -> list[Problem]:
    loaded = read_texts({**texts, NAME: text})
    found = [*loaded.problems, *run_checks(loaded.workspace)] if loaded.usable else loaded.problems
    return [
        each
        for each in found
        if each.place.file == NAME
        and each.severity is not Severity.INFO
        and each.code not in ("no-records", "empty-file")
    ]


def _without(proposal: Proposal, text: str, faults: list[Problem]) -> Proposal:
    """Take out the records that problems stand in; where dates are out of order only the later acts."""
    root, _ = parse_yaml(text, NAME)
    starts = sorted((key.start, key.text) for _, section in (root.pairs if root else ()) for key, _ in section.pairs)
    entries = {entry.id: entry for entry in proposal.entries}
    notes = list(proposal.notes)
    for fault in faults:
        id_ = next((name for start, name in reversed(starts) if start[0] <= fault.place.line), None)
        entry = entries.get(id_) if id_ else None
        if entry is not None:
            later = {name: entry.fields.pop(name) for name in _LATER if _is_order(fault) and name in entry.fields}
            if not later:
                del entries[entry.id]
            notes.append(
                Note(where=entry.where, what=f"{entry.id}: {fault.message}; left out: {later or entry.fields}")
            )
    if len(notes) == len(proposal.notes):
        raise NotAsMeantError(faults[0].message)
    return replaced(proposal, entries=tuple(entries.values()), notes=tuple(notes))


_LATER = ("accessed", "status")


def _is_order(fault: Problem) -> bool:
    return fault.code == "dates-out-of-order"
