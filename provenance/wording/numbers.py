"""Numbers and lists as a sentence needs them."""


def plural(number: int, noun: str) -> str:
    """Count a noun."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listing(names: list[str], joint: str = "and") -> str:
    """Join names as a sentence does."""
    if len(names) < 2:  # noqa: PLR2004
        return "".join(names)
    return f"{', '.join(names[:-1])} {joint} {names[-1]}"
