"""Taking over a table: which column is what, what would come, which rows cannot."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from quartierdesk.domain.importing import ImportPreview, TableSample
from quartierdesk.errors import UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.places import Place
from quartierdesk.gui.theme.sizes import GRID
from quartierdesk.gui.ticket import Ticket
from quartierdesk.gui.widgets.notice import Notice, NoticeLine
from quartierdesk.gui.widgets.tip_text import tip_text
from quartierdesk.services import imports
from quartierdesk.services.imports import ImportReport, Target
from quartierdesk.services.workspaces import Workspace

_SHOWN_ROWS, _SHOWN_FAILURES = 200, 6


@dataclass(frozen=True, slots=True)
class _Look:
    """A table as it is understood: its columns, and what would come (None: no texts yet)."""

    sample: TableSample
    preview: ImportPreview | None
    refusal: str = ""


class ImportDialog(Dialog):
    """Shows the table before anything is stored; each change of a column asks anew."""

    FORM = "import_table"
    WIDE = True

    heading: QLabel
    explanation: QLabel
    notice: Notice
    columns: QTableWidget
    rows_label: QLabel
    rows: QTableWidget
    skip: QCheckBox
    cancel_button: QPushButton
    import_button: QPushButton

    def __init__(self, desk: Desk, source: Path, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._source = source
        self._target = Target(desk.workshop_id or None)
        self._boxes: list[QComboBox] = []
        self._names: tuple[str, ...] = ()
        self.import_button.setEnabled(False)
        self.skip.toggled.connect(lambda _: self._offer())
        self.cancel_button.clicked.connect(self.reject)
        self.import_button.clicked.connect(self._import)
        self._preview: ImportPreview | None = None
        self.retranslate()
        self._ask(())

    def retranslate(self) -> None:
        """Set heading and the names of columns."""
        self.heading.setText(self.tr("Import: {}").format(self._source.name))
        self.explanation.setText(
            self.tr("Say what each column contains. Nothing is saved until you import it.")
        )
        self.columns.setColumnCount(3)
        self.columns.setHorizontalHeaderLabels(
            [self.tr("Column"), self.tr("is"), self.tr("Example")]
        )
        self.rows.setColumnCount(3)
        self.rows.setHorizontalHeaderLabels([self.tr("Row"), self.tr("Text"), self.tr("Remark")])
        for table, wide in ((self.columns, 2), (self.rows, 1)):
            table.verticalHeader().hide()
            table.setWordWrap(False)
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            table.horizontalHeader().setDefaultAlignment(left)
            table.horizontalHeader().setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)

    def fit(self) -> None:
        """Make room for all words, those in the tables included."""
        sizes = self.desk.look.sizes
        for table, narrow, least in (
            (self.columns, (0, 1), sizes.field + GRID),
            (self.rows, (0, 2), sizes.agenda_row),
        ):
            table.verticalHeader().setMinimumSectionSize(least)
            for column in narrow:
                table.resizeColumnToContents(column)
            table.resizeRowsToContents()
        super().fit()

    def _ask(self, mapping: Sequence[str]) -> None:
        source, target = self._source, self._target

        def look(workspace: Workspace) -> _Look:
            sample = imports.sample_table(source, mapping)
            try:
                return _Look(sample, imports.preview_table(workspace, source, target, mapping))
            except UserError as error:
                return _Look(sample, None, str(error))

        self.desk.ops.run_long(
            self,
            self.tr("The table is being read …"),
            lambda ws, _: look(ws),
            self._show,
            self._refused,
        )

    def _show(self, found: _Look) -> None:
        if not self._boxes:
            self._list_columns(found.sample)
        for box, column in zip(self._boxes, found.sample.columns, strict=True):
            box.blockSignals(True)
            box.setCurrentIndex(max(0, box.findData(column.role)))
            box.blockSignals(False)
        self._preview = found.preview
        self._list_rows(found.preview)
        self._tell(found)
        self._offer()

    def _list_columns(self, sample: TableSample) -> None:
        self._names = tuple(column.name for column in sample.columns)
        self.columns.setRowCount(len(sample.columns))
        for row, column in enumerate(sample.columns):
            name = _cell(column.name or self.tr("(without a name)"))
            self.columns.setItem(row, 0, name)
            self.columns.setItem(row, 2, _cell(" · ".join(column.samples)))
            box = QComboBox(self.columns)
            box.setAccessibleName(self.tr("Column {} is").format(column.name))
            box.addItem(self.tr("not imported"), "")
            for code, words in sample.roles:
                box.addItem(words, code)
            box.activated.connect(lambda _: self._changed())
            self.columns.setCellWidget(row, 1, box)
            QWidget.setTabOrder(self._boxes[-1] if self._boxes else self.columns, box)
            self._boxes.append(box)
        self.fit()

    def _list_rows(self, preview: ImportPreview | None) -> None:
        if preview is None:
            self.rows.setRowCount(0)
            self.rows_label.setText(self.tr("What would be imported"))
            return
        again = {hint.number for hint in preview.duplicates}
        lines = [(r.number, f"{r.title} {r.text}".strip(), r.number in again) for r in preview.rows]
        self.rows.setRowCount(min(len(lines), _SHOWN_ROWS))
        for place, (number, text, known) in enumerate(lines[:_SHOWN_ROWS]):
            self.rows.setItem(place, 0, _number(number))
            self.rows.setItem(place, 1, _cell(text))
            self.rows.setItem(place, 2, _cell(self.tr("said before") if known else ""))
        self.rows.resizeColumnToContents(2)
        self.rows_label.setText(self.tr("%Ln contribution(s) would be imported", "", len(lines)))

    def _tell(self, found: _Look) -> None:
        preview = found.preview
        if preview is None:
            self.notice.tell("err", found.refusal)
            return
        lines = [NoticeLine(failure.sentence) for failure in preview.failures[:_SHOWN_FAILURES]]
        if len(preview.failures) > _SHOWN_FAILURES:
            more = len(preview.failures) - _SHOWN_FAILURES
            lines.append(NoticeLine(self.tr("and %Ln more row(s)", "", more)))
        lines += [NoticeLine(words) for words in (*found.sample.warnings, *preview.warnings)]
        heading = ""
        if preview.failures:
            heading = self.tr("%Ln row(s) cannot be imported", "", len(preview.failures))
        elif lines:
            heading = self.tr("Look at this")
        self.notice.tell("warn", heading, lines)
        self.fit()

    def _offer(self) -> None:
        preview = self._preview
        failures = bool(preview and preview.failures)
        self.skip.setVisible(failures)
        usable = preview is not None and bool(preview.rows)
        self.import_button.setEnabled(
            self.desk.writable and usable and (not failures or self.skip.isChecked())
        )

    def _mapping(self) -> list[str]:
        pairs = zip(self._boxes, self._names, strict=True)
        return [f"{box.currentData()}={name}" for box, name in pairs if box.currentData()]

    def _changed(self) -> None:
        self._ask(self._mapping())

    def _import(self) -> None:
        source, target, mapping = self._source, self._target, self._mapping()
        skip = self.skip.isChecked()

        def work(workspace: Workspace, ticket: Ticket) -> ImportReport:
            return imports.import_table(
                workspace, source, target, mapping, skip_failures=skip, progress=ticket.step
            )

        title = self.tr("The table is being imported …")
        self.hold(self.desk.ops.run_long(self, title, work, self._done, self.refuse))

    def _done(self, report: ImportReport) -> None:
        self.desk.tell(self.tr("%Ln contribution(s) imported", "", report.contributions))
        self.accept()
        self.desk.go(Place("capture", report.workshop_id))

    def _refused(self, error: UserError) -> None:
        self.notice.tell("err", str(error))
        self.fit()


def _cell(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    item.setToolTip(tip_text(text))
    return item


def _number(value: int) -> QTableWidgetItem:
    item = _cell(str(value))
    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item
