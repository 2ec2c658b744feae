"""What each finding, gap and doubt means, in a sentence: the words of the reference. One row a kind."""

from provenance.trace.answer import Doubt, FindingKind, GapKind, Status

FINDINGS = {
    FindingKind.CIRCULAR: "Reports rest on each other in a ring, or outlets, parties and sources do.",
    FindingKind.DRIFT: "A report says more than the one it cites: a stronger claim, more certainty, a better source, "
    "several sources for one, another detail; or it translates it.",
    FindingKind.NOT_IN_CITED: "A report is cited for the claim and does not say it.",
    FindingKind.CHRONOLOGY: "Dates do not fit: a report is surely older than what it cites, has two dates, "
    "or is said to be first and is not.",
    FindingKind.DETAIL_CONFLICT: "The reports give different values for one detail.",
    FindingKind.RETRACTED_SUPPORT: "A report that stands still rests on one that was retracted or withdrawn.",
    FindingKind.COMMON_LINK: "Two supporting reports or more reach no origin without this record.",
    FindingKind.SHARED_OWNER: "Origins in different outlets have one owner and count once.",
    FindingKind.OFF_TARGET_DENIAL: "A denial is of a neighbouring claim: it does not address this one.",
    FindingKind.ATTRIBUTION_CONFLICT: "One response is reported on the record here and off the record there.",
    FindingKind.RATING_NOT_ALLOWED: "A claim is rated credibility 1, “confirmed by other sources”, "
    "and has fewer than two origins.",
}

GAPS = {
    GapKind.NO_CONFIRMATION: "A party that could confirm the claim neither confirms nor denies it.",
    GapKind.SINGLE_ORIGIN: "There is at most one origin.",
    GapKind.NO_ORIGIN: "The supporting reports lead to no origin that stands.",
    GapKind.ANONYMOUS_ONLY: "Every origin is an anonymous source.",
    GapKind.UNATTRIBUTED_ORIGIN: "The walk ends at a report that names no source.",
    GapKind.UNRECORDED_ORIGIN: "The walk ends at a report of which nobody has recorded what it rests on.",
    GapKind.UNLOCATED_REPORT: "An outlet is cited, and its report has not been found.",
    GapKind.UNREAD_ORIGINAL: "A report was read in translation, through another, or not at all.",
    GapKind.UNCLEAR_ATTRIBUTION: "The text does not decide what the report rests on.",
    GapKind.INDEPENDENCE_NOT_ESTABLISHED: "There are two origins or more; nothing shows that they do not depend on "
    "each other.",
    GapKind.UNDATED: "A report has no date.",
    GapKind.UNARCHIVED: "A report has no archived copy on record.",
    GapKind.STALE: "The claim is open, and its newest report is old. Found only with `gaps --stale-days N`.",
}

DOUBTS = {
    Doubt.UNCLEAR: "only some ways of settling what is in doubt reach it",
    Doubt.RETRACTED: "it is reached only through retracted or withdrawn reports, and does not count",
}

NAMED_SO = {
    Status.SINGLE_ORIGIN: "the greatest count is 1",
    Status.ORIGIN_IN_DOUBT: "the least count is at most 1, the greatest is above 1",
    Status.MULTIPLE_ORIGINS: "the least count is 2 or more",
}
"""What the origin count is where a status follows from it."""
