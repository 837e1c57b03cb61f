"""The handbook: a front page, the table of contents, chapter after chapter."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks.block import Block, Spacing, Target
from quartierdesk.exports.pdf.blocks.contents import Contents
from quartierdesk.exports.pdf.blocks.text import Heading, Paragraph
from quartierdesk.exports.pdf.canvas import Canvas, Paint
from quartierdesk.exports.pdf.composing import A4, Decoration, PageFacts, Part, Sheet
from quartierdesk.exports.pdf.documents.grid import (
    INSET,
    Placed,
    Spot,
    in_text_column,
    labelled,
    on_base_line,
)
from quartierdesk.exports.pdf.documents.running import say
from quartierdesk.exports.pdf.measures import TEXT, WIDTH
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import TextStyle, plain
from tools.handbook.markdown import Grid, Piece, Prose, Shot, Title, Words, read
from tools.handbook.typesetting import blocks, picture, table

_COVER = Sheet(A4.width, A4.height, A4.left, A4.right, 0.0, A4.bottom)
_KIND = TextStyle("regular", 14, 20, "muted", hyphenate=False)
_NAME = TextStyle("bold", 36, 44, "petrol", hyphenate=False)
_PROMISE = TextStyle("regular", 14, 21, hyphenate=False)
_FIRST_LEVEL = type_scale.BODY.but(face="bold", leading=18)
_NEXT = Spacing(before=42, after=8, keep=True)
_NEW_SECTION = Spacing(before=16, after=16)
_FEW = 2
"""Columns of a table that stands in the text column."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A text of the help: `key` is the name of its file."""

    key: str
    title: Words
    pieces: Sequence[Piece]


def chapter(path: Path) -> Chapter:
    """Read a text of the help. Raises ValueError if it does not begin with its heading."""
    first, *pieces = read(path.read_text("utf-8"))
    if not isinstance(first, Title) or first.level != 1:
        raise ValueError(f"{path.name} does not begin with a heading of the first level")
    return Chapter(path.stem, first.words, pieces)


def handbook(folder: Path, front: Chapter, chapters: Sequence[Chapter], version: str) -> list[Part]:
    """Return the pages of the handbook from its texts; pictures lie in `folder`."""
    foot = f"QuartierDesk {version} · Handbuch"
    running = _decoration(foot)
    pages: list[Block] = []
    for number, each in enumerate(chapters, start=1):
        pages += _chapter(each, number, folder)
    return [_cover(front, folder, version), Part(A4, _contents, running), Part(A4, pages, running)]


def _cover(front: Chapter, folder: Path, version: str) -> Part:
    said = [piece for piece in front.pieces if isinstance(piece, Prose)]
    shots = [piece for piece in front.pieces if isinstance(piece, Shot)]
    spots = [
        Spot(0.0, on_base_line(66, type_scale.H3), WIDTH, Paragraph("QuartierDesk", type_scale.H3)),
        Spot(0.0, 168.0, WIDTH, Paragraph(f"Fassung {version}", _KIND)),
        Spot(0.0, 196.0, WIDTH, Heading(front.title, 1, _NAME, key="cover")),
        Spot(0.0, 250.0, TEXT + 60, Paragraph(said[0].words, _PROMISE)),
        Spot(0.0, 380.0, WIDTH, picture(shots[0], folder)),
        Spot(0.0, 700.0, TEXT, Paragraph(said[1].words, type_scale.SMALL)),
    ]
    return Part(_COVER, [Placed(spots, _COVER.room)], _bar)


def _bar(canvas: Canvas, setter: Typesetter, page: PageFacts) -> None:
    canvas.rectangle(page.sheet.left, 152.0, 60.0, 4.0, Paint(fill=page.inks.petrol))


def _contents(targets: Sequence[Target]) -> Sequence[Block]:
    listed = [target for target in targets if target.key != "cover"]
    title = Heading("Inhalt", 1, type_scale.H1, Spacing(after=14, keep=True), running="Inhalt")
    return [title, Contents(listed, (_FIRST_LEVEL, type_scale.BODY))]


def _chapter(each: Chapter, number: int, folder: Path) -> list[Block]:
    heading = Heading(
        each.title,
        1,
        type_scale.H1,
        _NEXT,
        key=each.key,
        number=str(number),
        number_style=type_scale.H1_NUMBER,
        indent=INSET,
        running=plain(each.title),
    )
    sections = [_section(label, pieces, folder) for label, pieces in _sections(each.pieces)]
    return [heading, *(block for section in sections for block in section)]


def _section(label: str, pieces: Sequence[Piece], folder: Path) -> list[Block]:
    """Return what stands below a heading, which stands beside the text that follows it.

    Above a picture or a wide table it stands alone.
    """
    shown = _by_width(pieces)
    found: list[Block] = []
    if label and shown and not isinstance(shown[0], list):
        found.append(Heading(label, 2, type_scale.H2, Spacing(before=16, after=4, keep=True)))
        label = ""
    for at, one in enumerate(shown):
        if isinstance(one, Shot):
            found.append(picture(one, folder))
        elif isinstance(one, Grid):
            found.append(table(one, WIDTH))
        else:
            keep = at + 1 < len(shown)
            found.append(_text("" if at else label, blocks(one, folder), keep=keep))
    return found


def _text(label: str, shown: Sequence[Block], *, keep: bool) -> Block:
    """Return text in its column; with `keep` on the same page as the picture that follows."""
    if label:
        return labelled(label, shown, _NEW_SECTION)
    return in_text_column(shown, Spacing(after=10, keep=keep))


def _sections(pieces: Sequence[Piece]) -> list[tuple[str, list[Piece]]]:
    """Return what stands below each heading, first what stands below none."""
    sections: list[tuple[str, list[Piece]]] = [("", [])]
    for piece in pieces:
        if isinstance(piece, Title):
            sections.append((plain(piece.words), []))
        else:
            sections[-1][1].append(piece)
    return sections


def _by_width(pieces: Sequence[Piece]) -> list[Shot | Grid | list[Piece]]:
    """Return pictures and tables of many columns, which take the whole width, and text between."""
    found: list[Shot | Grid | list[Piece]] = []
    for piece in pieces:
        if isinstance(piece, Shot) or (isinstance(piece, Grid) and len(piece.head) > _FEW):
            found.append(piece)
        elif found and isinstance(found[-1], list):
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def _decoration(foot: str) -> Decoration:
    def draw(canvas: Canvas, setter: Typesetter, page: PageFacts) -> None:
        sheet, small = page.sheet, type_scale.SMALL
        left, right = sheet.left, sheet.width - sheet.right
        hair = Paint(stroke=page.inks.hair, width=0.5)
        section = small.but(face="bold", role="petrol", align="right")
        say(canvas, setter, (left, 40), "Handbuch", small)
        say(canvas, setter, (right, 40), page.running, section)
        base = sheet.height - 34
        for y in (47.0, base - 12):
            canvas.line((left, y), (right, y), hair)
        say(canvas, setter, (left, base), foot, small)
        number = f"Seite {page.number} von {page.total}"
        say(canvas, setter, (right, base), number, section.but(role="ink"))

    return draw
