"""What is found in a text: who says what, by which words, and what the text says twice in two ways."""

from enum import StrEnum
from typing import TypeAlias

from provenance.value import value

Span: TypeAlias = tuple[int, int]
"""Code points into the text, end exclusive."""


class SourceClass(StrEnum):
    """What kind of source speaks."""

    OUTLET = "outlet"
    OFFICIAL_POLITICAL = "official-political"
    OFFICIAL_OTHER = "official-other"
    PERSON = "person"
    ANONYMOUS = "anonymous"
    PARTLY_ANONYMOUS = "partly-anonymous"
    DOCUMENT = "document"
    GROUP = "group"
    PRONOUN = "pronoun"
    UNKNOWN = "unknown"


class Polarity(StrEnum):
    """What the source does with the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DECLINES = "declines"
    NOT_CONFIRMED = "not-confirmed"


class Confidence(StrEnum):
    """How often the rule that found it is right: see docs/explanation/drafting.md."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@value
class Attribution:
    """One source, one cue, one content.

    `source` is None where the text names none ("reportedly"). `content` holds several spans where the cue stands in
    the middle of what is said. `entity` is the full name the source stands for ("he" is "John Smith"), None where no
    name fits. `hedge` is a word like "allegedly" in the cue or the content. `nested` says that it stands inside
    another's content. `rule` names how source and content were found.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    class_: SourceClass
    entity: str | None
    polarity: Polarity
    hedge: Span | None
    nested: bool
    confidence: Confidence
    rule: str


@value
class Conflict:
    """Two places in one text that disagree, and a sentence that says how."""

    first: Span
    second: Span
    words: str


@value
class Found:
    """All that is found, in the order of the text.

    `unattributed` are the sentences in which no attribution was found: that is not to say that they have none.
    """

    attributions: tuple[Attribution, ...]
    unattributed: tuple[Span, ...]
    conflicts: tuple[Conflict, ...]
