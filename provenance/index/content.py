"""What the files of a workspace hold, as one short digest: another byte, another digest."""

import os
from collections.abc import Mapping

from provenance import packing
from provenance.files import decode, find_all_files, normal, read_bytes
from provenance.program import made_by

FORMAT = 1
"""Changes with what an index file holds beside the packed records."""

SMALLEST = 256 * 1024
"""The bytes of YAML from which on an index is kept: fewer are read in about the time an index saves."""

DIGEST_BYTES = 24

_READERS = ("", "check", "index", "read")
"""The rooms whose code decides what stands in an index."""


def find_many(data: str) -> list[str] | None:
    """List the files of a workspace that is worth an index; None where it has little YAML, or not all can be found."""
    names, problems = find_all_files(data)
    try:
        large = not problems and sum(os.stat(name).st_size for name in names) >= SMALLEST  # noqa: PTH116
    except OSError:
        return None
    return names if large else None


def content_of(data: str, names: list[str]) -> bytes | None:
    """Give the digest of a workspace's files; None where one cannot be read.

    It is taken from the bytes, never from times or sizes: reading and digesting 20 MB takes 40 ms.
    """
    files = _read(names)
    return None if files is None else _digest(data, files)


def content_of_texts(data: str, texts: Mapping[str, str]) -> bytes | None:
    """Give the digest of a workspace's files; None also where they no longer hold the `texts` that were read."""
    names, problems = find_all_files(data)
    files = None if problems or set(names) != texts.keys() else _read(names)
    if files is None:
        return None
    for file, found in files.items():
        text, _ = decode(found, file)
        if text is None or normal(text) != texts[file]:
            return None
    return _digest(data, files)


def _read(names: list[str]) -> dict[str, bytes] | None:
    files: dict[str, bytes] = {}
    for name in sorted(names):
        found, _ = read_bytes(name)
        if found is None:
            return None
        files[name] = found
    return files


def _digest(data: str, files: Mapping[str, bytes]) -> bytes:
    """Digest also whatever else decides what is read: the names as given, the program, the Python that runs it."""
    import hashlib  # noqa: PLC0415 - a small workspace needs neither, and they take as long to import as it to read
    import json  # noqa: PLC0415

    each = [[name, hashlib.blake2b(found, digest_size=DIGEST_BYTES).hexdigest()] for name, found in files.items()]
    made = [FORMAT, packing.FORMAT, *made_by(*_READERS)]
    whole = json.dumps([made, data, each]).encode()
    return hashlib.blake2b(whole, digest_size=DIGEST_BYTES).digest()
