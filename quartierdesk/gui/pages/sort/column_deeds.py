"""What one does with columns: rename, arrange, merge, delete."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from quartierdesk import services
from quartierdesk.domain.contribution import Cluster
from quartierdesk.gui.pages.sort.column import Column
from quartierdesk.gui.pages.sort.naming import column_key, column_name
from quartierdesk.services.walls import WallColumn

if TYPE_CHECKING:
    from quartierdesk.gui.pages.sort.page import WallPage


class ColumnDeeds(QObject):
    """Acts on a column that is named, else on the one where the ring is."""

    def __init__(self, page: "WallPage") -> None:
        super().__init__(page)
        self._page = page

    def why_no_column(self) -> str:
        """Return a sentence where the ring is in no column that one has made."""
        if self._cluster(None) is not None:
            return ""
        return self.tr("Please choose a card in a column of a theme first.")

    def why_not_carry(self, step: int) -> str:
        """Return a sentence where the column cannot go further that way."""
        shown = self._cluster(None)
        order = [c.id for c in self._page.wall.columns if c.id is not None]
        at = order.index(shown.id) if shown is not None and shown.id is not None else 0
        if shown is not None and not 0 <= at + step < len(order):
            return self.tr("The column is at the end already.")
        return self.why_no_column()

    def why_not_merge(self) -> str:
        """Return a sentence where there is no other column to merge with."""
        themes = [c for c in self._page.wall.columns if c.kind == "cluster"]
        if self._cluster(None) is not None and len(themes) < 2:
            return self.tr("There is no other column to merge with.")
        return self.why_no_column()

    def show_menu(self, column: Column) -> None:
        """Offer what can be done with a column."""
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Change heading and field …"), lambda: self.change(column))
        menu.addAction(self.tr("To the left"), lambda: self.carry(-1, column))
        menu.addAction(self.tr("To the right"), lambda: self.carry(1, column))
        menu.addAction(self.tr("Merge with another …"), lambda: self.ask_to_merge(column))
        menu.addSeparator()
        menu.addAction(self.tr("Delete the column"), lambda: self.delete(column))
        menu.popup(column.menu.mapToGlobal(column.menu.rect().bottomLeft()))

    def change(self, column: Column | None = None) -> None:
        """Ask for another heading or field."""
        from quartierdesk.gui.pages.sort.dialogs import ClusterDialog

        shown = self._cluster(column)
        if shown is None:
            return
        page, cluster_id = self._page, str(shown.id)
        before = Cluster(cluster_id, shown.label, shown.title, action_field=shown.field_code)
        dialog = ClusterDialog(
            page.desk, page, page.fields, lambda title, field: self._edit(before, title, field)
        )
        dialog.ask_for_change(shown.title, shown.field_code)
        dialog.open()

    def carry(self, step: int, column: Column | None = None) -> None:
        """Move a column by one place."""
        shown = self._cluster(column)
        order = [c.id for c in self._page.wall.columns if c.id is not None]
        if shown is None or shown.id is None:
            return
        place = order.index(shown.id)
        if 0 <= place + step < len(order):
            order.insert(place + step, order.pop(place))
            self._page.desk.ops.run(self, lambda ws: services.clusters.arrange(ws, order))

    def ask_to_merge(self, column: Column | None = None) -> None:
        """Ask with which other column one shall be merged."""
        from quartierdesk.gui.pages.sort.dialogs import MoveDialog, Target

        page, shown = self._page, self._cluster(column)
        others = [c for c in page.wall.columns if c.kind == "cluster" and c is not shown]
        if shown is None or not others:
            return
        gone = str(shown.id)
        targets = [Target(column_key(c), column_name(c), c.contributions) for c in others]
        dialog = MoveDialog(page.desk, page, targets, lambda key: self._merge(key, gone))
        dialog.setWindowTitle(self.tr("Merge columns"))
        dialog.heading.setText(
            self.tr("Merge “{title}” into which column?").format(title=column_name(shown))
        )
        dialog.ok_button.setText(self.tr("Merge"))
        dialog.open()

    def delete(self, column: Column | None = None) -> None:
        """Delete a column; its cards lie on the heap again, and it can be taken back."""
        shown = self._cluster(column)
        if shown is not None:
            cluster_id = str(shown.id)
            self._page.desk.ops.run(self, lambda ws: services.clusters.remove(ws, cluster_id))

    def _cluster(self, column: Column | None) -> WallColumn | None:
        """Return the cluster that is meant, None where it is none."""
        chosen = column or self._page.board.leading()
        return chosen.shown if chosen is not None and chosen.shown.kind == "cluster" else None

    def _edit(self, before: Cluster, title: str, field: str) -> None:
        after = replace(before, title=title, action_field=field)
        self._page.desk.ops.run(self, lambda ws: services.clusters.edit(ws, before, after))

    def _merge(self, kept: str, gone: str) -> None:
        self._page.desk.ops.run(self, lambda ws: services.clusters.merge(ws, kept, [gone]))
