"""Reading saved news pages: what the article room makes of them, beside trafilatura alone.

    python benchmarks/pages.py [FOLDER] [--each]

FOLDER holds pages (`NAME.html.gz`) and `gold.json`, a mapping of those names to `title`, `authors`, `publishing_date`
and `body` (`summary`, and `sections` of `headline` and `paragraphs`). Body: F1 of the multiset of words, averaged over
the pages. Date: the same day, in the offset as written. Authors: F1 of the set of names, case and white space folded;
where the page names nobody, 1 for naming nobody. Title: equal once white space is folded. `--each` prints every page.
"""

import gzip
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from provenance.article import read_bytes
from provenance.value import value

FIELDS = ("title", "date", "author", "body")
Scores = dict[str, float]


@value
class Reading:
    """What a reader says of one page; dates as they begin, YYYY-MM-DD."""

    title: str | None
    date: str | None
    authors: tuple[str, ...]
    body: str


def ours(page: bytes, name: str) -> Reading:
    """Read a page with the article room."""
    article = read_bytes(page, name)
    body = "\n".join(article.text[span.start : span.end] for span in article.paragraphs)
    return Reading(title=article.title, date=article.published, authors=article.authors, body=body)


def theirs(page: bytes, _name: str) -> Reading:
    """Read a page with trafilatura as it comes."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - only where pages are read

    found = bare_extraction(page, include_comments=False, with_metadata=True)
    if found is None:
        return Reading(title=None, date=None, authors=(), body="")
    assert not isinstance(found, dict)
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    return Reading(title=found.title, date=found.date, authors=authors, body=found.text or "")


def gold_reading(gold: dict[str, Any]) -> Reading:
    """Give what a person says of the page."""
    body = gold["body"] or {"summary": [], "sections": []}
    parts = [*body["summary"]]
    for section in body["sections"]:
        parts += [*section["headline"], *section["paragraphs"]]
    day = gold["publishing_date"][:10] if gold["publishing_date"] else None
    return Reading(title=gold["title"], date=day, authors=tuple(gold["authors"]), body="\n".join(parts))


def scores(found: Reading, gold: Reading) -> Scores:
    """Compare a reading with what is right, each field from 0 to 1."""
    return {
        "title": float(_folded(found.title or "") == _folded(gold.title or "")),
        "date": float((found.date or "")[:10] == (gold.date or "")[:10]),
        "author": _f1(_names(found.authors), _names(gold.authors)),
        "body": _f1(_words(found.body), _words(gold.body)),
    }


def mean(every: Iterable[Scores]) -> Scores:
    """Give the average of each field."""
    rows = list(every)
    return {field: sum(row[field] for row in rows) / len(rows) for field in FIELDS}


def pages(folder: Path) -> dict[str, tuple[bytes, Reading]]:
    """Give every page that has gold, by name."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return {
        name: (gzip.decompress((folder / name).read_bytes()), gold_reading(gold[name]))
        for name in sorted(gold)
        if (folder / name).is_file()
    }


def default_folder() -> Path:
    """Give where the pages are: PROVENANCE_TESTDATA, or a folder beside the repository."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "testdata"
    return Path(os.environ.get("PROVENANCE_TESTDATA", beside)) / "news-pages"


def main() -> None:
    """Measure and print the table."""
    given = [word for word in sys.argv[1:] if not word.startswith("--")]
    folder = Path(given[0]) if given else default_folder()
    if not (folder / "gold.json").is_file():
        sys.exit(f"there is no gold.json in {folder}: name the folder of pages, or set PROVENANCE_TESTDATA")
    every = pages(folder)
    readers: dict[str, Callable[[bytes, str], Reading]] = {"ours": ours, "trafilatura": theirs}
    found = {
        who: {name: scores(read(page, name), gold) for name, (page, gold) in every.items()}
        for who, read in readers.items()
    }
    print(f"{len(every)} pages, trafilatura {version('trafilatura')}")
    print(f"{'':44}" + "".join(f"{field:>10}" for field in FIELDS))
    if "--each" in sys.argv:
        for name in every:
            for who in readers:
                print(_row(f"{name[:30]:31}{who}", found[who][name]))
    for who in readers:
        print(_row(who, mean(found[who].values())))


def _row(name: str, row: Scores) -> str:
    return f"{name[:43]:44}" + "".join(f"{row[field]:10.3f}" for field in FIELDS)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _names(names: Iterable[str]) -> Counter[str]:
    return Counter({_folded(name).casefold() for name in names})


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def _f1(found: Counter[str], right: Counter[str]) -> float:
    if not found and not right:
        return 1.0
    common = (found & right).total()
    return 2 * common / (found.total() + right.total())


if __name__ == "__main__":
    main()
