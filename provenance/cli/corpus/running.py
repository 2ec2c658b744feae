"""How every command about corpora ends where something is wrong, or where it is interrupted."""

from collections.abc import Iterator
from contextlib import contextmanager

from provenance.cli.output import Stop, print_text
from provenance.corpus.rejecting import CorpusError


@contextmanager
def running(*, goes_on: bool = False) -> Iterator[None]:
    """Tell what cannot be read or written; where the same command `goes_on`, say so when it is interrupted."""
    try:
        yield
    except CorpusError as error:
        raise Stop(f"provenance: {error}") from None
    except UnicodeEncodeError:  # of pyarrow
        raise Stop("provenance: a corpus or table cannot stand in a folder whose path is not UTF-8") from None
    except OSError as error:
        where = f"'{error.filename}': " if error.filename else ""
        raise Stop(f"provenance: {where}{(error.strerror or str(error)).lower()}") from None
    except KeyboardInterrupt:
        if goes_on:
            print_text("provenance: stopped; the same command goes on from what is done\n", to_stderr=True)
        raise


def tell_rejected(rejected: int, where: str) -> None:
    """Say on stderr that rows were left out of what is answered from."""
    if rejected:
        rows = "1 row was" if rejected == 1 else f"{rejected:,} rows were"
        print_text(f"provenance: {rows} left out of this corpus; '{where}' says which and why\n", to_stderr=True)
