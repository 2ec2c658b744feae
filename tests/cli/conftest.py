"""Command lines run in the test's own process, over the records in the test's docstring."""

from pathlib import Path
from textwrap import dedent

import pytest

from provenance.cli.app import run
from tests.cli.ran import Provenance, Ran, Write

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def provenance(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Provenance:
    """Give a function that runs one command line and gives its exit code and output."""
    for name in ("PROVENANCE_DATA", "PROVENANCE_DEBUG", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run_one(*arguments: str, width: int = 120) -> Ran:
        monkeypatch.setenv("COLUMNS", str(width))
        capsys.readouterr()
        code = run(list(arguments))
        return Ran(code, *capsys.readouterr())

    return run_one


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Give a function that writes a text as the records of ./data, in a folder of its own, and goes there."""

    def write_text(text: str, name: str = "records.yaml") -> Path:
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        return path

    return write_text


@pytest.fixture
def records(request: pytest.FixtureRequest, write: Write) -> Path:
    """Write the test's docstring as the records of ./data."""
    return write(request.function.__doc__)


@pytest.fixture
def flagship(monkeypatch: pytest.MonkeyPatch) -> None:
    """Go to the repository, where ./data holds the S-400 case."""
    monkeypatch.chdir(ROOT)
