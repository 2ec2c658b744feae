"""What an index saves: `provenance trace` of one claim out of a large workspace, the first time and after that.

    python benchmarks/index.py [REPORTS…]

Each workspace has claims of 500 reports. All cases run interleaved in one go, each in a fresh process, output to a
pipe; the medians are compared within the run only. The first `trace` of a workspace reads all YAML, prints the answer
and then keeps the index; it is timed to the answer and to the end. Run it where `provenance` is installed.
"""

import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

SIZES = (1_000, 10_000, 50_000)
PER_CLAIM = 500
COLD_ROUNDS, ROUNDS = 2, 11
ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As an installed program runs: its bytecode is cached."""


def records(reports: int) -> Iterator[str]:
    """Give the lines of a workspace of so many reports; each but the first of a claim cites one before it."""
    drawn = random.Random(1)  # noqa: S311 - the same each time
    yield "claims:\n"
    for claim in range(max(1, reports // PER_CLAIM)):
        yield f"  claim-{claim}: The minister has said the thing number {claim} happened.\n"
    yield "outlets:\n"
    for outlet in range(500):
        name = f"{{name: Outlet Number {outlet}, kind: newspaper, country: TR, domains: [outlet{outlet}.example]}}"
        yield f"  outlet-{outlet}: {name}\n"
    yield "reports:\n"
    for number in range(reports):
        claim, place = divmod(number, PER_CLAIM)
        cited = f"cites: [report-{number - 1 - drawn.randrange(place)}]" if place else "basis: own_reporting"
        yield f"""  report-{number}:
    outlet: outlet-{drawn.randrange(500)}
    title: "Minister said to consider the matter number {number} of the claim"
    url: https://outlet{number % 500}.example/2025/09/{number}/minister-said-to-consider
    published: 2025-09-{1 + place % 28:02d}
    language: en
    says:
      - claim: claim-{claim}
        certainty: probable
        quote: "according to a person familiar with the matter, number {number}"
        {cited}
"""


def run(command: list[str], cache: str) -> tuple[float, float]:
    """Run one command and give how long its first line and its end took, in seconds."""
    environment = {**ENVIRONMENT, "PROVENANCE_CACHE": cache}
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.readline()
        answered = time.perf_counter() - start
        running.stdout.read()
    assert running.returncode == 0, command
    return answered, time.perf_counter() - start


def main() -> None:
    """Measure and print the table."""
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    beside = Path(sys.executable).with_name("provenance")
    program = str(beside) if beside.exists() else shutil.which("provenance")
    assert program, "install the package first: pip install -e ."
    with tempfile.TemporaryDirectory() as folder:
        cache = str(Path(folder, "cache"))
        cases = {"bare python -c pass": [sys.executable, "-c", "pass"]}
        cases["trace s400-asked, the example workspace"] = [program, "trace", "s400-asked"]
        cold: dict[str, list[str]] = {}
        for size in (PER_CLAIM, *sizes):
            data = Path(folder, str(size))
            data.mkdir()
            (data / "a.yaml").write_text("".join(records(size)), encoding="utf-8")
            command = [program, "trace", "claim-0", "--data", str(data)]
            if size == PER_CLAIM:
                cases[f"trace, {size:,} reports in all"] = command
            else:
                cold[f"trace, {size:,} reports in all"] = cases[f"trace, {size:,} reports, with its index"] = command
        first: dict[str, list[tuple[float, float]]] = {name: [] for name in cold}
        for number in range(COLD_ROUNDS):
            for name, command in cold.items():
                first[name].append(run(command, cache if number == 0 else f"{cache}-{number}"))
        taken: dict[str, list[float]] = {name: [] for name in cases}
        for _ in range(ROUNDS):
            for name, command in cases.items():
                taken[name].append(run(command, cache)[1])
        print_table(first, taken, Path(cache))


def print_table(first: dict[str, list[tuple[float, float]]], taken: dict[str, list[float]], cache: Path) -> None:
    """Print medians in milliseconds, and as multiples of a bare interpreter and of a small workspace's trace."""
    bare, *_ = taken.values()
    small = next(times for name, times in taken.items() if name.endswith("in all"))
    unit, same = statistics.median(bare), statistics.median(small)
    print(f"Python {sys.version.split()[0]}, {COLD_ROUNDS} first and {ROUNDS} later rounds, medians")
    print(f"{'':46}{'ms':>9}{'x bare':>8}{'x small':>9}")
    rows = [(f"{name}: the answer", statistics.median(one for one, _ in times)) for name, times in first.items()]
    rows += [(f"{name}: and the index", statistics.median(one for _, one in times)) for name, times in first.items()]
    rows += [(name, statistics.median(times)) for name, times in taken.items()]
    for name, seconds in rows:
        print(f"{name:46}{seconds * 1e3:9.1f}{seconds / unit:8.1f}{seconds / same:9.2f}")
    print(f"index files: {', '.join(f'{path.stat().st_size / 1e6:.1f} MB' for path in sorted(cache.iterdir()))}")


if __name__ == "__main__":
    main()
