"""A process for each core over the pieces of a stage."""

import gc
import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, connection, get_context, parent_process
from threading import Thread
from typing import Any

from provenance.corpus.rejecting import CorpusError
from provenance.read import without_collector

Advance = Callable[[str, int, int], None]
"""Told of a stage how many pieces are done, of how many."""


def cores() -> int:
    """Give how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Worker:
    """A function of a module, with what is the same for every piece."""

    def __init__(self, function: Callable[..., None], *given: Any) -> None:
        self._function = function
        self._given = given

    def __call__(self, piece: Any) -> None:
        """Do one piece."""
        self._function(*self._given, piece)


_ENDED = (
    "the system ended one of the processes, most often because memory ran out: "
    "run the same command again, it goes on where it stopped; fewer --processes need less memory"
)

_here: list[Worker] = []


def work(worker: Worker, pieces: Sequence[Any], processes: int, advance: Callable[[int, int], None]) -> None:
    """Do all pieces, in this process where one is enough.

    Raises CorpusError where a process was ended from outside; what is done by then is kept.
    """
    if processes < 2 or len(pieces) < 2:  # noqa: PLR2004
        with without_collector():  # most of the time went into looking for cycles, which rows have none of
            for done, piece in enumerate(pieces, 1):
                worker(piece)
                advance(done, len(pieces))
        return
    try:
        _work_in_pool(worker, pieces, processes, advance)
    except KeyboardInterrupt:
        interrupted = True
    else:
        interrupted = False
    if interrupted:
        gc.collect()  # the locks of the pool go with it, which nothing refers to any more
        raise KeyboardInterrupt


def _work_in_pool(worker: Worker, pieces: Sequence[Any], processes: int, advance: Callable[[int, int], None]) -> None:
    others = set(active_children())
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _start, (worker,))
    try:
        waiting = [pool.submit(_do, piece) for piece in pieces]
        for done, one in enumerate(as_completed(waiting), 1):
            one.result()
            advance(done, len(pieces))
    except KeyboardInterrupt:
        for child in set(active_children()) - others:  # what they had begun is not kept
            child.terminate()
        raise
    except BrokenProcessPool:
        raise CorpusError(_ENDED) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _start(worker: Worker) -> None:
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from provenance.corpus.formats import require_arrow  # noqa: PLC0415 - this process has not loaded it

    require_arrow()
    _here[:] = [worker]
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process where the one that started it was killed."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _do(piece: Any) -> None:
    _here[0](piece)
    gc.collect()  # while a piece is worked at nothing is collected: graphs that nobody needs any more stay
