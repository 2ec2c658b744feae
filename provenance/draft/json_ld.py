"""schema.org JSON-LD, alone or in the `script` elements of a page: claims, their appearances, and reviews of claims."""

from collections.abc import Sequence
from html.parser import HTMLParser

from provenance.draft.claims import Claims
from provenance.draft.drafting import Draft
from provenance.draft.json_tree import read_json
from provenance.draft.problems import UnreadableError, no_json
from provenance.draft.things import things_in
from provenance.problems import Place, Problem
from provenance.value import replaced

_WANTED = frozenset(("ClaimReview", "Claim"))


def read_json_ld(draft: Draft, texts: Sequence[tuple[str, str]], claim: str | None) -> None:
    """Read JSON-LD, or pages that hold it. `claim` stands for reviews that do not say what they review.

    Raises UnreadableError with every fault of every block.
    """
    blocks = [block for file, text in texts for block in _blocks(file, text)]
    problems: list[Problem] = []
    roots = []
    for file, line, text in blocks:
        try:
            roots.append((file if line == 0 else f"{file}:{line}", read_json(text, file)))
        except UnreadableError as unreadable:
            problems += (_moved(each, line) for each in unreadable.problems)
    if problems:
        raise UnreadableError(*problems)
    claims = Claims(draft, claim)
    found = [(name, *things_in(root, name, _WANTED)) for name, root in roots]
    for _, things, _, _ in found:
        for thing in things:
            claims.add(thing)
    claims.finish()
    for name, _, left, page in found:
        for each in left:
            if each.inside not in page.named:
                draft.note(f"{name}#{each.at}", each.words)


def _moved(problem: Problem, line: int) -> Problem:
    """Put a problem of a block where it stands in its page."""
    place = problem.place
    return replaced(problem, place=place._replace(line=place.line + max(line - 1, 0)), excerpt=None)


def _blocks(file: str, text: str) -> list[tuple[str, int, str]]:
    """Give the JSON texts of a file: itself with line 0, or those of a page, each with its first line."""
    if not text.removeprefix("\ufeff").lstrip().startswith("<"):
        return [(file, 0, text)]
    page = _Page()
    page.feed(text)
    page.close()
    if not page.blocks:
        message = 'this page holds no JSON-LD: no `<script type="application/ld+json">`'
        raise UnreadableError(no_json(Place(file), message, "import a page that marks its claims up, or a table"))
    return [(file, line, block) for line, block in page.blocks if block.strip()]


class _Page(HTMLParser):
    """Collects the text of a page's JSON-LD scripts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[int, str]] = []
        self._open = False

    def parse_html_declaration(self, i: int) -> int:
        """Take a declaration that html.parser gives up on, such as `<![>`, for the comment that it is to browsers."""
        try:
            return super().parse_html_declaration(i)
        except AssertionError:
            return self.parse_bogus_comment(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block where a script is JSON-LD."""
        kind = (dict(attrs).get("type") or "").split(";")[0].strip().lower()
        self._open = tag == "script" and kind == "application/ld+json"
        if self._open:
            start = self.get_starttag_text() or ""
            self.blocks.append((self.getpos()[0] + start.count("\n"), ""))

    def handle_endtag(self, tag: str) -> None:
        """End a block."""
        self._open = self._open and tag != "script"

    def handle_data(self, data: str) -> None:
        """Add to the open block."""
        if self._open:
            line, text = self.blocks[-1]
            self.blocks[-1] = (line, text + data)
