"""Files for `import`: any text is refused with a problem, or makes a proposal that passes, alone and beside records."""

from collections.abc import Mapping

from provenance.draft import UnreadableError, propose
from provenance.read import read_texts
from tests.fuzz.promises import RECORDS, answered, passes, texts_of, told

NAMES = {
    "csv": "in.csv",
    "json": "in.json",
    "graphml": "in.graphml",
    "json-ld": "in.jsonld",
    "prov-json": "in.prov.json",
    "cytoscape": "in.cyjs",
}
"""What a file of each format is called."""


def imported(data: bytes, format_: str | None) -> bool:
    """Import an input in a format, or in the one it looks like. Tells whether something was proposed."""
    texts = texts_of(data, NAMES.get(format_ or "", "in"))
    if texts is None:
        return False
    alone = _proposed(texts, {}, format_, None)
    beside = _proposed(texts, {"data/a.yaml": RECORDS}, format_, "bridge")
    return alone or beside


def _proposed(texts: Mapping[str, str], records: Mapping[str, str], format_: str | None, claim: str | None) -> bool:
    before = read_texts(records)
    try:
        proposal, text = propose(list(texts.items()), before.workspace, before.texts, format_, claim)
    except UnreadableError as error:
        told(error.problems)
        return False
    loaded = passes(proposal, text, records)
    if loaded is None:
        return False
    answered(loaded.workspace)
    _again(texts, {**records, "proposed.yaml": text}, format_, claim)
    return True


def _again(texts: Mapping[str, str], records: Mapping[str, str], format_: str | None, claim: str | None) -> None:
    """Import the same beside what was proposed of it: refused, or a proposal that passes too."""
    there = read_texts(records)
    try:
        proposal, text = propose(list(texts.items()), there.workspace, there.texts, format_, claim)
    except UnreadableError as error:
        told(error.problems)
    else:
        passes(proposal, text, records)
