"""Which files a workspace has, and their text."""

import os
import re
import stat
from pathlib import Path

from provenance.limits import FILE_BYTES
from provenance.problems import Place, Problem, Severity

SUFFIXES = (".yaml", ".yml")
"""How the names of record files end, in any case."""

_READINGS = 3  # of a file that changes while it is read

_OTHER_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def find_files(root: str) -> tuple[list[str], list[Problem]]:
    """List the YAML files below `root` (or `root` itself if it is a file), sorted by path.

    Names that begin with a dot are passed over, as are links to folders.
    """
    if not os.path.lexists(root):
        hint = "name the folder of your records with --data DIR, or run the command where ./data is"
        return [], [_problem("no-folder", root, f"there is no folder or file '{root}'", hint)]
    if not Path(root).is_dir():
        return [root], []
    problems: list[Problem] = []
    found: list[str] = []

    def unreadable(error: OSError) -> None:
        problems.append(_unreadable(str(error.filename), error))

    for folder, folders, names in os.walk(root, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [
            os.path.join(folder, name)  # noqa: PTH118 - keeps the path as the user wrote its start
            for name in names
            if name.lower().endswith(SUFFIXES) and not name.startswith(".")
        ]
    if not found and not problems:
        hint = "name the folder that holds your records; `provenance init` makes one with an example"
        if os.path.isfile(os.path.join(root, "corpus.json")):  # noqa: PTH113, PTH118 - as above
            hint = "this is a corpus: `provenance corpus export --format yaml` writes its records as YAML"
        problems.append(_problem("no-files", root, f"there is no .yaml file in '{root}'", hint))
    return sorted(found), problems


def passed_over(root: str) -> list[str]:
    """List what stands below a folder and is not read, though its name begins with no dot: other files, linked folders.

    A name that ends in `/` is a folder that a link leads to.
    """
    found: list[str] = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        linked = [f"{name}/" for name in folders if os.path.islink(os.path.join(folder, name))]  # noqa: PTH114, PTH118
        others = [name for name in names if not name.lower().endswith(SUFFIXES) and not name.startswith(".")]
        found += (os.path.join(folder, name) for name in (*linked, *others))  # noqa: PTH118
    return sorted(found)


def find_all_files(*roots: str) -> tuple[list[str], list[Problem]]:
    """List the files below several roots, each once, however many paths lead to it."""
    problems: list[Problem] = []
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for root in roots:
        listed, found = find_files(root)
        problems += found
        for file in listed:
            files.setdefault(_real(file, folders), file)
    return list(files.values()), problems


def _real(file: str, folders: dict[str, str]) -> str:
    """Give what `os.path.realpath` gives, which asks for every folder above a file, and again for the next file."""
    if os.path.islink(file):  # noqa: PTH114 - names are texts, and there may be many thousands
        return os.path.realpath(file)
    folder, name = os.path.split(file)
    if folder not in folders:
        folders[folder] = os.path.realpath(folder)
    return os.path.join(folders[folder], name)  # noqa: PTH118


def state_of(root: str) -> dict[str, tuple[int, int, int]]:
    """Give, of each file below `root`, what is another once it is saved: time, size and number."""
    found: dict[str, tuple[int, int, int]] = {}
    for file in find_all_files(root)[0]:
        try:
            state = os.stat(file)  # noqa: PTH116
        except OSError:  # it went away meanwhile, or leads nowhere
            continue
        found[file] = state.st_mtime_ns, state.st_size, state.st_ino
    return found


def read_text(file: str) -> tuple[str | None, list[Problem]]:
    """Read one file as UTF-8 text, unchanged. Give None and the reason where it is not."""
    data, problems = read_bytes(file)
    return (None, problems) if data is None else decode(data, file)


def read_bytes(file: str) -> tuple[bytes | None, list[Problem]]:
    """Read one regular file that is not too large. Give None and the reason where it is not.

    What is read is one state of the file: where it changes meanwhile, it is read again, a few times.
    """
    try:
        for _ in range(_READINGS):
            data, problems = _read_once(file)
            if data is not None or problems:
                return data, problems
    except OSError as error:
        return None, [_unreadable(file, error)]
    return None, [_problem("changing", file, "this file is being changed while it is read", "wait, and run this again")]


def too_large(file: str) -> Problem:
    """Say that a file is larger than a file may be."""
    hint = f"split it: a workspace may have any number of files; {FILE_BYTES.raised}"
    return _problem("too-large", file, f"this file is larger than {FILE_BYTES.shown(FILE_BYTES.now())}", hint)


def _read_once(file: str) -> tuple[bytes | None, list[Problem]]:
    """Give the bytes of a file, or why there are none; neither where it changed meanwhile."""
    limit = FILE_BYTES.now()
    before = os.stat(file)  # noqa: PTH116
    if not stat.S_ISREG(before.st_mode):
        return None, [_problem("unreadable", file, "this is not a regular file", "move it out of the folder")]
    if before.st_size > limit:
        return None, [too_large(file)]
    with open(file, "rb", buffering=0, opener=_opened) as opened:  # a third of the time of Path
        data = opened.read() if before.st_size else opened.read(limit + 1)
        after = os.fstat(opened.fileno())
    if _state(before) != _state(after) or len(data) < after.st_size:
        return None, []
    return (data, []) if len(data) <= limit else (None, [too_large(file)])


def _opened(file: str, flags: int) -> int:
    """Open a file without waiting: where a pipe has taken its place, nobody may ever write into it."""
    return os.open(file, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))


def _state(found: os.stat_result) -> tuple[int, ...]:
    return found.st_ino, found.st_dev, found.st_mode, found.st_size, found.st_mtime_ns


def decode(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """Read the bytes of a file as UTF-8 text. Give None and the reason where they are not."""
    for mark, name in _OTHER_ENCODINGS:
        if data.startswith(mark):
            return None, [_problem("not-utf8", file, f"this file is {name}, not UTF-8", "save it as UTF-8")]
    if b"\x00" in data[:8192]:
        hint = "only YAML text belongs in the folder; move this file elsewhere"
        return None, [_problem("binary-file", file, "this is a binary file, not text", hint)]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return None, [_not_utf8(data, error.start, file)]


def normal(text: str) -> str:
    """Drop the byte order mark, and end lines as YAML does."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(data: bytes, at: int, file: str) -> Problem:
    before = data[:at].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    rest = re.split(rb"[\r\n]", data[at:])[0].decode("utf-8", "replace")
    start = before.rfind("\n") + 1
    return Problem(
        code="not-utf8",
        severity=Severity.ERROR,
        place=Place(file, before.count("\n") + 1, len(before) - start + 1),
        message=f"the byte 0x{data[at]:02X} is not UTF-8",
        hint="save the file as UTF-8 (it may be Windows-1252 or another old encoding)",
        excerpt=before[start:] + rest,
    )


def _unreadable(file: str, error: OSError) -> Problem:
    reason = (error.strerror or str(error)).lower()
    return _problem("unreadable", file, f"this cannot be read: {reason}", "check the path and its permissions")


def _problem(code: str, file: str, message: str, hint: str) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, place=Place(file), message=message, hint=hint)
