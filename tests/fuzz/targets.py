"""The targets: for each what it is, the function that takes bytes, and words that its inputs are made of."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.fuzz.drafter import drafted
from tests.fuzz.importers import imported
from tests.fuzz.reader import records
from tests.fuzz.tables import corpus, parquet

SEEDS = Path(__file__).parent / "seeds"


class Target(NamedTuple):
    """A surface: its function takes bytes, raises what is a fault of ours, and tells whether it came to the end."""

    about: str
    run: Callable[[bytes], bool]


TARGETS = {
    "records": Target("YAML records: read, traced, exported, imported again", records),
    "draft-text": Target("an article as text", partial(drafted, file="in.txt")),
    "draft-page": Target("an article as a page", partial(drafted, file="in.html")),
    "import-any": Target("a file whose format is told by what it holds", partial(imported, format_=None)),
    "import-csv": Target("tables", partial(imported, format_="csv")),
    "import-json": Target("node-link JSON", partial(imported, format_="json")),
    "import-cytoscape": Target("Cytoscape JSON", partial(imported, format_="cytoscape")),
    "import-graphml": Target("GraphML", partial(imported, format_="graphml")),
    "import-json-ld": Target("schema.org JSON-LD, alone or in a page", partial(imported, format_="json-ld")),
    "import-prov-json": Target("W3C PROV as JSON", partial(imported, format_="prov-json")),
    "corpus-csv": Target("corpus tables as CSV", partial(corpus, suffix=".csv")),
    "corpus-jsonl": Target("corpus tables as JSON Lines", partial(corpus, suffix=".jsonl")),
    "corpus-parquet": Target("corpus tables as Parquet", parquet),
}


def seeds(target: str) -> list[Path]:
    """List the seeds of a target, those of past faults among them."""
    return sorted(path for path in (SEEDS / target).rglob("*") if path.is_file())
