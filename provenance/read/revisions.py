"""A workspace as a git revision holds it: read out of the repository's objects; nothing is checked out.

The plumbing commands used here run no hooks and no filters, and fetch nothing.
https://git-scm.com/docs/git-ls-tree, https://git-scm.com/docs/git-cat-file
"""

import os
import posixpath
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from provenance.files import SUFFIXES, decode, too_large
from provenance.limits import FILE_BYTES
from provenance.problems import Place, Problem, Severity
from provenance.read import Loaded, read_texts

_OF_ANOTHER = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_COMMON_DIR")
"""What git sets for programs that it starts; the repository meant here is that of the records."""

_SETTINGS = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "", "GIT_LITERAL_PATHSPECS": "1", "LC_ALL": "C"}
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_LINK = b"120000"


class RevisionError(Exception):
    """A revision cannot be read; the message says why."""


def load_revision(name: str, data: str) -> Loaded:
    """Read the records that `data` (a folder or file) held in the revision `name` of the repository it is in.

    Files are named `NAME:PATH`, as git does. Raises RevisionError where there is no such revision, repository or git.
    """
    repository = _Repository(data)
    commit = repository.commit(name)
    files = [file for file in repository.files(commit) if _holds_records(file.path, repository.path)]
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    limit = FILE_BYTES.now()
    for file, content in repository.contents([file for file in files if file.mode != _LINK and file.size <= limit]):
        text, found = decode(content, f"{name}:{file.path}")
        problems += found
        if text is not None:
            texts[f"{name}:{file.path}"] = text
    problems += _unread(name, files, repository)
    root = f"{name}:{repository.path}"
    return read_texts(texts, root, problems if files else [_no_files(root)])


class _File(NamedTuple):
    """A file of a revision; `path` is the one from the top of the repository."""

    mode: bytes
    object: str
    size: int
    path: str


class _Repository:
    """The git repository that holds the records; `path` is where, from its top."""

    def __init__(self, data: str) -> None:
        self._git = shutil.which("git")
        if self._git is None:
            raise RevisionError("git is not installed, without which no revision can be read")
        place = Path(os.path.realpath(data))
        self._folder = next(folder for folder in (place, *place.parents) if folder.is_dir())
        top = self._run("rev-parse", "--show-prefix")
        if b"not a git repository" in top.stderr:
            raise RevisionError(f"'{data}' is in no git repository, where revisions are looked for")
        below = place.relative_to(self._folder).as_posix()
        path = posixpath.normpath(os.fsdecode(_output(top)[:-1]) + below)
        self.path = "" if path == "." else path

    def commit(self, name: str) -> str:
        """Give the full name of the commit that `name` means."""
        if name.startswith("-") or "\0" in name:
            raise RevisionError("no revision begins with '-'")
        found = self._run("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        commit = os.fsdecode(found.stdout).strip()
        if not _COMMIT.fullmatch(commit):
            shallow = _output(self._run("rev-parse", "--is-shallow-repository")).strip() == b"true"
            hint = (
                "; this clone holds only the latest ones (`git fetch --unshallow` gets the others)" if shallow else ""
            )
            raise RevisionError(f"the git repository of the records has no revision of this name{hint}")
        return commit

    def files(self, commit: str) -> list[_File]:
        """Give the files at and below `path` in a commit, by path."""
        where = ["--", self.path] if self.path else []
        listed = _output(self._run("ls-tree", "-r", "-z", "-l", "--full-tree", commit, *where))
        return sorted(_files(listed), key=lambda file: file.path)

    def contents(self, files: Sequence[_File]) -> Iterator[tuple[_File, bytes]]:
        """Give each file with what it holds."""
        asked = "".join(f"{file.object}\n" for file in files)
        found = _output(self._run("cat-file", "--batch", asked=asked.encode("ascii")))
        at = 0
        for file in files:
            head = found[at : found.find(b"\n", at)]
            if head != f"{file.object} blob {file.size}".encode("ascii"):
                raise RevisionError(f"git does not have the content of {file.path}: {os.fsdecode(head)}")
            at += len(head) + 1
            yield file, found[at : at + file.size]
            at += file.size + 1

    def _run(self, *arguments: str, asked: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        assert self._git is not None
        kept = {name: text for name, text in os.environ.items() if name not in _OF_ANOTHER}
        command = [self._git, "-C", str(self._folder), *arguments]
        return subprocess.run(command, input=asked, capture_output=True, env=kept | _SETTINGS, check=False)  # noqa: S603 - no shell; names are verified


def _output(done: "subprocess.CompletedProcess[bytes]") -> bytes:
    if done.returncode:
        said = os.fsdecode(done.stderr).strip().split("\n")[0].removeprefix("fatal: ")
        raise RevisionError(f"git cannot read the repository: {said}")
    return done.stdout


def _files(listed: bytes) -> Iterator[_File]:
    """Read `MODE TYPE OBJECT SIZE<tab>PATH<nul>`; submodules are passed over, and a size git lacks is 0."""
    for entry in listed.split(b"\0")[:-1]:
        facts, _, path = entry.partition(b"\t")
        mode, kind, name, size = facts.split()
        if kind == b"blob":
            yield _File(mode, name.decode("ascii"), int(size) if size.isdigit() else 0, os.fsdecode(path))


def _holds_records(path: str, root: str) -> bool:
    """Tell whether reading the folder would read this file, too (files.py)."""
    below = posixpath.relpath(path, root) if root else path
    hidden = any(part.startswith(".") for part in below.split("/"))
    return path == root or (below.lower().endswith(SUFFIXES) and not hidden)


def _unread(name: str, files: Sequence[_File], repository: _Repository) -> Iterator[Problem]:
    read = {file.path for file in files if file.mode != _LINK}
    for file in files:
        if file.size > FILE_BYTES.now():
            yield too_large(f"{name}:{file.path}")
    links = [file for file in files if file.mode == _LINK]
    targets = {file.path: os.fsdecode(content) for file, content in repository.contents(links)} if links else {}
    for path, target in targets.items():
        if _end(path, targets) not in read:
            message = f"this is a link to '{target}', which is not among the records of this revision"
            yield _problem("unreadable", f"{name}:{path}", message, "put the file itself into the folder")


def _end(path: str, targets: Mapping[str, str]) -> str:
    """Follow links to what is none, or to one that was passed before."""
    passed: set[str] = set()
    while path in targets and path not in passed:
        passed.add(path)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(path), targets[path]))
    return path


def _no_files(root: str) -> Problem:
    hint = "the records may be younger than this revision, or have had another place: name it with --data"
    return _problem("no-files", root, f"there is no .yaml file in '{root}'", hint)


def _problem(code: str, file: str, message: str, hint: str) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, place=Place(file), message=message, hint=hint)
