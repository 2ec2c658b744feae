"""schema.org claims and reviews of claims -> records. A rating is never taken: this program judges no truth."""

import re

from provenance.draft.drafting import Draft
from provenance.draft.foreign import blank_claim
from provenance.draft.from_network import need_outlet
from provenance.draft.ids import is_id, slug
from provenance.draft.known import host_of
from provenance.draft.proposal import Entry, Value
from provenance.draft.things import Thing
from provenance.model import Attribution, SourceKind, Stance

_RATINGS = ("reviewRating", "aggregateRating")
_CITED = ("citation", "isBasedOn", "isBasedOnUrl")
_NOT_TAKEN = "a rating: not taken, this program judges no truth"
_DATE = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?")


class Claims:
    """Puts claims, where they appeared, and who reviewed them down in a draft."""

    def __init__(self, draft: Draft, claim: str | None) -> None:
        self._draft = draft
        self._claim = claim
        self._placed: set[int] = set()
        self._cites: list[tuple[dict[str, Value], list[Thing]]] = []

    def add(self, thing: Thing) -> None:
        """Put down a claim, or a review with the claim that it reviews."""
        if "ClaimReview" in thing.types:
            self._review(thing)
        else:
            claim = self._claim_of(thing.text("text", "name", "headline"), thing)
            self._appearances(thing, claim)
            for about in thing.things("subjectOf"):
                self._comments(about, claim)
            thing.leave(self._draft)

    def finish(self) -> None:
        """Resolve what reports cite, once all are known."""
        for said, cited in self._cites:
            for thing in cited:
                id_ = self._document(thing) or self._report(thing).id
                cites = said.setdefault("cites", [])
                assert isinstance(cites, list)
                if id_ not in cites:
                    cites.append(id_)
        for entry in self._draft.reports():
            if "outlet" not in entry.fields:
                need_outlet(self._draft, entry, entry.where)

    def _review(self, review: Thing) -> None:
        draft = self._draft
        claim = self._claim_of(review.text("claimReviewed"), review)
        for rating in review.things(*_RATINGS):
            draft.note(rating.where, f"{_NOT_TAKEN}: {rating.text('alternateName', 'name', 'ratingValue') or ''}")
            rating.leave(draft)
        for item in review.things("itemReviewed"):
            if "Claim" not in item.types and (item.values.keys() & {"url", "headline", "publisher"}):
                self._appearance(item, claim, [])
            else:
                self._appearances(item, claim)
                item.leave(draft)
        self._comments(review, claim)

    def _comments(self, thing: Thing, claim: str) -> None:
        report, _ = self._stated(thing, claim, Stance.COMMENTS)
        report.remark("it is about the claim: what it says of it is to be read, and recorded as its `stance`")

    def _stated(self, thing: Thing, claim: str, stance: Stance) -> tuple[Entry, dict[str, Value]]:
        """Put down a report with its statement; what it cites is looked up when all reports are known."""
        cited = thing.things(*_CITED)
        self._placed.add(id(thing.values))
        report = self._report(thing)
        said = self._draft.say(report, claim, {"stance": stance}, thing.where)
        if cited:
            self._cites.append((said, cited))
        return report, said

    def _claim_of(self, text: str | None, thing: Thing) -> str:
        if text:
            return self._draft.claim(_own_id(thing, "claim") or text, text, thing.where)
        if self._claim:
            return self._draft.claim(self._claim, None, thing.where)
        return blank_claim(self._draft, thing.where)

    def _appearances(self, item: Thing, claim: str) -> None:
        """Put down where a claim appeared; a person whose claim it is becomes a source, a body the outlet."""
        first = item.things("firstAppearance")
        found = [*first, *item.things("appearance")]
        authors = item.things("author", "creator")
        bodies = [author for author in authors if "Person" not in author.types and found]
        sources = [self._source(author) for author in authors if author not in bodies]
        for number, appearance in enumerate(found):
            report = self._appearance(appearance, claim, [source for source in sources if source])
            if number < len(first):
                report.remark("named as the first appearance of the claim")
            if bodies and "outlet" not in report.fields:
                report.fields["outlet"] = self._outlet(bodies[0])
        for body in bodies:
            name = body.text("name") or ""
            self._draft.note(body.where, f"who made the claim: {name}; taken for the outlet where none is named")
            body.leave(self._draft)

    def _appearance(self, thing: Thing, claim: str, sources: list[str]) -> Entry:
        report, said = self._stated(thing, claim, Stance.SUPPORTS)
        for source in sources:
            cites = said.setdefault("cites", [])
            assert isinstance(cites, list)
            citation: Value = {"source": source, "attribution": Attribution.UNCLEAR.value}
            if citation not in cites:
                cites.append(citation)
            report.remark(
                "its source is who the claim is said to be of; whether this report has it from there is unclear"
            )
        return report

    def _report(self, thing: Thing) -> Entry:
        """Put down a report: a review, or where a claim appeared."""
        draft, own_id = self._draft, _own_id(thing, "report")
        if id(thing.values) in self._placed:
            thing.things(*_CITED)
        url, title = thing.text("url"), thing.text("headline", "name")
        authors, publishers = thing.things("author", "creator"), thing.things("publisher", "sourceOrganization")
        bodies = publishers or [author for author in authors if "Person" not in author.types]
        people = [name for author in authors if author not in bodies and (name := author.text("name"))]
        outlet = self._outlet(bodies[0]) if bodies else None
        published = _date(thing.text("datePublished", "dateCreated"))
        wanted = slug(outlet or host_of(url or "") or title or "report", "report")
        month_day = published[5:10].replace("-", "") if published else ""
        key = own_id or url or thing.id or f"{outlet} {title} {published}"
        report = draft.report(
            key,
            thing.where,
            {
                "outlet": outlet,
                "title": title,
                "author": ", ".join(people) or None,
                "url": url,
                "archived": thing.text("archivedAt"),
                "published": published,
                "language": thing.text("inLanguage"),
            },
            f"{wanted}-{month_day}" if month_day else wanted,
        )
        for each in (*authors, *publishers):
            each.leave(draft)
        thing.leave(draft)
        return report

    def _document(self, thing: Thing) -> str | None:
        """Put a document down that one of our exports cites; None where it is none."""
        own_id = _own_id(thing, "source")
        if own_id is None:
            return None
        found = {"kind": SourceKind.DOCUMENT.value, "name": thing.text("name"), "url": thing.text("url")}
        return self._draft.source(own_id, thing.where, {name: words for name, words in found.items() if words})

    def _outlet(self, body: Thing) -> str:
        name, url = body.text("name", "legalName"), body.text("url")
        return self._draft.outlet(name or host_of(url or "") or "unknown outlet", body.where, url=url)

    def _source(self, author: Thing) -> str | None:
        name = author.text("name")
        if name is None:
            author.leave(self._draft)
            return None
        url = author.text("url")
        fields = {"kind": SourceKind.NAMED.value, "name": name} | ({"url": url} if url else {})
        described = author.text("jobTitle", "description")
        fields |= {"described_as": described} if described else {}
        author.leave(self._draft)
        return self._draft.source(slug(name, "source"), author.where, fields)


def _own_id(thing: Thing, kind: str) -> str | None:
    """Give the record id that one of our exports gives a thing: `#report-ID`."""
    found = (thing.id or "").removeprefix(f"#{kind}-")
    return found if found != thing.id and is_id(found) else None


def _date(words: str | None) -> str | None:
    """Write a date and time as EDTF does: without parts of a second, the offset with a colon."""
    found = _DATE.fullmatch(words or "")
    if found is None:
        return words
    offset = found[3] or ""
    offset = f"{offset[:3]}:{offset[3:]}" if len(offset) == 5 and offset[0] in "+-" else offset  # noqa: PLR2004
    return f"{found[1]}T{found[2]}{offset}"
