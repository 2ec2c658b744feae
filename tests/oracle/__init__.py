"""A second, slow, obvious reading of docs/explanation/model.md, to hold `provenance.trace` against.

It works on the plain mappings that a YAML file holds, tries every way in which doubts may turn out one after the other,
and prefers the obvious to the fast. It shares nothing with `provenance.trace` but the reading of dates. `answer_json` of
the program and `answer` here are to be the same object; `differences` says where they are not.
"""

from tests.oracle.compare import differences
from tests.oracle.view import View, expect, seen
from tests.oracle.ways import Ways, resolutions
from tests.oracle.world import Records, World

__all__ = ["Records", "View", "Ways", "World", "differences", "expect", "resolutions", "seen"]
