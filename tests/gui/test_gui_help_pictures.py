"""The pictures in the help show the window as it is: each is taken once more and compared."""

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from quartierdesk.app import Window
from tests.gui.help_pictures import PICTURES, Picture, take

CELL = 4
"""Pixels of the side of a square that is compared as one: edges of letters may differ a little."""
CLEARLY = 40
"""Levels of grey, of 255, by which a square has to differ to be seen."""
MOST = 12
"""Squares that may differ; a word of a button has more."""

ANEW = "Bitte rufen Sie „python3 dev.py handbook --bilder“ auf und sehen Sie die Bilder an."


def squares(picture: QImage) -> Image.Image:
    """Return a picture in grey, a pixel for each square."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    lines = bytes(grey.constBits())
    size = (grey.width(), grey.height())
    image = Image.frombuffer("L", size, lines, "raw", "L", grey.bytesPerLine(), 1)
    return image.reduce(CELL)


def differing(one: QImage, other: QImage) -> int:
    """Return how many squares differ clearly; all of them if the sizes differ."""
    if one.size() != other.size():
        return one.width() * one.height() // CELL**2
    levels = ImageChops.difference(squares(one), squares(other)).histogram()
    return sum(levels[CLEARLY:])


@pytest.mark.parametrize(
    "picture", [each for each in PICTURES if not each.begins], ids=lambda each: each.name
)
def test_a_picture_of_a_page_is_current(window: Window, picture: Picture) -> None:
    assert differing(take(window, picture), QImage(str(picture.path))) <= MOST, ANEW


@pytest.mark.parametrize(
    "picture", [each for each in PICTURES if each.begins], ids=lambda each: each.name
)
def test_a_picture_of_the_beginning_is_current(empty_window: Window, picture: Picture) -> None:
    assert differing(take(empty_window, picture), QImage(str(picture.path))) <= MOST, ANEW


def test_another_word_on_a_button_would_be_noticed(qapp: object) -> None:
    stored = QImage(str(PICTURES[0].path))
    changed = stored.copy()
    painter = QPainter(changed)
    painter.fillRect(400, 300, 60, 14, QColor("white"))
    painter.drawText(400, 312, "Anderes")
    painter.end()

    assert differing(stored, stored) == 0
    assert differing(stored, changed) > MOST
    assert differing(stored, stored.scaled(QSize(10, 10))) > MOST
