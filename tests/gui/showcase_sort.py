"""The dialogs of the wall, each opened on the sample workshop."""

from typing import cast

from PySide6.QtWidgets import QApplication, QDialog

from quartierdesk.app import Window
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.pages.sort.dialogs import BundleDialog, ClusterDialog, MoveDialog
from quartierdesk.gui.pages.sort.page import WallPage
from tests.gui.opening import settle, show_page
from tests.gui.showcase import Case


def wall_page(window: Window) -> WallPage:
    """Go to the wall and return its page."""
    show_page(window, "sort")
    return cast("WallPage", window.main.page)


def opened(window: Window, kind: type[Dialog]) -> QDialog:
    """Return the dialog that was opened last."""
    settle(window)
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found[-1]


def _chosen(window: Window) -> WallPage:
    page = wall_page(window)
    column = page.board.columns[1]
    page.board.choose(list(column.shown.cards.keys[:3]))
    return page


def _move(window: Window) -> QDialog:
    _chosen(window).card_deeds.ask_where_to()
    return opened(window, MoveDialog)


def _new_column(window: Window) -> QDialog:
    _chosen(window).card_deeds.ask_for_column()
    return opened(window, ClusterDialog)


def _change_column(window: Window) -> QDialog:
    page = wall_page(window)
    page.column_deeds.change(page.board.columns[1])
    return opened(window, ClusterDialog)


def _bundle(window: Window) -> QDialog:
    _chosen(window).card_deeds.ask_to_bundle()
    return opened(window, BundleDialog)


DIALOGS = [
    Case("sort_move", MoveDialog, _move),
    Case("sort_new_column", ClusterDialog, _new_column),
    Case("sort_change_column", ClusterDialog, _change_column),
    Case("sort_bundle", BundleDialog, _bundle),
]
