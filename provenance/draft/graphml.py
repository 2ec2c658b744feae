"""GraphML, as we, networkx, Gephi and yEd write it: attributes are `data` under keys, labels may be yEd's own."""

from collections.abc import Iterator, Sequence

from provenance.draft.drafting import Draft
from provenance.draft.from_network import draft_network
from provenance.draft.network import Link, Network, Row
from provenance.draft.problems import UnreadableError, no_xml
from provenance.draft.xml_tree import Element, read_xml
from provenance.problems import Place, Problem

_LABELS = frozenset(("NodeLabel", "EdgeLabel"))
_FALSE = "false"


def read_graphml(draft: Draft, texts: Sequence[tuple[str, str]], claim: str | None) -> None:
    """Read GraphML: all nodes and edges of all graphs in it. Raises UnreadableError with every part that is none."""
    for file, text in texts:
        root = read_xml(text, file)
        if root.name != "graphml":
            message = f"the document is a '{root.name}', not a `graphml`"
            raise UnreadableError(no_xml(Place(file, root.line, 1), message, "name its format with --format"))
        draft_network(draft, _Reader(draft, file, root).network(), claim)


class _Reader:
    """Reads one document: its keys first, which name the attributes and their defaults."""

    def __init__(self, draft: Draft, file: str, root: Element) -> None:
        self.draft, self.file, self.root = draft, file, root
        keys = root.named("key")
        self.names = {key.attributes.get("id", ""): _name(key) for key in keys}
        self.defaults = {
            (kind, _name(key)): default.words
            for key in keys
            for default in key.named("default")
            for kind in _kinds(key)
            if default.words
        }
        self.problems: list[Problem] = []

    def network(self) -> Network:
        """Make the graph, or raise UnreadableError."""
        about: dict[str, str] = {}
        rows: list[Row] = []
        links: list[Link] = []
        for element in _parts(self.root):
            where = f"{self.file}:{element.line}"
            given = element.attributes
            if element.name == "graph":
                about |= self._values(element, "graph")
            elif element.name == "node" and "id" in given:
                rows.append(Row(where=where, id=given["id"], values=self._values(element, "node")))
            elif element.name == "edge" and {"source", "target"} <= given.keys():
                values = self._values(element, "edge")
                links.append(Link(where=where, citing=given["source"], cited=given["target"], values=values))
            elif element.name in ("node", "edge"):
                self._misshapen(element)
            else:
                self.draft.note(where, f"a '{element.name}': {given}")
        if self.problems:
            raise UnreadableError(*self.problems)
        return Network(where=self.file, about=about, nodes=tuple(rows), edges=tuple(links))

    def _values(self, element: Element, kind: str) -> dict[str, str]:
        values = {name: words for (of, name), words in self.defaults.items() if of == kind}
        for data in element.named("data"):
            name = self.names.get(data.attributes.get("key", ""), data.attributes.get("key", "")).casefold()
            if data.below:
                values |= self._drawn(data)
            elif data.words and data.words != _FALSE:
                values[name] = data.words
        return values

    def _drawn(self, data: Element) -> dict[str, str]:
        """Give the label out of yEd's drawing of a node or edge; shapes, colours and places are noted."""
        inside = list(_all(data))
        labels = [each.words for each in inside if each.name in _LABELS and each.words]
        where = f"{self.file}:{data.line}"
        self.draft.note(where, f"how it is drawn: {', '.join(dict.fromkeys(each.name for each in inside))}")
        for each in inside:
            if each.words and each.name not in _LABELS:
                self.draft.note(f"{self.file}:{each.line}", f"{each.name}: {each.words}")
        return {"label": " ".join(labels)} if labels else {}

    def _misshapen(self, element: Element) -> None:
        needs = "`id`" if element.name == "node" else "`source` and `target`"
        message = f"this {element.name} has no {needs}"
        self.problems.append(no_xml(Place(self.file, element.line, 1), message, "GraphML needs it: export it again"))


def _name(key: Element) -> str:
    return key.attributes.get("attr.name", key.attributes.get("id", "")).casefold()


def _kinds(key: Element) -> tuple[str, ...]:
    kind = key.attributes.get("for", "all")
    return ("graph", "node", "edge") if kind == "all" else (kind,)


def _parts(root: Element) -> Iterator[Element]:
    """Give graphs, nodes, edges and what else stands among them, in the order of the document; groups are opened."""
    stack = [each for each in reversed(root.below) if each.name not in ("key", "data", "desc")]
    while stack:
        element = stack.pop()
        yield element
        inside = element.below if element.name == "graph" else element.named("graph")
        stack += [each for each in reversed(inside) if each.name not in ("data", "desc")]


def _all(element: Element) -> Iterator[Element]:
    stack = list(reversed(element.below))
    while stack:
        here = stack.pop()
        yield here
        stack += reversed(here.below)
