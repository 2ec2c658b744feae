"""The records for the answers about one claim: out of the index of a large workspace, or a corpus, else all of them.

An answer is the same over either (tests/cli/test_index.py).
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from provenance.cli.afterwards import afterwards
from provenance.cli.options import choose_claim, open_loaded, or_example
from provenance.cli.progress import progress
from provenance.index.content import content_of, find_many
from provenance.index.folder import cache_folder
from provenance.model import Workspace
from provenance.value import replaced


def open_for_claim(data: str, words: list[str], also: str | None = None) -> tuple[Workspace, str]:
    """Give the records for a claim, and its id. Ends the command as `open_workspace` and `choose_claim` do.

    With `also`, what has this id is among the records, if it is the id of any.
    """
    data = or_example(data)
    if _is_corpus(data):
        return _from_corpus(data, words)
    names = _worth_an_index(data)
    if names is None:
        return _chosen(open_loaded(data).workspace, words)
    found = _from_index(data, names, words)
    if found is not None and (also is None or _holds(found[0], also)):
        return found
    return _chosen(_open_and_keep(data), words)


def open_for_id(data: str, wanted: str) -> Workspace:
    """Give the records for the claim of just this id, or all records. Ends the command as `open_workspace` does."""
    data = or_example(data)
    if _is_corpus(data):
        return _from_corpus(data, [wanted])[0]
    names = _worth_an_index(data)
    if names is None:
        return open_loaded(data).workspace
    found = _from_index(data, names, [wanted], by_words=False)
    return _open_and_keep(data) if found is None else found[0]


def _is_corpus(data: str) -> bool:
    return Path(data, "corpus.json").is_file()


def _from_corpus(data: str, words: list[str]) -> tuple[Workspace, str]:
    from provenance.cli.corpus.running import running  # noqa: PLC0415 - an extra
    from provenance.corpus.formats import require_arrow  # noqa: PLC0415
    from provenance.corpus.store import read_family, read_shared  # noqa: PLC0415

    with running():
        require_arrow()
        shared = read_shared(Path(data))
        claim = choose_claim(shared, words)
        return replaced(read_family(Path(data), shared.claims, claim).workspace(), root=data), claim


def _worth_an_index(data: str) -> list[str] | None:
    return None if cache_folder() is None else find_many(data)


def _chosen(workspace: Workspace, words: list[str]) -> tuple[Workspace, str]:
    return workspace, choose_claim(workspace, words)


def _from_index(
    data: str, names: list[str], words: list[str], *, by_words: bool = True
) -> tuple[Workspace, str] | None:
    """Give the slice of the claim that is meant, and its id; None where there is no index, or not a whole one."""
    from provenance.index.reading import IndexUnusableError, find_index  # noqa: PLC0415 - large workspaces

    digest = content_of(data, names)
    index = None if digest is None else find_index(digest, data)
    if index is None:
        return None
    try:
        claim = " ".join(words)
        if not index.has_claim(claim):
            if not by_words:
                return None
            claim = choose_claim(index.claims(), words)
        return index.slice_of(claim), claim
    except IndexUnusableError:
        return None
    finally:
        index.close()


def _holds(workspace: Workspace, id_: str) -> bool:
    """Tell whether this is the id of a record a person wrote; no two have the same."""
    outlet = workspace.outlets.get(id_)
    others = (workspace.reports, workspace.sources, workspace.parties)
    return any(id_ in records for records in others) or (outlet is not None and not outlet.implicit)


def _open_and_keep(data: str) -> Workspace:
    """Read all records, and keep an index of them when the answer is printed."""
    loaded = open_loaded(data)
    afterwards(partial(_keep, data, loaded.workspace, loaded.texts))
    return loaded.workspace


def _keep(data: str, workspace: Workspace, texts: Mapping[str, str]) -> None:
    from provenance.index.keeping import keep  # noqa: PLC0415 - as above

    with progress("records kept for the next command") as advance:
        keep(data, workspace, texts, advance)
