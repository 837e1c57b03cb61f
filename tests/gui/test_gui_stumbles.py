"""What somebody stumbled over who saw the window for the first time, and must not again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from quartierdesk.app import Window
from quartierdesk.gui.pages.settings.page import SettingsPage
from tests.gui.opening import settle, show_page, wait_until


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
    room = page.scroll.viewport()
    wait_until(
        lambda: room.rect().contains(page.text_size.mapTo(room, page.text_size.rect().center())),
        "the slider in sight",
    )


def test_what_is_saved_stays_readable_at_every_text_size(window: Window) -> None:
    window.main.resize(1366, 740)
    window.desk.change_settings(text_size=200)
    settle(window)

    label = window.main.status.saved._label
    assert label.width() >= label.sizeHint().width()
