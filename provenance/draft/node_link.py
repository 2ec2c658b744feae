"""JSON graphs: node-link, as we, networkx and D3 write it, and Cytoscape's elements."""

from collections.abc import Mapping, Sequence

from provenance.draft.drafting import Draft
from provenance.draft.from_network import draft_network
from provenance.draft.json_tree import Json, pointer, read_json, words_of
from provenance.draft.network import Link, Network, Row
from provenance.draft.problems import UnreadableError, no_json
from provenance.problems import Place, Problem

_ENDS = ("source", "target")


def read_node_link(draft: Draft, texts: Sequence[tuple[str, str]], claim: str | None) -> None:
    """Read node-link JSON: `nodes` and `edges` (or `links`). Raises UnreadableError."""
    for file, text in texts:
        root = _mapping(read_json(text, file), file)
        edges = "edges" if "edges" in root or "links" not in root else "links"
        nodes = _items(root, "nodes", file)
        about = root.get("graph")
        _leave(draft, root, ("nodes", edges, "graph", "directed", "multigraph"), file)
        reader = _Reader(file, ("nodes",), (edges,), "id", label="label", inner=None)
        network = reader.network(nodes, _items(root, edges, file), about if isinstance(about, dict) else {})
        draft_network(draft, network, claim)


def read_cytoscape(draft: Draft, texts: Sequence[tuple[str, str]], claim: str | None) -> None:
    """Read Cytoscape JSON: `elements` with `nodes` and `edges`, the attributes of each in `data`."""
    for file, text in texts:
        root = _mapping(read_json(text, file), file)
        elements = root.get("elements")
        if not isinstance(elements, dict):
            raise UnreadableError(_shape(file, "/elements", "`elements` has to hold `nodes` and `edges`"))
        about = root.get("data")
        _leave(draft, root, ("elements", "data", "directed", "multigraph"), file)
        reader = _Reader(file, ("elements", "nodes"), ("elements", "edges"), "id", label="name", inner="data")
        nodes, edges = _items(elements, "nodes", file), _items(elements, "edges", file)
        draft_network(draft, reader.network(nodes, edges, about if isinstance(about, dict) else {}), claim)


class _Reader:
    """How one JSON format holds a graph: where its parts stand, and what its own keys are."""

    def __init__(  # noqa: PLR0913 - a format's description
        self, file: str, nodes: tuple[str, ...], edges: tuple[str, ...], key: str, *, label: str, inner: str | None
    ) -> None:
        self.file, self.nodes, self.edges, self.key, self.label, self.inner = file, nodes, edges, key, label, inner
        self.problems: list[Problem] = []

    def network(self, nodes: list[Json], edges: list[Json], about: Mapping[str, Json]) -> Network:
        """Make the graph, or raise UnreadableError with everything that is no node and no edge."""
        rows = [self._row(number, node) for number, node in enumerate(nodes)]
        links = [self._link(number, edge) for number, edge in enumerate(edges)]
        if self.problems:
            raise UnreadableError(*self.problems)
        return Network(
            where=self.file,
            about=_texts(about, skipped=()),
            nodes=tuple(row for row in rows if row),
            edges=tuple(link for link in links if link),
        )

    def _row(self, number: int, node: Json) -> Row | None:
        at = pointer(*self.nodes, number)
        found = self._inner(node, at)
        if found is None or found.get(self.key) is None:
            self.problems.append(_shape(self.file, at, f"a node is an object with `{self.key}`"))
            return None
        skipped = (self.key, "value") if self.inner else (self.key,)
        values = _texts(found, skipped)
        if self.label in values:
            values["label"] = values.pop(self.label)
        return Row(where=f"{self.file}#{at}", id=words_of(found[self.key]), values=values)

    def _link(self, number: int, edge: Json) -> Link | None:
        at = pointer(*self.edges, number)
        found = self._inner(edge, at)
        if found is None or any(found.get(end) is None for end in _ENDS):
            self.problems.append(_shape(self.file, at, "an edge is an object with `source` and `target`"))
            return None
        citing, cited = (words_of(found[end]) for end in _ENDS)
        values = _texts(found, skipped=(*_ENDS, "key", "id") if self.inner else (*_ENDS, "key"))
        return Link(where=f"{self.file}#{at}", citing=citing, cited=cited, values=values)

    def _inner(self, found: Json, _at: str) -> dict[str, Json] | None:
        if isinstance(found, dict) and self.inner:
            found = found.get(self.inner)
        return found if isinstance(found, dict) else None


def _texts(found: Mapping[str, Json], skipped: Sequence[str]) -> dict[str, str]:
    """Give attributes as text; null, false and empty ones are left out, true is `true`."""
    kept = {key: value for key, value in found.items() if key not in skipped and value not in (None, False, "", [])}
    return {words_of(key).casefold(): words_of(value) for key, value in kept.items()}


def _mapping(found: Json, file: str) -> dict[str, Json]:
    if not isinstance(found, dict):
        raise UnreadableError(_shape(file, "", "a graph is an object with `nodes` and `edges`"))
    return found


def _items(root: Mapping[str, Json], key: str, file: str) -> list[Json]:
    found = root.get(key, [])
    if not isinstance(found, list):
        raise UnreadableError(_shape(file, f"/{key}", f"`{key}` has to be a list"))
    return found


def _leave(draft: Draft, root: Mapping[str, Json], used: Sequence[str], file: str) -> None:
    for key, value in root.items():
        if key not in used:
            draft.note(f"{file}#{pointer(key)}", f"{key}: {words_of(value)}")


def _shape(file: str, at: str, message: str) -> Problem:
    return no_json(Place(f"{file}#{at}" if at else file), message, "docs/reference/import.md shows what can be read")
