"""Der allererste Start: drei Fragen, jede schon beantwortet; danach fragt niemand mehr."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from quartierdesk.app import Window
from quartierdesk.gui.dialogs.welcome import WelcomeDialog
from quartierdesk.gui.pages.settings.page import SettingsPage
from quartierdesk.gui.shell.beginning import usual_folder
from quartierdesk.settings import is_first_start, load_settings
from tests.gui.keyboard import type_text
from tests.gui.opening import close_window, made_window, settle, show_page, wait_until


@pytest.fixture
def first(qapp: QApplication) -> Iterator[Window]:
    """Return the window as somebody sees it who starts the program for the first time."""
    assert is_first_start()
    window = made_window(qapp)
    window.show(None, welcome=True)
    wait_until(lambda: any(each.isActiveWindow() for each in greetings()), "the welcome")
    settle(window)
    yield window
    close_window(window)


def greetings() -> list[WelcomeDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, WelcomeDialog)]


def press(key: Qt.Key) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_wer_nur_enter_drueckt_faengt_mit_dem_ueblichen_an(first: Window) -> None:
    press(Qt.Key.Key_Return)
    settle(first)

    assert first.main.start.isVisible()
    assert first.main.focusWidget() is first.main.start.where
    assert not is_first_start()
    assert load_settings() == first.desk.settings
    assert (first.desk.settings.workspace_place, first.desk.settings.second_place) == ("", "")


def test_wer_ueberspringt_wird_nicht_noch_einmal_gefragt(first: Window) -> None:
    [dialog] = greetings()
    dialog.laptop_name.setText("halb getippt")
    press(Qt.Key.Key_Escape)
    settle(first)

    assert greetings() == []
    assert not is_first_start()
    assert load_settings().laptop_name != "halb getippt"
    assert first.main.start.isVisible()


def test_die_sprache_wechselt_sofort_und_bleibt(first: Window) -> None:
    [dialog] = greetings()
    heading = dialog.windowTitle()
    dialog.language.chosen.emit("en")
    settle(first)

    assert (heading, dialog.windowTitle()) == ("Willkommen", "Welcome")
    assert load_settings().language == "en"


def test_mit_der_tastatur_werden_alle_drei_fragen_beantwortet(
    first: Window, tmp_path: Path
) -> None:
    [dialog] = greetings()
    order = []
    for _ in range(8):
        press(Qt.Key.Key_Tab)
        order.append(QApplication.focusWidget())
    assert order[0] is not None
    assert dialog.language.isAncestorOf(order[0])
    fields = [widget for widget in order if isinstance(widget, QLineEdit)]
    assert fields == [dialog.laptop_name, dialog.files_place.line, dialog.second_place.line]

    for field, words in zip(
        fields, ("Tisch 3", str(tmp_path / "Werkstätten"), str(tmp_path / "Stick")), strict=True
    ):
        field.selectAll()
        type_text(field, words)
    press(Qt.Key.Key_Return)
    settle(first)

    kept = load_settings()
    assert kept.laptop_name == "Tisch 3"
    assert kept.workspace_place == str(tmp_path / "Werkstätten")
    assert kept.second_place == str(tmp_path / "Stick")
    type_text(first.main.start.where, "Mühlbach")
    type_text(first.main.start.what, "Dorf für alle")
    QTest.keyClick(first.main.start.what, Qt.Key.Key_Return)
    wait_until(lambda: bool(first.desk.workshop_id), "the workshop")
    assert (tmp_path / "Werkstätten/Mühlbach.quartier").is_file()


def test_ein_ort_in_dem_nichts_angelegt_werden_kann_wird_genannt(
    first: Window, tmp_path: Path
) -> None:
    [dialog] = greetings()
    file = tmp_path / "Brief.txt"
    file.write_text("kein Ordner", "utf-8")
    for nonsense in (str(file), "irgendwo"):
        dialog.files_place.set_folder(nonsense)
        dialog.continue_button.click()
        assert dialog.isVisible()
        assert nonsense in dialog.refusal.text()
    assert load_settings().workspace_place == "", "nothing is kept before all is right"

    dialog.files_place.set_folder(str(tmp_path))
    dialog.continue_button.click()
    assert load_settings().workspace_place == str(tmp_path)


def test_die_datei_die_das_programm_startete_oeffnet_sich_danach(
    qapp: QApplication, sample_file: Path
) -> None:
    window = made_window(qapp)
    window.show(sample_file, welcome=True)
    wait_until(lambda: bool(greetings()), "the welcome")
    assert window.desk.file is None
    press(Qt.Key.Key_Return)
    wait_until(lambda: window.desk.file is not None, "the file")
    settle(window)
    assert "Hörlesbach" in window.main.windowTitle()
    close_window(window)


def test_in_den_einstellungen_laesst_sich_beides_aendern(window: Window, tmp_path: Path) -> None:
    show_page(window, "settings")
    page = window.main.page
    assert isinstance(page, SettingsPage)
    for field, folder in ((page.files_place, tmp_path / "Neu"), (page.second_place, tmp_path)):
        field.line.selectAll()
        type_text(field.line, str(folder))
        QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert load_settings().workspace_place == str(tmp_path / "Neu")
    assert load_settings().second_place == str(tmp_path)

    page.files_place.line.clear()
    QTest.keyClick(page.files_place.line, Qt.Key.Key_Return)
    assert load_settings().workspace_place == ""
    assert page.files_place.folder() == str(usual_folder())


def test_ein_gewaehlter_ordner_gilt_auch_wenn_danach_anderes_eingestellt_wird(
    empty_window: Window, tmp_path: Path
) -> None:
    start = empty_window.main.start
    start._use_folder(str(tmp_path))
    empty_window.desk.change_settings(text_size=150)
    QCoreApplication.processEvents()

    assert str(tmp_path) in start.folder_label.text()
