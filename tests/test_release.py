"""What is released: the same bytes from the same files, the example inside, and what it runs on."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

import provenance
from docs.generate.licences import EXTRAS, licence, needed

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
KEPT = ("provenance", "data", "docs", "benchmarks", "tests")


def copied(folder: Path) -> Path:
    """Copy what a build reads; the tests' own packages of Node are not of the project."""
    left_out = shutil.ignore_patterns("node_modules", "__pycache__", "*.pyc", ".hypothesis")
    for name in KEPT:
        shutil.copytree(ROOT / name, folder / name, ignore=left_out)
    for path in ROOT.iterdir():
        if path.is_file() and not path.name.startswith("."):
            shutil.copy(path, folder / path.name)
    return folder


def built(folder: Path, umask: int, **environment: str) -> dict[str, bytes]:
    """Build wheel and sdist of a copy, and give their bytes."""
    script = f"import os, runpy, sys; os.umask({umask}); sys.argv[1:] = ['build']; runpy.run_module('hatchling', run_name='__main__')"
    made = {**os.environ, **environment}
    made.pop("SOURCE_DATE_EPOCH", None)
    subprocess.run([sys.executable, "-c", script], cwd=folder, env=made, check=True, capture_output=True)
    return {path.name: path.read_bytes() for path in (folder / "dist").iterdir()}


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    if find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed: nothing was built")
    one, other = (tmp_path_factory.mktemp(name) / "made" for name in ("a", "b-longer-name"))
    first = built(copied(one), 0o022, TZ="UTC", LC_ALL="C.UTF-8")
    for path in copied(other).rglob("*"):
        os.utime(path, (1, 1), follow_symlinks=False)
    return first, built(other, 0o077, TZ="Asia/Tokyo", LC_ALL="C")


def test_the_same_files_give_the_same_bytes(builds: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    one, other = builds
    version = provenance.__version__
    assert sorted(one) == [
        f"source_provenance-{version}-py3-none-any.whl",
        f"source_provenance-{version}.tar.gz",
    ]
    assert one == other


def test_the_wheel_holds_the_program_and_its_example_alone(
    builds: tuple[dict[str, bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    wheel = tmp_path / "it.whl"
    wheel.write_bytes(next(content for name, content in builds[0].items() if name.endswith(".whl")))
    names = zipfile.ZipFile(wheel).namelist()
    example = {path.name for path in (ROOT / "data").iterdir()}
    assert {name.split("/")[2] for name in names if name.startswith("provenance/_examples/")} == example
    assert {name.split("/")[0] for name in names} == {
        "provenance",
        f"source_provenance-{provenance.__version__}.dist-info",
    }
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]
    for needed_there in ("provenance/py.typed", "provenance/policies.yaml"):
        assert needed_there in names


def test_the_version_stands_in_one_place() -> None:
    assert "version" in PROJECT["dynamic"]
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    assert re.search("^version:", citation, re.MULTILINE) is None
    assert re.search(
        rf"^## {re.escape(provenance.__version__)} ", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )


def test_what_it_runs_on_is_the_least() -> None:
    direct = {re.split(r"[<>=~! ]", one)[0].lower() for one in PROJECT["dependencies"]}
    assert direct == {"iso3166", "langcodes", "networkx", "pyyaml", "rich", "typer"}
    brought = {"annotated-doc", "colorama", "markdown-it-py", "mdurl", "pygments", "shellingham"}
    assert set(needed(())) - direct <= brought


def test_licences_are_listed() -> None:
    page = (ROOT / "docs" / "reference" / "licences.md").read_text("utf-8")
    core = page.split("## With extras")[0]
    assert [
        row for row in re.findall(r"^\| ([\w-]+) \| (.+) \|$", core, re.MULTILINE) if row[0] not in ("package", "---")
    ] == [(name, licence(name)) for name in needed(())]
    listed = set(re.findall(r"^\| ([\w-]+) \|", page, re.MULTILINE))
    named = {re.split(r"[<>=~! \[;]", one)[0].lower().replace("_", "-") for name in EXTRAS for one in _extra(name)}
    assert named - listed == set()


def _extra(name: str) -> list[str]:
    found: list[str] = PROJECT["optional-dependencies"][name]
    return found


def test_the_lock_is_of_what_is_declared_and_names_no_host() -> None:
    lock = (ROOT / "requirements-dev.lock").read_text("utf-8")
    pinned = set(re.findall(r"^([\w.-]+)==", lock, re.MULTILINE))
    declared = [*PROJECT["dependencies"], *_extra("dev"), *(one for name in EXTRAS for one in _extra(name))]
    names = {re.split(r"[<>=~! \[;]", one)[0].lower().replace("_", "-") for one in declared}
    assert names - {"source-provenance"} - pinned == set()
    assert lock.count("--hash=sha256:") > len(pinned)
    assert re.search(r"https?://|file:|--(extra-)?index", lock) is None


def test_the_bill_of_materials_is_what_the_program_needs(tmp_path: Path) -> None:
    if find_spec("cyclonedx_py") is None:
        pytest.skip("cyclonedx-bom is not installed: no bill was made")
    lines = [f"{name}=={_version(name)}\n" for name in needed(())]
    (tmp_path / "core.txt").write_text("".join(lines), "utf-8")
    asked = ["requirements", str(tmp_path / "core.txt"), "--output-reproducible", "-o", str(tmp_path / "bom.json")]
    subprocess.run([sys.executable, "-m", "cyclonedx_py", *asked], check=True, capture_output=True)
    bill = json.loads((tmp_path / "bom.json").read_text("utf-8"))
    assert bill["bomFormat"] == "CycloneDX"
    assert sorted(one["name"] for one in bill["components"]) == needed(())


def _version(name: str) -> str:
    from importlib.metadata import version  # noqa: PLC0415

    return version(name)
