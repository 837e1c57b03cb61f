"""The dialogs of weighting, each opened on the sample workshop."""

from typing import cast

from PySide6.QtWidgets import QDialog

from quartierdesk.app import Window
from quartierdesk.gui.pages.weigh.page import WeightingPage
from quartierdesk.gui.pages.weigh.poll_dialog import PollDialog
from tests.gui.opening import settle, show_page
from tests.gui.showcase import Case
from tests.gui.showcase_sort import opened


def weighting_page(window: Window) -> WeightingPage:
    """Go to weighting and return its page."""
    show_page(window, "weigh")
    return cast("WeightingPage", window.main.page)


def _new_poll(window: Window) -> QDialog:
    weighting_page(window).ask_for_poll()
    settle(window)
    return opened(window, PollDialog)


def _change_poll(window: Window) -> QDialog:
    weighting_page(window).change_rule()
    return opened(window, PollDialog)


DIALOGS = [
    Case("weigh_new_poll", PollDialog, _new_poll),
    Case("weigh_change_poll", PollDialog, _change_poll),
]
