"""Figures of the protocol as blocks: title and unit above, the drawing with words for all."""

from quartierdesk.domain.protocol import Figure
from quartierdesk.exports.charts.figures import draw_figure
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks.block import Block, Spacing
from quartierdesk.exports.pdf.blocks.pictures import Figure as Picture
from quartierdesk.exports.pdf.blocks.text import Heading, Paragraph
from quartierdesk.exports.pdf.documents.press import Press

BELOW_FIGURE = Spacing(before=4, after=10, keep=True)


def titled(press: Press, figure: Figure, width: float, level: int = 2) -> list[Block]:
    """Return a figure below its title and unit; it stays with what follows, its table."""
    blocks: list[Block] = [
        Heading(figure.title, level, type_scale.H3, Spacing(before=14, keep=True))
    ]
    if figure.unit and figure.kind != "effort_benefit":
        blocks.append(Paragraph(figure.unit, type_scale.SMALL, Spacing(after=3, keep=True)))
    return [*blocks, untitled(press, figure, width)]


def untitled(press: Press, figure: Figure, width: float) -> Picture:
    """Return a figure alone."""
    drawing = draw_figure(figure, width, press.inks)
    return Picture(drawing, figure.alt_text, BELOW_FIGURE)
