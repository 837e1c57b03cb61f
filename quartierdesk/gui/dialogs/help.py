"""Help for a page: the text of the manual about it, to be read beside the work."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel, QPushButton, QTextBrowser, QWidget

from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.paths import resources

START = "start"


def text_for(key: str) -> str:
    """Return the help for a page as Markdown; that of the beginning where a page has none."""
    folder = resources() / "help"
    wanted = folder / f"{key}.md"
    return (wanted if wanted.is_file() else folder / f"{START}.md").read_text("utf-8")


class HelpDialog(Dialog):
    """Shows help for the page `key`. It is not modal: one reads and works."""

    FORM = "help"

    heading: QLabel
    text: QTextBrowser
    start_button: QPushButton
    laptops_button: QPushButton
    close_button: QPushButton

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._key = key
        self.start_button.clicked.connect(lambda: self.show_page(START))
        self.laptops_button.clicked.connect(lambda: self.show_page("packages"))
        self.close_button.clicked.connect(self.accept)
        self.text.document().setDocumentMargin(desk.look.sizes.icon(16))
        desk.look.changed.connect(self._write)
        self.show_page(key)
        self.text.setFocus()

    def show_page(self, key: str) -> None:
        """Show the help for another page."""
        self._key = key
        self._write()

    def _write(self) -> None:
        """Set the text anew; its heading stands above it and not once more in it."""
        title, _, rest = text_for(self._key).partition("\n")
        self.heading.setText(title.removeprefix("# "))
        self.text.document().setDefaultFont(self.desk.look.font("body"))
        self.text.document().setMarkdown(
            rest.strip(), QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        )
        self._set_headings()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

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
