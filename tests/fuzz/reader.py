"""YAML records: any text is read or refused at its place; what is read is traced, exported, and comes back."""

from zlib import crc32

from provenance.export import EXPORTERS
from provenance.export.figure import Export, Figure, export_of, figure
from provenance.model import Stance
from provenance.read import read_texts
from provenance.trace import Tracer
from tests.cli.test_hostile import acting
from tests.draft.proposed import checked, proposal_of
from tests.draft.test_round_trip import graph
from tests.fuzz.promises import answered, kept_whole, texts_of, told
from tests.read.test_hostile import look_over

_NO_TEXT = ("png", "xlsx")
_AT_ONCE = 3


def records(data: bytes) -> bool:
    """Read files of records, trace and export what they say. Tells whether there was an answer."""
    texts = texts_of(data, "a.yaml")
    if texts is None:
        return False
    loaded = read_texts(texts)
    look_over(loaded)
    if loaded.problems:
        told(loaded.problems)
    if not loaded.usable:
        return False
    kept_whole(loaded.workspace)
    found = answered(loaded.workspace)
    for tracer, answer in found:
        export = export_of(tracer, [answer])
        _exported(export, crc32(data))
        _comes_back(export, answer.claim)
    return bool(found)


def _exported(export: Export, chance: int) -> None:
    """Write the answer in some of the formats, which the input decides; nothing in them acts."""
    names = sorted({*EXPORTERS} - {*_NO_TEXT})
    for step in range(_AT_ONCE):
        for output in EXPORTERS[names[(chance + step) % len(names)]].render(export):
            assert acting(output.text) == set()


def _comes_back(export: Export, claim: str) -> None:
    """Import the node-link JSON: the same records and citations, but for what a trace works out and what is told."""
    before = export.figure
    if not any(node.stance is Stance.SUPPORTS and node.claim == claim for node in before.nodes):
        return
    proposal, text = proposal_of({"out.json": EXPORTERS["json"].render(export)[0].text})
    if any("#/" in note.where for note in proposal.notes):  # of a node or an edge, not of the format
        checked(text)
        return
    tracer = Tracer(checked(text).workspace)
    assert _recorded(figure(tracer, [tracer.trace(claim)])) == _recorded(before)


def _recorded(found: Figure) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Give nodes without origin, doubt and status, edges without what they harden and do not hold."""
    nodes, edges = graph(found, exact=True)
    return sorted(node[:9] + node[12:] for node in nodes), sorted(edge[:7] + edge[9:] for edge in edges)
