"""Help for a page: the text of the handbook about it, to be read beside the work."""

import re
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QImage,
    QShowEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QWidget,
)

from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.paths import change_log, resources

START, CHANGES = "start", "changes"
_CHAPTER = re.compile(r"^\d+\. \[[^\]]+\]\((\w+)\.md\)$", re.MULTILINE)
_PICTURE = re.compile(r"!\[[^\]]*\]\((pictures/\w+\.png)\)")


class Topic(NamedTuple):
    """Something there is help about."""

    key: str
    title: str


def handbook_file() -> Path:
    """Return the handbook as PDF."""
    return _folder() / "Handbuch.pdf"


def card_file() -> Path:
    """Return the quick card as PDF."""
    return _folder() / "Kurzkarte.pdf"


def text_for(key: str) -> str:
    """Return the help for a page as Markdown; that of the beginning where a page has none."""
    if key == CHANGES:
        return change_log().read_text("utf-8")
    wanted = _folder() / f"{key}.md"
    return (wanted if wanted.is_file() else _folder() / f"{START}.md").read_text("utf-8")


def topics() -> list[Topic]:
    """Return what there is help about, in the order of the handbook, then what has changed."""
    chapters = _CHAPTER.findall((_folder() / "handbook.md").read_text("utf-8"))
    return [Topic(key, _title(text_for(key))) for key in [*chapters, CHANGES]]


def open_handbook(desk: Desk) -> None:
    """Open the handbook in the program of this laptop for PDF files."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(handbook_file()))):
        words = QCoreApplication.translate("Help", "No program for PDF was found. It lies here: {}")
        desk.tell(words.format(handbook_file()))


def print_card(desk: Desk, window: QWidget) -> None:
    """Ask the system's dialog how to print the quick card."""
    from quartierdesk.gui import pdf
    from quartierdesk.gui.pages.protocol.printing import Printing

    data = card_file().read_bytes()
    printing = Printing(desk, window)
    title = QCoreApplication.translate("Help", "Print the quick card")
    desk.ops.draw(
        window,
        lambda _: pdf.outline(data),
        lambda outline: printing.ask_for(data, outline, title, card_file().stem),
    )


class HelpDialog(Dialog):
    """Shows help for the page `key`. It is not modal: one reads and works."""

    FORM = "help"
    WIDE = True

    topics: QListWidget
    heading: QLabel
    text: QTextBrowser
    handbook_button: QPushButton
    card_button: QPushButton
    close_button: QPushButton

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._key = key
        for topic in topics():
            item = QListWidgetItem(topic.title, self.topics)
            item.setData(Qt.ItemDataRole.UserRole, topic.key)
        self.topics.currentItemChanged.connect(self._choose)
        self.handbook_button.clicked.connect(lambda: open_handbook(desk))
        self.card_button.clicked.connect(lambda: print_card(desk, parent or self))
        self.close_button.clicked.connect(self.accept)
        self.text.document().setDocumentMargin(desk.look.sizes.icon(16))
        desk.look.changed.connect(self._write)
        self.show_page(key)
        self.text.setFocus()

    def show_page(self, key: str) -> None:
        """Show the help for another page; that of the beginning where there is none."""
        keys = [topic.key for topic in topics()]
        self.topics.setCurrentRow(keys.index(key if key in keys else START))

    def showEvent(self, event: QShowEvent) -> None:
        """Give pictures the width there is."""
        super().showEvent(event)
        self._write()

    def _choose(self, item: QListWidgetItem) -> None:
        self._key = item.data(Qt.ItemDataRole.UserRole)
        self._write()

    def _write(self) -> None:
        """Set the text anew; its heading stands above it and not once more in it."""
        text = text_for(self._key)
        self.heading.setText(_title(text))
        self.text.document().setDefaultFont(self.desk.look.font("body"))
        self.text.document().setMarkdown(
            text.partition("\n")[2].strip(), QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        )
        self._put_pictures(text)  # only now: setting the text takes all pictures away
        self._set_headings()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _put_pictures(self, text: str) -> None:
        """Give the text its pictures, as wide as the text at most."""
        document, ratio = self.text.document(), self.devicePixelRatioF()
        room = self.text.viewport().width() - 2 * document.documentMargin()
        for name in _PICTURE.findall(text):
            picture = QImage(str(_folder() / name))
            width = min(picture.width(), round(room * ratio))
            scaled = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            scaled.setDevicePixelRatio(ratio)
            kind = QTextDocument.ResourceType.ImageResource.value
            document.addResource(kind, QUrl(name), scaled)

    def _set_headings(self) -> None:
        """Give headings the size they have everywhere in the window."""
        heading = QTextCharFormat()
        heading.setFont(self.desk.look.font("lead"))
        block = self.text.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                cursor = QTextCursor(block)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.setCharFormat(heading)
            block = block.next()


def _folder() -> Path:
    return resources() / "help"


def _title(text: str) -> str:
    return text.partition("\n")[0].removeprefix("# ")
