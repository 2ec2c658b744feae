"""A handful of real runs of the installed command."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from provenance import __version__
from tests.cli.conftest import ROOT
from tests.processes import unmeasured

COMMAND = [sys.executable, "-m", "provenance"]


def run(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    settings = {**os.environ, "PYTHONUTF8": "1", **environment}
    return subprocess.run([*COMMAND, *arguments], cwd=ROOT, env=settings, capture_output=True, text=True, check=False)


def test_the_command_is_installed() -> None:
    found = shutil.which("provenance", path=str(Path(sys.executable).parent))
    if found is None:
        pytest.skip("the package is not installed beside this Python")
    ran = subprocess.run([found, "--version"], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, f"provenance {__version__}\n")


def test_a_refusal_comes_out_with_its_exit_code() -> None:
    ran = run("show", "kyvi-post")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("provenance: there is no record 'kyvi-post'; did you mean kyiv-post")


def test_a_trace_into_a_pipe_is_plain_and_100_wide() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    ran = subprocess.run([*COMMAND, "trace", "s400-asked"], cwd=ROOT, env=environment, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"\x1b" not in ran.stdout
    assert 90 < max(map(len, ran.stdout.decode().splitlines())) <= 100


def test_json_can_be_read_by_the_next_program() -> None:
    ran = run("trace", "s400-asked", "--json", PYTHONIOENCODING="ascii")
    assert json.loads(ran.stdout)["origin_count"]["min"] == 1


@pytest.mark.parametrize("arguments", [["trace", "s400-asked"], ["trace", "s400-asked", "--json"], ["list", "reports"]])
def test_a_pipe_that_is_closed_early_is_quiet(arguments: list[str]) -> None:
    with subprocess.Popen([*COMMAND, *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_pipe_that_is_closed_early_does_not_hide_findings() -> None:
    with subprocess.Popen(
        [*COMMAND, "gaps", "--fail-on", "no-confirmation"], cwd=ROOT, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
    assert process.returncode == 1


def test_ctrl_c_ends_with_130_and_without_a_traceback() -> None:
    call = """
        import sys, time
        import provenance.read
        from provenance.cli import app

        def slow(*_):
            print("ready", flush=True)
            time.sleep(60)

        provenance.read.load = slow
        sys.exit(app.run(["trace", "s400-asked"]))
    """
    command = [sys.executable, "-c", dedent(call)]
    with subprocess.Popen(
        command, cwd=ROOT, env=unmeasured(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(signal.SIGINT)
        assert b"Traceback" not in process.stderr.read()
    assert process.returncode == 130


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no file size limits on this system")
def test_a_disk_that_is_full_leaves_nothing_behind(tmp_path: Path) -> None:
    limit = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)); from provenance.cli.app import run; "
    call = f"sys.exit(run(['export', 's400-asked', '-o', {str(tmp_path / 'out.dot')!r}]))"
    command = [sys.executable, "-c", limit + call]
    ran = subprocess.run(command, cwd=ROOT, env=unmeasured(), capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"provenance: cannot write '{tmp_path / 'out.dot'}': ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk on this system")
@pytest.mark.parametrize("arguments", [["list", "claims"], ["gaps"], ["trace", "s400-asked", "--json"]])
def test_output_to_a_full_disk_is_said_and_is_no_fault_of_the_program(arguments: list[str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = subprocess.run(
            [*COMMAND, *arguments], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (ran.returncode, ran.stderr) == (2, "provenance: cannot write the output: no space left on device\n")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["list", "claims"], 0), (["trace", "nobody-said-this"], 2), (["export", "x", "-f", "no"], 2)],
)
def test_the_answer_is_whole_where_nobody_reads_what_is_said_beside_it(
    tmp_path: Path, arguments: list[str], code: int
) -> None:
    beside = subprocess.run([*COMMAND, *arguments], cwd=tmp_path, capture_output=True, check=False)
    reader, writer = os.pipe()
    os.close(reader)
    alone = subprocess.run([*COMMAND, *arguments], cwd=tmp_path, stdout=subprocess.PIPE, stderr=writer, check=False)
    os.close(writer)
    assert beside.stderr
    assert (alone.returncode, alone.stdout) == (code, beside.stdout)
    assert bool(alone.stdout) == (code == 0)


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["trace", "--help"], ["list", "claims"]])
def test_a_reader_who_leaves_at_once_is_no_fault(arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run([*COMMAND, *arguments], cwd=ROOT, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_a_file_system_that_is_read_only_is_said() -> None:
    if not Path("/proc/self").exists():
        pytest.skip("no folder here that nobody can write to")
    ran = run("export", "s400-asked", "-o", "/proc/out.dot")
    assert ran.returncode == 2
    assert ran.stderr.startswith("provenance: cannot write '/proc/out.dot': ")
