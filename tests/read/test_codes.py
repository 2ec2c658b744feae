"""Every problem code in the source has a line in docs/reference/problems.md and a broken file or a named test."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
MAKERS = {"error", "_error", "_warning", "_info", "_problem", "_refused", "ArticleError", "__init__"}
"""The functions whose first argument is a code."""


def codes_in_source() -> set[str]:
    rooms = (ROOT / "provenance" / room for room in ("read", "check", "draft", "article"))
    files = [ROOT / "provenance" / "files.py", *(path for room in rooms for path in room.glob("*.py"))]
    return {code for path in files for code in _codes(ast.parse(path.read_text()))}


def test_only_what_reads_and_checks_makes_problems() -> None:
    makers = [path for path in (ROOT / "provenance").rglob("*.py") if " Problem(" in path.read_text()]
    rooms = {path.parent.name for path in makers if path.name != "files.py"}
    assert rooms == {"read", "check", "draft", "article", "corpus"}


def _codes(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = [keyword.value for keyword in node.keywords if keyword.arg == "code" and called == "Problem"]
            for argument in [*given, *(node.args[:1] if called in MAKERS else ())]:
                if isinstance(argument, ast.Constant):
                    yield str(argument.value)


def documented() -> list[tuple[str, str]]:
    """Give code and severity of every line of the tables, in their order."""
    text = (ROOT / "docs" / "reference" / "problems.md").read_text()
    return re.findall(r"^\| `([a-z0-9-]+)` \| (\w+) \| [^|]+ \| [^|]+ \|$", text, re.MULTILINE)


def test_the_source_is_searched() -> None:
    assert len(codes_in_source()) > 40


def test_every_code_is_documented_once_and_no_other() -> None:
    assert sorted(code for code, _ in documented()) == sorted(codes_in_source())


def test_every_code_has_a_broken_file_or_a_named_test() -> None:
    shown = {path.stem.removeprefix("broken-") for path in CASES.glob("broken-*.yaml")}
    tests = "".join(
        path.read_text()
        for folder in ("read", "check", "draft", "article")
        for path in (ROOT / "tests" / folder).glob("*.py")
    )
    named = {name.replace("_", "-") for name in re.findall(r"def test_(\w+)\(", tests)}
    assert codes_in_source() - shown - named == set()
    assert shown <= codes_in_source()


def test_the_documented_severities_are_those_of_the_broken_files() -> None:
    found = {
        (line.split(" ")[2].removesuffix(":"), line.split(" ")[1])
        for path in CASES.glob("broken-*.txt")
        for line in path.read_text().splitlines()
    }
    assert found <= set(documented())
    assert {severity for _, severity in documented()} == {"error", "warning", "info"}


def test_every_broken_file_has_its_problems_beside_it_and_the_other_way_round() -> None:
    assert {path.stem for path in CASES.glob("broken-*.yaml")} == {path.stem for path in CASES.glob("broken-*.txt")}
