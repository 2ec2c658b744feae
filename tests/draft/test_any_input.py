"""Whatever is given: never a traceback, and what is proposed always passes `check`."""

import contextlib
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.draft import FORMATS, UnreadableError
from provenance.export import EXPORTERS
from tests.draft.proposed import checked, proposal_of
from tests.export.cases import cases
from tests.export.hostile import HOSTILE

pytestmark = pytest.mark.no_cover  # it covers what others do, many times over


PIECES = st.sampled_from([*HOSTILE[:-2], "report", "2025-13-99", "unnamed", "null", "a", "]", "}", '"', "<", ",", "\n"])


def samples(name: str) -> list[str]:
    """Exports of this format, each as one text."""
    if name not in EXPORTERS:
        return []
    return [out.text for case in cases().values() for out in EXPORTERS[name].render(case.export())]


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """Give a text with pieces put in, and stretches taken out."""
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        text = text[:start] + draw(PIECES) + text[start + draw(st.integers(0, 12)) :]
    return text


@pytest.mark.parametrize("name", [name for name in FORMATS if name in EXPORTERS])
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_broken_export_is_refused_or_makes_a_proposal_that_passes(name: str, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(samples(name)).flatmap(mutated))
    with contextlib.suppress(UnreadableError):
        checked(proposal_of({"in.x": text}, format_=name)[1])


CELL = st.one_of(PIECES, st.text(max_size=8)).map(lambda text: '"' + text.replace('"', '""') + '"')


@settings(max_examples=100, deadline=None)
@given(rows=st.lists(st.lists(CELL, min_size=1, max_size=6), max_size=6))
def test_any_table_makes_a_proposal_that_passes(rows: list[list[str]]) -> None:
    text = "report,outlet,cites,published,url,language\n" + "\n".join(",".join(row) for row in rows)
    with contextlib.suppress(UnreadableError):
        checked(proposal_of(text, claim="It is so.")[1])


@given(text=st.text(max_size=60))
def test_any_text_is_refused_or_passes(text: str) -> None:
    with contextlib.suppress(UnreadableError):
        checked(proposal_of({"in": text})[1])


JSON = st.recursive(
    st.one_of(PIECES, st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False)),
    lambda below: (
        st.lists(below, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "@type",
                    "@id",
                    "@graph",
                    "name",
                    "url",
                    "author",
                    "appearance",
                    "itemReviewed",
                    "claimReviewed",
                    "isBasedOn",
                ]
            ),
            below,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(found=JSON, kind=st.sampled_from(["ClaimReview", "Claim"]))
def test_any_markup_makes_a_proposal_that_passes(found: object, kind: str) -> None:
    thing = (found if isinstance(found, dict) else {"appearance": found}) | {"@type": kind}
    with contextlib.suppress(UnreadableError):
        checked(proposal_of({"in.json": json.dumps(thing)}, format_="json-ld")[1])
