"""What a screen reader and the Tab key find in a window, and what does not fit into it."""

import itertools
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from quartierdesk.gui.widgets.elided import ElidedLabel

_CONTROLS = (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QAbstractSpinBox,
    QAbstractItemView,
    QAbstractSlider,
)
_LIMITS = 4
"""Pixels by which neighbours in a row may differ in height."""


def nameless(root: QWidget) -> list[str]:
    """Return the visible controls below `root` that have no name or no role."""
    found = []
    for widget in _visible(root):
        if not isinstance(widget, _CONTROLS) and not _takes_focus(widget):
            continue
        if _is_part_of_another(widget):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        role = interface.role() if interface else QAccessible.Role.NoRole
        if role in (QAccessible.Role.NoRole, QAccessible.Role.Client) or not _name(widget):
            found.append(_told(widget))
    return found


def nameless_rows(root: QWidget) -> list[str]:
    """Return lists and tables below `root` with rows that read as nothing."""
    found = []
    for view in root.findChildren(QAbstractItemView):
        model = view.model()
        if model is None or not view.isVisible() or not model.rowCount():
            continue
        columns = 1 if isinstance(view, QListView) else model.columnCount()
        for row in range(min(model.rowCount(), 50)):
            texts = [
                model.index(row, column).data(role)
                for column in range(columns)
                for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
            ]
            if not any(isinstance(text, str) and text.strip() for text in texts):
                found.append(f"{_told(view)} row {row}")
                break
    return found


def focus_chain(root: QWidget) -> list[QWidget]:
    """Return what Tab goes through below `root`, in that order."""
    chain: list[QWidget] = []
    widget = root.nextInFocusChain()
    while widget is not None and widget is not root:
        inside = root.isAncestorOf(widget) and widget.window() is root.window()
        if inside and widget.isVisible() and widget.isEnabled() and _by_tab(widget):
            chain.append(widget)
        widget = widget.nextInFocusChain()
    return chain


def jumps(root: QWidget) -> list[str]:
    """Return where the Tab key goes against the reading order.

    From one stop to the next the eye may go down, to the right in the same line, or to the top of
    what stands further to the right (another column). What has to be scrolled to counts as inside
    its area, seen from a stop outside of it.
    """
    found = []
    chain = focus_chain(root)
    for before, after in itertools.pairwise(chain):
        one, two = _seen(root, before, after), _seen(root, after, before)
        below = two.top() >= one.top() + _LIMITS or two.top() >= one.bottom()
        same_line = abs(two.center().y() - one.center().y()) <= max(one.height(), two.height()) // 2
        right = two.left() >= one.left()
        other_column = two.left() >= one.right() - _LIMITS
        if not (below or (same_line and right) or other_column):
            found.append(f"{_told(before)} → {_told(after)}")
    return found


def clipped(root: QWidget) -> list[str]:
    """Return the visible texts below `root` that have less room than they need."""
    return [
        f"{_told(widget)}: {widget.size().toTuple()}"
        for widget in _visible(root)
        if not _is_part_of_another(widget) and (_too_small(widget) or _out_of_parent(widget))
    ]


def _visible(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.window() is root.window():
            yield widget


def _too_small(widget: QWidget) -> bool:
    if isinstance(widget, ElidedLabel):
        return widget.height() < widget.fontMetrics().height()
    if isinstance(widget, QLabel):
        if not widget.text():
            return False
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height() + 1
        return widget.sizeHint().width() > widget.width() + 1
    if isinstance(widget, QAbstractButton):
        least = widget.minimumSizeHint()
        return least.width() > widget.width() + 1 or least.height() > widget.height() + 1
    if isinstance(widget, QLineEdit | QComboBox | QAbstractSpinBox):
        return widget.fontMetrics().height() > widget.height()
    return False


def _out_of_parent(widget: QWidget) -> bool:
    """Return whether a widget stands outside of what holds it; what scrolls is never outside."""
    parent = widget.parentWidget()
    if parent is None or isinstance(widget, QScrollBar) or _scrolls(parent):
        return False
    return not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry())


def _scrolls(parent: QWidget) -> bool:
    holder = parent.parentWidget()
    return isinstance(holder, QAbstractScrollArea) and parent is holder.viewport()


def _is_part_of_another(widget: QWidget) -> bool:
    """Return whether a widget belongs to the inside of one of Qt's own."""
    name = widget.objectName()
    parent = widget.parentWidget()
    if isinstance(widget, QScrollBar) or isinstance(parent, QComboBox | QAbstractSpinBox):
        return True
    if name.startswith("qt_"):
        return True
    if isinstance(widget, QScrollBar | QHeaderView) and parent is not None:
        return True  # it belongs to a view that has a name itself
    inside = parent is not None and parent.metaObject().className() in (
        "QCalendarWidget",
        "QComboBoxPrivateContainer",
        "QTableView",
        "QTableWidget",
        "QMessageBox",
    )
    return inside and not isinstance(widget, QAbstractItemView)


def _takes_focus(widget: QWidget) -> bool:
    if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, _CONTROLS):
        is_text = widget.metaObject().className() in ("QTextEdit", "QPlainTextEdit", "QTextBrowser")
        return is_text and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _by_tab(widget: QWidget) -> bool:
    if widget.focusProxy() is not None or _is_part_of_another(widget):
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _name(widget: QWidget) -> str:
    if isinstance(widget, QComboBox | QAbstractSpinBox | QLineEdit | QAbstractSlider):
        # What Qt offers as the name may be the content; people need what the field is for.
        return widget.accessibleName() or _label(widget)
    interface: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def _label(widget: QWidget) -> str:
    labels = widget.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is widget), "")


def _place(root: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def _seen(root: QWidget, widget: QWidget, other: QWidget) -> QRect:
    place, area = _place(root, widget), _area(widget)
    if area is not None and area is not _area(other):
        view = _place(root, area.viewport())
        place.moveBottom(min(place.bottom(), view.bottom()))
        place.moveTop(max(place.top(), view.top()))
    return place


def _area(widget: QWidget) -> QScrollArea | None:
    above: QWidget | None = widget
    while above is not None and not above.isWindow():
        above = above.parentWidget()
        if isinstance(above, QScrollArea):
            return above
    return None


def _told(widget: QWidget) -> str:
    text = widget.property("text") or widget.accessibleName()
    return f"{type(widget).__name__} {widget.objectName()!r} {text or ''!r}"
