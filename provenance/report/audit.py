"""An audit as lines: each policy with its verdict in words, its document, its rules, and what breaks them."""

from collections.abc import Iterator, Sequence

from provenance.read.policies import Document, Rule
from provenance.report.lines import Line, Span, Style, line
from provenance.trace.audit.ruling import Audit, FailingEdge, Held, Ruling
from provenance.wording.names import id_words
from provenance.wording.numbers import listing, plural

_MANY = 6


def audit_lines(audit: Audit) -> Iterator[Line]:
    """Lay out an audit; of many citations that break a rule the first are shown, and the rest counted."""
    yield line((audit.text, Style.STRONG))
    yield line((f"{audit.claim}{f' · as of {audit.as_of.text}' if audit.as_of else ''}", Style.FAINT))
    yield line()
    yield line(_verdict(passes=audit.passes), f" · {_how_many(audit)}")
    for held in audit.policies:
        yield line()
        yield from _policy(held)
    yield line()
    yield line(f"Not checked: {'; '.join(audit.not_checked)}.")


def _how_many(audit: Audit) -> str:
    holding, asked = sum(held.passes for held in audit.policies), len(audit.policies)
    one = 1 in (holding, asked)
    return f"{holding} of {asked} {'policy' if asked == 1 else 'policies'} {'holds' if one else 'hold'}"


def _policy(held: Held) -> Iterator[Line]:
    policy = held.policy
    where = f" ({policy.file})" if policy.file else ""
    yield line(_verdict(passes=held.passes), " ", (policy.id, Style.STRONG), where, f" – {policy.title}", rest="     ")
    if policy.about:
        yield line((policy.about, Style.FAINT), first="  ")
    for document in policy.documents:
        yield line((f"After {_document(document)}", Style.FAINT), first="  ", rest="    ")
    reasons = {ruling.why for ruling in held.rulings}
    if len(reasons) == 1 and not any(ruling.at for ruling in held.rulings) and not held.passes:
        yield line(_verdict(passes=False), f" – {reasons.pop()}", first="  ", rest="       ")
        return
    above: Ruling | None = None
    for ruling in held.rulings:
        yield from _ruling(ruling, above)
        above = above if ruling.passes else ruling


def _ruling(ruling: Ruling, above: Ruling | None) -> Iterator[Line]:
    """Say one ruling; where what breaks it broke the failing rule above it too, that is not shown again."""
    asked = (_rule_words(ruling.rule), Style.STRONG)
    yield line(_verdict(passes=ruling.passes), " ", asked, f" – {ruling.why}", first="  ", rest="       ")
    if ruling.edges and above is not None and (ruling.at, ruling.edges) == (above.at, above.edges):
        yield line(("at the same, by the same citations", Style.FAINT), first="       ", rest="         ")
        return
    if ruling.at:
        yield line(f"at {listing(_first([id_words(id_) for id_ in ruling.at]))}", first="       ", rest="         ")
    for edge in ruling.edges[:_MANY]:
        yield line(*_edge(edge), first="       ", rest="         ")
    if len(ruling.edges) > _MANY:
        more = plural(len(ruling.edges) - _MANY, "more citation")
        yield line((f"and {more}; --json has all", Style.FAINT), first="       ", rest="         ")


def _edge(edge: FailingEdge) -> Iterator[Span]:
    yield f"{id_words(edge.citing)} → {id_words(edge.cited)}", Style.PLAIN
    said = [edge.mode or "", f"“{edge.quote}”" if edge.quote else "", "in doubt" if edge.doubt else ""]
    if any(said):
        yield f" ({', '.join(part for part in said if part)})", Style.FAINT


def _verdict(*, passes: bool) -> Span:
    return ("PASS", Style.ORIGIN) if passes else ("FAIL", Style.BAD)


def _rule_words(rule: Rule) -> str:
    """Say a rule as a policy writes it."""
    asked = ", ".join(rule.words) or ("" if rule.number is None else str(rule.number))
    return f"{rule.name}: {asked}" if asked else rule.name


def _document(document: Document) -> str:
    head = f"{document.publisher}, {document.title}" if document.publisher else document.title
    edition = f" ({document.edition})" if document.edition else ""
    section = f", {document.section}" if document.section else ""
    return f"{head}{edition}{section}{f', {document.url}' if document.url else ''}"


def _first(names: Sequence[str]) -> list[str]:
    return [*names[:_MANY], f"{len(names) - _MANY} more"] if len(names) > _MANY + 1 else list(names)
