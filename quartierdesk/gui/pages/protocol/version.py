"""A released version of the protocol, as it was handed out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from quartierdesk.gui import pdf
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.pages.protocol.preview import Preview
from quartierdesk.gui.pages.protocol.printing import Printing
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.services import releases
from quartierdesk.services.releases import Release


class ReleasedVersion(Dialog):
    """Shows the very PDF that was released; `save_wanted` when somebody presses the button."""

    save_wanted = Signal()

    FORM = "protocol_version"
    WIDE = True

    smaller: KeyButton
    larger: KeyButton
    pages: QLabel
    preview: Preview
    save_button: QPushButton
    print_button: QPushButton
    close_button: QPushButton

    def __init__(
        self,
        desk: Desk,
        version: Release,
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._printing = Printing(desk, self)
        self._data = b""
        self._outline: pdf.Outline | None = None
        self.preview.use(desk)
        self.preview.setAccessibleName(title)
        self.preview.page_changed.connect(self._show_page)
        self.smaller.clicked.connect(lambda: self.preview.zoom(-1))
        self.larger.clicked.connect(lambda: self.preview.zoom(1))
        self.save_button.clicked.connect(self.save_wanted)
        self.print_button.clicked.connect(self._print)
        self.print_button.setEnabled(False)
        self.close_button.clicked.connect(self.accept)
        desk.ops.ask(self, lambda ws: releases.pdf(ws, version.id), self._look)

    def fit(self) -> None:
        """Take the height of most of the window: a page wants room."""
        super().fit()
        above = self.parentWidget()
        room = above.window().screen().availableGeometry().height() if above else 0
        self.resize(self.width(), max(self.height(), min(room * 4 // 5, self.width())))

    def _look(self, data: bytes) -> None:
        self._data = data
        self.desk.ops.draw(self, lambda _: pdf.outline(data), self._show)

    def _show(self, outline: pdf.Outline) -> None:
        self._outline = outline
        self.preview.show_pdf(self._data, outline)
        self.print_button.setEnabled(True)

    def _show_page(self, page: int, pages: int) -> None:
        self.pages.setText(self.tr("Page {} of {}").format(page + 1, pages))

    def _print(self) -> None:
        if self._outline is not None:
            self._printing.ask_for(self._data, self._outline)
