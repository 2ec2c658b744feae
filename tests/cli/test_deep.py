"""Very long chains: nothing is lost at any width, and nothing recurses."""

import gc
import json
import re
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from provenance.export.answer import answer_json
from provenance.model import Citation, CitedKind, Claim, Outlet, Report, Statement, Workspace
from provenance.problems import Place
from provenance.report.lines import plain
from provenance.report.trace import trace_lines
from provenance.report.tree import View, tree_lines
from provenance.trace import Tracer, claim_tree
from tests.cli.ran import Provenance, Write

pytestmark = pytest.mark.no_cover  # it covers what others do, many times over


HERE = Place("records.yaml", 1, 1)


def names(length: int) -> list[str]:
    return [f"r{number:06}" for number in range(length)]


def chain(length: int) -> str:
    """Give the YAML of a chain of reports, each resting on the next."""
    ids = names(length)
    lines = [f"  {one}: {{outlet: O, says: c, cites: {cited}}}" for one, cited in pairwise(ids)]
    return "\n".join(["claims: {c: C}", "reports:", *lines, f"  {ids[-1]}: {{outlet: O, says: c}}", ""])


def chained(length: int) -> Workspace:
    """Make the same records without reading them."""
    ids = names(length)
    cited = {one: (Citation(kind=CitedKind.REPORT, id=two, place=HERE),) for one, two in pairwise(ids)}
    reports = {
        id_: Report(id=id_, outlet="O", place=HERE, says=(Statement(claim="c", place=HERE, cites=cited.get(id_, ())),))
        for id_ in ids
    }
    outlet = Outlet(id="O", name="O", implicit=True, place=HERE)
    claim = Claim(id="c", text="C", place=HERE)
    return Workspace(root="x", outlets={"O": outlet}, parties={}, sources={}, claims={"c": claim}, reports=reports)


def reports_in(out: str) -> list[str]:
    """Give the reports that stand in a tree, each once, from the top down."""
    return list(dict.fromkeys(re.findall(r"O (r\d{6}) undated", out)))


@pytest.mark.parametrize("options", [[], ["--down"], ["--ascii"]])
def test_a_chain_deeper_than_the_width_continues_below(
    provenance: Provenance, write: Write, options: list[str]
) -> None:
    write(chain(3_000))
    ran = provenance("tree", "c", *options, width=60)
    assert (ran.code, ran.err) == (0, "")
    assert reports_in(ran.out) == names(3_000)[:: -1 if options == ["--down"] else 1]
    assert max(map(len, ran.out.splitlines())) <= 60


def test_every_stretch_that_is_cut_is_continued_under_its_name(provenance: Provenance, write: Write) -> None:
    write(chain(100))
    out = provenance("tree", "c", width=60).out
    assert re.findall(r"continued below: (r\d+)", " ".join(out.split())) == re.findall(
        r"^continued: (r\d+)", out, re.MULTILINE
    )


def test_branches_below_the_cut_are_all_continued(provenance: Provenance, write: Write) -> None:
    deep = [f"  {one}: {{outlet: O, says: c, cites: [{two}, s{one}]}}" for one, two in pairwise(names(40))]
    sides = [f"  s{one}: {{outlet: O, says: c, cites: t{one}}}\n  t{one}: {{outlet: O, says: c}}" for one in names(39)]
    write("\n".join(["claims: {c: C}", "reports:", *deep, *sides, "  r000039: {outlet: O, says: c}", ""]))
    out = provenance("tree", "c", width=60).out
    ids = [*names(40), *(f"s{one}" for one in names(39)), *(f"t{one}" for one in names(39))]
    assert [id_ for id_ in ids if f" {id_} undated" not in out] == []


@pytest.mark.parametrize("width", [20, 40, 60, 120, 1000])
def test_no_width_loses_a_report(provenance: Provenance, write: Write, width: int) -> None:
    write(chain(300))
    out = provenance("tree", "c", width=width).out.replace("\n", "").replace(" ", "")
    assert [id_ for id_ in names(300) if id_ not in out] == []


def test_the_trace_of_a_long_chain_names_every_report(provenance: Provenance, write: Write) -> None:
    write(chain(1_000))
    ran = provenance("trace", "c", width=60)
    assert (ran.code, ran.err) == (0, "")
    assert reports_in(ran.out) == names(1_000)


def test_the_json_of_a_long_chain_holds_every_report(provenance: Provenance, write: Write) -> None:
    write(chain(1_000))
    ran = provenance("trace", "c", "--json")
    assert ran.code == 0
    assert set(re.findall(r'\{"id": "(r\d+)", "cites"', ran.out)) == set(names(1_000))
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    try:
        assert json.loads(ran.out)["reports"] == 1_000
    finally:
        sys.setrecursionlimit(limit)


@pytest.fixture
def shallow() -> Iterator[None]:
    """Let nothing call itself 150 times."""
    limit, depth = sys.getrecursionlimit(), len(list(_frames()))
    sys.setrecursionlimit(depth + 150)
    yield
    sys.setrecursionlimit(limit)


def _frames() -> Iterator[object]:
    frame = sys._getframe()
    while frame is not None:
        yield frame
        frame = frame.f_back  # type: ignore[assignment]


@pytest.mark.usefixtures("shallow")
def test_nothing_recurses() -> None:
    tracer = Tracer(chained(1_000))
    answer = tracer.trace("c")
    text = plain(trace_lines(tracer.graph, answer, answer.tree, View(width=60, claim="c")), 60)
    assert reports_in(text) == names(1_000)
    assert answer_json(answer).count('"cites"') == 1_000


@pytest.fixture
def without_collector() -> Iterator[None]:
    """Switch the garbage collector off, as the installed command does."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("without_collector")
def test_the_tree_of_30000_reports_is_drawn_whole() -> None:
    tracer = Tracer(chained(30_000))
    rows = claim_tree(tracer.support("c"))
    text = plain(tree_lines(tracer.graph, rows, View(width=60, claim="c")), 60)
    assert reports_in(text) == names(30_000)


def work(run: Callable[[], object]) -> int:
    """Count the calls that a run makes."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(None)
    return calls


def test_drawing_takes_work_in_proportion_to_the_length() -> None:
    def drawing(length: int) -> Callable[[], object]:
        tracer = Tracer(chained(length))
        rows = claim_tree(tracer.support("c"))
        return lambda: plain(trace_lines(tracer.graph, answer, rows, View(width=60, claim="c")), 60)

    answer = Tracer(chained(1)).trace("c")
    short, long = work(drawing(200)), work(drawing(800))
    assert long < 5 * short


def test_tracing_takes_work_in_proportion_to_the_length() -> None:
    def tracing(length: int) -> Callable[[], object]:
        tracer = Tracer(chained(length))
        return lambda: tracer.trace("c")

    short, long = work(tracing(200)), work(tracing(800))
    assert long < 5 * short
