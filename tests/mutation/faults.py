"""The faults that a mutant may have: what may stand in a node's place, as a person in a hurry might have written it."""

import ast

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
}
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list"}


def faults(node: ast.AST) -> list[ast.AST]:  # noqa: PLR0911 - a table of shapes
    """List what may take the node's place; nothing for a node that is left alone."""
    match node:
        case ast.Compare(left=left, ops=[operator], comparators=right):
            return [ast.Compare(left, [_COMPARISONS[type(operator)]()], right)]
        case ast.BoolOp(op=operator, values=values):
            other = ast.And() if isinstance(operator, ast.Or) else ast.Or()
            return [ast.BoolOp(other, values), *(_without(operator, values, place) for place in range(len(values)))]
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return [operand]
        case ast.BinOp(left=left, op=operator, right=right_side) if type(operator) in _OPERATORS:
            return [ast.BinOp(left, _OPERATORS[type(operator)](), right_side)]
        case ast.Constant(value=bool() as flag):
            return [ast.Constant(not flag)]
        case ast.Constant(value=int() as number):
            return [ast.Constant(number + 1)]
        case ast.Name(id=name, ctx=ast.Load()) if name in _NAMES:
            return [ast.Name(_NAMES[name], ast.Load())]
        case ast.IfExp() | ast.If():
            return _inverted(node)
        case ast.comprehension(target=target, iter=iterated, ifs=[_, *_] as tests, is_async=kind):
            return [ast.comprehension(target, iterated, _but(tests, place), kind) for place in range(len(tests))]
        case _:
            return _of_statement(node)


def _of_statement(node: ast.AST) -> list[ast.AST]:
    match node:
        case ast.Return(value=value) if value is not None and not _is_none(value):
            return [ast.Return(ast.Constant(None))]
        case ast.Expr(value=ast.Call() | ast.YieldFrom() | ast.Yield()) | ast.AugAssign() | ast.Raise():
            return [ast.Pass()]
        case ast.Continue():
            return [ast.Break(), ast.Pass()]
        case ast.Break():
            return [ast.Continue()]
        case _:
            return []


def _inverted(node: ast.IfExp | ast.If) -> list[ast.AST]:
    """Turn a bare condition round; one that is composed has faults of its own."""
    if isinstance(node.test, ast.Compare | ast.BoolOp) or (
        isinstance(node.test, ast.UnaryOp) and isinstance(node.test.op, ast.Not)
    ):
        return []
    test = ast.UnaryOp(ast.Not(), node.test)
    if isinstance(node, ast.If):
        return [ast.If(test, node.body, node.orelse)]
    return [ast.IfExp(test, node.body, node.orelse)]


def _without(operator: ast.boolop, values: list[ast.expr], place: int) -> ast.expr:
    rest = _but(values, place)
    return rest[0] if len(rest) == 1 else ast.BoolOp(operator, rest)


def _but(values: list[ast.expr], place: int) -> list[ast.expr]:
    return values[:place] + values[place + 1 :]


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None
