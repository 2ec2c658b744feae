"""Why there is no article: always a problem with a place, and what to do about it."""

from provenance.problems import Place, Problem, Severity


class ArticleError(Exception):
    """A file or an address cannot be read as an article; `problem` says why."""

    def __init__(self, code: str, where: str, message: str, hint: str) -> None:
        super().__init__(f"{where}: {message} ({hint})")
        self.problem = Problem(code=code, severity=Severity.ERROR, place=Place(where), message=message, hint=hint)


class MissingExtraError(ArticleError):
    """A page cannot be read without a package that is not installed."""

    def __init__(self, where: str) -> None:
        super().__init__(
            "missing-extra",
            where,
            "reading a page (HTML) needs an extra that is not installed",
            "pip install 'source-provenance[draft]', or save the article's text as a .txt file",
        )
