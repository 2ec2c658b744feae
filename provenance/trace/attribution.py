"""How strongly a statement is attributed, and whether it speaks of one source or of several."""

import re
from collections.abc import Sequence

from provenance.graph import CitationGraph, Edge, Node, NodeKind
from provenance.model import Basis, Source, SourceKind
from provenance.value import value

STRENGTHS = ("unattributed", "anonymous", "document", "party", "named")
"""Attributions from the weakest to the strongest (docs/explanation/model.md)."""


@value
class Attributed:
    """What a statement says of its own sources.

    `word` is one of STRENGTHS, "" where it says nothing; `several` whether it speaks of more than
    one source, None where that is not decided; `in_doubt` that it stands on citations in doubt.
    """

    word: str = ""
    several: bool | None = None
    in_doubt: bool = False

    @property
    def strength(self) -> int:
        """Give the place of `word` in STRENGTHS, -1 where there is none."""
        return STRENGTHS.index(self.word) if self.word else -1


def attributed(graph: CitationGraph, node: Node) -> Attributed:
    """Read a statement's own sources: those it surely cites, else those it may cite."""
    own = [edge for edge in graph.edges_from(node) if edge.cited.kind in (NodeKind.SOURCE, NodeKind.PARTY)]
    sure = [edge for edge in own if not edge.in_doubt]
    statement = graph.statement(node)
    if own:
        edges = sure or own
        word = max((_word(graph, edge.cited) for edge in edges), key=STRENGTHS.index)
        return Attributed(word=word, several=_several(graph, edges), in_doubt=not sure)
    if statement is not None and statement.basis is Basis.UNATTRIBUTED:
        return Attributed(word="unattributed")
    cited = graph.edges_from(node)
    clear = [edge for edge in cited if not edge.in_doubt]
    words = [edge.citation.quote or "" for edge in clear or cited]
    return Attributed(several=_spoken_of(words), in_doubt=bool(cited) and not clear)


def _word(graph: CitationGraph, node: Node) -> str:
    if node.kind is NodeKind.PARTY:
        return "party"
    source = graph.workspace.sources[node.id]
    if source.kind is SourceKind.EYEWITNESS:
        return "named" if source.name else "anonymous"
    return source.kind.value


def _several(graph: CitationGraph, edges: Sequence[Edge]) -> bool | None:
    """Tell whether the sources cited by one statement are several people or documents.

    A source and its party are one, and so are two that are certainly the same; alternatives of one
    unclear citation may be one.
    """
    ways = {graph.agents.of(edge.cited.id) if edge.choice is None else edge.choice for edge in edges}
    if len(ways) > 1:
        return True
    if edges[0].choice is not None:
        return None
    source = graph.workspace.sources.get(edges[0].cited.id)
    spoken = _spoken_of([edge.citation.quote or "" for edge in edges])
    if spoken is None and source is not None:
        spoken = False if _is_one(source) else _spoken_of([source.described_as or ""])
    return spoken


def _is_one(source: Source) -> bool:
    return source.kind is SourceKind.DOCUMENT or source.name is not None  # which no anonymous source has


def _spoken_of(texts: Sequence[str]) -> bool | None:
    """Tell whether words speak of several sources (True) or of one (False); None where they say neither, or both."""
    words = {word for text in texts for word in _WORD.findall(text.casefold())}
    one, several = not words.isdisjoint(_ONE), not words.isdisjoint(_SEVERAL)
    return None if one == several else several


_WORD = re.compile(r"\w+")

# English, German, French, Spanish, Turkish, Russian, Ukrainian. A form that is both singular and plural is left out.
_ONE = frozenset(
    """
    one source official person diplomat adviser advisor aide analyst expert witness eyewitness employee executive
    officer minister lawmaker insider spokesman spokeswoman spokesperson resident soldier
    quelle person beamter diplomat zeuge augenzeuge sprecher sprecherin
    responsable diplomate témoin conseiller
    fuente funcionario diplomático testigo persona
    kaynak kaynağa kaynağı yetkili yetkilisi diplomat tanık
    источник источника источнику чиновник чиновника дипломат дипломата собеседник собеседника свидетель
    джерело джерелу чиновник чиновника дипломат дипломата посадовець співрозмовник співрозмовника свідок
    """.split()  # noqa: SIM905 - a list to be read
)
_SEVERAL = frozenset(
    """
    sources officials people persons diplomats advisers advisors aides analysts experts witnesses eyewitnesses
    employees executives officers ministers lawmakers insiders spokesmen residents soldiers
    quellen kreise kreisen beamte diplomaten zeugen augenzeugen
    responsables diplomates témoins conseillers
    fuentes funcionarios diplomáticos testigos personas
    kaynaklar kaynaklara kaynakları kaynaklarına yetkililer yetkilileri yetkililerine diplomatlar tanıklar
    источники источников источникам чиновники чиновников дипломаты дипломатов собеседники собеседников свидетели
    джерел джерелам чиновники чиновників дипломати дипломатів посадовці посадовців співрозмовники співрозмовників
    свідки
    """.split()  # noqa: SIM905 - a list to be read
)
