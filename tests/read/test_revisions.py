"""Records as a git revision holds them."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from provenance.read.revisions import RevisionError, load_revision

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

Git = Callable[..., str]

ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Give git in a repository of its own, whose folder is the current one."""
    for name, text in ALONE.items():
        monkeypatch.setenv(name, text)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> str:
        return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True).stdout.strip()

    run("init", "-q", "-b", "main")
    return run


def write(path: str, text: str | bytes) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode() if isinstance(text, str) else text)


def commit(git: Git) -> str:
    git("add", "--all")
    git("commit", "-q", "--allow-empty", "-m", "state")
    return git("rev-parse", "HEAD")


def problems(name: str, data: str = "data") -> list[str]:
    return [f"{found.place}: {found.code}: {found.message}" for found in load_revision(name, data).problems]


def refusal(name: str, data: str = "data") -> str:
    with pytest.raises(RevisionError) as refused:
        load_revision(name, data)
    return str(refused.value)


@pytest.fixture
def two_states(git: Git) -> Git:
    write("data/a.yaml", "claims: {c: Before}")
    write("data/deep/b.YML", "claims: {d: D}")
    commit(git)
    write("data/a.yaml", "claims: {c: After}")
    Path("data/deep/b.YML").unlink()
    commit(git)
    return git


@pytest.mark.usefixtures("two_states")
def test_a_revision_is_read_as_it_was() -> None:
    loaded = load_revision("HEAD~1", "data")
    assert loaded.usable
    assert {id_: claim.text for id_, claim in loaded.workspace.claims.items()} == {"c": "Before", "d": "D"}
    assert list(loaded.texts) == ["HEAD~1:data/a.yaml", "HEAD~1:data/deep/b.YML"]
    assert loaded.workspace.root == "HEAD~1:data"
    assert list(load_revision("HEAD", "data").texts) == ["HEAD:data/a.yaml"]


def test_nothing_in_the_folder_changes(two_states: Git) -> None:
    write("data/a.yaml", "claims: {c: Not yet committed}")
    before = two_states("status", "--porcelain")
    load_revision("HEAD~1", "data")
    assert Path("data/a.yaml").read_text() == "claims: {c: Not yet committed}"
    assert two_states("status", "--porcelain") == before


def test_any_name_of_a_commit_will_do(two_states: Git) -> None:
    first = two_states("rev-parse", "HEAD~1")
    two_states("tag", "-a", "-m", "tag", "v1", first)
    two_states("branch", "early", first)
    for name in (first, first[:10], "v1", "early", "main~1", "HEAD^", "HEAD^{/state}~1", "HEAD@{1}"):
        assert load_revision(name, "data").workspace.claims["c"].text == "Before"


@pytest.mark.usefixtures("two_states")
def test_the_folder_may_be_named_from_anywhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert list(load_revision("HEAD", "data/a.yaml").texts) == ["HEAD:data/a.yaml"]
    assert list(load_revision("HEAD", ".").texts) == ["HEAD:data/a.yaml"]
    monkeypatch.chdir("data")
    assert list(load_revision("HEAD~1", "../data").texts) == ["HEAD~1:data/a.yaml", "HEAD~1:data/deep/b.YML"]
    monkeypatch.chdir("/")
    assert list(load_revision("HEAD", str(tmp_path / "data")).texts) == ["HEAD:data/a.yaml"]


@pytest.mark.usefixtures("two_states")
def test_a_folder_that_is_gone_is_found_where_it_was() -> None:
    assert list(load_revision("HEAD~1", "data/deep").texts) == ["HEAD~1:data/deep/b.YML"]


def test_the_files_are_those_that_reading_the_folder_would_read(git: Git) -> None:
    write("data/a.yaml", "claims: {a: A}")
    write("data/.hidden.yaml", "claims: {b: B}")
    write("data/.folder/b.yaml", "claims: {b: B}")
    write("data/notes.txt", "claims: {b: B}")
    write("data2/b.yaml", "claims: {b: B}")
    write("data/*.yaml", "claims: {star: Star}")
    write('data/with "quotes",\nand ünïcode.yml', "claims: {odd: Odd}")
    commit(git)
    loaded = load_revision("HEAD", "data")
    assert sorted(loaded.workspace.claims) == ["a", "odd", "star"]
    assert 'HEAD:data/with "quotes",\nand ünïcode.yml' in loaded.texts


def test_a_hidden_folder_can_be_named(git: Git) -> None:
    write(".records/a.yaml", "claims: {a: A}")
    commit(git)
    assert list(load_revision("HEAD", ".records").texts) == ["HEAD:.records/a.yaml"]


def test_faults_in_the_records_are_problems_with_their_place(git: Git) -> None:
    write("data/a.yaml", "claims: {c: {txt: C}}")
    write("data/b.yaml", b"claims: {d: \xff}")
    write("data/c.yaml", b"")
    commit(git)
    assert problems("HEAD") == [
        "HEAD:data/a.yaml:1:10: missing-key: the claim 'c' needs `text`",
        "HEAD:data/a.yaml:1:14: unknown-key: the claim 'c' has no key 'txt'",
        "HEAD:data/b.yaml:1:13: not-utf8: the byte 0xFF is not UTF-8",
        "HEAD:data/c.yaml: empty-file: this file is empty",
    ]


def test_links_to_records_are_read_once_and_others_are_problems(git: Git) -> None:
    write("data/a.yaml", "claims: {c: C}")
    write("elsewhere.yaml", "claims: {d: D}")
    Path("data/again.yaml").symlink_to("a.yaml")
    Path("data/and-again.yaml").symlink_to("again.yaml")
    Path("data/out.yaml").symlink_to("../elsewhere.yaml")
    Path("data/round.yaml").symlink_to("round.yaml")
    commit(git)
    assert problems("HEAD") == [
        f"HEAD:data/{link}: unreadable: this is a link to '{target}', which is not among the records of this revision"
        for link, target in (("out.yaml", "../elsewhere.yaml"), ("round.yaml", "round.yaml"))
    ]


def test_a_file_that_is_too_large_is_a_problem(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    write("data/a.yaml", "claims: {c: C}")
    commit(git)
    monkeypatch.setenv("PROVENANCE_MAX_FILE_BYTES", "3")
    assert problems("HEAD") == ["HEAD:data/a.yaml: too-large: this file is larger than 3 bytes"]
    assert load_revision("HEAD", "data").texts == {}
    monkeypatch.setenv("PROVENANCE_MAX_FILE_BYTES", str(len("claims: {c: C}")))
    assert problems("HEAD") == []


def test_a_revision_before_the_records_is_a_problem(git: Git) -> None:
    write("readme", "no records yet")
    commit(git)
    assert problems("HEAD") == ["HEAD:data: no-files: there is no .yaml file in 'HEAD:data'"]


@pytest.mark.usefixtures("two_states")
@pytest.mark.parametrize("name", ["nothing", "HEAD~9", "HEAD:data", "^HEAD", "HEAD..HEAD~1", "", "0" * 40, "a b"])
def test_a_name_that_is_no_commit_is_refused(name: str) -> None:
    assert refusal(name) == "the git repository of the records has no revision of this name"


@pytest.mark.usefixtures("two_states")
@pytest.mark.parametrize("name", ["--all", "-h", "--output=data/a.yaml", "HEAD\0"])
def test_no_option_reaches_git(name: str) -> None:
    assert refusal(name) == "no revision begins with '-'"


def test_a_shallow_clone_says_that_it_is_one(two_states: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    two_states("clone", "-q", "--depth", "1", Path.cwd().as_uri(), "shallow")
    monkeypatch.chdir("shallow")
    assert refusal("HEAD~1") == (
        "the git repository of the records has no revision of this name; "
        "this clone holds only the latest ones (`git fetch --unshallow` gets the others)"
    )


def test_a_folder_in_no_repository_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert refusal("HEAD", str(tmp_path)) == f"'{tmp_path}' is in no git repository, where revisions are looked for"


def test_without_git_there_are_no_revisions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert refusal("HEAD") == "git is not installed, without which no revision can be read"


def test_the_repository_is_that_of_the_records_whatever_git_was_told(
    two_states: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    two_states("init", "-q", "other")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))
    assert load_revision("HEAD", "data").workspace.claims["c"].text == "After"


def lose(kind: str) -> None:
    """Delete every object of a kind out of the repository."""
    for file in Path(".git/objects").glob("??/*"):
        name = ["git", "cat-file", "-t", file.parent.name + file.name]
        if subprocess.run(name, capture_output=True, text=True, check=True).stdout.strip() == kind:
            file.chmod(0o600)
            file.unlink()


@pytest.mark.usefixtures("two_states")
def test_content_that_the_repository_lacks_is_said() -> None:
    lose("blob")
    assert refusal("HEAD").startswith("git does not have the content of data/a.yaml: ")


@pytest.mark.usefixtures("two_states")
def test_a_repository_that_git_cannot_read_is_said_in_its_words() -> None:
    lose("tree")
    assert refusal("HEAD").startswith("git cannot read the repository: ")


def test_a_submodule_is_passed_over(two_states: Git) -> None:
    head = two_states("rev-parse", "HEAD")
    two_states("update-index", "--add", "--cacheinfo", f"160000,{head},data/sub.yaml")
    two_states("commit", "-q", "-m", "submodule")
    assert list(load_revision("HEAD", "data").texts) == ["HEAD:data/a.yaml"]
