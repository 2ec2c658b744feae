"""Which tests run which line: one run of the tests, watched."""

import importlib
import os
import pkgutil
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from coverage import CoverageData

import provenance

TESTS = (
    "tests/trace",
    "tests/read",
    "tests/check",
    "tests/test_cases.py",
    "tests/test_flagship.py",
    "tests/test_dates.py",
    "tests/test_graph.py",
    "tests/test_limits.py",
)
LEFT_OUT = "tests/read/test_language_server.py"  # runs another program

_NOBODY = "not without_permission"  # coverage cannot write what it saw as another user
_EXAMPLES = "not no_cover"
"""Random and very large records take their time: a mutant that all examples let pass is held against `drawn` answers."""


def watch(kept: Path) -> None:
    """Run the tests once and keep which lines each of them ran; raise where a test fails."""
    cov = [
        "--cov=provenance.trace",
        "--cov=provenance.read",
        "--cov-context=test",
        "--cov-report=",
        "--cov-fail-under=0",
    ]
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-x",
        "-p",
        "no:cacheprovider",
        "-p",
        __name__,
        "-k",
        _NOBODY,
        "-m",
        _EXAMPLES,
        f"--ignore={LEFT_OUT}",
        *cov,
        *TESTS,
    ]
    subprocess.run(command, check=True, env={**os.environ, "COVERAGE_FILE": str(kept)})


def pytest_collection() -> None:
    """Import every module before a test does: what runs then is no test's."""
    for module in pkgutil.walk_packages(provenance.__path__, "provenance."):
        if module.name.startswith(("provenance.trace", "provenance.read")):
            importlib.import_module(module.name)


class Covering:
    """The tests of a module's lines."""

    def __init__(self, kept: Path, module: Path) -> None:
        data = CoverageData(str(kept))
        data.read()
        self._name = ".".join(module.with_suffix("").parts)
        room = f"tests/{module.parent.name}"
        self._nearest = (f"{room}/test_{module.stem}.py", f"{room}/")
        self._contexts = data.contexts_by_lineno(str(module.resolve()))

    def runs(self, line: int) -> bool:
        """Tell whether some test runs a line, and not the import."""
        contexts = self._contexts.get(line, [])
        return bool(contexts) and "" not in contexts

    def tests(self, line: int) -> list[str]:
        """Give the tests that run a line; all test files of the module for one that runs when it is imported.

        Of a module that runs then only, those are the files that name it. Those of the module's own file come first, then those of its room.
        """
        return sorted(self._of(line), key=lambda name: ([not name.startswith(near) for near in self._nearest], name))

    def _of(self, line: int) -> Collection[str]:
        if self.runs(line):
            return set(_names(self._contexts[line]))
        every = {context for found in self._contexts.values() for context in found}
        of_the_module = {name.partition("::")[0] for name in _names(every)}
        return of_the_module or [str(file) for file in Path("tests").rglob("test_*.py") if self._named_in(file)]

    def _named_in(self, file: Path) -> bool:
        return f"from {self._name} import" in file.read_text("utf-8")


def _names(contexts: Iterable[str]) -> Iterator[str]:
    """Give the tests' names without their parameters: `tests/a.py::test_b`."""
    for context in contexts:
        if context:
            yield context.partition("|")[0].partition("[")[0]
