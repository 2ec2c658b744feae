"""How much the optional parser adds to the rules, on annotated articles that are not in the repository.

    python benchmarks/attribution_parser.py FOLDER --tool eval_attribution.py [--held] [--train]

FOLDER, `--tool` and `--held` are those of benchmarks/attribution.py, as are the articles held out. On the others both
the rules and the parser's table are cross-validated: an article is judged by weights learned on other articles only.
`--train` learns the table on all articles that are not held out, over rules that are cross-validated, and writes it.
"""

import argparse
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import attribution as rules  # noqa: E402
from benchmarks.attribution_weights import Example, learn  # noqa: E402
from provenance.attribution import Attribution, find  # noqa: E402
from provenance.attribution.lexicon import lexicon_of  # noqa: E402
from provenance.attribution.parser import candidates, judged, parsed, refine  # noqa: E402

WEIGHTS = ROOT / "provenance/attribution/parser_weights.json"
Found = Sequence[Attribution]


def main() -> None:
    """Score or learn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tool", type=Path, required=True)
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--train", action="store_true")
    given = parser.parse_args()
    tool = rules._tool(given.tool)  # noqa: SLF001 - the two benchmarks are one
    docs = tool.load_polnear(str(given.folder), "train")
    own = [doc for i, doc in enumerate(docs) if i % 10 not in rules.HELD]
    trees = [parsed(doc["text"]) for doc in own]
    plain = rules._crossed(own, tool)  # noqa: SLF001
    made = [_examples(*each, tool) for each in zip(own, plain, trees, strict=True)]
    if given.train:
        WEIGHTS.write_text(rules._json(learn([one for part in made for one in part])), encoding="utf-8")  # noqa: SLF001
        return
    tables = [
        learn([x for i, part in enumerate(made) if i % rules.PARTS != k for x in part]) for k in range(rules.PARTS)
    ]
    refined = [
        (*found, *judged(doc["text"], found, tree, tables[i % rules.PARTS]))
        for i, (doc, found, tree) in enumerate(zip(own, plain, trees, strict=True))
    ]
    rules._score("rules, cross-validated", own, plain, tool)  # noqa: SLF001
    rules._score("rules and parser, cross-validated", own, refined, tool)  # noqa: SLF001
    if given.held:
        held = [doc for i, doc in enumerate(docs) if i % 10 in rules.HELD]
        rules._score("rules, held out", held, [find(doc["text"]).attributions for doc in held], tool)  # noqa: SLF001
        rules._score("rules and parser, held out", held, [_refined(doc) for doc in held], tool)  # noqa: SLF001
    _time(own)


def _refined(doc: rules.Doc) -> Found:
    return refine(doc["text"], find(doc["text"])).attributions


def _examples(doc: Mapping[str, Any], found: Found, trees: Any, tool: ModuleType) -> list[Example]:
    """Give the features of every clause that could be added, and if it is right: 1, ½ where only the cue is, or 0."""
    page = tool.Doc(doc["text"])
    words = lexicon_of("en")
    assert words is not None
    gold = [
        tuple(page.ids(one[role], anyif=role == "cue") for role in ("cue", "source", "content")) for one in doc["gold"]
    ]
    made = []
    for clause, told in candidates(doc["text"], found, trees, words):
        if any(first <= clause.cue[0] < last for first, last in doc["discard"]):
            continue
        cue, source, content = page.ids([clause.cue], anyif=True), page.ids([clause.source]), page.ids(clause.content)
        hits = [(tool.f1(content, one[2]), bool(source & one[1])) for one in gold if one[0] & cue]
        best = max(hits, default=None)
        right = best is not None and best[0] >= 0.5 and best[1]  # noqa: PLR2004 - the metric's own
        made.append((told, 0.0 if best is None else 1.0 if right else 0.5))
    return made


def _time(docs: Sequence[rules.Doc]) -> None:
    for name, run in (("rules", lambda doc: find(doc["text"])), ("rules and parser", _refined)):
        started = time.process_time()
        for doc in docs:
            run(doc)
        print(f"{name}: {len(docs) / (time.process_time() - started):.1f} articles a processor second")


if __name__ == "__main__":
    main()
