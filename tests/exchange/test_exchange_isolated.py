import itertools
import os
import sys
import time
from collections.abc import Iterator

import pytest

from quartierdesk.errors import UserError
from quartierdesk.exchange.isolated import stream

MEMORY = 200_000_000


def count(last: int) -> Iterator[object]:
    yield from range(last)


def refuse() -> Iterator[object]:
    yield "vorher"
    raise UserError("Die Datei ist leer.", "Bitte wählen Sie eine andere.")


def die() -> Iterator[object]:
    yield "vorher"
    os.abort()


def fail() -> Iterator[object]:
    yield "vorher"
    raise ZeroDivisionError("geheimer Text")


def work_forever() -> Iterator[object]:
    for number in itertools.count():
        if number < 0:
            yield number


def hoard() -> Iterator[object]:
    blocks = [bytes(10_000_000) for _ in range(100)]
    yield len(blocks)


def test_items_come_over_in_order() -> None:
    assert list(stream(count, (1000,), seconds=20, memory_bytes=MEMORY)) == list(range(1000))


def test_a_sentence_comes_over_with_its_hint() -> None:
    with pytest.raises(UserError, match="leer") as refused:
        list(stream(refuse, (), seconds=20, memory_bytes=MEMORY))

    assert refused.value.hint == "Bitte wählen Sie eine andere."


@pytest.mark.parametrize("produce", [die, fail])
def test_a_process_that_ends_early_is_one_sentence(
    produce: object, capfd: pytest.CaptureFixture[str]
) -> None:
    assert callable(produce)
    with pytest.raises(UserError, match="lässt sich nicht lesen"):
        list(stream(produce, (), seconds=20, memory_bytes=MEMORY))

    assert "geheimer Text" not in "".join(capfd.readouterr())


def test_a_process_that_never_ends_is_ended() -> None:
    began = time.monotonic()
    with pytest.raises(UserError, match="zu lange"):
        list(stream(work_forever, (), seconds=1, memory_bytes=MEMORY))

    assert time.monotonic() - began < 5


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not enforce the limit")
def test_a_process_that_wants_too_much_memory_is_one_sentence() -> None:
    with pytest.raises(UserError, match="Arbeitsspeicher"):
        list(stream(hoard, (), seconds=20, memory_bytes=MEMORY))


def test_a_caller_that_has_enough_ends_the_process() -> None:
    items = stream(count, (10_000_000,), seconds=20, memory_bytes=MEMORY)

    assert next(items) == 0
    items.close()
