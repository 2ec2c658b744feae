"""What goes wrong where records are read or a claim is named, as exceptions that say what to do."""

from provenance.problems import Problem
from provenance.report.lines import plain
from provenance.report.problems import problem_lines

_WIDTH = 100


class RecordsError(ValueError):
    """The records cannot be used: `problems` are all their errors, each with its place and what to do."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(problems)

    def __str__(self) -> str:
        return (
            f"the records cannot be used until these are mended:\n{plain(problem_lines(self.problems, _WIDTH), _WIDTH)}"
        )


class ClaimError(LookupError):
    """No single claim is meant; `candidates` are the ids of those that may be, the likeliest first."""

    def __init__(self, wanted: str, candidates: tuple[str, ...]) -> None:
        self.wanted = wanted
        self.candidates = candidates
        super().__init__(wanted, candidates)

    def __str__(self) -> str:
        if not self.candidates:
            return f"there is no claim {self.wanted!r}; `.claims` of the records holds them all"
        return f"{self.wanted!r} is no single claim; did you mean {' or '.join(self.candidates)}?"
