"""Outlets that stand in the records without a record of their own."""

import re
import unicodedata
from collections.abc import Iterator

from provenance.model import UNNAMED, Citation, CitedKind, UnclearCitation, Workspace, each_citation
from provenance.problems import Place, Problem, Severity


def implicit_outlets(workspace: Workspace) -> Iterator[Problem]:
    """List outlets without a record, each once: their owner, kind and country are not known."""
    for outlet, place in _first_uses(workspace).items():
        hint = "add it under `outlets` to record its kind, country and owner"
        yield _info("implicit-outlet", place, f"the outlet '{outlet}' has no record", hint)


def outlets_written_two_ways(workspace: Workspace) -> Iterator[Problem]:
    """Find outlets without a record whose name is another outlet's but for spaces, signs and accents."""
    by_letters: dict[str, str] = {}
    for outlet in sorted(workspace.outlets.values(), key=lambda outlet: outlet.implicit):
        for name in (outlet.id, outlet.name, *outlet.aliases):
            by_letters.setdefault(_letters(name), outlet.id)
    for outlet_id, place in _first_uses(workspace).items():
        other = by_letters[_letters(outlet_id)]
        if other != outlet_id:
            message = f"'{outlet_id}' is counted as another outlet than '{other}'"
            yield _info("similar-outlet", place, message, "if they are one, write the same name, or add an alias")


def _first_uses(workspace: Workspace) -> dict[str, Place]:
    """Give the first place in which each outlet without a record is named."""
    uses = [(report.place, report.outlet) for report in workspace.reports.values()]
    for report in workspace.reports.values():
        for statement in report.says:
            uses += _cited_outlets(statement.cites)
    for response in workspace.responses:
        uses += _cited_outlets(response.cites)
    first: dict[str, Place] = {}
    for place, outlet in sorted(uses):
        if outlet != UNNAMED and workspace.outlets[outlet].implicit:
            first.setdefault(outlet, place)
    return first


def _cited_outlets(cites: tuple[Citation | UnclearCitation, ...]) -> Iterator[tuple[Place, str]]:
    return ((one.place, one.id) for one in each_citation(cites) if one.kind is CitedKind.OUTLET)


def _letters(name: str) -> str:
    """Give the letters and digits of a name, without case and accents; of a name without any, the name."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKD", name.casefold())) or name


def _info(code: str, place: Place, message: str, hint: str) -> Problem:
    return Problem(code=code, severity=Severity.INFO, place=place, message=message, hint=hint)
