"""Sheets for the room: chosen, then saved as PDF or printed."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from quartierdesk.domain import typed_values
from quartierdesk.domain.handouts import Handout, HandoutKind
from quartierdesk.errors import UserError
from quartierdesk.gui import pdf
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.pages.protocol.printing import Printing
from quartierdesk.gui.widgets.file_dialog import file_dialog
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.services import handouts
from quartierdesk.services.handouts import Amount

_FOLDER, _KIND = "prepare.folder", "prepare.sheet"
_SIZE = (560, 520)


class HandoutDialog(Dialog):
    """Stays open, because one rarely prints one sheet alone."""

    FORM = "prepare_print"

    heading: QLabel
    refusal: QLabel
    sheets: QListWidget
    amount: QLineEdit
    amount_label: QLabel
    table_number: QLineEdit
    table_number_label: QLabel
    black_box: QCheckBox
    cancel_button: KeyButton
    print_button: KeyButton
    save_button: KeyButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._printing = Printing(desk, self)
        self.retranslate()
        self.sheets.currentRowChanged.connect(lambda _: self._offer_amount())
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.save)
        self.print_button.clicked.connect(self.print_sheet)
        self._offer_amount()
        self.open_as_large_as(*_SIZE)
        self.sheets.setFocus()

    def retranslate(self) -> None:
        """Name the sheets."""
        chosen = self.kind if self.sheets.currentItem() else self.desk.choice(_KIND, "invitation")
        names: tuple[tuple[HandoutKind, str], ...] = (
            ("invitation", self.tr("Invitation poster")),
            ("cards", self.tr("Cards to write on")),
            ("counting", self.tr("Sheet for counting dots")),
            ("attendance", self.tr("Attendance list (internal)")),
            ("privacy", self.tr("Privacy sheet")),
            ("run", self.tr("Run sheet for the team (internal)")),
            ("poster", self.tr("Poster with the results")),
        )
        self.sheets.clear()
        for kind, name in names:
            item = QListWidgetItem(name, self.sheets)
            item.setData(Qt.ItemDataRole.UserRole, kind)
            if kind == chosen:
                self.sheets.setCurrentItem(item)

    @property
    def kind(self) -> HandoutKind:
        """The sheet that is chosen."""
        return cast("HandoutKind", self.sheets.currentItem().data(Qt.ItemDataRole.UserRole))

    def save(self) -> None:
        """Ask for a name and save the sheet."""
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        folder = str(self.desk.choice(_FOLDER, documents))
        begin = str(Path(folder) / f"{self._name()}.pdf")
        dialog = file_dialog(self, self.tr("Save sheet"), begin)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda path: self.save_to(Path(path)))
        dialog.open()

    def _name(self) -> str:
        return self.sheets.currentItem().text().split(" (")[0]

    def save_to(self, target: Path) -> None:
        """Save the sheet that is chosen to a file."""
        self.desk.remember(_FOLDER, str(target.parent))
        black = self.black_box.isChecked()

        def write(handout: Handout) -> None:
            self.desk.ops.draw(
                self,
                lambda _: handouts.write(handout, target, black=black),
                lambda _: self.desk.tell(self.tr("“{0}” was saved.").format(target.name)),
                title=self.tr("The sheet is being drawn …"),
            )

        self._prepare(write)

    def print_sheet(self) -> None:
        """Draw the sheet, then ask the system how to print it."""
        black, name = self.black_box.isChecked(), self._name()

        def draw(handout: Handout) -> None:
            self.desk.ops.draw(
                self,
                lambda _: handouts.render(handout, black=black),
                lambda data: self._printing.ask_for(
                    data, pdf.outline(data), self.tr("Print sheet"), name
                ),
                title=self.tr("The sheet is being drawn …"),
            )

        self._prepare(draw)

    def _prepare(self, follow: Callable[[Handout], None]) -> None:
        """Ask for what the sheet holds; what is wrong is said, what was typed stays."""
        kind, workshop_id = self.kind, self.desk.workshop_id
        self.refusal.hide()
        self.desk.remember(_KIND, kind)
        try:
            amount = Amount(
                typed_values.whole(self.amount.text()),
                typed_values.whole(self.table_number.text()),
            )
        except UserError as error:
            self.refuse(error)
            return
        self.desk.ops.run(
            self,
            lambda ws: handouts.prepared(ws, workshop_id, kind, amount),
            follow,
            self.refuse,
        )

    def _offer_amount(self) -> None:
        counted = self.sheets.currentItem() is not None and self.kind in ("cards", "attendance")
        numbered = self.sheets.currentItem() is not None and self.kind == "cards"
        for widget in (self.amount, self.amount_label):
            widget.setEnabled(counted)
        for widget in (self.table_number, self.table_number_label):
            widget.setEnabled(numbered)
        if not counted:
            self.amount.clear()
        if not numbered:
            self.table_number.clear()
