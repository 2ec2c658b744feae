"""The command line as a whole: help, version, exit codes, the boundary where errors end."""

import json
import os
import re
import sys
from pathlib import Path

import pytest

import provenance as package
from provenance.__main__ import main
from provenance.cli import app
from provenance.cli.app import COMMANDS
from tests.cli.ran import Provenance, Write

RUNS = {
    "watch": ["watch", "c"],
    "trace": ["trace", "c"],
    "words": ["words", "c"],
    "drift": ["drift", "c"],
    "timeline": ["timeline", "c"],
    "why": ["why", "c", "r"],
    "impact": ["impact", "r"],
    "audit": ["audit", "c", "--policy", "circular"],
    "diff": ["diff", "old"],
    "tree": ["tree", "c"],
    "gaps": ["gaps"],
    "list": ["list", "claims"],
    "schema": ["schema"],
    "show": ["show", "c"],
    "check": ["check"],
    "fmt": ["fmt", "--diff"],
    "init": ["init", "fresh"],
    "new": ["new", "party", "--name", "P", "--dry-run"],
    "draft": ["draft", "article.txt"],
    "import": ["import", "table.csv", "--claim", "c"],
    "view": ["view", "c", "--no-open"],
    "export": ["export", "c", "--format", "dot"],
    "corpus": ["corpus", "import", "data", "-o", "corpus"],
}
OLD = "../old/records.yaml"
TABLE = "../table.csv"
ROWS = "report,outlet,cites\nother,P,r\n"
ARTICLE = "../article.txt"
PROSE = "The bridge is closed, Smith said.\n"
WITHOUT_RECORDS = ("import", "draft")
"""They may come before any record."""
GROUPS = ("corpus", "new")
"""They hold commands of their own."""
WITHOUT_DATA = (*GROUPS, "init", "schema")
"""They hold commands of their own, or read no records."""
SIMPLE = "claims: {c: C}\noutlets: {o: {name: O}}\nreports: {r: {outlet: o, says: c}}\n"


ENDING = [command for command in COMMANDS if command != "watch"]
"""Every command but the one that only Ctrl-C ends: tests/cli/test_watch.py."""


@pytest.mark.parametrize("command", ENDING)
def test_every_command_runs_and_exits_with_0(provenance: Provenance, write: Write, command: str) -> None:
    write(SIMPLE, OLD)
    write(ROWS, TABLE)
    write(PROSE, ARTICLE)
    write(SIMPLE)
    ran = provenance(*RUNS[command])
    assert (ran.code, ran.err) == (0, "")
    assert ran.out


@pytest.mark.parametrize("command", [command for command in ENDING if command not in WITHOUT_DATA])
def test_every_command_takes_data_or_the_environment(
    provenance: Provenance, write: Write, command: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write(SIMPLE, OLD)
    write(ROWS, TABLE)
    write(PROSE, ARTICLE)
    write(SIMPLE)
    here = provenance(*RUNS[command])
    (tmp_path / "data").rename(tmp_path / "case")
    nowhere = provenance(*RUNS[command])
    assert "example workspace" in nowhere.err or nowhere.code == (0 if command in WITHOUT_RECORDS else 2)
    assert nowhere.out != here.out or command in WITHOUT_RECORDS
    there = provenance(*RUNS[command], "--data", "case")
    assert _without_folder(there.out) == _without_folder(here.out.replace("data/", "case/"))
    monkeypatch.setenv("PROVENANCE_DATA", "case")
    assert provenance(*RUNS[command]).code == 0


def _without_folder(out: str) -> str:
    """Leave out the name of a temporary folder, which is new each time."""
    return re.sub(r"/provenance-\w+/", "/", out)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(provenance: Provenance, command: str) -> None:
    ran = provenance(command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: provenance {command} ")
    assert ("--data DIR" in ran.out) == (command not in WITHOUT_DATA)


def test_help_lists_every_command_in_its_group(provenance: Provenance) -> None:
    out = provenance("--help").out
    assert all(f"\n  {command} " in out for command in COMMANDS)
    groups = [out.index(f"\n{group}:\n") for group in ("Ask", "Record", "Share", "Many")]
    assert groups == sorted(groups)
    assert provenance("--help") == (0, out, "")


def test_the_version_is_the_package_s(
    provenance: Provenance, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert provenance("--version") == (0, f"provenance {package.__version__}\n", "")
    monkeypatch.setattr(sys, "argv", ["provenance", "--version"])
    main()
    assert capsys.readouterr().out == f"provenance {package.__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["bogus"], ["trace"], ["show"], ["list"], ["trace", "c", "--bogus"]])
def test_a_call_that_cannot_be_meant_exits_with_2(provenance: Provenance, write: Write, arguments: list[str]) -> None:
    write(SIMPLE)
    ran = provenance(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: provenance")
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("command", [command for command in ENDING if command not in ("init", "fmt")])
def test_a_fault_of_the_program_exits_with_3_and_says_so(
    provenance: Provenance, write: Write, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("out of cheese")

    write(SIMPLE, OLD)
    write(ROWS, TABLE)
    write(PROSE, ARTICLE)
    write(SIMPLE)
    monkeypatch.setattr("provenance.read.schema.records_schema", fail)
    for module in ("cli.check", "cli.sides", "read"):  # the others before `read`, which they would import it from
        monkeypatch.setattr(f"provenance.{module}.load", fail)
    ran = provenance(*RUNS[command])
    assert (ran.code, ran.out) == (3, "")
    first, second = ran.err.splitlines()
    assert first.startswith("provenance: this is a fault of the program, not of your records: RuntimeError in ")
    assert first.endswith(": out of cheese")
    assert second.startswith("Your files were not changed.")


def test_with_provenance_debug_the_fault_shows_its_traceback(
    provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("out of cheese")

    write(SIMPLE)
    monkeypatch.setattr("provenance.read.load", fail)
    monkeypatch.setenv("PROVENANCE_DEBUG", "1")
    with pytest.raises(RuntimeError, match="out of cheese"):
        provenance("trace", "c")


@pytest.mark.parametrize(
    "where", ["provenance.read.load", "provenance.cli.trace.Tracer", "provenance.cli.commands.import_module"]
)
def test_ctrl_c_exits_with_130_without_a_traceback(
    provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    write(SIMPLE)
    if where.startswith("provenance.cli.trace"):
        provenance("trace", "c")  # imports the module
    monkeypatch.setattr(where, interrupt)
    ran = provenance("trace", "c")
    assert (ran.code, ran.out) == (130, "")
    assert "Traceback" not in ran.err


def test_ctrl_c_outside_a_command_exits_with_130_too(provenance: Provenance, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("typer.main.get_command", lambda _: type("", (), {"main": interrupt})())
    assert provenance("trace", "c") == (130, "", "provenance: interrupted\n")


def test_text_that_the_output_cannot_show_becomes_escapes(
    write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write("claims: {c: Gerçek – Мілітарний}")
    for command, shown in (["trace", "c"], b"Ger\\xe7ek"), (["trace", "c", "--json"], "Gerçek".encode()):
        with (tmp_path / "out").open("w", encoding="ascii") as ascii_only:
            monkeypatch.setattr(sys, "stdout", ascii_only)
            assert app.run(command) == 0
        assert shown in (tmp_path / "out").read_bytes()


def test_data_for_programs_is_utf_8_with_its_own_line_ends(
    write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write("claims: {c: Gerçek}")
    with (tmp_path / "out").open("w", encoding="cp1252", newline="\r\n") as windows:
        monkeypatch.setattr(sys, "stdout", windows)
        assert app.run(["list", "claims", "--json"]) == 0
    written = (tmp_path / "out").read_bytes()
    assert json.loads(written) == [{"id": "c", "reports": "0", "text": "Gerçek"}]
    assert b"\r" not in written


def test_the_reader_of_a_pipe_may_leave(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write(SIMPLE)
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert app.run(["trace", "c"]) == 0
        assert app.run(["gaps", "--fail-on", "single-origin"]) == 1


def test_lines_are_at_least_20_cells_wide(provenance: Provenance, write: Write) -> None:
    write(SIMPLE)
    assert max(len(row) for row in provenance("trace", "c", width=1).out.splitlines()) == 20


def test_an_error_while_stopping_for_ctrl_c_is_an_interruption(
    provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stops(*_: object) -> None:
        try:
            raise KeyboardInterrupt  # noqa: TRY301 - as a handler may
        except KeyboardInterrupt:
            raise RuntimeError("reentrant call") from None

    write(SIMPLE)
    monkeypatch.setattr("provenance.read.load", stops)
    ran = provenance("trace", "c")
    assert (ran.code, ran.err) == (130, "provenance: interrupted\n")
