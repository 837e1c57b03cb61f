"""What somebody stumbled over who saw the window for the first time, and must not again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyle, QStyleOptionComboBox

from quartierdesk.app import Window
from quartierdesk.domain.rounding import german
from quartierdesk.gui.marks import KindSign, letter_colour
from quartierdesk.gui.pages.capture.page import CapturePage
from quartierdesk.gui.pages.prepare.page import PreparePage
from quartierdesk.gui.pages.protocol.page import ProtocolPage
from quartierdesk.gui.pages.settings.page import SettingsPage
from quartierdesk.gui.pages.weigh.page import WeightingPage
from quartierdesk.gui.pages.weigh.poll_dialog import PollDialog
from quartierdesk.gui.theme.colours import THEMES, ThemeName, contrast
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


def test_thousands_are_set_apart_everywhere(window: Window) -> None:
    step = window.main.steps.buttons["capture"]
    step.show_state(1087, done=False)

    assert "1.087" in step.accessibleName()
    assert german(1087) == "1.087"
    plain = [
        path.name
        for path in (ROOT / "quartierdesk/gui").rglob("*.py")
        if "%n" in path.read_text("utf-8")
    ]
    assert plain == [], "%Ln writes a number in the way of the language, %n does not"


def test_the_last_backup_is_told_in_the_language_chosen(window: Window) -> None:
    window.main.keeping.look()
    wait_until(lambda: bool(window.main.status.backup.text), "the backup")
    german_words = window.main.status.backup.text

    window.desk.change_settings(language="en")
    settle(window)

    assert german_words.startswith("Sicherung")
    assert window.main.status.backup.text.startswith("Backup")
    window.desk.change_settings(language="de")


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_letter_of_every_kind_stands_out_from_its_ground(name: ThemeName) -> None:
    theme = THEMES[name]
    for code in ("", *theme.kinds):
        letter = letter_colour(KindSign(code, "pill", "–"), theme)
        assert contrast(letter, theme.kind(code).fill) >= 4.5, code


def test_words_of_a_combo_box_without_room_end_with_dots(window: Window) -> None:
    window.main.resize(1366, 740)
    show_page(window, "prepare")
    page = window.main.page
    assert isinstance(page, PreparePage)
    box = page.field_catalogue
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    option.currentText = "Landesstrategie „Quartier 2030“"
    canvas = QPixmap(box.size())
    painter = QPainter(canvas)

    box.style().drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option, painter, box)
    painter.end()

    assert option.currentText.endswith("…")


def test_the_protocol_is_as_wide_as_there_is_room(window: Window) -> None:
    window.main.resize(1366, 740)
    show_page(window, "protocol")
    page = window.main.page
    assert isinstance(page, ProtocolPage)
    wait_until(lambda: page.preview.pages > 0, "the pages")

    assert page.preview.horizontalScrollBar().maximum() == 0


def test_the_usual_limit_follows_the_dots_until_somebody_sets_it(window: Window) -> None:
    show_page(window, "weigh")
    page = window.main.page
    assert isinstance(page, WeightingPage)
    page.ask_for_poll()
    settle(window)
    [dialog] = [d for d in page.findChildren(PollDialog) if d.isVisible()]
    place = dialog.voters.mapTo(dialog, dialog.voters.rect().topLeft())

    dialog.voters.setValue(12)
    assert dialog.voters.mapTo(dialog, dialog.voters.rect().topLeft()) == place
    dialog.dots.setValue(1)
    assert dialog.most.value() == 1
    dialog.dots.setValue(5)
    assert dialog.most.value() == 2
    dialog.most.setValue(4)
    dialog.dots.setValue(6)
    assert dialog.most.value() == 4
    dialog.reject()
    settle(window)


def test_the_rule_of_a_poll_is_changed_in_a_dialog_of_its_size(window: Window) -> None:
    show_page(window, "weigh")
    page = window.main.page
    assert isinstance(page, WeightingPage)
    page.change_rule()
    settle(window)
    [dialog] = [d for d in page.findChildren(PollDialog) if d.isVisible()]

    assert dialog.height() < 420
    dialog.reject()
    settle(window)


def test_the_button_of_the_table_names_a_table_there_is(window: Window) -> None:
    show_page(window, "capture")
    page = window.main.page
    assert isinstance(page, CapturePage)
    page.table.show_table(None)

    assert "/1" in page.table.accessibleName()
