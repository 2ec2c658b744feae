"""What was found in an article, as one JSON object on one line; offsets are code points into `text`, end exclusive."""

import json

from provenance.article import Article
from provenance.attribution import Attribution, Found
from provenance.json_text import inert


def attributions_json(article: Article, found: Found, outlet: str | None) -> str:
    """Write what was found; `outlet` is its id or name, where it is known.

    Shape: docs/reference/json.md. A part of it is null, or empty, where the article does not say it.
    """
    row = {
        "file": article.file,
        "text": article.text,
        "title": article.title,
        "outlet": outlet,
        "published": article.published,
        "author": ", ".join(article.authors) or None,
        "language": article.language,
        "url": article.url,
        "body": "\n".join(article.text[start:end] for start, end in article.paragraphs),
        "attributions": [_attribution(article, each) for each in found.attributions],
        "unattributed": [list(span) for span in found.unattributed],
        "conflicts": [
            {"spans": [list(each.first), list(each.second)], "words": each.words} for each in found.conflicts
        ],
    }
    return inert(json.dumps(row, ensure_ascii=False)) + "\n"


def _attribution(article: Article, found: Attribution) -> dict[str, object]:
    return {
        "source": _span(found.source),
        "cue": _span(found.cue),
        "content": [list(span) for span in found.content],
        "class": found.class_,
        "entity": found.entity,
        "polarity": found.polarity,
        "hedged": found.hedge is not None,
        "nested": found.nested,
        "link": article.link_of(found.source, found.cue, *found.content),
        "confidence": found.confidence,
        "rule": found.rule,
    }


def _span(span: tuple[int, int] | None) -> list[int] | None:
    return list(span) if span else None
