"""What holds of anything that is read, and how an input of several files is written as one."""

import json
import re
from collections.abc import Iterable, Mapping

from provenance.check import ESSENTIAL, run_checks
from provenance.draft import Proposal
from provenance.export.answer import answer_json
from provenance.files import decode
from provenance.model import Workspace
from provenance.packing import pack_workspace, unpack_workspace
from provenance.problems import Problem, Severity
from provenance.read import Loaded, read_texts
from provenance.report.draft import note_lines
from provenance.report.lines import plain
from provenance.report.problems import problem_lines
from provenance.report.trace import trace_lines
from provenance.report.tree import UNICODE, View
from provenance.trace import Tracer
from provenance.trace.answer import Trace
from tests.cli.test_hostile import acting
from tests.corpus.carried import contents

WIDTH = 80
MOST_CLAIMS = 4
"""How many claims of one input are traced."""

RECORDS = """\
claims: {bridge: The ministry has closed the northern bridge for repairs., dam: The dam is safe.}
outlets: {herald: {name: The Herald, aliases: [Herald], domains: [herald.example]}, gazette: {name: Gazette}}
parties: {ministry: {name: Ministry of Transport, aliases: [the ministry]}}
sources: {jane: {kind: named, name: Jane Doe}, aide: {kind: anonymous, described_as: an aide}}
reports: {gazette-1: {outlet: gazette, says: bridge, url: "https://gazette.example/1", title: Bridge shut}}
"""
"""What a reader has already, where something is proposed beside records."""

_HEAD = re.compile(rb"^%% ([a-z0-9.-]{1,30})\n", re.MULTILINE)


def parts(data: bytes, name: str) -> dict[str, bytes]:
    """Split an input into files at lines `%% NAME`; what has no such line before it is called `name`."""
    first, *rest = _HEAD.split(data)
    found = {name: first} if first or not rest else {}
    return found | {head.decode(): body for head, body in zip(rest[::2], rest[1::2], strict=True)}


def texts_of(data: bytes, name: str) -> dict[str, str] | None:
    """Give the files of an input as text; None where one is not UTF-8, which has to be told with its place."""
    texts: dict[str, str] = {}
    for file, body in parts(data, name).items():
        text, problems = decode(body, file)
        if text is None:
            told(problems)
            return None
        texts[file] = text
    return texts


def told(problems: Iterable[Problem]) -> None:
    """Assert that problems are fit to print, and that there is one."""
    given = list(problems)
    assert given
    assert all(problem.message and "\n" not in problem.message for problem in given)
    assert acting(plain(problem_lines(given, WIDTH), WIDTH)) == set()


def answered(workspace: Workspace) -> list[tuple[Tracer, Trace]]:
    """Trace the first claims, print each answer, and give them; none where commands refuse the records."""
    if any(problem.severity is Severity.ERROR for problem in run_checks(workspace, ESSENTIAL)):
        return []
    tracer = Tracer(workspace)
    found = []
    for claim in list(workspace.claims)[:MOST_CLAIMS]:
        answer = tracer.trace(claim)
        page = plain(
            trace_lines(tracer.graph, answer, answer.tree, View(guides=UNICODE, width=WIDTH, claim=claim)), WIDTH
        )
        assert acting(page) == set()
        written = answer_json(answer)
        assert acting(written) == set()
        assert json.loads(written)["claim"] == claim
        assert 0 <= answer.origin_count.min <= answer.origin_count.max
        assert answer.supporting <= answer.reports
        found.append((tracer, answer))
    return found


def kept_whole(workspace: Workspace) -> None:
    """Assert that records come back from how the index and the corpus keep them."""
    kept = json.loads(json.dumps(pack_workspace(workspace), ensure_ascii=False))
    assert contents(unpack_workspace(kept)) == contents(workspace)


def passes(proposal: Proposal, text: str, beside: Mapping[str, str]) -> Loaded | None:
    """Assert that a proposal is what it promises: records that pass, nothing twice, and no word that acts.

    Gives them read beside the others; None where it proposes nothing, and no file is written.
    """
    assert acting(text) == set()
    notes = ((note.where, note.what) for note in proposal.notes)
    assert acting(plain(note_lines(notes, in_yaml=True), WIDTH)) == set()
    alone = [(entry.section, entry.id) for entry in proposal.entries]
    assert len(alone) == len(set(alone))
    if all(entry.duplicate_of for entry in proposal.entries):
        return None
    loaded = read_texts({**beside, f"proposed-{len(beside)}.yaml": text})
    before = read_texts(beside).workspace
    problems = [*loaded.problems, *run_checks(loaded.workspace)]
    assert not [each for each in problems if each.severity is not Severity.INFO], problems
    for entry in proposal.entries:
        _is_there_once(loaded.workspace, before, entry.section, entry.id, written=entry.duplicate_of is None)
    return loaded


def _is_there_once(now: Workspace, before: Workspace, section: str, id_: str, *, written: bool) -> None:
    """A record that is proposed is read back and was not there; one that is a comment is not read."""
    if section in ("outlets", "parties", "sources", "claims", "reports"):
        known = getattr(before, section)
        recorded = id_ in known and not getattr(known[id_], "implicit", False)
        assert not recorded or not written, (section, id_)
        assert (id_ in getattr(now, section)) or not written, (section, id_)
