"""What a page says of itself in JSON-LD (schema.org), the most exact of its voices."""

import html
import json
from collections.abc import Iterator
from typing import Any, TypeAlias

from provenance.article.blocks import Element

Thing: TypeAlias = "dict[str, Any]"

_ARTICLES = frozenset({
    "newsarticle", "article", "reportagenewsarticle", "analysisnewsarticle", "backgroundnewsarticle",
    "opinionnewsarticle", "reviewnewsarticle", "askpublicnewsarticle", "liveblogposting", "blogposting",
    "report", "scholarlyarticle", "socialmediaposting", "advertisercontentarticle", "satiricalarticle",
    "techarticle",
})  # fmt: skip
_MOST_THINGS = 20_000
_NO_JSON = (ValueError, RecursionError)


def article_thing(root: Element) -> Thing:
    """Give the article among the things a page describes, with what it refers to by `@id`; {} where there is none.

    Of several the first wins that is of the kind of an article and has a headline or a date.
    """
    things = list(_things(root))
    by_id = {thing["@id"]: thing for thing in reversed(things) if isinstance(thing.get("@id"), str) and len(thing) > 1}
    for thing in things:
        if _kinds(thing) & _ARTICLES and (thing.get("headline") or thing.get("datePublished")):
            return {name: _resolved(found, by_id) for name, found in thing.items()}
    return {}


def text_of(found: object) -> str | None:
    """Give a plain value as text, entities that were escaped twice resolved; None for a thing or an empty text."""
    while isinstance(found, list) and found:
        found = found[0]
    if not isinstance(found, str):
        return None
    return " ".join(html.unescape(found).split()) or None


def names_of(found: object) -> list[str]:
    """Give the names of people and organisations, in whichever of the usual ways they are written."""
    names: list[str] = []
    waiting = [found]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            waiting.append(one.get("name") or one.get("byline"))
        elif name := text_of(one):
            names.append(name)
    return names


def _things(root: Element) -> Iterator[Thing]:
    count = 0
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        waiting = [_parsed(script.text or "")]
        while waiting and count < _MOST_THINGS:
            one = waiting.pop()
            if isinstance(one, list):
                waiting += reversed(one)
            elif isinstance(one, dict):
                count += 1
                yield one
                waiting += [inner for inner in reversed(one.values()) if isinstance(inner, list | dict)]


def _parsed(text: str) -> object:
    """Read JSON as pages write it: with raw line ends in strings, in a comment, with a semicolon at the end."""
    bare = text.strip().removeprefix("<!--").removesuffix("-->").removeprefix("//<![CDATA[").removesuffix("//]]>")
    try:
        return json.loads(bare.strip().rstrip(";"), strict=False)
    except _NO_JSON:
        return None


def _kinds(thing: Thing) -> set[str]:
    kind = thing.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {one.rpartition("/")[2].lower() for one in kinds if isinstance(one, str)}


def _resolved(found: object, by_id: dict[str, Thing]) -> object:
    """Replace a bare reference, or each of a list of them, by what it refers to."""
    if isinstance(found, list):
        return [_resolved(one, by_id) if isinstance(one, dict) else one for one in found]
    if isinstance(found, dict) and isinstance(found.get("@id"), str) and not found.get("name"):
        return by_id.get(found["@id"], found)
    return found
