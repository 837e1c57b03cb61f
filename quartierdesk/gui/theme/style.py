"""Fusion with stronger outlines where a style sheet would ruin the arrows, and own check boxes."""

from typing import Any, cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QProxyStyle,
    QRadioButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionViewItem,
    QWidget,
)

from quartierdesk.gui.theme.colours import Theme
from quartierdesk.gui.theme.sizes import FOCUS, RADIUS_CHIP, RADIUS_CONTROL, Sizes

_BEFORE_WORDS = 9
_AFTER_WORDS = 2
_BEHIND_ARROW = 8
_INSIDE_RING = FOCUS
_BOXES = (QStyle.ComplexControl.CC_ComboBox, QStyle.ComplexControl.CC_SpinBox)
_BOX_CONTENTS = (QStyle.ContentsType.CT_ComboBox, QStyle.ContentsType.CT_SpinBox)
_CHECKS = (
    QStyle.PrimitiveElement.PE_IndicatorCheckBox,
    QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck,
)
_INDICATORS = (
    QStyle.PixelMetric.PM_IndicatorWidth,
    QStyle.PixelMetric.PM_IndicatorHeight,
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight,
)
_INDICATOR_GAPS = (
    QStyle.PixelMetric.PM_CheckBoxLabelSpacing,
    QStyle.PixelMetric.PM_RadioButtonLabelSpacing,
)


class OutlineStyle(QProxyStyle):
    """Draws combo, spin and date boxes, check boxes and focus frames in the theme's colours."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self._theme: Theme | None = None
        self._sizes = Sizes()

    def use(self, theme: Theme, sizes: Sizes) -> None:
        """Draw with these colours and sizes from now on."""
        self._theme, self._sizes = theme, sizes

    def polish(self, target: Any, /) -> Any:  # noqa: ANN401
        """Let labels and tool tips show what people said as it was said, never as HTML."""
        if isinstance(target, QLabel) and target.textFormat() == Qt.TextFormat.AutoText:
            target.setTextFormat(Qt.TextFormat.PlainText)
        return super().polish(target)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw combo, spin and date boxes as fields with an arrow; the rest as Fusion does."""
        if control not in _BOXES or self._theme is None:
            super().drawComplexControl(control, option, painter, widget)
            return
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Enabled:
            self._frame(painter, rect, self._theme.base, focused=_has_focus(option.state, widget))
        else:
            self._frame(painter, rect, self._theme.window, focused=False)
        if control == QStyle.ComplexControl.CC_ComboBox:
            arrow = QStyle.SubControl.SC_ComboBoxArrow
            place = self.subControlRect(control, option, arrow, widget)
            self._arrow(painter, QRectF(place), option.state, up=False)
            return
        for part, up in (
            (QStyle.SubControl.SC_SpinBoxUp, True),
            (QStyle.SubControl.SC_SpinBoxDown, False),
        ):
            if option.subControls & part:
                place = self.subControlRect(control, option, part, widget)
                self._arrow(painter, QRectF(place), option.state, up=up)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """End the words of a combo box that has no room for them with „…“."""
        label = element == QStyle.ControlElement.CE_ComboBoxLabel
        if label and isinstance(option, QStyleOptionComboBox) and not option.editable:
            control, part = _BOXES[0], QStyle.SubControl.SC_ComboBoxEditField
            room = self.subControlRect(control, option, part, widget).width() - _AFTER_WORDS
            mode = Qt.TextElideMode.ElideRight
            option.currentText = option.fontMetrics.elidedText(option.currentText, mode, room)
        super().drawControl(element, option, painter, cast("QWidget", widget))

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """Return Fusion's places, with as much room before the words as fields have."""
        arrow = self._arrow_place(control, option)
        if control == QStyle.ComplexControl.CC_ComboBox:
            if part == QStyle.SubControl.SC_ComboBoxArrow:
                return arrow
            if part == QStyle.SubControl.SC_ComboBoxEditField:
                return _words_place(option.rect, arrow)
        elif control == QStyle.ComplexControl.CC_SpinBox:
            if part == QStyle.SubControl.SC_SpinBoxEditField:
                return _words_place(option.rect, arrow)
            half = arrow.height() // 2
            if part == QStyle.SubControl.SC_SpinBoxUp:
                return arrow.adjusted(0, 0, 0, -half)
            if part == QStyle.SubControl.SC_SpinBoxDown:
                return arrow.adjusted(0, half, 0, 0)
        # The declared type of Qt leaves out that there may be no widget.
        return super().subControlRect(control, option, part, cast("QWidget", widget))

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw check boxes, radio buttons and focus frames; the rest as Fusion does."""
        if self._theme is None:
            super().drawPrimitive(element, option, painter, widget)
        elif element in _CHECKS:
            self._check_box(painter, QRectF(option.rect), _state_of(option))
        elif element == QStyle.PrimitiveElement.PE_IndicatorRadioButton:
            self._radio_button(painter, QRectF(option.rect), option.state)
        elif element == QStyle.PrimitiveElement.PE_FrameFocusRect:
            # Push buttons and rows of lists show the focus at their own border.
            if isinstance(widget, QCheckBox | QRadioButton):
                self._ring(painter, QRectF(option.rect))
        else:
            super().drawPrimitive(element, option, painter, widget)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Return larger check boxes that grow with the text."""
        if metric in _INDICATORS:
            return self._sizes.icon(18)
        if metric in _INDICATOR_GAPS:
            return self._sizes.icon(8)
        return super().pixelMetric(metric, option, widget)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        """Return sizes that make boxes as high as fields."""
        # The declared type of Qt leaves out that there may be no widget.
        wanted = super().sizeFromContents(kind, option, size, cast("QWidget", widget))
        if kind in _BOX_CONTENTS:
            greets = widget is not None and bool(widget.property("greeting"))
            least = self._sizes.greeting_field if greets else self._sizes.field
            wanted.setHeight(max(wanted.height(), least))
            wanted.setWidth(wanted.width() + _BEFORE_WORDS)
        return wanted

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        """Return Fusion's hints, but leave out the lines below letters that only some have."""
        if hint == QStyle.StyleHint.SH_UnderlineShortcut:
            return 0
        return super().styleHint(hint, option, widget, returned)

    def _arrow_place(self, control: QStyle.ComplexControl, option: QStyleOption) -> QRect:
        """Return where the arrow of a box is, the two of a box for numbers together."""
        rect, wide = option.rect, self._sizes.icon(12)
        place = QRect(rect.right() - _BEHIND_ARROW - wide, rect.top(), wide, rect.height())
        if control == QStyle.ComplexControl.CC_SpinBox:
            room = rect.height() // 7
            return place.adjusted(-2, room, 2, -room)
        return place

    def _frame(self, painter: QPainter, rect: QRectF, ground: QColor, *, focused: bool) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.restore()
        self._outline(painter, rect, focused=focused)

    def _arrow(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, *, up: bool) -> None:
        theme = self._theme
        if theme is None:
            return
        half, middle = self._sizes.icon(4), rect.center()
        tip = -half / 2 if up else half / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        enabled = bool(state & QStyle.StateFlag.State_Enabled)
        pen = QPen(theme.text2 if enabled else theme.muted, 1.75)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(middle.x() - half, middle.y() - tip),
                    QPointF(middle.x(), middle.y() + tip),
                    QPointF(middle.x() + half, middle.y() - tip),
                ]
            )
        )
        painter.restore()

    def _outline(self, painter: QPainter, rect: QRectF, *, focused: bool) -> None:
        theme = self._theme
        if theme is None:
            return
        width = FOCUS if focused else 1
        inset = width / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.accent if focused else theme.edge, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(
            rect.adjusted(inset, inset, -inset, -inset), RADIUS_CONTROL, RADIUS_CONTROL
        )
        painter.restore()

    def _ring(self, painter: QPainter, rect: QRectF) -> None:
        self._outline(painter, rect, focused=True)

    def _check_box(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        box = _square(rect)
        filled = bool(state & (QStyle.StateFlag.State_On | QStyle.StateFlag.State_NoChange))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, line, sign = self._indicator_colours(state, filled=filled)
        painter.setPen(QPen(line, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
        pen = QPen(sign, max(2.0, box.width() / 9))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if state & QStyle.StateFlag.State_On:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(_tick(box))
        elif state & QStyle.StateFlag.State_NoChange:
            middle = box.center().y()
            inset = box.width() / 4
            painter.drawLine(
                QPointF(box.left() + inset, middle), QPointF(box.right() - inset, middle)
            )
        painter.restore()

    def _radio_button(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        circle = _square(rect)
        chosen = bool(state & QStyle.StateFlag.State_On)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, line, sign = self._indicator_colours(state, filled=chosen)
        painter.setPen(QPen(line, 1))
        painter.setBrush(ground)
        painter.drawEllipse(circle)
        if chosen:
            inset = circle.width() * 0.3
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(sign)
            painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset))
        painter.restore()

    def _indicator_colours(
        self, state: QStyle.StateFlag, *, filled: bool
    ) -> tuple[QColor, QColor, QColor]:
        """Return ground, line and sign of an indicator."""
        theme = self._theme
        assert theme is not None
        if not state & QStyle.StateFlag.State_Enabled:
            return theme.head, theme.line, theme.muted
        if filled:
            return theme.accent, theme.accent, theme.on_accent
        return theme.base, theme.edge, theme.text


def _words_place(rect: QRect, arrow: QRect) -> QRect:
    """Return the room for the words of a box, inside the ring that the focus draws."""
    place = QRect(rect).adjusted(_BEFORE_WORDS, _INSIDE_RING, 0, -_INSIDE_RING)
    place.setRight(arrow.left() - _AFTER_WORDS)
    return place


def _has_focus(state: QStyle.StateFlag, widget: QWidget | None) -> bool:
    inside = widget is not None and widget.hasFocus()
    return inside or bool(state & QStyle.StateFlag.State_HasFocus)


def _state_of(option: QStyleOption) -> QStyle.StateFlag:
    if isinstance(option, QStyleOptionViewItem):
        checked = {
            Qt.CheckState.Checked: QStyle.StateFlag.State_On,
            Qt.CheckState.PartiallyChecked: QStyle.StateFlag.State_NoChange,
            Qt.CheckState.Unchecked: QStyle.StateFlag.State_Off,
        }[option.checkState]
        return (option.state & QStyle.StateFlag.State_Enabled) | checked
    return option.state


def _square(rect: QRectF) -> QRectF:
    side = min(rect.width(), rect.height()) - 1
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    return square


def _tick(box: QRectF) -> QPolygonF:
    def at(x: float, y: float) -> QPointF:
        return QPointF(box.left() + box.width() * x, box.top() + box.height() * y)

    return QPolygonF([at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)])
