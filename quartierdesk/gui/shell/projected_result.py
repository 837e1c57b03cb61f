"""Draws the result of a poll for the projector, nothing smaller than 24 points."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from quartierdesk.gui.poll_words import cell_text, column_title, method_name
from quartierdesk.gui.theme.colours import Theme
from quartierdesk.gui.theme.sizes import RADIUS_CHIP, TextRole
from quartierdesk.services.projected_results import ProjectedResult, ProjectedRow

_MARGIN, _GAP = 96, 32
_ROW, _LOWEST_ROW = 76, 56
_RANK, _NAMES = 90, 0.48
_BAR = 0.55


class ResultPainter:
    """Draws one result; `font` gives a painter the font of a role in the size of the design."""

    def __init__(self, theme: Theme, font: Callable[[QPainter, TextRole], None]) -> None:
        self._theme = theme
        self._font = font

    def paint(self, painter: QPainter, room: QRect, result: ProjectedResult) -> None:
        """Draw heading and as many rows as there is room for, the best first."""
        theme = self._theme
        self._font(painter, "beamer_second")
        painter.setPen(theme.text2)
        painter.drawText(_MARGIN, 44, room.width(), 48, 0, method_name(result.method))
        self._font(painter, "beamer_phase")
        painter.setPen(theme.text)
        question = result.question or QCoreApplication.translate("Projector", "Result")
        heading = QRect(_MARGIN, 92, room.width() - 2 * _MARGIN, 130)
        painter.drawText(heading, int(Qt.TextFlag.TextWordWrap), question)
        top = 240
        free = room.height() - top - 64
        height = max(_LOWEST_ROW, min(_ROW, free // max(1, len(result.rows))))
        shown = result.rows[: max(1, free // height)]
        for place, row in enumerate(shown):
            rect = QRect(_MARGIN, top + place * height, room.width() - 2 * _MARGIN, height)
            self._row(painter, rect, row, result)
        left = len(result.rows) - len(shown)
        if left:
            words = QCoreApplication.translate("Projector", "and {number} more").format(number=left)
            self._font(painter, "beamer_second")
            painter.setPen(theme.text2)
            painter.drawText(_MARGIN, top + len(shown) * height + 40, words)

    def _row(
        self, painter: QPainter, rect: QRect, row: ProjectedRow, result: ProjectedResult
    ) -> None:
        theme = self._theme
        self._font(painter, "beamer_phase" if row.rank == 1 else "beamer_card")
        painter.setPen(theme.text)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        if row.rank is not None:
            painter.drawText(
                QRect(rect.x(), rect.y(), _RANK, rect.height()), middle, f"{row.rank}."
            )
        left = rect.x() + (_RANK if row.rank is not None else 0)
        names = QRect(left, rect.y(), round(rect.width() * _NAMES) - _GAP, rect.height())
        metrics = painter.fontMetrics()
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, names.width())
        painter.drawText(names, middle, name)
        bars = QRect(names.right() + _GAP, rect.y(), rect.right() - names.right() - _GAP,
                     rect.height())  # fmt: skip
        self._bar(painter, bars, row, result)

    def _bar(
        self, painter: QPainter, room: QRect, row: ProjectedRow, result: ProjectedResult
    ) -> None:
        theme = self._theme
        words = cell_text(row.value, result.column)
        if row.tied:
            shared = QCoreApplication.translate("Projector", "{number} · rank shared")
            words = shared.format(number=words)
        if row.share is None:
            words = f"{column_title(result.column)}: {words}".replace("\n", " ")
        self._font(painter, "beamer_card")
        longest = room.width() - painter.fontMetrics().horizontalAdvance(words) - _GAP
        length = round(longest * (row.share or 0))
        if row.share:
            thick = round(room.height() * _BAR)
            bar = QRectF(room.x(), room.center().y() - thick / 2, length, thick)
            painter.setPen(QPen(theme.accent, 1))
            painter.setBrush(theme.accent)
            painter.drawRoundedRect(bar, RADIUS_CHIP, RADIUS_CHIP)
        painter.setPen(theme.text)
        place = QRect(room.x() + length + _GAP // 2, room.y(), room.width(), room.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)
