"""JSON as text that is inert wherever it is shown: a terminal, a browser, an editor."""

import json

from provenance.safe import inert

__all__ = ["dump_json", "inert"]


def dump_json(value: object) -> str:
    """Write a value as indented JSON with a line end, its text readable in any script.

    Characters that act rather than are read stand as their JSON escapes, so that a parser gets them back.
    """
    return inert(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"
