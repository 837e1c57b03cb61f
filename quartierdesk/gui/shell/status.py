"""The status bar: what is saved, what undo would take back, backups, room on the disk."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from quartierdesk.gui import icons
from quartierdesk.gui.first_picture import NO_FOCUS, WORDS_BESIDE_ICON
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.widgets.elided import ElidedLabel
from quartierdesk.gui.widgets.icon_label import IconLabel

if TYPE_CHECKING:
    from datetime import datetime

_PROMISE = 40
"""Letters of what is saved that stay readable however little room there is."""

_BACKUP = 24
"""The same for the last backup: what undo would take back is shortened first."""


class StatusItem(QWidget):
    """An icon and a few words; hidden while there is nothing to say."""

    def __init__(
        self, look: Look, sign: str, parent: QWidget, least: int = 4, tone: str = "second"
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._sign, self._tone, self._least = sign, tone, least
        self._parts: tuple[IconLabel, ElidedLabel] | None = None
        self.hide()

    @property
    def text(self) -> str:
        """The words now shown."""
        return self._parts[1].text() if self._parts is not None else ""

    def tell(self, text: str, sign: str = "", tone: str = "") -> None:
        """Show words, with another icon and tone where they are given."""
        self._sign, self._tone = sign or self._sign, tone or self._tone
        if text and self._parts is None:
            self._parts = self._make_parts()
        if self._parts is not None:
            icon, label = self._parts
            label.setText(text)
            icon.set_sign(self._sign)
            icon.set_tone(self._tone)
        self.setVisible(bool(text))

    def _make_parts(self) -> tuple[IconLabel, ElidedLabel]:
        icon = IconLabel(self, self._sign, self._tone)
        icon.setProperty("role", "caption")
        label = ElidedLabel(self, least=self._least)
        label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        label.setProperty("role", "caption")
        label.setProperty("tone", "second")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(icon)
        row.addWidget(label)
        self._look.dress(self)
        return icon, label


class StatusBar(QFrame):
    """The bar. `saved`, `undo`, `backup`, `disk` and `package` may be told things by their name."""

    help_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._undo_label = ""
        self._say_saved: Callable[[], None] = lambda: None
        self.setProperty("surface", "status")
        self.saved = StatusItem(look, "lock", self, _PROMISE)
        self.undo = StatusItem(look, "arrow-back-up", self)
        self.message = StatusItem(look, "info-circle", self)
        self.package = StatusItem(look, "package", self)
        self.disk = StatusItem(look, "alert-triangle", self, tone="warn")
        self.backup = StatusItem(look, "device-usb", self, _BACKUP)
        self._help = QToolButton(self)
        self._help.setProperty("role", "caption")
        self._help.setProperty("toolButtonStyle", WORDS_BESIDE_ICON)
        self._help.setProperty("focusPolicy", NO_FOCUS)  # F1 is quicker than any way there
        self._help.clicked.connect(self.help_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(24)
        for item in (self.saved, self.undo, self.message):
            row.addWidget(item)
        row.addStretch(1)
        for item in (self.disk, self.package, self.backup):
            row.addWidget(item)
        row.addWidget(self._help)
        look.dress(self)
        look.changed.connect(self._fit)
        self.retranslate()

    def tell_saved(self, at: "datetime") -> None:
        """Say that everything is on the disk since `at`, as the clock in the room shows it."""
        clock = f"{at:%H:%M}"
        self._say(
            lambda: self.saved.tell(self.tr("All changes saved {}").format(clock), "check", "ok")
        )

    def tell_unopened(self) -> None:
        """Say what holds while no file is open."""
        self._say(
            lambda: self.saved.tell(self.tr("Without internet, without account"), "lock", "second")
        )
        self.tell_undo(None)

    def tell_read_only(self, used_by: str) -> None:
        """Say that the file may only be read, and who writes to it."""

        def say() -> None:
            words = self.tr("Read only: opened by {}").format(used_by) if used_by else ""
            self.saved.tell(words or self.tr("Read only"), "lock", "warn")

        self._say(say)

    def tell_undo(self, label: str | None) -> None:
        """Say what undo would take back; None where there is nothing."""
        self._undo_label = label or ""
        self._show_undo()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set the words that always stand there."""
        self._help.setText(self.tr("Help F1"))
        self._say_saved()
        self._show_undo()
        self._fit()

    def _say(self, words: Callable[[], None]) -> None:
        """Say what is saved, and say it again when the language changes."""
        self._say_saved = words
        words()

    def _show_undo(self) -> None:
        label = self._undo_label
        self.undo.tell(self.tr("Undo: {}  Ctrl+Z").format(label) if label else "")

    def _fit(self) -> None:
        theme, sizes = self._look.theme, self._look.sizes
        self.setFixedHeight(max(sizes.status_bar, 28))
        side = sizes.icon(14)
        self._help.setIcon(QIcon(icons.pixmap("help", theme.text2, side)))
        self._help.setIconSize(QSize(side, side))
