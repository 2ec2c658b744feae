"""Rows as data frames of pandas, which is an extra: nothing else here needs it."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


def frame(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> "pd.DataFrame":
    """Make a data frame; words of a vocabulary become plain text. Raises ImportError that says what to install."""
    try:
        import pandas as pd  # noqa: PLC0415 - half a second, and an extra
    except ImportError as error:
        raise ImportError("data frames need pandas: pip install 'source-provenance[notebook]'") from error
    return pd.DataFrame([[_plain(cell) for cell in row] for row in rows], columns=list(columns))


def _plain(cell: Any) -> Any:
    if isinstance(cell, StrEnum):
        return str(cell)
    return [_plain(each) for each in cell] if isinstance(cell, tuple) else cell
