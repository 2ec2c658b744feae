"""How long a person waits: start-up of the commands, as multiples of a bare interpreter.

    python benchmarks/startup.py [ROUNDS]

All cases run interleaved in one go, each in a fresh process, output to a pipe; the medians are
compared within the run only, since machines are noisy. Run it where `provenance` is installed.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 15
ROOT = Path(__file__).resolve().parent.parent
COMPLETING = {"_PROVENANCE_COMPLETE": "complete_bash", "COMP_WORDS": "provenance trace s400", "COMP_CWORD": "2"}
"""What bash sets where `provenance trace s400<TAB>` is typed."""
ENVIRONMENT = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As an installed program runs: its bytecode is cached."""
FOUR = "import typer, rich, networkx, yaml"


def cases() -> dict[str, tuple[list[str], float | None]]:
    """Give each case its command line and its target as a multiple of bare Python (None: no target)."""
    beside = Path(sys.executable).with_name("provenance")
    program = str(beside) if beside.exists() else shutil.which("provenance")
    assert program, "install the package first: pip install -e ."
    return {
        "bare python -c pass": ([sys.executable, "-c", "pass"], None),
        "import typer, rich, networkx, yaml": ([sys.executable, "-c", FOUR], None),
        "provenance --version": ([program, "--version"], 5),
        "provenance --help": ([program, "--help"], 10),
        "provenance list claims": ([program, "list", "claims"], 10),
        "provenance check": ([program, "check"], 10),
        "provenance trace s400<TAB>": (["env", *(f"{name}={text}" for name, text in COMPLETING.items()), program], 10),
        "provenance trace s400-asked": ([program, "trace", "s400-asked"], None),
        "provenance trace s400-asked --json": ([program, "trace", "s400-asked", "--json"], None),
    }


def seconds(command: list[str]) -> float:
    """Run one command and give how long it took."""
    start = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Measure and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    taken: dict[str, list[float]] = {name: [] for name in cases()}
    for command, _target in cases().values():
        seconds(command)  # writes the bytecode
    for _ in range(rounds):
        for name, (command, _target) in cases().items():
            taken[name].append(seconds(command))
    medians = {name: statistics.median(times) for name, times in taken.items()}
    bare, four = medians["bare python -c pass"], medians["import typer, rich, networkx, yaml"]
    print(f"Python {sys.version.split()[0]}, {rounds} rounds, medians")
    print(f"{'':36}{'ms':>8}{'x bare':>8}{'x four':>8}  target")
    for name, (_, target) in cases().items():
        time_ = medians[name]
        goal = f"<= {target} x bare" if target else "<= 1 x four" if "trace" in name else ""
        print(f"{name:36}{time_ * 1e3:8.1f}{time_ / bare:8.1f}{time_ / four:8.2f}  {goal}")


if __name__ == "__main__":
    main()
