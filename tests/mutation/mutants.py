"""Mutants of a module: the same code with one small fault each."""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.mutation.faults import faults

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


def mutants(text: str) -> Iterator[Mutant]:
    """Give every mutant of a module's text, in the order of its lines; annotations and docstrings are left alone."""
    for number, node in enumerate(_places(ast.parse(text))):
        for fault in range(len(faults(node))):
            yield _mutant(text, number, fault)


def faulty(text: str) -> set[str]:
    """Give the code that any mutant of a module's text changes, as `Mutant.before` shows it."""
    return {_short(ast.unparse(node)) for node in _places(ast.parse(text)) if faults(node)}


def unchanged(text: str) -> Mutant:
    """Give the module as it is: what no test may notice."""
    return Mutant(0, "", "", ast.parse(text))


def _mutant(text: str, number: int, fault: int) -> Mutant:
    module = ast.parse(text)
    node, replace = _replaceable(module)[number]
    after = copy.deepcopy(faults(node)[fault])
    before = ast.unparse(node)
    replace(after)
    ast.fix_missing_locations(module)
    return Mutant(_line(node), _short(before), _short(ast.unparse(after)), module)


def _line(node: ast.AST) -> int:
    """Give the line of a node; that of the name it binds for a `for` inside brackets, which has none."""
    return _line(node.target) if isinstance(node, ast.comprehension) else getattr(node, "lineno", 0)


def _places(module: ast.Module) -> list[ast.AST]:
    return [node for node, _ in _replaceable(module)]


def _replaceable(module: ast.Module) -> list[tuple[ast.AST, Callable[[ast.AST], None]]]:
    """List every node that runs, with the function that puts another in its place."""
    found: list[tuple[ast.AST, Callable[[ast.AST], None]]] = []
    waiting: list[ast.AST] = [module]
    while waiting:
        parent = waiting.pop()
        for field, value in ast.iter_fields(parent):
            if field in _NEVER_RUN or isinstance(parent, ast.JoinedStr):
                continue
            places = enumerate(value) if isinstance(value, list) else [(None, value)]
            for place, child in places:
                if isinstance(child, ast.AST) and not _is_guard(child):
                    found.append((child, _putter(parent, field, place)))
                    waiting.append(child)
    return sorted(found, key=lambda entry: (_line(entry[0]), getattr(entry[0], "col_offset", 0)))


def _is_guard(node: ast.AST) -> bool:
    """Tell whether a node is there for type checkers, or trips over a slip of the programmer alone."""
    match node:
        case ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.keyword(arg="strict"):
            return True
        case _:
            return False


def _putter(parent: ast.AST, field: str, place: int | None) -> Callable[[ast.AST], None]:
    def put(node: ast.AST) -> None:
        if place is None:
            setattr(parent, field, node)
        else:
            getattr(parent, field)[place] = node

    return put


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 100 else line[:99] + "…"
