"""Mutants of a module: the same code with one small fault each."""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

from tests.mutation.faults import faults

_SHORT = 100
_BLOCKS = (ast.mod, ast.FunctionDef, ast.ClassDef, ast.arguments, ast.If, ast.For, ast.While, ast.With, ast.Try)
_NEVER_RUN = ("annotation", "returns", "decorator_list", "type_params")


@dataclass(frozen=True)
class Mutant:
    """One fault: the line it is in, what stood there, what stands there now, and the whole module with it."""

    line: int
    before: str
    after: str
    module: ast.Module

    @property
    def change(self) -> str:
        """Say what stands where what stood."""
        return f"{self.before}  ->  {self.after}"

    def __str__(self) -> str:
        return f"{self.line}: {self.change}"


@dataclass
class _Place:
    """A node, and where it stands: in a field of the place above, there at `at` where that is a list."""

    node: ast.AST
    above: "_Place | None"
    field: str = ""
    at: int | None = None

    @property
    def shown(self) -> "_Place":
        """What tells where it is: of a number or a name as much around it as is one short line."""
        place = self
        if isinstance(self.node, ast.Constant | ast.Name):
            while place.above and not isinstance(place.above.node, _BLOCKS) and len(place.above.code) <= _SHORT:
                place = place.above
        return place

    @property
    def code(self) -> str:
        """Its code, on one line."""
        return " ".join(ast.unparse(self.node).split())

    def put(self, node: ast.AST) -> None:
        """Put another node in this one's place."""
        assert self.above
        if self.at is None:
            setattr(self.above.node, self.field, node)
        else:
            getattr(self.above.node, self.field)[self.at] = node
        self.node = node


def mutants(text: str) -> Iterator[Mutant]:
    """Give every mutant of a module's text, in the order of its lines; annotations and docstrings are left alone."""
    for number, place in enumerate(_places(ast.parse(text))):
        for fault in range(len(faults(place.node))):
            yield _mutant(text, number, fault)


def faulty(text: str) -> set[str]:
    """Give the code that any mutant of a module's text changes, as `Mutant.before` shows it."""
    return {_short(place.shown.code) for place in _places(ast.parse(text)) if faults(place.node)}


def unchanged(text: str) -> Mutant:
    """Give the module as it is: what no test may notice."""
    return Mutant(0, "", "", ast.parse(text))


def _mutant(text: str, number: int, fault: int) -> Mutant:
    module = ast.parse(text)
    place = _places(module)[number]
    line, shown = _line(place.node), place.shown
    before = shown.code
    place.put(copy.deepcopy(faults(place.node)[fault]))
    ast.fix_missing_locations(module)
    return Mutant(line, _short(before), _short(shown.code), module)


def _line(node: ast.AST) -> int:
    """Give the line of a node; that of the name it binds for a `for` inside brackets, which has none."""
    return _line(node.target) if isinstance(node, ast.comprehension) else getattr(node, "lineno", 0)


def _places(module: ast.Module) -> list[_Place]:
    """List every node that runs, in the order of its lines."""
    found: list[_Place] = []
    waiting = [_Place(module, None)]
    while waiting:
        above = waiting.pop()
        for field, value in ast.iter_fields(above.node):
            if field in _NEVER_RUN or isinstance(above.node, ast.JoinedStr):
                continue
            children = enumerate(value) if isinstance(value, list) else [(None, value)]
            below = [_Place(child, above, field, at) for at, child in children if isinstance(child, ast.AST)]
            waiting += [place for place in below if not _is_guard(place.node)]
            found += [place for place in below if not _is_guard(place.node)]
    return sorted(found, key=lambda place: (_line(place.node), getattr(place.node, "col_offset", 0)))


def _is_guard(node: ast.AST) -> bool:
    """Tell whether a node is there for type checkers, or trips over a slip of the programmer alone."""
    match node:
        case ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.keyword(arg="strict"):
            return True
        case _:
            return False


def _short(line: str) -> str:
    return line if len(line) <= _SHORT else line[: _SHORT - 1] + "…"
