"""The size of the window belongs to the person in front of it, whatever is shown in it."""

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QApplication

from quartierdesk.app import Window
from quartierdesk.gui import pages
from quartierdesk.gui.widgets.page_stack import PageRoom
from tests.gui.opening import settle, show_page

USUAL, NARROW = QSize(1366, 740), QSize(1100, 560)
"""The smallest screen we promise without its bars; a window that somebody made smaller."""

TEXTS = (100, 125, 150, 175, 200)


class Sizes(QObject):
    """Notes every size a window takes on."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.main)
        self.seen: list[tuple[int, int]] = []
        window.main.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - of Qt
        if event.type() == QEvent.Type.Resize:
            self.seen.append(event.size().toTuple())  # type: ignore[attr-defined]
        return False


def rest(window: Window) -> None:
    """Wait for answers, and let every layout have its turns."""
    settle(window)
    for _ in range(5):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


@pytest.mark.parametrize("size", [USUAL, NARROW], ids=["usual", "narrow"])
@pytest.mark.parametrize("key", sorted(pages.entries()))
def test_the_window_keeps_its_size_with_every_text_theme_and_language(
    window: Window, key: str, size: QSize
) -> None:
    show_page(window, key)
    window.main.resize(size)
    rest(window)
    sizes = Sizes(window)
    for text in TEXTS:
        window.desk.change_settings(text_size=text)
        rest(window)
        assert window.main.minimumSizeHint().boundedTo(NARROW) == window.main.minimumSizeHint()
        window.desk.change_settings(text_size=100)
        rest(window)
    window.desk.change_settings(text_size=200)
    window.desk.change_settings(theme="dark")
    window.desk.change_settings(language="en", text_size=125)
    rest(window)

    assert sizes.seen == []
    assert window.main.size() == size


@pytest.mark.parametrize("text", TEXTS)
def test_no_page_has_to_be_scrolled_sideways_on_the_smallest_screen(
    window: Window, text: int
) -> None:
    window.main.resize(USUAL)
    window.desk.change_settings(text_size=text)
    room = window.main.findChild(PageRoom)
    assert isinstance(room, PageRoom)
    for key in sorted(pages.entries()):
        show_page(window, key)
        rest(window)
        assert not room.horizontalScrollBar().isVisible(), key
        assert room.viewport().width() >= room.stack.width(), key


def test_a_page_that_needs_more_than_the_window_has_can_be_scrolled(window: Window) -> None:
    window.desk.change_settings(text_size=200)
    show_page(window, "agree")
    window.main.resize(NARROW)
    rest(window)
    room = window.main.findChild(PageRoom)
    assert isinstance(room, PageRoom)
    page = window.main.page
    assert page is not None

    assert room.stack.height() >= page.minimumSizeHint().height()
    assert room.verticalScrollBar().isVisible()
    assert room.verticalScrollBar().maximum() == room.stack.height() - room.viewport().height()


def test_the_words_of_the_rail_give_way_to_the_page_and_come_back(window: Window) -> None:
    show_page(window, "capture")
    window.main.resize(USUAL)
    rest(window)
    wide = window.main.rail.slim
    window.main.resize(NARROW)
    rest(window)
    narrow = window.main.rail.slim
    window.main.resize(USUAL)
    rest(window)

    assert (wide, narrow, window.main.rail.slim) == (False, True, False)
