"""The dialogs of actors and advice offices."""

from typing import cast

from PySide6.QtWidgets import QDialog

from quartierdesk.app import Window
from quartierdesk.gui.pages.actors.dialogs import ActorDialog, OfficeDialog
from quartierdesk.gui.pages.actors.page import ActorsPage
from tests.gui.opening import show_page
from tests.gui.showcase import Case
from tests.gui.showcase_sort import opened


def actors_page(window: Window) -> ActorsPage:
    """Go to the actors and return the page."""
    show_page(window, "actors")
    return cast("ActorsPage", window.main.page)


def _actor(window: Window) -> QDialog:
    page = actors_page(window)
    page.kind_choice.set_value("actors")
    page.kind_choice.chosen.emit("actors")
    page.new_entry()
    return opened(window, ActorDialog)


def _office(window: Window) -> QDialog:
    page = actors_page(window)
    page.kind_choice.set_value("offices")
    page.kind_choice.chosen.emit("offices")
    page.new_entry()
    return opened(window, OfficeDialog)


DIALOGS = [
    Case("actors_actor", ActorDialog, _actor),
    Case("actors_office", OfficeDialog, _office),
]
