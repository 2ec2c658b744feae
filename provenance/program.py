"""Which state of this program made something that is kept: its version, and its files for who works on it."""

import os
import sys
from pathlib import Path

import provenance

State = list[object]


def made_by(*rooms: str) -> State:
    """Give what changes with the program: the version, the Python, size and time of each file of these rooms.

    A room is a folder below `provenance/`, "" that folder itself.
    """
    root = Path(__file__).parent
    found: State = [provenance.__version__, sys.version]
    for room in rooms:
        try:
            with os.scandir(root / room) as entries:
                states = sorted((entry.name, entry.stat()) for entry in entries if entry.name.endswith(".py"))
        except OSError:  # it runs from an archive, which has a version
            continue
        found += ([room, name, state.st_size, state.st_mtime_ns] for name, state in states)
    return found
