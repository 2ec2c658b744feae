"""Ways: counted without being listed, listed shortest first; on random graphs the same as trying every path."""

import random
from collections.abc import Iterator
from itertools import islice, pairwise

import pytest

from provenance.graph import Node
from provenance.trace.carriers import find_carriers
from provenance.trace.subject import find_subject
from provenance.trace.ways import Ways
from tests.texts import tracer_of

Reports = dict[str, list[str]]
"""Whom each report cites; a mark behind the id: `-` denies the claim, `x` was retracted."""


def yaml_of(reports: Reports) -> str:
    lines = ["claims: {c: C}", "reports:"]
    for name, cites in reports.items():
        id_ = name[:2]
        stance = "denies" if "-" in name else "supports"
        fell = ", status: {retracted: 2020}" if "x" in name else ""
        lines.append(f"  {id_}: {{outlet: O, says: [{{claim: c, stance: {stance}, cites: {cites}}}]{fell}}}")
    return "\n".join(lines).replace("'", "")


def ways_of(reports: Reports, *ids: str) -> Ways:
    tracer = tracer_of(yaml_of(reports))
    nodes: set[Node] = set()
    for id_ in ids:
        subject = find_subject(tracer.graph, id_)
        assert subject
        nodes |= subject.nodes
    return Ways(tracer.support("c"), nodes)


def listed(ways: Ways, most: int | None = None) -> list[str]:
    return [" ".join(node.id for node in way) for way in islice(ways.shortest(), most)]


def tried(reports: Reports, *ids: str) -> list[str]:
    """Try every path: from reports that support and stand, through such, to the first of `ids`."""
    marks = {name[:2]: name[2:] for name in reports}
    cites = {name[:2]: cited for name, cited in reports.items()}

    def paths(way: list[str]) -> Iterator[list[str]]:
        here = way[-1]
        if here in ids:
            yield way
        elif marks[here] == "":
            for cited in dict.fromkeys(cites[here]):
                if cited not in way:
                    yield from paths([*way, cited])

    found = [way for start in cites if marks[start] == "" for way in paths([start])]
    return [" ".join(way) for way in sorted(found, key=lambda way: (len(way), way))]


def drawn(order: random.Random, *, rings: bool) -> Reports:
    ids = [f"r{number}" for number in range(order.randint(1, 7))]
    order.shuffle(ids)
    reports: Reports = {}
    for place, id_ in enumerate(ids):
        citable = ids if rings else ids[place + 1 :]
        mark = order.choice(["", "", "", "", "", "-", "x"])
        reports[id_ + mark] = order.sample(citable, order.randint(0, min(len(citable), 3)))
    return reports


@pytest.mark.parametrize("rings", [False, True])
def test_on_random_graphs_ways_are_what_trying_every_path_gives(rings: bool) -> None:
    order = random.Random(7)
    counted = set()
    for _ in range(400):
        reports = drawn(order, rings=rings)
        ids = [name[:2] for name in order.sample(list(reports), order.randint(1, min(2, len(reports))))]
        ways, expected = ways_of(reports, *ids), tried(reports, *ids)
        assert listed(ways) == expected, reports
        number, exact = ways.number
        assert number == len(expected) if exact else number <= len(expected), reports
        assert bool(number) is bool(expected)
        assert exact or rings
        counted.add(len(expected))
    assert len(counted) > 8


@pytest.mark.parametrize("rings", [False, True])
def test_on_random_graphs_carriers_are_on_every_way_of_a_report(rings: bool) -> None:
    order = random.Random(8)
    found = 0
    for _ in range(400):
        reports = drawn(order, rings=rings)
        id_ = order.choice(list(reports))[:2]
        expected: dict[tuple[str, str], int] = {}
        by_start: dict[str, list[set[tuple[str, str]]]] = {}
        for way in tried(reports, id_):
            by_start.setdefault(way[:2], []).append(set(pairwise(way.split())))
        for ways in by_start.values():
            for step in set.intersection(*ways):
                expected[step] = expected.get(step, 0) + 1
        carriers = find_carriers(ways_of(reports, id_))
        assert {(one.citing.id, one.cited.id): one.reports for one in carriers} == expected, reports
        assert list(carriers) == sorted(carriers, key=lambda one: (-one.reports, one.citing.id, one.cited.id))
        found += len(expected)
    assert found > 100


def lattice(layers: int) -> Ways:
    """Give layers of two reports each, `a…` and `b…`, that cite both of the next; the last two cite `end`."""
    text = ["claims: {c: C}", "reports:", "  end: {outlet: O, says: c}"]
    for layer in range(layers):
        cites = "end" if layer == layers - 1 else f"[a{layer + 1:02}, b{layer + 1:02}]"
        text += [f"  {side}{layer:02}: {{outlet: O, says: c, cites: {cites}}}" for side in "ab"]
    tracer = tracer_of("\n".join(text))
    subject = find_subject(tracer.graph, "end")
    assert subject
    return Ways(tracer.support("c"), subject.nodes)


def test_a_lattice_is_counted_and_its_first_ways_found_without_listing_the_rest() -> None:
    """From each of the two reports n layers above the end there are 2^(n-1) ways; and the end says it itself."""
    ways = lattice(40)
    assert ways.number == (2**41 - 1, True)
    assert listed(ways, 6) == ["end", "a39 end", "b39 end", "a38 a39 end", "a38 b39 end", "b38 a39 end"]


def test_in_a_ring_of_everybody_a_lower_bound_is_given_and_the_first_ways_are_found() -> None:
    ids = [f"{letter}{number}" for letter in "abc" for number in range(10)]
    ways = ways_of({id_: [other for other in ids if other != id_] for id_ in ids}, "c9")
    number, exact = ways.number
    assert (exact, number) == (False, 2**29)
    first = listed(ways, 32)
    assert first[0] == "c9"
    assert first[1:30] == [f"{id_} c9" for id_ in ids[:-1]]
    assert first[30:] == ["a0 a1 c9", "a0 a2 c9"]


def test_a_number_too_long_to_be_written_is_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provenance.trace.ways.MOST_DIGITS", 3)
    assert lattice(8).number == (511, True)
    assert lattice(9).number == (1_000, False)


def test_a_way_ends_at_the_first_target_and_passes_nothing_that_fell() -> None:
    reports: Reports = {"r1": ["r2"], "r2": ["r3"], "r3": [], "r4x": ["r3"], "r5": ["r4"], "r6-": ["r3"]}
    assert listed(ways_of(reports, "r3", "r2")) == ["r2", "r3", "r1 r2"]
    assert listed(ways_of(reports, "r3")) == ["r3", "r2 r3", "r1 r2 r3"]


def test_a_way_may_end_at_what_fell_itself() -> None:
    reports: Reports = {"r1": ["r2"], "r2x": ["r3"], "r3": []}
    assert listed(ways_of(reports, "r2")) == ["r1 r2"]
    assert listed(ways_of(reports, "r3")) == ["r3"]


def test_no_way_is_none() -> None:
    none = ways_of({"r1": [], "r2-": ["r1"]}, "r2")
    assert (listed(none), none.number, find_carriers(none)) == ([], (0, True), ())
