"""One mutant tried: a process of its own in which the module is the mutant, and its tests run."""

import importlib.machinery
import importlib.util
import os
import signal
import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType

import hypothesis  # noqa: F401 - imported once, here, and not in every process
import networkx as nx  # noqa: F401
import pytest
import rich  # noqa: F401
import typer  # noqa: F401
import yaml  # noqa: F401

from tests.mutation.drawn import differs
from tests.mutation.mutants import Mutant


def by_tests(path: Path, mutant: Mutant, tests: list[str], patience: int) -> str:
    """Tell what became of a mutant: `killed` by a test, `timeout` after `patience` seconds, or `survived`."""
    return _in_its_place(path, mutant, patience, lambda: _fails(tests))


def by_random_records(path: Path, mutant: Mutant, drawn: Path, patience: int) -> str:
    """Tell whether an answer about the kept random records is another one: `killed`, `timeout` or `survived`."""
    return _in_its_place(path, mutant, patience, lambda: differs(drawn))


def _in_its_place(path: Path, mutant: Mutant, patience: int, noticed: Callable[[], bool]) -> str:
    child = os.fork()
    if child == 0:
        code = 1  # an exception notices it too
        try:
            signal.alarm(patience)
            _be_silent()
            sys.meta_path.insert(0, _Finder(path, compile(mutant.module, str(path), "exec")))
            code = int(noticed())
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code == -signal.SIGALRM:
        return "timeout"
    return "killed" if code else "survived"


def _fails(tests: list[str]) -> bool:
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", "--assert=plain", *tests]) if tests else 0
    return code not in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}


def _be_silent() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


class _Loader(importlib.machinery.SourceFileLoader):
    code: CodeType

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 - it loads one module
        return self.code


class _Finder:
    """Finds the mutant in the module's place."""

    def __init__(self, path: Path, code: CodeType) -> None:
        self._package = path.name == "__init__.py"
        self._name = ".".join((path.parent if self._package else path.with_suffix("")).parts)
        self._path = path.resolve()
        self._code = code

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        if name != self._name:
            return None
        loader = _Loader(name, str(self._path))
        loader.code = self._code
        folders = [str(self._path.parent)] if self._package else None
        return importlib.util.spec_from_file_location(
            name, self._path, loader=loader, submodule_search_locations=folders
        )
