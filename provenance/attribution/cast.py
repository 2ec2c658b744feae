"""What kind of source a noun phrase is, and which entity it stands for."""

from collections.abc import Collection
from dataclasses import dataclass, field

from provenance.attribution.found import SourceClass
from provenance.attribution.lexicon.model import Lexicon
from provenance.attribution.names import Names, core, name_in, personal
from provenance.attribution.sentence import Sentence

Range = tuple[int, int]


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

    def place(self, sentence: Sentence, source: Range | None) -> tuple[SourceClass, str | None]:
        """Give the class of a source and the name it stands for; remember both."""
        if source is None:
            return SourceClass.UNKNOWN, None
        low = sentence.low(source[0])
        if source[1] - source[0] == 1 and (
            low in self.words.pronouns or low in self.words.subject_pronouns or low in self.words.relatives
        ):
            return self._pronoun(sentence, source[0], low)
        kind = self._kind(sentence, source)
        entity = self._entity(sentence, source, kind)
        if entity is not None:
            known = self.kinds.get(entity)
            weak = kind in (SourceClass.UNKNOWN, SourceClass.PERSON)
            kind = known if known is not None and weak else kind
            self.kinds[entity] = kind
        self._remember(kind, entity, sentence, source)
        return kind, entity

    def _remember(self, kind: SourceClass, entity: str | None, sentence: Sentence, source: Range) -> None:
        if entity is None:
            return
        if kind is SourceClass.OUTLET:
            self.last_outlet = entity
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
            if self.last_person is not None and self.names.sex(self.last_person) in (whom, ""):
                entity = self.last_person
            else:
                entity = self.names.person_before(sentence.row[at].start, whom)
        elif whom == "it":
            entity = self.last_outlet
        elif whom == "they":
            entity = self.last_group
        elif low in ("who", "which", "that") and at > 0:
            return self._antecedent(sentence, at)
        if entity is None:
            return SourceClass.PRONOUN, None
        return self.kinds.get(entity, SourceClass.PERSON), entity

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
        run = core(sentence, source)
        if run is None:
            return self._described(sentence, source, kind)
        name = name_in(sentence, *run)
        if name.lower() in self.words.titles or not name[:1].isalnum():
            return None
        return self.names.whole(name, sentence.row[run[0]].start) if " " not in name else name

    def _described(self, sentence: Sentence, source: Range, kind: SourceClass) -> str | None:
        """Give whom "the outlet", "the senator" stand for."""
        if sentence.low(source[0]) != "the" or source[1] - source[0] > 3:
            return None
        if kind is SourceClass.OUTLET:
            return self.last_outlet
        head = sentence.low(source[1] - 1)
        if head in self.words.titles or head in self.words.people:
            return self.last_person
        return None

    def _kind(self, sentence: Sentence, source: Range) -> SourceClass:  # noqa: C901, PLR0911 - one question after the other
        words = self.words
        first, last = source
        comma = next((k for k in range(first, last) if sentence.low(k) in (",", "who", "which")), last)
        head_end = next(
            (
                k
                for k in range(first + 1, comma)
                if sentence.low(k) in words.prepositions or sentence.low(k) in ("that", "(", "familiar", "close")
            ),
            comma,
        )
        head = sentence.low(head_end - 1)
        lows = [sentence.low(k) for k in range(first, comma)]
        core_text = " ".join(lows)
        apposed = {sentence.low(k) for k in range(comma, last)}
        run = core(sentence, source)
        name = name_in(sentence, *run).lower() if run else ""
        if name and (name in self.outlets or core_text in self.outlets or name.removeprefix("the ") in self.outlets):
            return SourceClass.OUTLET
        if head in words.anonymous:
            named = any(sentence.capital(k) for k in range(first + (first == 0), last)) or bool(
                set(lows) & words.bodies
            )
            return SourceClass.PARTLY_ANONYMOUS if named else SourceClass.ANONYMOUS
        if head in words.documents:
            return SourceClass.DOCUMENT
        capital = run is not None
        if (apposed & words.outlet_nouns) and not apposed & {"reporter", "editor", "columnist", "correspondent", "who"}:
            return SourceClass.OUTLET
        if capital and run is not None:
            before = set(lows[: max(0, run[0] - first)]) | set(lows)
            tail = sentence.low(run[1] - 1)
            if tail in words.outlets or (before & words.outlet_nouns and tail not in words.people):
                return SourceClass.OUTLET
            if (before | apposed) & words.official_political:
                return SourceClass.OFFICIAL_POLITICAL
            if (before | apposed) & words.official_other:
                return SourceClass.OFFICIAL_OTHER
            return (
                SourceClass.GROUP
                if tail in words.groups or tail in words.bodies or "and" in lows
                else SourceClass.PERSON
            )
        if head in words.outlet_nouns or head in words.outlets:
            return SourceClass.OUTLET
        if head in words.official_political:
            return SourceClass.OFFICIAL_POLITICAL
        if head in words.official_other:
            return SourceClass.OFFICIAL_OTHER
        if head in words.groups:
            return SourceClass.GROUP
        if head in words.people or head in words.titles:
            return SourceClass.PERSON
        return SourceClass.GROUP if head.endswith("s") and not head.endswith("ss") else SourceClass.UNKNOWN


def known_outlets(names: Collection[str]) -> frozenset[str]:
    """Give outlet names as they are looked up: in lower case, also without "the"."""
    lows = {name.lower().replace("’", "'") for name in names}
    return frozenset(lows | {low.removeprefix("the ") for low in lows})
