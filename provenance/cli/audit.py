"""`provenance audit CLAIM`."""

from typing import Annotated

import typer

from provenance.cli.exits import FOUND
from provenance.cli.options import DATA, AsJson, AsOf, Data, Words, choose_claim, open_workspace
from provenance.cli.output import Stop, print_data, print_lines, width
from provenance.read.policies import Policy, built_in_policies, choose_policies
from provenance.report.audit import audit_lines
from provenance.report.problems import problem_lines
from provenance.safe import one_line
from provenance.trace import Tracer
from provenance.trace.audit import VOCABULARY, audit_claim, that_apply

Wanted = Annotated[
    list[str] | None,
    typer.Option(
        "--policy",
        metavar="POLICY",
        help="two-source, anonymous, circular, described, admiralty, or a YAML file of your own (repeatable). "
        "Without it all of them; admiralty only where a credibility is rated.",
    ),
]


def command(
    words: Words, data: Data = DATA, policy: Wanted = None, as_of: AsOf = None, as_json: AsJson = False
) -> None:
    """Hold a claim's record against rules after published newsroom and tradecraft practice.

    Each rule passes or fails, with the citations that break it. Exits with 1 where one fails. A pass
    says what holds of the record, never that the claim is true.

    Examples:
      provenance audit s400-asked --policy two-source
    """
    policies = _policies(policy or [])
    workspace = open_workspace(data)
    claim = choose_claim(workspace, words)
    chosen = policies if policy else that_apply(policies, workspace, claim)
    audit = audit_claim(Tracer(workspace), claim, chosen, as_of)
    if as_json:
        from provenance.export.audit import audit_json  # noqa: PLC0415

        print_data(audit_json(audit))
    else:
        print_lines(audit_lines(audit))
    if not audit.passes:
        raise SystemExit(FOUND)


def _policies(wanted: list[str]) -> tuple[Policy, ...]:
    chosen = choose_policies(wanted, VOCABULARY)
    if chosen.unknown:
        known = ", ".join(policy.id for policy in built_in_policies(VOCABULARY))
        name = chosen.unknown[0]
        raise Stop(one_line(f"provenance: there is no policy or file '{name}'; the policies are {known}"))
    if chosen.errors:
        print_lines(problem_lines(chosen.errors, width()), to_stderr=True)
        raise Stop("provenance: these policies cannot be used until they are mended; nothing was audited.")
    return chosen.policies
