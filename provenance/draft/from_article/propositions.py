"""The claims an article makes: the one it was drafted for, and one for each further content attributed in it."""

import re

from provenance.article import Article
from provenance.draft.drafting import Draft
from provenance.draft.from_article.likeness import Alike, is_about, may_say_the_same
from provenance.draft.from_article.topics import is_turkish_clause
from provenance.spelling import folded

_LONGEST = 300
_FEW = 3
"""Words of a content that names a topic, and claims nothing: "the new plan"."""
_REFERRING = frozenset(
    ("news", "report", "reports", "information", "claim", "claims", "allegation", "it", "this", "that")
)


_BEFORE = frozenset(("the", "a", "his", "her", "their", "its", "these", "those", "such", "same", "first"))


class Propositions:
    """Finds the claim for a content, or proposes one. A claim of the workspace is named as likely, never taken."""

    def __init__(self, draft: Draft, article: Article, wanted: str | None) -> None:
        self.draft = draft
        self._where = article.file
        self._texts = Alike()
        self._on_record = Alike()
        for claim in draft.known.workspace.claims.values():
            self._on_record.add(claim.id, claim.text)
        lead = _first_sentence(article)
        title = " ".join((article.title or "").split())
        self._about = [each for each in (title, lead) if each]
        if wanted is None:
            text = title or lead or "(what the article claims is still to be written)"
            self.main = self._new(text)
            self._remark("the title or first sentence of the article: write what is claimed, or name it with --claim")
        else:
            text = wanted
            self.main = draft.claim(wanted, None, article.file)
        known = draft.known.workspace.claims.get(self.main)
        self._main_text = known.text if known else _claimed(text)
        self._texts.add(self.main, self._main_text)
        alike = (each for each in self._about if wanted is None or is_about(each, self._main_text))
        self.stated = next(alike, None)
        """The title or first sentence, where it may state the main claim in the outlet's own words."""

    def of(self, content: str) -> str | None:
        """Give the id of the claim that a content states; None of a topic ("the plan"), which claims nothing.

        Words like "the news" or "the report" stand for the main claim.
        """
        words = folded(content).split()
        if set(words) & _REFERRING and set(words) <= _REFERRING | _BEFORE:
            return self.main
        if len(words) <= _FEW and not is_turkish_clause(content):
            return None
        about = self._about if self.stated else ()
        if any(may_say_the_same(content, each) for each in (self._main_text, *about)):
            return self.main
        return self._texts.same(content) or self._new(content)

    def _new(self, text: str) -> str:
        shown = _claimed(text)
        id_ = self.draft.claim(shown, shown, self._where)
        self._texts.add(id_, shown)
        known = self.draft.known.workspace.claims
        _, likely = max((found for found in self._on_record.near(shown) if found[1] != id_), default=(0.0, ""))
        entry = self.draft.entry("claims", id_)
        if entry and likely:
            same = may_say_the_same(shown, known[likely].text)
            how = "likely" if same else "near, but perhaps its contrary or other figures:"
            entry.remark(f"{how} '{likely}' ({self.draft.known.place(likely)}): {known[likely].text}")
        return id_

    def _remark(self, words: str) -> None:
        entry = self.draft.entry("claims", self.main)
        if entry:
            entry.remark(words)


def _claimed(text: str) -> str:
    """Write a content as what is claimed."""
    shown = re.sub(r"^(?:that|whether|dass|что|що) ", "", " ".join(text.split()))
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST].rpartition(' ')[0]} […]"


def _first_sentence(article: Article) -> str:
    if not article.paragraphs:
        return ""
    start, end = article.paragraphs[0]
    found = re.match(r".{20,}?[.!?…]['\"’”»)]*(?=\s|$)", article.text[start:end], re.DOTALL)
    return " ".join((found[0] if found else article.text[start:end]).split())
