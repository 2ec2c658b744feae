"""How likely a draft is right: a logistic table over what can be told of it, learned on annotated news."""

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from provenance.attribution.lexicon.model import Lexicon
from provenance.attribution.possible import Draft
from provenance.attribution.sentence import Sentence

_LONG = (1, 2, 4, 8, 16, 32)


@cache
def weights_of(language: str) -> Mapping[str, float]:
    """Give the weights of a language, none where it was never measured."""
    file = files("provenance.attribution.lexicon") / f"{language}_weights.json"
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


@dataclass(slots=True)
class Judge:
    """The weights of a language, and who speaks in the text."""

    weights: Mapping[str, float]
    speakers: Container[str]

    def likelihood(self, draft: Draft, *, inside: bool) -> float:
        """Give how likely the draft is right, 0 to 1; `inside`: its cue stands in the content of another."""
        weights = self.weights
        total = sum(weights.get(feature, 0.0) for feature in features(draft, inside=inside, speakers=self.speakers))
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def speakers_of(drafts: Iterable[Draft]) -> frozenset[str]:
    """Give the names, last words, of those who plainly speak somewhere in the text, and the pronouns of people."""
    found = {"he", "she", "who", "i", "we", "they"}
    for draft in drafts:
        cue, sentence = draft.cue, draft.sentence
        if draft.source is not None and cue.way == "active" and sentence.words.senses.get(cue.lemma) == "speak":
            found.update(
                sentence.low(k)
                for k in range(*draft.source)
                if sentence.capital(k) and len(sentence.low(k)) > 2 and k > 0
            )
    return frozenset(found)


def features(draft: Draft, *, inside: bool, speakers: Container[str]) -> Iterator[str]:  # noqa: PLR0915 - a list
    """Give what can be told of a draft; `inside`: its cue is in another's content; `speakers`: who speaks."""
    cue, sentence, words = draft.cue, draft.sentence, draft.sentence.words
    group = words.senses.get(cue.lemma) or cue.frame
    yield "bias"
    way = cue.way
    frame = cue.frame
    yield f"way={way}"
    yield f"lemma={cue.lemma}"
    yield f"lemma={cue.lemma},{way}"
    yield f"group={group},{way}"
    yield f"group={group},{cue.form}"
    yield f"frame={frame},{way},{cue.form}"
    yield f"rule={draft.rule}"
    yield f"rule={draft.rule},{group}"
    if cue.particle:
        yield f"particle={cue.particle}"
        yield f"lemma={cue.lemma},{cue.particle}"
    else:
        yield f"particle=none,{group}"
    if cue.negated:
        yield "negated"
    if inside:
        yield "inside"
        yield f"inside,{way}"
        yield f"inside,{group}"
    before = _kind(sentence, cue.first - 1, words)
    after = _kind(sentence, cue.last, words)
    after2 = _kind(sentence, cue.last + 1, words)
    yield f"before={before}"
    yield f"before={before},{way}"
    yield f"after={after}"
    yield f"after={after},{group}"
    yield f"after={after},{frame},{way}"
    yield f"after2={after},{after2}"
    yield f"aux={cue.verb - cue.first > 0},{way}"
    aux = sentence.low(cue.first) if cue.first < cue.verb else ""
    if aux:
        yield f"aux={aux}"
    for feature in _source(draft):
        yield feature
        yield f"{feature},{group}"
    for feature in _content(draft):
        yield feature
        yield f"{feature},{group}"
        yield f"{feature},{frame},{way}"
    if sentence.row[-1].text not in '.!?…"”' and not sentence.row[-1].quote:
        yield "open-end"
    if draft.source is not None:
        known = any(sentence.low(k) in speakers for k in range(*draft.source))
        yield f"speaker={known}"
        yield f"speaker={known},{group}"
        yield f"speaker={known},{frame},{way}"
        yield f"outside={_outside(sentence, draft.source[0] - 1)}"
        yield f"outside={_outside(sentence, draft.source[0] - 1)},{way},{group}"
    opener = sentence.low((draft.source[0] if draft.source else cue.first) - 1)
    if opener in words.subordinators or opener in ("who", "which", "what", "that"):
        yield f"opener={opener}"
        yield f"opener,{way},{group}"
    if sentence.title:
        yield "title"
    quotes = sum(sentence.speech(k) for k in range(len(sentence.row)))
    yield f"quotes={min(quotes, 2)}"


def _source(draft: Draft) -> Iterator[str]:
    sentence, words = draft.sentence, draft.sentence.words
    if draft.source is None:
        yield "source=none"
        return
    first, last = draft.source
    head = _head(sentence, first, last)
    yield f"source-size={_bucket(last - first)}"
    yield f"source-first={_kind(sentence, first, words)}"
    yield f"source={_noun_kind(sentence, head)}"
    gap = draft.cue.first - last
    yield f"gap={'right' if gap < 0 else min(gap, 2)}"
    yield f"start={min(first, 2)}"


def _outside(sentence: Sentence, at: int) -> str:
    """Give what stands before a source: a verb there makes it that verb's object."""
    if at >= 0 and (sentence.finite(at) or sentence.low(at).endswith("ing")):
        return "verb"
    kind = _kind(sentence, at, sentence.words)
    return "noun" if kind in ("word", "name", "s", "number") else kind


def _head(sentence: Sentence, first: int, last: int) -> int:
    """Give the word a noun phrase turns on: the last before a preposition, a comma or a relative."""
    words = sentence.words
    for k in range(first + 1, last):
        if sentence.low(k) in words.prepositions or sentence.low(k) in (",", "who", "which", "that", "(", "and", "—"):
            return k - 1
    return last - 1


def _noun_kind(sentence: Sentence, at: int) -> str:
    words, low = sentence.words, sentence.low(at)
    if low in words.pronouns:
        return "pronoun"
    if low in words.subject_pronouns:
        return "other-pronoun"
    for name, group in (
        ("groups", words.groups),
        ("people", words.speakers),
        ("documents", words.documents),
        ("outlets", words.outlets),
        ("official", words.officials),
    ):
        if low in group:
            return name
    if sentence.capital(at):
        return "name"
    return "plural" if low.endswith("s") else "noun"


def _content(draft: Draft) -> Iterator[str]:
    sentence, words = draft.sentence, draft.sentence.words
    if not draft.content:
        yield "content=later" if sentence.low(sentence.size - 1) == ":" else "content=none"
        return
    first, last = draft.content[0]
    yield f"content={_kind(sentence, first, words)}"
    yield f"content-size={_bucket(last - first)}"
    if any(sentence.speech(k) for a, b in draft.content for k in range(a, b)):
        yield "content-speech"
    elif any(sentence.quote(k) for a, b in draft.content for k in range(a, b)):
        yield "content-quote"
    elif any(sentence.finite(k) for a, b in draft.content for k in range(a, b)):
        yield "content-finite"
    else:
        yield "content-bare"


def _bucket(size: int) -> int:
    return next((limit for limit in _LONG if size <= limit), 64)


def _kind(sentence: Sentence, at: int, words: Lexicon) -> str:
    """Give a word as one of few kinds; function words stand for themselves."""
    if at < 0:
        return "start"
    if at >= len(sentence.row):
        return "end"
    token, low = sentence.row[at], sentence.low(at)
    if token.quote:
        return "speech" if sentence.speech(at) else "quote"
    if low in (
        "that",
        "to",
        "of",
        "for",
        "in",
        "on",
        "as",
        "with",
        "by",
        "about",
        "what",
        "how",
        "who",
        "and",
        "but",
        ",",
        ".",
        ":",
        "(",
        ")",
        "at",
        "from",
    ):
        return low
    if low in words.pronouns or low in words.subject_pronouns:
        return "pronoun"
    if sentence.possessive(at):
        return "possessive"
    if low in words.determiners:
        return "determiner"
    if low in words.auxiliaries:
        return "auxiliary"
    if low in words.prepositions:
        return "preposition"
    if low in words.subordinators:
        return "subordinator"
    if low in words.calendar:
        return "calendar"
    if sentence.sign(at):
        return "sign"
    if sentence.adverb(at):
        return "adverb"
    if token.text[0].isdigit():
        return "number"
    if token.text[0].isupper():
        return "name"
    return "ing" if low.endswith("ing") else "s" if low.endswith("s") else "word"
