"""What tests of the page for capturing need: the page, its cards as stored, and the mouse."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from quartierdesk.app import Window
from quartierdesk.domain.contribution import Contribution
from quartierdesk.gui.pages.capture.page import CapturePage
from quartierdesk.services import contributions
from quartierdesk.services.workspaces import Workspace
from tests.gui.keyboard import press, type_text
from tests.gui.opening import settle, show_page, wait_until

R = TypeVar("R")


def capture_page(window: Window) -> CapturePage:
    """Return the page for capturing, shown and with the focus in its line."""
    show_page(window, "capture")
    page = window.main.page
    assert isinstance(page, CapturePage)
    window.main.activateWindow()
    wait_until(page.line.hasFocus, "the focus in the line")
    return page


def asked(window: Window, question: Callable[[Workspace], R]) -> R:
    """Return the answer to a question about the file."""
    found: list[R] = []
    window.ops.ask(window.main, question, found.append)
    settle(window)
    return found[0]


def stored(window: Window) -> list[Contribution]:
    """Return the cards of the workshop as they are stored."""
    workshop_id = window.desk.workshop_id
    return asked(window, lambda ws: contributions.listed(ws, workshop_id))


def last(window: Window) -> Contribution:
    """Return the card that was captured last."""
    return stored(window)[-1]


def say(window: Window, page: CapturePage, text: str) -> None:
    """Type a line and press Enter."""
    type_text(page.line, text)
    press(Qt.Key.Key_Return)
    settle(window)


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """Click where a person would, on what can be seen."""
    assert widget.isVisible()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or widget.rect().center())


def button(parent: QWidget, words: str) -> QAbstractButton:
    """Return the visible button with these words, or whose accessible name begins with them."""
    found = [
        each
        for each in parent.findChildren(QAbstractButton)
        if each.isVisible() and (each.text() == words or each.accessibleName().startswith(words))
    ]
    assert found, f"there is no button „{words}“"
    return found[0]


def choose(menu: QMenu, *words: str) -> None:
    """Follow words through a menu and its submenus."""
    for word in words:
        action = next(a for a in menu.actions() if a.text().split("\t")[0] == word)
        below = action.menu()
        if isinstance(below, QMenu):
            menu = below
        else:
            action.trigger()


def paste(text: str) -> None:
    """Put a text on the clipboard and paste it where the focus is."""
    data = QMimeData()
    data.setText(text)
    QApplication.clipboard().setMimeData(data)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def shown_texts(page: CapturePage) -> list[str]:
    """Return the texts of the cards that the stream shows."""
    cards = [page.model.card_at(row) for row in range(page.model.rowCount())]
    return [card.text_original if card else "…" for card in cards]
