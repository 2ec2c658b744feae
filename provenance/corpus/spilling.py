"""Spill files: what one stage hands to the next, whole or absent, one part of a file readable alone."""

import marshal
import os
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def write_parts(path: Path, parts: Sequence[Any]) -> None:
    """Write plain values (lists, tuples, dicts, texts, numbers), each readable alone; None takes no room."""
    blobs = [b"" if part is None else marshal.dumps(part) for part in parts]
    offsets = array("Q", [0])
    for blob in blobs:
        offsets.append(offsets[-1] + len(blob))
    temporary = path.with_name(f".{path.name}.part")
    with temporary.open("wb") as file:
        file.write(len(blobs).to_bytes(8, "little"))
        offsets.tofile(file)
        file.writelines(blobs)
    os.replace(temporary, path)  # noqa: PTH105


def read_part(path: Path, number: int) -> Any:
    """Read one value of a spill file of this run, None where it is empty."""
    offsets = array("Q")
    with path.open("rb") as file:
        count = int.from_bytes(file.read(8), "little")
        file.seek(8 + 8 * number)
        offsets.fromfile(file, 2)
        if offsets[0] == offsets[1]:
            return None
        file.seek(8 + 8 * (count + 1) + offsets[0])
        return marshal.loads(file.read(offsets[1] - offsets[0]))  # noqa: S302 - our own file, of this very Python
