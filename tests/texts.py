"""Records as text: a test shows the YAML it is about."""

from textwrap import dedent

from provenance.model import Workspace
from provenance.read import read_texts
from provenance.trace import Tracer


def workspace_of(text: str) -> Workspace:
    """Read the text of one file, which has to be without faults."""
    loaded = read_texts({"records.yaml": dedent(text)})
    assert not [problem for problem in loaded.problems if problem.severity == "error"], loaded.problems
    return loaded.workspace


def tracer_of(text: str) -> Tracer:
    """Make the tracer of the records in a text."""
    return Tracer(workspace_of(text))


def resting_perhaps_on_s(number: int) -> str:
    """Give `number` reports on the claim c, in YAML, each of which rests on the source s or on nothing."""
    return "".join(
        f"  r{n}: {{outlet: A{n}, says: c, cites: {{source: s, attribution: unclear}}}}\n" for n in range(number)
    )
