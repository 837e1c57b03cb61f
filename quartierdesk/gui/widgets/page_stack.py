"""Widgets in one place, of which one is shown: only that one claims room."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from quartierdesk.gui.first_picture import NO_FOCUS


class PageStack(QStackedWidget):
    """Qt's own stack is as wide as its widest page, so that a hidden one could widen the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """Return the room the page that is shown needs."""
        shown = self.currentWidget()
        return super().minimumSizeHint() if shown is None else shown.minimumSizeHint()


class PageRoom(QScrollArea):
    """The place of the pages in the window: a page that needs more than there is can be scrolled.

    So no page makes the window larger, whose size belongs to the person in front of it. A page
    gets all there is, and never less than it needs. (`widgetResizable` would give it the height it
    likes best for its width, and scroll where its own lists could scroll.) `cramped` tells that
    the page is wider than its place.
    """

    cramped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.stack = PageStack()
        self.setWidget(self.stack)
        self.setProperty("focusPolicy", NO_FOCUS)

    def event(self, event: QEvent) -> bool:
        """Take on what a page needs now."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room there is to the page."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        least, room = self.stack.minimumSizeHint(), self.maximumViewportSize()
        across = self.horizontalScrollBar().sizeHint().height()
        along = self.verticalScrollBar().sizeHint().width()
        if least.width() > room.width():
            self.cramped.emit()
            room.setHeight(room.height() - across)
        if least.height() > room.height():
            room.setWidth(room.width() - along)
            if room.width() < least.width() <= room.width() + along:
                room.setHeight(room.height() - across)
        self.stack.resize(room.expandedTo(least))
