"""The entry point: `provenance …` and `python -m provenance …`."""

import sys

from provenance import __version__


def main() -> None:
    """Run the command line and exit with its code."""
    if sys.argv[1:] == ["--version"]:  # answered before Typer is imported: that alone takes four times as long
        print(f"provenance {__version__}")  # noqa: T201
        return
    from provenance.cli.app import run  # noqa: PLC0415 - see above

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
