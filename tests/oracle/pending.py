"""Where the program departs from the letter of the model: each waits for a decision.

As long as a name stands here the random comparison follows the program in this point, and a case of its own in
tests/trace/test_oracle.py, expected to fail, shows the smallest records in which the two differ.
"""

FOLLOWED = {
    "text-order",  # dates that allow the same instants are sorted by how they are written, before the id
    "copy-of-outlet",  # `same_wording` that names an outlet makes no undated copies of its reports
    "one-group",  # alternative origins, in several groups, are called one group
    "doubtful-unattributed",  # a report with `basis: unattributed`, cited in doubt, "may name no source"
    "any-translation",  # translations of and by statements that do not support are drift
    "doubtful-quote",  # the words of a doubtful citation of a report decide no plurality, even if no other do
    "fallen-statements",  # of two statements of one retracted report each has a finding, one in doubt and one not
    "lost-and-named",  # a report that may lose all it cites, and that a dependence names, is not its owner's if it does
    "loss-as-one",  # that a report which is no origin loses all it cites is one doubt, named by itself
    "late-details",  # a date given in a statement on the claim counts although the statement is not in by the date
}


def follows(name: str) -> bool:
    """Tell whether the program is followed in a point."""
    return name in FOLLOWED
