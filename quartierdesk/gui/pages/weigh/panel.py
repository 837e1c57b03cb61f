"""Beside the table: how much is counted, by which rule, what does not fit, and closing."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from quartierdesk.gui import forms
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import RADIUS_CHIP
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.gui.widgets.notice import Notice

_HEIGHT, _BAR = 12, 14


class Gauge(QWidget):
    """A bar that fills up; beyond its end it is full."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part, self._whole = 0, 0

    def show_part(self, part: int, whole: int | None) -> None:
        """Show how much of a whole there is; without a whole there is no bar."""
        self._part, self._whole = part, whole or 0
        self.setVisible(bool(whole))
        self.setAccessibleName(f"{part} / {whole or 0}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the bar."""
        return QSize(80, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame and filling."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        frame = QRectF(0.5, 0.5, self.width() - 1, _HEIGHT - 1)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Dark), 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(frame, RADIUS_CHIP, RADIUS_CHIP)
        share = min(1.0, self._part / self._whole) if self._whole else 0.0
        if share > 0:
            filled = QRectF(frame)
            filled.setWidth(frame.width() * share)
            painter.setBrush(palette.color(QPalette.ColorRole.Accent))
            painter.drawRoundedRect(filled, RADIUS_CHIP, RADIUS_CHIP)


class CountPanel(QWidget):
    """Numbers, rule and notices; its buttons belong to the page."""

    FORM = "weigh_panel"

    number: QLabel
    number_text: QLabel
    facts: QGridLayout
    rule_button: QPushButton
    rule: Notice
    differences: Notice
    sheets_label: QLabel
    sheets: QListWidget
    new_sheet_button: QPushButton
    delete_sheet_button: QPushButton
    save_button: KeyButton
    hidden: QLabel
    close_button: KeyButton
    keys_hint: QLabel

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        forms.load_into(self, self.FORM)
        self.gauge = Gauge(self)
        self._area: QScrollArea | None = None
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, self.gauge)
        self._shown_facts: list[QLabel] = []
        look.dress(self)
        self.fit()

    def in_area(self, parent: QWidget) -> QScrollArea:
        """Return the panel in an area that scrolls where the screen is low."""
        self._area = QScrollArea(parent)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self)
        self._area.viewport().setAutoFillBackground(False)
        self.setAutoFillBackground(False)
        self.fit()
        return self._area

    def fit(self) -> None:
        """Take on the width for the text size in force."""
        width = self._look.sizes.grown(32, 272)
        self.setFixedWidth(width)
        if self._area is not None:
            self._area.setFixedWidth(width + _BAR)

    def show_sheets(self, *, shown: bool) -> None:
        """Show what belongs to sheets, or hide it; there is one main button."""
        for widget in (
            self.sheets_label, self.sheets, self.new_sheet_button, self.delete_sheet_button,
            self.save_button,
        ):  # fmt: skip
            widget.setVisible(shown)
        self.close_button.setProperty("primary", not shown)
        self.close_button.set_keys("Ctrl+Shift+Enter" if shown else "Ctrl+Enter")
        self.close_button.style().unpolish(self.close_button)
        self.close_button.style().polish(self.close_button)
        self._look.dress(self.close_button)  # the style gave it the font it had before

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show words with a number each, one below the other."""
        for label in self._shown_facts:
            self.facts.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._shown_facts = []
        for row, (words, number) in enumerate(facts):
            name, value = QLabel(words, self), QLabel(number, self)
            name.setProperty("role", "small")
            name.setProperty("tone", "second")
            value.setProperty("role", "label")
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.facts.addWidget(name, row, 0)
            self.facts.addWidget(value, row, 1)
            self._shown_facts += [name, value]
        self.facts.setColumnStretch(0, 1)
        self._look.dress(self)

    def show_number(self, number: str, words: str) -> None:
        """Show the one large number."""
        self.number.setText(number)
        self.number_text.setText(words)
