"""Answering what is not taken up, and choosing the theme a measure is made from."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from quartierdesk.domain import clock, typed_values
from quartierdesk.domain.contribution import Cluster
from quartierdesk.domain.measure import Answer, Measure
from quartierdesk.domain.text import fold
from quartierdesk.gui import choices
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.dialogs.editing import EditingDialog
from quartierdesk.gui.widgets.day_edit import DayEdit
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.services import answers

_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_SIZE = (620, 480)


class AnswerDialog(EditingDialog):
    """Gives an answer, or edits one that was given; stores it itself."""

    FORM = "agree_answer"

    heading: QLabel
    subject: QLabel
    refusal: QLabel
    decision: QComboBox
    answer_text: QPlainTextEdit
    measure_box: QComboBox
    answered_by: QLineEdit
    answered_on: DayEdit
    delete_button: KeyButton

    def __init__(
        self,
        desk: Desk,
        answer: Answer,
        subject: str,
        measures: Sequence[Measure],
        parent: QWidget | None = None,
        *,
        is_new: bool,
    ) -> None:
        super().__init__(desk, parent)
        self._before = answer
        self._is_new = is_new
        self._measures = measures
        self.subject.setText(subject)
        self.answer_text.setPlainText(answer.text)
        self.answered_by.setText(answer.answered_by)
        self.answered_on.show_day(answer.answered_on)
        self.delete_button.setVisible(not is_new)
        self.delete_button.setEnabled(desk.writable)
        self.delete_button.clicked.connect(self._delete)
        self.retranslate()
        self.open_as_large_as(*_SIZE)
        self.decision.setFocus()

    def retranslate(self) -> None:
        """Set heading and choices."""
        self.heading.setText(
            self.tr("What becomes of it?") if self._is_new else self.tr("Answer given")
        )
        chosen = choices.code_of(self.decision) or self._before.decision
        entries = (
            (self.tr("It is not taken up"), "declined"),
            (self.tr("It is passed on"), "passed_on"),
            (self.tr("It is taken up"), "taken_up"),
            (self.tr("It is answered"), "answered"),
        )
        choices.offer_pairs(self.decision, entries, chosen)
        none = (self.tr("No measure"), "")
        named = ((f"{each.label}  {each.title}", each.id) for each in self._measures)
        choices.offer_pairs(self.measure_box, [none, *named], self._before.measure_id or "")

    def is_changed(self) -> bool:
        """Return whether something would be lost."""
        return self._answer() != self._before

    def store(self) -> None:
        """Store the answer."""
        before, after, workshop_id = self._before, self._answer(), self.desk.workshop_id
        is_new = self._is_new
        self.ok_button.setEnabled(False)
        self.desk.ops.run(
            self,
            lambda ws: (
                answers.give(ws, workshop_id, after) if is_new else answers.edit(ws, before, after)
            ),
            lambda _: self.accept(),
            self.refuse,
        )

    def _answer(self) -> Answer:
        return replace(
            self._before,
            decision=choices.code_of(self.decision),
            text=self.answer_text.toPlainText(),
            measure_id=choices.code_of(self.measure_box) or None,
            answered_by=self.answered_by.text(),
            answered_on=typed_values.day(self.answered_on.text()),
        )

    def _delete(self) -> None:
        key = self._before.id
        self.desk.ops.run(
            self, lambda ws: answers.remove(ws, key), lambda _: self.accept(), self.refuse
        )


def fresh_answer(key: str, cluster_id: str | None, contribution_id: str | None) -> Answer:
    """Return the answer one begins with: it is not taken up, and says why."""
    return Answer(key, "declined", "", cluster_id, contribution_id, answered_on=clock.today())


class ThemeDialog(Dialog):
    """A few letters choose a theme; `chosen` gets its id."""

    FORM = "agree_theme"

    heading: QLabel
    line: QLineEdit
    themes: QListWidget
    cancel_button: KeyButton
    ok_button: KeyButton

    def __init__(
        self,
        desk: Desk,
        clusters: Sequence[tuple[Cluster, str]],
        chosen: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._clusters = clusters
        self._chosen = chosen
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._filter)
        self.line.returnPressed.connect(self._take)
        self.themes.itemActivated.connect(lambda _: self._take())
        self.cancel_button.clicked.connect(self.reject)
        self.ok_button.clicked.connect(self._take)
        self._filter("")
        self.open_as_large_as(*_SIZE)
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the list with the arrows while one types."""
        walks = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if walks and event.key() in _WALKING:  # type: ignore[attr-defined]
            self.themes.event(event)
            return True
        return super().eventFilter(watched, event)

    def _filter(self, typed: str) -> None:
        words = fold(typed).split()
        self.themes.clear()
        for cluster, more in self._clusters:
            if all(word in fold(cluster.title) for word in words):
                item = QListWidgetItem(f"{cluster.title}  {more}".strip(), self.themes)
                item.setData(Qt.ItemDataRole.UserRole, cluster.id)
        self.themes.setCurrentRow(0)
        self.ok_button.setEnabled(self.themes.count() > 0)

    def _take(self) -> None:
        item = self.themes.currentItem()
        if item is not None:
            self.accept()
            self._chosen(str(item.data(Qt.ItemDataRole.UserRole)))
