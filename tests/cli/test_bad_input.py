"""Records that cannot be used: every command says what is wrong and where, all at once, and does nothing else."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.ran import Provenance, Ran, Write

RUNS = [
    ["trace", "c"],
    ["trace", "c", "--json"],
    ["tree", "c"],
    ["gaps"],
    ["gaps", "--csv"],
    ["list", "claims"],
    ["list", "reports", "--json"],
    ["show", "c"],
    ["check"],
    ["check", "--json"],
    ["check", "--format", "github"],
    ["check", "--format", "sarif"],
    ["export", "c", "-o", "out.dot"],
    ["export", "c", "-o", "out.csv", "--force"],
]
GOOD = "claims: {c: C}\noutlets: {o: {name: O}}\nreports: {r: {outlet: o, says: c}}\n"


def bomb() -> str:
    layers = [
        f"{name}: &{name} [{', '.join(9 * [f'*{before}'])}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    return "\n".join(["a: &a [lol]", *layers, "claims: *i"])


BAD: dict[str, tuple[str, bytes]] = {
    "empty": ("empty-file", b""),
    "only a comment": ("empty-file", b"# nothing\n"),
    "not YAML": ("not-yaml", b"claims: {c: [}\n"),
    "unclosed": ("not-yaml", b"claims: {c: [\n"),
    "a tab": ("not-yaml", b"claims:\n\tc: C\n"),
    "binary": ("binary-file", b"\x00\x01\x02\xff\xfe"),
    "Windows-1252": ("not-utf8", "claims: {c: Gerçek}".encode("cp1252")),
    "UTF-16": ("not-utf8", "claims: {c: C}".encode("utf-16")),
    "UTF-32": ("not-utf8", "claims: {c: C}".encode("utf-32")),
    "bomb": ("too-many-aliases", bomb().encode()),
    "10,000 lists deep": ("too-deep", b"claims: " + 10_000 * b"[" + 10_000 * b"]"),
    "10,000 mappings deep": ("too-deep", b"claims: " + 10_000 * b"{a: " + 10_000 * b"}"),
    "10,000 unclosed": ("too-deep", b"claims: " + 10_000 * b"["),
    "a key twice": ("duplicate-key", b"claims: {c: C, c: D}\n"),
    "an id twice": ("duplicate-id", b"claims: {c: C}\nparties: {c: {name: P}}\n"),
    "an unknown id": ("unknown-id", b"claims: {c: {text: C, could_confirm: nobody}}\n"),
    "an unknown key": ("unknown-key", b"claims: {c: {text: C, verdict: true}}\n"),
    "a wrong kind": ("wrong-kind", b"claims: {c: {text: C, could_confirm: d}, d: D}\n"),
    "claims in a circle": (
        "tie-cycle",
        b"claims: {c: {text: C, stronger_than: d}, d: {text: D, stronger_than: e}, e: {text: E, stronger_than: c}}\n",
    ),
    "a list of records": ("wrong-type", b"- {claims: c}\n"),
    "only text": ("wrong-type", b"just some words\n"),
    "a bad date": ("bad-date", b"claims: {c: C}\nreports: {r: {outlet: O, says: c, published: yesterday}}\n"),
    "an anonymous source with a name": ("anonymous-identity", b"sources: {s: {kind: anonymous, name: N}}\n"),
}


def before_and_after(folder: Path, run: Callable[[], Ran]) -> tuple[Ran, bool]:
    """Run, and tell whether the folder's files are what they were."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    ran = run()
    return ran, before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", BAD)
def test_bad_records_are_refused_with_code_and_place(
    provenance: Provenance, write: Write, tmp_path: Path, name: str
) -> None:
    code, data = BAD[name]
    write(GOOD if b"c:" not in data else "outlets: {o: {name: O}}\n", "good.yaml")
    (tmp_path / "data" / "bad.yaml").write_bytes(data)
    for arguments in RUNS:
        ran, untouched = before_and_after(tmp_path, lambda arguments=arguments: provenance(*arguments))  # type: ignore[misc]
        assert ran.code == 2, (arguments, ran)
        assert code in ran.out + ran.err, arguments
        assert "bad.yaml" in ran.out + ran.err
        assert "Traceback" not in ran.out + ran.err
        assert "fault of the program" not in ran.err
        assert untouched
        if arguments[0] == "check":
            assert ran.err == ""
        else:
            assert ran.out == ""
            assert ran.err.endswith(
                "provenance: the records cannot be used until these are mended; nothing was traced.\n"
            )


def test_every_problem_of_every_file_comes_at_once(provenance: Provenance, write: Write) -> None:
    write("claims: {c: {text: C, could_confirm: nobody, colour: red}}\n", "a.yaml")
    write("reports: {r: {outlet: O, says: d, published: 2025-13-01, cites: x}}\n", "b.yaml")
    err = provenance("trace", "c", width=200).err
    assert [line.split(" error ")[0] for line in err.splitlines() if " error " in line] == [
        "data/a.yaml:1:38:",
        "data/a.yaml:1:46:",
        "data/b.yaml:1:32:",
        "data/b.yaml:1:46:",
        "data/b.yaml:1:65:",
    ]


def test_warnings_and_notes_stop_no_answer(provenance: Provenance, write: Write) -> None:
    write("claims: {c: C}\nreports: {r: {outlet: Implicit, says: c, language: klingonese-x}}\n")
    ran = provenance("trace", "c")
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("arguments", RUNS, ids=" ".join)
def test_a_missing_folder_is_named(
    provenance: Provenance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = provenance(*arguments, "--data", "nowhere")
    assert ran.code == 2
    assert "no-folder" in ran.out + ran.err
    assert "Traceback" not in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_records_is_named(
    provenance: Provenance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    ran = provenance("trace", "c")
    assert (ran.code, ran.out) == (2, "")
    assert "data: error no-files: there is no .yaml file in 'data'" in ran.err


def test_a_folder_named_like_a_file_and_a_file_for_a_folder(
    provenance: Provenance, write: Write, tmp_path: Path
) -> None:
    write(GOOD)
    (tmp_path / "data" / "more.yaml").mkdir()
    assert provenance("trace", "c").code == 0
    assert provenance("trace", "c", "--data", "data/records.yaml").code == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_in_the_folder_is_not_waited_for(provenance: Provenance, write: Write, tmp_path: Path) -> None:
    write(GOOD)
    os.mkfifo(tmp_path / "data" / "pipe.yaml")
    ran = provenance("trace", "c")
    assert ran.code == 2
    assert "data/pipe.yaml: error unreadable: this is not a regular file" in ran.err
