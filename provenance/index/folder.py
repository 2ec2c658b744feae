"""Where a program keeps what it can make again."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

CACHE = "PROVENANCE_CACHE"
"""The environment variable that names the folder, or says OFF."""

OFF = "off"
_NAME = "provenance"


def cache_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """Give the folder, which may not be there yet; None where indexes are turned off or there is no home.

    As platformdirs does: that takes as long to import as the whole index takes to read.
    """
    named = environment.get(CACHE)
    if named:
        return None if named.lower() == OFF else Path(named)
    for variable, below in _places(platform):
        home = environment.get(variable, "")
        if Path(home).is_absolute():
            return Path(home, *below)
    return None


def _places(platform: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if platform == "win32":
        return (("LOCALAPPDATA", (_NAME, "Cache")),)
    if platform == "darwin":
        return (("HOME", ("Library", "Caches", _NAME)),)
    return (("XDG_CACHE_HOME", (_NAME,)), ("HOME", (".cache", _NAME)))
