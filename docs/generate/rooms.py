"""The map of rooms, drawn of the layers that import-linter enforces."""

import tomllib
from html import escape
from pathlib import Path

_PROJECT = Path(__file__).parents[2] / "pyproject.toml"
_WIDTH, _ROW, _GAP = 720, 30, 8


def drawing() -> str:
    """Draw a storey for each layer, the uppermost first."""
    storeys = [[name.strip() for name in layer.split("|")] for layer in _layers()]
    height = _GAP + (_ROW + _GAP) * len(storeys) + 22
    rooms = "".join(_storey(names, _GAP + number * (_ROW + _GAP)) for number, names in enumerate(storeys))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}" '
        'font-family="Helvetica, Arial, sans-serif" font-size="14">\n'
        "  <title>The rooms: each imports only from storeys below its own</title>\n"
        f'  <rect width="{_WIDTH}" height="{height}" fill="#fff"/>\n'
        f"{rooms}"
        f'  <text x="{_WIDTH // 2}" y="{height - 8}" text-anchor="middle" fill="#555">'
        "each imports only from storeys below its own</text>\n</svg>\n"
    )


def _layers() -> list[str]:
    with _PROJECT.open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    return next(list(contract["layers"]) for contract in contracts if contract["type"] == "layers")


def _storey(names: list[str], top: int) -> str:
    wide = (_WIDTH - _GAP * (len(names) + 1)) / len(names)
    return "".join(_room(name, _GAP + number * (wide + _GAP), top, wide) for number, name in enumerate(names))


def _room(name: str, left: float, top: int, wide: float) -> str:
    return (
        f'  <rect x="{left:.1f}" y="{top}" width="{wide:.1f}" height="{_ROW}" '
        'rx="4" fill="#f4f7fb" stroke="#2b5fa8"/>\n'
        f'  <text x="{left + wide / 2:.1f}" y="{top + 20}" text-anchor="middle" fill="#222">{escape(name)}</text>\n'
    )
