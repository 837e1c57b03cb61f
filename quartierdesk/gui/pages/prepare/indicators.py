"""The figures of the quarter: a list in a dialog, and the dialog for one of them."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from quartierdesk.domain import indicators, typed_values
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.workshop import Indicator
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.editing import EditingDialog
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.gui.widgets.row_model import Cell, Column, Row
from quartierdesk.gui.widgets.row_table import RowTable

_LEAST_ROWS = 3


class IndicatorDialog(EditingDialog):
    """Edits one figure; nothing is stored, `after` is the figure as it was edited."""

    FORM = "prepare_indicator"

    heading: QLabel
    refusal: QLabel
    label: QComboBox
    value: QLineEdit
    unit: QLineEdit
    year: QLineEdit
    source: QLineEdit
    delete_button: KeyButton

    def __init__(
        self, desk: Desk, before: Indicator, parent: QWidget | None = None, *, is_new: bool
    ) -> None:
        super().__init__(desk, parent)
        self._before = before
        self.after: Indicator | None = before
        self.delete_button.setVisible(not is_new)
        self.delete_button.setEnabled(desk.writable)
        self.delete_button.clicked.connect(self._delete)
        self.label.addItems([each.label for each in indicators.KNOWN])
        self.label.setEditText(before.label)
        self.value.setText(typed_values.number_text(before.value))
        self.unit.setText(before.unit)
        self.year.setText(str(before.year or ""))
        self.source.setText(before.source)
        self.label.currentTextChanged.connect(self._offer_unit)
        self.label.setFocus()

    def edited(self) -> Indicator:
        """Return the figure as the fields say it; raises `UserError` for what is no number."""
        label = self.label.currentText().strip()
        known = indicators.known(label)
        code = self._before.code if label == self._before.label else ""
        return replace(
            self._before,
            code=code or (known.code if known else label),
            label=label,
            value=typed_values.number(self.value.text()),
            unit=self.unit.text().strip(),
            year=typed_values.whole(self.year.text()),
            source=self.source.text().strip(),
        )

    def is_changed(self) -> bool:
        """Return whether something would be lost."""
        return self.edited() != self._before

    def store(self) -> None:
        """Hand the figure back; raises `UserError` for one that says too little."""
        after = self.edited()
        indicators.refuse_impossible(after)
        self.after = after
        self.accept()

    def _delete(self) -> None:
        self.after = None
        self.accept()

    def _offer_unit(self, label: str) -> None:
        known = indicators.known(label)
        if known is not None:
            self.unit.setText(known.unit)


class IndicatorList(QObject):
    """Fills a table with figures; `items` is what it holds, stored by whoever owns the dialog."""

    def __init__(self, desk: Desk, table: RowTable, button: QPushButton, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._table, self._parent = desk, table, parent
        self.items: tuple[Indicator, ...] = ()
        table.use(desk.look)
        table.least_rows = _LEAST_ROWS
        table.high_as_rows = True
        table.allow_moving(desk.writable)
        table.entered.connect(self.open_item)
        table.moved.connect(self._move)
        button.setEnabled(desk.writable)
        button.clicked.connect(self.add_item)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), table, self._delete_current)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)

    def show(self, items: tuple[Indicator, ...]) -> None:
        """Show figures."""
        self.items = items
        columns = (
            Column(self.tr("Figure"), share=3, least=14, main=True),
            Column(self.tr("Value"), right=True),
            Column(self.tr("Unit"), least=6),
            Column(self.tr("Year"), least=4),
            Column(self.tr("Source"), share=2, least=9),
        )
        self._table.show_rows(columns, [_row(item) for item in items])

    def add_item(self) -> None:
        """Ask for a figure; the source of the last one is offered again."""
        last = self.items[-1] if self.items else None
        fresh = Indicator(new_id(), "", "", None)
        if last is not None:
            fresh = replace(fresh, source=last.source, year=last.year)
        self._open(fresh, is_new=True)

    def open_item(self, key: str) -> None:
        """Open a figure."""
        for item in self.items:
            if item.id == key:
                self._open(item, is_new=False)

    def _open(self, item: Indicator, *, is_new: bool) -> None:
        dialog = IndicatorDialog(self._desk, item, self._parent, is_new=is_new)
        dialog.accepted.connect(lambda: self._take(item, dialog.after))
        dialog.open()

    def _take(self, before: Indicator, after: Indicator | None) -> None:
        taken = [after if item.id == before.id else item for item in self.items]
        if before not in self.items:
            taken.append(after)
        self.show(tuple(item for item in taken if item is not None))
        self._table.choose(before.id)

    def _delete_current(self) -> None:
        if self._desk.writable:
            self.show(tuple(item for item in self.items if item.id != self._table.key()))

    def _move(self, key: str, place: int) -> None:
        moved = [item for item in self.items if item.id == key]
        rest = [item for item in self.items if item.id != key]
        self.show((*rest[:place], *moved, *rest[place:]))


def _row(item: Indicator) -> Row:
    cells = (
        Cell(item.label or item.code),
        Cell(typed_values.number_text(item.value)),
        Cell(item.unit, tone="text2"),
        Cell(str(item.year or ""), tone="text2"),
        Cell(item.source, tone="text2"),
    )
    return Row(item.id, cells)
