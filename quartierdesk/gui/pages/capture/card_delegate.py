"""Draws the cards of the stream: band, mark, text, number, and what is known about them."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from quartierdesk.gui import icons, marks
from quartierdesk.gui.pages.capture.faces import remarks
from quartierdesk.gui.pages.capture.stream_model import CARD_ROLE, CardStreamModel, Index
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import FOCUS, RADIUS_CARD
from quartierdesk.gui.widgets.card_text import MOST_LINES, CardTexts, LaidOut
from quartierdesk.services.card_stream import CardRow

SPACE, SIDE = 4, 8
"""Room above and below, and beside each card, that belongs to its item, for the ring."""

_BAND, _GAP, _END = 6, 12, 14
_ABOVE, _BETWEEN, _BELOW = 10, 4, 11
_META_GAP, _META_ICON = 14, 15
_CHECK, _BESIDE_CHECK = 18, 5


@dataclass(frozen=True, slots=True)
class _Note:
    """A part of the line below the text."""

    text: str
    icon: str = ""
    colour: QColor | None = None
    bold: bool = False


class CardDelegate(QStyledItemDelegate):
    """Two heights only: cards of one or two lines. `uniform` gives all of them the larger one."""

    def __init__(self, model: CardStreamModel, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._look = look
        self._texts = CardTexts()
        self.width = 0
        self.uniform = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a card with the room around it."""
        lines = MOST_LINES
        card = None if self.uniform else self._model.known_at(index.row())
        if card is not None:
            lines = self._text(card, self.width - 2 * SIDE).lines
        return QSize(self.width, self.height(lines))

    def height(self, lines: int) -> int:
        """Return the height of an item whose text has so many lines."""
        text = QFontMetrics(self._look.font("card")).height()
        meta = QFontMetrics(self._look.font("caption")).height()
        return _ABOVE + lines * text + _BETWEEN + meta + _BELOW + 2 * SPACE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a card; one that is on its way is an empty card."""
        card = index.data(CARD_ROLE)
        rect = option.rect.adjusted(SIDE, SPACE, -SIDE, -SPACE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, rect, card, selected=selected)
        if isinstance(card, CardRow):
            self._content(painter, rect, card, selected=selected)
        self._focus(painter, rect, option, index)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, card: object, *, selected: bool) -> None:
        theme = self._look.theme
        path = QPainterPath()
        path.addRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
        painter.fillPath(path, theme.tint if selected else theme.base)
        if isinstance(card, CardRow):
            painter.save()
            painter.setClipPath(path)
            band = QRect(rect.left(), rect.top(), _BAND, rect.height())
            painter.fillRect(band, theme.kind(card.kind).fill)
            painter.restore()
        painter.setPen(QPen(theme.accent if selected else theme.line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _content(self, painter: QPainter, rect: QRect, card: CardRow, *, selected: bool) -> None:
        theme, mark = self._look.theme, self._look.sizes.mark
        sign = self._model.faces.kind(card.kind).sign
        text, corner = self._text(card, rect.width()), rect
        spare = (rect.height() + 2 * SPACE - self.height(text.lines)) // 2
        rect = rect.adjusted(0, spare, 0, -spare)
        x = rect.left() + _BAND + _GAP
        painter.drawPixmap(x, rect.top() + _GAP, marks.kind_pixmap(sign, theme, mark))
        x += mark + _GAP
        painter.setPen(theme.text)
        text.draw(painter, QPointF(x, rect.top() + _ABOVE))
        meta = self._look.font("caption")
        height = QFontMetrics(meta).height()
        line = QRect(x, rect.bottom() + 1 - _BELOW - height, rect.right() - _END - x, height)
        self._notes(painter, line, card)
        shift = max(0, self._look.sizes.icon(_CHECK) + _BESIDE_CHECK - _END) if selected else 0
        self._number(painter, rect, card, shift=shift)
        if selected:
            self._check(painter, corner)

    def _text(self, card: CardRow, width: int) -> LaidOut:
        beside = _BAND + 2 * _GAP + self._look.sizes.mark + _GAP + self._end_width(card) + _END
        return self._texts.of(card.text_original, width - beside, self._look.font("card"))

    def _end_width(self, card: CardRow) -> int:
        width = QFontMetrics(self._look.font("small")).horizontalAdvance(card.label)
        if card.id == self._model.newest_saved:
            saved = QFontMetrics(self._look.font("caption")).horizontalAdvance(self._saved_words())
            width = max(width, saved + self._look.sizes.icon(_META_ICON) + SPACE)
        return width

    def _saved_words(self) -> str:
        return self.tr("saved")

    def _number(self, painter: QPainter, rect: QRect, card: CardRow, *, shift: int) -> None:
        theme, right = self._look.theme, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        small = self._look.font("small")
        height = QFontMetrics(small).height()
        room = QRect(rect.left(), rect.top() + _ABOVE + 2, rect.width() - _END - shift, height)
        painter.setFont(small)
        painter.setPen(theme.muted)
        painter.drawText(room, right, card.label)
        if card.id != self._model.newest_saved:
            return
        caption = self._look.font("caption")
        painter.setFont(caption)
        painter.setPen(theme.ok)
        room = room.translated(shift, height)
        painter.drawText(room, right, self._saved_words())
        size = self._look.sizes.icon(_META_ICON)
        width = QFontMetrics(caption).horizontalAdvance(self._saved_words())
        check = icons.pixmap("check", theme.ok, size, strong=True)
        at = QPoint(room.right() - width - size - 3, room.center().y() - size // 2)
        painter.drawPixmap(at, check)

    def _check(self, painter: QPainter, rect: QRect) -> None:
        theme, size = self._look.theme, self._look.sizes.icon(_CHECK)
        corner = QRect(rect.right() + 1 - size, rect.top(), size, size)
        path = QPainterPath()
        path.addRoundedRect(QRectF(rect), RADIUS_CARD, RADIUS_CARD)
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(corner, theme.accent)
        painter.restore()
        inner = corner.adjusted(3, 3, -3, -3)
        check = icons.pixmap("check", theme.on_accent, inner.width(), strong=True)
        painter.drawPixmap(inner.topLeft(), check)

    def _focus(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, index: Index
    ) -> None:
        view = option.widget
        if not isinstance(view, QAbstractItemView) or view.currentIndex() != index:
            return
        focused = view.hasFocus()
        width = FOCUS if focused else 1
        out = 1 + width / 2 if focused else -0.5
        painter.setPen(QPen(self._look.theme.accent, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = RADIUS_CARD + (2 if focused else 0)
        painter.drawRoundedRect(QRectF(rect).adjusted(-out, -out, out, out), radius, radius)

    def _notes(self, painter: QPainter, line: QRect, card: CardRow) -> None:
        sizes, x = self._look.sizes, line.left()
        icon_size = sizes.icon(_META_ICON)
        for note in self._notes_of(card):
            font = self._note_font(bold=note.bold)
            metrics = QFontMetrics(font)
            width = metrics.horizontalAdvance(note.text)
            icon = icon_size + SPACE + 2 if note.icon else 0
            room = line.right() - x
            if x > line.left() and icon + width > room:
                painter.setPen(self._look.theme.muted)
                painter.drawText(QPoint(x, line.top() + metrics.ascent()), "…")
                return
            if note.icon:
                colour = note.colour or self._look.theme.text2
                picture = icons.pixmap(note.icon, colour, icon_size)
                painter.drawPixmap(x, line.center().y() - icon_size // 2 + 1, picture)
            painter.setFont(font)
            painter.setPen(self._words_colour(note))
            words = metrics.elidedText(note.text, Qt.TextElideMode.ElideRight, room - icon)
            painter.drawText(QPoint(x + icon, line.top() + metrics.ascent()), words)
            x += icon + width + _META_GAP

    def _notes_of(self, card: CardRow) -> Iterator[_Note]:
        faces, theme = self._model.faces, self._look.theme
        if card.table is not None:
            yield _Note(self.tr("Table {0}").format(card.table))
        if clock := faces.clock(card):
            yield _Note(clock)
        for code in card.fields:
            yield _Note(faces.field_name(code), faces.field_icon(code), theme.field(code))
        for code in card.groups:
            yield _Note(faces.group_name(code), "target")
        if card.mention_count > 1:
            yield _Note(f"×{card.mention_count}", bold=True)
        for icon, text in remarks(card):
            yield _Note(text, icon)

    def _words_colour(self, note: _Note) -> QColor:
        theme = self._look.theme
        if note.bold:
            return theme.text
        return theme.text2 if note.icon else theme.muted

    def _note_font(self, *, bold: bool) -> QFont:
        font = self._look.font("caption")
        font.setBold(bold)
        return font
