"""Every status, origin, finding and gap: what it means, and how the program says it of the sample records."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from docs.generate.markdown import GENERATED, table, text
from docs.generate.meanings import DOUBTS, FINDINGS, GAPS, NAMED_SO
from provenance.dates import parse_date
from provenance.read import load
from provenance.trace import Tracer
from provenance.trace.answer import FindingKind, Gap, GapKind, OriginKind, Status, Trace
from provenance.trace.desk import open_tasks
from provenance.wording.findings import finding_words
from provenance.wording.names import why_words
from provenance.wording.verdict import meaning

SAMPLES = Path(__file__).with_name("samples.yaml")
_LONG_AFTER = "2026-01-01"

_HEAD = f"""# Statuses, origins, findings and gaps

{GENERATED}
The examples are what the program says of [invented records](../generate/samples.yaml) that show each once. [What every
answer means](../explanation/model.md) has the exact definitions.

"""


def page() -> str:
    """Write the page."""
    tracer = Tracer(load(str(SAMPLES)).workspace)
    answers = [tracer.trace(claim) for claim in sorted(tracer.graph.workspace.claims)]
    today = parse_date(_LONG_AFTER)
    tasks = open_tasks(tracer, tracer.graph.workspace.claims, None, today, 30)
    parts = [_statuses(), _origins(), _findings(answers), _gaps(task.gap for task in tasks)]
    return _HEAD + "\n".join("".join(part) for part in parts)


def _statuses() -> Iterator[str]:
    yield "## Statuses\n\nA claim has exactly one: the first of these that holds.\n\n"
    rows = [
        (f"`{status}`", text(meaning(status, "independence not established")), NAMED_SO.get(status, ""))
        for status in Status
    ]
    yield table(["status", "what the program says", "the count"], rows)


def _origins() -> Iterator[str]:
    yield "## Origins\n\nWhere citations end, and why.\n\n"
    yield table(["kind", "what the program says"], ((f"`{kind}`", text(why_words(kind))) for kind in OriginKind))
    yield "\nAn origin may have a doubt:\n\n"
    yield table(["doubt", ""], ((f"`{doubt}`", words) for doubt, words in DOUBTS.items()))


def _findings(answers: Iterable[Trace]) -> Iterator[str]:
    said: dict[FindingKind, str] = {}
    for answer in answers:
        for finding in answer.findings:
            said.setdefault(finding.kind, finding_words(finding))
    yield "## Findings\n\nFacts about the reporting, not work. In order of severity.\n\n"
    rows = [(f"`{kind}`", FINDINGS[kind], text(said[kind])) for kind in FindingKind]
    yield table(["finding", "what it means", "for example"], rows)


def _gaps(gaps: Iterable[Gap]) -> Iterator[str]:
    said: dict[GapKind, Gap] = {}
    for gap in gaps:
        said.setdefault(gap.kind, gap)
    yield "## Gaps\n\nWork for a person, worst first, each with what would close it.\n\n"
    rows = [
        (f"`{kind}`", GAPS[kind], f"{text(said[kind].subject)}: {text(said[kind].detail)}", text(said[kind].closes))
        for kind in GapKind
    ]
    yield table(["gap", "what it means", "for example", "to close it"], rows)
