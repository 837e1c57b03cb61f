"""Diagrams and photos, each with words for those who cannot see it."""

from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from quartierdesk.exports.pdf.blocks.block import CLOSE, Laid, Spacing, Unbroken
from quartierdesk.exports.pdf.canvas import Canvas
from quartierdesk.exports.pdf.drawing import draw
from quartierdesk.exports.pdf.photos import Photo
from quartierdesk.exports.pdf.structure import Element
from quartierdesk.exports.setting.lines import Typesetter


@dataclass(frozen=True, slots=True)
class LaidPicture(Unbroken):
    """A picture of fixed size."""

    picture: Drawing | Photo
    width: float
    height: float
    indent: float
    element: Element
    setter: Typesetter

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        x += self.indent
        self.element.box = canvas.box(x, y, self.width, self.height)
        with canvas.element(self.element):
            if isinstance(self.picture, Drawing):
                draw(canvas, self.picture, x, y, self.setter)
            else:
                canvas.photo(x, y, self.width, self.height, self.picture)


@dataclass(frozen=True, slots=True)
class Figure:
    """A diagram made for the width it gets, `indent` points from the left.

    ValueError: there are no words for those who cannot see it.
    """

    drawing: Drawing
    alt: str
    spacing: Spacing = CLOSE
    indent: float = 0.0

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("a figure without alternative text")

    def lay(self, setter: Typesetter, width: float) -> Laid:
        element = Element("Figure", alt=self.alt)
        size = (self.drawing.width, self.drawing.height)
        return LaidPicture(self.drawing, *size, self.indent, element, setter)


@dataclass(frozen=True, slots=True)
class PhotoBlock:
    """A photo, as large as it may be in points, never enlarged beyond 150 dots per inch.

    ValueError: there are no words for those who cannot see it.
    """

    photo: Photo
    alt: str
    width: float = float("inf")
    height: float = 300.0
    spacing: Spacing = CLOSE

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("a photo without alternative text")

    def lay(self, setter: Typesetter, width: float) -> Laid:
        dots = 72 / 150
        scale = min(
            dots,
            min(self.width, width) / self.photo.width,
            self.height / self.photo.height,
        )
        size = (self.photo.width * scale, self.photo.height * scale)
        return LaidPicture(self.photo, *size, 0.0, Element("Figure", alt=self.alt), setter)
