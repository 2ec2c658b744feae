"""networkx is imported when it is first used, whatever of ours is imported before."""

import subprocess
import sys

import pytest


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
