"""The columns of every input table: one literal table that reading, writing, schema and documentation follow."""

from enum import StrEnum
from typing import NamedTuple

SCHEMA = "provenance/tables/1"
"""The version of the tables."""


LONGEST_ID = 500
"""How many characters an id of a table may have."""


class Holds(StrEnum):
    """What a cell of a column holds."""

    TEXT = "text"
    TEXTS = "texts"
    NUMBER = "number"
    FLAG = "flag"


class Column(NamedTuple):
    """A column: its name, what its cells hold, whether every row needs one, and what it means."""

    name: str
    about: str
    holds: Holds = Holds.TEXT
    needed: bool = False


TABLES: dict[str, tuple[Column, ...]] = {
    "reports": (
        Column("id", "The report's id.", needed=True),
        Column("outlet", "Who published it: an outlet's id, name or alias, or a name without a row.", needed=True),
        Column("title", "Its headline."),
        Column("author", "Its byline."),
        Column("url", "Its address."),
        Column("archived", "The address of an archived copy."),
        Column("published", "When it was published, an EDTF date."),
        Column("accessed", "When it was read, an EDTF date."),
        Column("language", "Its language, a BCP 47 tag."),
        Column("read", "How it was read: original, translation, via or inferred."),
        Column("via", "The report it was read through, where `read` is via."),
        Column("status", "What its publisher did later: retracted:DATE, corrected:DATE, withdrawn:DATE.", Holds.TEXTS),
    ),
    "statements": (
        Column("report", "The report that makes the statement.", needed=True),
        Column("claim", "The claim it is about.", needed=True),
        Column("position", "Its place within the report; without one, rows keep their order.", Holds.NUMBER),
        Column("stance", "supports, denies, questions or comments; supports where empty."),
        Column("certainty", "certain, probable, possible or uncommitted."),
        Column("basis", "Where it cites nothing: own_reporting or unattributed."),
        Column("quote", "The words of the report."),
        Column("where", "Where in the report they stand."),
        Column("details", "A JSON object of texts."),
    ),
    "citations": (
        Column("report", "The report that cites.", needed=True),
        Column("claim", "The claim of the statement that rests on the citation.", needed=True),
        Column("position", "Its place within the statement; without one, rows keep their order.", Holds.NUMBER),
        Column("unclear", "Rows of one number are the alternatives of one unclear citation.", Holds.NUMBER),
        Column("kind", "What is cited: report, source, party or outlet; report where empty."),
        Column("id", "The id of what is cited; for an outlet also its name, or unnamed.", needed=True),
        Column("mode", "relays, quotes, translates, syndicates or links."),
        Column("quote", "The words of attribution."),
        Column("url", "The address of the link."),
        Column("attribution", "clear or unclear; clear where empty."),
    ),
    "claims": (
        Column("id", "The claim's id.", needed=True),
        Column("text", "The proposition; the id where empty."),
        Column("stronger_than", "Claims it is a stronger version of.", Holds.TEXTS),
        Column("part_of", "Claims it is a part of.", Holds.TEXTS),
        Column("could_confirm", "Parties that could confirm it.", Holds.TEXTS),
        Column("credibility", "An Admiralty rating, 1 to 6."),
    ),
    "outlets": (
        Column("id", "The outlet's id.", needed=True),
        Column("name", "Its name; the id where empty."),
        Column("aliases", "Other names.", Holds.TEXTS),
        Column("kind", "What sort of publisher it is."),
        Column("country", "An ISO 3166-1 code."),
        Column("languages", "BCP 47 tags.", Holds.TEXTS),
        Column("domains", "Its web domains.", Holds.TEXTS),
        Column("owner", "Who owns it; outlets of one owner are one family."),
        Column("state_affiliated", "true or false.", Holds.FLAG),
        Column("reliability", "An Admiralty rating, A to F."),
        Column("rated_by", "Who gave the rating."),
    ),
    "parties": (
        Column("id", "The party's id.", needed=True),
        Column("name", "Its name; the id where empty."),
        Column("aliases", "Other names.", Holds.TEXTS),
        Column("country", "An ISO 3166-1 code."),
    ),
    "sources": (
        Column("id", "The source's id.", needed=True),
        Column("kind", "named, anonymous, document or eyewitness.", needed=True),
        Column("name", "Its name; never for an anonymous source."),
        Column("described_as", "How the reports describe it."),
        Column("party", "The party it belongs to."),
        Column("same_as", "Sources it is the same as: ID for certain, ID? possibly.", Holds.TEXTS),
        Column("url", "The address of a document."),
    ),
    "responses": (
        Column("by", "The party or source that reacted.", needed=True),
        Column("claim", "The claim put to it.", needed=True),
        Column("stance", "confirms, denies, partly, declines, neither, silent or not_asked.", needed=True),
        Column("date", "When, an EDTF date."),
        Column("on_record", "true or false.", Holds.FLAG),
        Column("quote", "Its words."),
        Column("reported_by", "The reports that carry it.", Holds.TEXTS),
        Column("cites", "What that rests on: JSON of the form that `cites` has in YAML."),
    ),
    "dependences": (
        Column("between", "Two ids or more: reports, sources, parties, outlets.", Holds.TEXTS, needed=True),
        Column("kind", "shared_error, same_wording, same_image, same_person or declared_independent.", needed=True),
        Column("basis", "What shows it."),
    ),
    "cases": (
        Column("title", "The case's title."),
        Column("question", "What it asks."),
        Column("period", "An EDTF date or interval."),
        Column("notes", "Notes."),
    ),
}
"""Every table, the three large ones first."""

STREAMED = ("reports", "statements", "citations")
"""The tables that may be larger than memory."""

HELD = tuple(name for name in TABLES if name not in STREAMED)
"""The tables that are held in memory."""
