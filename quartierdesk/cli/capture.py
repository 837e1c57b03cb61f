"""The command `capture`: one contribution per line of input, acknowledged once it is on disk."""

import sys
from collections.abc import Iterator
from typing import IO

from quartierdesk.cli.options import Options, say, writing
from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.text import clean
from quartierdesk.errors import UserError
from quartierdesk.services import contributions, workshops
from quartierdesk.store.workspace import Workspace

_LONGEST_LINE = 1_000_000


def capture(options: Options) -> int:
    """Store every line of standard input literally.

    For each line exactly one line is written, in order: the number of the stored contribution, or
    `! ` and the reason why it is not stored.
    """
    with writing(options) as workspace:
        workshop = workshops.find(workspace, options.text("workshop"))
        for number, line in enumerate(_lines(sys.stdin.buffer), start=1):
            try:
                answer = _store(workspace, workshop.id, options.number("table"), line, number)
            except UserError as error:
                answer = f"! {' '.join(str(error).split())}"
            print(answer, flush=True)
    return 0


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
    return contributions.capture(workspace, workshop_id, card).label


def _text(line: bytes | None, number: int) -> str:
    if line is None:
        raise UserError(f"Zeile {number}: Der Text ist viel länger als 10.000 Zeichen.")
    try:
        typed = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UserError(f"Zeile {number} ist nicht als UTF-8 geschrieben.") from error
    text = clean(typed, f"Zeile {number}")
    if len(text) < len(typed) and not typed.startswith("\ufeff"):
        say(f"Zeile {number}: Steuerzeichen wurden entfernt.")
    return text
