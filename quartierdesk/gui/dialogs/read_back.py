"""Reading an edited workbook back: every difference with a tick, then all chosen in one step."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QWidget

from quartierdesk.domain.read_back import Difference, NewRow, ReadBack
from quartierdesk.errors import UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.widgets.notice import Notice, NoticeLine
from quartierdesk.services import read_back

_THING = Qt.ItemDataRole.UserRole


class ReadBackDialog(Dialog):
    """Differences are ticked, except where the workspace has changed meanwhile too."""

    FORM = "read_back"
    WIDE = True

    heading: QLabel
    explanation: QLabel
    notice: Notice
    differences: QListWidget
    cancel_button: QPushButton
    take_button: QPushButton

    def __init__(self, desk: Desk, source: Path, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._source = source
        self._workshop_id = desk.workshop_id
        self.take_button.setEnabled(False)
        self.cancel_button.clicked.connect(self.reject)
        self.take_button.clicked.connect(self._take)
        workshop_id = self._workshop_id
        self.read_first(
            desk.ops.run_long(
                self,
                self.tr("The workbook is being read …"),
                lambda ws, ticket: read_back.compare(ws, workshop_id, source, ticket.step),
                self._show,
                self._refused,
            )
        )

    def _show(self, found: ReadBack) -> None:
        for difference in found.differences:
            words = self.tr("{}, {}: “{}” becomes “{}”")
            text = words.format(
                difference.label, difference.heading, difference.before, difference.after
            )
            if difference.is_conflict:
                text += " " + self.tr("(changed here as well)")
            self._add(text, difference, ticked=not difference.is_conflict)
        for row in found.new_rows:
            self._add(self.tr("New: {}").format(row.text), row, ticked=True)
        lines = [NoticeLine(f"{each.place}: {each.sentence}") for each in found.unreadable]
        lines += [NoticeLine(words) for words in found.notices]
        self.notice.tell("warn", self.tr("Look at this") if lines else "", lines)
        self.differences.setVisible(bool(self.differences.count()))
        if not self.differences.count():
            self.explanation.setText(self.tr("The workbook says the same as the file."))
        self.take_button.setEnabled(bool(self.differences.count()) and self.desk.writable)
        self.fit()

    def _add(self, text: str, thing: Difference | NewRow, *, ticked: bool) -> None:
        item = QListWidgetItem(text, self.differences)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        item.setData(_THING, thing)

    def _take(self) -> None:
        items = [self.differences.item(row) for row in range(self.differences.count())]
        chosen = [i.data(_THING) for i in items if i.checkState() == Qt.CheckState.Checked]
        differences = [each for each in chosen if isinstance(each, Difference)]
        rows = [each for each in chosen if isinstance(each, NewRow)]
        source, workshop_id = self._source, self._workshop_id
        self.hold(
            self.desk.ops.run_long(
                self,
                self.tr("The changes are being applied …"),
                lambda ws, _: read_back.take_over(ws, source, workshop_id, differences, rows),
                self._done,
                self.refuse,
            )
        )

    def _done(self, number: int) -> None:
        self.desk.tell(self.tr("%Ln change(s) applied", "", number))
        self.accept()

    def _refused(self, error: UserError) -> None:
        for part in (self.explanation, self.differences):
            part.hide()
        self.refuse(error)
