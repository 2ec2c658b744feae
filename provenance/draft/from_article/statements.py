"""What the report says, and on whose word: statements with their citations, and responses where somebody denies."""

import re
from collections.abc import Mapping, Sequence

from provenance.article import Article
from provenance.attribution import Attribution, Found, Polarity, SourceClass
from provenance.draft.drafting import Draft
from provenance.draft.from_article.cited import ITSELF, Cited, Target
from provenance.draft.from_article.likeness import is_negated
from provenance.draft.from_article.propositions import Propositions
from provenance.draft.proposal import COMMENT, Entry, Value
from provenance.model import Basis, Certainty, Mode, Reaction

_LONGEST = 200
_REACTIONS = {
    Polarity.DENIES: Reaction.DENIES,
    Polarity.DECLINES: Reaction.DECLINES,
    Polarity.NOT_CONFIRMED: Reaction.NEITHER,
}
_SILENT = re.compile(
    r"\b(did|does|do|had|has|have)( not|n['’]t) (immediately )?(respond|repl|answer|return)", re.IGNORECASE
)
_QUOTES = '"“”«»„‟‹›'  # noqa: RUF001 - the marks themselves


def put_attributions(draft: Draft, report: Entry, claims: Propositions, cited: Cited, found: Found) -> None:
    """Put down each attribution on its claim: the source, with the words it rests on. The main claim comes first."""
    article = cited.article
    if claims.stated:
        draft.say(report, claims.main, {}, article.file)
    hedged: dict[str, list[bool]] = {}
    for attribution in found.attributions:
        if attribution.nested:
            report.remark(f"who told the one who told it: {_why(article, attribution)}")
            continue
        content = _text(article, attribution.content)
        if not content:
            continue
        claim = claims.of(content)
        if attribution.polarity is not Polarity.ASSERTS:
            _answer(draft, report, claim or claims.main, cited, attribution)
        elif claim is None or _is_negated_cue(article, attribution):
            report.remark(f"a topic, or nothing that is claimed: {_why(article, attribution)}")
        else:
            hedged.setdefault(claim, []).append(_is_hedged(attribution))
            _cite(draft, report, claim, cited, attribution)
    for each in cited.reports_of(Target("outlet", str(report.fields["outlet"])), claims.main):
        report.remark(f"your records have a report of this outlet on this claim: {each}")
    _end(report, claims.main, hedged)


def _is_hedged(attribution: Attribution) -> bool:
    return attribution.hedge is not None or attribution.rule == "seem"


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
    said.setdefault("quote", _sentence(article, attribution))
    said.setdefault("where", _place(article, attribution))
    target = None if _hedges_the_source(attribution) else cited.of(attribution)
    why = _why(article, attribution)
    if target is None or target.field == ITSELF:
        kind = Basis.OWN_REPORTING if target else Basis.UNATTRIBUTED
        said.setdefault("basis", kind.value)
        words = "on its own word" if target else "nobody is named who can be cited"
        said[COMMENT] = "\n".join(filter(None, (str(said.get(COMMENT, "")), f"{words}: {why}")))
        return
    cites = said.setdefault("cites", [])
    assert isinstance(cites, list)
    there = next((one for one in cites if isinstance(one, dict) and one.get(target.field) == target.id), None)
    if there is not None:
        there[COMMENT] = f"{there[COMMENT]}\n{why}"
        return
    cites.append(_citation(cited, claim, target, attribution))


def _citation(cited: Cited, claim: str, target: Target, attribution: Attribution) -> Value:
    article, draft = cited.article, cited.draft
    link = cited.link(attribution) if target.field != "party" else None
    likely = [f"likely its report {each}" for each in cited.reports_of(target, claim)]
    quoted = any(article.text[start:end].strip()[:1] in _QUOTES for start, end in attribution.content if start < end)
    made: dict[str, Value] = {COMMENT: "\n".join([*likely, _why(article, attribution)]), target.field: target.id}
    fields = {"mode": Mode.QUOTES.value if quoted else Mode.RELAYS.value, "quote": _named(article, attribution)}
    draft.add_to(made, {**fields, "url": link}, article.file, f"a citation of {target.id}")
    return made


def _answer(draft: Draft, report: Entry, claim: str, cited: Cited, attribution: Attribution) -> None:
    """Put down a denial, a refusal or a missing confirmation as a response; an outlet that could not tell is none."""
    article, why = cited.article, _why(cited.article, attribution)
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
        made.fields["quote"] = _sentence(article, attribution)
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


def _why(article: Article, attribution: Attribution) -> str:
    """Say where an attribution stands and what found it, with the words it rests on."""
    spans = [span for span in (attribution.source, attribution.cue, *attribution.content) if span]
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    known = (
        _place(article, attribution),
        f"{start}–{end}",
        attribution.class_,
        attribution.confidence,
        attribution.rule,
    )
    return f"{', '.join(known)}: “{_shortened(article.text[start:end])}”"


def _place(article: Article, attribution: Attribution) -> str:
    spans = [span for span in (attribution.cue, attribution.source, *attribution.content) if span]
    for number, (start, end) in enumerate(article.paragraphs, 1):
        if start <= spans[0][0] < end:
            return f"paragraph {number}"
    return "title"


def _named(article: Article, attribution: Attribution) -> str | None:
    """Give the words that name the source and say that it said so, where they stand together."""
    spans = [span for span in (attribution.source, attribution.cue) if span]
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    apart = any(start < inner[0] < end for inner in attribution.content)
    words = attribution.cue if apart and attribution.cue else (start, end)
    return _shortened(article.text[slice(*words)])


def _sentence(article: Article, attribution: Attribution) -> str:
    return _shortened(_text(article, attribution.content))


def _text(article: Article, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(" ".join(article.text[start:end].split()) for start, end in spans).strip()


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} …"
