"""The quick card: one page A4 to be taped to the laptop, to be read also in grey."""

from collections.abc import Sequence
from dataclasses import dataclass

from quartierdesk.exports.pdf.blocks.arrangements import Beside, Place
from quartierdesk.exports.pdf.blocks.block import Block, Spacing, Stack
from quartierdesk.exports.pdf.blocks.cells import Cell, Words
from quartierdesk.exports.pdf.blocks.table import Column, Row, Table, TableLook
from quartierdesk.exports.pdf.blocks.text import Heading, Paragraph
from quartierdesk.exports.pdf.canvas import Canvas, Paint
from quartierdesk.exports.pdf.composing import MM, Decoration, PageFacts, Part, Sheet
from quartierdesk.exports.pdf.documents.running import say
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import Span, TextStyle, bold, plain
from tools.handbook.book import Chapter
from tools.handbook.markdown import Grid, Listing, Piece, Prose, Title
from tools.handbook.typesetting import listing

_SHEET = Sheet(595.28, 841.89, 15 * MM, 15 * MM, 38.0, 42.0)
_GUTTER = 20.0
_HALF = (_SHEET.measure - _GUTTER) / 2
_TITLE = TextStyle("bold", 26, 30, "petrol", hyphenate=False)
_LEAD = TextStyle("regular", 12, 16, hyphenate=False)
_PART = TextStyle("bold", 13, 17, "petrol", hyphenate=False)
_TEXT = TextStyle("regular", 10, 13, hyphenate=False)
_STEP = TextStyle("bold", 14, 18, hyphenate=False)
_NUMBER = TextStyle("bold", 20, 24, "petrol", hyphenate=False)
_KEY = TextStyle("bold", 10, 13, hyphenate=False)
_NOTE = TextStyle("regular", 9.5, 12.5, "muted", hyphenate=False)
_STEPS = TableLook(_KEY, _TEXT, side=4, above=4.2, zebra=False)
_KEYS = TableLook(_KEY, _TEXT, side=5, above=2.6, zebra=True, quiet=True)
_STEP_WIDTHS = (34.0, 112.0, 58.0)
_KEY_WIDTH = 76.0
_BELOW = Spacing(after=4, keep=True)
_GAP = 11.0


@dataclass(frozen=True, slots=True)
class _Section:
    title: str
    pieces: Sequence[Piece]


def quick_card(text: Chapter, version: str) -> Part:
    """Return the card. ValueError: a section is missing or has not the form the card sets."""
    lead, *sections = _sections(text)
    if len(sections) != 5:
        raise ValueError("the card has five sections: steps, codes, keys, trouble, several laptops")
    steps, codes, keys, trouble, laptops = sections
    said = [piece for piece in lead.pieces if isinstance(piece, Prose)]
    blocks: list[Block] = [
        Heading(text.title, 1, _TITLE, Spacing(after=1, keep=True)),
        Paragraph(said[0].words, _LEAD, Spacing(after=12)),
        _steps(steps),
        _side_by_side(_codes(codes), _codes(keys)),
        _side_by_side(_told(trouble), _told(laptops)),
    ]
    return Part(_SHEET, blocks, _decoration(version))


def _sections(text: Chapter) -> list[_Section]:
    found: list[tuple[str, list[Piece]]] = [("", [])]
    for piece in text.pieces:
        if isinstance(piece, Title):
            found.append((plain(piece.words), []))
        else:
            found[-1][1].append(piece)
    return [_Section(title, pieces) for title, pieces in found]


def _steps(section: _Section) -> Block:
    """Return the steps: a large number, the name, its keys, what to do."""
    blocks: list[Block] = [Heading(section.title, 2, _PART, _BELOW)]
    for piece in section.pieces:
        if isinstance(piece, Grid):
            blocks.append(_step_table(piece))
        elif isinstance(piece, Prose):
            blocks.append(Paragraph(piece.words, _TEXT, Spacing(after=4)))
    return Stack(blocks, Spacing(after=_GAP))


def _step_table(grid: Grid) -> Block:
    number, name, key = _STEP_WIDTHS
    told = _SHEET.measure - sum(_STEP_WIDTHS)
    columns = [Column("Nr.", number), *_columns(grid, (name, key, told))]
    rows = []
    for at, (step, keys, what) in enumerate(grid.rows, start=1):
        cells = [
            Words(str(at), _NUMBER),
            Words(step, _STEP, above=2),
            Words(keys, _KEY, above=3.5),
            Words(what, _TEXT),
        ]
        rows.append(Row([Cell((cell,)) for cell in cells]))
    return Table(columns, rows, _STEPS, "Die sechs Schritte mit ihren Tasten")


def _columns(grid: Grid, widths: Sequence[float]) -> list[Column]:
    return [Column(plain(t), w) for t, w in zip(grid.head, widths, strict=True)]


def _codes(section: _Section) -> Block:
    """Return a table of keys or codes, each set off like a key."""
    blocks: list[Block] = [Heading(section.title, 2, _PART, _BELOW)]
    for piece in section.pieces:
        if isinstance(piece, Grid):
            blocks.append(_key_table(piece, section.title))
        elif isinstance(piece, Prose):
            blocks.append(Paragraph(piece.words, _NOTE, Spacing(before=5)))
    return Stack(blocks)


def _key_table(grid: Grid, summary: str) -> Block:
    rows = [
        Row([Words((bold(_spread(key)),), _KEY), Words(told, _TEXT)]) for key, told in grid.rows
    ]
    return Table(_columns(grid, (_KEY_WIDTH, _HALF - _KEY_WIDTH)), rows, _KEYS, summary)


def _spread(words: Sequence[Span]) -> str:
    """Return codes with room between them, so that each is seen to be one."""
    return plain(words).replace(" ", "\xa0\xa0\xa0") if len(words) > 1 else plain(words)


def _told(section: _Section) -> Block:
    blocks: list[Block] = [Heading(section.title, 2, _PART, _BELOW)]
    for piece in section.pieces:
        if isinstance(piece, Listing):
            blocks.append(listing(piece, _TEXT, gap=4.0))
        elif isinstance(piece, Prose):
            blocks.append(Paragraph(piece.words, _NOTE, Spacing(before=6)))
    return Stack(blocks)


def _side_by_side(left: Block, right: Block) -> Block:
    places = (Place(0.0, _HALF, left), Place(_HALF + _GUTTER, _HALF, right))
    return Beside(places, Spacing(after=_GAP))


def _decoration(version: str) -> Decoration:
    def draw(canvas: Canvas, setter: Typesetter, page: PageFacts) -> None:
        sheet = page.sheet
        base, right = sheet.height - 26, sheet.width - sheet.right
        canvas.rectangle(sheet.left, 26.0, 60.0, 4.0, Paint(fill=page.inks.petrol))
        hair = Paint(stroke=page.inks.hair, width=0.5)
        canvas.line((sheet.left, base - 12), (right, base - 12), hair)
        say(canvas, setter, (sheet.left, base), f"QuartierDesk {version} · Kurzkarte", _NOTE)
        words = "Ohne Internet · alles auf diesem Laptop"
        say(canvas, setter, (right, base), words, _NOTE.but(align="right"))

    return draw
