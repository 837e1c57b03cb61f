"""The line in which people capture: codes become chips, what is missing stands behind the caret."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from quartierdesk.domain.capture_line import Chip, ParsedLine, parse
from quartierdesk.domain.capture_typing import (
    Offer,
    as_text,
    moved,
    offer,
    pasted_lines,
    with_kind,
)
from quartierdesk.domain.capture_words import CodeWord, Vocabulary
from quartierdesk.domain.text import LONGEST_TEXT
from quartierdesk.gui.theme.colours import Theme
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import RADIUS_CHIP

_SIDE = 16
_FRAME, _PADDING = 3, 8
_CHIP_SIDE, _CHIP_ABOVE = 3, 1
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".heic", ".heif", ".tif", ".tiff")


class _Codes(QSyntaxHighlighter):
    """Writes codes in the accent colour."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.chips: tuple[Chip, ...] = ()
        self.colour: QColor | None = None

    def highlightBlock(self, text: str) -> None:
        """Format the codes of the one block there is."""
        shape = QTextCharFormat()
        if self.colour is not None:
            shape.setForeground(self.colour)
        shape.setFontWeight(QFont.Weight.Bold)
        for chip in self.chips:
            start = _units(text, chip.start)
            self.setFormat(start, _units(text, chip.end) - start, shape)


class CaptureLine(QPlainTextEdit):
    """One line of text with codes.

    `read` tells after every change; `entered` that it shall be stored. `mention_wanted` (Tab, only
    while `offers_mention`), `last_wanted` (Up in an empty line), `stream_wanted` (Up in a line with
    text), `given_up` (Esc), `many_pasted` with the lines of a longer text, `too_long` with the
    characters of a pasted text that no contribution can hold (it is not inserted: each key would
    take seconds), `pictures_given` with paths or pictures.
    """

    read = Signal()
    entered = Signal()
    mention_wanted = Signal()
    last_wanted = Signal()
    stream_wanted = Signal()
    given_up = Signal()
    many_pasted = Signal(list)
    too_long = Signal(int)
    pictures_given = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._known = Vocabulary()
        self._literal: frozenset[int] = frozenset()
        self._choice = 0
        self._before = ""
        self._codes = _Codes(self.document())
        self.parsed: ParsedLine = parse("", self._known)
        self.offered: Offer | None = None
        self.offers_mention = False
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._note_text)
        self.cursorPositionChanged.connect(self._read)

    def dress(self, look: Look) -> None:
        """Take on colours and font; called once, it follows the look from then on."""
        self._look = look
        look.changed.connect(self._follow_look)
        self._follow_look()

    @property
    def line(self) -> str:
        """The text that stands in the line."""
        return self.toPlainText()

    @property
    def literal(self) -> frozenset[int]:
        """Where codes begin that count as text."""
        return self._literal

    @property
    def choice(self) -> int:
        """How often somebody asked for the next candidate."""
        return self._choice

    @property
    def space_takes(self) -> bool:
        """Whether the blank takes the candidate: the code completes to it, or it was chosen."""
        end = self._caret()
        open_ = any(chip.end == end and not chip.complete for chip in self.parsed.chips)
        return self.offered is not None and bool(open_ or self._choice)

    def know(self, known: Vocabulary) -> None:
        """Complete codes to these words from now on."""
        if known != self._known:
            self._known = known
            self._read()

    def fill(self, line: str, literal: Iterable[int] = (), caret: int | None = None) -> None:
        """Put another text into the line, with the caret at its end or at `caret`."""
        self._choice = 0
        self._before, self._literal = line, frozenset(literal)
        self.setPlainText(line)
        self._place_caret(len(line) if caret is None else caret)

    def drop_front(self, stored: str) -> bool:
        """Take out what was stored and keep what was typed since; False: it is not in front."""
        line = self.line
        if not line.startswith(stored):
            return False
        caret = max(0, self._caret() - len(stored))
        rest = moved(self._literal, line, line[len(stored) :])
        self.fill(line[len(stored) :], rest, caret)
        return True

    def take(self, place: int = 0) -> None:
        """Write the candidate out, the one `place` behind the chosen one."""
        if self.offered is not None:
            line, caret = self.offered.taken(self.line, self._choice + place)
            self._rewrite(line, caret)

    def choose_kind(self, sign: str) -> None:
        """Put the sign of a kind in front, or take it away."""
        line, shift = with_kind(self.line, self.parsed, sign)
        self._rewrite(line, max(0, self._caret() + shift))

    def candidates(self) -> tuple[CodeWord, ...]:
        """Return what the code at the caret may become, the chosen one first."""
        if self.offered is None:
            return ()
        words = self.offered.words
        first = self._choice % len(words)
        return words[first:] + words[:first]

    def sizeHint(self) -> QSize:
        """Return the height of the line; its width is what there is."""
        return QSize(320, self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(160, self._height())

    def event(self, event: QEvent) -> bool:
        """Leave undo to the program where nothing was typed that could be taken back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            idle = event.matches(undo) and not self.document().isUndoAvailable()
            idle |= event.matches(redo) and not self.document().isRedoAvailable()
            if idle:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys of the line; everything else is typing."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif not (plain and self._special(Qt.Key(event.key()))):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab count a mention while one is offered; else it leaves the line."""
        if next and self.offers_mention:
            self.mention_wanted.emit()
            return True
        return super().focusNextPrevChild(next)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Tell that pictures may be dropped here as well."""
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take pictures, ask about many lines, insert the rest on one line."""
        pictures = list(_pictures(source))
        if pictures:
            self.pictures_given.emit(pictures)
            return
        lines = pasted_lines(source.text())
        if len(lines) > 1:
            self.many_pasted.emit(lines)
        elif len(self.line) + len(source.text()) > LONGEST_TEXT:
            self.too_long.emit(len(source.text()))
        elif lines:
            self.insertPlainText(" ".join(source.text().splitlines()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of chips, the text, and what is missing behind the caret."""
        if self._look is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_chips(painter, self._look.theme)
            painter.end()
        super().paintEvent(event)
        if self._look is not None:
            painter = QPainter(self.viewport())
            self._paint_ghost(painter, self._look.theme)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text in the middle of the height."""
        super().resizeEvent(event)
        self._centre()

    def _special(self, key: Qt.Key) -> bool:
        """Do what a key means beside typing; False where it means nothing more."""
        if key == Qt.Key.Key_Backspace:
            return self._turn_back()
        if key == Qt.Key.Key_Space and self.space_takes:
            self.take()
            return True
        if key == Qt.Key.Key_Right and self._right_takes():
            self.take()
            return True
        if key == Qt.Key.Key_Down and self.offered is not None:
            return self._choose(1)
        if key == Qt.Key.Key_Up:
            return self._up()
        if key == Qt.Key.Key_Escape:
            self.given_up.emit()
            return True
        return False

    def _turn_back(self) -> bool:
        if self.textCursor().hasSelection():
            return False
        literal = as_text(self.parsed, self._literal, self._caret())
        if literal is None:
            return False
        self._literal = literal
        self._read()
        return True

    def _right_takes(self) -> bool:
        """Tell whether → takes the candidate, having nowhere else to go."""
        end = self._caret()
        whole = any(chip.end == end and chip.complete for chip in self.parsed.chips)
        return self.space_takes or (
            self.offered is not None and not whole and end == len(self.line)
        )

    def _choose(self, step: int) -> bool:
        self._choice += step
        self._read(keep_choice=True)
        return True

    def _up(self) -> bool:
        if self.offered is not None and self._choice:
            return self._choose(-1)
        (self.stream_wanted if self.line.strip() else self.last_wanted).emit()
        return True

    def _rewrite(self, line: str, caret: int) -> None:
        """Replace the whole text so that Ctrl+Z can take it back."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(line)
        self._place_caret(caret)

    def _place_caret(self, caret: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(_units(self.line, caret))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _caret(self) -> int:
        return _points(self.line, self.textCursor().position())

    def _note_text(self) -> None:
        line = self.line
        if line != self._before:
            self._literal = moved(self._literal, self._before, line)
            self._before = line
            self._read()

    def _read(self, *, keep_choice: bool = False) -> None:
        if not keep_choice:
            self._choice = 0
        line, caret = self.line, self._caret()
        self.parsed = parse(line, self._known, self._literal, caret, self._choice)
        self.offered = offer(line, self._known, caret, self._literal)
        if self._codes.chips != self.parsed.chips:
            self._codes.chips = self.parsed.chips
            self._codes.rehighlight()
        self.viewport().update()
        self.read.emit()

    def _follow_look(self) -> None:
        if self._look is not None:
            self.setFont(self._look.font("input"))
            self._codes.colour = self._look.theme.accent
            self._codes.rehighlight()
            self.setFixedHeight(self._height())
            self._centre()

    def _height(self) -> int:
        return self._look.sizes.capture_line if self._look else 56

    def _centre(self) -> None:
        line = QFontMetricsF(self.font()).height()
        self.document().setDocumentMargin(0)
        # Border and padding of the style sheet take the same room with and without the focus.
        inner = self.height() - 2 * _FRAME
        above = max(0, round((inner - line) / 2))
        self.setViewportMargins(_SIDE - _PADDING, above, _SIDE - _PADDING, 0)

    def _paint_chips(self, painter: QPainter, theme: Theme) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tint)
        for chip in self.parsed.chips:
            rect = self._rect_of(chip.start, chip.end)
            ghosted = self.offered is not None and chip.end == self._caret()
            right = 0 if ghosted and self._ghost() else _CHIP_SIDE
            room = rect.adjusted(-_CHIP_SIDE, -_CHIP_ABOVE, right, _CHIP_ABOVE)
            painter.drawRoundedRect(room, RADIUS_CHIP, RADIUS_CHIP)

    def _paint_ghost(self, painter: QPainter, theme: Theme) -> None:
        if not self.line:
            painter.setPen(theme.ghost)
            painter.setFont(self.font())
            asked = self.tr("What is being said?")
            closed = self.tr("This file is open for reading only.")
            self._draw_behind(painter, asked if self.isEnabled() else closed, QPointF(2, 0))
        elif ghost := self._ghost():
            painter.setPen(theme.ghost)
            painter.setFont(self.font())
            rect = self.cursorRect()
            self._draw_behind(painter, ghost, QPointF(rect.right(), rect.top()))

    def _draw_behind(self, painter: QPainter, text: str, place: QPointF) -> None:
        ascent = QFontMetricsF(self.font()).ascent()
        painter.drawText(QPointF(place.x(), place.y() + ascent), text)

    def _ghost(self) -> str:
        meant = any(chip.end == self._caret() and not chip.complete for chip in self.parsed.chips)
        return self.offered.ghost(self._choice) if self.offered and meant else ""

    def _rect_of(self, start: int, end: int) -> QRectF:
        left, right = self._rect_at(start), self._rect_at(end)
        return QRectF(left.left(), left.top(), right.left() - left.left(), left.height())

    def _rect_at(self, place: int) -> QRectF:
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(self.line, place))
        rect = QRectF(self.cursorRect(cursor))
        rect.setLeft(rect.left() + rect.width() / 2)
        return rect


def _pictures(source: QMimeData) -> Iterator[object]:
    """Return paths of picture files, or the picture itself, from what was pasted or dropped."""
    files = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
    found = [file for file in files if file.lower().endswith(_PICTURES)]
    yield from found
    image = source.imageData() if not found and source.hasImage() else None
    if isinstance(image, QImage):
        yield image


def _units(text: str, place: int) -> int:
    """Return a place in Qt's count: characters beyond the first plane count twice."""
    head = text[:place]
    return len(head) + sum(character > "\uffff" for character in head)


def _points(text: str, units: int) -> int:
    """Return the place in Python's count."""
    place = 0
    while place < len(text) and units > 0:
        units -= 2 if text[place] > "\uffff" else 1
        place += 1
    return place
