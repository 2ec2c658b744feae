"""Where the program departs from the letter of the model: each waits for a decision.

As long as a name stands here the random comparison follows the program in this point, and a case of its own in
tests/trace/test_oracle.py, expected to fail, shows the smallest records in which the two differ.
"""

FOLLOWED = {
    "loss-as-one",  # that a report which is no origin loses all it cites is one doubt, named by itself
}


def follows(name: str) -> bool:
    """Tell whether the program is followed in a point."""
    return name in FOLLOWED
