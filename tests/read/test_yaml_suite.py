"""The YAML project's own test suite: what must be refused is refused at a place; nothing raises.

https://github.com/yaml/yaml-test-suite (MIT). Its cases are no records, so the others give problems as
well; and libyaml does not know all of YAML 1.2, so that some valid ones are refused.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from provenance.read import read_texts
from provenance.read.yaml_tree import parse_yaml
from tests.read.test_hostile import look_over

SUITE = Path(__file__).parents[3] / "shared" / "testdata" / "yaml-test-suite" / "src"

pytestmark = pytest.mark.skipif(
    not SUITE.is_dir(), reason=f"{SUITE} is absent: not checked that what YAML forbids is refused"
)

VISIBLE = {"␣": " ", "»": "\t", "—": "", "←": "\r", "⇔": "\ufeff", "↵": "", "∎\n": ""}
"""How the suite writes signs that cannot be seen; — pads a tab."""

TAKEN_BY_LIBYAML = {
    "a comment without a space before it": ("9JBA-0", "CVW2-0", "SU5Z-0", "X4QW-0", "MUS6-0"),
    "the lines of a quoted or bracketed text, indented less than its key or with tabs": (
        "9C9N-0",
        "DK95-1",
        "QB6E-0",
        "Y79Y-3",
    ),
    "a line of nothing but tabs and spaces": ("DK95-2", "DK95-5", "DK95-7", "DK95-8", "S98Z-0", "Y79Y-2"),
    "a - alone inside brackets": ("G5U8-0", "YJV2-0"),
    "white space and comments in a %YAML line": ("MUS6-2", "MUS6-3", "MUS6-4"),
    "a block text that ends with its own first line": ("2G84-2", "2G84-3"),
}
"""What YAML 1.2 forbids and libyaml reads all the same, each as the person who wrote it means it."""


def cases() -> list[Any]:
    """Give (name, yaml, whether it must be refused) of every case; a case takes what it lacks from the one before."""
    found = []
    for path in sorted(SUITE.glob("*.yaml")):
        before: dict[str, Any] = {}
        for number, case in enumerate(yaml.load(path.read_text(), yaml.CSafeLoader)):
            before = {**before, **case} if number else case
            if before.get("skip"):
                continue
            text = before["yaml"]
            for shown, sign in VISIBLE.items():
                text = text.replace(shown, sign)
            found.append(pytest.param(text, bool(before.get("fail")), id=f"{path.stem}-{number}"))
    return found


@pytest.mark.parametrize(("text", "fails"), cases())
def test_a_case_raises_nothing_and_one_that_must_fail_is_a_problem_with_a_place(text: str, fails: bool) -> None:
    loaded = read_texts({"f.yaml": text})
    look_over(loaded)
    if fails:
        assert not loaded.usable
        assert all(problem.place.line or problem.code == "empty-file" for problem in loaded.problems)


def test_the_parser_refuses_what_must_fail_but_for_what_libyaml_lets_pass() -> None:
    passed = {case.id for case in cases() if case.values[1] and not parse_yaml(case.values[0], "f.yaml")[1]}
    assert passed == {id_ for ids in TAKEN_BY_LIBYAML.values() for id_ in ids}
