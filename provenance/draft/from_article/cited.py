"""Whom an attribution names, as what a citation or response can point at: an outlet, a party or a source."""

import re
from typing import NamedTuple

from provenance.article import Article
from provenance.attribution import Attribution, SourceClass
from provenance.draft.drafting import Draft
from provenance.draft.ids import slug
from provenance.draft.proposal import Entry
from provenance.model import SourceKind
from provenance.read.names import folded

_ONE = re.compile(r"(a|an|one|two|three|several|some)\s", re.IGNORECASE)
"""How somebody begins who is one of many: "a spokesman" is no name."""
_NAMELESS = frozenset((SourceClass.ANONYMOUS, SourceClass.PARTLY_ANONYMOUS, SourceClass.GROUP))
_OFFICIAL = frozenset((SourceClass.OFFICIAL_POLITICAL, SourceClass.OFFICIAL_OTHER))


class Target(NamedTuple):
    """What a citation leads to: the field it stands in, and the id (or an outlet's name)."""

    field: str
    id: str


class Cited:
    """Finds or proposes whom the attributions of an article name."""

    def __init__(self, draft: Draft, article: Article, report: Entry) -> None:
        self.draft = draft
        self.article = article
        self.report = report

    def of(self, attribution: Attribution, *, answers: bool = False) -> Target | None:
        """Give what an attribution's source is; None where it names nobody. Who `answers` is a party or source."""
        said = self.words(attribution)
        nobody = attribution.class_ in (SourceClass.PRONOUN, SourceClass.UNKNOWN) and not attribution.entity
        if said is None or nobody:
            return None
        name = attribution.entity or said
        party = self.draft.known.party(name)
        if party:
            return Target("party", party)
        if attribution.class_ is SourceClass.OUTLET and not answers:
            return self._outlet(name, attribution)
        if attribution.class_ in _OFFICIAL and _is_body(attribution, name, answers=answers):
            return Target("party", self.draft.party(name, self.article.file, slug(name, "party")))
        return Target("source", self._source(attribution.class_, name, said))

    def words(self, attribution: Attribution) -> str | None:
        """Give the words in which the source of an attribution is named."""
        if attribution.source is None:
            return attribution.entity
        return " ".join(self.article.text[slice(*attribution.source)].split())

    def link(self, attribution: Attribution) -> str | None:
        """Give the address that an attribution's source or cue, else its content, leads to."""
        return self.article.link_of(attribution.source, attribution.cue, *attribution.content)

    def reports_of(self, target: Target, claim: str) -> list[str]:
        """Give the reports on record of an outlet on a claim, each with its place."""
        if target.field != "outlet":
            return []
        there = self.draft.known.reports_of(self.draft.outlet_name(target.id), claim)
        return [f"'{id_}' ({self.draft.known.place(id_)})" for id_ in there]

    def _outlet(self, name: str, attribution: Attribution) -> Target | None:
        url = self.link(attribution)
        report = next((one.id for one in self.draft.known.workspace.reports.values() if url and one.url == url), None)
        if report:
            return Target("report", report)
        made = self.draft.outlet(name, self.article.file, record=True)
        own = self.report.fields.get("outlet")
        return None if made == own else Target("outlet", made)

    def _source(self, class_: SourceClass, name: str, said: str) -> str:
        if class_ in _NAMELESS or (class_ in _OFFICIAL and _ONE.match(name)):
            fields = {"kind": SourceKind.ANONYMOUS.value, "described_as": said}
            return self.draft.source(slug(f"{self.report.id} {said}", "source"), self.article.file, fields)
        kind = SourceKind.DOCUMENT if class_ is SourceClass.DOCUMENT else SourceKind.NAMED
        there = next(
            (
                one.id
                for one in self.draft.known.workspace.sources.values()
                if one.name and folded(one.name) == folded(name)
            ),
            None,
        )
        described = " ".join(said.replace(name, " ").split()).strip(" ,;–—-")
        fields = {"kind": kind.value, "name": name, "described_as": described if name in said else said}
        return there or self.draft.source(slug(name, "source"), self.article.file, fields)


def _is_body(attribution: Attribution, name: str, *, answers: bool) -> bool:
    """Tell whether an official source is a body ("the ministry", "Ankara") and no person."""
    if attribution.entity is None:
        return _ONE.match(name) is None
    return answers and " " not in name
