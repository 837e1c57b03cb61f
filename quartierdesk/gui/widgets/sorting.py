"""Sorting a table: by a click on a heading, or with keys from a menu; told to screen readers."""

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QActionGroup
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

UNSORTED = (-1, Qt.SortOrder.AscendingOrder)
"""Section and order of a table that stands as it is stored."""


class Sorting(QObject):
    """Lets people sort a table whose model can sort; a third click brings the stored order back.

    The menu key (or Shift+F10, or the right button) offers the headings.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        header = self._header()
        header.setSortIndicator(*UNSORTED)
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        table.setSortingEnabled(True)
        header.sortIndicatorChanged.connect(lambda *_: self._announce())
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self.offer)

    def offer(self, place: QPoint) -> None:
        """Show the menu of the headings at a place in the table."""
        menu = self.menu()
        menu.popup(self._table.viewport().mapToGlobal(place))
        menu.setActiveAction(next(iter(menu.actions()[1:]), QAction(menu)))

    def menu(self) -> QMenu:
        """Return the menu: each heading, the direction, and the stored order."""
        menu, header = QMenu(self._table), self._header()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        section, order = header.sortIndicatorSection(), header.sortIndicatorOrder()
        menu.addSection(self.tr("Sort by"))
        self._add_group(
            menu,
            [
                (title, at == section, at, order if at == section else UNSORTED[1])
                for at, title in self._titles()
            ],
        )
        if section >= 0:
            menu.addSeparator()
            up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
            directions = ((self.tr("Ascending"), up), (self.tr("Descending"), down))
            self._add_group(menu, [(word, order == way, section, way) for word, way in directions])
            menu.addSeparator()
            stored = menu.addAction(self.tr("Order in which it is stored"))
            stored.triggered.connect(lambda: header.setSortIndicator(*UNSORTED))
        return menu

    def _add_group(self, menu: QMenu, entries: list[tuple[str, bool, int, Qt.SortOrder]]) -> None:
        group = QActionGroup(menu)
        for words, chosen, section, order in entries:
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(chosen)
            group.addAction(action)
            action.triggered.connect(
                lambda _=False, to=(section, order): self._header().setSortIndicator(*to)
            )

    def _titles(self) -> list[tuple[int, str]]:
        model, header = self._table.model(), self._header()
        titles = [
            (at, str(model.headerData(at, Qt.Orientation.Horizontal) or ""))
            for at in range(model.columnCount())
        ]
        return [(at, title) for at, title in titles if title and not header.isSectionHidden(at)]

    def _announce(self) -> None:
        words = self._words()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._table, words))

    def _words(self) -> str:
        header = self._header()
        section = header.sortIndicatorSection()
        titles = dict(self._titles())
        if section not in titles:
            return self.tr("Order in which it is stored")
        return sorted_words(titles[section], header.sortIndicatorOrder())

    def _header(self) -> QHeaderView:
        return self._table.horizontalHeader()


def sorted_words(title: str, order: Qt.SortOrder) -> str:
    """Return a heading with how its column is sorted, as it is read out."""
    if order == Qt.SortOrder.AscendingOrder:
        return QCoreApplication.translate("Sorting", "{0}, sorted ascending").format(title)
    return QCoreApplication.translate("Sorting", "{0}, sorted descending").format(title)
