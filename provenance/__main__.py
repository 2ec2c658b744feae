"""The entry point: `provenance …` and `python -m provenance …`."""

import gc
import os
import sys

from provenance import __version__


def main() -> None:
    """Run the command line and exit with its code.

    A run is short, so nothing is collected while modules load, and the process ends without taking
    them apart again: together a fifth of the time of a small `trace` (benchmarks/startup.py).
    """
    if sys.argv[1:] == ["--version"]:  # answered before Typer is imported: that alone takes four times as long
        try:
            print(f"provenance {__version__}", flush=True)  # noqa: T201
        except OSError as error:  # its reader has left, or the disk is full
            os._exit(0 if isinstance(error, BrokenPipeError) else 2)
        return
    gc.disable()
    from provenance.cli.app import run  # noqa: PLC0415 - see above

    code = run(sys.argv[1:])
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
