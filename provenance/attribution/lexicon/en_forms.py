"""The forms of English verbs, out of their lemma."""

from collections.abc import Iterator

_PARTS = """
say said said, tell told told, write wrote written, think thought thought, know knew known, see saw seen, hear
heard heard, find found found, feel felt felt, hold held held, mean meant meant, read read read, swear swore
sworn, show showed shown, forget forgot forgotten, seek sought sought, choose chose chosen, speak spoke
spoken, sing sang sung, understand understood understood, teach taught taught, learn learned learned, quote
quoted quoted, put put put, foresee foresaw foreseen, cast cast cast, shoot shot shot, fire fired fired, bet
bet bet, dream dreamed dreamed, retell retold retold, withhold withheld withheld, make made made, give gave
given, take took taken, lay laid laid, break broke broken, bring brought brought, get got gotten, go went
gone, come came come, run ran run, begin began begun, keep kept kept, leave left left, lose lost lost, win won
won, pay paid paid, meet met met, stand stood stood, sit sat sat, send sent sent, spend spent spent, build
built built, rise rose risen, fall fell fallen, grow grew grown, draw drew drawn, drive drove driven, become
became become, lead led led, let let let, set set set, hit hit hit, sell sold sold, buy bought bought, fight
fought fought, catch caught caught, throw threw thrown, wear wore worn, beat beat beaten, eat ate eaten, die
died died, lie lied lied, hang hung hung, strike struck struck, shake shook shaken, spring sprang sprung,
withdraw withdrew withdrawn, undergo underwent undergone, steal stole stolen
"""
IRREGULAR = {lemma: (past, participle) for lemma, past, participle in (part.split() for part in _PARTS.split(","))}
_DOUBLED = frozenset(
    [
        "admit",
        "permit",
        "submit",
        "concur",
        "infer",
        "defer",
        "rebut",
        "plot",
        "quip",
        "tap",
        "ban",
        "bar",
        "beg",
        "vet",
        "refer",
        "commit",
    ]
)
_VOWELS = "aeiou"


def forms(lemma: str) -> Iterator[tuple[str, str]]:
    """Give each form of a verb and what it is: base, s, past (also the participle), part, ing."""
    yield lemma, "base"
    yield _third(lemma), "s"
    if lemma in IRREGULAR:
        past, participle = IRREGULAR[lemma]
        yield past, "past"
        if participle != past:
            yield participle, "part"
    else:
        yield _stem(lemma) + ("d" if lemma.endswith("e") else "ed"), "past"
    yield _ing(lemma), "ing"


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _stem(lemma: str) -> str:
    if lemma in _DOUBLED:
        return lemma + lemma[-1]
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "i"
    return lemma


def _ing(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma not in ("be", "see"):
        return lemma[:-1] + "ing"
    if lemma in _DOUBLED or lemma in ("put", "get", "set", "let", "bet", "hit", "run", "begin", "forget", "win", "sit"):
        return lemma + lemma[-1] + "ing"
    return lemma + "ing"
