"""The fields of the workshop itself: each is stored when it is left, what is typed stays."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from quartierdesk.domain import typed_values
from quartierdesk.domain.workshop import Workshop
from quartierdesk.errors import UserError
from quartierdesk.gui import choices
from quartierdesk.services import workshops

if TYPE_CHECKING:
    from quartierdesk.gui.pages.prepare.page import PreparePage


def _plain(value: Any) -> str:  # noqa: ANN401
    return str(value)


def _number(value: Any) -> str:  # noqa: ANN401
    return "" if value is None else str(value)


def _joined(value: Any) -> str:  # noqa: ANN401
    return "\n".join(value)


@dataclass(frozen=True, slots=True)
class _Way:
    """How a value becomes text in a field, and back; back may raise `UserError`."""

    show: Callable[[Any], str] = _plain
    read: Callable[[str], Any] = str.strip


_WORDS = _Way()
_TEXT = _Way(read=str)
_LINES = _Way(_joined, typed_values.lines)
_WAYS: Mapping[str, _Way] = {
    "date": _Way(typed_values.day_text, typed_values.day),
    "start": _Way(typed_values.clock_text, typed_values.clock),
    "end": _Way(typed_values.clock_text, typed_values.clock),
    "participants_registered": _Way(_number, typed_values.whole),
    "participants_present": _Way(_number, typed_values.whole),
    "feedback_returned": _Way(_number, typed_values.whole),
    "smallest_count": _Way(_number, lambda text: typed_values.whole(text) or 0),
    "invitation_channels": _LINES,
    "accessibility_provided": _LINES,
    "rules": _LINES,
}


class FrameFields(QObject):
    """Keeps the fields of a page and the workshop together."""

    def __init__(self, page: "PreparePage", fields: Mapping[str, QWidget]) -> None:
        super().__init__(page)
        self._page = page
        self._fields = fields
        self._names = {widget: name for name, widget in fields.items()}
        self._shown: dict[str, str] = {}
        self._workshop: Workshop | None = None
        for widget in fields.values():
            widget.installEventFilter(self)
            if isinstance(widget, QLineEdit):
                widget.returnPressed.connect(lambda w=widget: self._store(self._names[w]))
            elif isinstance(widget, QComboBox):
                widget.activated.connect(lambda _, w=widget: self._store(self._names[w]))
            elif isinstance(widget, QPlainTextEdit):
                widget.setTabChangesFocus(True)

    def show(self, workshop: Workshop, *, writable: bool) -> None:
        """Show what is stored; a field with something not stored yet keeps it."""
        other = self._workshop is None or self._workshop.id != workshop.id
        before, self._workshop = self._workshop, workshop
        for name, widget in self._fields.items():
            way = _WAYS.get(name, _TEXT if isinstance(widget, QPlainTextEdit) else _WORDS)
            text = way.show(getattr(workshop, name))
            if not other and self.is_changed(name):
                # What was typed was typed over the old value; storing it says so where it clashes.
                assert before is not None
                self._workshop = replace(self._workshop, **{name: getattr(before, name)})
                continue
            self._shown[name] = text
            self._write(widget, text)
            if isinstance(widget, QLineEdit | QPlainTextEdit):
                widget.setReadOnly(not writable)
            else:
                widget.setEnabled(writable)

    def is_changed(self, name: str) -> bool:
        """Return whether a field holds something that is not stored."""
        return name in self._shown and self._read(self._fields[name]) != self._shown[name]

    def store_all(self) -> None:
        """Store every field that holds something not stored."""
        for name in self._fields:
            self._store(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Store a field that is left; Escape shows again what is stored."""
        name = self._names.get(watched) if isinstance(watched, QWidget) else None
        if name is None:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self._store(name)
        elif _is_escape(event) and self.is_changed(name):
            self._give_up(name)
            return True
        return False

    def _give_up(self, name: str) -> None:
        """Forget what was typed into a field."""
        self._shown[name] = self._read(self._fields[name])
        self._page.accept_again()
        self._page.mark_stale()

    def _store(self, name: str) -> None:
        before = self._workshop
        if before is None or not self.is_changed(name) or not self._page.desk.writable:
            return
        widget = self._fields[name]
        way = _WAYS.get(name, _TEXT if isinstance(widget, QPlainTextEdit) else _WORDS)
        typed = self._read(widget)
        try:
            after = replace(before, **{name: way.read(typed)})
        except UserError as error:
            self._page.refuse(error)
            return

        def done(_: object) -> None:
            self._shown[name] = typed
            if self._workshop is not None:
                self._workshop = replace(self._workshop, **{name: getattr(after, name)})
            self._page.accept_again()

        self._page.desk.ops.run(
            self._page,
            lambda ws: workshops.edit(ws, before, after),
            done,
            self._page.refuse,
        )

    def _read(self, widget: QWidget) -> str:
        if isinstance(widget, QComboBox):
            return choices.code_of(widget)
        if isinstance(widget, QPlainTextEdit):
            return widget.toPlainText()
        assert isinstance(widget, QLineEdit)
        return widget.text()

    def _write(self, widget: QWidget, text: str) -> None:
        if self._read(widget) == text:
            return
        if isinstance(widget, QComboBox):
            widget.setCurrentIndex(widget.findData(text))
        elif isinstance(widget, QPlainTextEdit):
            widget.setPlainText(text)
        elif isinstance(widget, QLineEdit):
            widget.setText(text)
            widget.setCursorPosition(0)


def _is_escape(event: QEvent) -> bool:
    pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
    return pressed and event.key() == Qt.Key.Key_Escape  # type: ignore[attr-defined]
