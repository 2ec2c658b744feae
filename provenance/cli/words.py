"""`provenance words CLAIM`."""

from provenance.cli.for_claim import open_for_claim
from provenance.cli.options import DATA, AsOf, Data, Words
from provenance.cli.output import print_text
from provenance.safe import one_line
from provenance.trace import Tracer
from provenance.wording.sentence import claim_sentence


def command(words: Words, data: Data = DATA, as_of: AsOf = None) -> None:
    """Write the one sentence about a claim that a desk can print, from the record alone.

    Who reported it on whose word, who relayed it, what is in doubt, who confirmed or denied it. It
    is one line, and never says whether the claim is true. Read it against `provenance trace`.

    Examples:
      provenance words s400-asked
    """
    workspace, claim = open_for_claim(data, words)
    tracer = Tracer(workspace)
    sentence = claim_sentence(tracer.support(claim, as_of), tracer.trace(claim, as_of))
    print_text(f"{one_line(sentence)}\n")
