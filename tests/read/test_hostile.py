"""Whatever is read, nothing is raised, every problem has a place in its text, and what is left can be checked."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from provenance.check import run_checks
from provenance.model import CitedKind, UnclearCitation, Workspace
from provenance.read import Loaded, load, read_texts
from provenance.read.records import (
    CASE,
    CLAIM,
    DEPENDENCE,
    LISTS,
    OUTLET,
    PARTY,
    RECORDS,
    REPORT,
    RESPONSE,
    SECTIONS,
    SOURCE,
)
from provenance.read.statements import CITATION, STATEMENT, UNCLEAR

pytestmark = pytest.mark.no_cover  # it covers what others do, many times over


DATA = Path(__file__).parents[2] / "data"


def look_over(loaded: Loaded, *, fit_to_check: bool = True) -> None:
    """Assert what holds of anything that was read."""
    for problem in loaded.problems:
        place = problem.place
        assert problem.message
        assert "\n" not in problem.message
        if place.line and place.file in loaded.texts:
            lines = loaded.texts[place.file].split("\n")
            assert place.line <= len(lines)
            assert problem.excerpt == lines[place.line - 1]
            assert 1 <= place.column <= len(problem.excerpt) + 1
            assert 1 <= place.length <= max(1, len(problem.excerpt) - place.column + 1)
    if fit_to_check:
        run_checks(loaded.workspace)
    if loaded.usable:
        assert_whole(loaded.workspace)


def assert_whole(workspace: Workspace) -> None:
    """Assert that every id in a usable workspace names a record of the right kind."""
    by_kind: dict[str, Any] = {
        CitedKind.REPORT: workspace.reports,
        CitedKind.SOURCE: workspace.sources,
        CitedKind.PARTY: workspace.parties,
        CitedKind.OUTLET: {**workspace.outlets, "unnamed": None},
    }
    citable = {id_ for records in by_kind.values() for id_ in records}
    cites = [response.cites for response in workspace.responses]
    for report in workspace.reports.values():
        assert report.outlet in workspace.outlets
        assert {statement.claim for statement in report.says} <= set(workspace.claims)
        assert len({statement.claim for statement in report.says}) == len(report.says)
        cites += [statement.cites for statement in report.says]
    for citation in (one for found in cites for one in found):
        for one in citation.alternatives if isinstance(citation, UnclearCitation) else (citation,):
            assert one.id in by_kind[one.kind]
    for response in workspace.responses:
        assert response.by in {**workspace.parties, **workspace.sources}
        assert response.claim in workspace.claims
        assert set(response.reported_by) <= set(workspace.reports)
    for dependence in workspace.dependences:
        assert len(dependence.between) > 1
        assert set(dependence.between) <= citable
    for source in workspace.sources.values():
        assert source.party is None or source.party in workspace.parties
        assert {tie.source for tie in source.same_as} <= set(workspace.sources)
    for claim in workspace.claims.values():
        assert {*claim.stronger_than, *claim.part_of} <= set(workspace.claims)
        assert set(claim.could_confirm) <= set(workspace.parties)


@settings(max_examples=400)
@given(st.text())
@example("a: &a [*a]")
@example("\ufeff\ufeff")
@example("{claims: {c: C}, reports: {r: {outlet: X, says: {c: 1}}}}")
def test_any_text(text: str) -> None:
    loaded = read_texts({"f.yaml": text})
    assert loaded.problems or loaded.workspace.size or not loaded.usable or text_is_only_blank_sections(text)
    look_over(loaded)


def text_is_only_blank_sections(text: str) -> bool:
    """Tell whether a text holds known sections and nothing in them, or an empty mapping."""
    rest = text
    for section in (*SECTIONS, "{", "}", "[", "]", ":", "-", "~", "null", ",", "!", "'", '"', "?", "."):
        rest = rest.replace(section, "")
    return not rest.strip()


YAML_SIGNS = st.text(alphabet="[]{}:,-?&*!|>%@`#'\"\\ \n\tacx0~.<=\r\ufeff", max_size=60)


@settings(max_examples=400)
@given(YAML_SIGNS)
def test_any_text_of_yaml_signs(text: str) -> None:
    look_over(read_texts({"f.yaml": text}))
    look_over(
        read_texts({"f.yaml": f"claims: {{c: C}}\nreports:\n  r:\n    outlet: X\n    title: {text}\n    says: c\n"})
    )


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
@example(b"\xf4\x90\x80\x80")
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "f.yaml").write_bytes(data)
    look_over(load(str(tmp_path)))


IDS = st.sampled_from(["a", "b", "c", "X", "x", "unnamed", "é", "a b", "~", ""])
WORDS = st.sampled_from(
    [
        "named",
        "anonymous",
        "supports",
        "confirms",
        "possible",
        "live",
        "via",
        "original",
        "agency",
        "A",
        "1",
        "true",
        "2025-09-03",
        "2025-09-13?",
        "2025",
        "no",
        "clear",
        "unclear",
        "shared_error",
        "declared_independent",
        "#x",
        "\x07",
    ]
)
KEYS = sorted(
    {*CASE, *OUTLET, *PARTY, *SOURCE, *CLAIM, *REPORT, *STATEMENT, *CITATION, *UNCLEAR, *RESPONSE, *DEPENDENCE}
)
ANYTHING = st.recursive(
    IDS | WORDS | st.none() | st.text(max_size=5) | st.integers() | st.booleans(),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | IDS, below, max_size=4),
    max_leaves=12,
)


def record(fields: Any) -> st.SearchStrategy[Any]:
    """Draw one record with some of its fields, mostly with values that may do."""
    return st.dictionaries(st.sampled_from(sorted(fields)), IDS | IDS | WORDS | ANYTHING, max_size=6)


CITES = st.lists(
    IDS | record(CITATION) | st.fixed_dictionaries({"unclear": st.lists(IDS | record(CITATION), max_size=3)}),
    max_size=3,
)
STATEMENTS = st.lists(
    st.fixed_dictionaries({"claim": IDS}, optional={"cites": CITES, "stance": WORDS, "basis": WORDS}), max_size=3
)
REPORTS = st.fixed_dictionaries(
    {"outlet": IDS}, optional={"says": IDS | STATEMENTS, "cites": CITES, "read": ANYTHING, "status": ANYTHING}
)
SHAPES: dict[str, st.SearchStrategy[Any]] = {
    "case": record(CASE),
    "outlets": st.dictionaries(IDS, record(OUTLET), max_size=3),
    "parties": st.dictionaries(IDS, record(PARTY), max_size=3),
    "sources": st.dictionaries(IDS, record(SOURCE), max_size=3),
    "claims": st.dictionaries(IDS, st.just("C") | record(CLAIM), max_size=4),
    "reports": st.dictionaries(IDS, REPORTS | record(REPORT), max_size=4),
    "responses": st.lists(record(RESPONSE), max_size=3),
    "dependences": st.lists(record(DEPENDENCE), max_size=3),
}


def test_every_section_is_drawn() -> None:
    assert list(SHAPES) == list(SECTIONS) == ["case", *RECORDS, *LISTS]


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(st.fixed_dictionaries({}, optional={name: shape | ANYTHING for name, shape in SHAPES.items()}))
def test_any_structure_of_the_real_keys(structure: Any) -> None:
    look_over(read_texts({"f.yaml": json.dumps(structure, ensure_ascii=False).replace("\x7f", "")}))


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.glob("*.yaml")))
def test_a_file_with_something_cut_doubled_or_put_in(name: str) -> None:
    text = (DATA / name).read_text()
    draw = random.Random(f"{name} 1")
    for _ in range(150):
        start, end = sorted(draw.choices(range(len(text)), k=2))
        end = min(end, start + draw.choice([1, 1, 5, 200]))
        put = draw.choice(
            ["", "", text[start:end] * 2, *"[]{}:,-#'\"\t\n \x00\u2028&*!?|>%", ": ", "- ", " #x", "---\n", "\n\n   "]
        )
        look_over(read_texts({"f.yaml": text[:start] + put + text[end:]}))
