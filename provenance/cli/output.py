"""Printing and writing: the only place that knows what is a terminal, and how a file is replaced."""

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TextIO

from provenance.cli.exits import UNUSABLE
from provenance.report.lines import Line, Span, line, plain, wrap
from provenance.safe import visible

_PIPE_WIDTH = 100


class Stop(SystemExit):
    """Ends a command with a message on stderr."""

    def __init__(self, message: str, code: int = UNUSABLE) -> None:
        super().__init__(code)
        rows = [visible(row) for row in message.split("\n")]
        if sys.stderr.isatty():  # into a file it stays one row, to be searched
            rows = [plain([line(row, rest="  ")], width()).rstrip("\n") for row in rows]
        say("\n".join(rows))


def say(words: str) -> None:
    """Print a line on stderr; quiet where that cannot be written: there is nowhere left to say so."""
    try:
        print(words, file=sys.stderr, flush=True)  # noqa: T201
    except OSError:
        _write_nowhere(sys.stderr)


def width() -> int:
    """Give how many cells a row may take: the terminal's, COLUMNS, or 100 where output is no terminal."""
    return max(20, shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns)


def shows_unicode() -> bool:
    """Tell whether standard output can show box-drawing characters."""
    return (sys.stdout.encoding or "ascii").lower().replace("-", "").startswith("utf")


def print_lines(lines: Iterable[Line], *, to_stderr: bool = False, whole: bool = False) -> None:
    """Print lines, coloured where the output is a terminal that shows colour and NO_COLOR is not set.

    With `whole` none is wrapped: what is copied out of a terminal is as it was written.
    """
    print_rows(wrap(lines, None if whole else width()), to_stderr=to_stderr)


def print_rows(rows: Iterable[Sequence[Span]], *, to_stderr: bool = False) -> None:
    """Print rows that are wrapped already; see `print_lines`."""
    stream = sys.stderr if to_stderr else sys.stdout
    rows = map(_joined, rows)
    if not stream.isatty() or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb":
        print_text("".join(f"{''.join(text for text, _ in row)}\n" for row in rows), to_stderr=to_stderr)
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it, and it is dear to import
    from rich.text import Text  # noqa: PLC0415

    console = Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=True)
    for row in rows:
        console.print(Text.assemble(*((_shown(text, stream), style.value) for text, style in row)), soft_wrap=True)


def _joined(row: Iterable[Span]) -> list[Span]:
    """Give a row as stretches of one style each, without the spaces behind it: one beyond the last cell makes a row."""
    spans = [("".join(text for text, _ in part), style) for style, part in groupby(row, key=itemgetter(1))]
    while spans and not spans[-1][0].rstrip():
        spans.pop()
    return [*spans[:-1], (spans[-1][0].rstrip(), spans[-1][1])] if spans else []


def print_text(text: str, *, to_stderr: bool = False) -> None:
    """Print text for people; characters the output cannot show become escapes. Quiet where nobody reads any more."""
    stream = sys.stderr if to_stderr else sys.stdout
    with reader_may_leave(stream):
        stream.write(_shown(text, stream))


def print_data(content: str | bytes) -> None:
    """Print for programs: text as UTF-8 with its own line ends, whatever the terminal can show; bytes never to one."""
    if isinstance(content, bytes) and sys.stdout.isatty():
        raise Stop("provenance: this format is no text for a terminal; name a file with -o FILE")
    with reader_may_leave():
        sys.stdout.flush()
        sys.stdout.buffer.write(_bytes(content))


def _shown(text: str, stream: TextIO) -> str:
    encoding = stream.encoding or "ascii"
    return text.encode(encoding, "backslashreplace").decode(encoding)


@contextmanager
def reader_may_leave(stream: TextIO | None = None) -> Iterator[None]:
    """Drop what is written to a pipe that its reader has closed (`| head`); the exit code stays what it would be.

    `stream` is what is written to: standard output where None; the other one stays as it is. Output that cannot be
    written for another reason (a full disk) ends the command.
    """
    stream = sys.stdout if stream is None else stream
    try:
        yield
    except BrokenPipeError:
        _write_nowhere(stream)
    except OSError as error:
        _write_nowhere(stream)
        raise Stop(f"provenance: cannot write the output: {(error.strerror or str(error)).lower()}") from None


def _write_nowhere(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def write_files(contents: Mapping[str, str | bytes], *, force: bool) -> None:
    """Write files whole or not at all; refuse to replace any without `force`, before a byte is written.

    What is there and is no file (a pipe, /dev/null) is written to, never replaced.
    """
    written: list[tuple[str, str]] = []
    path = ""
    try:
        for path in contents:
            refuse_to_replace(path, force=force)
        for path, content in contents.items():
            target = os.path.realpath(path)
            if _is_device(path):
                Path(path).write_bytes(_bytes(content))
            else:
                written.append((_write_beside(target, content), target))
        _give_names(written, force=force)
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            _refuse_without_folder(path)
        raise Stop(f"provenance: cannot write '{path}': {(error.strerror or str(error)).lower()}") from None
    finally:
        for temporary, _ in written:
            Path(temporary).unlink(missing_ok=True)


def _give_names(written: Sequence[tuple[str, str]], *, force: bool) -> None:
    """Give finished files their names: all of them or, where none is replaced, none."""
    given: list[str] = []
    try:
        for temporary, target in written:
            _give_name(temporary, target, force=force)
            given.append(target)
    except BaseException:
        for target in given if not force else ():
            Path(target).unlink(missing_ok=True)
        raise


def _give_name(temporary: str, target: str, *, force: bool) -> None:
    """Give a finished file its name; without `force`, not the name of a file that another program made meanwhile."""
    if not force:
        try:
            os.link(temporary, target)  # fails where the name is taken, in one step
        except FileExistsError:
            raise Stop(f"provenance: '{target}' is there already; write it again with --force") from None
        except OSError:  # a file system without links; between look and renaming another program may be faster
            refuse_to_replace(target, force=False)
        else:
            return
    os.replace(temporary, target)  # noqa: PTH105


def refuse_to_replace(*paths: str, force: bool) -> None:
    """Stop where a path is a folder, or a file that is not to be replaced."""
    for path in paths:
        if Path(path).is_dir():
            raise Stop(f"provenance: '{path}' is a folder; name a file in it")
        if os.path.lexists(path) and not force and not _is_device(path):
            raise Stop(f"provenance: '{path}' is there already; write it again with --force")


def refuse_before(*paths: str, force: bool) -> None:
    """Stop where a file could not be written, before a long work: also where it has no folder."""
    refuse_to_replace(*paths, force=force)
    for path in paths:
        _refuse_without_folder(path)


def _refuse_without_folder(path: str) -> None:
    if not os.path.isdir(Path(path).parent):  # noqa: PTH112 - unlike Path, it takes a folder nobody may look into
        raise Stop(f"provenance: cannot write '{path}': there is no folder '{Path(path).parent}'")


def _is_device(path: str) -> bool:
    return Path(path).exists() and not Path(path).is_file()


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _write_beside(target: str, content: str | bytes) -> str:
    """Write a temporary file in the target's folder and give its path; leave none behind on failure."""
    folder, name = os.path.split(target)
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=f".{name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_bytes(content))
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(target))  # noqa: PTH101
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return temporary


def _mode(target: str) -> int:
    """Give the permissions of the file that is replaced, or those of a new one."""
    if Path(target).exists():
        return stat.S_IMODE(os.stat(target).st_mode)  # noqa: PTH116
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
