"""Every `tests/cases/broken-CODE.yaml` gives exactly the problems in the `.txt` beside it."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from provenance.read import read_texts, yaml_tree
from tests.read.said import checked

CASES = Path(__file__).parent.parent / "cases"
BROKEN = sorted(CASES.glob("broken-*.yaml"))

Golden = Callable[[str, str], None]


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_the_problems_of_a_broken_file_are_whole(path: Path, golden: Golden) -> None:
    golden(f"../cases/{path.stem}.txt", "\n".join(checked(path.read_text(), path.name)) + "\n")


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_shows_what_its_name_says(path: Path) -> None:
    code = path.stem.removeprefix("broken-")
    assert f" {code}: " in "\n".join(checked(path.read_text(), path.name))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_without_libyaml_the_problems_are_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_libyaml = checked(path.read_text(), path.name)
    monkeypatch.setattr(yaml_tree, "Parser", yaml.Loader)
    assert checked(path.read_text(), path.name) == with_libyaml


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_every_place_lies_in_the_file_and_shows_its_line(path: Path) -> None:
    text = path.read_text()
    lines = text.split("\n")
    for problem in read_texts({path.name: text}).problems:
        place = problem.place
        if place.line:
            assert problem.excerpt == lines[place.line - 1]
            assert place.length >= 1
            assert 1 <= place.column <= place.column + place.length - 1 <= len(problem.excerpt) + 1
