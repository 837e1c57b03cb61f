"""`python3 dev.py durability [N]`: what was confirmed is still there when the program is killed.

Again and again `capture` runs as a process of its own, gets line after line and is killed at a
random moment, at times while it still starts or takes over what the previous kill left behind.
After every kill the file is opened, checked and compared with what was sent and confirmed.
"""

import argparse
import contextlib
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quartierdesk.domain.rounding import german
from quartierdesk.services import contributions, workshops
from quartierdesk.store.integrity import check
from quartierdesk.store.workspace import Access, Workspace
from tests.support import child_environment

_KILLS_PER_FILE = 25
_MOST_CONFIRMED = 60
# Seconds: how long a process takes at most from its start to the first line, and per line.
_STARTING = 2.0
_PER_LINE = 0.02


@dataclass(frozen=True)
class Kill:
    """One kill: how many lines were confirmed and stored, and what is wrong, in sentences."""

    confirmed: int
    stored: int
    faults: tuple[str, ...]


def kills(folder: Path, amount: int, chance: random.Random) -> Iterator[Kill]:
    """Kill `capture` so many times and yield what came of it, one after the other."""
    file = folder / "0.quartier"
    for number in range(amount):
        if number % _KILLS_PER_FILE == 0:
            file = _new_file(folder / f"{number}.quartier")
        before = _stored(file)
        sent = _Lines(f"{number}")
        confirmed = _killed_capture(file, sent, chance)
        yield _judged(file, before, sent, confirmed)


def _new_file(file: Path) -> Path:
    with Workspace.create(file) as workspace:
        workshops.create_plain(workspace, "Werkstatt")
    return file


def _stored(file: Path) -> dict[str, str]:
    """Return number and text of every contribution, as any command would find them."""
    with Workspace.open(file, Access(read_only=True)) as workspace:
        workshop = workshops.overview(workspace)[0]
        cards = contributions.listed(workspace, workshop.id)
    return {card.label: card.text_original for card in cards}


class _Lines:
    """Endless distinct lines; what was made is remembered."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.made: list[str] = []

    def __iter__(self) -> Iterator[bytes]:
        while True:
            self.made.append(
                f"{self._name}.{len(self.made)} Größere Bänke für die Straße zum Bäcker"
            )
            yield f"{self.made[-1]}\n".encode()


def _killed_capture(file: Path, sent: _Lines, chance: random.Random) -> list[str]:
    """Return what was confirmed before the process died."""
    table = ["--table", "3"] if chance.random() < 0.5 else []
    command = [sys.executable, "-m", "quartierdesk", "capture", str(file), "--workshop", "W-001"]
    with subprocess.Popen(
        [*command, *table],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=child_environment(PYTHONUNBUFFERED=""),
    ) as process:
        feeder = threading.Thread(target=_feed, args=(process, sent))
        feeder.start()
        answers = _some_answers(process, chance)
        process.kill()
        feeder.join()
        # What the process had written before it died was confirmed as well.
        assert process.stdout
        answers += process.stdout.read()
    return [line.decode() for line in answers.splitlines(keepends=True) if line.endswith(b"\n")]


def _feed(process: subprocess.Popen[bytes], lines: Iterable[bytes]) -> None:
    assert process.stdin
    try:
        for line in lines:
            process.stdin.write(line)
            process.stdin.flush()
    except OSError:
        # What is left in the buffer cannot be sent any more.
        with contextlib.suppress(OSError):
            process.stdin.close()


def _some_answers(process: subprocess.Popen[bytes], chance: random.Random) -> bytes:
    """Read answers until the random moment at which the process is to die."""
    assert process.stdout
    answers = b""
    wanted = chance.randint(0, _MOST_CONFIRMED)
    while answers.count(b"\n") < wanted:
        answers += process.stdout.readline() or b"! zu Ende\n"
    try:
        process.wait(chance.uniform(0, _PER_LINE if wanted else _STARTING))
    except subprocess.TimeoutExpired:
        return answers
    return answers + b"! zu Ende\n"


def _judged(file: Path, before: dict[str, str], sent: _Lines, confirmed: list[str]) -> Kill:
    after = _stored(file)
    new = list(after.items())[len(before) :]
    acknowledged = [line.strip() for line in confirmed]
    faults = []
    if list(after.items())[: len(before)] != list(before.items()):
        faults.append("Frühere Beiträge haben sich verändert.")
    if new[: len(acknowledged)] != list(zip(acknowledged, sent.made, strict=False)):
        faults.append("Bestätigte Beiträge fehlen, oder es sind andere.")
    if [text for _, text in new] != sent.made[: len(new)]:
        faults.append("Gespeichert ist etwas anderes, als geschickt wurde.")
    if len(new) > len(acknowledged) + 1:
        faults.append("Es sind mehrere Beiträge gespeichert, die nicht bestätigt waren.")
    with Workspace.open(file) as workspace:
        faults += check(workspace)
    return Kill(len(acknowledged), len(new), tuple(faults))


def main() -> int:
    """Kill as often as asked, tell how it went, return 1 if anything was lost."""
    parser = argparse.ArgumentParser(prog="dev.py durability")
    parser.add_argument("amount", nargs="?", type=int, default=1000, help="wie oft (sonst 1000)")
    parser.add_argument("--seed", type=int, default=None, help="Anfang der Zufallszahlen")
    options = parser.parse_args()
    seed = random.randrange(1_000_000) if options.seed is None else options.seed
    began = time.monotonic()
    done: list[Kill] = []
    with tempfile.TemporaryDirectory(prefix="quartierdesk-abbruch-") as name:
        os.environ["QUARTIERDESK_CONFIG"] = str(Path(name) / "einstellungen")
        for kill in kills(Path(name), options.amount, random.Random(seed)):
            done.append(kill)
            for fault in kill.faults:
                print(f"Abbruch {len(done)}: {fault}", flush=True)
            if len(done) % 10 == 0 or len(done) == options.amount:
                confirmed = german(sum(each.confirmed for each in done))
                print(f"{len(done)} von {options.amount}, {confirmed} Beiträge", flush=True)
    print(summary(done, seed, time.monotonic() - began))
    return 1 if any(kill.faults for kill in done) else 0


def summary(done: list[Kill], seed: int, seconds: float) -> str:
    """Return what was proved, as a sentence."""
    confirmed = german(sum(kill.confirmed for kill in done))
    faulty = sum(bool(kill.faults) for kill in done)
    result = (
        f"nach {german(faulty)} Abbrüchen stimmte etwas nicht (Zufallszahlen: {seed})"
        if faulty
        else "nichts Bestätigtes fehlte, nichts war doppelt, und jede Datei war in Ordnung"
    )
    return (
        f"{german(len(done))} Abbrüche mitten in der Arbeit, {confirmed} bestätigte Beiträge:"
        f" {result} ({int(seconds // 60)} Min. {int(seconds % 60)} Sek.)."
    )


if __name__ == "__main__":
    sys.exit(main())
