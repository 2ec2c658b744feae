"""Proposals as tests look at them: read back by our own reader, which has to pass them."""

from collections.abc import Mapping

from provenance.check import run_checks
from provenance.draft import Proposal, propose
from provenance.model import Workspace
from provenance.problems import Severity
from provenance.read import Loaded, read_texts


def proposal_of(
    text: str | Mapping[str, str], records: str = "", claim: str | None = None, format_: str | None = None
) -> tuple[Proposal, str]:
    """Propose records out of a text (or several, by name), beside the records of another."""
    texts = {"data/a.yaml": records} if records else {}
    loaded = read_texts(texts)
    inputs = [("in.csv", text)] if isinstance(text, str) else list(text.items())
    return propose(inputs, loaded.workspace, loaded.texts, format_, claim)


def checked(text: str, records: str = "") -> Loaded:
    """Read a proposal, perhaps beside records, as `check` does: nothing may be wrong with it but notes."""
    texts = {"p.yaml": text} | ({"data/a.yaml": records} if records else {})
    loaded = read_texts(texts)
    problems = [*loaded.problems, *run_checks(loaded.workspace)]
    assert not [each for each in problems if each.severity is not Severity.INFO], problems
    return loaded


def proposed(
    text: str | Mapping[str, str], records: str = "", claim: str | None = None, format_: str | None = None
) -> tuple[Workspace, list[tuple[str, str]]]:
    """Give the records that are proposed, and what was not placed."""
    proposal, written = proposal_of(text, records, claim, format_)
    return checked(written, records).workspace, [(note.where, note.what) for note in proposal.notes]
