"""Attributions as a reader can compare them: source | cue | content."""

from provenance.attribution import Attribution, Found, Span, find


def piece(text: str, span: Span | None) -> str:
    return "–" if span is None else text[slice(*span)]


def row(text: str, one: Attribution) -> str:
    return (
        f"{piece(text, one.source)} | {piece(text, one.cue)} | {' … '.join(piece(text, part) for part in one.content)}"
    )


def rows(text: str, *, nested: bool = False) -> list[str]:
    return [row(text, one) for one in find(text).attributions if one.nested is nested]


def only(text: str) -> Attribution:
    found: Found = find(text)
    outer = [one for one in found.attributions if not one.nested]
    assert len(outer) == 1, [row(text, one) for one in outer]
    return outer[0]
