"""What kind of source a noun phrase is, and which entity it stands for."""

from collections.abc import Collection
from dataclasses import dataclass, field

from provenance.attribution.found import SourceClass
from provenance.attribution.lexicon.model import Lexicon
from provenance.attribution.names import Names, capital_runs, core, name_in, personal
from provenance.attribution.sentence import Sentence

Range = tuple[int, int]
_THE_BODY = 2
"""The words of "the ministry"."""
_BODIES = (SourceClass.OFFICIAL_OTHER, SourceClass.OFFICIAL_POLITICAL, SourceClass.GROUP, SourceClass.UNKNOWN)


@dataclass(slots=True)
class Cast:
    """Who has spoken so far: it types later short mentions and gives pronouns their name."""

    words: Lexicon
    names: Names
    outlets: frozenset[str]
    kinds: dict[str, SourceClass] = field(default_factory=dict)
    last_person: str | None = None
    last_outlet: str | None = None
    last_group: str | None = None
    last_body: str | None = None
    """The body or outlet that spoke last: "it"."""
    described: dict[str, set[str]] = field(default_factory=dict)
    """The words that have described each person: "the mayor" is who was called one."""
    sexes: dict[str, str] = field(default_factory=dict)
    """Persons whom "he" or "she" has stood for."""

    def place(self, sentence: Sentence, source: Range | None) -> tuple[SourceClass, str | None]:
        """Give the class of a source and the name it stands for; remember both."""
        if source is None:
            return SourceClass.UNKNOWN, None
        low = sentence.low(source[0])
        if source[1] - source[0] == 1 and (
            low in self.words.pronouns or low in self.words.subject_pronouns or low in self.words.relatives
        ):
            return self._pronoun(sentence, source[0], low)
        if self._joint(sentence, source):
            return SourceClass.GROUP, None
        kind = self._kind(sentence, source)
        entity = self._entity(sentence, source, kind)
        if entity is not None:
            known = self.kinds.get(entity)
            short = sentence.low(source[0]) == "the" and source[1] - source[0] == _THE_BODY
            weak = kind in (SourceClass.UNKNOWN, SourceClass.PERSON) or short
            kind = known if known is not None and weak else kind
            self.kinds[entity] = kind
            self.described.setdefault(entity, set()).update(sentence.low(k) for k in range(*source))
        self._remember(kind, entity)
        return kind, entity

    def _remember(self, kind: SourceClass, entity: str | None) -> None:
        if entity is None:
            return
        if kind is SourceClass.OUTLET:
            self.last_outlet = self.last_body = entity
        elif _is_body(entity, self.words):
            self.last_body = entity
            self.last_group = entity if kind is SourceClass.GROUP else self.last_group
        elif kind is SourceClass.GROUP:
            self.last_group = entity
        elif kind in (
            SourceClass.PERSON,
            SourceClass.OFFICIAL_POLITICAL,
            SourceClass.OFFICIAL_OTHER,
            SourceClass.PARTLY_ANONYMOUS,
        ) and personal(entity, self.words):
            self.last_person = entity

    def _pronoun(self, sentence: Sentence, at: int, low: str) -> tuple[SourceClass, str | None]:
        whom = self.words.pronouns.get(low, "")
        entity = None
        if whom in ("he", "she"):
            entity = self._person(sentence.row[at].start, whom)
        elif whom == "it":
            entity = self.last_body
        elif whom == "they":
            entity = self.last_group
        elif low in ("who", "which", "that") and at > 0:
            return self._antecedent(sentence, at)
        if entity is None:
            return SourceClass.PRONOUN, None
        return self.kinds.get(entity, SourceClass.PERSON), entity

    def _person(self, at: int, whom: str) -> str | None:
        """Give whom "he" or "she" stands for: the last who spoke, else the last named; never one of the other sex."""
        spoken = (name for name in reversed(self.described) if personal(name, self.words))
        last = [self.last_person] if self.last_person else []
        found = next((name for name in (*last, *spoken) if self._may_be(name, whom)), None)
        found = found or self.names.person_before(at, whom)
        if found is None or not self._may_be(found, whom):
            return None
        self.sexes[found] = whom
        return found

    def _may_be(self, name: str, whom: str) -> bool:
        return (self.names.sex(name) or self.sexes.get(name, "")) in (whom, "")

    def _antecedent(self, sentence: Sentence, at: int) -> tuple[SourceClass, str | None]:
        end = at - 1 if sentence.low(at - 1) == "," else at
        first = end
        while (
            first > 0
            and (sentence.capital(first - 1) or sentence.low(first - 1) in (".", "the", "a"))
            and end - first < 8
        ):
            first -= 1
        if first == end:
            return SourceClass.PRONOUN, None
        return self.place(sentence, (first, end))

    def _entity(self, sentence: Sentence, source: Range, kind: SourceClass) -> str | None:
        run = self._core(sentence, source)
        if run is None or sentence.low(run[0] - 1) == "of":  # "the mayor of Lipno, Anna Kowalska"
            apposed = self._apposed(sentence, source)
            if apposed is not None:
                return apposed
        if run is None:
            return self._described(sentence, source, kind)
        name = name_in(sentence, *_with_body(sentence, run))
        if name.lower() in self.words.titles or not name[:1].isalnum():
            return None
        spelt = self.names.spelt_out(name)
        if spelt is not None:
            return spelt
        return self.names.whole(name, sentence.row[run[0]].start) if " " not in name else name

    def _described(self, sentence: Sentence, source: Range, kind: SourceClass) -> str | None:
        """Give whom "the outlet", "the senator" stand for."""
        if sentence.low(source[0]) != "the" or source[1] - source[0] > 3:
            return None
        if kind is SourceClass.OUTLET:
            return self.last_outlet
        head = sentence.low(source[1] - 1)
        if head in self.words.titles or head in self.words.people:
            return next((name for name in reversed(self.described) if head in self.described[name]), None)
        return self._body(head) if source[1] - source[0] == _THE_BODY and kind in _BODIES else None

    def _body(self, head: str) -> str | None:
        """Give the one body that is called so: "the ministry" where one has spoken, None where two have."""
        called = [name for name in self.described if _is_body(name, self.words) or self.kinds[name] in _BODIES]
        named = [name for name in called if head in name.lower().split()]
        found = named or [name for name in called if head in self.described[name]]
        return found[0] if len(found) == 1 else None

    def _joint(self, sentence: Sentence, source: Range) -> bool:
        """Tell whether two people speak: "Jan Nowak and Anna Kowalska"."""
        last = next((k for k in range(*source) if sentence.low(k) == ","), source[1])
        joined = next((k for k in range(source[0], last) if sentence.low(k) == "and"), None)
        runs = list(capital_runs(sentence, source[0], last)) if joined else []
        left = next((run for run in runs if run[1] == joined and run[1] - run[0] > 1), None)
        right = next((run for run in runs if joined and run[0] == joined + 1 and run[1] - run[0] > 1), None)
        if left is None or right is None:
            return False
        return all(personal(name_in(sentence, run[1] - 2, run[1]), self.words) for run in (left, right))

    def _core(self, sentence: Sentence, source: Range) -> Range | None:
        """Give the name in a source; a plural at the head of a sentence is none, unless it is a name elsewhere."""
        run = core(sentence, source)
        if run is None or run != (0, 1):
            return run
        low = sentence.low(0)
        plural = low.endswith("s") and not low.endswith("ss")
        known = low in self.names.capitals or low in self.names.by_last or low in self.words.outlets
        return None if plural and not known and low not in self.outlets else run

    def _apposed(self, sentence: Sentence, source: Range) -> str | None:
        """Give the name behind a description: "a spokesman for the council, Jan Nowak"."""
        first = next((k for k in range(source[0], source[1]) if sentence.low(k) == ","), source[1])
        runs = capital_runs(sentence, first, source[1])
        names = (name_in(sentence, *run) for run in runs if run[0] == first + 1)
        return next((name for name in names if personal(name, self.words)), None)

    def _kind(self, sentence: Sentence, source: Range) -> SourceClass:
        words = self.words
        first, last = source
        comma = next((k for k in range(first + 1, last) if sentence.low(k) in (",", "who", "which")), last)
        head_end = _head_end(sentence, first, comma)
        head = sentence.low(head_end - 1)
        lows = [sentence.low(k) for k in range(first, comma)]
        apposed = {sentence.low(k) for k in range(comma, last)}
        run = self._core(sentence, source)
        if (
            run is not None
            and run[1] == head_end
            and not (run[1] - run[0] == 1 and run[0] == 0 and head in words.nouns_of_sources)
        ):
            name = name_in(sentence, *run).lower()
            return self._named(sentence, run, name, set(lows), apposed)
        if head in words.anonymous:
            named = any(_tells(sentence, k) for k in range(first, head_end - 1)) or any(
                _tells(sentence, k) for k in range(head_end, last)
            )
            return SourceClass.PARTLY_ANONYMOUS if named or set(lows) & words.bodies else SourceClass.ANONYMOUS
        for group, kind in (
            (words.documents, SourceClass.DOCUMENT),
            (words.outlet_nouns, SourceClass.OUTLET),
            (words.official_political, SourceClass.OFFICIAL_POLITICAL),
            (words.official_other, SourceClass.OFFICIAL_OTHER),
            (words.groups, SourceClass.GROUP),
            (words.speakers, SourceClass.PERSON),
            (words.outlets, SourceClass.OUTLET),
        ):
            if head in group:
                return kind
        return SourceClass.GROUP if head.endswith("s") and not head.endswith("ss") else SourceClass.UNKNOWN

    def _named(self, sentence: Sentence, run: Range, name: str, lows: set[str], apposed: set[str]) -> SourceClass:
        """Give the class of a source that is called by a name."""
        words = self.words
        tail = sentence.low(run[1] - 1)
        if name in self.outlets or name.removeprefix("the ") in self.outlets or tail in words.outlets:
            return SourceClass.OUTLET
        if apposed & words.outlet_nouns and not apposed & words.journalists:
            return SourceClass.OUTLET
        if lows & words.outlet_nouns and not lows & words.journalists:
            return SourceClass.OUTLET
        if (lows | apposed) & words.official_political and not lows & words.journalists:
            return SourceClass.OFFICIAL_POLITICAL
        if (lows | apposed) & words.official_other:
            return SourceClass.OFFICIAL_OTHER
        return (
            SourceClass.GROUP if tail in words.groups or tail in words.bodies or "and" in lows else SourceClass.PERSON
        )


def _head_end(sentence: Sentence, first: int, last: int) -> int:
    """Give where the noun that a source turns on ends: before "of", "close to", "briefed on", "on Friday"."""
    words = sentence.words
    for k in range(first + 1, last):
        low = sentence.low(k)
        verbal = low.endswith(("ed", "ing")) and not sentence.capital(k) and not sentence.nominal(k - 1)
        if (
            low in words.prepositions
            or (low in words.calendar and not sentence.capital(k - 1))
            or low in ("that", "(", "familiar", "close", "and", "or", "—", "-")
            or verbal
        ):
            return k
    return last


def _is_body(name: str, words: Lexicon) -> bool:
    """Say whether a name is that of a body or an outlet: one of its words calls it so."""
    lows = set(name.lower().split())
    return bool(lows & (words.bodies | words.outlets | words.outlet_nouns)) or bool(lows & words.groups)


def _with_body(sentence: Sentence, run: Range) -> Range:
    """Give all of "Ministry of National Defense", whose last words alone name nothing."""
    if sentence.low(run[0] - 1) != "of" or run[0] < _THE_BODY or sentence.low(run[0] - 2) not in sentence.words.bodies:
        return run
    first = run[0] - 2
    while first and sentence.capital(first - 1) and sentence.capital(first) and not sentence.quote(first - 1):
        first -= 1
    if not sentence.capital(first):
        return run
    return (first, run[1])


def _tells(sentence: Sentence, at: int) -> bool:
    """Say whether a word with a capital narrows down who it is: not only the first of the sentence."""
    low = sentence.low(at)
    words = sentence.words
    return sentence.capital(at) and not (
        at == 0 and (low in words.function or low in words.groups or low in words.anonymous or sentence.adverb(at))
    )


def known_outlets(names: Collection[str]) -> frozenset[str]:
    """Give outlet names as they are looked up: in lower case, also without "the"."""
    lows = {name.lower().replace("’", "'") for name in names}
    return frozenset(lows | {low.removeprefix("the ") for low in lows})
