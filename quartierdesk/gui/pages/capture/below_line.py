"""The two rows below the capture line: what a code may become, and the signs of the kinds."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from quartierdesk.domain.capture_words import FIELD_SIGN, CodeWord, Vocabulary
from quartierdesk.gui import icons
from quartierdesk.gui.pages.capture.faces import CardFaces
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.widgets.flat_button import FlatButton

_ICON, _INSIDE = 18, 3
_MOST, _LEAST = 8, 5


class CandidateRow(QWidget):
    """One fixed row of candidates, so that no list covers the newest card.

    `taken` tells how far the candidate stands behind the chosen one. Without candidates it says
    which codes there are.
    """

    taken = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._faces = CardFaces()
        self._buttons: list[FlatButton] = []
        self._first_key = ""
        self._hint = QLabel(self)
        self._hint.setProperty("role", "caption")
        self._hint.setProperty("tone", "muted")
        self._hint.setContentsMargins(_INSIDE, 0, 0, 0)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self._hint)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def dress(self, look: Look) -> None:
        """Make the buttons; called once."""
        self._look = look
        for place in range(_MOST):
            button = FlatButton(look, self)
            button.clicked.connect(lambda _=False, place=place: self.taken.emit(place))
            button.hide()
            self._row.addWidget(button)
            self._buttons.append(button)
        self._row.addStretch(1)
        self.retranslate()

    def use(self, faces: CardFaces) -> None:
        """Show icons and names of these catalogues."""
        self._faces = faces

    def offer(self, sign: str, words: Sequence[CodeWord], *, space_takes: bool = True) -> None:
        """Show candidates, the chosen one first; none shows the hint again.

        `space_takes` tells whether a blank takes the first one, else it is the key →.
        """
        self._first_key = self.tr("Space") if space_takes else "→"
        room, least = self.width(), _LEAST * self._height()
        for place, button in enumerate(self._buttons):
            fits = place < len(words) and (room >= least or place == 0)
            if fits:
                self._show(button, sign, words[place], place)
                width = min(button.sizeHint().width(), max(room, least))
                button.setFixedWidth(width)
                room -= width + self._row.spacing()
            else:
                room = 0
            button.setVisible(fits)
        self._hint.setVisible(not words)

    def retranslate(self) -> None:
        """Set the hint in the language of the program."""
        self._hint.setText(
            self.tr("# field    @ target group    /3 table    x4 mentions    “…” word for word")
        )

    def sizeHint(self) -> QSize:
        """Return the height of a button."""
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the same height; the width may be small, because fewer candidates are shown."""
        return QSize(80, self._height())

    def _height(self) -> int:
        font = self._look.font("small") if self._look else self.font()
        return QFontMetrics(font).height() + 10

    def _show(self, button: FlatButton, sign: str, word: CodeWord, place: int) -> None:
        if self._look is None:
            return
        theme, size = self._look.theme, self._look.sizes.icon(_ICON)
        if sign == FIELD_SIGN:
            icon, colour = self._faces.field_icon(word.code), theme.field(word.code)
        else:
            icon, colour = ("target" if sign == "@" else "layout-columns"), theme.text2
        keys = (self._first_key, "↓")[place] if place < 2 else ""
        text = self.tr("Table {0}").format(word.label) if sign == "/" else word.label
        button.chosen = place == 0
        button.show_words(text, keys=keys, picture=icons.pixmap(icon, colour, size))


class KindCodes(QWidget):
    """The signs of the kinds with their names; the one in force is coloured.

    `chosen` tells the sign. At the right end stand further buttons (`add_end`).
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._buttons: dict[str, FlatButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def dress(self, look: Look) -> None:
        """Draw with this look; called once."""
        self._look = look

    def use(self, known: Vocabulary, faces: CardFaces) -> None:
        """Show the kinds that have a sign."""
        if self._look is None:
            return
        signs = sorted(known.kinds, key=_SIGNS.find)
        for sign in signs:
            if sign not in self._buttons:
                button = FlatButton(self._look, self, "caption")
                button.side = _INSIDE
                button.setCheckable(True)
                button.clicked.connect(lambda _=False, sign=sign: self.chosen.emit(sign))
                self._row.insertWidget(len(self._buttons), button)
                self._buttons[sign] = button
        for sign, button in self._buttons.items():
            button.setVisible(sign in known.kinds)
            if sign in known.kinds:
                button.show_words(faces.kind(known.kinds[sign]).short, sign=sign)

    def mark(self, sign: str) -> None:
        """Colour the kind that the line says."""
        for known, button in self._buttons.items():
            button.setChecked(known == sign)

    def add_end(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


_SIGNS = "!+*~?>"
