"""The entries of the action-field catalogue: renamed, hidden, and entries of one's own."""

import re

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.errors import UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.gui.widgets.row_delegate import Sign
from quartierdesk.gui.widgets.row_model import Cell, Column, Row
from quartierdesk.gui.widgets.row_table import RowTable
from quartierdesk.services import catalogues
from quartierdesk.services.catalogues import OwnEntry

_LABEL, _SHORT = 0, 1
_SIZE = (640, 520)


class FieldsDialog(Dialog):
    """What is changed counts for this workshop alone and is stored at once."""

    FORM = "prepare_fields"

    heading: QLabel
    hint: QLabel
    refusal: QLabel
    entries: RowTable
    new_entry: QLineEdit
    add_button: KeyButton
    cancel_button: KeyButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._catalogue: Catalogue | None = None
        self.entries.use(desk.look)
        self.entries.allow_writing(desk.writable)
        self.entries.written.connect(self._rename)
        for widget in (self.new_entry, self.add_button):
            widget.setEnabled(desk.writable)
        self.add_button.clicked.connect(self._add)
        self.new_entry.returnPressed.connect(self._add)
        self.cancel_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Del"), self.entries, self._hide_entry)
        self.open_as_large_as(*_SIZE)
        desk.ops.changed.connect(lambda _: self._ask())
        self._ask()

    def _ask(self) -> None:
        workshop_id = self.desk.workshop_id
        self.desk.ops.ask(
            self,
            lambda ws: catalogues.of_workshop(ws, workshop_id)["action_field"],
            self._show,
            latest="prepare/fields",
        )

    def _show(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.heading.setText(catalogue.title)
        columns = [
            Column(self.tr("Name"), share=3, editable=True, main=True),
            Column(self.tr("Short name"), share=2, editable=True),
        ]
        rows = [
            Row(
                entry.code,
                (
                    Cell(entry.label, sign=Sign("icon", entry.code, entry.symbol or "tag")),
                    Cell(entry.short),
                ),
            )
            for entry in catalogue.entries
        ]
        self.entries.show_rows(columns, rows)

    def _rename(self, code: str, column: int, text: str) -> None:
        entry = self._catalogue.find(code) if self._catalogue else None
        if entry is None:
            return
        short = entry.short if entry.short != entry.label else text
        changed = (
            OwnEntry(code, text, short) if column == _LABEL else OwnEntry(code, entry.label, text)
        )
        self._save(changed)

    def _add(self) -> None:
        name = self.new_entry.text().strip()
        code = "_".join(re.findall(r"[0-9a-zäöüß]+", name.lower()))
        if self._catalogue is not None and self._catalogue.find(code):
            self.refuse(
                UserError(
                    self.tr("There is such an entry already."),
                    self.tr("Please enter another name."),
                )
            )
            return
        self._save(OwnEntry(code, name))

    def _hide_entry(self) -> None:
        entry = self._catalogue.find(self.entries.key()) if self._catalogue else None
        if entry is not None:
            self._save(OwnEntry(entry.code, entry.label, entry.short, active=False))

    def _save(self, entry: OwnEntry) -> None:
        if self._catalogue is None or not self.desk.writable:
            return
        workshop_id, code = self.desk.workshop_id, self._catalogue.code
        self.refusal.hide()
        self.desk.ops.run(
            self,
            lambda ws: catalogues.save_entry(ws, code, entry, workshop_id),
            lambda _: self.new_entry.clear(),
            self.refuse,
        )
