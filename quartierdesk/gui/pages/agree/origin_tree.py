"""Choosing what a measure comes from: themes, and below them the sentences that lie there."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from quartierdesk.domain.measure import Measure
from quartierdesk.gui.widgets.tip_text import tip_text
from quartierdesk.services.measure_editing import MeasureSheet

_KEY = Qt.ItemDataRole.UserRole
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


def show_sources(tree: QTreeWidget, sheet: MeasureSheet) -> None:
    """Offer themes and sentences; checking a theme checks what lies in it."""
    tree.setHeaderHidden(True)
    tree.clear()
    measure = sheet.measure
    nodes: dict[str | None, QTreeWidgetItem] = {}
    for theme in sheet.clusters:
        node = QTreeWidgetItem(tree, [theme.title])
        node.setData(0, _KEY, theme.id)
        node.setCheckState(0, _CHECKED if theme.id in measure.cluster_ids else _UNCHECKED)
        nodes[theme.id] = node
    heap: QTreeWidgetItem | None = None
    cited = set(measure.contribution_ids)
    for card in sheet.cards:
        parent = nodes.get(card.cluster_id)
        if parent is None:
            heap = heap or _heap(tree)
            parent = heap
        node = QTreeWidgetItem(parent, [f"{card.label}  {card.text}"])
        node.setToolTip(0, tip_text(card.text))
        node.setData(0, _KEY, card.id)
        node.setCheckState(0, _CHECKED if card.id in cited else _UNCHECKED)
        if card.id in cited:
            parent.setExpanded(True)
    tree.itemChanged.connect(_follow)


def chosen_sources(tree: QTreeWidget, before: Measure) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the checked themes and sentences: those there were in their order, then new ones."""
    themes = [_key(node) for node in _top(tree) if _key(node) and _is_checked(node)]
    cards = [_key(node) for top in _top(tree) for node in _below(top) if _is_checked(node)]
    return _in_order(themes, before.cluster_ids), _in_order(cards, before.contribution_ids)


def _in_order(now: list[str], before: tuple[str, ...]) -> tuple[str, ...]:
    kept = [key for key in before if key in set(now)]
    return tuple(dict.fromkeys([*kept, *now]))


def _heap(tree: QTreeWidget) -> QTreeWidgetItem:
    words = QCoreApplication.translate("MeasureDialog", "Not yet sorted")
    node = QTreeWidgetItem(tree, [words])
    node.setData(0, _KEY, "")
    return node


def _follow(node: QTreeWidgetItem, _column: int) -> None:
    """Check or uncheck what lies in a theme that was checked or unchecked."""
    if node.parent() is None and _key(node):
        state = node.checkState(0)
        node.setExpanded(node.isExpanded() or state == _CHECKED)
        for child in _below(node):
            child.setCheckState(0, state)


def _top(tree: QTreeWidget) -> Iterator[QTreeWidgetItem]:
    for at in range(tree.topLevelItemCount()):
        node = tree.topLevelItem(at)
        if node is not None:
            yield node


def _below(node: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for at in range(node.childCount()):
        child = node.child(at)
        if child is not None:
            yield child


def _key(node: QTreeWidgetItem) -> str:
    return str(node.data(0, _KEY) or "")


def _is_checked(node: QTreeWidgetItem) -> bool:
    return node.checkState(0) == _CHECKED
