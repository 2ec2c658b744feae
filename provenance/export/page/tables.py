"""The table of a page's records, which says what the picture shows: every node a row, with who rests on whom."""

from collections.abc import Iterator, Sequence

from provenance.export.page.markup import NOTHING, Markup, el, joined
from provenance.export.page.model import Address, Passage, Record

_MANY = 200
"""From how many records on a table is not laid out before it is seen."""

_HEADS = ("Date", "Who", "What it says", "Rests on", "What rests on it")


def records_table(records: Sequence[Record]) -> Markup:
    """Write the table; a row has the id r and the record's number, and links to its node in the picture."""
    heads = el("tr", *(el("th", head, scope="col") for head in _HEADS))
    caption = el("caption", "Every record of the picture, by date; those without a date come last.")
    body = el("tbody", *map(_row, records))
    many = len(records) > _MANY
    return el("table", caption, el("thead", heads), body, class_="records many" if many else "records")


def record_link(number: int | None, text: str) -> Markup:
    """Link to a record's row; where the page has no such record, give the text."""
    return el("span", text) if number is None else el("a", text, href=f"#r{number}")


def web_link(text: str, url: str) -> Markup:
    """Link out of the page, which learns nothing from it."""
    return el("a", text, href=url, rel="noopener noreferrer", target="_blank")


def quoted(text: str, language: str | None = None) -> Markup:
    """Write words that were printed, in quotation marks and marked with their language."""
    return joined(("“", el("span", text, lang=language, dir="auto"), "”"))


def _row(record: Record) -> Markup:
    name = el("a", record.name, href=f"#n{record.number}", class_="name", dir="auto")
    parts = [el("code", record.id) if record.id else NOTHING, el("span", record.what, class_="what")]
    marks = [el("span", mark, class_="mark") for mark in record.marks]
    return el(
        "tr",
        el("td", record.date, class_="date"),
        el("th", joined(_spaced([name, *parts, *marks])), scope="row"),
        el("td", *_spaced(_says(record))),
        el("td", _passages(record.rests_on)),
        el("td", _passages(record.rest_on_it)),
        id=f"r{record.number}",
        tabindex=-1,
        class_="fell" if record.fell else None,
        data_outlet=record.outlet,
        data_country=record.country,
        data_kind=" ".join(record.kinds),
    )


def _spaced(parts: Sequence[Markup]) -> Iterator[Markup]:
    """Put a blank between parts, so that what stands on lines of its own is apart without a stylesheet too."""
    for part in parts:
        if part:
            yield part
            yield Markup(" ")


def _says(record: Record) -> list[Markup]:
    title = el("p", el("cite", record.title, lang=record.language, dir="auto")) if record.title else NOTHING
    says = el("p", record.says) if record.says else NOTHING
    quote = el("p", quoted(record.quote, record.language), class_="quote") if record.quote else NOTHING
    facts = [
        el("li", el("span", f"{name}: ", class_="fact"), el("span", value, dir="auto")) for name, value in record.facts
    ]
    addresses = [el("li", _address(address)) for address in record.addresses]
    listed = el("ul", *facts, *addresses, class_="facts") if facts or addresses else NOTHING
    return [title, says, quote, listed]


def _address(address: Address) -> Markup:
    if address.url is not None:
        return web_link(address.what, address.url)
    return joined((el("span", f"{address.what}, no address that can be opened: ", class_="fact"), address.recorded))


def _passages(passages: Sequence[Passage]) -> Markup:
    if not passages:
        return NOTHING
    return el("ul", *map(_passage, passages), class_="passages")


def _passage(passage: Passage) -> Markup:
    parts = [
        record_link(passage.other, passage.name),
        el("span", passage.how, class_="how") if passage.how else NOTHING,
        el("span", quoted(passage.quote)) if passage.quote else NOTHING,
        web_link("passage", passage.url) if passage.url else NOTHING,
    ]
    return el("li", *_spaced(parts), data_edge=passage.edge)
