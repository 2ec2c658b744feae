"""What a content is that claims nothing: a question, a request, a subject that is talked about."""

import re

from provenance.spelling import folded

_ASKING = frozenset(
    (
        *("ask", "asks", "asked", "asking", "wonder", "wonders", "wondered", "wondering"),
        *("enquire", "enquired", "inquire", "inquired", "questioned", "questioning"),
        *("fragt", "fragte", "fragten", "спросил", "спросила", "спросили", "запитав", "запитала", "sordu"),
    )
)
_JUDGING = frozenset(
    (
        *("call", "calls", "called", "calling", "describe", "describes", "described", "describing"),
        *("brand", "branded", "dub", "dubbed", "label", "labelled", "labeled"),
        *("criticise", "criticises", "criticised", "criticize", "criticizes", "criticized", "criticising"),
        *("praise", "praises", "praised", "praising", "condemn", "condemns", "condemned", "condemning"),
        *("slam", "slams", "slammed", "blast", "blasts", "blasted", "denounce", "denounces", "denounced"),
        *("welcome", "welcomes", "welcomed", "attacked", "mocked", "lauded", "hailed", "lambasted", "discussed"),
    )
)
"""Verbs that have a thing for an object, and what is thought of it: no proposition, unless "that" begins one."""
_ABOUT = frozenset(("about", "of", "on", "for", "against", "over", "with", "to"))
_HEDGED_SUBJECT = re.compile(r"(?:that|dass|что|що|if|whether|how|why|what|who|when|where)\b")
_OF_A_THING = re.compile(r"(?:of |about (?:the|this|these|his|her|their|its|how|why|what)\b)")
_INFINITIVE = re.compile(r"to (?!\d)[a-z]+ ")
_TURKISH_CLAUSE = re.compile(r"\w \w+(?:[dt][ıiuü]ğ[ıiuü]|[ae]c[ae]ğ[ıi])(?:n|m|m[ıi]z|n[ıi]z|lar[ıi]n)?[ıi]?$")
_SENTENCE_END = re.compile(r"[.!…]\s")
_CLOSING = "\"'”’»“) "
_FIRST_PERSON = re.compile(
    r"\b(?:I|[Ww]e|[Mm]y|[Mm]ine|me|[Oo]urs?|[Ii]ch|[Ww]ir|[Mm]eine?|[Uu]nsere?|[Яя]|[Мм]ы|[Мм]и|[Нн]аш|[Bb]en|[Bb]iz)\b"
)


def is_question(content: str, cue: str) -> bool:
    """Tell whether a content is asked and not said: "asked about the costs", “Who pays?”."""
    if set(re.findall(r"\w+", folded(cue))) & _ASKING:
        return True
    words = content.rstrip(_CLOSING)
    return words.endswith("?") and not _SENTENCE_END.search(words)


def is_topic(content: str, cue: str) -> bool:
    """Tell whether a content is what a source talks about or judges: "called the plan of the mayor reckless"."""
    said = re.findall(r"\w+", folded(cue))
    opened = content.lstrip("\"'“„«‘ ")
    if not said or _HEDGED_SUBJECT.match(opened) or opened != content:
        return False
    return bool(set(said) & _JUDGING or _OF_A_THING.match(content)) or (
        len(said) > 1 and said[-1] in _ABOUT and said[0] != "according"
    )


def is_turkish_clause(content: str) -> bool:
    """Tell whether a content is a Turkish clause with its verb as a noun, two words for a proposition."""
    return _TURKISH_CLAUSE.search(content) is not None


def is_infinitive(content: str) -> bool:
    """Tell whether a content is an act without the one who acts: "to close the bridge"."""
    return _INFINITIVE.match(content) is not None


def is_first_person(content: str) -> bool:
    """Tell whether a content speaks as "I" or "we": out of the mouth of its source it means somebody else."""
    return _FIRST_PERSON.search(content) is not None
