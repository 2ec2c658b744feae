"""Golden files: what a test compares with the text kept under tests/golden, byte for byte."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["PROVENANCE_CACHE"] = "off"
"""No test leaves an index behind; those of the index name a folder of their own."""

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # so is a program's that a shell starts in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)

GOLDEN = Path(__file__).parent / "golden"

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", derandomize=False, deadline=None)
settings.load_profile("same")
"""The same code is tested with the same examples; `pytest --hypothesis-profile=search` draws new ones each time."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write the golden files anew instead of comparing")


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Measure nothing in a test marked `no_cover`: in a worker of xdist pytest-cov has two tracers, and stops but one."""
    if not item.get_closest_marker("no_cover"):
        return (yield)
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)


NOBODY = 65534


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """Give a folder, and be a user to whom permissions apply: root is `nobody` until the test ends."""
    folder = Path(tempfile.mkdtemp())
    root = os.geteuid() == 0
    if root:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        subprocess.run(["chmod", "-R", "u+rwx", str(folder)], check=True)
        shutil.rmtree(folder)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Give a function that compares a text with the golden file of a name such as `export/loop.dot`."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-goldens"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.exists(), f"no golden file {path}: write it with `pytest --update-goldens`, then read it"
        assert text == path.read_bytes().decode(), f"not what {path} holds; if it should be: pytest --update-goldens"

    return compare
