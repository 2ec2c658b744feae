"""Workspaces on disk with an index beside them."""

from pathlib import Path

from provenance.files import find_all_files
from provenance.index.content import content_of
from provenance.index.keeping import keep
from provenance.index.reading import Index, find_index, index_path
from provenance.read import load


def digest_of(data: str) -> bytes | None:
    """Give the digest of a workspace's files as they are now."""
    names, problems = find_all_files(data)
    return None if problems else content_of(data, names)


def write_all(folder: Path, texts: dict[str, str]) -> str:
    """Write the files of a workspace and give its folder."""
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return str(folder)


def keep_index(data: str) -> bool:
    """Read a workspace and keep its index."""
    loaded = load(data)
    assert loaded.usable, loaded.problems
    return keep(data, loaded.workspace, loaded.texts)


def opened_index(data: str) -> Index | None:
    """Open the index of a workspace's files as they are now."""
    digest = digest_of(data)
    assert digest is not None
    return find_index(digest, data)


def path_of(data: str) -> Path:
    """Give where the index of a workspace is or would be."""
    digest = digest_of(data)
    assert digest is not None
    path = index_path(digest)
    assert path is not None
    return path
