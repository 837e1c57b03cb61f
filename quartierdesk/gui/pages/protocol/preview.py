"""The preview: pages of the PDF below each other, drawn when they come into view."""

from collections import OrderedDict
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from quartierdesk.gui import pdf
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.theme.colours import PAPER
from quartierdesk.gui.theme.sizes import FOCUS, GRID

_GAP = 3 * GRID
_SMALLEST, _LARGEST, _STEP = 30, 300, 1.25
_KEPT = 24
_SCREEN_DOTS = 96
_POINTS = 72


class Preview(QAbstractScrollArea):
    """Shows a PDF; `page_changed` tells the page (from 0) in view and how many there are."""

    page_changed = Signal(int, int)
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._data = b""
        self._sheets: tuple[pdf.Sheet, ...] = ()
        self._places: tuple[QRect, ...] = ()
        self._images: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._asked: set[tuple[int, int]] = set()
        self._percent = 0
        self._page = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    def use(self, desk: Desk) -> None:
        """Draw with the operations and colours of a desk."""
        self._desk = desk

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sheets)

    @property
    def percent(self) -> int:
        """How large the pages are shown; the page's width fills the view while nobody chose."""
        return self._percent or self._fitting()

    def show_pdf(self, data: bytes, outline: pdf.Outline) -> None:
        """Show another PDF; the place in view stays."""
        self._data, self._sheets = data, outline.sheets
        self._images.clear()
        self._asked.clear()
        self._page = -1
        self._measure()
        self._scrolled()

    def zoom(self, by: int) -> None:
        """Show larger (1) or smaller (-1)."""
        wanted = self.percent * _STEP if by > 0 else self.percent / _STEP
        bar, before = self.verticalScrollBar(), max(1, self.verticalScrollBar().maximum())
        share = bar.value() / before
        self._percent = max(_SMALLEST, min(_LARGEST, round(wanted)))
        self._measure()
        bar.setValue(round(share * bar.maximum()))
        self.zoomed.emit(self.percent)

    def go_to_page(self, page: int) -> None:
        """Bring the top of a page into view."""
        if 0 <= page < self.pages:
            self.verticalScrollBar().setValue(self._place(page).top() - GRID)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages with Page Up and Page Down, zoom with + and −."""
        key = event.key()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.go_to_page(self._page + (1 if key == Qt.Key.Key_PageDown else -1))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.zoom(1 if key == Qt.Key.Key_Plus else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to_page(0 if key == Qt.Key.Key_Home else self.pages - 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._measure()
        self.zoomed.emit(self.percent)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in another theme."""
        super().changeEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in view; one that is not ready yet is white paper."""
        if self._desk is None:
            return
        theme = self._desk.look.theme
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.wall)
        shift = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for page in self._in_view():
            place = self._place(page).translated(-shift)
            image = self._image(page, place.size())
            if image is None:
                painter.fillRect(place, PAPER)
            else:
                painter.drawImage(place, image)
            painter.setPen(theme.line)
            painter.drawRect(place.adjusted(0, 0, -1, -1))
        if self.hasFocus():
            pen = painter.pen()
            pen.setColor(theme.accent)
            pen.setWidth(FOCUS)
            painter.setPen(pen)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -2, -2))

    def _image(self, page: int, size: QSize) -> QImage | None:
        """Return the picture of a page, a coarser one meanwhile; ask for what is missing."""
        width = round(size.width() * self.devicePixelRatioF())
        ready = self._images.get((page, width))
        if ready is None:
            self._ask(page, width)
            return next((i for (p, _), i in self._images.items() if p == page), None)
        self._images.move_to_end((page, width))
        return ready

    def _ask(self, page: int, width: int) -> None:
        key, data = (page, width), self._data
        if key in self._asked or self._desk is None:
            return
        self._asked.add(key)

        def show(image: QImage) -> None:
            if data is not self._data:
                return
            self._images[key] = image
            while len(self._images) > _KEPT:
                self._asked.discard(self._images.popitem(last=False)[0])
            self.viewport().update()

        self._desk.ops.draw(self, lambda _: pdf.page_image(data, page, width), show)

    def _in_view(self) -> list[int]:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        places = enumerate(self._places)
        return [page for page, at in places if at.bottom() >= top and at.top() <= bottom]

    def _place(self, page: int) -> QRect:
        """Return where a page lies on the long strip of all pages."""
        return self._places[page]

    def _lay_out(self) -> Iterator[QRect]:
        """Yield where the pages lie, one below the other."""
        y, percent, room = _GAP, self.percent, self.viewport().width()
        for sheet in self._sheets:
            size = QSize(_pixels(sheet.width, percent), _pixels(sheet.height, percent))
            yield QRect(QPoint(max(_GAP, (room - size.width()) // 2), y), size)
            y += size.height() + _GAP

    def _fitting(self) -> int:
        if not self._sheets:
            return 100
        widest = max(sheet.width for sheet in self._sheets) * _SCREEN_DOTS / _POINTS
        room = self.viewport().width() - 2 * _GAP
        return max(_SMALLEST, min(100, int(room / widest * 100)))

    def _measure(self) -> None:
        view = self.viewport().size()
        self._places = tuple(self._lay_out())
        if not self._places:
            return
        last = self._places[-1]
        wide = max(place.width() for place in self._places) + 2 * _GAP
        for bar, whole, part in (
            (self.verticalScrollBar(), last.bottom() + _GAP, view.height()),
            (self.horizontalScrollBar(), wide, view.width()),
        ):
            bar.setRange(0, max(0, whole - part))
            bar.setPageStep(part)
            bar.setSingleStep(_GAP)
        self.viewport().update()

    def _scrolled(self) -> None:
        self.viewport().update()
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        found = [page for page, place in enumerate(self._places) if place.top() <= middle]
        page = found[-1] if found else 0
        if page != self._page and self.pages:
            self._page = page
            self.page_changed.emit(page, self.pages)


def _pixels(points: float, percent: int) -> int:
    return round(points * _SCREEN_DOTS / _POINTS * percent / 100)
