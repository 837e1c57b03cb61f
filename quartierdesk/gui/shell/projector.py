"""The projector: a window for the second screen, without names and internal notes."""

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from quartierdesk.gui.desk import Desk
from quartierdesk.gui.marks import NO_KIND, KindSign, paint_kind
from quartierdesk.gui.numbers import number
from quartierdesk.gui.places import WALL, Place
from quartierdesk.gui.shell.words_that_fit import fitting
from quartierdesk.gui.theme.sizes import RADIUS_BEAMER, TextRole

if TYPE_CHECKING:
    from quartierdesk.services.projected_results import ProjectedResult
    from quartierdesk.services.projected_walls import ProjectedWall
    from quartierdesk.services.projection import ProjectedCard, Projection
    from quartierdesk.services.workspaces import Changes, Workspace

_WIDTH, _HEIGHT = 1920, 1080
_MARGIN, _GAP_X, _GAP_Y = 96, 32, 24
_CARD, _FOOT, _BAND, _MARK = 162, 164, 10, 64
_TICK = 10_000


class Projector(QWidget):
    """Drawn for 1920 × 1080 and scaled to the screen there is, so that nothing gets smaller.

    It shows guiding question, newest cards, the running item of the agenda with the time left. When
    it is told to, it shows the result of a poll, or the wall, and there the column that grew last.
    When its screen goes (cable pulled), it closes instead of covering the facilitator's screen.
    """

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._desk = desk
        self._shown: Projection | None = None
        self._poll_id = ""
        self._result: ProjectedResult | None = None
        self._with_wall = False
        self._wall: ProjectedWall | None = None
        self._first = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Projector"))
        self.setWindowTitle(self.tr("QuartierDesk – projector"))
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.update)
        self._clock.start(_TICK)
        desk.ops.changed.connect(self._note)
        desk.ops.opened.connect(self._reload)
        desk.workshop_changed.connect(self._reload)
        desk.look.changed.connect(self.update)
        self._reload()

    def show_place(self, place: Place) -> None:
        """Show the result of a poll where the place names one, the wall, or the newest cards."""
        self._poll_id = place.poll_id or ""
        self._with_wall = place.page == WALL
        self._result = self._wall = None
        self._first = 0
        self._reload()

    def show_on_second_screen(self, first: QScreen) -> None:
        """Fill a screen that is not the facilitator's; with one screen only, show a window."""
        others = [screen for screen in QGuiApplication.screens() if screen is not first]
        if not others:
            self.resize(_WIDTH // 2, _HEIGHT // 2)
            self.show()
            return
        screen = others[0]
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._screen_gone)
        self._screen = screen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with F11 or Escape."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in (Qt.Key.Key_F11, Qt.Key.Key_Escape):
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the second screen is free."""
        self._clock.stop()
        self.closed.emit()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw question, cards and foot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._desk.look.theme
        painter.fillRect(self.rect(), theme.base)
        scale = min(self.width() / _WIDTH, self.height() / _HEIGHT)
        painter.scale(scale, scale)
        room = QRect(0, 0, round(self.width() / scale), round(self.height() / scale))
        if self._result is not None:
            from quartierdesk.gui.shell.projected_result import ResultPainter

            ResultPainter(theme, self._font).paint(painter, room, self._result)
            return
        if self._shown is None:
            return
        above = room.adjusted(0, 0, 0, -_FOOT)
        if self._wall is not None and self._wall.columns:
            from quartierdesk.gui.shell.projected_wall import WallPainter

            WallPainter(theme, self._font).paint(painter, above, self._wall, self._first)
        else:
            top = self._question(painter, room, self._shown.question)
            self._cards(painter, QRect(room.x(), top, room.width(), above.bottom() - top))
        self._foot(painter, QRect(0, room.bottom() - _FOOT, room.width(), _FOOT + 1))

    def _question(self, painter: QPainter, room: QRect, question: str) -> int:
        """Draw the guiding question and return where the cards begin."""
        theme = self._desk.look.theme
        y = 44
        self._font(painter, "beamer_second")
        painter.setPen(theme.text2)
        painter.drawText(_MARGIN, y, 800, 48, Qt.AlignmentFlag.AlignVCenter, self.tr("Question"))
        self._font(painter, "beamer_question")
        painter.setPen(theme.text)
        place = QRect(_MARGIN, y + 46, min(room.width() - 2 * _MARGIN, 1640), 184)
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        text = fitting(painter, question, place)
        painter.drawText(place, int(flags), text)
        used = painter.fontMetrics().boundingRect(place, int(flags), text)
        return used.bottom() + 32

    def _cards(self, painter: QPainter, room: QRect) -> None:
        """Draw as many of the newest cards as there is room for, in two columns."""
        shown = self._shown
        width = (room.width() - 2 * _MARGIN - _GAP_X) // 2
        rows = max(0, (room.height() + _GAP_Y) // (_CARD + _GAP_Y))
        for place, card in enumerate(shown.cards[: rows * 2] if shown else ()):
            x = _MARGIN + (place % 2) * (width + _GAP_X)
            y = room.y() + (place // 2) * (_CARD + _GAP_Y)
            self._card(painter, QRect(x, y, width, _CARD), card, newest=place == 0)

    def _card(self, painter: QPainter, room: QRect, card: "ProjectedCard", *, newest: bool) -> None:
        theme = self._desk.look.theme
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(room), RADIUS_BEAMER, RADIUS_BEAMER)
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(
            QRect(room.x(), room.y(), _BAND, room.height()), theme.kind(card.kind).fill
        )
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.accent if newest else theme.line, 4 if newest else 2))
        painter.drawPath(outline)
        sign = KindSign(card.kind, card.shape, card.letter) if card.shape else NO_KIND
        middle = room.y() + (room.height() - _MARK) / 2
        paint_kind(painter, QRectF(room.x() + _BAND + 26, middle, _MARK, _MARK), sign, theme)
        self._font(painter, "beamer_card")
        painter.setPen(theme.text)
        words = room.adjusted(_BAND + 26 + _MARK + 20, 4, -20, -4)
        text = fitting(painter, card.text, words)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(flags), text)

    def _foot(self, painter: QPainter, room: QRect) -> None:
        theme, shown = self._desk.look.theme, self._shown
        if shown is None:
            return
        painter.fillRect(room, theme.rail)
        painter.fillRect(QRect(room.x(), room.y(), room.width(), 2), theme.line)
        right = self._number(painter, room, room.right() - _MARGIN, shown.contributions)
        now = self._desk.now().time()
        item = shown.running(now)
        if item is None or item.start is None or item.end is None:
            return
        left = max(0, _minutes(item.end) - _minutes(now))
        self._font(painter, "beamer_number")
        painter.setPen(theme.text)
        numbers = QRect(right - 340, room.y() + 16, 300, 80)
        painter.drawText(numbers, Qt.AlignmentFlag.AlignRight, str(left))
        self._font(painter, "beamer_second")
        painter.setPen(theme.text2)
        below = numbers.translated(0, 84)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, self.tr("minutes left"))
        self._phase(
            painter, QRect(_MARGIN, room.y(), numbers.x() - _MARGIN, room.height()), item.title
        )
        done = (_minutes(now) - _minutes(item.start)) / max(
            1, _minutes(item.end) - _minutes(item.start)
        )
        bar = QRect(_MARGIN, room.y() + 104, numbers.x() - _MARGIN, 16)
        painter.setPen(QPen(theme.edge, 2))
        painter.setBrush(theme.base)
        painter.drawRoundedRect(bar, 4, 4)
        painter.fillRect(
            QRect(bar.x() + 1, bar.y() + 1, round(bar.width() * done), 14), theme.accent
        )

    def _phase(self, painter: QPainter, room: QRect, title: str) -> None:
        self._font(painter, "beamer_phase")
        painter.setPen(self._desk.look.theme.text)
        words = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room.adjusted(0, 32, 0, 0), Qt.AlignmentFlag.AlignTop, words)

    def _number(self, painter: QPainter, room: QRect, right: int, count: int) -> int:
        """Draw how many cards there are and return where that begins."""
        theme = self._desk.look.theme
        place = QRect(right - 220, room.y() + 16, 220, 80)
        self._font(painter, "beamer_number")
        painter.setPen(theme.text)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, number(count))
        self._font(painter, "beamer_second")
        painter.setPen(theme.text2)
        words = self.tr("contributions")
        painter.drawText(place.translated(0, 84), Qt.AlignmentFlag.AlignRight, words)
        return place.x()

    def _font(self, painter: QPainter, role: TextRole) -> None:
        # The window is scaled as a whole, so the size is that of the design: a point is 4/3 px.
        font = self._desk.look.font(role)
        font.setPixelSize(round(self._desk.look.sizes.points(role) * 4 / 3))
        painter.setFont(font)

    def _note(self, changes: "Changes") -> None:
        from quartierdesk.services import projected_results, projected_walls, projection

        kinds = projected_results.DEPENDS_ON if self._poll_id else projection.DEPENDS_ON
        wall = projected_walls.DEPENDS_ON if self._with_wall else frozenset()
        if changes.kinds & (kinds | wall):
            self._reload()

    def _reload(self, *_: object) -> None:
        wanted = self._desk.workshop_id
        if self._desk.file is None or not wanted:
            self._show(None)
            return

        def look(workspace: "Workspace") -> "Projection":
            from quartierdesk.services import projection

            return projection.of_workshop(workspace, wanted)

        self._desk.ops.ask(self, look, self._show, latest="projector")
        if self._poll_id:
            self._ask_for_result(self._poll_id)
        if self._with_wall:
            self._ask_for_wall(wanted)

    def _ask_for_result(self, poll_id: str) -> None:
        def tell(workspace: "Workspace") -> "ProjectedResult | None":
            from quartierdesk.services import projected_results

            return projected_results.of_poll(workspace, poll_id)

        self._desk.ops.ask(self, tell, self._show_result, latest="projector/result")

    def _ask_for_wall(self, workshop_id: str) -> None:
        def look(workspace: "Workspace") -> "ProjectedWall":
            from quartierdesk.services import projected_walls

            return projected_walls.of_workshop(workspace, workshop_id)

        self._desk.ops.ask(self, look, self._show_wall, latest="projector/wall")

    def _show(self, shown: "Projection | None") -> None:
        self._shown = shown
        if shown is not None:
            self.setAccessibleDescription(shown.question)
        self.update()

    def _show_result(self, result: "ProjectedResult | None") -> None:
        self._result = result
        if result is not None:
            told = [f"{row.name}: {row.value}" for row in result.rows]
            self.setAccessibleDescription(", ".join([result.question, *told]))
        self.update()

    def _show_wall(self, wall: "ProjectedWall") -> None:
        from quartierdesk.gui.shell.projected_wall import wall_words, window_on

        grown = wall.changed_since(self._wall)
        self._first = window_on(wall, self._first, self._first if grown is None else grown)
        self._wall = wall
        told = [f"{column.title}: {column.contributions}" for column in wall.columns]
        self.setAccessibleDescription(", ".join([*told, wall_words(wall, self._first)]))
        self.update()

    def _screen_gone(self, screen: QScreen) -> None:
        if screen is self._screen:
            self._desk.tell(self.tr("The projector is gone; its window is closed."))
            self.close()


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
