"""Foreign files are opened in a process of their own.

The reader of Excel files is fast, but a damaged or hostile file can make it ask for any amount of
memory, run for minutes or end its process. In a child process with a memory limit and a time
limit all of that is one sentence, and the window with unsaved text stays open.
"""

import multiprocessing
import os
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import Protocol

from quartierdesk.errors import UserError
from quartierdesk.exchange.limits import Deadline, too_slow
from quartierdesk.exchange.memory_cap import cap_memory


class _Receiver(Protocol):
    def poll(self, timeout: float, /) -> bool: ...

    def recv(self) -> object: ...


class _Sender(Protocol):
    def send(self, item: object, /) -> None: ...


@dataclass(frozen=True, slots=True)
class _Refusal:
    sentence: str
    hint: str


@dataclass(frozen=True, slots=True)
class _End:
    pass


def stream(
    produce: Callable[..., Iterator[object]],
    arguments: tuple[object, ...],
    *,
    seconds: float,
    memory_bytes: int,
) -> Generator[object]:
    """Yield what the generator `produce(*arguments)` yields in a child process.

    `produce` is a function at the top of a module, arguments and items can be pickled. A
    `UserError` raised there is raised here; a child that dies, for want of memory or through a
    damaged file, and one that takes longer than `seconds` in all, are a `UserError` too. The
    child is ended when the caller stops early.
    """
    deadline = Deadline(seconds)
    context = multiprocessing.get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(
        target=_produce, args=(sending, produce, arguments, memory_bytes), daemon=True
    )
    process.start()
    sending.close()
    try:
        yield from _received(receiving, deadline)
    finally:
        process.kill()
        process.join()
        process.close()
        receiving.close()


def _received(receiving: _Receiver, deadline: Deadline) -> Iterator[object]:
    while True:
        if not receiving.poll(deadline.remaining):
            raise too_slow()
        try:
            item = receiving.recv()
        except (EOFError, OSError) as error:
            raise unreadable() from error
        if isinstance(item, _End):
            return
        if isinstance(item, _Refusal):
            raise UserError(item.sentence, item.hint)
        yield item


def unreadable() -> UserError:
    """Return the sentence for a file that cannot be opened."""
    return UserError(
        "Die Datei lässt sich nicht lesen: Sie ist beschädigt oder braucht zu viel"
        " Arbeitsspeicher.",
        "Bitte öffnen Sie sie in Excel oder LibreOffice und kopieren Sie die benötigten Zeilen in"
        " eine neue Datei.",
    )


def _produce(
    sending: _Sender,
    produce: Callable[..., Iterator[object]],
    arguments: tuple[object, ...],
    memory_bytes: int,
) -> None:
    _silence()
    cap_memory(memory_bytes)
    try:
        for item in produce(*arguments):
            sending.send(item)
    except UserError as error:
        sending.send(_Refusal(error.sentence, error.hint))
    else:
        sending.send(_End())


def _silence() -> None:
    """Send what the reader prints when it gives up to nowhere: it may quote the file."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)
