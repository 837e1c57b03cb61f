"""A panel that says what to look at, with a link for each line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from quartierdesk.gui.widgets.icon_label import IconLabel
from quartierdesk.gui.widgets.tab_order import follow

Tone = Literal["ok", "warn", "err"]

_SIGNS: dict[Tone, str] = {"ok": "circle-check", "warn": "alert-triangle", "err": "alert-triangle"}
_ICON, _WORDS, _LINK = 0, 1, 2


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One line; `link` and `follow` are given together or not at all."""

    text: str
    link: str = ""
    follow: Callable[[], None] | None = None


class Notice(QFrame):
    """A coloured panel: icon, heading, lines with links. Hidden while it has nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone: Tone = "warn"
        self._sign = IconLabel(self)
        self._heading = QLabel(self)
        self._heading.setProperty("role", "strong")
        self._heading.setWordWrap(True)
        self._lines: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 12, 8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(_WORDS, 1)
        self._grid.addWidget(self._sign, 0, _ICON, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._heading, 0, _WORDS, 1, 2)
        self.hide()

    def tell(self, tone: Tone, heading: str, lines: Sequence[NoticeLine] = ()) -> None:
        """Show a heading with lines; an empty heading hides the panel."""
        self._tone = tone
        for old in self._lines:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = []
        self.setProperty("surface", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self._heading.setText(heading)
        self.setAccessibleName(heading)
        for row, line in enumerate(lines, start=1):
            self._add(row, line)
        follow(self, [each for each in self._lines if isinstance(each, QPushButton)])
        self._sign.set_sign(_SIGNS[tone])
        self._sign.set_tone(tone)
        self.setVisible(bool(heading))

    def clear(self) -> None:
        """Say nothing more."""
        self.tell(self._tone, "")

    def _add(self, row: int, line: NoticeLine) -> None:
        words = QLabel(line.text, self)
        words.setWordWrap(True)
        self._grid.addWidget(words, row, _WORDS, 1, 1 if line.link else 2)
        self._lines.append(words)
        if line.link:
            link = QPushButton(line.link, self)
            link.setProperty("link", True)
            link.setAccessibleDescription(line.text)
            if line.follow is not None:
                link.clicked.connect(line.follow)
            self._grid.addWidget(link, row, _LINK)
            self._lines.append(link)
