"""The hooks and the recipe for CI run commands that are there, and fail where they should."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from provenance.cli.app import run
from provenance.trace.answer import GapKind

ROOT = Path(__file__).parent.parent
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
HOW_TO = (ROOT / "docs" / "how-to" / "check-before-you-share.md").read_text("utf-8")
FAULTS = {
    "provenance-check": "claims:\n  c: {text: C, stronger_than: none}\n",
    "provenance-fmt": "claims:\n    c: C\n",
    "provenance-gaps": "claims:\n  c: C\n\nreports:\n  a: {outlet: A, says: c, cites: b}\n  b: {outlet: B, says: c, cites: a}\n",
}


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PROVENANCE_DATA", raising=False)
    assert run(["init"]) == 0
    return tmp_path / "data"


def call(hook: dict[str, Any], files: list[str]) -> list[str]:
    arguments: list[str] = hook.get("args", [])
    program, *words = shlex.split(hook["entry"]) + arguments
    assert program == "provenance"
    return words + (files if hook.get("pass_filenames", True) else [])


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_passes_the_example_and_takes_its_files(hook: dict[str, Any]) -> None:
    assert run(call(hook, ["data/example.yaml"])) == 0
    for name, taken in {"data/a/b.yml": True, "data/a.yaml": True, "a.yaml": False, "data/a.html": False}.items():
        assert bool(re.search(hook["files"], name)) is taken


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_fails_or_changes_what_is_wrong(workspace: Path, hook: dict[str, Any]) -> None:
    path = workspace / "wrong.yaml"
    path.write_text(FAULTS[hook["id"]])
    code = run(call(hook, ["data/wrong.yaml"]))
    assert code or path.read_text() != FAULTS[hook["id"]]


@pytest.mark.usefixtures("workspace")
def test_the_how_to_names_every_hook_and_its_commands_run() -> None:
    assert all(f"`{hook['id']}`" in HOW_TO for hook in HOOKS)
    assert all(f"`{kind}`" in HOW_TO for kind in GapKind)
    recipes = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", HOW_TO, re.DOTALL)]
    assert {hook["id"] for hook in recipes[0]["repos"][0]["hooks"]} <= {hook["id"] for hook in HOOKS}
    steps = [step["run"] for step in recipes[1]["jobs"]["records"]["steps"] if "run" in step]
    ours = [shlex.split(step)[1:] for step in steps if step.startswith("provenance ")]
    assert len(ours) == 3
    assert [run(words) for words in ours] == [0, 0, 0]
