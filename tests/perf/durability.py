"""`python3 dev.py durability [N]`: what was confirmed is still there when the program is killed.

Again and again `capture` runs as a process of its own, gets line after line and is killed at a
random moment, at times while it still starts or takes over what the previous kill left behind.
After every kill the file is opened, checked and compared with what was sent and confirmed. Then
work on whole files (see `operations_killed`) is killed, once for every ten of those.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quartierdesk.domain.rounding import german
from quartierdesk.services import contributions, workshops
from quartierdesk.store.integrity import check
from quartierdesk.store.workspace import Access, Workspace
from tests.perf.killing import CAN_FORK, Feeder, Fork, Program, Victim
from tests.perf.operations_killed import killed_works

_KILLS_PER_FILE = 25
_MOST_CONFIRMED = 60
_PROGRAM_EVERY = 10
# Seconds that a process takes at most to the first line (a fork, the whole program), and per line.
_STARTING = (0.2, 2.0)
_PER_LINE = 0.02
_ENDED = b"! ohne Anlass beendet\n"


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
        sent = Lines(f"{number}")
        forked = CAN_FORK and number % _PROGRAM_EVERY
        confirmed = _killed_capture(file, sent, chance, Fork if forked else Program)
        yield judged(file, before, sent, confirmed)


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


class Lines:
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


def _killed_capture(
    file: Path, sent: Lines, chance: random.Random, start: Callable[[Sequence[str]], Victim]
) -> list[str]:
    """Return what was confirmed before the process died."""
    table = ["--table", "3"] if chance.random() < 0.5 else []
    process = start(["capture", str(file), "--workshop", "W-001", *table])
    feeder = Feeder(process.given, sent)
    with process.answers:
        answers = b""
        wanted = chance.randint(0, _MOST_CONFIRMED)
        while answers.count(b"\n") < wanted:
            answers += process.answers.readline() or _ENDED
        longest = _PER_LINE if wanted else _STARTING[start is Program]
        if process.ends_within(chance.uniform(0, longest)):
            answers += _ENDED
        process.kill()
        feeder.wait()
        # What the process had written before it died was confirmed as well.
        answers += process.answers.read()
    return [line.decode() for line in answers.splitlines(keepends=True) if line.endswith(b"\n")]


def judged(file: Path, before: dict[str, str], sent: Lines, confirmed: list[str]) -> Kill:
    after = _stored(file)
    new = list(after.items())[len(before) :]
    acknowledged = [line.strip() for line in confirmed]
    faults = []
    if list(after.items())[: len(before)] != list(before.items()):
        faults.append("Frühere Beiträge haben sich verändert.")
    if [label for label, _ in new][: len(acknowledged)] != acknowledged:
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
        print(summary(done, seed, time.monotonic() - began), flush=True)
        lost = any(kill.faults for kill in done)
        return 1 if _whole_files(Path(name), options.amount, seed) or lost else 0


def _whole_files(folder: Path, amount: int, seed: int) -> bool:
    """Kill work on whole files, tell how it went, return whether anything was wrong."""
    if not CAN_FORK:
        print("Arbeiten an ganzen Dateien lassen sich hier nicht abbrechen.")
        return False
    done = []
    for survived in killed_works(folder, -(-amount // 10), random.Random(seed)):
        done.append(survived)
        for fault in survived.faults:
            print(f"{survived.work}: {fault}", flush=True)
    faulty = sum(bool(each.faults) for each in done)
    in_time = sum(each.in_time for each in done)
    print(
        f"{german(len(done))} Abbrüche beim Sichern, Wiederherstellen, Umstellen und beim Wechsel"
        f" des Kennworts ({german(in_time)} mitten darin): nach {german(faulty)} stimmte etwas"
        " nicht, sonst lag der alte oder der neue Stand da."
    )
    return faulty > 0


def summary(done: list[Kill], seed: int, seconds: float) -> str:
    """Return what was proved, as a sentence."""
    confirmed = german(sum(kill.confirmed for kill in done))
    faulty = sum(bool(kill.faults) for kill in done)
    result = (
        f"nach {german(faulty)} von ihnen stimmte etwas nicht (Zufallszahlen: {seed})"
        if faulty
        else "nichts Bestätigtes fehlte, nichts war doppelt, und jede Datei war in Ordnung"
    )
    return (
        f"{german(len(done))} Abbrüche mitten in der Arbeit, {confirmed} bestätigte Beiträge:"
        f" {result} ({int(seconds // 60)} Min. {int(seconds % 60)} Sek.)."
    )


if __name__ == "__main__":
    sys.exit(main())
