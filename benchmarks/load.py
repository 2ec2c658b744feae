"""How fast a large workspace is read, against PyYAML's own C loader and its bare event stream.

    python benchmarks/load.py [ROUNDS [REPORTS...]]

Each case runs in a fresh process, all interleaved in one go; the medians are compared within the run
only, since machines are noisy. The records are made up here, with a fixed seed. Seconds are those of
the processor inside the case, without the start of Python; those of a command are of its whole process.
A warm `trace` reads the index that an earlier one wrote (docs/explanation/workspace-index.md).
"""

import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 3
SIZES = (1_000, 10_000, 50_000)
PER_CLAIM = 500
OUTLETS = 500
LOADER = "CSafeLoader"
WARM = "provenance trace, warm"

_MEASURED = """
import resource, sys, time
{imports}
start = time.process_time()
{work}
print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""

_COMMAND = """
import os, resource, subprocess, sys
os.environ["PROVENANCE_CACHE"] = sys.argv[2]
subprocess.run(sys.argv[3:], check=True, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


def cases(file: str) -> dict[str, list[str]]:
    """Give each case its command line, which prints seconds and MB. A further case is one more line here."""
    return {
        "events only": _python(
            "from yaml._yaml import CParser",
            "with open(sys.argv[1]) as f: parser = CParser(f.read())\nwhile parser.get_event() is not None: pass",
            file,
        ),
        LOADER: _python("import yaml", "with open(sys.argv[1]) as f: yaml.load(f.read(), yaml.CSafeLoader)", file),
        "provenance, load": _python("from provenance.read import load", "load(sys.argv[1])", file),
        "provenance trace, cold": _trace(file, "off"),
        WARM: _trace(file, f"{file}.cache"),
    }


def _trace(file: str, cache: str) -> list[str]:
    """Give the command that traces one claim, with its index in the folder `cache`, or without one ("off")."""
    return [sys.executable, "-c", _COMMAND, file, cache, _program(), "trace", "claim-0", "--data", file]


def _python(imports: str, work: str, file: str) -> list[str]:
    return [sys.executable, "-c", _MEASURED.format(imports=imports, work=work), file]


def _program() -> str:
    beside = Path(sys.executable).with_name("provenance")
    program = str(beside) if beside.exists() else shutil.which("provenance")
    assert program, "install the package first: pip install -e ."
    return program


def workspace(reports: int) -> str:
    """Make a workspace of claims with up to 500 reports each; each report but the first cites an earlier one."""
    chance = random.Random(reports)  # noqa: S311 - made-up records
    claims = range((reports + PER_CLAIM - 1) // PER_CLAIM)
    lines = ["claims:", *(f"  claim-{c}: The ministry closed bridge number {c}." for c in claims), "outlets:"]
    lines += [f"  outlet-{o}: {{name: Paper {o}, kind: newspaper, country: TR}}" for o in range(OUTLETS)]
    lines.append("reports:")
    for number in range(reports):
        claim, place = divmod(number, PER_CLAIM)
        first = claim * PER_CLAIM
        rests_on = f"cites: [report-{first + chance.randrange(place)}]" if place else "basis: own_reporting"
        lines += [
            f"  report-{number}:",
            f"    outlet: outlet-{chance.randrange(OUTLETS)}",
            f'    title: "Bridge closed after inspection, says ministry ({number})"',
            f"    url: https://paper.example/2025/09/{number}/bridge-closed-after-inspection",
            f"    published: 2025-09-{1 + place % 28:02}",
            "    language: en",
            "    says:",
            f"      - claim: claim-{claim}",
            "        certainty: probable",
            f'        quote: "the bridge was closed on Monday, according to an engineer of the ministry ({number})"',
            f"        {rests_on}",
        ]
    return "\n".join(lines) + "\n"


def measured(command: list[str]) -> tuple[float, float]:
    """Run one case and give its seconds and its peak memory in MB."""
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    seconds, memory = done.stdout.split()
    return float(seconds), float(memory)


def compare(reports: int, rounds: int, folder: Path) -> None:
    """Measure all cases on one workspace and print the table."""
    file = folder / f"{reports}.yaml"
    file.write_text(workspace(reports), encoding="utf-8")
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in cases(str(file))}
    measured(cases(str(file))[WARM])  # this one writes the index
    for _ in range(rounds):
        for name, command in cases(str(file)).items():
            found[name].append(measured(command))
    seconds = {name: statistics.median(second for second, _ in runs) for name, runs in found.items()}
    print(f"\n{reports:,} reports, {file.stat().st_size / 1e6:.1f} MB of YAML")
    print(f"{'':26}{'s':>8}{LOADER + ' /':>15}{'peak MB':>9}")
    for name, runs in found.items():
        memory = max(peak for _, peak in runs)
        print(f"{name:26}{seconds[name]:8.2f}{seconds[LOADER] / seconds[name]:15.1f}{memory:9.0f}", flush=True)


def main() -> None:
    """Measure and print a table for each size."""
    rounds, *sizes = map(int, sys.argv[1:]) if len(sys.argv) > 1 else (ROUNDS,)
    print(f"Python {sys.version.split()[0]}, {rounds} rounds, medians")
    with tempfile.TemporaryDirectory() as folder:
        for reports in sizes or SIZES:
            compare(reports, rounds, Path(folder))


if __name__ == "__main__":
    main()
