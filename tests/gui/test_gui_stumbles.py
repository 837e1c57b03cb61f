"""What somebody stumbled over who saw the window for the first time, and must not again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from quartierdesk.app import Window
from quartierdesk.gui.pages.settings.page import SettingsPage
from quartierdesk.gui.widgets.elided import ElidedLabel
from tests.gui.capture_desk import click
from tests.gui.opening import settle, show_page, wait_until
from tests.gui.showcase_agree import agree_page
from tests.support import ROOT


def settings_page(window: Window) -> SettingsPage:
    """Return the settings, shown at the size of a small laptop."""
    window.main.resize(1366, 740)
    show_page(window, "settings")
    page = window.main.page
    assert isinstance(page, SettingsPage)
    window.main.activateWindow()
    return page


def test_the_text_size_stays_in_sight_while_it_grows(window: Window) -> None:
    page = settings_page(window)
    page.text_size.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.text_size, Qt.Key.Key_End)
    settle(window)

    assert window.desk.settings.text_size == 200
    room = page.scroll_area.viewport()
    wait_until(
        lambda: room.rect().contains(page.text_size.mapTo(room, page.text_size.rect().center())),
        "the slider in sight",
    )


def test_what_is_saved_stays_readable_at_every_text_size(window: Window) -> None:
    window.main.resize(1366, 740)
    window.desk.change_settings(text_size=200)
    settle(window)

    label = window.main.status.saved.findChild(ElidedLabel)
    assert isinstance(label, ElidedLabel)
    assert label.width() >= label.sizeHint().width()


def test_headings_of_narrow_columns_are_not_cut(window: Window) -> None:
    """A column without content is as wide as its heading."""
    page = agree_page(window)
    page.measures.show_rows(page.measures.rows.columns, page.measures.rows.rows[:0])
    header = page.measures.horizontalHeader()
    for at, column in enumerate(page.measures.rows.columns):
        if not column.share and not header.isSectionHidden(at):
            assert header.sectionSize(at) >= header.sectionSizeHint(at), column.title


def test_keys_are_named_the_same_everywhere() -> None:
    """The key that stores is „Enter“ on every button, never „Return“."""
    named = [form.name for form in (ROOT / "forms").glob("*.ui") if "+Return<" in form.read_text()]

    assert named == []


def test_the_first_visit_to_a_page_begins_where_one_works(empty_window: Window) -> None:
    """Keys arrive on a card, a row or a line, not on a button above the page."""
    window = empty_window
    click(window.main.start.sample_button)
    wait_until(lambda: bool(window.desk.workshop_id), "the sample")
    settle(window)
    window.main.activateWindow()
    for key in ("sort", "weigh", "agree", "protocol"):
        show_page(window, key)
        page, focused = window.main.page, QApplication.focusWidget()
        assert page is not None
        assert focused is not None
        assert page.isAncestorOf(focused), key
        assert isinstance(focused, QAbstractItemView), key
