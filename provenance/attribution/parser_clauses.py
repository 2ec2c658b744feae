"""What a parsed paragraph tells of who says what: a verb, its subject, and the clause or thing it governs."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from provenance.attribution.found import Span
from provenance.value import value

Token: TypeAlias = Any
"""A token of spaCy, which is an optional extra and has no types here."""
Tree: TypeAlias = Any
"""A parsed paragraph (a spaCy Doc)."""

_SUBJECTS = ("nsubj", "csubj", "nsubjpass")
_BORROWS = ("conj", "xcomp", "advcl")
_CLAUSES = ("ccomp", "xcomp", "dobj", "prep", "acomp", "oprd", "advcl", "attr")
"""What a verb may govern that can be said, the likeliest first."""
_AROUND = ("aux", "auxpass", "neg", "prt")
_CLIMB = 8
"""How many verbs a subject may be borrowed over."""


@value
class Clause:
    """A verb that has a subject. `way` is what it governs, "none" where that is nothing; `low` the verb's form."""

    verb: Token
    subject: Token
    borrowed: str
    way: str
    left: bool
    source: Span
    cue: Span
    content: tuple[Span, ...]


def clauses(tree: Tree, offset: int) -> Iterator[Clause]:
    """Give the clause of every verb that has a subject; spans are code points into the text `offset` is counted in."""
    for verb in tree:
        if not verb.tag_.startswith("VB") or verb.dep_ in ("aux", "auxpass"):
            continue
        subject, borrowed = subject_of(verb)
        if subject is not None:
            yield _clause(verb, subject, borrowed, offset)


def subject_of(verb: Token) -> tuple[Token | None, str]:
    """Give the subject of a verb, and over which relation it is borrowed ("" where it is the verb's own)."""
    borrowed = ""
    for _ in range(_CLIMB):
        for child in verb.children:
            if child.dep_ in _SUBJECTS:
                return child, borrowed
        above = verb.head
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return above, "acl"
        if verb.dep_ == "pcomp" and above.dep_ == "prep":  # "began by saying"
            above = above.head
        elif verb.dep_ not in _BORROWS:
            break
        if not above.tag_.startswith("VB"):
            break
        borrowed, verb = verb.dep_, above
    return None, borrowed


def phrase(token: Token, offset: int) -> Span:
    """Give the words that hang on a token, commas at the ends left out."""
    first, last = token.left_edge.i, token.right_edge.i
    return _trimmed(token.doc, first, last + 1, offset) or _span(token.doc, token.i, token.i + 1, offset)


def _clause(verb: Token, subject: Token, borrowed: str, offset: int) -> Clause:
    tree = verb.doc
    main = next((child for way in _CLAUSES for child in verb.children if child.dep_ == way), None)
    first, last = _cue(verb)
    content: Span | None = None
    left = main is not None and main.i < verb.i
    if main is not None and left:
        content = _trimmed(tree, main.left_edge.i, main.right_edge.i + 1, offset)
    elif main is not None:
        content = _trimmed(tree, max(main.left_edge.i, last), _end(verb, main) + 1, offset)
    return Clause(
        verb=verb,
        subject=subject,
        borrowed=borrowed,
        way="none" if main is None else main.dep_,
        left=left,
        source=phrase(subject, offset),
        cue=_span(tree, first, last, offset),
        content=() if content is None else (content,),
    )


def _cue(verb: Token) -> tuple[int, int]:
    """Give the verb with the auxiliaries, the negation and the particle beside it."""
    around = {child.i for child in verb.children if child.dep_ in _AROUND}
    first, last = verb.i, verb.i + 1
    while first - 1 in around:
        first -= 1
    while last in around:
        last += 1
    return first, last


def _end(verb: Token, main: Token) -> int:
    """Give the last token of what is said: what the verb governs, and what else belongs to it behind that."""
    last = main.right_edge.i
    for child in verb.children:
        if child.i > last and child.dep_ in ("prep", "dobj", "ccomp", "xcomp", "npadvmod", "advmod"):
            last = child.right_edge.i
    return int(last)


def _trimmed(tree: Tree, first: int, last: int, offset: int) -> Span | None:
    while first < last and tree[first].text in (",", ";", ":", "—", "–", "-", "--"):
        first += 1
    while first < last and (
        tree[last - 1].is_space or tree[last - 1].text in (",", ";", ":", "—", "–", "-", "--", ".")
    ):
        last -= 1
    return _span(tree, first, last, offset) if first < last else None


def _span(tree: Tree, first: int, last: int, offset: int) -> Span:
    end = tree[last - 1]
    return offset + tree[first].idx, offset + end.idx + len(end.text)
