"""Random figures of any size: who cites whom as news spreads, with all that a drawing has to show."""

import random

from provenance.export.figure import Figure, FigureClaim, FigureEdge, FigureNode
from provenance.graph import NodeKind
from provenance.model import Attribution, Mode, Stance
from provenance.trace.answer import Doubt, OriginKind, Status

_NAMES = (
    "Nefes",
    "Kyiv Post",
    "Türkiye Today",
    "Мілітарний",
    "朝日新聞デジタル",
    "وكالة الأنباء",
    "The National Interest",
    "AP",
)
_WORDS = [
    "Russia",
    "has",
    "reportedly",
    "asked",
    "Ankara",
    "to",
    "sell",
    "back",
    "systems",
    "delivered",
    "years",
    "ago,",
    "sources",
    "close",
    "to",
    "the",
    "matter",
    "say",
]


def random_figure(seed: int, size: int, days: int = 30) -> Figure:
    """Draw a figure of `size` nodes: the same number gives the same figure."""
    chance = random.Random(seed)
    kinds = chance.choices(list(NodeKind), (70, 4, 16, 5, 5), k=size)
    kinds.sort(key=lambda kind: kind not in (NodeKind.STATEMENT, NodeKind.REPORT))
    nodes = tuple(_node(chance, number, kind, days, size) for number, kind in enumerate(kinds))
    edges = _ends(chance, nodes)
    return Figure(
        claims=(
            FigureClaim(
                id="c",
                text="Russia has asked Turkey to sell back its S-400 systems.",
                status=Status.ORIGIN_IN_DOUBT,
                origins_min=1,
                origins_max=3,
                independence=None,
            ),
        ),
        as_of=None,
        nodes=nodes,
        edges=tuple(_edge(chance, *ends) for ends in sorted(edges)),
    )


def _node(chance: random.Random, number: int, kind: NodeKind, days: int, size: int) -> FigureNode:
    report = kind in (NodeKind.STATEMENT, NodeKind.REPORT)
    day = number * days // size + chance.randrange(3)
    date = f"2025-{1 + day // 28 % 12:02}-{1 + day % 28:02}"
    origin = not report or chance.random() < 0.08
    return FigureNode(
        id=f"n{number}",
        record=f"r{number}",
        kind=kind,
        label=chance.choice(_NAMES),
        title=" ".join(chance.choices(_WORDS, k=chance.randrange(3, 14))) if report and chance.random() < 0.6 else None,
        published=None if not report or chance.random() < 0.15 else chance.choice((date, date, date, date[:7], f"{date}T10:30")),
        stance=chance.choice((Stance.SUPPORTS, Stance.SUPPORTS, Stance.SUPPORTS, Stance.DENIES)) if report else None,
        status=chance.choices(("live", "retracted"), (12, 1))[0] if report else None,
        origin=chance.choice(list(OriginKind)) if origin else None,
        group=number if origin else None,
        doubt=chance.choice((None, None, Doubt.UNCLEAR)) if origin else None,
        url="https://example.org/a" if chance.random() < 0.5 else None,
    )  # fmt: skip


def _ends(chance: random.Random, nodes: tuple[FigureNode, ...]) -> set[tuple[str, str]]:
    """Draw who cites whom: mostly what is cited already, or came shortly before; now and then a later report or itself."""
    cited = [0]
    ends: set[tuple[int, int]] = set()
    for number in (number for number, node in enumerate(nodes) if node.kind is NodeKind.STATEMENT):
        for _ in range(chance.choice((1, 1, 2, 3))):
            kind = chance.random()
            if kind < 0.05:
                end = chance.randrange(len(nodes))
            elif kind < 0.65:
                end = min(chance.choice(cited), number - 1)
            elif kind < 0.85:
                end = number - 1 - int(chance.expovariate(1 / 12))
            else:
                end = chance.randrange(len(nodes) * 2 // 3, len(nodes))
            ends.add((number, max(0, end)))
            cited.append(max(0, end))
    return {(f"n{citing}", f"n{end}") for citing, end in ends}


def _edge(chance: random.Random, citing: str, cited: str) -> FigureEdge:
    return FigureEdge(
        citing=citing,
        cited=cited,
        mode=chance.choice((None, None, None, Mode.RELAYS, Mode.QUOTES)),
        attribution=chance.choices((Attribution.CLEAR, Attribution.UNCLEAR), (9, 1))[0],
        choice=chance.choices((None, 1), (12, 1))[0],
        not_said=chance.random() < 0.05,
        hardens=("claim", "certainty") if chance.random() < 0.08 else (),
    )
