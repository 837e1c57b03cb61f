"""The page shown while no file is open: three questions, the sample, files opened before."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from quartierdesk.domain import clock
from quartierdesk.gui import forms
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.shell.beginning import Answers, folder_for_files
from quartierdesk.gui.theme.sizes import GRID
from quartierdesk.gui.widgets.calendar import Calendar
from quartierdesk.gui.widgets.cards import ChoiceCard
from quartierdesk.gui.widgets.elided import ElidedLabel
from quartierdesk.gui.widgets.folder_field import ask_folder
from quartierdesk.gui.widgets.key_button import KeyButton

_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*', " "))
_ABOVE = 8 * GRID


class StartPage(QWidget):
    """`begun` carries `Answers`; `sample_wanted` and `recent_chosen` the path of a file."""

    begun = Signal(object)
    open_wanted = Signal()
    sample_wanted = Signal(object)
    recent_chosen = Signal(object)

    where: QLineEdit
    what: QLineEdit
    when: QDateEdit
    content: QWidget
    workshop_card: ChoiceCard
    talk_card: ChoiceCard
    empty_card: ChoiceCard
    create_button: KeyButton
    folder_label: ElidedLabel
    folder_button: QPushButton
    sample_button: QPushButton
    open_button: KeyButton
    recent_heading: QLabel
    recent_files: QWidget

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen: Path | None = None
        forms.load_into(self, "start")
        desk.look.dress(self)
        day = clock.today()
        self.when.setDate(QDate(day.year, day.month, day.day))
        self.when.setCalendarWidget(Calendar(self.when))
        self._recent = QVBoxLayout(self.recent_files)
        self._recent.setContentsMargins(0, 0, 0, 0)
        self._recent.setSpacing(0)
        self.create_button.clicked.connect(self._begin)
        self.folder_button.clicked.connect(self._choose_folder)
        self.open_button.clicked.connect(self.open_wanted)
        self.sample_button.clicked.connect(
            lambda: self.sample_wanted.emit(self._free_path("Hörlesbach"))
        )
        self.where.textChanged.connect(self._show_folder)
        desk.settings_changed.connect(self._show_folder)
        desk.look.changed.connect(self._fit)
        self._fit()
        self._show_folder()

    def show_recent(self, recent: Sequence[str]) -> None:
        """Show files opened before, as far as they are still there."""
        while self._recent.count():
            item = self._recent.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        there = [Path(path) for path in recent if Path(path).is_file()]
        self.recent_heading.setVisible(bool(there))
        for path in there:
            button = QPushButton(path.stem, self)
            button.setProperty("link", True)
            button.setToolTip(str(path))
            button.setAccessibleDescription(str(path))
            button.clicked.connect(lambda _=False, path=path: self.recent_chosen.emit(path))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def focus_first(self) -> None:
        """Put the focus into the first question."""
        self.where.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Create the workshop with Enter, wherever the focus is among the questions."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._begin()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that was chosen."""
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_recent"):
            self._show_folder()
        super().changeEvent(event)

    def _fit(self) -> None:
        """Leave less room above large text, so that the button is seen with the questions."""
        layout = self.content.layout()
        assert layout is not None
        sides = layout.contentsMargins()
        sides.setTop(_ABOVE // 2 if self._desk.look.sizes.rail_is_slim else _ABOVE)
        layout.setContentsMargins(sides)

    def _begin(self) -> None:
        for field in (self.where, self.what):
            if not field.text().strip():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        where = self.where.text().strip()
        template = "quartierswerkstatt" if self.workshop_card.isChecked() else ""
        template = "dorfgespraech" if self.talk_card.isChecked() else template
        day = self.when.date()
        self.begun.emit(
            Answers(
                where,
                self.what.text().strip(),
                date(day.year(), day.month(), day.day()),
                template,
                self._free_path(where),
            )
        )

    def _choose_folder(self) -> None:
        ask_folder(self, self.tr("Folder for the file"), self._folder, self._use_folder)

    @property
    def _folder(self) -> Path:
        return self._chosen or folder_for_files(self._desk.settings)

    def _use_folder(self, folder: str) -> None:
        self._chosen = Path(folder)
        self._show_folder()

    def _show_folder(self) -> None:
        self.folder_label.setText(
            self.tr("The file: {}").format(self._free_path(self.where.text().strip()))
        )

    def _free_path(self, name: str) -> Path:
        """Return a name for the file that is not taken yet."""
        stem = " ".join(name.translate(_FORBIDDEN).split())[:80].strip(". ") or self.tr("Workshops")
        path = self._folder / f"{stem}.quartier"
        number = 2
        while path.exists():
            path = self._folder / f"{stem} {number}.quartier"
            number += 1
        return path
