"""Records proposed to a person, out of what people have already; nothing here edits a file that is there.

What each format brings, and what of it cannot be placed: docs/reference/import.md.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module

from provenance.draft.drafting import Draft
from provenance.draft.formats import FORMATS, format_of
from provenance.draft.problems import UnreadableError, nothing_to_place
from provenance.draft.proposal import Note, Proposal
from provenance.draft.settled import settle
from provenance.model import Workspace
from provenance.problems import Place

__all__ = ["FORMATS", "Note", "Proposal", "UnreadableError", "propose"]


def propose(
    inputs: Sequence[tuple[str, str]],
    workspace: Workspace,
    texts: Mapping[str, str],
    format_: str | None = None,
    claim: str | None = None,
) -> tuple[Proposal, str]:
    """Read the texts of files (by name) into a proposal, and give it with its YAML.

    `texts` are the files of the workspace; `claim` is the id or text of what the reports are on, where nothing
    in the input says it. Raises UnreadableError with every fault.
    """
    draft = Draft(workspace)
    groups: dict[str, list[tuple[str, str]]] = {}
    for file, text in inputs:
        groups.setdefault(format_ or format_of(file, text), []).append((file, text))
    for name, group in groups.items():
        module, function = FORMATS[name].reader.split(":")
        getattr(import_module(f"{__name__}.{module}"), function)(draft, group, claim)
    if claim is not None and not draft.has_claim(claim):
        draft.note(inputs[0][0], f"--claim {claim}: what was read names its claims itself")
    files = tuple(file for file, _ in inputs)
    proposal, text = settle(draft.proposal(files), texts)
    if not proposal.entries and not proposal.known:
        message, hint = "nothing in this can be placed in a record", "docs/reference/import.md says what can be"
        raise UnreadableError(nothing_to_place(Place(files[0]), message, hint), notes=proposal.notes)
    return proposal, text
