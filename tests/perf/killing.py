"""`capture` at work in a process that can be killed at any moment."""

import contextlib
import multiprocessing
import os
import subprocess
import sys
import threading
from collections.abc import Iterable, Sequence
from typing import IO, Protocol

import quartierdesk.cli.commands  # noqa: F401 - so that a forked process need not load it
from quartierdesk.cli import run
from tests.support import child_environment

CAN_FORK = "fork" in multiprocessing.get_all_start_methods()


class Victim(Protocol):
    """A process with its streams."""

    given: IO[bytes]
    answers: IO[bytes]

    def ends_within(self, seconds: float) -> bool:
        """Wait for the end, but not longer; return whether it came."""

    def kill(self) -> None:
        """End the process without any warning to it, and wait until it is gone."""


class Program:
    """The program as everybody starts it."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "quartierdesk", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=child_environment(PYTHONUNBUFFERED=""),
        )
        assert self._process.stdin
        assert self._process.stdout
        self.given, self.answers = self._process.stdin, self._process.stdout

    def ends_within(self, seconds: float) -> bool:
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()


class Fork:
    """The same command in a copy of this process, which spares it the start."""

    def __init__(self, arguments: Sequence[str]) -> None:
        given, feeding = os.pipe()
        answers, answering = os.pipe()
        self._process = multiprocessing.get_context("fork").Process(
            target=_run, args=(arguments, (given, answering), (feeding, answers))
        )
        self._process.start()
        os.close(given)
        os.close(answering)
        self.given: IO[bytes] = os.fdopen(feeding, "wb")
        self.answers: IO[bytes] = os.fdopen(answers, "rb")

    def ends_within(self, seconds: float) -> bool:
        self._process.join(seconds)
        return self._process.exitcode is not None

    def kill(self) -> None:
        self._process.kill()
        self._process.join()
        self._process.close()


def _run(arguments: Sequence[str], own: tuple[int, int], foreign: tuple[int, int]) -> None:
    for handle in foreign:
        os.close(handle)
    os.dup2(own[0], 0)
    os.dup2(own[1], 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    sys.stdin, sys.stdout, sys.stderr = os.fdopen(0, "r"), os.fdopen(1, "w"), os.fdopen(2, "w")
    os._exit(run(arguments))


class Feeder:
    """Writes lines into a process until it takes no more."""

    def __init__(self, target: IO[bytes], lines: Iterable[bytes]) -> None:
        self._target = target
        self._lines = lines
        self._thread = threading.Thread(target=self._feed)
        self._thread.start()

    def wait(self) -> None:
        """Wait until the process is gone."""
        self._thread.join()

    def _feed(self) -> None:
        # What is left in the buffer when the process is gone cannot be sent any more.
        with contextlib.suppress(OSError):
            for line in self._lines:
                self._target.write(line)
                self._target.flush()
        with contextlib.suppress(OSError):
            self._target.close()
