"""What the report says, and on whose word: statements with their citations, and responses where somebody denies."""

import re
from collections.abc import Mapping, Sequence

from provenance.article import Article
from provenance.attribution import Attribution, Found, Polarity, SourceClass
from provenance.draft.drafting import Draft
from provenance.draft.from_article.cited import ITSELF, Cited, Target
from provenance.draft.from_article.likeness import is_negated
from provenance.draft.from_article.places import Places
from provenance.draft.from_article.propositions import Propositions
from provenance.draft.from_article.quoting import claim_of, clause_of, quote_of, text_of
from provenance.draft.from_article.topics import is_first_person, is_infinitive, is_question, is_topic
from provenance.draft.proposal import COMMENT, Entry, Value
from provenance.model import Basis, Certainty, Mode, Reaction

_REACTIONS = {
    Polarity.DENIES: Reaction.DENIES,
    Polarity.DECLINES: Reaction.DECLINES,
    Polarity.NOT_CONFIRMED: Reaction.NEITHER,
}
_SILENT = re.compile(
    r"\b(did|does|do|had|has|have)( not|n['’]t) (immediately )?(respond|repl|answer|return)", re.IGNORECASE
)
_SAYING = re.compile(r"(?:to \w+ )?(?:that|whether|if|dass|ob)\b")
"""How the content begins that is no act ("to comment") but something said: "declined to say whether …"."""
_QUOTES = '"“”«»„‟‹›'  # noqa: RUF001 - the marks themselves


def put_attributions(draft: Draft, report: Entry, claims: Propositions, cited: Cited, found: Found) -> None:
    """Put down each attribution on its claim: the source, with the words it rests on. The main claim comes first."""
    article, places = cited.article, cited.places
    if claims.stated:
        draft.say(report, claims.main, {}, article.file)
    hedged: dict[str, list[bool]] = {}
    for attribution in found.attributions:
        if attribution.nested:
            report.remark(_told(cited, attribution))
            continue
        if not text_of(article, attribution.content):
            continue
        why = _why(article, attribution, places)
        nothing = _claims_nothing(article, attribution)
        if attribution.polarity is not Polarity.ASSERTS:
            claim = None if nothing else _claim(draft, claims, cited, attribution)
            _answer(draft, report, claim or claims.main, cited, attribution)
        elif nothing or (claim := _claim(draft, claims, cited, attribution)) is None:
            report.remark(f"{nothing or 'a topic, or nothing that is claimed'}: {why}")
        else:
            hedged.setdefault(claim, []).append(_is_hedged(attribution))
            _cite(draft, report, claim, cited, attribution)
    for each in cited.reports_of(Target("outlet", str(report.fields["outlet"])), claims.main):
        report.remark(f"your records have a report of this outlet on this claim: {each}")
    _end(report, claims.main, hedged)


def _is_hedged(attribution: Attribution) -> bool:
    return attribution.hedge is not None or attribution.rule == "seem"


def _told(cited: Cited, attribution: Attribution) -> str:
    """Say who told the one who told it, and what the one did."""
    who = attribution.entity or cited.words(attribution) or "nobody named"
    why = _why(cited.article, attribution, cited.places)
    return f"who told the one who told it: {who}, {attribution.polarity}: {why}"


def _claims_nothing(article: Article, attribution: Attribution) -> str | None:
    """Say why an attribution claims nothing, whatever its content is; None where it may."""
    content = text_of(article, attribution.content)
    cue = article.text[slice(*attribution.cue)] if attribution.cue else ""
    if is_question(content, cue):
        return "a question or a request, which claims nothing"
    if attribution.polarity is Polarity.DECLINES and not _SAYING.match(content):
        return "what was declined"
    if is_topic(content, cue) or (attribution.polarity is Polarity.ASSERTS and _is_negated_cue(article, attribution)):
        return "a topic, or nothing that is claimed"
    return None


def _claim(draft: Draft, claims: Propositions, cited: Cited, attribution: Attribution) -> str | None:
    """Give the claim that a content states; where it is new and speaks as "I" or "we", a comment says who that is."""
    content = claim_of(cited.article, attribution.content)
    claim = claims.of(content)
    made = draft.entry("claims", claim) if claim else None
    if made and claim != claims.main:
        who = attribution.entity or cited.words(attribution) or "its source"
        if is_first_person(content):
            made.remark(f"in the first person, as {who} said it: write what is claimed of whom")
        elif is_infinitive(content):
            made.remark(f"an act without the one who acts, from the words of {who}: write what is claimed of whom")
    return claim


def _is_negated_cue(article: Article, attribution: Attribution) -> bool:
    """Tell whether the cue says that something was not said: "could not verify that"."""
    return attribution.cue is not None and is_negated(article.text[slice(*attribution.cue)])


def _hedges_the_source(attribution: Attribution) -> bool:
    """Tell whether it is doubtful that the source did so at all: "Moscow is reportedly considering"."""
    if attribution.hedge is None or attribution.source is None or attribution.cue is None:
        return False
    return (
        min(attribution.source[0], attribution.cue[0])
        <= attribution.hedge[0]
        < max(attribution.source[1], attribution.cue[1])
    )


def _cite(draft: Draft, report: Entry, claim: str, cited: Cited, attribution: Attribution) -> None:
    article = cited.article
    said = draft.say(report, claim, {}, article.file)
    said.setdefault("quote", quote_of(article, attribution.content))
    said.setdefault("where", _place(cited.places, attribution))
    target = None if _hedges_the_source(attribution) else cited.of(attribution)
    why = _why(article, attribution, cited.places)
    if target is None or target.field == ITSELF:
        kind = Basis.OWN_REPORTING if target else Basis.UNATTRIBUTED
        said.setdefault("basis", kind.value)
        words = "on its own word" if target else "nobody is named who can be cited"
        said[COMMENT] = "\n".join(filter(None, (str(said.get(COMMENT, "")), f"{words}: {why}")))
        return
    cites = said.setdefault("cites", [])
    assert isinstance(cites, list)
    there = cited.citations.get((claim, target))
    if there is not None:
        there[COMMENT] = f"{there[COMMENT]}\n{why}"
        return
    cited.citations[claim, target] = _citation(cited, claim, target, attribution)
    cites.append(cited.citations[claim, target])


def _citation(cited: Cited, claim: str, target: Target, attribution: Attribution) -> dict[str, Value]:
    article, draft = cited.article, cited.draft
    link = cited.link(attribution) if target.field != "party" else None
    likely = [f"likely its report {each}" for each in cited.reports_of(target, claim)]
    quoted = any(article.text[start:end].strip()[:1] in _QUOTES for start, end in attribution.content if start < end)
    made: dict[str, Value] = {
        COMMENT: "\n".join([*likely, _why(article, attribution, cited.places)]),
        target.field: target.id,
    }
    fields = {"mode": Mode.QUOTES.value if quoted else Mode.RELAYS.value, "quote": _named(article, attribution)}
    draft.add_to(made, {**fields, "url": link}, article.file, f"a citation of {target.id}")
    return made


def _answer(draft: Draft, report: Entry, claim: str, cited: Cited, attribution: Attribution) -> None:
    """Put down a denial, a refusal or a missing confirmation as a response; an outlet that could not tell is none."""
    article, why = cited.article, _why(cited.article, attribution, cited.places)
    target = None if attribution.class_ is SourceClass.OUTLET else cited.of(attribution, answers=True)
    if target is None or target.field == ITSELF:
        report.remark(f"{attribution.polarity}, and no party or source that could answer: {why}")
        return
    stance = _REACTIONS[attribution.polarity]
    if stance is Reaction.DECLINES and _SILENT.search(why):
        stance = Reaction.SILENT
    made = draft.response(article.file, target.id, claim, stance.value)
    if "reported_by" not in made.fields:
        made.fields["reported_by"] = report.id
        made.fields["quote"] = clause_of(article, _spans(attribution))
    made.remark(why)
    if stance is Reaction.NEITHER:
        made.remark("not confirmed: `silent` if it was asked and said nothing, `not_asked` if nobody asked")


def _end(report: Entry, main: str, hedged: Mapping[str, Sequence[bool]]) -> None:
    """Set what holds for a statement as a whole; say where nothing states the claim that was asked for."""
    says = report.fields.get("says")
    found = [said for said in says if isinstance(said, dict)] if isinstance(says, list) else []
    for said in found:
        if "cites" in said:
            said.pop("basis", None)
        marks = hedged.get(str(said["claim"]), ())
        if marks and all(marks):
            said["certainty"] = Certainty.UNCOMMITTED.value
    if all(said["claim"] != main for said in found):
        report.remark(f"nothing that states '{main}' was found in it: add a statement if it does")


def _why(article: Article, attribution: Attribution, places: Places) -> str:
    """Say where an attribution stands and what found it, with the words it rests on."""
    spans = _spans(attribution)
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    where = _place(places, attribution)
    known = (where, f"{start}–{end}", attribution.class_, attribution.confidence, attribution.rule)
    return f"{', '.join(known)}: “{clause_of(article, spans)}”"


def _spans(attribution: Attribution) -> list[tuple[int, int]]:
    return [span for span in (attribution.cue, attribution.source, *attribution.content) if span]


def _place(places: Places, attribution: Attribution) -> str:
    found = places.paragraph(_spans(attribution)[0][0])
    return f"paragraph {found[0]}" if found else "title"


def _named(article: Article, attribution: Attribution) -> str | None:
    """Give the words that name the source and say that it said so, where they stand together."""
    spans = [span for span in (attribution.source, attribution.cue) if span]
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    apart = any(start < inner[0] < end for inner in attribution.content)
    return clause_of(article, [attribution.cue] if apart and attribution.cue else [(start, end)])
