"""A quotation that goes on in the next sentence or paragraph, without a source of its own."""

from provenance.attribution.possible import Draft
from provenance.attribution.sentence import Sentence


def goes_on(kept: list[Draft], here: list[Draft], sentence: Sentence) -> bool:
    """Give a sentence that only quotes, without a source of its own, to the last speaker; say whether it was."""
    if not kept:
        return False
    last = _speaker(kept)
    distance = sentence.paragraph - (last.until or last.sentence.paragraph)
    if last.cue.way == "colon" and distance == 0 and not _speaks(last):
        last.more.append(sentence.span(0, len(sentence.row)))
        return True
    if here:
        return False
    waiting = not last.content and not last.more and distance == 1
    if waiting and (sentence.row[0].quote or last.sentence.low(len(last.sentence.row) - 1) == ":"):
        last.more.append(sentence.span(0, len(sentence.row)))
        last.until = sentence.paragraph
        return True
    if (
        distance <= 1
        and all(token.quote or sentence.sign(at) for at, token in enumerate(sentence.row))
        and any(token.quote for token in sentence.row)
    ):
        last.more.append(sentence.span(0, len(sentence.row)))
        last.until = sentence.paragraph
        return True
    return False


def _speaker(kept: list[Draft]) -> Draft:
    """Give the attribution that a quotation goes on with: of the last sentence with any, the one that quotes."""
    same = [draft for draft in kept[-6:] if draft.sentence is kept[-1].sentence]
    return next((draft for draft in same if _speaks(draft)), None) or next(
        (draft for draft in same if draft.cue.frame in ("say", "tell", "colon")), same[-1]
    )


def _speaks(draft: Draft) -> bool:
    return any(draft.sentence.speech(k) for first, last in draft.content for k in range(first, last))
