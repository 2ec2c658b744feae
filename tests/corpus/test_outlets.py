"""Outlets compared over a corpus: what is counted over families is what is counted over the whole workspace."""

import csv
import io
import json
from collections import Counter
from pathlib import Path
from statistics import median
from typing import Any

import networkx as nx
import pytest

from provenance.cli.app import run
from provenance.corpus.outlets import COUNTS, RATES, column_names, compare_outlets, wilson
from provenance.corpus.rejecting import CorpusError
from provenance.model import Change, Workspace
from provenance.read import load, read_texts
from provenance.trace import Tracer
from provenance.trace.conduct import conduct
from tests.corpus.test_trace import DATA, corpus_of, quiet, several

pytest.importorskip("pyarrow", reason="pyarrow is not installed: no outlets were compared")


def counted(records: Workspace) -> tuple[dict[str, Counter[str]], Counter[tuple[str, str]], dict[str, list[int]]]:
    """Count over the whole workspace, the plain way."""
    found: dict[str, Counter[str]] = {}
    feeds: Counter[tuple[str, str]] = Counter()
    lags: dict[str, list[int]] = {}
    for report in records.reports.values():
        if report.says:
            acts = [change for change, _ in report.changes]
            found.setdefault(report.outlet, Counter()).update(
                reports=1,
                corrects=int(Change.CORRECTED in acts),
                retracts=int(Change.RETRACTED in acts or Change.WITHDRAWN in acts),
            )
    for claim in records.claims:
        said = list(conduct(Tracer(records), claim))
        for outlet in {one.outlet for one in said}:
            found[outlet]["claims"] += 1
        for one in said:
            names = {"supports": "supporting", "in_loop": "in_loops"}
            for name in ("supports", "origin", "relays", "hardens", "drops_attribution", "in_loop"):
                found[one.outlet][names.get(name, name)] += getattr(one, name)
            found[one.outlet]["statements"] += 1
            feeds.update((one.outlet, cited) for cited in one.feeds if cited != one.outlet)
            for cited in one.feeds:
                found.setdefault(cited, Counter())
            if one.lag is not None:
                lags.setdefault(one.outlet, []).append(one.lag)
    return found, feeds, lags


def test_families_add_up_to_the_whole(tmp_path: Path) -> None:
    late = 0
    for seed in range(12):
        records = several(seed)
        compared = compare_outlets(corpus_of(records, tmp_path / str(seed)), 1, quiet)
        found, feeds, lags = counted(records)
        assert {row["outlet"]: {name: row[name] for name in COUNTS} for row in compared.rows} == {
            id_: {name: count[name] for name in COUNTS} for id_, count in found.items()
        }
        assert {(citing, cited): number for citing, cited, number in compared.feeds} == dict(feeds)
        for row in compared.rows:
            here = lags.get(row["outlet"], [])
            assert (row["lag_statements"], row["lag_hours_median"]) == (len(here), median(here) if here else None)
            late += bool(here)
    assert late


def test_rows_stand_by_name_and_have_every_column(tmp_path: Path) -> None:
    compared = compare_outlets(corpus_of(load(str(DATA)).workspace, tmp_path / "c"), 1, quiet)
    names = [(row["name"].casefold(), row["outlet"]) for row in compared.rows]
    assert names == sorted(names)
    assert all(tuple(row) == column_names() for row in compared.rows)


def test_several_processes_and_a_second_time_give_the_same(tmp_path: Path) -> None:
    corpus = corpus_of(several(3), tmp_path / "c")
    two = compare_outlets(corpus, 2, quiet)
    assert compare_outlets(corpus, 1, quiet) == two


@pytest.mark.parametrize(
    ("count", "of", "interval"),
    [(0, 0, None), (0, 10, (0.0, 0.2775)), (10, 10, (0.7225, 1.0)), (5, 10, (0.2366, 0.7634)), (1, 1, (0.2065, 1.0))],
)
def test_wilson(count: int, of: int, interval: tuple[float, float] | None) -> None:
    """The figures of Agresti and Coull 1998, and of R's prop.test without correction."""
    assert wilson(count, of) == interval


def test_shares_are_of_what_is_written(tmp_path: Path) -> None:
    compared = compare_outlets(corpus_of(several(1), tmp_path / "c"), 1, quiet)
    for row in compared.rows:
        for name, of in RATES.items():
            assert (row[f"{name}_low"], row[f"{name}_high"]) == (wilson(row[name], row[of]) or (None, None))


def test_what_is_no_corpus_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="is no corpus"):
        compare_outlets(tmp_path, 1, quiet)


def asked(corpus: Path, *given: str) -> int:
    return run(["corpus", "outlets", str(corpus), "--processes", "1", *given])


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = corpus_of(load(str(DATA)).workspace, tmp_path / "c")
    capsys.readouterr()
    assert asked(corpus, "--most", "3") == 0
    shown = capsys.readouterr().out
    assert "the first 3 are shown" in shown
    assert "ranks nothing" in " ".join(shown.split())
    assert asked(corpus, "--json") == 0
    rows = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert rows == list(compare_outlets(corpus, 1, quiet).rows)
    table = tmp_path / "o.csv"
    assert asked(corpus, "-o", str(table)) == 0
    written = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8"))))
    assert [row["name"] for row in written] == [row["name"] for row in rows]
    assert asked(corpus, "-o", str(table)) == 2


@pytest.mark.parametrize("suffix", [".graphml", ".gexf", ".csv"])
def test_the_graph_of_who_feeds_whom(tmp_path: Path, suffix: str) -> None:
    hostile = """
        claims: {c: It asked.}
        outlets: {a: {name: "=HYPERLINK(1)"}, b: {name: "<b> & \\x01"}}
        reports:
          one: {outlet: a, says: [{claim: c, basis: own_reporting}]}
          two: {outlet: b, says: c, cites: one}
          three: {outlet: b, says: c, cites: [one, two]}
    """.replace("three: {outlet: b, says: c", "three: {outlet: C, says: c")
    corpus = corpus_of(read_texts({"a.yaml": hostile}).workspace, tmp_path / "c")
    file = tmp_path / f"feeds{suffix}"
    assert asked(corpus, "--graph", str(file)) == 0
    edges: list[Any]
    if suffix == ".csv":
        edges = [
            tuple(row[name] for name in ("Source", "Target", "Weight", "Source name", "Target name"))
            for row in csv.DictReader(io.StringIO(file.read_text(encoding="utf-8")))
        ]
        assert ("b", "a", "1", "<b> & \\x01", "'=HYPERLINK(1)") in edges
        assert len(edges) == 3
        return
    graph = nx.read_graphml(file) if suffix == ".graphml" else nx.read_gexf(file)
    names = {node: told["label"] for node, told in graph.nodes(data=True)}
    assert sorted((names[one], names[other], told["weight"]) for one, other, told in graph.edges(data=True)) == [
        ("<b> & \\x01", "=HYPERLINK(1)", 1),
        ("C", "<b> & \\x01", 1),
        ("C", "=HYPERLINK(1)", 1),
    ]


@pytest.mark.parametrize("given", [("-o", "x.txt"), ("--graph", "x.txt")])
def test_the_command_refuses(tmp_path: Path, given: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(tmp_path, *given) == 2
    assert "'x.txt' has to end in" in capsys.readouterr().err
