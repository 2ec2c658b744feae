"""Random small workspaces: every page of every record can be drawn, and stays within its width."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from provenance.dates import parse_date
from provenance.read import read_texts
from provenance.report.gaps import gap_lines
from provenance.report.lines import plain
from provenance.report.listing import LISTINGS, listing_lines
from provenance.report.record import record_lines, record_of
from provenance.report.trace import trace_lines
from provenance.report.tree import ASCII, UNICODE, View, tree_lines
from provenance.trace import Shape, Tracer, claim_tree, report_tree
from provenance.trace.desk import open_tasks
from tests.oracle import Records
from tests.records import dates, workspaces, written

WIDTH = 60

briefly = settings(
    deadline=None,
    database=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def fits(text: str) -> bool:
    return all(cell_len(row) <= WIDTH for row in text.splitlines())


@briefly
@given(workspaces(), dates(), st.booleans())
def test_every_claim_has_its_page(records: Records, date: str, down: bool) -> None:
    tracer = Tracer(read_texts(written(records)).workspace)
    for claim in records["claims"]:
        for as_of in (None, parse_date(date)):
            answer = tracer.trace(claim, as_of)
            rows = claim_tree(tracer.support(claim, as_of), Shape(down=down))
            view = View(width=WIDTH, claim=claim, as_of=as_of, down=down, guides=ASCII if down else UNICODE)
            page = plain(trace_lines(tracer.graph, answer, rows, view), WIDTH)
            assert fits(page)
            assert page.splitlines()[0] == tracer.workspace.claims[claim].text
            in_one_line = " ".join(page.split())
            assert all(origin.id in in_one_line or origin.id.startswith("unnamed:") for origin in answer.origins)
            assert in_one_line.endswith(("whether the claim is true.", "whether it is true."))


@pytest.mark.no_cover  # it covers what others do, many times over
@briefly
@given(workspaces(), st.booleans())
def test_every_record_is_shown_listed_and_drawn(records: Records, down: bool) -> None:
    workspace = read_texts(written(records)).workspace
    tracer = Tracer(workspace)
    for kind in (workspace.claims, workspace.reports, workspace.outlets, workspace.sources, workspace.parties):
        for id_ in kind:
            record = record_of(workspace, id_)
            assert record is not None
            assert fits(plain(record_lines(workspace, record), WIDTH))
    for report in workspace.reports:
        rows = report_tree(tracer.graph, report, Shape(down=down))
        tree = plain(tree_lines(tracer.graph, rows, View(width=WIDTH, down=down)), WIDTH)
        assert fits(tree)
        assert f" {report} " in tree.replace("\n", " ")
    for listing in LISTINGS.values():
        assert fits(plain(listing_lines(listing, listing.rows(workspace), WIDTH), WIDTH))
    assert fits(
        plain(gap_lines(open_tasks(tracer, workspace.claims), len(workspace.claims), WIDTH, without_stale=True), WIDTH)
    )
