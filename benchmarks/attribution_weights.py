"""Learn the weights that judge drafts of attributions: logistic regression, always with the same result."""

import math
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import ModuleType
from typing import Any

from provenance.attribution.drafting import drafts
from provenance.attribution.engine import covered, finished, read_text
from provenance.attribution.judge import features, speakers_of
from provenance.attribution.possible import Draft

EPOCHS, RATE, SHRINK, LEAST_OFTEN = 12, 0.03, 0.02, 5
CLIP = 30.0
WHOLE = 500
"""More tokens than a sentence has: a content that follows later."""
Example = tuple[list[str], float]


def examples(doc: Mapping[str, Any], tool: ModuleType) -> list[Example]:
    """Give the features of every draft in an article and whether it is right: 1, ½ where only the cue is, or 0."""
    page = tool.Doc(doc["text"])
    made: list[Draft] = []
    told: list[list[str]] = []
    rows = [drafts(sentence) if finished(sentence) else [] for sentence in read_text(doc["text"])]
    speakers = speakers_of(draft for here in rows for draft in here)
    for here in rows:
        inside = covered(here)
        made.extend(here)
        told.extend(
            list(dict.fromkeys(features(draft, inside=draft.cue.verb in inside, speakers=speakers))) for draft in here
        )
    ours = [_ids(page, draft) for draft in made]
    gold = [
        tuple(page.ids(one[role], anyif=role == "cue") for role in ("cue", "source", "content")) for one in doc["gold"]
    ]
    pairs = dict(
        tool.one2one([one[0] for one in ours], [one[0] for one in gold], lambda i, j: tool.f1(ours[i][2], gold[j][2]))
    )
    right = [_right(one, gold[pairs[i]], tool) if i in pairs else 0.0 for i, one in enumerate(ours)]
    kept = [
        i
        for i, draft in enumerate(made)
        if not any(a <= draft.sentence.row[draft.cue.first].start < b for a, b in doc["discard"])
    ]
    return [(told[i], right[i]) for i in kept]


def _ids(page: Any, draft: Draft) -> tuple[set[int], set[int], set[int]]:
    sentence = draft.sentence
    source = [sentence.span(*draft.source)] if draft.source else []
    content = [sentence.span(*part) for part in draft.content]
    if not content and sentence.low(sentence.size - 1) == ":":
        content = [(sentence.row[-1].end, len(page.text))]  # what follows
    return page.ids([sentence.span(draft.cue.first, draft.cue.last)], anyif=True), page.ids(source), page.ids(content)


def _right(one: Sequence[set[int]], gold: Sequence[set[int]], tool: ModuleType) -> float:
    source = (not one[1] and not gold[1]) or bool(one[1] & gold[1])
    within = bool(one[2]) and (
        len(one[2] & gold[2]) > 0.8 * len(one[2]) or (bool(gold[2]) and len(one[2]) > WHOLE and gold[2] <= one[2])
    )
    return 1.0 if source and (within or tool.f1(one[2], gold[2]) >= 0.5) else 0.5  # noqa: PLR2004 - the metric's own


def learn(made: Sequence[Example]) -> dict[str, float]:
    """Give a weight for every feature that is seen often enough (AdaGrad steps; Duchi, Hazan, Singer 2011)."""
    often = Counter(feature for told, _ in made for feature in told)
    ids = {
        feature: i
        for i, feature in enumerate(sorted(feature for feature, count in often.items() if count >= LEAST_OFTEN))
    }
    data = [([ids[feature] for feature in told if feature in ids], right) for told, right in made]
    weights, squares = [0.0] * len(ids), [0.01] * len(ids)
    order = random.Random(1)  # noqa: S311 - to shuffle, not to hide
    for _ in range(EPOCHS):
        order.shuffle(data)
        for told, right in data:
            _step(told, _chance(weights[i] for i in told) - right, weights, squares)
    return {feature: round(weights[i], 2) for feature, i in ids.items() if abs(weights[i]) >= 0.01}  # noqa: PLR2004 - it would be written as 0


def _chance(parts: Iterable[float]) -> float:
    return 1 / (1 + math.exp(-max(-CLIP, min(CLIP, sum(parts)))))


def _step(told: Sequence[int], off: float, weights: list[float], squares: list[float]) -> None:
    for i in told:
        slope = off + SHRINK * weights[i]
        squares[i] += slope * slope
        weights[i] -= RATE * slope / math.sqrt(squares[i])
