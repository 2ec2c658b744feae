"""Every command that writes, where writing goes wrong: what it writes is whole or absent, and it says what happened.

Each command runs in a process of its own, over invented records and tables.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from provenance.cli import output
from provenance.cli.app import run
from provenance.export import EXPORTERS
from tests.processes import unmeasured

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="limits, signals and links as POSIX has them"),
    pytest.mark.no_cover,
]

RECORDS = """
claims: {bridge: The bridge is closed.}
reports:
  daily: {outlet: The Daily, says: [{claim: bridge, basis: own_reporting, quote: The bridge is closed.}]}
  echo: {outlet: Echo, says: bridge, cites: daily}
"""

ARTICLE = "The bridge\n\nThe mayor said on Monday: “The bridge is closed.” The Daily reported it first.\n"

TABLE = "report,outlet,claim,cites\nthird,Third,The tunnel is closed.,Fourth\n"

WRITERS: dict[str, tuple[str, ...]] = {
    **{name: ("export", "bridge", "-o", f"out{each.suffix}", "--format", name) for name, each in EXPORTERS.items()},
    "draft": ("draft", "article.txt", "-o", "out.yaml"),
    "import": ("import", "table.csv", "-o", "out.yaml"),
    "synth": ("corpus", "synth", "-o", "out", "--citations", "60", "--format", "csv"),
    "synth-parquet": ("corpus", "synth", "-o", "out", "--citations", "60"),
    "export-corpus": ("corpus", "export", "corpus", "-o", "out", "--format", "csv"),
    "export-yaml": ("corpus", "export", "corpus", "-o", "out", "--format", "yaml"),
    "trace-corpus": ("corpus", "trace", "corpus", "-o", "out.csv"),
    "outlets": ("corpus", "outlets", "corpus", "-o", "out.csv", "--graph", "out.graphml"),
}
"""Every command that writes where it is told to, with something to write."""

ONE_OF_EACH = ("dot", "csv", "html", "png", *(name for name in WRITERS if name not in EXPORTERS))
"""Those that write in a way of their own: most exports are one file of text."""

FULL = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))"
"""No file can grow beyond twenty bytes, as on a disk that is full."""

KILLED = """
import os, pathlib, signal
def die(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
os.link = os.replace = pathlib.Path.rename = die
"""
"""The process is killed where it would give what it wrote its name."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with records, an article, a table and a corpus, and go there."""
    monkeypatch.chdir(tmp_path)
    for name in ("PROVENANCE_DATA", "PROVENANCE_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PROVENANCE_CACHE", str(tmp_path / "cache"))
    (tmp_path / "data").mkdir()
    for name, text in {"data/a.yaml": RECORDS, "article.txt": ARTICLE, "table.csv": TABLE}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def ran(arguments: Sequence[str], before: str = "") -> subprocess.CompletedProcess[str]:
    """Run one command line in a process of its own, after some lines of Python."""
    program = f"{before}\nimport sys\nfrom provenance.cli.app import run\nsys.exit(run(sys.argv[1:]))"
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=unmeasured())


def needs(name: str) -> None:
    """Make the corpus where a command reads one; skip where an extra or a font is not installed."""
    if "corpus" in WRITERS[name]:
        pytest.importorskip("pyarrow")
        if "corpus" in WRITERS[name][2:]:
            assert run(["corpus", "import", "data", "-o", "corpus"]) == 0
    module = {"xlsx": "openpyxl", "png": "resvg_py", "prov-json": "prov", "prov-n": "prov", "prov-o": "prov"}.get(name)
    if module:
        pytest.importorskip(module)


def left(folder: Path) -> list[str]:
    """List what a command left where it was to write."""
    mine = {"data", "article.txt", "table.csv", "corpus", "cache"}
    return sorted(path.name for path in folder.iterdir() if path.name not in mine)


@pytest.mark.parametrize("name", WRITERS)
def test_a_full_disk_is_told_and_nothing_is_left(desk: Path, name: str) -> None:
    needs(name)
    done = ran(WRITERS[name], FULL)
    assert (done.returncode, left(desk)) == (2, [])
    assert done.stderr.splitlines()[-1].startswith("provenance: ")
    assert "Traceback" not in done.stderr
    assert "fault of the program" not in done.stderr


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_a_killed_program_leaves_no_half_output_and_the_next_run_writes_it(desk: Path, name: str) -> None:
    """What was not finished has a name that begins with a dot, and is nobody's output."""
    needs(name)
    assert ran(WRITERS[name], KILLED).returncode == -signal.SIGKILL
    assert [path for path in left(desk) if not path.startswith(".")] == []
    again = ran(WRITERS[name])
    assert (again.returncode, [path for path in left(desk) if not path.startswith(".")]) == (0, names(name)), (
        again.stderr
    )


def names(name: str) -> list[str]:
    """Give the names of what a command writes."""
    if name == "csv":
        return ["out-edges.csv", "out-nodes.csv"]
    return [word for word in WRITERS[name][2:] if word.startswith("out")]


@pytest.mark.parametrize("name", ["dot", "html", "csv"])
def test_what_a_killed_program_was_to_replace_is_as_it_was(desk: Path, name: str) -> None:
    for file in names(name):
        (desk / file).write_text("as it was", encoding="utf-8")
    assert ran((*WRITERS[name], "--force"), KILLED).returncode == -signal.SIGKILL
    assert {(desk / file).read_text(encoding="utf-8") for file in names(name)} == {"as it was"}


@pytest.mark.parametrize("name", ["dot", "csv", "draft", "import", "synth", "export-corpus"])
def test_of_several_programs_that_write_one_output_one_does_and_the_others_say_so(desk: Path, name: str) -> None:
    needs(name)
    command = [sys.executable, "-m", "provenance", *WRITERS[name]]
    started = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=unmeasured())
        for _ in range(4)
    ]
    said = [process.communicate(timeout=120)[1] for process in started]
    assert sorted(process.returncode for process in started) == [0, 2, 2, 2]
    assert sum("is there already" in words for words in said) == 3
    assert left(desk) == names(name)


def test_a_file_that_came_meanwhile_is_not_replaced(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another program makes the second of two files after the look whether it is there: neither of ours is."""
    write_beside = output._write_beside

    def meanwhile(target: str, content: str | bytes) -> str:
        (desk / "out-edges.csv").write_text("not ours", encoding="utf-8")
        return write_beside(target, content)

    monkeypatch.setattr(output, "_write_beside", meanwhile)
    assert run(list(WRITERS["csv"])) == 2
    assert "out-edges.csv' is there already; write it again with --force" in capsys.readouterr().err
    assert (left(desk), (desk / "out-edges.csv").read_text(encoding="utf-8")) == (["out-edges.csv"], "not ours")


def test_a_file_system_without_links_is_written_to_all_the_same(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("provenance.cli.output.os.link", no_links)
    assert run(list(WRITERS["dot"])) == 0
    assert left(desk) == ["out.dot"]


def test_a_page_that_cannot_be_written_leaves_no_folder(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(desk / "tmp"))
    done = ran(("view", "bridge", "--no-open"), FULL)
    assert (done.returncode, list((desk / "tmp").iterdir())) == (2, [])
    assert done.stderr.startswith("provenance: cannot write '")


def test_an_index_whose_program_was_killed_or_found_no_room_changes_no_answer(desk: Path) -> None:
    small = "import provenance.index.content as content\ncontent.SMALLEST = 1\n"
    first = ran(("trace", "bridge", "--json"))
    for before, code in ((KILLED, -signal.SIGKILL), (FULL, 0)):
        assert ran(("trace", "bridge", "--json"), small + before).returncode == code
        assert list((desk / "cache").glob("[!.]*")) == []
    for _ in ("it is kept", "it is read"):
        again = ran(("trace", "bridge", "--json"), small)
        assert (again.returncode, again.stdout) == (first.returncode, first.stdout)
        assert len(list((desk / "cache").glob("[!.]*"))) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk on this system")
@pytest.mark.parametrize(
    "arguments",
    [
        ("trace", "bridge"),
        ("trace", "bridge", "--json"),
        ("check",),
        ("check", "--format", "sarif"),
        ("list", "claims"),
        ("export", "bridge", "--format", "dot"),
        ("draft", "article.txt"),
        ("import", "table.csv"),
        ("gaps", "--json"),
    ],
    ids=" ".join,
)
def test_standard_output_on_a_full_disk_is_told(desk: Path, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "provenance", *arguments]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr.splitlines()[-1:]) == (
        2,
        ["provenance: cannot write the output: no space left on device"],
    )
    assert left(desk) == []


def test_what_is_printed_as_json_stays_json_where_paths_are_hostile(desk: Path) -> None:
    """File names with line breaks, escapes, bidi controls, quotes, workflow commands and bytes that are no UTF-8."""
    fault = "\nsources: {nobody: {kind: none}}\n"
    hostile = (b"a\nb", b"\x1b[31m", "\u202egnp".encode(), b"\xff\xfe", b"\"'<x>", b"%0A::error::x")
    for name in hostile:
        Path(os.fsdecode(os.fsencode(desk / "data") + b"/" + name + b".yaml")).write_text(fault, encoding="utf-8")
    for form in ("text", "json", "github", "sarif"):
        done = ran(("check", "--format", form))
        assert done.returncode == 2, done.stderr
        assert not {"\x1b", "\u202e"} & set(done.stdout)
        if form in ("json", "sarif"):
            assert json.loads(done.stdout)
        if form == "github":
            assert all(line.startswith("::") for line in done.stdout.splitlines())
            assert "::error::x" not in done.stdout


def test_the_words_of_a_refusal_move_no_cursor(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "bridge", "-o", "no\x1b[31m/\u202efile.dot"]) == 2
    assert capsys.readouterr().err == (
        "provenance: cannot write 'no\\x1b[31m/\\u202efile.dot': there is no folder 'no\\x1b[31m'\n"
    )
    assert left(desk) == []
