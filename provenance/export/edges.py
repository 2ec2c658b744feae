"""The edges of a figure: the citations in a claim's graph."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from provenance.graph import Edge, Node
from provenance.model import Attribution, Mode
from provenance.trace.answer import Fact, FindingKind, Trace


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureEdge:
    """A citation, from the node that cites to the one cited.

    Edges with one `choice` (numbered from 1) are the alternatives of an unclear citation; `not_said` tells that the
    cited report does not say it; `hardens` names what the citing statement puts more strongly (claim, certainty,
    attribution, plurality), `changes` the details it gives another value.
    """

    citing: str
    cited: str
    mode: Mode | None = None
    attribution: Attribution = Attribution.CLEAR
    choice: int | None = None
    not_said: bool = False
    hardens: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    quote: str | None = None
    url: str | None = None


def figure_edges(
    edges: Sequence[Edge], numbers: Mapping[Node, int], answers: Sequence[Trace]
) -> tuple[FigureEdge, ...]:
    """Make the figure's edges, sorted by who cites whom; `numbers` gives each node's place in the figure."""
    choices = _number_choices(edges, numbers)
    hardening = _drift(answers, "what", lambda what: what not in ("details", "translation"))
    changing = _drift(answers, "name", lambda what: what == "details")

    def place(edge: Edge) -> tuple[int, int, tuple[str, ...], int]:
        return (numbers[edge.citing], numbers[edge.cited], _wording(edge), choices.get((edge.citing, edge.choice), 0))

    return tuple(
        FigureEdge(
            citing=f"n{numbers[edge.citing]}",
            cited=f"n{numbers[edge.cited]}",
            mode=edge.citation.mode,
            attribution=edge.citation.attribution,
            choice=choices.get((edge.citing, edge.choice)),
            not_said=edge.not_said,
            hardens=hardening.get((edge.citing, edge.cited), ()),
            changes=changing.get((edge.citing, edge.cited), ()),
            quote=edge.citation.quote,
            url=edge.citation.url,
        )
        for edge in sorted(edges, key=place)
    )


def _number_choices(edges: Sequence[Edge], numbers: Mapping[Node, int]) -> dict[tuple[Node, int | None], int]:
    """Count off unclear citations by who makes them and what they leave open, not by their order in the record."""
    alternatives: dict[tuple[Node, int | None], list[tuple[int, tuple[str, ...]]]] = {}
    for edge in edges:
        if edge.choice is not None:
            alternatives.setdefault((edge.citing, edge.choice), []).append((numbers[edge.cited], _wording(edge)))
    ordered = sorted(alternatives, key=lambda choice: (numbers[choice[0]], sorted(alternatives[choice])))
    return {choice: number for number, choice in enumerate(ordered, 1)}


def _drift(
    answers: Sequence[Trace], fact: str, wanted: Callable[[Fact], bool]
) -> dict[tuple[Node, Node], tuple[str, ...]]:
    """Map citing and cited node to one fact of the drift between them, for the dimensions that are wanted."""
    found: dict[tuple[Node, Node], set[str]] = {}
    for finding in (finding for answer in answers for finding in answer.findings):
        if finding.kind is FindingKind.DRIFT and finding.edge is not None and wanted(finding.fact("what")):
            found.setdefault((finding.edge.citing, finding.edge.cited), set()).add(str(finding.fact(fact)))
    return {ends: tuple(sorted(whats)) for ends, whats in found.items()}


def _wording(edge: Edge) -> tuple[str, ...]:
    """Order citations that have the same ends."""
    cited = edge.citation
    return (cited.attribution, cited.mode or "", cited.quote or "", cited.url or "")
