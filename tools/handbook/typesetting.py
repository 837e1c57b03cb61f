"""What Markdown says as blocks of a page, in the looks of the protocol."""

import math
from collections.abc import Iterable, Sequence
from pathlib import Path

from quartierdesk.exports.charts.board import Board
from quartierdesk.exports.inks import COLOUR
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks.arrangements import Framed, Item, ListBlock, notice
from quartierdesk.exports.pdf.blocks.block import CLOSE, Block, Spacing
from quartierdesk.exports.pdf.blocks.pictures import PhotoBlock
from quartierdesk.exports.pdf.blocks.table import Column, Row, Table
from quartierdesk.exports.pdf.blocks.text import Paragraph
from quartierdesk.exports.pdf.measures import TEXT
from quartierdesk.exports.pdf.photos import printable
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import TextStyle, plain
from tools.handbook.markdown import Aside, Grid, Listing, Piece, Prose, Shot, Words

AFTER = Spacing(after=7.0)
AROUND = Spacing(before=12.0, after=12.0)
_LOOK = type_scale.TEXT_TABLE
_NARROWEST = 52.0
_SHORT = 4.5
_MARK = (4.0, 5.0)
"""Side of the small square before an item, and how far below the top of its line it stands."""


def blocks(pieces: Iterable[Piece], folder: Path, width: float = TEXT) -> list[Block]:
    """Return pieces other than headings one below the other; pictures lie in `folder`."""
    return [_block(piece, folder, width) for piece in pieces]


def _block(piece: Piece, folder: Path, width: float) -> Block:
    match piece:
        case Prose():
            return Paragraph(piece.words, type_scale.BODY, AFTER)
        case Listing():
            return listing(piece, type_scale.BODY, AFTER)
        case Grid():
            return table(piece, width)
        case Shot():
            return picture(piece, folder)
        case Aside():
            return notice(Paragraph(piece.words, type_scale.BODY), AROUND)
    raise ValueError(f"a heading stands where none is meant: {plain(piece.words)}")


def listing(piece: Listing, style: TextStyle, spacing: Spacing = CLOSE, gap: float = 3.0) -> Block:
    """Return a list, with numbers or small squares."""
    if piece.numbered:
        items = [Item(words, f"{at}.") for at, words in enumerate(piece.items, start=1)]
        label = style.but(face="bold", role="petrol")
        return ListBlock(items, style, spacing, "Decimal", 18.0, gap, label)
    side, drop = _MARK
    board = Board(side, side + drop, COLOUR)
    board.rectangle((0, drop), side, side, COLOUR.petrol)
    return ListBlock([Item(w, board.drawing) for w in piece.items], style, spacing, gap=gap)


def table(piece: Grid, width: float, spacing: Spacing = AROUND) -> Block:
    """Return a table; its columns share the width by what is in them."""
    titles = [plain(words) for words in piece.head]
    widths = shares([piece.head, *piece.rows], width)
    columns = [Column(t, w) for t, w in zip(titles, widths, strict=True)]
    rows = [Row(list(cells)) for cells in piece.rows]
    summary = f"Tabelle mit den Spalten {', '.join(titles)}"
    return Table(columns, rows, _LOOK, summary, spacing)


def shares(rows: Sequence[Sequence[Words]], width: float) -> list[float]:
    """Return the widths of columns: a short one gets what it needs, long ones share the rest.

    They share it by the square root of their longest text, so that none is starved.
    """
    setter = Typesetter(COLOUR)
    wanted = [
        max(setter.width(plain(words), type_scale.CELL_BOLD) for words in column) + 2 * _LOOK.side
        for column in zip(*rows, strict=True)
    ]
    short = [max(each, _NARROWEST) if each <= width / _SHORT else 0.0 for each in wanted]
    weights = [0.0 if least else math.sqrt(each) for each, least in zip(wanted, short, strict=True)]
    left = (width - sum(short)) / (sum(weights) or 1.0)
    return [least or weight * left for least, weight in zip(short, weights, strict=True)]


def picture(piece: Shot, folder: Path) -> Block:
    """Return a picture of the window in a thin frame."""
    photo = printable((folder / piece.file).read_bytes())
    shown = PhotoBlock(photo, piece.alt)
    return Framed(
        shown, AROUND, outline="hair", line=0.6, left=0.3, right=0.3, above=0.3, below=0.3
    )
