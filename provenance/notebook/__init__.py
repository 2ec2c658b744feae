"""The answers of the program for Python and notebooks: `from provenance import load, trace`."""

from provenance.notebook.answer import Answer
from provenance.notebook.errors import ClaimError, RecordsError
from provenance.notebook.records import Records, load, trace

__all__ = ["Answer", "ClaimError", "Records", "RecordsError", "load", "trace"]
