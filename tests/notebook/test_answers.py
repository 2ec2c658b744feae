"""`from provenance import load, trace` gives what the commands give, typed, as a graph, as tables and for display."""

import builtins
import importlib
import json
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import yaml

import provenance
from provenance import Answer, ClaimError, Records, RecordsError, load, trace
from provenance.dates import DateError, parse_date
from provenance.export import EXPORTERS, node_link
from provenance.export.answer import answer_json
from provenance.export.figure import export_of
from provenance.trace import Tracer
from tests.export.hostile import HOSTILE

RECORDS = """\
parties: {ministry: }
claims:
  shut: {text: The bridge is shut., could_confirm: ministry}
  open: The bridge is open.
  silent: Nobody says this.
outlets: {morning: {rated_by: Jane, reliability: B, country: Utopia}}
reports:
  morning-1: {outlet: morning, published: 2025-09-02, says: [{claim: shut, basis: own_reporting}]}
  evening-1: {outlet: Evening, published: 2025-09-04, says: shut, cites: morning-1}
"""


@pytest.fixture
def records(tmp_path: Path) -> Records:
    (tmp_path / "bridge.yaml").write_text(RECORDS)
    return load(tmp_path)


@pytest.fixture
def answer(records: Records) -> Answer:
    return trace(records, "shut")


def test_an_answer_is_the_tracer_s(records: Records, answer: Answer) -> None:
    expected = Tracer(records.workspace).trace("shut")
    assert answer_json(answer.trace) == answer_json(expected)
    shown = (answer.claim, answer.text, answer.status, answer.origins, answer.origin_count, answer.responses)
    assert shown == (
        expected.claim,
        expected.text,
        expected.status,
        expected.origins,
        expected.origin_count,
        expected.responses,
    )
    more = (answer.common_links, answer.findings, answer.gaps)
    assert more == (expected.common_links, expected.findings, expected.gaps)
    assert repr(answer) == "<Answer on 'shut': single-origin, origins: 1>"


def test_words_and_dates_are_taken_as_the_commands_take_them(records: Records) -> None:
    assert records.trace("bridge shut").claim == "shut"
    early = trace(records, "shut", "2025-09-02")
    assert early.trace == trace(records, "shut", parse_date("2025-09-02")).trace
    assert (early.trace.supporting, trace(records, "shut").trace.supporting) == (1, 2)


def test_records_are_typed_and_by_id(records: Records) -> None:
    assert (list(records.claims), list(records.reports)) == (["open", "shut", "silent"], ["evening-1", "morning-1"])
    assert list(records.outlets) == ["Evening", "morning"]
    assert [problem.code for problem in records.problems] == ["unknown-country", "implicit-outlet"]


def test_the_graph_is_the_one_that_is_exported(answer: Answer) -> None:
    exported = EXPORTERS["json"].render(export_of(answer.tracer, [answer.trace]))[0].text
    assert exported == node_link.render(answer._export.figure)[0].text
    assert json.loads(json.dumps(nx.node_link_data(answer.to_networkx(), edges="edges"))) == json.loads(exported)


def test_frames_are_plain(records: Records, answer: Answer) -> None:
    pytest.importorskip("pandas", reason="data frames need the extra `notebook`")
    assert answer.citations_frame()[["citing", "cited"]].to_dict("records") == [
        {"citing": "evening-1", "cited": "morning-1"}
    ]
    reports = answer.reports_frame()[["record", "published", "stance"]].to_numpy().tolist()
    assert reports == [["morning-1", "2025-09-02", "supports"], ["evening-1", "2025-09-04", "supports"]]
    assert type(reports[0][2]) is str
    assert answer.origins_frame()["reached_by"].tolist() == [["evening-1"]]
    assert answer.gaps_frame()["kind"].tolist() == [str(gap.kind) for gap in answer.gaps]
    assert answer.findings_frame()["at"].tolist() == [finding.at for finding in answer.findings]
    assert records.claims_frame()[["claim", "reports"]].to_numpy().tolist() == [["open", 0], ["shut", 2], ["silent", 0]]


def test_frames_of_nothing_have_their_columns(records: Records) -> None:
    pytest.importorskip("pandas", reason="data frames need the extra `notebook`")
    nothing = trace(records, "silent")
    frames = (nothing.reports_frame(), nothing.citations_frame(), nothing.origins_frame(), nothing.findings_frame())
    assert [(len(frame), len(frame.columns)) for frame in frames] == [(0, 16), (0, 10), (0, 7), (0, 3)]


def test_without_pandas_it_is_said_what_to_install(answer: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *others: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return real(name, *others)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ImportError, match=r"pip install 'source-provenance\[notebook\]'"):
        answer.gaps_frame()


def test_no_single_claim_gives_the_candidates(records: Records) -> None:
    with pytest.raises(ClaimError, match=r"^'bridge' is no single claim; did you mean open or shut[?]$") as raised:
        trace(records, "bridge")
    assert raised.value.candidates == ("open", "shut")
    with pytest.raises(ClaimError, match=r"^there is no claim 'zzz'; `\.claims` of the records holds them all$"):
        trace(records, "zzz")
    with pytest.raises(DateError):
        trace(records, "shut", as_of="yesterday")


def test_records_with_errors_raise_them_all(tmp_path: Path) -> None:
    (tmp_path / "bridge.yaml").write_text("claims: {a: }\nreports: {b: {outlet: X, says: nothing}}\n")
    with pytest.raises(RecordsError) as raised:
        load(tmp_path)
    assert [problem.code for problem in raised.value.problems] == ["missing-key", "unknown-id"]
    text = str(raised.value)
    assert text.startswith("the records cannot be used until these are mended:\n")
    assert "there is no claim 'nothing'" in text
    (tmp_path / "bridge.yaml").write_text("claims:\n  a: {text: A, part_of: b}\n  b: {text: B, part_of: a}\n")
    with pytest.raises(RecordsError, match=r"tie-cycle|part of itself"):
        load(tmp_path)


def test_the_folder_is_the_environment_s_or_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "bridge.yaml").write_text(RECORDS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PROVENANCE_DATA", raising=False)
    assert repr(load()) == "<Records of 'data': 3 claims, 2 reports>"
    monkeypatch.setenv("PROVENANCE_DATA", str(tmp_path / "data"))
    assert load().workspace.root == str(tmp_path / "data")


class Tags(HTMLParser):
    """The elements of a page and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def read_html(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    tags.close()
    return tags


def test_a_notebook_shows_what_the_terminal_shows(records: Records, answer: Answer) -> None:
    shown = read_html(answer._repr_html_())
    assert "The bridge is shut." in shown.text
    assert "SINGLE-ORIGIN" in shown.text
    assert "Gaps, worst first" in shown.text
    assert "open" in read_html(records._repr_html_()).text
    assert answer._repr_markdown_().startswith("# The bridge is shut.\n")


@pytest.mark.no_cover  # it covers what others do, many times over
@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()])
def test_hostile_text_is_inert(tmp_path: Path, text: str) -> None:
    claim, report = {"c": text}, {"outlet": text, "says": "c", "title": text}
    (tmp_path / "h.yaml").write_text(yaml.safe_dump({"claims": claim, "reports": {"r": report}}))
    records = load(tmp_path)
    for html in (records._repr_html_(), trace(records, "c")._repr_html_()):
        shown = read_html(html)
        assert shown.elements <= {"pre", "span"}
        assert shown.attributes <= {"style"}


@pytest.mark.parametrize("first", ["provenance.trace", "provenance.graph", "provenance"])
def test_trace_is_the_function_and_the_room_whatever_was_imported_before(first: str) -> None:
    program = (
        f"import {first}\nfrom provenance import trace, load\nimport provenance.trace\n"
        "from provenance.trace import Tracer\nassert callable(trace)\nassert trace.Tracer is Tracer\n"
        "try:\n    trace(None, 'x')\nexcept AttributeError:\n    print('called')\n"
    )
    assert _run(program) == "called\n"


def test_to_import_the_package_imports_nothing_else() -> None:
    program = "import sys\nbefore = set(sys.modules)\nimport provenance\nprint(sorted(set(sys.modules) - before))\n"
    assert _run(program) == "['provenance']\n"


def _run(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout


def test_every_name_is_there_and_no_other() -> None:
    for name in provenance.__all__:
        assert getattr(provenance, name) is not None
    assert set(provenance.__all__) <= set(dir(provenance))
    room: Callable[..., object] = importlib.import_module("provenance").load
    assert room is load
    with pytest.raises(AttributeError, match=r"^module 'provenance' has no attribute 'lode'$"):
        _ = getattr(provenance, "lode")  # noqa: B009 - a name that type checkers refuse
