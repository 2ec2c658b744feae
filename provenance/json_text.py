"""JSON as text that is inert wherever it is shown: a terminal, a browser, an editor."""

import json
import re

_ACTING = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What provenance/safe.py makes visible and json leaves as it is; a test holds the two together."""


def dump_json(value: object) -> str:
    """Write a value as indented JSON with a line end, its text readable in any script.

    Characters that act rather than are read stand as their JSON escapes, so that a parser gets them back.
    """
    return inert(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def inert(text: str) -> str:
    """Escape what acts in JSON text; such characters stand in strings only, so that it means the same."""
    return _ACTING.sub(lambda found: json.dumps(found.group())[1:-1], text)
