"""`provenance export`: where it writes, and that it writes whole files or none. The formats: tests/export."""

import errno
import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from provenance.export import EXPORTERS
from tests.cli.ran import Provenance, Ran, Write
from tests.cli.shapes import SHAPES

BYTES = {"xlsx", "png"}
SINGLE = [name for name in EXPORTERS if name not in {"csv", *BYTES}]


@pytest.fixture(autouse=True)
def folder(write: Write) -> Path:
    """Go to a folder with records in ./data, and give it."""
    write(SHAPES)
    return Path.cwd()


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "data")


def refused(ran: Ran, message: str) -> bool:
    return ran == (2, "", f"provenance: {message}\n")


@pytest.mark.parametrize("name", SINGLE)
def test_a_format_is_printed_where_no_file_is_named(provenance: Provenance, folder: Path, name: str) -> None:
    ran = provenance("export", "several", "--format", name)
    assert (ran.code, ran.err) == (0, "")
    assert ran == provenance("export", "several", "--format", name, "-o", "-")
    assert ran.out.endswith("\n")
    assert left_in(folder) == []


@pytest.mark.parametrize("name", SINGLE)
def test_a_file_holds_what_would_be_printed(provenance: Provenance, folder: Path, name: str) -> None:
    assert provenance("export", "several", "--format", name, "-o", "out.txt") == (0, "", "")
    assert (folder / "out.txt").read_bytes().decode() == provenance("export", "several", "--format", name).out
    assert left_in(folder) == ["out.txt"]


@pytest.mark.no_cover  # it covers what others do, many times over
@pytest.mark.parametrize("name", sorted(BYTES))
def test_a_file_of_bytes_holds_what_a_pipe_gets(provenance: Provenance, folder: Path, name: str) -> None:
    assert provenance("export", "several", "-o", f"out{EXPORTERS[name].suffix}") == (0, "", "")
    command = [sys.executable, "-m", "provenance", "export", "several", "--format", name, "-o", "-"]
    piped = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    assert piped.stderr == b""
    assert (folder / f"out{EXPORTERS[name].suffix}").read_bytes() == piped.stdout


@pytest.mark.parametrize("name", [name for name, each in EXPORTERS.items() if each.extra])
def test_a_package_that_is_missing_is_named_with_its_extra(
    provenance: Provenance, folder: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, f"provenance.export.{EXPORTERS[name].module}", None)
    extra = EXPORTERS[name].extra
    message = f"{name} needs an extra that is not installed: pip install 'source-provenance[{extra}]'"
    assert refused(provenance("export", "several", "--format", name, "-o", "out"), message)
    assert left_in(folder) == []


def test_a_machine_without_a_font_is_told_so(
    provenance: Provenance, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pytest.importorskip("provenance.export.png"), "draws_text", lambda: False)
    message = (
        "png draws text with a font of this machine, and found none of those it looks for: "
        "install DejaVu Sans, Liberation Sans or Noto Sans, or export svg"
    )
    assert refused(provenance("export", "several", "-o", "out.png"), message)
    assert left_in(folder) == []


@pytest.mark.parametrize("name", SINGLE)
def test_the_ending_of_a_file_tells_the_format(provenance: Provenance, folder: Path, name: str) -> None:
    suffix = EXPORTERS[name].suffix
    named = next(each.name for each in EXPORTERS.values() if each.suffix == suffix)
    assert provenance("export", "several", "-o", f"out{suffix}").code == 0
    assert (folder / f"out{suffix}").read_bytes().decode() == provenance("export", "several", "--format", named).out


def test_csv_is_two_files(provenance: Provenance, folder: Path) -> None:
    assert provenance("export", "several", "-o", "out.csv") == (0, "", "")
    assert left_in(folder) == ["out-edges.csv", "out-nodes.csv"]


def test_csv_needs_a_name(provenance: Provenance) -> None:
    ran = provenance("export", "several", "--format", "csv")
    assert refused(ran, "csv is 2 files: name them with -o NAME.csv")


def test_a_file_has_the_rights_a_new_file_gets(provenance: Provenance, folder: Path) -> None:
    before = os.umask(0o027)
    try:
        provenance("export", "several", "-o", "out.dot")
    finally:
        os.umask(before)
    assert stat.S_IMODE((folder / "out.dot").stat().st_mode) == 0o640


def test_what_is_there_is_replaced_only_with_force(provenance: Provenance, folder: Path) -> None:
    (folder / "out.dot").write_text("mine")
    ran = provenance("export", "several", "-o", "out.dot")
    assert refused(ran, "'out.dot' is there already; write it again with --force")
    assert (folder / "out.dot").read_text() == "mine"
    assert provenance("export", "several", "-o", "out.dot", "--force").code == 0
    assert (folder / "out.dot").read_text().startswith("digraph")


def test_one_of_two_files_that_is_there_keeps_both_from_being_written(provenance: Provenance, folder: Path) -> None:
    (folder / "out-edges.csv").write_text("mine")
    assert provenance("export", "several", "-o", "out.csv").code == 2
    assert left_in(folder) == ["out-edges.csv"]


def test_a_link_is_written_through(provenance: Provenance, folder: Path) -> None:
    (folder / "real.dot").write_text("old")
    (folder / "link.dot").symlink_to("real.dot")
    assert provenance("export", "several", "-o", "link.dot", "--force").code == 0
    assert (folder / "link.dot").is_symlink()
    assert (folder / "real.dot").read_text().startswith("digraph")


def test_a_dangling_link_is_there_already(provenance: Provenance, folder: Path) -> None:
    (folder / "link.dot").symlink_to("nowhere.dot")
    assert provenance("export", "several", "-o", "link.dot").code == 2
    assert left_in(folder) == ["link.dot"]


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_device_is_written_to_and_not_replaced(provenance: Provenance, force: list[str]) -> None:
    assert provenance("export", "several", "--format", "dot", "-o", os.devnull, *force) == (0, "", "")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("data", "'data' is a folder; name a file in it"),
        ("..", "'..' is a folder; name a file in it"),
        ("/", "'/' names no file"),
        ("", "'' names no file"),
        ("no/folder/out.dot", "cannot write 'no/folder/out.dot': there is no folder 'no/folder'"),
        ("data/records.yaml/out.dot", "cannot write 'data/records.yaml/out.dot': not a directory"),
        ("x" * 300, f"cannot write '{'x' * 300}': file name too long"),
    ],
)
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_place_that_cannot_be_written_is_refused(
    provenance: Provenance, folder: Path, name: str, message: str, force: list[str]
) -> None:
    assert refused(provenance("export", "several", "--format", "dot", "-o", name, *force), message)
    assert left_in(folder) == []


def test_a_folder_that_stands_where_the_second_file_goes_leaves_no_first(provenance: Provenance, folder: Path) -> None:
    (folder / "out-edges.csv").mkdir()
    assert provenance("export", "several", "-o", "out.csv", "--force").code == 2
    assert left_in(folder) == ["out-edges.csv"]


@pytest.mark.parametrize(
    ("step", "number", "said"),
    [("os.fsync", errno.ENOSPC, "no space left on device"), ("os.replace", errno.EACCES, "permission denied")],
)
def test_a_full_or_read_only_folder_leaves_nothing_behind(
    provenance: Provenance, monkeypatch: pytest.MonkeyPatch, step: str, number: int, said: str
) -> None:
    def fail(*_: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(step, fail)
    ran = provenance("export", "several", "-o", "out.csv", "--force")  # without it, files get their names by `os.link`
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(f": {said}\n")
    assert left_in(Path.cwd()) == []


def test_a_read_only_folder(provenance: Provenance, unprivileged: Path) -> None:
    (unprivileged / "records.yaml").write_text("claims: {c: C}")
    call = ["export", "c", "--data", str(unprivileged), "-o"]
    assert provenance(*call, str(unprivileged / "out.dot")).code == 0
    (unprivileged / "shut").mkdir(mode=0o500)
    ran = provenance(*call, str(unprivileged / "shut" / "out.dot"))
    assert refused(ran, f"cannot write '{unprivileged}/shut/out.dot': permission denied")
    assert left_in(unprivileged / "shut") == []


def test_ctrl_c_in_the_middle_of_writing_leaves_nothing_behind(
    provenance: Provenance, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupt)
    assert provenance("export", "several", "-o", "out.csv").code == 130
    assert left_in(folder) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--format", "xls"], "there is no format 'xls'"), ([], "name a format"), (["-o", "out"], "name a format")],
)
def test_without_a_known_format_those_there_are_are_named(
    provenance: Provenance, folder: Path, arguments: list[str], said: str
) -> None:
    ran = provenance("export", "several", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.endswith(f"the formats are {', '.join(EXPORTERS)}\n")
    assert left_in(folder) == []


def test_an_unclear_claim_is_refused_before_anything_is_written(provenance: Provenance, folder: Path) -> None:
    ran = provenance("export", "sevral", "-o", "out.dot")
    assert (ran.code, ran.out) == (2, "")
    assert "Did you mean:\n  several" in ran.err
    assert left_in(folder) == []


def test_one_of_several_claims_that_is_unknown_is_refused(provenance: Provenance, folder: Path) -> None:
    ran = provenance("export", "several", "nope", "-o", "out.dot")
    assert refused(ran, "there is no claim 'nope'; `provenance list claims` lists them")
    assert left_in(folder) == []


def test_as_of_a_day_only_that_is_exported(provenance: Provenance) -> None:
    ran = provenance("export", "retracted", "--format", "json", "--as-of", "2020-01-01")
    assert "2020-01-01" in ran.out
    assert len(json.loads(ran.out)["nodes"]) < len(
        json.loads(provenance("export", "retracted", "--format", "json").out)["nodes"]
    )


SELECTIONS = {
    "two": ["several", "loop"],
    "all": ["--all"],
    "depth": ["loop", "--depth", "1"],
    "prune": ["loop", "--prune", "ring-b"],
    "as-of": ["retracted", "--as-of", "2020-01-01"],
}


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_takes_every_selection(provenance: Provenance, folder: Path, name: str, selection: str) -> None:
    whole = "retracted" if selection == "as-of" else "loop"
    suffix = EXPORTERS[name].suffix
    assert provenance("export", *SELECTIONS[selection], "--format", name, "-o", f"a{suffix}") == (0, "", "")
    assert provenance("export", whole, "--format", name, "-o", f"b{suffix}") == (0, "", "")
    part, all_ = ([path.read_bytes() for path in sorted(folder.glob(f"{one}*"))] for one in "ab")
    assert all(part)
    assert part != all_


def records(provenance: Provenance, *arguments: str) -> set[str]:
    nodes = json.loads(provenance("export", *arguments, "--format", "json").out)["nodes"]
    return {node["record"] for node in nodes}


def test_what_is_selected_is_what_the_tree_shows(provenance: Provenance) -> None:
    several, loop = records(provenance, "several"), records(provenance, "loop")
    assert records(provenance, "several", "loop") == several | loop
    assert records(provenance, "--all") > several | loop
    assert "ring-b" not in records(provenance, "loop", "--prune", "ring-b")
    assert records(provenance, "several", "--depth", "1") < several
