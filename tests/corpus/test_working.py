"""Processes that end: what people are told."""

import os
import signal

import pytest

from provenance.corpus.rejecting import CorpusError
from provenance.corpus.working import Worker, work

pytest.importorskip("pyarrow", reason="the extra corpus is not installed")


def killed(_piece: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_the_system_ended_is_told_with_what_to_do() -> None:
    with pytest.raises(CorpusError) as raised:
        work(Worker(killed), [1, 2], 2, lambda _done, _of: None)
    assert str(raised.value) == (
        "the system ended one of the processes, most often because memory ran out: "
        "run the same command again, it goes on where it stopped; fewer --processes need less memory"
    )
