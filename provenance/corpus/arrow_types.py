"""Which types of Parquet columns a column of a table takes: those whose cells come through as they are."""

from typing import TYPE_CHECKING

from provenance.corpus.columns import Holds

if TYPE_CHECKING:
    import pyarrow as pa


def fits(holds: Holds, kind: "pa.DataType") -> bool:
    """Tell whether cells of this type are what a column holds, or become it without a change of what they say.

    Numbers with a point, times and durations are no text, since there are many ways to write each.
    """
    from pyarrow import types  # noqa: PLC0415 - an extra

    kind = _of_values(kind)
    if types.is_null(kind) or is_text(kind):
        return True
    match holds:
        case Holds.TEXT:
            return bool(types.is_integer(kind) or types.is_date(kind))
        case Holds.TEXTS:
            return _is_list(kind) and (types.is_null(kind.value_type) or is_text(kind.value_type))
        case Holds.NUMBER:
            return bool(types.is_integer(kind) or types.is_floating(kind) or types.is_decimal(kind))
        case Holds.FLAG:
            return bool(types.is_boolean(kind))


def is_text(kind: "pa.DataType") -> bool:
    """Tell whether this is a type of texts, or of bytes that may be text."""
    from pyarrow import types  # noqa: PLC0415 - an extra

    kind = _of_values(kind)
    texts = (types.is_string, types.is_large_string, types.is_string_view)
    return any(one(kind) for one in (*texts, types.is_binary, types.is_large_binary, types.is_fixed_size_binary))


def _is_list(kind: "pa.DataType") -> bool:
    from pyarrow import types  # noqa: PLC0415 - an extra

    return bool(types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind))


def _of_values(kind: "pa.DataType") -> "pa.DataType":
    """See through a dictionary to the type of its values."""
    from pyarrow import types  # noqa: PLC0415 - an extra

    return kind.value_type if types.is_dictionary(kind) else kind
