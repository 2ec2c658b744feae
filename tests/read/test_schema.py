"""The schema of the records tells faults that `check` tells too, all that it can, and no others."""

import json
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from provenance.check import run_checks
from provenance.dates import DateError, parse_date
from provenance.json_text import dump_json
from provenance.problems import Severity
from provenance.read import meanings, read_texts, records, statements
from provenance.read.date_pattern import DATE_PATTERN
from provenance.read.schema import records_schema
from tests.read.yaml_values import values
from tests.records import DATES, workspaces

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "data").glob("*.yaml"))
BROKEN = sorted((ROOT / "tests" / "cases").glob("broken-*.yaml"))
EDITOR = (ROOT / "docs" / "how-to" / "editor.md").read_text()
UNTOLD = set(re.findall(r"^\| `([a-z-]+)` \| .+ \|$", EDITOR, re.MULTILINE))
"""The codes of which the documentation says that a schema cannot tell them."""
SERVER_S = {
    code
    for line in EDITOR.splitlines()
    if line.startswith("The language server itself")
    for code in re.findall("`([a-z-]+)`", line)
}
"""The codes that a language server tells without a schema."""

Said = list[tuple[list[str | int], str]]


@cache
def validator() -> Draft7Validator:
    return Draft7Validator(records_schema())


def said(value: Any) -> Said:
    return [(list(error.absolute_path), error.message) for error in validator().iter_errors(value)]


def faults(text: str) -> bool:
    loaded = read_texts({"f.yaml": text})
    found = [*loaded.problems, *run_checks(loaded.workspace)]
    return any(problem.severity is not Severity.INFO for problem in found)


def test_it_is_a_schema() -> None:
    Draft7Validator.check_schema(records_schema())


def test_the_published_one_is_current() -> None:
    published = ROOT / "docs" / "reference" / "records.schema.json"
    assert published.read_text() == dump_json(records_schema()), f"provenance schema --force -o {published}"


def test_every_field_of_the_reader_has_one_meaning_and_no_other() -> None:
    tables = {
        "case": records.CASE,
        "outlet": records.OUTLET,
        "party": records.PARTY,
        "source": records.SOURCE,
        "same_as": records.SAME_AS,
        "claim": records.CLAIM,
        "report": records.REPORT,
        "read": records.READ_VIA,
        "status": records.STATUS,
        "statement": statements.STATEMENT,
        "citation": statements.CITATION,
        "unclear": statements.UNCLEAR,
        "response": records.RESPONSE,
        "dependence": records.DEPENDENCE,
    }
    assert {kind: list(known) for kind, known in meanings.FIELDS.items()} == {
        kind: [str(name) for name in fields] for kind, fields in tables.items()
    }
    assert list(meanings.SECTIONS) == list(records.SECTIONS)


def test_every_meaning_is_one_sentence() -> None:
    every = [*meanings.SECTIONS.values(), *(text for kind in meanings.FIELDS.values() for text in kind.values())]
    assert [text for text in every if not text.endswith(".") or ". " in text] == []
    assert set(_descriptions(records_schema())) >= set(every)


def _descriptions(schema: Any) -> Iterator[str]:
    """Give every description in a schema."""
    if isinstance(schema, dict):
        if isinstance(schema.get("description"), str):
            yield schema["description"]
        for below in schema.values():
            yield from _descriptions(below)
    elif isinstance(schema, list):
        for below in schema:
            yield from _descriptions(below)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_without_fault(path: Path) -> None:
    assert said(values(path.read_text())) == []


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_is_told_where_a_schema_can(path: Path) -> None:
    code = path.stem.removeprefix("broken-")
    if code in SERVER_S | {"too-deep", "duplicate-id"}:
        return  # not the schema's; tests/read/test_language_server.py
    assert bool(said(values(path.read_text()))) == (code not in UNTOLD)


def test_what_cannot_be_told_are_codes() -> None:
    codes = {path.stem.removeprefix("broken-") for path in BROKEN}
    assert codes >= UNTOLD
    assert codes >= SERVER_S
    assert UNTOLD.isdisjoint(SERVER_S)
    assert len(SERVER_S) == 6


@pytest.mark.no_cover  # it covers what others do, many times over
@given(workspaces())
def test_random_records_without_fault_have_none_here(drawn: dict[str, Any]) -> None:
    assert said(drawn) == []
    assert said(values(yaml.safe_dump(drawn, allow_unicode=True))) == []


JUNK = ("", " ", "0", "1", "12:30", "true", "No", "live", "via", "unclear", "unnamed", "2025-09-03", "x y", "C", "~")
JUNK_VALUES: tuple[Any, ...] = (
    *JUNK,
    None,
    [],
    {},
    [None],
    ["a", "b"],
    {"via": "r"},
    {"claim": "c"},
    {"outlet": "X"},
    {"mode": "links"},
)


@pytest.mark.no_cover  # it covers what others do, many times over
@given(workspaces(), st.integers(0, 2**32))
def test_what_it_tells_of_spoilt_records_is_a_fault(drawn: dict[str, Any], seed: int) -> None:
    choose = random.Random(seed)
    spoilt = json.loads(json.dumps(drawn))
    for _ in range(choose.randint(1, 2)):
        _spoil(spoilt, choose)
    text = yaml.safe_dump(spoilt, allow_unicode=True)
    found = said(values(text))
    assert not found or faults(text), found


def _spoil(value: Any, choose: random.Random) -> None:
    """Put something else in one place."""
    while True:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        if not keys:
            return
        key = choose.choice(keys)
        if isinstance(value[key], dict | list) and value[key] and choose.random() < 0.8:
            value = value[key]
            continue
        if isinstance(value, dict) and choose.random() < 0.3:
            other = choose.choice(("name", "cites", "says", "basis", "kind", "status", "read", "url", "x", "X"))
            value[other] = choose.choice((value.pop(key), *JUNK_VALUES))
        else:
            value[key] = choose.choice(JUNK_VALUES)
        return


PARTS = (
    "20",
    "19",
    "-",
    "0",
    "1",
    "2",
    "3",
    "X",
    "?",
    "~",
    "/",
    "..",
    "T",
    "12:30",
    ":",
    "Z",
    "+02:00",
    "2024-02-29",
    "Y",
)


@given(st.lists(st.sampled_from((*PARTS, *DATES)), max_size=7).map("".join))
def test_no_date_is_refused(text: str) -> None:
    try:
        parse_date(text)
    except DateError:
        return
    assert re.search(DATE_PATTERN, text)


@pytest.mark.parametrize(
    "text",
    [
        "2025-13",
        "2025-00-01",
        "2025-04-31",
        "2025-02-30",
        "2025-9-3",
        "12:30",
        "2025-09-03T24:00",
        "-0000",
        "03.09.2025",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse_date(text)
    assert not re.search(DATE_PATTERN, text)


@pytest.mark.parametrize("text", ["2025", "2025-09-03", "2025-21", "202X", "Y170000002", "../2025", "2025?/", *DATES])
def test_what_is_a_date_is_taken(text: str) -> None:
    parse_date(text)
    assert re.search(DATE_PATTERN, text)
