"""Folders and files as they may be found: missing, empty, binary, in another encoding, no file at all."""

import os
from collections.abc import Callable, Iterator
from itertools import repeat
from pathlib import Path

import pytest

from provenance import files
from provenance.read import load
from tests.read.said import line

CLAIM = "claims: {c: C}\n"


def said(*roots: str | Path) -> list[str]:
    """Give what loading says, with file names below the first root."""
    start = f"{roots[0]}/"
    found = load(*map(str, roots)).problems
    return [f"{problem.place.file.removeprefix(start)} {line(problem)}".replace(start, "") for problem in found]


def test_no_folder(tmp_path: Path) -> None:
    hint = "name the folder of your records with --data DIR, or run the command where ./data is"
    for root in (str(tmp_path / "gone"), "", "a\x00b"):
        (problem,) = load(root).problems
        assert line(problem) == f"0:0+1 error no-folder: there is no folder or file '{root}' | {hint}"
        assert problem.place.file == root


def test_no_files(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(CLAIM)
    (tmp_path / ".hidden.yaml").write_text(CLAIM)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.yaml").write_text(CLAIM)
    assert said(tmp_path) == [
        f"{tmp_path} 0:0+1 error no-files: there is no .yaml file in '{tmp_path}' | name the folder that holds your records; `provenance init` makes one with an example"
    ]
    assert not load(str(tmp_path)).usable


def test_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").touch()
    (tmp_path / "b.yaml").write_bytes(b"\xef\xbb\xbf\r\n")
    (tmp_path / "c.yaml").write_text(CLAIM)
    message = "0:0+1 error empty-file: this file is empty | write a record into it, or delete it"
    assert said(tmp_path) == [f"a.yaml {message}", f"b.yaml {message}"]


def test_files_of_any_depth_are_read_by_their_ending(tmp_path: Path) -> None:
    for number, name in enumerate(
        ["a.yaml", "b.yml", "B.YAML", "x/y/z.yaml", "a b/ж.yml", "no.json", "yaml", "a.yaml~"]
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"claims: {{c{number}: C}}\n")
    loaded = load(str(tmp_path))
    assert list(loaded.workspace.claims) == ["c0", "c1", "c2", "c3", "c4"]
    assert loaded.workspace.root == str(tmp_path)


def test_one_file_may_be_named_whatever_its_ending(tmp_path: Path) -> None:
    (tmp_path / "records.txt").write_text(CLAIM)
    loaded = load(str(tmp_path / "records.txt"))
    assert (loaded.problems, list(loaded.workspace.claims)) == ((), ["c"])


def test_several_roots_are_one_workspace_and_a_file_in_two_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "claims.yaml").write_text(CLAIM)
    (tmp_path / "b.yaml").write_text("reports: {r: {outlet: X, says: c}}\n")
    a, b = str(tmp_path / "a"), str(tmp_path / "b.yaml")
    assert load(a, b, b).problems == ()
    assert load(str(tmp_path), f"{a}/../a", b).problems == ()
    assert load(b).problems[0].code == "unknown-id"
    assert load(a, str(tmp_path / "gone")).complete is False


def test_binary_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\x7fELF\x02\x01\x01\x00\x00\x00")
    (tmp_path / "b.yaml").write_bytes("claims: {}".encode("utf-16-le"))
    (tmp_path / "c.yaml").write_bytes(CLAIM.encode() + b"#" * 9_000 + b"\x00")
    message = "0:0+1 error binary-file: this is a binary file, not text | only YAML text belongs in the folder; move this file elsewhere"
    assert said(tmp_path)[:2] == [f"a.yaml {message}", f"b.yaml {message}"]
    assert "c.yaml 2:9001+1 error control-character: the character U+0000" in said(tmp_path)[2]


@pytest.mark.parametrize(("encoding", "name"), [("utf-16", "UTF-16"), ("utf-32", "UTF-32")])
@pytest.mark.parametrize("order", ["-le", "-be"])
def test_not_utf8(tmp_path: Path, encoding: str, name: str, order: str) -> None:
    (tmp_path / "a.yaml").write_bytes(("\ufeff" + CLAIM).encode(encoding + order))
    assert said(tmp_path) == [f"a.yaml 0:0+1 error not-utf8: this file is {name}, not UTF-8 | save it as UTF-8"]


@pytest.mark.parametrize(
    ("data", "place", "byte", "excerpt"),
    [
        ("title: Gerçek Gündem\n".encode("iso-8859-9"), "1:11", "E7", "title: Ger�ek G�ndem"),
        (b"a: b\r\nc: \xc4\x80\xff d\r\ne: f", "2:5", "FF", "c: \u0100\ufffd d"),
        (b"a\rb: \x80\rc", "2:4", "80", "b: \ufffd"),
        (b"\xef\xbb\xbfa: \xe2\x82", "1:4", "E2", "a: \ufffd"),
        (b"\xff", "1:1", "FF", "\ufffd"),
        (b"a: \xed\xa0\x80\n", "1:4", "ED", "a: \ufffd\ufffd\ufffd"),
        (b"\xc0\xaf", "1:1", "C0", "\ufffd\ufffd"),
    ],
)
def test_a_byte_that_is_not_utf8_is_placed(tmp_path: Path, data: bytes, place: str, byte: str, excerpt: str) -> None:
    (tmp_path / "a.yaml").write_bytes(data)
    hint = "save the file as UTF-8 (it may be Windows-1252 or another old encoding)"
    assert said(tmp_path) == [f"a.yaml {place}+1 error not-utf8: the byte 0x{byte} is not UTF-8 | {hint}"]
    assert load(str(tmp_path)).problems[0].excerpt == excerpt


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROVENANCE_MAX_FILE_BYTES", "2 MiB")
    (tmp_path / "a.yaml").write_bytes(b"#" * ((2 << 20) + 1))
    (tmp_path / "b.yaml").write_bytes(CLAIM.encode() + b"#" * ((2 << 20) - len(CLAIM)))
    hint = "split it: a workspace may have any number of files; or raise PROVENANCE_MAX_FILE_BYTES"
    assert said(tmp_path) == [f"a.yaml 0:0+1 error too-large: this file is larger than 2 MiB | {hint}"]


def test_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROVENANCE_MAX_RECORDS", "1")
    (tmp_path / "a.yaml").write_text(CLAIM)
    assert said(tmp_path) == []
    (tmp_path / "b.yaml").write_text("claims: {d: D}\n")
    hint = "`provenance corpus import` traces tables of any size; split the workspace, or raise PROVENANCE_MAX_RECORDS"
    assert said(tmp_path) == [f"{tmp_path} 0:0+1 error too-many: this workspace has 2 records, more than 1 | {hint}"]


def changed_before_it_is_read(monkeypatch: pytest.MonkeyPatch, changes: Iterator[Callable[[str], object]]) -> None:
    """Let another program change a file between the look at it and the reading of it, as often as there are changes."""
    opened = files._opened

    def open_changed(file: str, flags: int) -> int:
        next(changes, str)(file)
        return opened(file, flags)

    monkeypatch.setattr(files, "_opened", open_changed)


def grow(file: str) -> None:
    with Path(file).open("a", encoding="utf-8") as opened:
        opened.write("# more\n")


def test_changing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text(CLAIM)
    changed_before_it_is_read(monkeypatch, repeat(grow))
    assert said(tmp_path) == [
        "a.yaml 0:0+1 error changing: this file is being changed while it is read | wait, and run this again"
    ]


def test_a_file_that_changed_once_is_read_as_it_is_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text(CLAIM)
    changed_before_it_is_read(monkeypatch, iter([grow]))
    loaded = load(str(tmp_path))
    assert (loaded.problems, list(loaded.texts.values())) == ((), [f"{CLAIM}# more\n"])


def test_a_file_that_is_gone_meanwhile_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text(CLAIM)
    changed_before_it_is_read(monkeypatch, iter([os.unlink]))
    assert said(tmp_path) == [
        "a.yaml 0:0+1 error unreadable: this cannot be read: no such file or directory | check the path and its permissions"
    ]


def test_a_pipe_that_takes_the_place_of_a_file_holds_nobody_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pipe(file: str) -> None:
        Path(file).unlink()
        os.mkfifo(file)

    (tmp_path / "a.yaml").write_text(CLAIM)
    changed_before_it_is_read(monkeypatch, iter([pipe]))
    assert said(tmp_path) == ["a.yaml 0:0+1 error unreadable: this is not a regular file | move it out of the folder"]


def test_unreadable(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.yaml")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "gone.yaml").symlink_to("nowhere.yaml")
    (tmp_path / "c.yaml").write_text("reports: {r: {outlet: X, says: c}}\n")
    check = "check the path and its permissions"
    assert said(tmp_path) == [
        "fifo.yaml 0:0+1 error unreadable: this is not a regular file | move it out of the folder",
        f"gone.yaml 0:0+1 error unreadable: this cannot be read: no such file or directory | {check}",
        f"loop.yaml 0:0+1 error unreadable: this cannot be read: too many levels of symbolic links | {check}",
    ]
    (fifo,) = load(str(tmp_path / "fifo.yaml")).problems
    assert fifo.code == "unreadable"


def test_links_to_files_are_read_and_links_to_folders_are_not(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "claims.txt").write_text(CLAIM)
    (tmp_path / "data" / "claims.yaml").symlink_to(tmp_path / "claims.txt")
    (tmp_path / "data" / "round").symlink_to(tmp_path / "data")
    (tmp_path / "data" / "round.yaml").symlink_to(tmp_path / "data")
    loaded = load(str(tmp_path / "data"))
    assert (loaded.problems, list(loaded.texts)) == ((), [str(tmp_path / "data" / "claims.yaml")])


def test_a_folder_whose_name_ends_like_a_file_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    (tmp_path / "x.yaml" / "a.yaml").write_text(CLAIM)
    loaded = load(str(tmp_path))
    assert (loaded.problems, list(loaded.workspace.claims)) == ((), ["c"])


def test_a_file_or_folder_without_permission(unprivileged: Path) -> None:
    (unprivileged / "a.yaml").write_text(CLAIM)
    (unprivileged / "a.yaml").chmod(0)
    (unprivileged / "b").mkdir(mode=0)
    expected = "error unreadable: this cannot be read: permission denied | check the path and its permissions"
    assert said(unprivileged) == [f"a.yaml 0:0+1 {expected}", f"b 0:0+1 {expected}"]


def test_a_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "a.yaml").write_text(CLAIM)
    real = os.scandir

    def scandir(path: str) -> "os._ScandirIterator[str]":
        if str(path).endswith("/b"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    loaded = load(str(tmp_path))
    assert [line(problem) for problem in loaded.problems] == [
        "0:0+1 error unreadable: this cannot be read: permission denied | check the path and its permissions"
    ]
    assert (loaded.complete, loaded.usable, list(loaded.workspace.claims)) == (False, False, ["c"])


def test_a_file_name_that_is_not_text_is_kept(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.yaml")
    (tmp_path / name).write_text("claims: {c: }\n")
    (problem,) = load(str(tmp_path)).problems
    assert problem.place.file == str(tmp_path / name)
