"""A verdict in short, and how it changed: before → after, or unchanged."""

from provenance.trace.answer import Status, declared_words
from provenance.trace.weigh import Weighed
from provenance.wording.names import count_words
from provenance.wording.numbers import plural


def standing_words(found: Weighed, *, supporting: bool = False) -> str:
    """Say what follows the status of a verdict: the count, with `supporting` the supporting reports too."""
    count, number = count_words(found.verdict.origin_count), found.verdict.supporting
    reports = f" · {plural(number, 'supporting report')}" if supporting else ""
    return f"{count}{independence_words(found)}{reports}"


def independence_words(found: Weighed) -> str:
    """Say what has always to be said of several origins."""
    if found.verdict.status is not Status.MULTIPLE_ORIGINS:
        return ""
    if found.declared_by is None:
        return ", independence not established"
    return f", {declared_words(found.declared_by)}"


def status_step(before: Weighed, after: Weighed) -> tuple[str, str]:
    """Say how the status changed: what it was, "" where it stays, and what it is."""
    old, new = before.verdict.status, after.verdict.status
    return ("", f"{new.upper()} unchanged") if old is new else (f"{old} → ", new.upper())


def change_words(before: Weighed, after: Weighed) -> str:
    """Say what follows a changed status: origin count and supporting reports, each as it was and as it is."""
    old, new = before.verdict, after.verdict
    count = step_words(count_words(old.origin_count), count_words(new.origin_count))
    reports = plural(new.supporting, "supporting report")
    more = "" if old.supporting == new.supporting else f"{old.supporting:,} → "
    return f"{count}{independence_words(after)} · {more}{reports}"


def step_words(before: str, after: str) -> str:
    """Say how one thing was and is, or that it is unchanged."""
    return f"{after} unchanged" if before == after else f"{before} → {after}"
