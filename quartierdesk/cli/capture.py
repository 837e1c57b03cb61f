"""The command `capture`: one contribution per line of input, acknowledged once it is on disk."""

import sys
import unicodedata
from collections.abc import Iterator
from functools import partial
from typing import IO

from quartierdesk.cli.options import Options, contributions_named, say, writing
from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.text import clean
from quartierdesk.errors import UserError
from quartierdesk.services import contributions, disk, workshops
from quartierdesk.store.workspace import Workspace

_LONGEST_LINE = 1_000_000


def capture(options: Options) -> int:
    """Store every line of standard input literally.

    For each line exactly one line is written, in order: the number of the stored contribution, or
    `! ` and the reason why it is not stored.
    """
    stored = refused = 0
    with writing(options) as workspace:
        workshop = workshops.find(workspace, options.text("workshop"))
        if sys.stdin.isatty():
            say("Bitte schreiben Sie je Beitrag eine Zeile; am Ende drücken Sie Strg+D.")
        for number, line in enumerate(_lines(sys.stdin.buffer), start=1):
            try:
                answer = _store(workspace, workshop.id, options.number("table"), line, number)
                stored += 1
            except UserError as error:
                answer = f"! {' '.join(str(error).split())}"
                refused += 1
            _acknowledge(answer, number)
    say(f"{contributions_named(stored)} erfasst.")
    if refused:
        say(f"Nicht gespeichert: {'1 Zeile' if refused == 1 else f'{refused} Zeilen'}.")
    return 0


def _acknowledge(answer: str, number: int) -> None:
    try:
        print(answer, flush=True)
    except BrokenPipeError as error:
        raise UserError(
            f"Die Antworten liest niemand mehr; nach Zeile {number} wurde nichts mehr gespeichert.",
            "Bitte geben Sie die übrigen Zeilen noch einmal ein.",
        ) from error


def _lines(stream: IO[bytes]) -> Iterator[bytes | None]:
    """Return the lines without their ends; None for one too long to be a contribution."""
    while line := stream.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE and not line.endswith(b"\n"):
            while (rest := stream.readline(_LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            yield None
        else:
            yield line.removesuffix(b"\n").removesuffix(b"\r")


def _store(
    workspace: Workspace, workshop_id: str, table: int | None, line: bytes | None, number: int
) -> str:
    text = _text(line, number)
    table_id = contributions.table_id(workspace, workshop_id, table) if table else None
    card = Contribution(new_id(), "", text, capture_mode="zuruf", table_id=table_id)
    capture_card = partial(contributions.capture, workspace, workshop_id, card)
    return disk.with_reserve(capture_card).label


def _text(line: bytes | None, number: int) -> str:
    if line is None:
        raise UserError(
            f"Zeile {number}: Der Text ist viel länger als 10.000 Zeichen.",
            "Bitte teilen Sie ihn auf mehrere Beiträge auf.",
        )
    try:
        typed = line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        raise UserError(
            f"Zeile {number} ist nicht als UTF-8 geschrieben.",
            "Bitte stellen Sie die Eingabe auf UTF-8 um.",
        ) from error
    text = clean(typed, f"Zeile {number}")
    if text != unicodedata.normalize("NFC", typed):
        say(f"Zeile {number}: Unsichtbare Zeichen wurden entfernt oder ersetzt.")
    return text
