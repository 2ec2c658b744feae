"""Trace a news claim to its original sources.

For Python and notebooks: `from provenance import load, trace`; see docs/reference/python.md. Nothing is imported before
one of the names is used, so that the command starts at once.
"""

TYPE_CHECKING = False  # what type checkers take for true; `typing` itself takes longer to import than all this
if TYPE_CHECKING:
    from provenance.notebook import Answer, ClaimError, Records, RecordsError, load, trace

__version__ = "0.1.0"

__all__ = ["Answer", "ClaimError", "Records", "RecordsError", "__version__", "load", "trace"]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 - only for Python and notebooks

        return getattr(import_module("provenance.notebook"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
