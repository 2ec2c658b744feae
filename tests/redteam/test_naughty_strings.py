"""The Big List of Naughty Strings as names, titles, quotes and ids: read, traced, exported in every format and back.

https://github.com/minimaxir/big-list-of-naughty-strings (MIT); the list is not part of this project.
"""

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from provenance.export import EXPORTERS
from provenance.export.figure import Export, Figure, figure
from provenance.read import read_texts
from provenance.read.fields import ID_PATTERN
from provenance.report.lines import plain
from provenance.report.trace import trace_lines
from provenance.report.tree import UNICODE, View
from provenance.trace import Tracer
from tests.cli.test_hostile import acting
from tests.draft.proposed import checked, proposal_of
from tests.export.cases import Case
from tests.export.hostile import hostile_figure
from tests.export.readers import READERS, Seen
from tests.export.test_exporters import expected

_BESIDE = Path(__file__).resolve().parents[3] / "shared" / "testdata"
LIST = Path(os.environ.get("PROVENANCE_TESTDATA", _BESIDE)) / "blns.json"

AT_ONCE = 64

pytestmark = [
    pytest.mark.skipif(not LIST.is_file(), reason=f"{LIST} is absent: no naughty string was tried"),
    pytest.mark.no_cover,
]


@cache
def naughty() -> tuple[str, ...]:
    return tuple(dict.fromkeys(json.loads(LIST.read_text(encoding="utf-8"))))


def records(texts: tuple[str, ...]) -> dict[str, Any]:
    """Give records that hold each text wherever a person may write one; each report cites the one before."""
    found: dict[str, Any] = {section: {} for section in ("claims", "outlets", "parties", "sources", "reports")}
    found["claims"]["c"] = {"text": "It asked."}
    for number, text in enumerate(texts):
        found["outlets"][f"o{number}"] = {"name": text, "owner": text, "rated_by": text, "reliability": "F"}
        found["parties"][f"p{number}"] = {"name": text}
        found["sources"][f"s{number}"] = {"kind": "named", "name": text, "described_as": text, "party": f"p{number}"}
        cites = [f"s{number}", *([{"report": f"r{number - 1}", "quote": text}] if number else [])]
        said = {"claim": "c", "quote": text, "where": text, "details": {"as printed": text}, "cites": cites}
        found["reports"][f"r{number}"] = {"outlet": f"o{number}", "title": text, "author": text, "says": [said]}
    return found


def as_yaml(texts: tuple[str, ...]) -> str:
    return yaml.safe_dump(records(texts), sort_keys=False)


@cache
def told() -> tuple[str, ...]:
    """Give the strings that say anything, each name once: two outlets of one name would be one."""
    by_name = {text.casefold(): text for text in naughty() if text.strip()}
    return tuple(by_name.values())


@pytest.mark.parametrize("text", naughty() if LIST.is_file() else (), ids=ascii)
def test_every_string_is_kept_as_written_or_refused_at_its_place(text: str) -> None:
    loaded = read_texts({"a.yaml": as_yaml((text,))})
    if not text.strip():
        assert {(problem.code, problem.place.line > 0) for problem in loaded.problems} == {("empty-value", True)}
        return
    assert not [problem for problem in loaded.problems if problem.severity == "error"]
    report, source = loaded.workspace.reports["r0"], loaded.workspace.sources["s0"]
    said = report.says[0]
    assert {report.title, report.author, said.quote, said.where, said.details[0][1], source.name} == {text}
    assert {source.described_as, loaded.workspace.outlets["o0"].name, loaded.workspace.parties["p0"].name} == {text}


@pytest.mark.parametrize("text", naughty() if LIST.is_file() else (), ids=ascii)
def test_every_string_is_an_id_or_refused_as_one_at_its_place(text: str) -> None:
    written = yaml.safe_dump({"claims": {"c": "It asked."}, "reports": {text: {"outlet": "Nefes", "says": "c"}}})
    loaded = read_texts({"a.yaml": written})
    if re.fullmatch(ID_PATTERN, text):
        assert list(loaded.workspace.reports) == [text]
        return
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    assert errors
    assert all(problem.place.line > 1 for problem in errors)
    assert not loaded.workspace.reports


def test_a_trace_shows_none_that_acts() -> None:
    tracer = Tracer(read_texts({"a.yaml": as_yaml(told())}).workspace)
    answer = tracer.trace("c")
    assert len(answer.origins) == len(told())
    shown = plain(trace_lines(tracer.graph, answer, answer.tree, View(guides=UNICODE, width=80, claim="c")), 80)
    assert acting(shown) == set()


@pytest.mark.parametrize(("name", "reader"), [(name, reader) for name in EXPORTERS for reader in READERS.get(name, ())])
def test_every_export_is_read_back(name: str, reader: Any) -> None:
    for start in range(0, len(naughty()), AT_ONCE):
        texts = naughty()[start : start + AT_ONCE]
        found: Figure | Export = hostile_figure(texts)
        if EXPORTERS[name].whole:
            found = Case({"a.yaml": as_yaml(tuple(text for text in texts if text.strip()))}, "c").export()
        seen: Seen = reader(EXPORTERS[name].render(found))
        wanted = expected(name, found.figure if isinstance(found, Export) else found)
        assert spaced(seen) == spaced(wanted)


def spaced(seen: Seen) -> tuple[dict[str, list[str]], list[list[str]]]:
    """Tell words apart and not the blanks between them, which Markdown and Mermaid take for one."""
    labels = {id_: label.split() for id_, label in seen.labels.items()}
    return labels, [" ".join(edge).split() for edge in seen.edges]


@pytest.mark.parametrize("name", ["json", "cytoscape", "graphml", "prov-json", "csv"])
def test_every_import_gives_records_that_hold_them(name: str) -> None:
    case = Case({"a.yaml": as_yaml(told())}, "c")
    outputs = EXPORTERS[name].render(case.export())
    _, text = proposal_of({f"out{out.name}{EXPORTERS[name].suffix}": out.text for out in outputs}, format_=None)
    tracer = Tracer(checked(text).workspace)
    again, before = figure(tracer, [tracer.trace("c")]), case.figure()
    assert len(again.nodes) == len(before.nodes)
    assert [node.origin for node in again.nodes] == [node.origin for node in before.nodes]
