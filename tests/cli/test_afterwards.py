"""What is done once an answer is printed."""

import pytest

from provenance.cli import trace
from provenance.cli.afterwards import afterwards, do_afterwards, forget_afterwards
from tests.cli.ran import Provenance, Write

RECORDS = "claims: {c: It is raining.}\n"


def test_it_is_done_once() -> None:
    done: list[str] = []
    afterwards(lambda: done.append("first"))
    do_afterwards()
    do_afterwards()
    assert done == ["first"]


def test_what_is_forgotten_is_not_done() -> None:
    done: list[str] = []
    afterwards(lambda: done.append("first"))
    forget_afterwards()
    do_afterwards()
    assert done == []


@pytest.mark.parametrize(
    ("fault", "code"), [(None, 0), (SystemExit(2), 2), (KeyboardInterrupt(), 130), (RuntimeError("out of cheese"), 3)]
)
def test_after_a_command_that_was_neither_interrupted_nor_at_fault(
    provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch, fault: BaseException | None, code: int
) -> None:
    done: list[str] = []

    def end(*_: object) -> None:
        afterwards(lambda: done.append("after"))
        if fault is not None:
            raise fault

    write(RECORDS)
    monkeypatch.setattr(trace, "print_lines", end)
    assert provenance("trace", "c").code == code
    assert provenance("list", "claims").code == 0
    assert len(done) == (code in (0, 2))
