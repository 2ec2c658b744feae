"""Articles for `draft`: any page or text is refused with a problem, or makes a record that says no more than it does."""

import json
import re
from itertools import pairwise

from provenance.article import Article, ArticleError, read_bytes
from provenance.attribution import LANGUAGES, Found, find, language_of
from provenance.draft.from_article import Wanted, propose_article
from provenance.export.attributions import attributions_json
from provenance.read import read_texts
from provenance.report.article import article_lines
from provenance.report.lines import plain
from tests.cli.test_hostile import acting
from tests.fuzz.promises import RECORDS, WIDTH, passes, told

_LANGUAGE = re.compile(rb"%% ([a-z]{2})\n")


def drafted(data: bytes, file: str) -> bool:
    """Draft an article; a first line `%% de` says its language. Tells whether it had words to draft of."""
    said = _LANGUAGE.match(data)
    try:
        article = read_bytes(data[said.end() :] if said else data, file)
    except ArticleError as error:
        told([error.problem])
        return False
    spoken = said.group(1).decode() if said else article.language or language_of(article.text) or "und"
    names = ["The Herald", "Herald", "Gazette"]
    found = find(article.text, paragraphs=article.paragraphs, language=spoken, outlets=names)
    _in_the_text(article, found)
    _told_of(article, found)
    _proposed(article, found, Wanted(language=spoken), {})
    _proposed(article, found, Wanted(outlet="herald", claim="bridge", language=spoken), {"data/a.yaml": RECORDS})
    return bool(found.attributions) and spoken in LANGUAGES


def _in_the_text(article: Article, found: Found) -> None:
    """Every stretch is one of the article; paragraphs are in order and apart."""
    end = len(article.text)
    spans = [tuple(span) for span in (*article.paragraphs, *found.unattributed)]
    for each in found.attributions:
        spans += [span for span in (each.source, each.cue, *each.content) if span is not None]
        assert each.entity != ""
    assert all(0 <= start < stop <= end for start, stop in spans)
    assert all(one.end <= other.start for one, other in pairwise(article.paragraphs))
    taken = sorted({span for each in found.attributions for span in each.content})
    for start, stop in found.unattributed:
        assert not any(one < stop and start < other for one, other in taken), "attributed, and said to be by nobody"


def _told_of(article: Article, found: Found) -> None:
    written = attributions_json(article, found, None)
    assert acting(written) == set()
    assert json.loads(written)["text"] == article.text
    assert acting(plain(article_lines(article, found), WIDTH)) == set()


def _proposed(article: Article, found: Found, wanted: Wanted, records: dict[str, str]) -> None:
    before = read_texts(records)
    passes(*propose_article(article, found, before.workspace, before.texts, wanted), records)
