"""How well German and Russian attributions are found: `python benchmarks/attribution_languages.py TESTDATA`.

TESTDATA holds `attribution-de` (JSON: quotes with speaker and cue) and `attribution-ru-cs` (a token a row, tagged
source, cue or content). A proposed attribution is right where its content meets a marked one and its source a marked
source.
"""

import csv
import json
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from provenance.attribution import Span, find


class Gold(NamedTuple):
    """A text, the stretches of its contents and sources, and pairs of both where the notes tell them apart."""

    text: str
    contents: list[Span]
    sources: list[Span]
    language: str


def german(folder: Path) -> Iterator[Gold]:
    """Read the German articles: indirect, reported and direct quotes alike; those without a speaker are left out."""
    for file in sorted(folder.glob("*.json")):
        found = json.loads(file.read_text(encoding="utf-8"))
        marked = [each for each in found["annotations"] if each["speaker"]["spans"]]
        contents = [(s["charBegin"], s["charEnd"]) for each in marked for s in each["quote"]["spans"]]
        sources = [(s["charBegin"], s["charEnd"]) for each in marked for s in each["speaker"]["spans"]]
        yield Gold(found["originalText"], contents, sources, "de")


def russian(file: Path) -> Iterator[Gold]:
    """Read the Russian sentences."""
    with file.open(encoding="utf-8", newline="") as rows:
        table = csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        for _, together in groupby(table, key=lambda row: row["sentence_num"]):
            text = ""
            spans: dict[str, list[Span]] = {"content": [], "source": []}
            for row in together:
                start = len(text)
                text += row["text"]
                if row["tags"] in spans:
                    spans[row["tags"]].append((start, len(text)))
                text += " "
            yield Gold(text, spans["content"], spans["source"], "ru")


def main() -> None:
    """Print precision and recall of both."""
    folder = Path(sys.argv[1])
    sets = {"de": german(folder / "attribution-de"), "ru": russian(folder / "attribution-ru-cs" / "ru_tokens.tsv")}
    print("language  found  right  precision  gold contents  reached  recall")
    for language, texts in sets.items():
        proposed = right = contents = reached = 0
        for gold in texts:
            found = find(gold.text, language=language).attributions
            proposed += len(found)
            right += sum(_right(gold, each.content, each.source) for each in found)
            contents += len(gold.contents)
            said = [span for each in found for span in each.content]
            reached += sum(any(_meet(span, each) for each in said) for span in gold.contents)
        precision, recall = 100 * right / max(proposed, 1), 100 * reached / max(contents, 1)
        print(f"{language:8}  {proposed:5}  {right:5}  {precision:8.1f}%  {contents:13}  {reached:7}  {recall:5.1f}%")


def _right(gold: Gold, contents: tuple[Span, ...], source: Span | None) -> bool:
    said = any(_meet(one, other) for one in contents for other in gold.contents)
    return said and (source is None or any(_meet(source, other) for other in gold.sources))


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


if __name__ == "__main__":
    main()
