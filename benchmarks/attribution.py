"""How well and how fast attributions are found, on annotated articles that are not in the repository.

    python benchmarks/attribution.py FOLDER --tool eval_attribution.py [--held] [--errors KIND] [--train]

FOLDER holds `train/text/*.txt` and `train/attributions/*.ann` (PolNeAR, brat standoff); `--tool` is the script
that scores. Of the articles sorted by name those at i % 10 in (2, 5, 8) are held out: they are looked at only to
score, with `--held`. The others are scored twice: by cross-validation (five parts; each is judged by weights learned
on the other four) and with the weights that ship. `--train` learns those weights on all articles that are not held
out and writes them. `--errors missed|wrong|source|content` lists what went wrong on the articles that are not held
out, under cross-validation.
"""

import argparse
import importlib.util
import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.attribution_weights import examples, learn  # noqa: E402
from provenance.attribution import Attribution, SourceClass  # noqa: E402
from provenance.attribution.engine import find_with  # noqa: E402
from provenance.attribution.judge import weights_of  # noqa: E402

HELD = (2, 5, 8)
PARTS = 5
WEIGHTS = ROOT / "provenance/attribution/lexicon/en_weights.json"
ROWS = ("cue", "source ov", "source ex", "content tok", "relation", "rel strict", "sentence")
OUTLETS = (
    "times",
    "post",
    "cnn",
    "news",
    "reuters",
    "press",
    "journal",
    "politico",
    "newspaper",
    "magazine",
    "nbc",
    "abc",
    "cbs",
    "msnbc",
    "fox",
    "bloomberg",
    "huffpost",
    "breitbart",
    "outlet",
)
"""A source that holds one of these words and does not end in a person's name counts as an outlet."""
Doc = Mapping[str, Any]


def main() -> None:
    """Score, list errors or learn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tool", type=Path, required=True)
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--train", action="store_true")
    parser.add_argument("--errors", choices=("missed", "wrong", "source", "content"))
    given = parser.parse_args()
    tool = _tool(given.tool)
    docs = tool.load_polnear(str(given.folder), "train")
    own = [doc for i, doc in enumerate(docs) if i % 10 not in HELD]
    held = [doc for i, doc in enumerate(docs) if i % 10 in HELD]
    print(f"{len(own)} articles to work on, {len(held)} held out")
    if given.train:
        WEIGHTS.write_text(_json(learn([one for doc in own for one in examples(doc, tool)])), encoding="utf-8")
    crossed = _crossed(own, tool)
    if given.errors:
        _list(own, crossed, tool, given.errors)
        return
    _score("cross-validated", own, crossed, tool)
    started = time.process_time()
    shipped = [find_with(doc["text"], weights_of("en")) for doc in own]
    spent = time.process_time() - started
    _score("as shipped, on what it was learned on", own, shipped, tool)
    words = sum(len(doc["text"].split()) for doc in own)
    print(f"{len(own) / spent:.0f} articles a processor second, {words / spent:.0f} words")
    _grades(own, crossed, tool)
    if given.held:
        _score("held out", held, [find_with(doc["text"], weights_of("en")) for doc in held], tool)


def _tool(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("eval_attribution", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _json(weights: Mapping[str, float]) -> str:
    return json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def _crossed(docs: Sequence[Doc], tool: ModuleType) -> list[tuple[Attribution, ...]]:
    """Give what is found in each article with weights learned on the other parts."""
    made = [examples(doc, tool) for doc in docs]
    weights = [learn([one for i, part in enumerate(made) if i % PARTS != k for one in part]) for k in range(PARTS)]
    return [find_with(doc["text"], weights[i % PARTS]) for i, doc in enumerate(docs)]


def _score(title: str, docs: Sequence[Doc], found: Sequence[Sequence[Attribution]], tool: ModuleType) -> None:
    counts = [
        tool.score_doc(doc["text"], doc["gold"], [_row(one) for one in many], doc["discard"])
        for doc, many in zip(docs, found, strict=True)
    ]
    summary = tool.summary(counts)
    print(f"\n{title:40s}    P     R    F1")
    for row in ROWS:
        print(f"{row:40s} " + " ".join(f"{100 * part:5.1f}" for part in summary[row]))
    hit, typed, all_ = _outlet_recall(docs, found)
    print(f"outlets as sources found: {hit} of {all_} ({100 * hit / max(1, all_):.0f} %), and called outlets: {typed}")


def _row(one: Attribution) -> dict[str, object]:
    return {"source": one.source, "cue": one.cue, "content": one.content, "nested": one.nested}


def _outlet_recall(docs: Sequence[Doc], found: Sequence[Sequence[Attribution]]) -> tuple[int, int, int]:
    hit = typed = all_ = 0
    for doc, many in zip(docs, found, strict=True):
        for gold in doc["gold"]:
            if gold["source"] and _outlet(" ".join(doc["text"][a:b] for a, b in gold["source"])):
                kinds = {
                    one.class_
                    for one in many
                    if one.source is not None
                    and any(one.source[0] < b and a < one.source[1] for a, b in gold["source"])
                }
                all_ += 1
                hit += bool(kinds)
                typed += SourceClass.OUTLET in kinds
    return hit, typed, all_


def _outlet(source: str) -> bool:
    words = source.split(",", maxsplit=1)[0].lower().replace("’s", "").replace("'s", "").split()
    return bool(words) and words[-1].strip(".”\"'") in OUTLETS


def _grades(docs: Sequence[Doc], found: Sequence[Sequence[Attribution]], tool: ModuleType) -> None:
    """Print how often each grade of confidence is right: cue and source overlap, content token F1 at least .5."""
    right: dict[str, list[int]] = {}
    for doc, many in zip(docs, found, strict=True):
        for one, verdict in _verdicts(doc, many, tool):
            right.setdefault(one.confidence.value, []).append(verdict == "right")
            right.setdefault(f"rule {one.rule}", []).append(verdict == "right")
    print()
    for name, hits in sorted(right.items()):
        print(f"{name:25s} {100 * sum(hits) / len(hits):3.0f} % right of {len(hits)}")


def _verdicts(doc: Doc, many: Sequence[Attribution], tool: ModuleType) -> Iterator[tuple[Attribution, str]]:
    page = tool.Doc(doc["text"])
    outer = [
        one
        for one in many
        if not one.nested and one.cue is not None and not any(a <= one.cue[0] < b for a, b in doc["discard"])
    ]
    cues = [page.ids([one.cue], anyif=True) for one in outer]
    matched = dict(tool.one2one(cues, [page.ids(gold["cue"], anyif=True) for gold in doc["gold"]]))
    for i, one in enumerate(outer):
        if i not in matched:
            yield one, "wrong"
            continue
        gold = doc["gold"][matched[i]]
        source, theirs = page.ids([one.source] if one.source else []), page.ids(gold["source"])
        if (source or theirs) and not source & theirs:
            yield one, "source"
        else:
            yield one, "right" if tool.f1(page.ids(one.content), page.ids(gold["content"])) >= 0.5 else "content"  # noqa: PLR2004 - the metric's own


def _list(docs: Sequence[Doc], found: Sequence[Sequence[Attribution]], tool: ModuleType, kind: str) -> None:
    for doc, many in zip(docs, found, strict=True):
        text = doc["text"]
        if kind == "missed":
            spans = [one.cue for one in many if one.cue is not None and not one.nested]
            for gold in doc["gold"]:
                if not any(start < b and a < end for start, end in spans for a, b in gold["cue"]):
                    print({role: [text[a:b][:80] for a, b in gold[role]] for role in ("source", "cue", "content")})
            continue
        for one, verdict in _verdicts(doc, many, tool):
            if verdict == kind and one.cue is not None:
                print(text[max(0, one.cue[0] - 120) : one.cue[1] + 120].replace("\n", " "))
                print(
                    "   ", one.rule, [text[slice(*span)][:80] for span in (one.source or (0, 0), one.cue, *one.content)]
                )


if __name__ == "__main__":
    main()
