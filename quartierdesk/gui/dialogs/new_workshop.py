"""Asks for a new workshop, or for one that begins like another."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from quartierdesk.domain import clock
from quartierdesk.domain.agenda_templates import TEMPLATES
from quartierdesk.domain.workshop import Quarter
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.widgets.calendar import Calendar


class NewWorkshopDialog(Dialog):
    """`chosen` carries place, title, day (None: not fixed) and the code of an agenda template."""

    FORM = "new_workshop"

    chosen = Signal(str, str, object, str)

    heading: QLabel
    explanation: QLabel
    where_label: QLabel
    where: QComboBox
    title: QLineEdit
    day: QDateEdit
    no_day: QCheckBox
    template_label: QLabel
    template: QComboBox
    cancel_button: QPushButton
    create_button: QPushButton

    def __init__(self, desk: Desk, *, as_template: bool, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._as_template = as_template
        day = clock.today()
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.day.setCalendarWidget(Calendar(self.day))
        for widget in (self.where_label, self.where, self.template_label, self.template):
            widget.setVisible(not as_template)
        self.no_day.toggled.connect(self.day.setDisabled)
        self.cancel_button.clicked.connect(self.reject)
        self.create_button.clicked.connect(self._choose)
        self.retranslate()
        if not as_template:
            self._ask_quarters()
        self.title.setFocus()

    def retranslate(self) -> None:
        """Set heading and the names of the templates."""
        if self._as_template:
            self.heading.setText(self.tr("Use this workshop as a template"))
            words = self.tr(
                "Agenda, tables, methods, rules, place and facilitation are taken over; people and"
                " everything they said stay behind."
            )
        else:
            self.heading.setText(self.tr("New workshop"))
            words = self.tr("You can change each answer later.")
        self.setWindowTitle(self.heading.text())
        self.explanation.setText(words)
        chosen = max(0, self.template.currentIndex())
        self.template.clear()
        for template in TEMPLATES:
            self.template.addItem(template.title, template.code)
        self.template.addItem(self.tr("Start empty"), "")
        self.template.setCurrentIndex(chosen)

    def _ask_quarters(self) -> None:
        from quartierdesk.services import workshops

        self.desk.ops.ask(self, workshops.quarters, self._show_quarters)

    def _show_quarters(self, quarters: list[Quarter]) -> None:
        self.where.addItems([quarter.name for quarter in quarters])
        line = self.where.lineEdit()
        if line is not None:
            line.home(False)

    def _choose(self) -> None:
        day = self.day.date()
        when = None if self.no_day.isChecked() else date(day.year(), day.month(), day.day())
        template = str(self.template.currentData() or "")
        self.chosen.emit(self.where.currentText(), self.title.text(), when, template)
