"""Where indexes are kept."""

from pathlib import Path

import pytest

from provenance.index.folder import cache_folder


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"HOME": "/home/ada"}, "/home/ada/.cache/provenance"),
        ("linux", {"HOME": "/home/ada", "XDG_CACHE_HOME": "/var/tmp/ada"}, "/var/tmp/ada/provenance"),
        ("linux", {"HOME": "/home/ada", "XDG_CACHE_HOME": "not/absolute"}, "/home/ada/.cache/provenance"),
        ("darwin", {"HOME": "/Users/ada"}, "/Users/ada/Library/Caches/provenance"),
        ("win32", {"LOCALAPPDATA": "/c/ada"}, "/c/ada/provenance/Cache"),
        ("linux", {"HOME": "/home/ada", "PROVENANCE_CACHE": "/fast/disk"}, "/fast/disk"),
        ("linux", {"HOME": "/home/ada", "PROVENANCE_CACHE": ""}, "/home/ada/.cache/provenance"),
        ("linux", {"HOME": "/home/ada", "PROVENANCE_CACHE": "here"}, "here"),
    ],
)
def test_the_folder_is_the_one_of_the_system(platform: str, environment: dict[str, str], folder: str) -> None:
    assert cache_folder(environment, platform) == Path(folder)


@pytest.mark.parametrize("environment", [{"HOME": "/home/ada", "PROVENANCE_CACHE": "off"}, {"PROVENANCE_CACHE": "OFF"}])
def test_it_can_be_turned_off(environment: dict[str, str]) -> None:
    assert cache_folder(environment, "linux") is None


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_without_a_home_there_is_none(platform: str) -> None:
    assert cache_folder({}, platform) is None
    assert cache_folder({"HOME": "", "LOCALAPPDATA": ""}, platform) is None
