"""The faults are those that are listed, and a mutant that differs is told from one that does not."""

import json
from pathlib import Path

import pytest
import yaml

from tests.mutation.__main__ import EXPLAINED
from tests.mutation.drawn import differs
from tests.mutation.mutants import faulty, mutants, unchanged
from tests.mutation.trying import by_random_records, by_tests

pytestmark = pytest.mark.no_cover  # it is not the program that is tested

ROOT = Path(__file__).parents[2]
TEXT = '''\
def least(numbers: list[int], floor: int = 3) -> int:
    """Give the least of the numbers that are not below the floor."""
    return min(number for number in numbers if number >= floor)
'''


def test_every_fault_is_a_mutant_of_its_own() -> None:
    assert [str(mutant) for mutant in mutants(TEXT)] == [
        "1: 3  ->  4",
        "3: for number in numbers if number >= floor  ->  for number in numbers",
        "3: return min((number for number in numbers if number >= floor))  ->  return None",
        "3: return min((number for number in numbers if number >= floor))  ->  return max((number for number in numbers if number >= floor))",
        "3: number >= floor  ->  number > floor",
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a and b", ["a or b", "b", "a"]),
        ("not a", ["a"]),
        ("a + b", ["a - b"]),
        ("True", ["x = False"]),
        ("a < 1", ["a <= 1", "x = a < 2"]),
        ("a if b else c", ["a if not b else c"]),
        ("a in b", ["a not in b"]),
        ("'text'", []),
        ("zip(a, b, strict=True)", []),
    ],
)
def test_faults_of_an_expression(before: str, after: list[str]) -> None:
    assert [mutant.after for mutant in mutants(f"x = {before}\n")] == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("if a:\n        b()", ["if not a: b()", "pass"]),
        ("continue", ["break", "pass"]),
        ("break", ["continue"]),
        ("raise a", ["pass"]),
        ("b += c", ["pass"]),
    ],
)
def test_faults_of_a_statement(before: str, after: list[str]) -> None:
    assert [mutant.after for mutant in mutants(f"for x in y:\n    {before}\n")] == after


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the text as a module, and a test of it that 3 belongs to the numbers."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "least.py").write_text(TEXT)
    lines = ["from least import least", "def test_it():", "    assert least([2, 3]) == 3"]
    (tmp_path / "test_least.py").write_text("\n".join(lines))
    return Path("least.py")


def test_a_fault_is_noticed_or_not(module: Path) -> None:
    found = {str(one): by_tests(module, one, ["test_least.py"], 60) for one in mutants(TEXT)}
    assert found == {
        "1: 3  ->  4": "killed",
        "3: return min((number for number in numbers if number >= floor))  ->  return None": "killed",
        "3: return min((number for number in numbers if number >= floor))  ->  return max((number for number in numbers if number >= floor))": "survived",
        "3: for number in numbers if number >= floor  ->  for number in numbers": "killed",
        "3: number >= floor  ->  number > floor": "killed",
    }
    assert by_tests(module, unchanged(TEXT), ["test_least.py"], 60) == "survived"


def test_one_that_never_ends_is_timed_out(module: Path) -> None:
    (module.parent / "test_least.py").write_text("def test_it():\n    while True: pass\n")
    assert by_tests(module, unchanged(TEXT), ["test_least.py"], 1) == "timeout"


def test_an_answer_that_is_another_one(tmp_path: Path) -> None:
    kept = tmp_path / "drawn"
    records = {"a.yaml": "claims: {c: C}\nreports: {r: {outlet: O, says: c}}\n"}
    kept.write_text(json.dumps({"said": [[records, []]]}))
    assert differs(kept)
    assert by_random_records(Path("least.py"), unchanged(TEXT), kept, 60) == "killed"
    kept.write_text(json.dumps({"said": []}))
    assert by_random_records(Path("least.py"), unchanged(TEXT), kept, 60) == "survived"


def test_what_is_explained_is_still_there() -> None:
    for module, changes in yaml.safe_load(EXPLAINED.read_text("utf-8")).items():
        found = faulty((ROOT / module).read_text("utf-8"))
        assert [change for change in changes if change.partition("  ->  ")[0] not in found] == [], module


def test_nothing_is_explained_twice() -> None:
    """The parser would keep the last and drop the others."""
    root = yaml.compose(EXPLAINED.read_text("utf-8"))
    assert isinstance(root, yaml.MappingNode)
    for tree in (root, *(changes for _, changes in root.value)):
        keys = [key.value for key, _ in tree.value]
        assert sorted(set(keys)) == sorted(keys)
