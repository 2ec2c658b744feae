"""The digest of what the files hold."""

import os
import sys
from pathlib import Path

import pytest

import provenance
from provenance import packing
from provenance.index import content
from provenance.index.content import content_of_texts, find_many
from provenance.read import load
from tests.index.kept import digest_of, write_all

CLAIM = "claims: {asked: It asked for the ships back.}\n"


def test_the_same_bytes_give_the_same_digest_whenever_they_were_written(tmp_path: Path) -> None:
    data = write_all(tmp_path, {"a.yaml": CLAIM})
    first = digest_of(data)
    os.utime(tmp_path / "a.yaml", (1, 1))
    (tmp_path / "notes.txt").write_text("no record")
    assert digest_of(data) == first is not None


def test_another_byte_another_digest_though_size_and_time_are_the_same(tmp_path: Path) -> None:
    data = write_all(tmp_path, {"a.yaml": CLAIM})
    os.utime(tmp_path / "a.yaml", (1, 1))
    first = digest_of(data)
    (tmp_path / "a.yaml").write_text(CLAIM.replace("ships", "chips"))
    os.utime(tmp_path / "a.yaml", (1, 1))
    assert digest_of(data) != first


def test_another_file_name_or_folder_another_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_all(tmp_path, {"one/a.yaml": CLAIM, "two/b.yaml": CLAIM})
    monkeypatch.chdir(tmp_path)
    ways = ("one", "./one", "one/a.yaml", str(tmp_path / "one"), "two", ".")
    assert len({digest_of(data) for data in ways}) == len(ways)


def test_two_files_are_not_one_that_holds_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_all(tmp_path, {"one/a.yaml": CLAIM + CLAIM, "one/b.yaml": "", "two/a.yaml": CLAIM, "two/b.yaml": CLAIM})
    digests = set()
    for folder in ("one", "two"):
        monkeypatch.chdir(tmp_path / folder)
        digests.add(digest_of("."))
    assert len(digests) == 2


def test_another_program_another_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = write_all(tmp_path, {"a.yaml": CLAIM})
    digests = {digest_of(data)}
    for module, name, other in (
        (provenance, "__version__", "99.0"),
        (packing, "FORMAT", 99),
        (content, "FORMAT", 99),
        (sys, "version", "4.0 (new)"),
        (content, "_READERS", ("", "read")),
    ):
        with monkeypatch.context() as changed:
            changed.setattr(module, name, other)
            digests.add(digest_of(data))
    assert len(digests) == 6


@pytest.mark.parametrize("made", ["gone", "empty", "pipe"])
def test_what_cannot_all_be_read_has_none(tmp_path: Path, made: str) -> None:
    if made != "gone":
        (tmp_path / made).mkdir()
    if made == "pipe":
        write_all(tmp_path / made, {"a.yaml": CLAIM})
        os.mkfifo(tmp_path / made / "b.yaml")
    assert digest_of(str(tmp_path / made)) is None


def test_only_much_yaml_is_large(tmp_path: Path) -> None:
    data = write_all(tmp_path, {"a.yaml": CLAIM})
    assert not find_many(data)
    (tmp_path / "b.yaml").write_text("#" * (content.SMALLEST - len(CLAIM) - 1))
    assert not find_many(data)
    (tmp_path / "c.yml").write_text("#")
    assert find_many(data)
    assert not find_many(str(tmp_path / "gone"))


def test_the_texts_that_were_read_have_the_digest_of_their_files(tmp_path: Path) -> None:
    """A byte order mark and other line ends are not among the texts, and change nothing but the digest."""
    data = write_all(
        tmp_path, {"a.yaml": "\ufeff" + CLAIM.replace("\n", "\r\n"), "b/c.yml": CLAIM.replace("asked", "d")}
    )
    assert content_of_texts(data, load(data).texts) == digest_of(data) is not None


@pytest.mark.parametrize(
    "changed",
    [
        {"a.yaml": CLAIM.encode().replace(b"ships", b"chips")},
        {"c.yaml": CLAIM.encode()},
        {"a.yaml": b"claims: \xff\n"},
        {"a.yaml": None},
    ],
    ids=["another text", "one more", "no text", "one gone"],
)
def test_files_that_changed_since_they_were_read_have_none(tmp_path: Path, changed: dict[str, bytes | None]) -> None:
    data = write_all(tmp_path, {"a.yaml": CLAIM, "b.yaml": CLAIM.replace("asked", "other")})
    texts = load(data).texts
    for name, found in changed.items():
        if found is None:
            (tmp_path / name).unlink()
        else:
            (tmp_path / name).write_bytes(found)
    assert content_of_texts(data, texts) is None
