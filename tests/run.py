"""The one check command: format, lint, types, layers, tests. Runs them all, and fails if any fails."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = [sys.executable, "-m"]
WORKERS = str((os.cpu_count() or 1) + 1)
"""One more than there are cores: many tests wait for a program of their own."""

STEPS = {
    "format": [*PYTHON, "ruff", "format", "--check", "."],
    "lint": [*PYTHON, "ruff", "check", "."],
    "types": [*PYTHON, "mypy"],
    "layers": [str(Path(sys.executable).with_name("lint-imports"))],
    "tests": [*PYTHON, "pytest", "-q", "-n", WORKERS, "--dist", "worksteal", "--cov", "--cov-report=term"],
}


def main() -> int:
    """Run every step from the repository's root and give 1 if one failed."""
    failed = []
    for name, command in STEPS.items():
        print(f"== {name}", flush=True)
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(name)
    if failed:
        print(f"failed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
