"""Parsed sentences as a reader can see them, for machines without a parser: a token a line, as its parser gives it.

    Anna/NNP/nsubj/1 opposes/VBZ/ROOT/1 it/PRP/dobj/1

is word/tag/relation/index of its head.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(eq=False)
class FakeToken:
    i: int
    idx: int
    text: str
    tag_: str
    dep_: str
    head_at: int
    doc: "FakeTree"
    is_space: bool = False

    @property
    def lower_(self) -> str:
        return self.text.lower()

    @property
    def head(self) -> "FakeToken":
        return self.doc.tokens[self.head_at]

    @property
    def children(self) -> Iterator["FakeToken"]:
        return (one for one in self.doc.tokens if one.head_at == self.i and one is not self)

    @property
    def left_edge(self) -> "FakeToken":
        return min((self, *(child.left_edge for child in self.children)), key=lambda one: one.i)

    @property
    def right_edge(self) -> "FakeToken":
        return max((self, *(child.right_edge for child in self.children)), key=lambda one: one.i)


@dataclass
class FakeTree:
    tokens: list[FakeToken] = field(default_factory=list)

    def __iter__(self) -> Iterator[FakeToken]:
        return iter(self.tokens)

    def __getitem__(self, at: int) -> FakeToken:
        return self.tokens[at]


def tree(rows: str) -> tuple[str, FakeTree]:
    """Give the text (one space between two words) and its tree."""
    made, at = FakeTree(), 0
    for i, row in enumerate(rows.split()):
        text, tag, dep, head = row.rsplit("/", 3)
        made.tokens.append(FakeToken(i, at, text, tag, dep, int(head), made))
        at += len(text) + 1
    return " ".join(one.text for one in made), made


def told(spans: Iterable[tuple[int, int]], text: str) -> str:
    return " … ".join(text[slice(*span)] for span in spans)
