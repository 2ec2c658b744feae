"""What a drawing prints of nodes and citations: short lines of text, the same in every drawn format."""

from textwrap import wrap

from provenance.export.figure import Figure, FigureClaim, FigureEdge, FigureNode
from provenance.model import Attribution, Change, Stance
from provenance.safe import one_line

_MOST = 240
_WIDTH = 40
_WEB = ("https://", "http://")
_LONGEST_ADDRESS = 2_000
_STANCES: dict[Stance | None, str] = {
    Stance.DENIES: "denies the claim",
    Stance.QUESTIONS: "questions the claim",
    Stance.COMMENTS: "comments on the claim",
}
_FELL = (Change.RETRACTED.value, Change.WITHDRAWN.value)


def claim_words(figure: Figure) -> str:
    """Give the claim's text, or its id where it has none; of several claims, all of them."""
    return _shortened(" · ".join(_shortened(claim.text) or claim.id for claim in figure.claims))


def status_words(figure: Figure) -> str:
    """Give the claim's status in words, with what has always to be said with it; of several claims, each."""
    many = len(figure.claims) > 1
    status = [
        f"{claim.id}: {_status(claim)}" if many else _status(claim)
        for claim in sorted(figure.claims, key=lambda c: c.id)
    ]
    as_of = f", as of {figure.as_of}" if figure.as_of else ""
    return _shortened("; ".join(status) + as_of + (f" ({figure.left_out})" if figure.left_out else ""))


def left_out_words(figure: Figure) -> str | None:
    """Say what a figure of a part does not show, and that its answers are of the whole; None of a whole one."""
    return f"{figure.left_out}; status and count are of the whole" if figure.left_out else None


def _status(claim: FigureClaim) -> str:
    return ", ".join(part for part in (claim.status.value.replace("-", " "), claim.independence) if part)


def node_lines(node: FigureNode, figure: Figure) -> tuple[str, ...]:
    """Give the lines inside a node: its label, title and date, then what marks it out in the figure."""
    lines = [*wrapped(node.label), *wrapped(node.title or ""), _shortened(node.published or "")]
    if node.claim is not None and [node.claim] != [claim.id for claim in figure.claims]:
        lines.append(_shortened(f"claim: {node.claim}"))
    lines += [_STANCES.get(node.stance, ""), _origin(node), node.status.upper() if node.status and fell(node) else ""]
    lines.append(f"… {figure.cut[node.id]:,} more it cites" if node.id in figure.cut else "")
    return tuple(line for line in lines if line) or (node.kind.value,)


def edge_words(edge: FigureEdge) -> str:
    """Give the words at a citation, "" where there is nothing to say."""
    words = [
        edge.mode.value if edge.mode else "",
        f"at least one of choice {edge.choice}" if edge.choice else "",
        "attribution unclear" if edge.attribution is Attribution.UNCLEAR else "",
        "not in cited" if edge.not_said else "",
        f"hardens {' and '.join(edge.hardens)}" if edge.hardens else "",
        f"changes {' and '.join(edge.changes)}" if edge.changes else "",
    ]
    return _shortened(", ".join(word for word in words if word))


def wrapped(text: str) -> list[str]:
    """Break text into lines of a drawing, at blanks only; overlong text is cut, and shows that it is."""
    return wrap(_shortened(text), _WIDTH, break_long_words=False, break_on_hyphens=False)


def in_doubt(edge: FigureEdge) -> bool:
    """Tell whether a citation may not hold, so that it is drawn dashed."""
    return edge.choice is not None or edge.attribution is Attribution.UNCLEAR


def fell(node: FigureNode) -> bool:
    """Tell whether a node's report was retracted or withdrawn."""
    return node.status in _FELL


def web_address(node: FigureNode) -> str | None:
    """Give the address a node may link to: http or https only, of characters an address may have, not overlong."""
    return sound_address(node.url)


def sound_address(url: str | None) -> str | None:
    """Give an address that may be linked to as `web_address` does, None for any other."""
    url = url or ""
    sound = url.startswith(_WEB) and url.isprintable() and not set(' "<>\\^`{|}') & set(url)
    return url if sound and len(url) <= _LONGEST_ADDRESS else None


def _origin(node: FigureNode) -> str:
    if node.origin is None:
        return ""
    doubt = f" ({node.doubt})" if node.doubt else ""
    return f"origin {node.group}: {node.origin.value.replace('-', ' ')}{doubt}"


def _shortened(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _MOST else text[: _MOST - 1] + "…"
