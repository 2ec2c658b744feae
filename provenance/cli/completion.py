"""What a shell offers where an id is typed. It never fails and never prints: a completion has no room for messages."""

import re
from collections.abc import Callable, Iterator, Sequence

import typer

Offer = Callable[[typer.Context, str], list[tuple[str, str]]]

CLAIMS = ("claim",)
SUBJECTS = ("report", "source", "party", "outlet")
EVERYTHING = (*CLAIMS, *SUBJECTS)

_MOST = 1_000
_WIDEST = 80
_CURLY = str.maketrans({"'": "’", '"': "”"})
_QUIET = re.compile(r"[^\w .,;–—’“”%/+=-]")
"""All that is not plainly text: shells evaluate what they are offered, and one does so within quotes."""


def ids(*kinds: str, most: int | None = None) -> Offer:
    """Offer the ids of records of `kinds`; none any more where `most` words of this argument are typed."""

    def offer(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        if most is not None and _typed(ctx) >= most:
            return []
        return _offered(ctx, incomplete, kinds)

    return offer


def claim_then_subject(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Offer claims first, and behind a claim what it may rest on."""
    return _offered(ctx, incomplete, SUBJECTS if _typed(ctx) else CLAIMS)


def _typed(ctx: typer.Context) -> int:
    """Count the words that stand there already, without the options."""
    given = [ctx.params.get(name) or () for name in ("words", "id_")]
    return sum(1 if isinstance(value, str) else len(value) for value in given)


def _offered(ctx: typer.Context, incomplete: str, kinds: Sequence[str]) -> list[tuple[str, str]]:
    try:
        found = dict(_matching(_data(ctx), incomplete, kinds))
    except Exception:  # noqa: BLE001 - nothing is offered then; a message would stand amid what is typed
        return []
    return sorted(found.items())[:_MOST]


def _data(ctx: typer.Context) -> str:
    from provenance.cli.options import DATA  # noqa: PLC0415 - which itself offers ids

    return str(ctx.params.get("data") or DATA)


def _matching(data: str, incomplete: str, kinds: Sequence[str]) -> Iterator[tuple[str, str]]:
    from provenance.files import find_all_files, normal, read_text  # noqa: PLC0415 - only while completing
    from provenance.read.ids import defined_in  # noqa: PLC0415 - as above

    files, _ = find_all_files(data)
    for file in sorted(files):
        text, _ = read_text(file)
        for record in defined_in(normal(text)) if text else ():
            if record.kind in kinds and record.id.startswith(incomplete):
                yield record.id, _shown(record.words) or record.kind


def _shown(words: str) -> str:
    plain = " ".join(_QUIET.sub(" ", words[: 4 * _WIDEST].translate(_CURLY)).split())
    return plain if len(plain) <= _WIDEST else plain[: _WIDEST - 1].rstrip() + "…"
