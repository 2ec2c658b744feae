"""Whom an attribution names, as what a citation or response can point at: an outlet, a party or a source."""

import re
from typing import NamedTuple

from provenance.article import Article
from provenance.attribution import Attribution, SourceClass
from provenance.draft.drafting import Draft
from provenance.draft.from_article.places import Places
from provenance.draft.ids import slug
from provenance.draft.proposal import Entry, Value
from provenance.model import SourceKind
from provenance.spelling import folded

_ONE = re.compile(r"(a|an|one|two|three|several|some)\s", re.IGNORECASE)
"""How somebody begins who is one of many: "a spokesman" is no name."""
_NAMELESS = frozenset((SourceClass.ANONYMOUS, SourceClass.PARTLY_ANONYMOUS, SourceClass.GROUP))
_OFFICIAL = frozenset((SourceClass.OFFICIAL_POLITICAL, SourceClass.OFFICIAL_OTHER))


ITSELF = "itself"
"""The field of a target that is the article's own outlet: what it has learned, it says on its own word."""
_UNNAMED = re.compile(
    r"\b(not (to )?(be|being) (named|identified)|condition of anonymity|anonymously|asked for anonymity"
    r"|(name|surname)s? (not |was |were )?(be )?(withheld|changed|used|published)"
    r"|not authori[sz]ed to (speak|talk|comment)|declined to be (named|identified)|wished to remain anonymous)\b",
    re.IGNORECASE,
)
"""Words by which somebody asks not to be named: whatever else is said of them is left out of the record."""
_AROUND = 200
_RELATIVES = frozenset(("who", "that", "which", "he", "she", "they"))


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
        self.places = Places(article)
        self.citations: dict[tuple[str, Target], dict[str, Value]] = {}
        """The citations made so far, by claim and what they lead to."""
        sources = draft.known.workspace.sources.values()
        self._sources = {folded(one.name): one.id for one in [*sources][::-1] if one.name}
        reports = draft.known.workspace.reports.values()
        self._reports = {one.url: one.id for one in [*reports][::-1] if one.url}

    def of(self, attribution: Attribution, *, answers: bool = False) -> Target | None:
        """Give what an attribution's source is; None where it names nobody. Who `answers` is a party or source."""
        said = self.words(attribution)
        if said is not None and self._is_anonymous(attribution):
            described = "a source who asked not to be named" if said.lower() in _RELATIVES else said
            return Target("source", self._source(SourceClass.ANONYMOUS, described, described))
        nobody = attribution.class_ in (SourceClass.PRONOUN, SourceClass.UNKNOWN) and not attribution.entity
        if said is None or nobody:
            return None
        name = attribution.entity or said
        if self.draft.known.party(name):
            return Target("party", self.draft.party(name, self.article.file, slug(name, "party")))
        if attribution.class_ is SourceClass.OUTLET and not answers:
            return self._outlet(name, attribution)
        if attribution.class_ in _OFFICIAL and _is_body(attribution, name, answers=answers):
            return Target("party", self.draft.party(name, self.article.file, slug(name, "party")))
        return Target("source", self._source(attribution.class_, name, said))

    def _is_anonymous(self, attribution: Attribution) -> bool:
        """Tell whether the words around a source ask that it be not named."""
        if attribution.source is None or attribution.class_ is SourceClass.OUTLET:
            return False
        start, end = attribution.source
        _, paragraph = self.places.paragraph(start) or (0, (start, end))
        around = self.article.text[max(paragraph[0], start - _AROUND) : min(paragraph[1], end + _AROUND)]
        return _UNNAMED.search(around) is not None

    def words(self, attribution: Attribution) -> str | None:
        """Give the words in which the source of an attribution is named."""
        if attribution.source is None:
            return attribution.entity
        return " ".join(self.article.text[slice(*attribution.source)].split())

    def link(self, attribution: Attribution) -> str | None:
        """Give the address that an attribution's source or cue leads to."""
        return self.article.link_of(attribution.source, attribution.cue)

    def reports_of(self, target: Target, claim: str) -> list[str]:
        """Give the reports on record of an outlet on a claim, each with its place."""
        if target.field != "outlet":
            return []
        there = self.draft.known.reports_of(self.draft.outlet_name(target.id), claim)
        return [f"'{id_}' ({self.draft.known.place(id_)})" for id_ in there]

    def _outlet(self, name: str, attribution: Attribution) -> Target | None:
        url = self.link(attribution)
        report = self._reports.get(url) if url else None
        made = self.draft.outlet(name, self.article.file, record=True)
        if report and self.draft.known.workspace.outlet_of(report).name == self.draft.outlet_name(made):
            return Target("report", report)
        own = self.report.fields.get("outlet")
        return Target(ITSELF, made) if made == own else Target("outlet", made)

    def _source(self, class_: SourceClass, name: str, said: str) -> str:
        if class_ in _NAMELESS or (class_ in _OFFICIAL and _ONE.match(name)):
            fields = {"kind": SourceKind.ANONYMOUS.value, "described_as": said}
            return self.draft.source(slug(f"{self.report.id} {said}", "source"), self.article.file, fields)
        kind = SourceKind.DOCUMENT if class_ is SourceClass.DOCUMENT else SourceKind.NAMED
        there = self._sources.get(folded(name))
        if there and " " in name:
            return self.draft.refer("sources", there)
        likely = f"likely '{there}' ({self.draft.known.place(there)})" if there else None
        described = " ".join(said.replace(name, " ").split()).strip(" ,;–—-")
        fields = {"kind": kind.value, "name": name, "described_as": described if name in said else said}
        return self.draft.source(slug(name, "source"), self.article.file, fields, likely)


def _is_body(attribution: Attribution, name: str, *, answers: bool) -> bool:
    """Tell whether an official source is a body ("the ministry", "Ankara") and no person."""
    if attribution.entity is None:
        return _ONE.match(name) is None
    return answers and " " not in name
