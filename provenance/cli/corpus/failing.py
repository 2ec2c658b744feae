"""What ends a command on corpora: an input that cannot be used, a disk that is full."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from provenance.cli.output import Stop
from provenance.corpus.rejecting import CorpusError


@contextmanager
def failures_told() -> Iterator[None]:
    """End the command with a message for people where its input cannot be used, or a file cannot be read or written."""
    try:
        yield
    except CorpusError as error:
        raise Stop(f"provenance: {error}") from None
    except UnicodeEncodeError:  # of pyarrow
        raise Stop("provenance: a corpus or table cannot stand in a folder whose path is not UTF-8") from None
    except OSError as error:
        where = f"'{error.filename}'" if error.filename else "a file"
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise Stop(f"provenance: {where} cannot be read or written: {reason.lower()}") from None
