"""Find the claim somebody means: by id, or by words of its text."""

import difflib
import re

from provenance.model import Workspace
from provenance.spelling import folded
from provenance.value import value

_WORD = re.compile(r"\w+")
_MOST = 8


@value
class Match:
    """The claim that was meant, or (`claim` None) the ids of those that may have been, the likeliest first."""

    claim: str | None
    candidates: tuple[str, ...] = ()


def find_claim(workspace: Workspace, words: str) -> Match:
    """Match an id, else claims that hold all the words, in any order and case; a single one is it.

    Of several, one whose text is just these words is it.
    """
    if words in workspace.claims:
        return Match(claim=words)
    wanted = _WORD.findall(folded(words))
    held = [
        claim.id for claim in workspace.claims.values() if wanted and _has(folded(f"{claim.id} {claim.text}"), wanted)
    ]
    same = [id_ for id_ in held if _WORD.findall(folded(workspace.claims[id_].text)) == wanted]
    if len(held) == 1 or len(same) == 1:
        return Match(claim=(same or held)[0])
    return Match(claim=None, candidates=tuple(held[:_MOST] or _similar(workspace, words)))


def similar_ids(ids: list[str], wrong: str) -> list[str]:
    """Give the ids that `wrong` was probably meant to be, the likeliest first."""
    return difflib.get_close_matches(wrong, ids, n=_MOST)


def _has(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


def _similar(workspace: Workspace, words: str) -> list[str]:
    """Give claims whose id is spelt nearly so, else those that share most words with it."""
    close = similar_ids(list(workspace.claims), words)
    wanted = set(_WORD.findall(folded(words)))
    shared = {claim.id: len(wanted & set(_WORD.findall(folded(claim.text)))) for claim in workspace.claims.values()}
    by_words = sorted((id_ for id_, number in shared.items() if number), key=lambda id_: (-shared[id_], id_))
    return list(dict.fromkeys([*close, *by_words]))[:_MOST]
