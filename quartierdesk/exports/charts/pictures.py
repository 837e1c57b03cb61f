"""Drawings for the screen and for other programs."""

import io
import re
from dataclasses import fields
from datetime import UTC, datetime

import pypdfium2
from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics

from quartierdesk.exports.inks import COLOUR, Inks
from quartierdesk.exports.pdf.canvas import Canvas
from quartierdesk.exports.pdf.drawing import draw
from quartierdesk.exports.pdf.metadata import About
from quartierdesk.exports.pdf.structure import Element
from quartierdesk.exports.setting.fonts import FACES, base_font, name_of
from quartierdesk.exports.setting.lines import Typesetter

_FAMILY = "Noto Sans"
_LOOKS = {
    "regular": "",
    "bold": " font-weight: bold;",
    "italic": " font-style: italic;",
    "bold_italic": " font-weight: bold; font-style: italic;",
}
_PLACEHOLDERS = re.compile(r"<(title|desc)>[^<]*</\1>\s*")
_CLIP = re.compile(r'<clipPath.*?</clipPath>\s*| style="clip-path: url\(#clip\)"', re.DOTALL)
"""Nothing is outside the drawing; some viewers paint the path instead of cutting along it."""


def to_svg(drawing: Drawing, colours: Inks = COLOUR) -> str:
    """Return the drawing as SVG on the ground of its colours, in the fonts of the window."""
    for face in FACES:
        pdfmetrics.registerFont(base_font(face).embedded)
    shown = Drawing(drawing.width, drawing.height)
    ground = Rect(0, 0, drawing.width, drawing.height)
    ground.fillColor, ground.strokeColor = HexColor(colours.white), None
    for shape in (ground, *drawing.contents):
        shown.add(shape)
    svg: str = renderSVG.drawToString(shown)
    for face in FACES:
        alias = re.escape(name_of(face))
        svg = re.sub(rf"font-family: '?{alias}'?;", f"font-family: {_FAMILY};{_LOOKS[face]}", svg)
    for field in fields(colours):
        exact = getattr(colours, field.name)
        if isinstance(exact, str):
            svg = svg.replace(_rounded(exact), exact)
    return _CLIP.sub("", _PLACEHOLDERS.sub("", svg))


def _rounded(colour: str) -> str:
    """Return a colour as ReportLab writes it: in whole percent, which is not quite the same."""
    red, green, blue = HexColor(colour).rgb()
    return f"rgb({int(red * 100)}%,{int(green * 100)}%,{int(blue * 100)}%)"


def to_png(drawing: Drawing, scale: float = 2.0) -> bytes:
    """Return the drawing as PNG with `scale` pixels for each point."""
    canvas = Canvas(About("Diagramm", "", datetime.now(UTC)))
    canvas.begin_page(drawing.width, drawing.height)
    with canvas.element(Element("Figure", alt="Diagramm")):
        draw(canvas, drawing, 0, 0, Typesetter(COLOUR))
    canvas.end_page()
    file, picture = io.BytesIO(), io.BytesIO()
    canvas.save(file)
    with pypdfium2.PdfDocument(file.getvalue()) as document:
        document[0].render(scale=scale).to_pil().save(picture, "PNG")
    return picture.getvalue()
