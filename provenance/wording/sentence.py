"""One sentence about a claim that a desk can print: who reported it, on whose word, and who has answered."""

import re
from collections.abc import Iterable, Iterator, Sequence

from provenance.graph import Edge, Node, NodeKind
from provenance.model import UNNAMED, Certainty, Change, Reaction, SourceKind, Stance
from provenance.trace.answer import Doubt, Fact, FindingKind, GapKind, Members, Origin, OriginKind, Status, Trace
from provenance.trace.support import Support
from provenance.trace.tree import order
from provenance.value import value
from provenance.wording.names import agent_name, count_words, name_of
from provenance.wording.numbers import listing, plural
from provenance.wording.verdict import independence_of

_MANY = 3

_OWN = {
    OriginKind.OWN_REPORTING: "on its own reporting",
    OriginKind.UNATTRIBUTED: "naming no source",
    OriginKind.UNRECORDED: "its basis not established",
    OriginKind.UNLOCATED: "passing on a report that was not located",
}
_UNNAMED_SOURCE = "citing a source it does not name"
_UNNAMED_OUTLET = "citing an outlet it does not name"
_THEIRS = {
    "on its own reporting": "on their own reporting",
    "its basis not established": "their basis not established",
    _UNNAMED_SOURCE: "citing a source they do not name",
    _UNNAMED_OUTLET: "citing an outlet they do not name",
}
"""How several outlets told it, where that is not the same words."""

_HEDGE = {
    Certainty.PROBABLE: "as probable ",
    Certainty.POSSIBLE: "as possible ",
    Certainty.UNCOMMITTED: "without committing to it ",
}
_RECORD = {True: " on the record", False: " off the record", None: ""}
_SAID = {Reaction.CONFIRMS: "confirmed it", Reaction.DENIES: "denied it", Reaction.PARTLY: "confirmed part of it"}

# First words that are no names, so that they lose their capital inside a sentence.
_SMALL = re.compile(
    r"(A(?!\.)|An|The|This|That|These|Those|There|It|Its|He|His|She|Her|They|Their|We|Our|In|On|At|By|For|From|After|Before|"
    r"During|Since|Until|Under|With|Without|When|Some|Several|Many|Most|All|No|Not|Two|Three|Four|Five|Both|Neither|More|Part)\b"
)


@value
class _Telling:
    """Who told what on whose word."""

    tellers: frozenset[Node]
    hows: tuple[str, ...]
    what: str


def claim_sentence(support: Support, answer: Trace) -> str:
    """Write the sentence from the record alone: what is reported and what is missing, never whether it is true."""
    if answer.status is Status.NO_REPORTS:
        parts = [f"no report on record says that {inside(answer.text)}"]
    else:
        parts = [
            *_reported(support, answer),
            *_tied(support, answer),
            *_changed(support, answer),
            *_unclear(support, answer),
            *_otherwise(support),
        ]
    sentence = "; ".join([*parts, *_answered(support, answer)])
    return f"{sentence[:1].upper()}{sentence[1:]}."


def inside(text: str) -> str:
    """Give a claim's text as it stands inside a sentence: no full stop, no capital where the first word is no name."""
    text = text.strip().rstrip(".").rstrip()
    return text[0].lower() + text[1:] if _SMALL.match(text) else text


def _reported(support: Support, answer: Trace) -> Iterator[str]:
    said: set[str] = set()
    told: set[Node] = set()

    def reported(what: str) -> str:
        again = what in said
        said.add(what)
        return "reported the same" if again else f"reported {what}"

    claim = f"that {inside(answer.text)}"
    tellings = list(_tellings(support, answer))
    for telling in tellings[:_MANY]:
        told |= telling.tellers
        how = _join([_THEIRS.get(how, how) for how in telling.hows] if len(telling.tellers) > 1 else telling.hows)
        yield f"{_outlets(support, telling.tellers)}, {how}, {reported(telling.what)}"
        them = "it" if len(telling.tellers) == 1 else "them"
        for relaying, nodes in _relays(support, telling):
            for what, alike in _alike(support, nodes - told):
                yield f"{_outlets(support, alike)}, {relaying} {them}, {reported(what)}"
            told |= nodes
    if len(tellings) > _MANY:
        yield f"{_further(len(tellings) - _MANY)} on record"
    elif answer.status is Status.CIRCULAR:
        other = "each other" if len(support.supporting) > 1 else "itself"
        yield f"{_outlets(support, support.supporting)} reported {claim}, with no origin on record but {other}"
    elif answer.status is not Status.RETRACTED and set(support.supporting) - told:
        for what, alike in _alike(support, set(support.supporting) - told):
            yield f"{_outlets(support, alike)} {reported(what)}, on what is in doubt or no longer stands"


def _alike(support: Support, nodes: Iterable[Node]) -> Iterable[tuple[str, set[Node]]]:
    """Put statements together that say the same, as firmly; by the date of the first."""
    found: dict[str, set[Node]] = {}
    for node in sorted(nodes, key=lambda node: order(support.graph, node)):
        found.setdefault(_what(support, node), set()).add(node)
    return found.items()


def _tied(support: Support, answer: Trace) -> Iterator[str]:
    """Say how many origins several are, and who rests on whom in a ring."""
    counted = [origin for origin in answer.origins if origin.doubt is not Doubt.RETRACTED]
    certain = [origin for origin in counted if origin.doubt is None]
    if len(certain) > 1 and answer.origin_count.max < 2:  # noqa: PLR2004
        yield "on record these count as one origin"
    elif certain and len(counted) > 1:
        several = f", {independence_of(answer)}" if answer.origin_count.min > 1 else ""
        yield f"on record these are {count_words(answer.origin_count)}{several}"
    rings = [found for found in answer.findings if found.kind is FindingKind.CIRCULAR]
    if rings and answer.status is not Status.CIRCULAR:
        ids = [rings[0].at, *(str(one) for one in _strings(rings[0].fact("loop")))]
        doubt = ", if the citations in doubt hold" if "doubt" in dict(rings[0].facts) else ""
        of_reports = rings[0].fact("of") is Members.REPORTS
        yield f"{_few([_called(support, id_, of_reports=of_reports) for id_ in ids])} rest on each other{doubt}"


def _strings(found: Fact) -> tuple[object, ...]:
    assert isinstance(found, tuple)
    return found


def _called(support: Support, id_: str, *, of_reports: bool) -> str:
    workspace = support.graph.workspace
    if of_reports:
        return workspace.outlet_of(id_).name
    return workspace.outlets[id_].name if id_ in workspace.outlets else agent_name(support.graph, id_)


def _otherwise(support: Support) -> Iterator[str]:
    """Name the reports that deny or question the claim."""
    for stance, words in ((Stance.DENIES, "reported the opposite"), (Stance.QUESTIONS, "questioned it")):
        nodes = [node for node in support.statements if support.stance(node) is stance and not support.fell(node)]
        if nodes:
            yield f"{_outlets(support, nodes)} {words}"


def _relays(support: Support, telling: _Telling) -> Iterator[tuple[str, set[Node]]]:
    """Give who surely rests on those who told it, then who may."""
    supporting = set(support.supporting)
    for relaying, sure in (("relaying", True), ("possibly relaying", False)):
        seen = set(telling.tellers)
        stack = list(seen)
        while stack:
            for edge in support.graph.edges_to(stack.pop()):
                if edge.citing in support.live and edge.citing not in seen and not (sure and edge.in_doubt):
                    seen.add(edge.citing)
                    stack.append(edge.citing)
        yield relaying, seen & supporting


def _tellings(support: Support, answer: Trace) -> Iterator[_Telling]:
    """Give who tells of each origin that surely counts, alike ones once; what may be nothing comes last."""
    tellers: dict[tuple[str, str], set[Node]] = {}
    certain = [origin for origin in answer.origins if origin.doubt is None]
    for origin in sorted(certain, key=lambda one: (one.kind.may_be_nothing, order(support.graph, one.node))):
        for teller in sorted(_tellers(support, origin), key=lambda node: order(support.graph, node)):
            tellers.setdefault((_how(support, origin), _what(support, teller)), set()).add(teller)
    hows: dict[tuple[frozenset[Node], str], list[str]] = {}
    for (how, what), nodes in tellers.items():
        hows.setdefault((frozenset(nodes), what), []).append(how)
    return (_Telling(tellers=nodes, hows=tuple(found), what=what) for (nodes, what), found in hows.items())


def _join(hows: Sequence[str]) -> str:
    """Join how it is told; "citing" is said once."""
    others = [how.removeprefix("citing ") for how in hows[1:]]
    return listing([hows[0], *others]) if all(how.startswith("citing ") for how in hows) else listing(list(hows))


def _tellers(support: Support, origin: Origin) -> set[Node]:
    """Give the statements that stand for an origin: itself, or those that cite it."""
    if origin.node.kind is NodeKind.STATEMENT:
        return {origin.node}
    return {node for node in support.graph.cited_by(origin.node) if node in support.live}


def _how(support: Support, origin: Origin) -> str:
    node, name = origin.node, name_of(support.graph, origin.node)
    match node.kind:
        case NodeKind.STATEMENT:
            return _OWN[origin.kind]
        case NodeKind.REPORT:
            return f"citing {name}, which is not on record as saying it"
        case NodeKind.OUTLET if node.id.startswith(f"{UNNAMED}:"):
            return _UNNAMED_OUTLET
        case NodeKind.OUTLET:
            return f"citing a report of {name} that was not located"
        case NodeKind.SOURCE if support.graph.workspace.sources[node.id].kind is SourceKind.ANONYMOUS:
            described = support.graph.workspace.sources[node.id].described_as
            return f"citing {name}, not named" if described else _UNNAMED_SOURCE
        case _:
            return f"citing {name}"


def _what(support: Support, teller: Node) -> str:
    said = support.graph.statement(teller)
    hedge = _HEDGE.get(said.certainty, "") if said and said.certainty else ""
    return f"{hedge}that {inside(support.graph.workspace.claims[teller.claim].text)}"


def _changed(support: Support, answer: Trace) -> Iterator[str]:
    fallen = [node for node in support.all_supporting if support.fell(node)]
    claim = inside(answer.text)
    for change in (Change.RETRACTED, Change.WITHDRAWN):
        nodes = [node for node in fallen if support.graph.workspace.reports[node.id].fell_by(support.as_of) is change]
        if nodes:
            yield f"{_reports(support, nodes)} that {claim} {_have(nodes)} been {change}"
    reports = support.graph.workspace.reports
    standing = [node for node in support.supporting if reports[node.id].changes_by(support.as_of)]
    if standing:
        yield f"{_reports(support, standing)} {_have(standing)} been corrected since"
    if support.supporting and answer.status is Status.RETRACTED:
        yield f"{_outlets(support, support.supporting)} reported it on the word of what was retracted or withdrawn"


def _reports(support: Support, nodes: Sequence[Node]) -> str:
    return f"{'the report' if len(nodes) == 1 else 'the reports'} of {_outlets(support, nodes)}"


def _have(nodes: Sequence[Node]) -> str:
    return "has" if len(nodes) == 1 else "have"


def _unclear(support: Support, answer: Trace) -> Iterator[str]:
    doubtful = [origin for origin in answer.origins if origin.doubt is Doubt.UNCLEAR]
    own = [origin.node for origin in doubtful if any(edge.optional for edge in support.graph.edges_from(origin.node))]
    others = {
        origin.node: [edge.citing for edge in support.graph.edges_to(origin.node) if _doubted(support, edge)]
        for origin in doubtful
        if origin.node not in own
    }
    unsure = [(node, tellers) for node, tellers in others.items() if tellers]
    if own:
        yield f"it is unclear whom {_outlets(support, own)} had it from"
    for node, tellers in unsure[:_MANY]:
        yield f"it is unclear whether {_outlets(support, tellers)} had it from {name_of(support.graph, node)}"
    if len(unsure) > _MANY:
        yield f"{_further(len(unsure) - _MANY)} in doubt"


def _doubted(support: Support, edge: Edge) -> bool:
    return edge.in_doubt and edge.citing in support.live


def _further(number: int) -> str:
    return f"{plural(number, 'further origin')} {'is' if number == 1 else 'are'}"


def _answered(support: Support, answer: Trace) -> Iterator[str]:
    said: dict[str, list[str]] = {}
    for answered in answer.responses:
        response = answered.response
        if answered.addresses and not answered.replaced and response.stance in _SAID:
            words = f"{_SAID[response.stance]}{_RECORD[response.on_record]}"
            said.setdefault(words, []).append(agent_name(support.graph, response.by))
    for words, names in said.items():
        yield f"{_few(names)} {words}"
    missing = [gap.subject for gap in answer.gaps if gap.kind is GapKind.NO_CONFIRMATION]
    if missing:
        names = [support.graph.workspace.parties[party].name for party in missing]
        full = "full " if any(words.startswith(_SAID[Reaction.PARTLY]) for words in said) else ""
        yield f"no {full}confirmation by {_few(names, 'or')} is on record"
    off_target = [found.at for found in answer.findings if found.kind is FindingKind.OFF_TARGET_DENIAL]
    if off_target:
        yield f"a denial by {_few([agent_name(support.graph, by) for by in off_target])} is of another claim"


def _outlets(support: Support, nodes: Iterable[Node]) -> str:
    return _few([name_of(support.graph, node) for node in sorted(nodes, key=lambda node: order(support.graph, node))])


def _few(names: Sequence[str], joint: str = "and") -> str:
    different = list(dict.fromkeys(names))
    if len(different) > _MANY + 1:
        different = [*different[:_MANY], f"{len(different) - _MANY} others"]
    return listing(different, joint)
