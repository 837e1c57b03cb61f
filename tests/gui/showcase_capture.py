"""The dialogs of the page for capturing, each opened on the sample workshop."""

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QDialog

from quartierdesk.app import Window
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.pages.capture.contribution_dialog import ContributionDialog
from quartierdesk.gui.pages.capture.lines_dialog import PasteLinesDialog
from quartierdesk.gui.pages.capture.page import CapturePage
from quartierdesk.gui.pages.capture.photo_dialog import PhotoDialog
from tests.gui.opening import settle, show_page
from tests.gui.showcase import Case

_LINES = [
    "Am Rathaus fehlt eine Bank.",
    "Der Bus fährt abends zu selten.",
    "! Der Gehweg ist zu schmal #wohnen",
]


def _page(window: Window) -> CapturePage:
    show_page(window, "capture")
    page = window.main.page
    assert isinstance(page, CapturePage)
    return page


def _last(window: Window, kind: type[Dialog]) -> QDialog:
    settle(window)
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found[-1]


def _contribution(window: Window) -> QDialog:
    page = _page(window)
    page.stream.select_place(page.model.places_at([page.model.rowCount() - 1])[0])
    page.cards.open_current()
    return _last(window, ContributionDialog)


def _lines(window: Window) -> QDialog:
    page = _page(window)
    page.line.many_pasted.emit(_LINES)
    return _last(window, PasteLinesDialog)


def _photo(window: Window) -> QDialog:
    page = _page(window)
    picture = QImage(900, 600, QImage.Format.Format_RGB32)
    picture.fill(QColor("steelblue"))
    page.line.pictures_given.emit([picture])
    return _last(window, PhotoDialog)


DIALOGS = [
    Case("contribution", ContributionDialog, _contribution),
    Case("paste_lines", PasteLinesDialog, _lines),
    Case("photo", PhotoDialog, _photo),
]
