"""networkx is imported when it is first used, whatever of ours is imported before."""

import subprocess
import sys
from pathlib import Path

import pytest

DATA = Path(__file__).parent.parent / "data"


@pytest.mark.parametrize(
    "room", ["provenance.trace.audit", "provenance.notebook", "provenance.cli.trace", "provenance.cli.view"]
)
def test_no_room_imports_it_before_it_is_used(room: str) -> None:
    program = f"import sys, {room}\nprint('networkx' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


def test_it_is_found_then_without_its_backends() -> None:
    program = (
        "import importlib.metadata as real\nreal.entry_points = None\n"
        "from provenance.networkx_alone import nx\nassert nx.DiGraph().size() == 0\nprint(sorted(nx.utils.backends.backends))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "nx_cugraph" not in ran.stdout


@pytest.mark.parametrize("command", ["trace", "timeline", "words", "tree"])
def test_an_answer_loads_no_tables_however_many_packages_are_installed(command: str) -> None:
    """networkx asks pandas, NumPy and SciPy whether they know what it is given, where that is no list."""
    program = (
        "import sys\nfrom provenance.cli.app import run\n"
        f"assert run([{command!r}, 's400-asked', '--data', {str(DATA)!r}]) == 0\n"
        "print([name for name in ('pandas', 'numpy', 'scipy', 'pyarrow') if name in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert ran.stderr.strip() == b"[]"
