"""What a person probably meant by a key or word that is not one of ours."""

import unicodedata
from collections.abc import Collection, Iterable

from provenance.read.names import Names
from provenance.read.nodes import Node


def did_you_mean(names: Names, wrong: str, options: Iterable[str]) -> str | None:
    """Give a hint that names the closest of `options`, or None."""
    close = names.closest(wrong, options)
    return f"did you mean '{close}'?" if close else None


def key_hint(names: Names, key: Node, value: Node, options: Collection[str]) -> str:
    """Say what to do about a key that is none of `options`."""
    written = key.text
    if written == "<<":
        return "merge keys are not part of YAML 1.2: write the values out"
    return (
        _invisible(written, options)
        or _missing_space(written, options)
        or _comma(key, value)
        or _another_word(written, options)
        or _one_level_down(written, options)
        or did_you_mean(names, written, options)
        or f"the keys are {', '.join(options)}"
    )


def _invisible(written: str, options: Collection[str]) -> str | None:
    clean = "".join(sign for sign in unicodedata.normalize("NFKC", written) if sign.isprintable()).strip()
    if clean not in options:
        return None
    sign = next((sign for sign in written if sign.isspace() or not sign.isprintable()), None)
    return f"it holds an invisible character (U+{ord(sign):04X}): write `{clean}`" if sign else f"write `{clean}`"


def _missing_space(written: str, options: Collection[str]) -> str | None:
    if written.startswith("-") and written[1:] in options:
        return f"write a space after the '-', or leave it out: `{written[1:]}: …`"
    before = written.partition(":")[0]
    return f"write a space after the ':': `{before}: …`" if before in options else None


def _comma(key: Node, value: Node) -> str | None:
    """Tell a key that is the rest of a text, as in `{title: Asked, and answered}`."""
    if not key.plain or value.start != key.end:
        return None
    return "if the ',' before it is part of a text, quote the text; else write `key: value`"


def _one_level_down(written: str, options: Collection[str]) -> str | None:
    forms = (form for at, words, form in _BELOW if at in options and written in words)
    return next((f"it belongs to {form.format(written)}" for form in forms), None)


def _another_word(written: str, options: Collection[str]) -> str | None:
    meant = next((name for name in _MEANT.get(written.casefold(), ()) if name in options), None)
    return f"did you mean '{meant}'?" if meant else None


_IN_STATEMENTS = ("stance", "certainty", "basis", "quote", "where", "details")
_IN_CITATIONS = ("mode", "attribution")
_BELOW = (
    ("says", _IN_STATEMENTS, "a statement: `says: [{{claim: ID, {}: …}}]`"),
    ("cites", _IN_CITATIONS, "a citation: `cites: [{{report: ID, {}: …}}]`"),
)
"""Keys of a statement or citation, by the field of a record that holds these, and what to write."""

_MEANT = {
    "date": ("published", "period"),
    "time": ("published", "date"),
    "publisher": ("outlet",),
    "publication": ("outlet",),
    "newspaper": ("outlet",),
    "headline": ("title",),
    "name": ("title", "text"),
    "title": ("name", "text"),
    "claim": ("says", "text"),
    "claims": ("says", "claim"),
    "link": ("url",),
    "website": ("domains", "url"),
    "byline": ("author",),
    "source": ("cites",),
    "sources": ("cites",),
    "via": ("read",),
    "retracted": ("status",),
    "withdrawn": ("status",),
    "corrected": ("status",),
    "type": ("kind",),
    "description": ("described_as", "text", "notes"),
    "party": ("by",),
}
"""Words that people write for ours; the first that the record has is meant."""
