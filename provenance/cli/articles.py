"""Articles that a command is given: read from a file, an address or standard input, and what is found in them."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from provenance.article import Article, ArticleError, Fetched, read_article, read_bytes, read_fetched
from provenance.attribution import LANGUAGES, Found, find, is_read, language_of
from provenance.cli.exits import UNUSABLE
from provenance.cli.output import Stop, print_data, print_lines, width, write_files
from provenance.draft.from_article import outlet_of
from provenance.export.attributions import attributions_json
from provenance.limits import ARTICLE_BYTES
from provenance.model import Workspace
from provenance.problems import Problem
from provenance.report.article import article_lines, beside, fits_beside
from provenance.report.draft import yaml_lines
from provenance.report.lines import line
from provenance.report.problems import problem_lines

STANDARD_INPUT = "-"


class Reading(NamedTuple):
    """An article with what was found in it, by the rules for `language`; `fetched` where it came from the network."""

    article: Article
    found: Found
    fetched: Fetched | None
    language: str


class Ways(NamedTuple):
    """How articles are read: in which language (None: their own), with the parser, from private addresses too."""

    language: str | None = None
    nlp: bool = False
    allow_private: bool = False


def read(name: str, workspace: Workspace, ways: Ways) -> Reading:
    """Read an article and find its attributions; the network is asked for an address only. Raises ArticleError."""
    fetched = _fetched(name, allow_private=ways.allow_private) if is_address(name) else None
    if fetched is not None:
        article = read_fetched(fetched)
    elif name == STANDARD_INPUT:
        article = read_bytes(sys.stdin.buffer.read(ARTICLE_BYTES.now() + 1), name)
    else:
        article = read_article(name)
    spoken = ways.language or article.language or language_of(article.text) or "und"
    names = [word for outlet in workspace.outlets.values() for word in (outlet.name, *outlet.aliases)]
    found = find(article.text, paragraphs=article.paragraphs, language=spoken, outlets=names)
    if ways.nlp and is_english(spoken):
        found = _refined(article, found)
    return Reading(article, found, fetched, spoken)


def _fetched(address: str, *, allow_private: bool) -> Fetched:
    from provenance.article import fetch  # noqa: PLC0415 - TLS takes long to import, and few articles are fetched

    return fetch(address, allow_private=allow_private)


def _refined(article: Article, found: Found) -> Found:
    from provenance.attribution.parser import MissingParserError, refine  # noqa: PLC0415 - only where it is asked for

    try:
        return refine(article.text, found, article.paragraphs)
    except MissingParserError as missing:
        raise Stop(f"provenance: {missing}") from None


def is_english(language: str) -> bool:
    """Tell whether a tag is one of English: the parser reads nothing else."""
    return language.lower().partition("-")[0].partition("_")[0] == "en"


def is_address(name: str) -> bool:
    """Tell whether an article is named by an address of the web."""
    return name.lower().startswith(("http://", "https://"))


def choose_language(language: str | None) -> None:
    """End the command where a language that was asked for has no words to go by."""
    if language is not None and not is_read(language):
        raise Stop(f"provenance: there is no lexicon for '{language}'; there are: {', '.join(LANGUAGES)}")


def print_found(names: Sequence[str], workspace: Workspace, outlet: str | None, ways: Ways) -> int:
    """Print what is found in each article as a line of JSON; give the exit code, with every fault on stderr."""
    problems: list[Problem] = []
    for name in names:
        try:
            article, found, _, _ = read(name, workspace, ways)
        except ArticleError as error:
            problems.append(error.problem)
            continue
        print_data(attributions_json(article, found, outlet or outlet_of(article, workspace)))
    print_lines(problem_lines(problems, width()), to_stderr=True)
    return UNUSABLE if problems else 0


def page_beside(output: str | None, name: str) -> str | None:
    """Give where a fetched page is kept that belongs to a draft: beside it, under its name."""
    return str(Path(output).with_suffix(".html")) if output not in (None, STANDARD_INPUT) and is_address(name) else None


def refuse_to_replace(*paths: str | None) -> None:
    """End the command where a file that is to be written is there already."""
    for path in paths:
        if path is None or path == STANDARD_INPUT:
            continue
        if os.path.lexists(path):
            raise Stop(f"provenance: '{path}' is there already, and a draft changes no file; name a new one")
        if not os.access(Path(path).parent, os.W_OK):
            raise Stop(
                f"provenance: '{path}' cannot be written: there is no such folder, or it is not yours to write in"
            )


def show(reading: Reading, text: str, output: str | None, pages: Mapping[str, bytes]) -> None:
    """Write the draft where it is wanted, with the page it is of; on a terminal show it beside the marked article.

    Where the terminal is too narrow it stands below, and no row of it is wrapped: it can be copied as it is.
    """
    named = output if output != STANDARD_INPUT else None
    files: dict[str, str | bytes] = {**pages, **({named: text} if named else {})}
    write_files(files, force=False)
    if sys.stdout.isatty() and output != STANDARD_INPUT:
        left = article_lines(reading.article, reading.found)
        if fits_beside(width()):
            print_lines(beside(left, yaml_lines(text), width()))
        else:
            print_lines(left)
            print_lines([line(""), *yaml_lines(text)], whole=True)
    elif named is None:
        print_data(text)
