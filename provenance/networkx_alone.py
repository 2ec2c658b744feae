"""networkx, imported when it is first used, and without its search for installed backends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

_METADATA = "importlib.metadata"


def import_networkx() -> ModuleType:
    """Import networkx so that it looks for no packages that replace its algorithms.

    None may: the same records have to give the same answer on every machine. And the search, which
    reads the metadata of every installed distribution, takes a sixth of the time networkx needs to
    import (benchmarks/startup.py). Where the user has configured networkx by its environment
    variables, it is imported as usual.
    """
    if "networkx" in sys.modules or any(name.startswith("NETWORKX_") for name in os.environ):
        return import_module("networkx")
    with _no_entry_points():
        return import_module("networkx")


class _WhenUsed(ModuleType):
    def __getattr__(self, name: str) -> object:
        found = getattr(import_networkx(), name)
        setattr(self, name, found)
        return found


nx = _WhenUsed("networkx")
"""networkx for code that commands import also where they are only completed or explained: half of that time was its."""


@contextmanager
def _no_entry_points() -> Iterator[None]:
    """Let `importlib.metadata` have no entry points for a while; all else of it is the real module's."""
    real = sys.modules.pop(_METADATA, None)
    sys.modules[_METADATA] = _NoEntryPoints(_METADATA)
    try:
        yield
    finally:
        del sys.modules[_METADATA]
        if real is not None:
            sys.modules[_METADATA] = real


class _NoEntryPoints(ModuleType):
    @staticmethod
    def entry_points(**_wanted: str) -> tuple[()]:
        return ()

    def __getattr__(self, name: str) -> object:
        del sys.modules[_METADATA]
        real = import_module(_METADATA)
        sys.modules[_METADATA] = self
        return getattr(real, name)
