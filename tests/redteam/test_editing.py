"""Commands that change files somebody wrote, or make many: where writing goes wrong, each file is old or new, and whole."""

import os
import signal
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from provenance.cli.app import run
from tests.redteam.test_outputs import FULL, KILLED, RECORDS, desk, ran

__all__ = ["desk"]  # a fixture

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="limits, signals and links as POSIX has them"),
    pytest.mark.no_cover,
]

MESSY = "claims:\n    dam:   {text: The dam holds., stronger_than: bridge}   # as the mayor said\n"

WRITERS: dict[str, tuple[str, ...]] = {
    "init": ("init", "out"),
    "new": ("new", "claim", "--text", "The dam is old.", "--file", "data/b.yaml"),
    "new in a folder that is missing": ("new", "claim", "--text", "The dam is old.", "--file", "data/sub/new.yaml"),
    "fmt": ("fmt",),
    "schema": ("schema", "-o", "out.json"),
    "draft a page": ("draft", "URL", "-o", "out.yaml", "--allow-private"),
    "corpus import": ("corpus", "import", "data", "-o", "out"),
}

INTERRUPTED = KILLED.replace("os.kill(os.getpid(), signal.SIGKILL)", "raise KeyboardInterrupt")
"""Ctrl-C comes where the process would give what it wrote its name."""

SECOND = """
import os, signal
_replace, _times = os.replace, []
def second(*arguments, **options):
    _times.append(1)
    if len(_times) > 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return _replace(*arguments, **options)
os.replace = second
"""
"""The process is killed where it would replace a second file."""


class Page(BaseHTTPRequestHandler):
    """One article, for whoever asks."""

    def do_GET(self) -> None:
        body = b"<title>The dam</title><article><p>The mayor said on Monday that the dam is old.</p></article>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:  # not among the output of tests
        pass


@pytest.fixture
def address() -> Iterator[str]:
    """Serve the article on this machine, and give its address."""
    server = HTTPServer(("127.0.0.1", 0), Page)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/dam"
    server.shutdown()
    server.server_close()


@pytest.fixture
def commands(desk: Path, address: str) -> dict[str, tuple[str, ...]]:
    """Give the commands, in a folder with one file that is laid out as it should be and two that are not."""
    (desk / "data" / "b.yaml").write_text(MESSY, encoding="utf-8")
    (desk / "data" / "c.yaml").write_text(MESSY.replace("dam", "lock"), encoding="utf-8")
    return {name: tuple(address if word == "URL" else word for word in words) for name, words in WRITERS.items()}


def everything(folder: Path) -> Mapping[str, bytes | None]:
    """Give what is below a folder, the cache left out: each file with its bytes, each folder with none."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
        if "cache" not in path.relative_to(folder).parts
    }


def finished(files: Mapping[str, bytes | None]) -> Mapping[str, bytes | None]:
    """Leave out what a killed program did not finish: names that it begins with a dot, and what is in such folders."""
    ours = {".provenance", ".vscode", ".gitignore", ".gitattributes"}
    return {
        name: body
        for name, body in files.items()
        if not any(part.startswith(".") and part not in ours for part in Path(name).parts)
    }


def needs(name: str) -> None:
    if name == "corpus import":
        pytest.importorskip("pyarrow")


@pytest.mark.parametrize("before", [FULL, INTERRUPTED], ids=["a full disk", "Ctrl-C"])
@pytest.mark.parametrize("name", WRITERS)
def test_what_cannot_be_written_changes_nothing(
    desk: Path, commands: dict[str, tuple[str, ...]], name: str, before: str
) -> None:
    needs(name)
    was = everything(desk)
    done = ran(commands[name], before)
    assert done.returncode == (2 if before == FULL else 130), done.stderr
    now = finished(everything(desk))
    if name == "corpus import":  # what it has done so far is kept for the next run, in folders without an index
        now = {file: body for file, body in now.items() if body is not None or not file.startswith("out")}
    assert now == finished(was)
    assert "Traceback" not in done.stderr
    assert "fault of the program" not in done.stderr
    again = ran(commands[name])
    assert again.returncode == 0, again.stderr


@pytest.mark.parametrize("name", WRITERS)
def test_a_killed_program_leaves_each_file_whole_and_the_next_run_finishes(
    desk: Path, commands: dict[str, tuple[str, ...]], name: str
) -> None:
    needs(name)
    was = everything(desk)
    assert ran(commands[name], KILLED).returncode == -signal.SIGKILL
    now = everything(desk)
    assert {file: now.get(file) for file in was} == was
    assert all(body is None for file, body in finished(now).items() if file not in was)
    again = ran(commands[name])
    assert again.returncode == 0, again.stderr
    assert finished(everything(desk)) != was


def test_a_program_that_is_killed_between_two_files_leaves_one_new_and_one_old(
    desk: Path, commands: dict[str, tuple[str, ...]]
) -> None:
    was = everything(desk)
    assert ran(commands["fmt"], SECOND).returncode == -signal.SIGKILL
    now = everything(desk)
    changed = [name for name in was if now[name] != was[name]]
    assert len(changed) == 1
    assert ran(("fmt", "--check", *changed)).returncode == 0
    assert ran(commands["fmt"]).returncode == 0
    assert ran(("fmt", "--check")).returncode == 0


@pytest.mark.parametrize("name", ["fmt", "new"])
def test_a_file_behind_a_link_is_changed_and_the_link_stays(
    desk: Path, commands: dict[str, tuple[str, ...]], name: str
) -> None:
    path = (desk / "data" / "b.yaml").rename(desk / "elsewhere.yaml")
    (desk / "data" / "b.yaml").symlink_to(path)
    assert ran(commands[name]).returncode == 0
    assert (desk / "data" / "b.yaml").is_symlink()
    assert path.read_text(encoding="utf-8") != MESSY


@pytest.mark.parametrize("name", ["init", "new", "fmt", "schema"])
def test_a_folder_that_may_not_be_written_is_told(
    unprivileged: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    monkeypatch.chdir(unprivileged)
    (unprivileged / "data").mkdir()
    (unprivileged / "data" / "a.yaml").write_text(RECORDS, encoding="utf-8")
    (unprivileged / "data" / "b.yaml").write_text(MESSY, encoding="utf-8")
    was = everything(unprivileged)
    for folder in (unprivileged / "data", unprivileged):
        folder.chmod(0o500)
    code = run(list(WRITERS[name]))
    assert (code, everything(unprivileged)) == (2, was)
    assert "permission denied" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["init", "schema", "draft a page", "corpus import"])
@pytest.mark.parametrize("there", ["a file", "a pipe", "a link that leads in a circle"])
def test_what_is_there_is_not_replaced(desk: Path, commands: dict[str, tuple[str, ...]], name: str, there: str) -> None:
    needs(name)
    path = desk / next(word for word in commands[name] if word.startswith("out"))
    match there:
        case "a file":
            path.write_text("as it was", encoding="utf-8")
        case "a pipe":
            if name in ("schema", "draft a page"):
                pytest.skip("a pipe is written to, not replaced")
            os.mkfifo(path)
        case _:
            path.symlink_to(path)
    names = sorted(os.listdir(desk))  # noqa: PTH208
    done = ran(commands[name])
    assert (done.returncode, "Traceback" in done.stderr) == (2, False), done.stderr
    assert sorted(os.listdir(desk)) == names  # noqa: PTH208
    assert there != "a file" or path.read_text(encoding="utf-8") == "as it was"
