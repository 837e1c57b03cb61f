"""The protocol as a PDF file: PDF/UA-1 and PDF/A-2a in one."""

from collections.abc import Sequence
from datetime import datetime
from typing import IO

from quartierdesk.domain.protocol import Protocol
from quartierdesk.exports.inks import inks
from quartierdesk.exports.pdf.blocks.block import Block, Spacing, Target
from quartierdesk.exports.pdf.blocks.contents import Contents
from quartierdesk.exports.pdf.blocks.text import Heading
from quartierdesk.exports.pdf.chapters import Chapter, Context, PhotoBytes
from quartierdesk.exports.pdf.composing import A4, UNWATCHED, Part, Result, Watch, compose
from quartierdesk.exports.pdf.metadata import About
from quartierdesk.exports.pdf.plain_sections import section_chapters
from quartierdesk.exports.pdf.running import head_and_foot
from quartierdesk.exports.pdf.type_scale import CELL, CELL_BOLD, H1

_WITHOUT_NUMBER = frozenset({"overview"})
_FROM_PAGES = 4  # sections: from so many on there is a table of contents


def write_pdf(
    protocol: Protocol,
    stream: IO[bytes],
    *,
    photo_bytes: PhotoBytes = lambda _: None,
    black: bool = False,
    moment: datetime | None = None,
    watch: Watch = UNWATCHED,
) -> Result:
    """Write the protocol to `stream`, in its edition and length.

    `black` is for copiers and fax machines. `moment` is when the file was made, with a zone; now
    if it is not given. Raises `CancelledError` when `watch` says so.
    """
    context = Context(protocol, inks(black), photo_bytes)
    made = moment or datetime.now().astimezone()
    return compose(_parts(context), _about(protocol, made), stream, context.inks, watch)


def _about(protocol: Protocol, moment: datetime) -> About:
    return About(
        title=protocol.title or "Protokoll",
        author=protocol.municipality,
        moment=moment,
        subject="Protokoll",
        language=protocol.language,
    )


def _parts(context: Context) -> list[Part]:
    chapters: list[Chapter] = []
    number = 0
    for section in context.protocol.sections:
        numbered = section.key not in _WITHOUT_NUMBER
        number += numbered
        chapters += section_chapters(section, context, str(number) if numbered else "")
    decoration = head_and_foot(context.protocol)
    parts = [Part(sheet_of[0].sheet, _blocks(sheet_of), decoration) for sheet_of in _runs(chapters)]
    if len(context.protocol.sections) >= _FROM_PAGES:
        parts.insert(0, Part(A4, _contents, decoration))
    return parts or [Part(A4, [Heading(context.protocol.title or "Protokoll", 1, H1)], decoration)]


def _runs(chapters: Sequence[Chapter]) -> list[list[Chapter]]:
    """Return the chapters that follow each other on the same pages."""
    runs: list[list[Chapter]] = []
    for chapter in chapters:
        if runs and not chapter.fresh and runs[-1][-1].sheet == chapter.sheet:
            runs[-1].append(chapter)
        else:
            runs.append([chapter])
    return runs


def _blocks(chapters: Sequence[Chapter]) -> list[Block]:
    return [block for chapter in chapters for block in chapter.blocks]


def _contents(targets: Sequence[Target]) -> Sequence[Block]:
    top = [target for target in targets if target.level == 1]
    return [
        Heading("Inhalt", 1, H1, Spacing(after=10, keep=True), running="Inhalt"),
        Contents(top, (CELL_BOLD, CELL)),
    ]
