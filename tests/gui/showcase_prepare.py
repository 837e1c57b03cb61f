"""The dialogs of preparing, each opened on the sample workshop."""

from typing import cast

from PySide6.QtWidgets import QDialog

from quartierdesk.app import Window
from quartierdesk.gui.pages.prepare.closing_dialogs import (
    EnclosureDialog,
    RecipientDialog,
    SignatureDialog,
    StepDialog,
)
from quartierdesk.gui.pages.prepare.dialogs import AgendaDialog, CountDialog, TableDialog
from quartierdesk.gui.pages.prepare.fields_dialog import FieldsDialog
from quartierdesk.gui.pages.prepare.handout_dialog import HandoutDialog
from quartierdesk.gui.pages.prepare.indicators import IndicatorDialog
from quartierdesk.gui.pages.prepare.page import PreparePage
from quartierdesk.gui.pages.prepare.person_dialog import PersonDialog
from quartierdesk.gui.pages.prepare.quarter_dialog import QuarterDialog
from tests.gui.opening import settle, show_page
from tests.gui.showcase import Case
from tests.gui.showcase_sort import opened


def prepare_page(window: Window, part: str = "frame") -> PreparePage:
    """Go to preparing and return its page."""
    show_page(window, "prepare")
    page = cast("PreparePage", window.main.page)
    page.show_part(part)
    settle(window)
    return page


def _agenda(window: Window) -> QDialog:
    page = prepare_page(window)
    page.agenda_part.open_item(page.agenda.key())
    return opened(window, AgendaDialog)


def _table(window: Window) -> QDialog:
    page = prepare_page(window)
    page.add_table()
    return opened(window, TableDialog)


def _fields(window: Window) -> QDialog:
    prepare_page(window).edit_fields()
    settle(window)
    return opened(window, FieldsDialog)


def _print(window: Window) -> QDialog:
    prepare_page(window).print_sheets()
    return opened(window, HandoutDialog)


def _count(window: Window) -> QDialog:
    page = prepare_page(window, "people")
    page.people_part.open_count(page.counts.key())
    return opened(window, CountDialog)


def _person(window: Window) -> QDialog:
    page = prepare_page(window, "people")
    page.people_part.open_person(page.people.key())
    return opened(window, PersonDialog)


def _step(window: Window) -> QDialog:
    prepare_page(window, "closing").closing_part.add_step()
    return opened(window, StepDialog)


def _recipient(window: Window) -> QDialog:
    prepare_page(window, "closing").closing_part.add_recipient()
    return opened(window, RecipientDialog)


def _enclosure(window: Window) -> QDialog:
    prepare_page(window, "closing").closing_part.add_enclosure()
    return opened(window, EnclosureDialog)


def _signature(window: Window) -> QDialog:
    prepare_page(window, "closing").closing_part.add_signature()
    return opened(window, SignatureDialog)


def _quarter(window: Window) -> QDialog:
    prepare_page(window).edit_quarter()
    return opened(window, QuarterDialog)


def _indicator(window: Window) -> QDialog:
    prepare_page(window).edit_quarter()
    dialog = opened(window, QuarterDialog)
    assert isinstance(dialog, QuarterDialog)
    dialog.figures.open_item(dialog.indicators.key())
    return opened(window, IndicatorDialog)


DIALOGS = [
    Case("prepare_agenda", AgendaDialog, _agenda),
    Case("prepare_table", TableDialog, _table),
    Case("prepare_fields", FieldsDialog, _fields),
    Case("prepare_print", HandoutDialog, _print),
    Case("prepare_count", CountDialog, _count),
    Case("prepare_person", PersonDialog, _person),
    Case("prepare_quarter", QuarterDialog, _quarter),
    Case("prepare_indicator", IndicatorDialog, _indicator),
    Case("prepare_step", StepDialog, _step),
    Case("prepare_recipient", RecipientDialog, _recipient),
    Case("prepare_enclosure", EnclosureDialog, _enclosure),
    Case("prepare_signature", SignatureDialog, _signature),
]
