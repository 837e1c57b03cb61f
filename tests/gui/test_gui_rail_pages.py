"""Maßnahmen, Akteure und Auswertung im echten Fenster."""

from dataclasses import replace
from datetime import date
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from quartierdesk.app import Window
from quartierdesk.domain.ordering import of_words
from quartierdesk.domain.workshop import Actor, AdviceOffice
from quartierdesk.gui import choices
from quartierdesk.gui.dialogs.measure_status import StatusDialog
from quartierdesk.gui.pages.actors.dialogs import ActorDialog, OfficeDialog
from quartierdesk.gui.pages.agree.page import AgreePage
from quartierdesk.gui.pages.evaluation.page import EvaluationPage
from quartierdesk.gui.pages.measures.page import MeasuresPage
from quartierdesk.gui.widgets.segments import Segments
from quartierdesk.services import actors, agreed, measures, workshop_copies
from tests.gui.keyboard import press, type_text
from tests.gui.opening import settle, show_page
from tests.gui.showcase_actors import actors_page
from tests.gui.test_gui_agree import ask, back, dialog_of, measure, replace_text

_CTRL = Qt.KeyboardModifier.ControlModifier
_LEFT = Qt.MouseButton.LeftButton
_UNTIL = 3


def measures_page(window: Window) -> MeasuresPage:
    show_page(window, "measures")
    return cast("MeasuresPage", window.main.page)


def press_segment(segments: Segments, at: int) -> None:
    """Press one of joined buttons with the mouse."""
    buttons = segments.findChildren(QAbstractButton)
    QTest.mouseClick(buttons[at], _LEFT)


def labels(page: MeasuresPage) -> list[str]:
    return [row.cells[0].text for row in page.table.rows.rows]


def test_massnahmen_werden_gefiltert_und_fuehren_in_ihre_werkstatt(window: Window) -> None:
    page = measures_page(window)
    assert len(labels(page)) == 8
    back(window)
    press(Qt.Key.Key_F, _CTRL)
    type_text(page.search, "dorfladen")
    assert labels(page) == ["M03"]
    assert page.told.text() == "1 Maßnahme"

    page.table.setFocus()
    press(Qt.Key.Key_Return)
    settle(window)
    assert window.main.page_key == "agree"
    assert cast("AgreePage", window.main.page).line().measure.label == "M03"  # type: ignore[union-attr]


def test_ueberfaellig_ist_was_offen_ist_und_dessen_tag_vorbei_ist(window: Window) -> None:
    page = measures_page(window)
    first = measure(window, "M01")
    window.ops.run(page, lambda ws: measures.edit(ws, first, replace(first, due=date(2999, 1, 1))))
    settle(window)
    press_segment(page.state_choice, 1)
    assert "M01" not in labels(page)
    assert len(labels(page)) == 7
    press_segment(page.state_choice, 2)
    assert labels(page) == []
    assert page.told.text() == "Keine Maßnahme passt zur Auswahl."


def test_der_stand_wird_von_hier_aus_geaendert(window: Window) -> None:
    page = measures_page(window)
    back(window)
    page.table.setFocus()
    label = page.line().measure.label  # type: ignore[union-attr]
    press(Qt.Key.Key_T, _CTRL)
    dialog = dialog_of(window, StatusDialog)
    QTest.keyClicks(dialog.status, "Abg")
    assert choices.code_of(dialog.status) == "abgelehnt"
    press(Qt.Key.Key_Return, _CTRL)
    settle(window)
    assert "braucht eine Begründung" in dialog.refusal.text()
    replace_text(dialog.reason, "Der Brandschutz lässt es nicht zu.")
    QTest.mouseClick(dialog.ok_button, _LEFT)
    back(window)
    assert measure(window, label).status == "abgelehnt"
    assert label not in labels(page), "what is declined is not open any more"


def test_akteure_und_beratungsstellen_werden_gefuehrt(window: Window) -> None:
    page = actors_page(window)
    back(window)
    page.focus_first()
    press(Qt.Key.Key_N, _CTRL)
    dialog = dialog_of(window, ActorDialog)
    press(Qt.Key.Key_Return, _CTRL)
    settle(window)
    assert "Namen" in dialog.refusal.text()
    replace_text(dialog.name_edit, "Krankenpflegeverein")
    dialog.group.setFocus()
    QTest.keyClicks(dialog.group, "Init")
    press(Qt.Key.Key_Return, _CTRL)
    back(window)
    [made] = ask(window, lambda ws: actors.listed(ws, Actor))
    assert (made.name, made.group) == ("Krankenpflegeverein", "initiative_verein")

    press_segment(page.kind_choice, 1)
    QTest.mouseClick(page.new_button, _LEFT)
    office = dialog_of(window, OfficeDialog)
    replace_text(office.name_edit, "Pflegestützpunkt")
    replace_text(office.phone, "07300 0000")
    press(Qt.Key.Key_Return, _CTRL)
    back(window)
    [stored] = ask(window, lambda ws: actors.listed(ws, AdviceOffice))
    assert (stored.name, stored.phone) == ("Pflegestützpunkt", "07300 0000")

    page.table.setFocus()
    press(Qt.Key.Key_Return)
    office = dialog_of(window, OfficeDialog)
    replace_text(office.topics, "Pflege")
    press(Qt.Key.Key_Return, _CTRL)
    back(window)
    assert ask(window, lambda ws: actors.listed(ws, AdviceOffice))[0].topics == "Pflege"
    page.table.setFocus()
    press(Qt.Key.Key_Delete)
    settle(window)
    assert ask(window, lambda ws: actors.listed(ws, AdviceOffice)) == []
    press(Qt.Key.Key_Z, _CTRL)
    settle(window)
    assert len(ask(window, lambda ws: actors.listed(ws, AdviceOffice))) == 1


def test_die_auswertung_zaehlt_was_gewaehlt_ist_und_laesst_sich_mitnehmen(window: Window) -> None:
    key = window.desk.workshop_id
    ask(window, lambda ws: workshop_copies.duplicate(ws, key, "Zweiter Abend", date(2026, 5, 8)))
    show_page(window, "evaluation")
    page = cast("EvaluationPage", window.main.page)
    told = [tile.accessibleName() for tile in page.tiles.cells]
    assert told[:4] == ["2 Werkstätten", "60 Teilnehmende", "60 Beiträge", "8 Maßnahmen"]
    assert sum(page.fields.counts.values()) == 60

    at = page.scope.findText("Zweiter Abend")
    page.scope.setFocus()
    QTest.keyClicks(page.scope, "Zweiter")
    settle(window)
    assert page.scope.currentIndex() == at
    assert page.tiles.cells[2].accessibleName() == "0 Beiträge"
    page.scope.setCurrentIndex(0)
    page.choose("")
    settle(window)

    QTest.mouseClick(page.copy_button, _LEFT)
    text = QGuiApplication.clipboard().text()
    assert "Beiträge nach Handlungsfeld\nName\tAnzahl\tAnteil\n" in text
    assert "Wohnen, Mobilität & Klima\t10\t16,7\u00a0%" in text


def test_tabellen_werden_mit_der_maus_sortiert_und_bleiben_es(window: Window) -> None:
    page = measures_page(window)
    stored, header = labels(page), page.table.horizontalHeader()

    def click(column: int) -> None:
        place = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
        QTest.mouseClick(header.viewport(), _LEFT, pos=place)

    page.table.setCurrentIndex(page.table.rows.index(0, 0))
    chosen = page.table.key()
    click(_UNTIL)
    days = due_days(window, page)
    assert days == sorted(days)
    assert page.table.key() == chosen
    assert page.table.rows.rows[page.table.currentIndex().row()].key == chosen
    click(_UNTIL)
    assert due_days(window, page) == days[::-1]
    spoken = page.table.rows.headerData(
        _UNTIL, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
    )
    assert spoken == "Bis wann, absteigend sortiert"

    show_page(window, "capture")
    page = measures_page(window)
    assert due_days(window, page) == days[::-1]
    click(_UNTIL)
    assert labels(page) == stored


def test_das_menue_der_tabelle_sortiert_ohne_maus(window: Window) -> None:
    page = measures_page(window)
    page.table.setFocus()
    press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    press_in_menu("Was")
    titles = [row.cells[1].text for row in page.table.rows.rows]
    assert titles == sorted(titles, key=of_words)
    press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    press_in_menu("Absteigend")
    assert [row.cells[1].text for row in page.table.rows.rows] == titles[::-1]


def press_in_menu(words: str) -> None:
    """Go to an entry of the menu that is open with the arrow keys, and press Enter."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in menu.actions():
        active = menu.activeAction()
        if active is not None and active.text() == words:
            break
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def due_days(window: Window, page: MeasuresPage) -> list[date]:
    """Return the days of the measures in the order in which the table shows them."""
    lines = {line.measure.id: line.measure for line in ask(window, agreed.everywhere).lines}
    found = [lines[row.key].due for row in page.table.rows.rows]
    return [day for day in found if day is not None]
