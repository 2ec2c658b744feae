"""What can be asked of each kind of record, in the order a person is asked; what is left blank is left out."""

from enum import StrEnum

from provenance.draft.fields import fault_of
from provenance.model import (
    Basis,
    Certainty,
    CitedKind,
    Credibility,
    OutletKind,
    Reaction,
    ReadAs,
    Reliability,
    SourceKind,
    Stance,
    Workspace,
)
from provenance.read.wording import a, either, shortened
from provenance.value import value

VIA = "via:"
UNCLEAR = "unclear:"


class Kind(StrEnum):
    """The kinds of records that can be added, by the section they stand in."""

    CLAIM = "claims"
    OUTLET = "outlets"
    PARTY = "parties"
    SOURCE = "sources"
    REPORT = "reports"
    RESPONSE = "responses"


@value
class Question:
    """One field: what is asked, the words that are an answer if only some are, the records it refers to.

    `many` takes several answers; a field that is not `asked` can only be given.
    """

    name: str
    words: str
    needed: bool = False
    many: bool = False
    asked: bool = True
    options: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()

    def known(self, workspace: Workspace) -> list[str]:
        """List the answers there are: the options, or the ids of the records it can refer to."""
        return [*self.options, *(id_ for kind in self.refers for id_ in getattr(workspace, _SECTION[kind]))]

    def fault(self, answer: str, workspace: Workspace) -> str | None:
        """Say why an answer cannot be taken, as far as it can be told before the record is there; None if it can."""
        if self.options and answer not in self.options:
            return f"'{shortened(answer)}' is none of: {', '.join(self.options)}"
        if self.refers and answer not in self.known(workspace) and not self._is_long_form(answer):
            return _no_record(self, answer, workspace)
        return None if self.options else fault_of(self.name, answer)

    def _is_long_form(self, answer: str) -> bool:
        """Tell a citation such as `outlet:NAME`: it is read with the record."""
        return self.name == "cites" and ":" in answer


def _no_record(question: Question, answer: str, workspace: Workspace) -> str:
    from provenance.trace.find import similar_ids  # noqa: PLC0415 - only for what is misspelt

    close = similar_ids(question.known(workspace), answer)
    kinds = question.refers
    add = f"add {a(kinds[0])} with `provenance new {kinds[0]}`"
    hint = f"did you mean {' or '.join(close[:3])}?" if close else add
    outlet = workspace.outlet_names.get(answer.casefold())
    if outlet and question.name == "cites":
        theirs = [report.id for report in workspace.reports.values() if report.outlet == outlet]
        located = f"cite its report ({' or '.join(theirs[-3:])}), or " if theirs else ""
        hint = f"that is an outlet: {located}write outlet:{outlet} where the report is not located"
    return f"there is no {either(kinds, article=False)} '{shortened(answer)}'; {hint}"


_SECTION = {"claim": "claims", "outlet": "outlets", "party": "parties", "source": "sources", "report": "reports"}
_CITED = tuple(kind.value for kind in CitedKind if kind is not CitedKind.OUTLET)
_CITES = f"whom it rests on: an id, outlet:NAME for a report not located, {UNCLEAR}A|B for one of them"

QUESTIONS: dict[Kind, tuple[Question, ...]] = {
    Kind.CLAIM: (
        Question(name="text", words="the claim, as one sentence that can be checked", needed=True),
        Question(name="stronger_than", words="the weaker version of the same story", many=True, refers=("claim",)),
        Question(name="part_of", words="the claim it is a part of", many=True, refers=("claim",)),
        Question(name="could_confirm", words="the parties that could confirm it", many=True, refers=("party",)),
        Question(name="credibility", words="Admiralty rating", asked=False, options=tuple(Credibility)),
    ),
    Kind.OUTLET: (
        Question(name="name", words="the name of the outlet", needed=True),
        Question(name="aliases", words="another name of it", many=True),
        Question(name="kind", words="what it is", options=tuple(OutletKind)),
        Question(name="country", words="its country, as two letters"),
        Question(name="languages", words="its language, such as tr or pt-BR", many=True, asked=False),
        Question(name="domains", words="its domain, such as example.org", many=True),
        Question(name="owner", words="who owns it", asked=False),
        Question(name="state_affiliated", words="state-affiliated", asked=False, options=("true", "false")),
        Question(name="reliability", words="Admiralty rating", asked=False, options=tuple(Reliability)),
        Question(name="rated_by", words="who rated it", asked=False),
    ),
    Kind.PARTY: (
        Question(name="name", words="the body that could confirm or deny", needed=True),
        Question(name="aliases", words="another name of it", many=True),
        Question(name="country", words="its country, as two letters"),
    ),
    Kind.SOURCE: (
        Question(name="kind", words="what it is", needed=True, options=tuple(SourceKind)),
        Question(name="name", words="its name (never of an anonymous source)"),
        Question(name="described_as", words="the words that were printed for it"),
        Question(name="party", words="the party it speaks for", refers=("party",)),
        Question(name="same_as", words="a source it is for certain", many=True, asked=False, refers=("source",)),
        Question(name="url", words="its address", asked=False),
    ),
    Kind.REPORT: (
        Question(name="outlet", words="who published it: an outlet's id or name", needed=True),
        Question(name="title", words="its title"),
        Question(name="author", words="its author", asked=False),
        Question(name="url", words="its address"),
        Question(name="archived", words="the address of an archive copy", asked=False),
        Question(name="published", words="when it was published, such as 2025-09-03, 2025-09 or 2025-09-03?"),
        Question(name="accessed", words="when you read it", asked=False),
        Question(name="language", words="its language, such as en or pt-BR"),
        Question(
            name="read", words=f"how you read it: {', '.join(x for x in ReadAs if x != ReadAs.VIA)} or {VIA}REPORT"
        ),
        Question(name="says", words="the claim it is on", many=True, refers=("claim",)),
        Question(name="stance", words="what it does with the claim; Enter: it supports it", options=tuple(Stance)),
        Question(name="certainty", words="how firmly it puts it", options=tuple(Certainty)),
        Question(name="quote", words="in which words"),
        Question(name="where", words="in which paragraph", asked=False),
        Question(name="cites", words=_CITES, many=True, refers=_CITED),
        Question(name="basis", words="what it rests on, if it cites nobody", options=tuple(Basis)),
    ),
    Kind.RESPONSE: (
        Question(name="by", words="who responds", needed=True, refers=("party", "source")),
        Question(name="claim", words="to which claim", needed=True, refers=("claim",)),
        Question(name="stance", words="what they do", needed=True, options=tuple(Reaction)),
        Question(name="date", words="when, such as 2025-09-03"),
        Question(name="on_record", words="on the record", options=("true", "false")),
        Question(name="quote", words="in which words"),
        Question(name="reported_by", words="the report that has it", many=True, refers=("report",)),
        Question(name="cites", words=_CITES, many=True, asked=False, refers=_CITED),
    ),
}
