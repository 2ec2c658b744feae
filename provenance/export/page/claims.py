"""The answers for a claim as HTML: verdict, open work, origins, findings, responses, timeline."""

import re
from collections.abc import Iterable, Sequence

from provenance.export.page.markup import NOTHING, Markup, el, joined
from provenance.export.page.model import ClaimView, Item, Replay, Step, Work
from provenance.export.page.tables import record_link
from provenance.wording.numbers import plural


def verdict(view: ClaimView) -> Markup:
    """Write the verdict: status, count, what they mean and what decides them."""
    return el(
        "div",
        el("p", status_chip(view.status), " ", el("span", f"{view.count} · {view.reports}", class_="count")),
        el("p", f"{view.meaning} {view.deciding}".strip()),
        class_="verdict",
    )


def status_chip(status: str) -> Markup:
    """Write a status so that it is found at a glance; the word says it, the colour only repeats it."""
    return el("strong", status.upper(), class_=f"status {status}")


def claim_section(view: ClaimView, number: int, *, alone: bool) -> Markup:
    """Write all answers for a claim; where it stands alone, its text and verdict stand above on the plate."""
    head = el("h2", "The answer" if alone else view.text, id=f"claim-{number}-title", dir="auto")
    parts = [
        head,
        NOTHING if alone else joined((el("p", el("code", view.id)), verdict(view))),
        el("p", view.left_open),
        _part("In one sentence", el("blockquote", el("p", view.sentence))),
        _part("Open work, worst first", _work(view.work), "Nothing is open."),
        _part("Origins", _origins(view.origins), "No origin is on record."),
        _part("Findings", _items(view.findings), "None."),
        _part("Responses", _sentences(view.responses), "No response is on record."),
        _part("Ratings on record, by people; none of this answer is computed from them", _sentences(view.ratings))
        if view.ratings
        else NOTHING,
        _part("Timeline", _timeline(view.replay, number)),
    ]
    return el("section", *parts, class_="claim", id=f"claim-{number}", aria_labelledby=f"claim-{number}-title")


def _part(title: str, content: Markup, nothing: str = "") -> Markup:
    return el("section", el("h3", title), content or el("p", nothing))


def _work(work: Sequence[Work]) -> Markup:
    return joined(el("div", el("h4", each.kind, class_="kind"), _of_a_kind(each), class_="work") for each in work)


def _of_a_kind(work: Work) -> Markup:
    if not work.summed:
        return el("ul", *map(_open_item, work.items), class_="todo")
    lead, *others = work.items
    subjects = [el("li", record_link(item.record, item.kind)) for item in others]
    shown = el("details", el("summary", f"{lead.kind}: {lead.words}"), el("ul", *subjects, class_="subjects"))
    return el("ul", el("li", shown, _closes(lead)), class_="todo")


def _open_item(item: Item) -> Markup:
    return el("li", record_link(item.record, item.kind), f" – {item.words}. ", _closes(item))


def _closes(item: Item) -> Markup:
    return el("span", el("span", "To close: ", class_="fact"), _coded(item.more), class_="closes")


def _origins(origins: Sequence[Item]) -> Markup:
    items = [_origin(item) for item in origins]
    return NOTHING if not origins else el("ul", *items, class_="origins")


def _origin(item: Item) -> Markup:
    group = el("span", item.kind, class_="group", title="origin group")
    return el("li", group, " ", record_link(item.record, item.words), f" – {item.more}")


def _items(items: Sequence[Item]) -> Markup:
    lines = [el("li", el("span", item.kind, class_="kind"), " ", _about(item), class_="finding") for item in items]
    return el("ul", *lines, class_="findings") if lines else NOTHING


def _about(item: Item) -> Markup:
    """Write the words of an item; the first naming of each record links to it."""
    numbers = dict(item.named)
    words = re.split(r"(?<![\w.-])([a-z0-9][a-z0-9._-]*)(?![\w-])", item.words)
    return joined(record_link(numbers.pop(word), word) if word in numbers else word for word in words)


def _coded(text: str) -> Markup:
    """Write the names of fields between backticks as code; backticks in names from the records are text."""
    parts = re.split("`([a-z_]+)`", text)
    return joined(el("code", part) if place % 2 else part for place, part in enumerate(parts))


def _sentences(sentences: Sequence[str]) -> Markup:
    return el("ul", *(el("li", sentence) for sentence in sentences)) if sentences else NOTHING


def _timeline(replay: Replay, number: int) -> Markup:
    steps = (_step(step, f"claim-{number}-step-{place}") for place, step in enumerate(replay.steps))
    skipped = ""
    if replay.skipped:
        skipped = (
            f"{plural(replay.dated, 'moment')} in {plural(len(replay.steps) - 1, 'step')}: those that change status or "
            "count come first, and a step tells the first of what happened since the step before it. "
        )
    return joined((el("ol", *steps, class_="course"), el("p", f"{skipped}{replay.end}", class_="note")))


def _step(step: Step, id_: str) -> Markup:
    happened = [el("li", sentence) for sentence in step.happened]
    if step.more:
        happened.append(el("li", f"and {step.more:,} more"))
    parts = [
        el("p", el("strong", step.label, class_="label")),
        el("ul", *happened) if happened else NOTHING,
        el("p", step.change or ("" if step.opened else "nothing else changes"), class_="change"),
        *_gaps("opens", step.opened),
        *_gaps("closes", step.closed),
    ]
    return el("li", *parts, id=id_)


def _gaps(what: str, lines: Iterable[str]) -> Iterable[Markup]:
    return (el("p", el("span", f"{what} ", class_="fact"), text, class_="gap") for text in lines)
