"""Measuring two ways of doing the same thing, side by side in one run."""

import os
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One line of the table: what, ours and the bare way (ms), memory of both (MB), the limits."""

    what: str
    ours_ms: float
    bare_ms: float
    limit: float
    ours_mb: float | None = None
    bare_mb: float | None = None
    remark: str = ""
    most_mb: float | None = None

    @property
    def ratio(self) -> float:
        return self.ours_ms / self.bare_ms

    @property
    def holds(self) -> bool:
        is_small = self.most_mb is None or (self.ours_mb or 0) <= self.most_mb
        return self.ratio <= self.limit and is_small


def german(number: float, places: int = 1) -> str:
    """Return a number as German has it: „1.234,5“."""
    return f"{number:,.{places}f}".translate(str.maketrans(",.", ".,"))


def alternating(
    ours: Callable[[], object],
    bare: Callable[[], object],
    rounds: int,
    clock: Callable[[], float] = time.perf_counter,
) -> tuple[float, float]:
    """Return the medians (ms) of both, measured in turns so that noise hits both alike."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for which, action in enumerate((ours, bare)):
            start = clock()
            action()
            times[which].append((clock() - start) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])


def percentile(times: Sequence[float], percent: int) -> float:
    return statistics.quantiles(times, n=100)[percent - 1]


def peak_memory(action: Callable[[], object]) -> float:
    """Return by how many MB the memory of a process grows at most while it does `action`."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        try:
            action()
        finally:
            grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
            os.write(writing, str(grown / 1024).encode())
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        text = answer.read()
    os.waitpid(child, 0)
    return float(text)
