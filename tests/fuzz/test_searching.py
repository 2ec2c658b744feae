"""A short search by atheris in every run of the tests: as many inputs each time, from the same seed."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest

from tests.fuzz.mutating import changed, words
from tests.fuzz.targets import TARGETS
from tests.processes import unmeasured

ROOT = Path(__file__).parents[2]
RUNS = 12

searching = pytest.mark.skipif(
    find_spec("atheris") is None, reason="the extra fuzz is not installed: nothing was searched"
)


def fuzz(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.fuzz", *arguments]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, errors="replace", env=unmeasured()
    )


@searching
def test_a_short_search_finds_nothing(tmp_path: Path) -> None:
    done = fuzz("each", "--runs", str(RUNS), "--seed", "7", "--keep", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr[-10_000:]
    assert done.stdout.splitlines()[-1] == f"{len(TARGETS)} targets keep their promises"
    assert done.stderr.count(f"Done {RUNS} runs") == len(TARGETS)


PLANTED = """
import sys
from tests.fuzz import targets, __main__
def broken(data):
    assert b"Wire" not in data
    return True
targets.TARGETS = {"draft-text": targets.Target("", lambda data: True), "import-csv": targets.Target("", broken)}
sys.exit(__main__.main(sys.argv[1:]))
"""


@searching
def test_what_breaks_a_promise_is_kept_and_named(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PLANTED, "each", "--runs", "9", "--seed", "7", "--keep", str(tmp_path)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, errors="replace", env=unmeasured()
    )
    (kept,) = (path for path in tmp_path.glob("import-csv-*") if "-crash-" not in path.name)
    assert b"Wire" in kept.read_bytes()
    assert f"{kept} breaks a promise: python -m tests.fuzz import-csv {kept}" in done.stderr
    assert (done.returncode, done.stdout.splitlines()[-1]) == (1, "broken: import-csv")


def test_an_input_is_changed_the_same_way_each_time() -> None:
    data = b"claims: {c: It is so.}\nreports:\n  a: {outlet: Wire, says: c}\n"
    known = words([data])
    made = [[changed(data, known, Random(seed)) for seed in range(40)] for _ in range(2)]
    assert made[0] == made[1]
    assert len(set(made[0]) - {data}) > 30


def test_an_empty_input_becomes_a_word() -> None:
    assert changed(b"", [b"word"], Random(1)) == b"word"


def test_an_input_is_tried_by_hand(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"claims: {c: It is so.}\nreports: {a: {outlet: Wire, says: c}}\n")
    (tmp_path / "b").write_bytes(b"[")
    done = fuzz("records", str(tmp_path / "a"), str(tmp_path / "b"))
    assert done.returncode == 0
    assert [line.split(" in ")[0] for line in done.stdout.splitlines()] == [
        f"{tmp_path}/a: read",
        f"{tmp_path}/b: refused, or nothing",
    ]
