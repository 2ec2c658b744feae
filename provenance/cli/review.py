"""What was found in an article, gone through by a person: each is kept, mended or dropped, others are added."""

import re
import sys
from collections.abc import Iterator
from typing import TypeVar

from provenance.article import Article
from provenance.attribution import Attribution, Confidence, Found, Polarity, SourceClass
from provenance.cli.output import print_lines, print_text
from provenance.report.article import LEGEND, attribution_line, marked
from provenance.report.lines import Line, Style, line
from provenance.safe import one_line
from provenance.value import replaced

_BY_HAND = "by hand"
_CHOICES = "[k]eep  [f]ix  [d]rop  [a]dd another  [q]uit, keeping the rest"
_ROLES = "source: who says it. cue: the word that tells so, such as “said”. content: what is said."
_KEYS = (
    "Type a letter, then Enter. k or Enter alone: it is right. f: mend its source, cue, content or class. "
    "d: leave it out. a: add one that was missed. q: keep this one and all that follow. Ctrl-C: write nothing."
)
Span = tuple[int, int]
Choice = TypeVar("Choice", SourceClass, Polarity)


def review(article: Article, found: Found) -> Found:
    """Ask about each attribution, on stderr, and give what is left. The end of the input interrupts it."""
    kept: list[Attribution] = []
    waiting = list(found.attributions)
    print_lines([line((text, Style.FAINT)) for text in (LEGEND, _ROLES, _KEYS)], to_stderr=True)
    while waiting:
        current = waiting[0]
        _show(article, current, len(kept) + 1, len(kept) + len(waiting))
        answer = _ask(_CHOICES, "k").lower()
        if answer == "q":
            kept += waiting
            break
        if answer == "a":
            kept += _added(article)
        elif answer == "f":
            waiting[0] = _mended(article, current)
        elif answer in ("k", "d"):
            kept += waiting[:1] if answer == "k" else []
            del waiting[0]
        else:
            said = [line((f"'{answer}' is none of the letters", Style.WARN)), line((_KEYS, Style.FAINT))]
            print_lines(said, to_stderr=True)
    else:
        while _ask("all seen: [a]dd another, or [q]uit", "q") == "a":
            kept += _added(article)
    return replaced(found, attributions=tuple(sorted(kept, key=_place)))


def _show(article: Article, found: Attribution, number: int, total: int) -> None:
    start, end = _paragraph(article, _place(found)[0])
    spans = tuple(marked(article.text, [found], (start, end), number))
    print_lines(
        [
            line(""),
            Line(spans=spans, first="  ", rest="  "),
            attribution_line(article, found, number),
            line((f"   {number} of {total}", Style.FAINT)),
        ],
        to_stderr=True,
    )


def _added(article: Article) -> Iterator[Attribution]:
    blank = Attribution(
        source=None,
        cue=None,
        content=(),
        class_=SourceClass.UNKNOWN,
        entity=None,
        polarity=Polarity.ASSERTS,
        hedge=None,
        nested=False,
        confidence=Confidence.HIGH,
        rule=_BY_HAND,
    )
    made = _mended(article, blank)
    if made != blank and (made.source or made.cue or made.content):
        yield made


def _mended(article: Article, found: Attribution) -> Attribution:
    """Ask for each part in the article's own words; an empty answer leaves it, `-` takes it away."""
    print_lines(
        [line(("Copy words from the article. Enter leaves a part as it is; - takes it away.", Style.FAINT))],
        to_stderr=True,
    )
    near = _place(found)[0]
    source = _span(article, "source", found.source, near)
    cue = _span(article, "cue", found.cue, near)
    first = found.content[0] if found.content else None
    content = _span(article, "content", first, near)
    class_ = _one_of(SourceClass, "class of the source", found.class_)
    polarity = _one_of(Polarity, "polarity", found.polarity)
    same = source == found.source
    mended = replaced(
        found,
        source=source,
        cue=cue,
        content=found.content if content == first else (content,) if content else (),
        class_=class_,
        entity=found.entity if same else article.text[slice(*source)] if source else None,
        polarity=polarity,
    )
    if mended == found:
        print_lines([line(("nothing was changed", Style.FAINT))], to_stderr=True)
        return found
    return replaced(mended, confidence=Confidence.HIGH, rule=_BY_HAND)


def _span(article: Article, what: str, now: Span | None, near: int) -> Span | None:
    shown = article.text[slice(*now)] if now else "-"
    while True:
        words = _ask(what, " ".join(shown.split()))
        if words == "-":
            return None
        if words == " ".join(shown.split()):
            return now
        there = _places(article.text, words)
        if there:
            return min(there, key=lambda span: abs(span[0] - near))
        print_lines([line((f"the article does not have these words: {words}", Style.WARN))], to_stderr=True)


def _places(text: str, words: str) -> list[Span]:
    """Give the stretches of a text that read so, whatever blanks and line ends stand between the words."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return [found.span() for found in re.finditer(pattern, text)] if pattern else []


def _one_of(options: type[Choice], what: str, now: Choice) -> Choice:
    while True:
        words = _ask(f"{what} ({', '.join(options)})", now.value)
        if words in tuple(options):
            return options(words)
        fault = f"'{words}' is no {what}; write one of these words: {', '.join(options)}"
        print_lines([line((fault, Style.WARN))], to_stderr=True)


def _ask(question: str, default: str) -> str:
    """Ask on stderr, so that standard output stays the draft alone."""
    print_text(f"{question} [{one_line(default)}]: ", to_stderr=True)
    sys.stderr.flush()
    answer = sys.stdin.readline()
    if not answer:
        raise KeyboardInterrupt
    return answer.strip() or default


def _place(found: Attribution) -> Span:
    spans = [span for span in (found.cue, found.source, *found.content) if span]
    return min(spans) if spans else (0, 0)


def _paragraph(article: Article, place: int) -> Span:
    return next(((start, end) for start, end in article.paragraphs if start <= place <= end), (place, place + 200))
