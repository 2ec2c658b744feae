"""Names in a PROV document: the namespaces, and record ids as local names that PROV-N and Turtle write alike.

A name is made of its kind and of record ids, each percent-encoded and set apart by dots:
`statement.nefes-0903.s400-asked`. So two exports of the same records name the same thing alike, and no two things
share a name.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Final

from prov.constants import XSD
from prov.identifier import Namespace, QualifiedName
from prov.model import Literal

from provenance.dates import Date

RECORDS: Final = Namespace("rec", "urn:source-provenance:record:")
TERMS: Final = Namespace("news", "urn:source-provenance:term:")
DCTERMS: Final = Namespace("dcterms", "http://purl.org/dc/terms/")

_LONGEST = 100  # characters of an outlet's name without a record; record ids are shorter
_SHOWN = 40
_ENCODED = re.compile("[^A-Za-z0-9_-]")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_YEARS = (
    int(datetime(1, 1, 1, tzinfo=UTC).timestamp()),
    int(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC).timestamp()),
)


def name(kind: str, *ids: str) -> QualifiedName:
    """Name a thing of one kind by the ids of its records; empty ids are left out."""
    return RECORDS[".".join((kind, *(_encoded(id_) for id_ in ids if id_)))]


def instant(date: Date | None) -> datetime | None:
    """Give the instant a date is, where it allows one only and is not marked as doubtful; else None."""
    if date is None or date.qualified or date.earliest is None or date.earliest != date.latest:
        return None
    if not _YEARS[0] <= date.earliest <= _YEARS[1]:
        return None
    return _EPOCH + timedelta(seconds=date.earliest)


def day(date: Date | None) -> Literal | None:
    """Give the day a date is as xsd:date, where it was written as one day; else None."""
    if date is None or not _DAY.fullmatch(date.text) or date.text.startswith("0000"):
        return None
    return Literal(date.text, XSD["date"])


def terms(values: Mapping[str, object]) -> list[tuple[QualifiedName, object]]:
    """Give attributes of our own vocabulary: what is not recorded is left out, of a tuple each value is one."""
    return [
        (TERMS[term], value)
        for term, found in values.items()
        for value in (found if isinstance(found, tuple) else (found,))
        if value is not None
    ]


def _encoded(id_: str) -> str:
    text = id_ if len(id_) <= _LONGEST else id_[:_SHOWN]
    safe = _ENCODED.sub(lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode()), text)
    # An empty part marks the digest: no name has one otherwise.
    return safe if text == id_ else f"{safe}..{sha256(id_.encode()).hexdigest()[:32]}"
