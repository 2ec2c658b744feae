"""Origins in words: what each is called, why citations end there, and who reached it."""

from provenance.graph import CitationGraph
from provenance.trace.answer import Origin
from provenance.value import value
from provenance.wording.names import id_of, name_of, origin_words

_MANY = 4


@value
class OriginSaid:
    """An origin in words: its name with its id, why citations end there, and the first few reports that reached it."""

    name: str
    why: str
    reached_by: str


def say_origin(graph: CitationGraph, origin: Origin) -> OriginSaid:
    """Say an origin; `reached_by` is "" for one that nobody else's report led to."""
    name = name_of(graph, origin.node)
    reached = ", ".join(origin.reached_by[:_MANY])
    if len(origin.reached_by) > _MANY:
        reached += f" and {len(origin.reached_by) - _MANY} more"
    return OriginSaid(
        name=f"{name} ({origin.id})" if id_of(origin.node) and name != origin.id else name,
        why=origin_words(origin.kind, origin.doubt),
        reached_by=reached,
    )
