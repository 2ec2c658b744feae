"""Small workspaces for every exporter, as a person would write them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from provenance.dates import parse_date
from provenance.export.figure import Export, Figure, export_of
from provenance.read import read_texts
from provenance.trace import Tracer
from provenance.trace.answer import Trace
from tests.export.hostile import HOSTILE


@dataclass(frozen=True)
class Case:
    """A workspace and the claim that is exported, perhaps as of a date."""

    texts: Mapping[str, str]
    claim: str
    as_of: str | None = None

    def trace(self, texts: Mapping[str, str] | None = None) -> tuple[Tracer, Trace]:
        """Trace the claim in this workspace, or in the same one written otherwise."""
        loaded = read_texts(texts or self.texts)
        assert loaded.usable, loaded.problems
        tracer = Tracer(loaded.workspace)
        return tracer, tracer.trace(self.claim, parse_date(self.as_of) if self.as_of else None)

    def export(self, texts: Mapping[str, str] | None = None) -> Export:
        tracer, answer = self.trace(texts)
        return export_of(tracer, [answer])

    def figure(self, texts: Mapping[str, str] | None = None) -> Figure:
        return self.export(texts).figure


NOTHING = """
claims:
  c: Nobody has said this.
"""

LOOP = """
claims: {c: The coati is called the Brazilian aardvark.}
reports:
  wiki:  {outlet: Wikipedia, says: c, cites: paper, published: 2008}
  paper: {outlet: Telegraph, says: c, cites: wiki, published: 2010-06-21}
  self:  {outlet: Blog, says: c, cites: self}
"""

DOUBTS = """
claims:
  asked:       {text: A asked B., stronger_than: considering, could_confirm: a}
  considering: A is considering it.
  other:       Something else.
parties: {a: {name: Government of A, country: FR}}
outlets:
  times: {name: The Times, country: GB, kind: newspaper}
  feed:  {name: Feed, kind: aggregator}
sources:
  aide:   {kind: anonymous, described_as: an aide, party: a}
  leaker: {kind: anonymous, described_as: a person briefed on it}
  smith:  {kind: named, name: J. Smith, described_as: analyst, url: "https://smith.example/"}
  memo:   {kind: document, name: The memo}
reports:
  hard:
    outlet: The Times
    title: A has asked B, sources say in a headline that runs on for longer than a line of a drawing
    url: https://times.example/?a=1&b=2
    archived: https://archive.example/1
    published: 2025-09-04T10:00+02:00
    says:
      - claim: asked
        certainty: certain
        quote: "\\"asked\\", they said"
        cites: [{report: soft, mode: quotes, quote: it is possible}, {unclear: [aide, leaker]}, {unclear: [leaker, memo]}]
  soft:   {outlet: Wire, published: 2025-09-03, says: [{claim: considering, certainty: possible, cites: {source: smith, attribution: unclear}}]}
  silent: {outlet: Wire, published: 2025-09-02, says: other}
  wrong:  {outlet: Weekly, says: asked, cites: [silent, {outlet: Elsewhere, url: "https://elsewhere.example"}, {outlet: unnamed}]}
  feed-1: {outlet: Feed, says: asked, cites: [{report: hard, mode: links}, {report: hard, mode: quotes}]}
  fallen: {outlet: The Times, says: asked, cites: leaker, published: 2025-09-05, status: {retracted: 2025-09-06}}
  gone:   {outlet: Wire, says: asked, published: 2025-09-05, status: {withdrawn: 2025-09-30}}
  fixed:  {outlet: Wire, published: 2025-09-05, status: {corrected: 2025-09-06}, says: [{claim: asked, basis: own_reporting}]}
  denial: {outlet: Wire, published: 2025-09-07, says: [{claim: asked, stance: denies, cites: a}]}
  doubt:  {outlet: Wire, says: [{claim: asked, stance: questions}]}
  later:  {outlet: Wire, says: asked, published: 2026}
"""

DECLARED = """
claims: {c: Two saw it.}
sources:
  one: {kind: eyewitness, name: One}
  two: {kind: eyewitness, name: Two}
reports:
  a: {outlet: A, says: c, cites: one}
  b: {outlet: B, says: c, cites: two}
dependences:
  - {between: [one, two], kind: declared_independent, basis: they stood on two hills}
"""

HOSTILE_RECORDS = f"""
claims: {{c: {json.dumps(HOSTILE[12] + HOSTILE[2] + HOSTILE[36])}}}
reports:
  first:
    outlet: {json.dumps(HOSTILE[15])}
    title: {json.dumps(HOSTILE[9])}
    url: https://example.org/"onload="x
    says: [{{claim: c, basis: own_reporting, quote: {json.dumps(HOSTILE[36])}}}]
  second:
    outlet: {json.dumps(HOSTILE[26])}
    title: {json.dumps(HOSTILE[25])}
    url: https://example.org/?a=1&copy;=2
    says: [{{claim: c, cites: {{report: first, quote: {json.dumps(HOSTILE[35].replace(chr(0), ""))}}}}}]
"""

DATA = Path(__file__).parents[2] / "data"


@cache
def cases() -> dict[str, Case]:
    """Give every case by its name."""
    flagship = {"s400.yaml": (DATA / "s400.yaml").read_text()}
    return {
        "nothing": Case({"a.yaml": NOTHING}, "c"),
        "loop": Case({"a.yaml": LOOP}, "c"),
        "doubts": Case({"a.yaml": DOUBTS}, "asked", "2025-09-20"),
        "declared": Case({"a.yaml": DECLARED}, "c"),
        "hostile": Case({"a.yaml": HOSTILE_RECORDS}, "c"),
        "s400": Case(flagship, "s400-asked"),
    }
