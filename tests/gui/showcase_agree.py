"""The dialogs of agreeing, each opened on the sample workshop."""

from typing import cast

from PySide6.QtWidgets import QDialog

from quartierdesk.app import Window
from quartierdesk.gui.dialogs.measure_status import StatusDialog
from quartierdesk.gui.pages.agree.dialogs import AnswerDialog, ThemeDialog
from quartierdesk.gui.pages.agree.measure_dialog import MeasureDialog
from quartierdesk.gui.pages.agree.page import AgreePage
from tests.gui.opening import settle, show_page
from tests.gui.showcase import Case
from tests.gui.showcase_sort import opened


def agree_page(window: Window) -> AgreePage:
    """Go to agreeing and return its page."""
    show_page(window, "agree")
    return cast("AgreePage", window.main.page)


def _measure(window: Window) -> QDialog:
    agree_page(window).edit_measure()
    settle(window)
    return opened(window, MeasureDialog)


def _theme(window: Window) -> QDialog:
    agree_page(window).from_theme()
    return opened(window, ThemeDialog)


def _answer(window: Window) -> QDialog:
    page = agree_page(window)
    page.answer(page.open_list.key())
    return opened(window, AnswerDialog)


def _status(window: Window) -> QDialog:
    agree_page(window).change_status()
    return opened(window, StatusDialog)


DIALOGS = [
    Case("agree_measure", MeasureDialog, _measure),
    Case("agree_theme", ThemeDialog, _theme),
    Case("agree_answer", AnswerDialog, _answer),
    Case("agree_status", StatusDialog, _status),
]
