"""A command on unchanged files reads the index of a large workspace, and says what it would say without it."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from provenance.index import content, keeping
from tests.cli.ran import Provenance, Ran, Write
from tests.cli.shapes import SHAPES
from tests.processes import unmeasured
from tests.records import workspace, written
from tests.test_slices import together

PLAIN = (["trace"], ["words"], ["drift"], ["timeline"], ["tree"])
"""The commands that are about one claim."""
MORE = (
    ["trace", "--json"],
    ["trace", "--as-of", "2025-09-02"],
    ["trace", "--as-of", "2025-09-02", "--json"],
    ["trace", "--depth", "1", "--down"],
    ["words", "--as-of", "2025-09-03"],
    ["drift", "--json"],
    ["drift", "--as-of", "2025-09-02"],
    ["timeline", "--json"],
    ["timeline", "--by", "accessed"],
    ["tree", "--down", "--ascii"],
    ["tree", "--as-of", "2025-09-02", "--depth", "1"],
)

Without = Callable[..., Ran]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep an index of the smallest workspace, too, in a folder of the test's own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("PROVENANCE_CACHE", str(folder))
    monkeypatch.setattr(content, "SMALLEST", 0)
    return folder


@pytest.fixture
def without(provenance: Provenance, monkeypatch: pytest.MonkeyPatch) -> Without:
    """Give a function that runs one command line without any index."""

    def run(*arguments: str) -> Ran:
        with monkeypatch.context() as off:
            off.setenv("PROVENANCE_CACHE", "off")
            return provenance(*arguments)

    return run


@pytest.fixture
def alone(provenance: Provenance, monkeypatch: pytest.MonkeyPatch) -> Without:
    """Give a function that runs one command line, and fails if it reads the YAML."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("the YAML was read")

    def run(*arguments: str) -> Ran:
        with monkeypatch.context() as refusing:
            refusing.setattr("provenance.cli.for_claim.open_loaded", refuse)
            return provenance(*arguments)

    return run


def indexes(cache: Path) -> list[Path]:
    return sorted(cache.iterdir()) if cache.is_dir() else []


def calls(command: list[str], claim: str) -> list[str]:
    return [command[0], claim, *command[1:]]


@pytest.mark.no_cover  # it covers what others do, many times over
@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("number", range(6))
def test_random_workspaces(provenance: Provenance, without: Without, alone: Without, write: Write, number: int) -> None:
    drawn = random.Random(number)
    whole = together([workspace(drawn.randrange(10**6)) for _ in range(3)])
    write(written(whole)["a.yaml"])
    claims = sorted(whole["claims"])
    assert provenance("trace", claims[0]).code == 0
    for claim in drawn.sample(claims, 2):
        for command in (*PLAIN, *MORE):
            assert alone(*calls(command, claim)) == without(*calls(command, claim)), (claim, command)


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("claim", ["loop", "retracted", "several", "declared", "denied", "silent"])
def test_every_shape(provenance: Provenance, without: Without, alone: Without, write: Write, claim: str) -> None:
    write(SHAPES)
    assert provenance("trace", claim).code == 0
    for command in PLAIN:
        assert alone(*calls(command, claim)) == without(*calls(command, claim))


@pytest.mark.usefixtures("cache", "flagship")
@pytest.mark.parametrize(
    "words", [("s400-asked",), ("Turkey", "sell", "back"), ("s400-askde",), ("putin moscow",), ("zzzzz",), ("",)]
)
@pytest.mark.parametrize("command", ["trace", "words", "drift", "timeline"])
def test_a_claim_is_found_by_words_as_without(
    provenance: Provenance, without: Without, alone: Without, command: str, words: tuple[str, ...]
) -> None:
    provenance("trace", "s400-asked")
    assert alone(command, *words) == without(command, *words)


@pytest.mark.usefixtures("cache", "flagship")
def test_a_tree_of_a_report_is_drawn_from_all_records(provenance: Provenance, without: Without, alone: Without) -> None:
    provenance("trace", "s400-asked")
    for arguments in (["kyiv-post"], ["kyiv-pst"], ["turkey sell back"], ["s400-asked", "--prune", "kyiv-post"]):
        assert provenance("tree", *arguments) == without("tree", *arguments)
    assert alone("tree", "s400-asked") == without("tree", "s400-asked")


@pytest.mark.usefixtures("cache", "flagship")
def test_why_reads_the_yaml_only_for_what_the_claim_does_not_lead_to(
    provenance: Provenance, without: Without, alone: Without
) -> None:
    provenance("trace", "s400-asked")
    for arguments in (["kyiv-post"], ["kyiv-post", "--json"], ["nefes-0903", "--all"]):
        assert alone("why", "s400-asked", *arguments) == without("why", "s400-asked", *arguments)
    for id_ in ("Kyiv Post", "KYIV POST", "kyiv-pst", "s400-asked", "unnamed:kyiv-post", "zzzzz"):
        assert provenance("why", "s400-asked", id_) == without("why", "s400-asked", id_)


def test_another_command_that_fails_keeps_an_index_of_good_records(
    cache: Path, provenance: Provenance, write: Write
) -> None:
    """The next try, with the claim spelt right, need not wait."""
    write(SHAPES)
    assert provenance("trace", "lop").code == 2
    assert len(indexes(cache)) == 1


def test_changed_records_are_read_again(cache: Path, provenance: Provenance, write: Write) -> None:
    write("claims: {c: It is raining.}\n")
    provenance("trace", "c")
    write("claims: {c: It is snowing.}\n")
    assert "snowing" in provenance("trace", "c").out
    assert "snowing" in provenance("trace", "c").out
    write("claims: {c: It is raining.}\n")
    assert "raining" in provenance("trace", "c").out
    assert len(indexes(cache)) == 2


def test_an_error_in_another_file_is_found(cache: Path, provenance: Provenance, write: Write) -> None:
    write("claims: {c: It is raining.}\n")
    provenance("trace", "c")
    write("reports: {r: {outlet: O, says: d}}\n", "more.yaml")
    ran = provenance("trace", "c")
    assert (ran.code, ran.out) == (2, "")
    assert "unknown" in ran.err
    assert len(indexes(cache)) == 1


def test_records_with_an_error_have_no_index(cache: Path, provenance: Provenance, write: Write) -> None:
    write("claims: {c: C, d: {text: D, part_of: d}}\n")
    assert provenance("trace", "c").code == 2
    assert indexes(cache) == []


def test_records_that_change_while_they_are_read_have_no_index(
    cache: Path, provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("claims: {c: It is raining.}\n")

    def change(data: str, texts: dict[str, str]) -> bytes | None:
        path.write_text("claims: {c: It is snowing.}\n")
        return content.content_of_texts(data, texts)

    monkeypatch.setattr(keeping, "content_of_texts", change)
    assert "raining" in provenance("trace", "c").out
    assert indexes(cache) == []


def test_a_broken_index_is_replaced_unsaid(
    cache: Path, provenance: Provenance, without: Without, alone: Without, write: Write
) -> None:
    write(SHAPES)
    provenance("trace", "loop")
    (path,) = indexes(cache)
    whole = path.read_bytes()
    for broken in (b"", whole[:5000], whole.replace(b"loop", b"lOOp"), b"x" * len(whole)):
        path.write_bytes(broken)
        assert provenance("trace", "loop") == without("trace", "loop")
        assert path.read_bytes() == whole
        assert alone("trace", "loop") == without("trace", "loop")


@pytest.mark.no_cover  # it covers what others do, many times over
def test_bits_turned_anywhere_change_no_answer(
    cache: Path, provenance: Provenance, without: Without, write: Write
) -> None:
    write(SHAPES)
    right = without("trace", "several")
    provenance("trace", "several")
    (path,) = indexes(cache)
    whole = path.read_bytes()
    drawn = random.Random(1)
    for _ in range(150):
        broken = bytearray(whole)
        for _ in range(drawn.randrange(1, 9)):
            broken[drawn.randrange(len(whole))] ^= 1 << drawn.randrange(8)
        path.write_bytes(broken)
        assert provenance("trace", "several") == right


def test_ctrl_c_while_it_is_kept_leaves_nothing_behind(
    cache: Path, provenance: Provenance, without: Without, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(SHAPES)

    def interrupted(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    with monkeypatch.context() as pressed:
        pressed.setattr(keeping, "_prune", interrupted)
        pressed.setattr(keeping, "sealed", interrupted)
        ran = provenance("trace", "loop")
    assert (ran.code, ran.out) == (130, without("trace", "loop").out)
    assert ran.err == "provenance: interrupted\n"
    assert indexes(cache) == []
    assert provenance("list", "claims").code == 0
    assert indexes(cache) == []


def test_a_small_workspace_has_none(
    cache: Path, provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(SHAPES)
    monkeypatch.setattr(content, "SMALLEST", path.stat().st_size + 1)
    assert provenance("trace", "loop").code == 0
    assert indexes(cache) == []


LARGE = 3000


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """Write a workspace that is large enough by itself, and go there."""
    rows = ["claims: {c: It is raining.}\nreports:\n  r0: {outlet: O, says: [{claim: c, basis: own_reporting}]}\n"]
    for number in range(1, LARGE):
        title = f"It is said to be raining, as number {number} of many reports of it says"
        rows.append(f"  r{number}: {{outlet: O{number % 7}, title: {title!r}, says: c, cites: r{number // 2}}}\n")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yaml").write_text("".join(rows))
    return tmp_path


def start(large: Path) -> "subprocess.Popen[str]":
    environment = {**unmeasured(), "PROVENANCE_CACHE": str(large / "cache")}
    command = [sys.executable, "-m", "provenance", "words", "c"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=large, env=environment, stdout=pipe, stderr=pipe, text=True)


def test_two_commands_at_once_both_answer_and_keep_one_index(large: Path) -> None:
    both = [start(large), start(large)]
    said = [one.communicate(timeout=120) for one in both]
    assert [one.returncode for one in both] == [0, 0]
    assert said[0] == said[1]
    assert len(indexes(large / "cache")) == 1
    again = start(large)
    assert again.communicate(timeout=120) == said[0]


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 130)])
def test_stopped_while_it_is_kept_the_next_command_answers(large: Path, sent: signal.Signals, code: int) -> None:
    stopped = start(large)
    assert stopped.stdout is not None
    answer = stopped.stdout.readline()  # it is there before the index is
    assert answer.endswith("\n")
    deadline = time.monotonic() + 60
    while not indexes(large / "cache") and stopped.poll() is None and time.monotonic() < deadline:
        time.sleep(0.001)
    stopped.send_signal(sent)
    _, err = stopped.communicate(timeout=120)
    assert (stopped.returncode, "Traceback" in err) in ((code, False), (0, False))  # 0: it was done before
    if stopped.returncode == 130:
        assert indexes(large / "cache") == []
    after = start(large)
    assert after.communicate(timeout=120) == (answer, "")
    assert after.returncode == 0
    assert len([path for path in indexes(large / "cache") if path.suffix == ".sqlite"]) == 1
