"""Die neuen Seiten, wenn noch nichts da ist: ein Satz, was zu tun ist, und ein Weg dorthin."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from quartierdesk.app import Window
from quartierdesk.gui.pages.actors.page import ActorsPage
from quartierdesk.gui.pages.agree.measure_dialog import MeasureDialog
from quartierdesk.gui.pages.agree.page import AgreePage
from quartierdesk.gui.pages.evaluation.page import EvaluationPage
from quartierdesk.gui.pages.measures.page import MeasuresPage
from quartierdesk.gui.pages.prepare.page import PreparePage
from quartierdesk.services import beginnings, workshops
from quartierdesk.services.beginnings import Beginning
from tests.gui.keyboard import press, type_text
from tests.gui.opening import settle, show_page
from tests.gui.test_gui_agree import ask, back, dialog_of


@pytest.fixture
def fresh(window: Window) -> Window:
    """Das Fenster auf einer neuen, leeren Werkstatt; die Beispielwerkstatt liegt im Papierkorb."""
    sample = window.desk.workshop_id
    made = ask(window, lambda ws: beginnings.begin(ws, Beginning("Neudorf", "Erster Abend")))
    window.desk.select_workshop(made)
    ask(window, lambda ws: workshops.remove(ws, sample))
    settle(window)
    return window


def test_vereinbaren_bietet_die_erste_massnahme_an(fresh: Window) -> None:
    show_page(fresh, "agree")
    page = cast("AgreePage", fresh.main.page)
    assert page.empty.isVisible()
    assert not page.panel.isVisible()
    QTest.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(fresh, MeasureDialog)
    type_text(dialog.title_edit, "Bank am Brunnen")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    back(fresh)
    assert page.heading.text() == "1 Maßnahme"
    assert page.panel.isVisible()


def test_vorbereiten_beginnt_mit_einer_vorlage(fresh: Window) -> None:
    show_page(fresh, "prepare")
    page = cast("PreparePage", fresh.main.page)
    assert page.agenda.rows.rowCount() == 0
    assert "Vorlage" in page.agenda_words.text()
    assert page.tables_words.isVisible()
    QTest.mouseClick(page.templates.cells[0], Qt.MouseButton.LeftButton)
    settle(fresh)
    assert page.agenda.rows.rowCount() == 9
    assert "ohne Lücken" in page.agenda_words.text()


def test_massnahmen_akteure_und_auswertung_sagen_dass_noch_nichts_da_ist(fresh: Window) -> None:
    show_page(fresh, "measures")
    assert cast("MeasuresPage", fresh.main.page).empty.isVisible()
    show_page(fresh, "actors")
    assert cast("ActorsPage", fresh.main.page).empty.isVisible()
    show_page(fresh, "evaluation")
    page = cast("EvaluationPage", fresh.main.page)
    assert page.empty.isVisible()
    assert [tile.accessibleName() for tile in page.tiles.cells][:3] == [
        "1 Werkstatt", "– Teilnehmende", "0 Beiträge"]  # fmt: skip
