"""F1 on every page: a text of its own with pictures, the handbook and the quick card beside it."""

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication

from quartierdesk.app import Window
from quartierdesk.gui import pages
from quartierdesk.gui.dialogs.help import (
    HelpDialog,
    card_file,
    handbook_file,
    open_handbook,
    print_card,
    text_for,
    topics,
)
from tests.gui.keyboard import press
from tests.gui.opening import settle, show_page, wait_until

_IMAGE = QTextDocument.ResourceType.ImageResource.value
_OBJECT = "\ufffc"
"""What stands for a picture in the plain text."""


class Viewer(QObject):
    """Stands in for the program that shows PDF files."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @Slot(QUrl)
    def show_file(self, url: QUrl) -> None:
        self.shown.append(url.toLocalFile())


def _shown() -> HelpDialog:
    [dialog] = [w for w in QApplication.topLevelWidgets() if isinstance(w, HelpDialog)]
    return dialog


def test_every_page_has_a_help_text_of_its_own() -> None:
    assert set(pages.entries()) <= {topic.key for topic in topics()}


@pytest.mark.parametrize("key", ["capture", "sort", "weigh"])
def test_f1_shows_the_help_of_the_page(window: Window, key: str) -> None:
    show_page(window, key)

    press(Qt.Key.Key_F1)
    settle(window)

    dialog = _shown()
    words = dialog.text.toPlainText()
    assert text_for(key).startswith(f"# {dialog.heading.text()}\n")
    assert dialog.heading.text() not in words.splitlines()
    assert words.count(_OBJECT) == 1
    picture = dialog.text.document().resource(_IMAGE, QUrl(f"pictures/{key}.png"))
    assert 300 < picture.width() <= dialog.text.viewport().width()
    dialog.show_page("packages")
    assert dialog.heading.text() == "Mehrere Laptops"
    dialog.close_button.click()
    settle(window)


def test_every_topic_can_be_read(window: Window) -> None:
    dialog = HelpDialog(window.desk, "start", window.main)
    dialog.open()

    for place, topic in enumerate(topics()):
        dialog.topics.setCurrentRow(place)
        assert dialog.heading.text() == topic.title
        assert dialog.text.toPlainText().strip()

    titles = [topic.title for topic in topics()]
    assert {"Änderungen", "Barrierefreiheit", "Datenschutz"} <= set(titles)
    dialog.accept()


def test_the_handbook_opens_in_the_program_for_pdf(window: Window) -> None:
    viewer = Viewer()
    QDesktopServices.setUrlHandler("file", viewer, "show_file")  # type: ignore[arg-type]
    try:
        open_handbook(window.desk)
    finally:
        QDesktopServices.unsetUrlHandler("file")

    assert viewer.shown == [str(handbook_file())]


def test_the_quick_card_goes_to_the_printer_of_the_system(window: Window) -> None:
    print_card(window.desk, window.main)

    def asked() -> list[QPrintDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, QPrintDialog)]

    wait_until(lambda: bool(asked()), "the dialog for printing")
    [dialog] = asked()
    assert dialog.windowTitle() == "Kurzkarte drucken"
    assert card_file().read_bytes().startswith(b"%PDF")
    dialog.reject()
    settle(window)
