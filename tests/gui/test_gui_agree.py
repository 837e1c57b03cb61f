"""Vereinbaren im echten Fenster: mit der Maus, und noch einmal nur mit Tasten."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from quartierdesk.app import Window
from quartierdesk.domain.measure import Answer, Measure
from quartierdesk.domain.workshop import Actor
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.dialogs.measure_status import StatusDialog
from quartierdesk.gui.pages.agree.dialogs import AnswerDialog, ThemeDialog
from quartierdesk.gui.pages.agree.measure_dialog import MeasureDialog
from quartierdesk.gui.pages.agree.page import AgreePage
from quartierdesk.gui.pages.agree.trace_path import CardsRow
from quartierdesk.gui.places import Place
from quartierdesk.gui.widgets.row_table import RowTable
from quartierdesk.services import actors, agreement, answers, measures
from quartierdesk.services.agreement import Agreement
from quartierdesk.store.workspace import Workspace
from tests.gui.keyboard import press, type_text
from tests.gui.opening import settle, wait_until
from tests.gui.showcase_agree import agree_page
from tests.gui.showcase_sort import opened

T = TypeVar("T")
D = TypeVar("D", bound=Dialog)
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def ask(window: Window, question: Callable[[Workspace], T]) -> T:
    """Return what is stored."""
    found: list[T] = []
    window.ops.ask(window.main, question, found.append)
    settle(window)
    return found[0]


def stored(window: Window) -> Agreement:
    workshop_id = window.desk.workshop_id
    return ask(window, lambda ws: agreement.of_workshop(ws, workshop_id))


def measure(window: Window, label: str) -> Measure:
    return next(m.measure for m in stored(window).measures if m.measure.label == label)


def dialog_of(window: Window, kind: type[D]) -> D:
    """Return the dialog that was opened last, with the focus in it."""
    found = cast("D", opened(window, kind))
    found.activateWindow()
    wait_until(lambda: QApplication.focusWidget() is not None, "the focus")
    return found


def back(window: Window) -> None:
    """Return to the window after a dialog, as a window system does by itself."""
    settle(window)
    window.main.activateWindow()
    wait_until(lambda: QApplication.focusWidget() is not None, "the focus")


def click_row(table: RowTable, at: int, times: int = 1) -> None:
    """Click into a row with the mouse."""
    place = table.visualRect(table.rows.index(at, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    if times > 1:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def replace_text(widget: QWidget, text: str) -> None:
    """Write over what stands in a field, with keys."""
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, _CTRL)
    type_text(widget, text)


@pytest.fixture
def page(window: Window) -> AgreePage:
    page = agree_page(window)
    page.focus_first()
    back(window)
    return page


def test_die_tabelle_zeigt_massnahmen_und_die_karte_daneben_ihre_herkunft(
    window: Window, page: AgreePage
) -> None:
    assert page.heading.text() == "8 Maßnahmen"
    click_row(page.measures, 0)
    settle(window)

    assert page.panel.heading.text().startswith("Begegnungscafé")
    told = [(row.text(), row.more) for row in page.panel.trace.rows]
    assert told[0][0] == "6 Beiträge"
    assert told[1] == ("Begegnungsort Alte Schule", "Themenfeld, Beteiligung")
    assert told[2] == ("41 Punkte, Rang 1", "18,3\u00a0% der vergebenen Punkte")
    assert told[3] == ("M01", "Beschluss: Gemeinderat")


def test_jede_station_der_herkunft_fuehrt_an_ihren_ort(window: Window, page: AgreePage) -> None:
    click_row(page.measures, 0)
    places: list[Place] = []
    window.desk.place_wanted.connect(places.append)
    line = page.line()
    assert line is not None
    cards = page.panel.trace.rows[0]
    assert isinstance(cards, CardsRow)

    place = cards.place_of(2).center()
    QTest.mouseClick(cards, Qt.MouseButton.LeftButton, pos=place)
    settle(window)
    assert window.main.page_key == "capture"
    assert places[-1].contribution_id == line.cards[2].id

    window.main.go(Place("agree"))
    settle(window)
    cards.setFocus()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    settle(window)
    assert places[-1].contribution_id == cards.cards[3].id
    for row, key in ((1, "sort"), (2, "weigh")):
        window.main.go(Place("agree"))
        settle(window)
        page.panel.trace.rows[row].setFocus()
        press(Qt.Key.Key_Space)
        settle(window)
        assert window.main.page_key == key


def test_eine_massnahme_bekommt_alle_angaben(window: Window, page: AgreePage) -> None:
    press(Qt.Key.Key_N, _CTRL)
    dialog = dialog_of(window, MeasureDialog)
    type_text(dialog.title_edit, "Bank am Brunnen")
    for field, text in (
        (dialog.goal, "Ein Platz zum Ausruhen"), (dialog.responsible, "Bauhof"),
        (dialog.coordinating_body, "Hauptamt"), (dialog.partners, "Albverein"),
        (dialog.due, "30.9.2026"), (dialog.first_step, "Standort prüfen"),
        (dialog.cost, "1.250,50"), (dialog.funding, "Spenden"),
        (dialog.resolution_on, "1.7.2026"), (dialog.priority, "3"),
    ):  # fmt: skip
        replace_text(field, text)
    for box, words in ((dialog.decision_body, "Gem"), (dialog.effort, "2"), (dialog.benefit, "4"),
                       (dialog.importance, "Bed"), (dialog.term, "Kurz")):  # fmt: skip
        box.setFocus()
        QTest.keyClicks(box, words)
    dialog.requires_resolution.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, _CTRL)
    back(window)

    made = measure(window, "M09")
    assert made == replace(
        made, title="Bank am Brunnen", goal="Ein Platz zum Ausruhen", responsible="Bauhof",
        coordinating_body="Hauptamt", partners="Albverein", due=date(2026, 9, 30),
        first_step="Standort prüfen", cost_estimate=Decimal("1250.50"), funding="Spenden",
        resolution_on=date(2026, 7, 1), priority=3, decision_body="gemeinderat", effort=2,
        benefit=4, importance="bedeutend", term="kurzfristig", requires_resolution=True,
    )  # fmt: skip
    assert page.measures.key() == made.id, "what was stored is shown"


def test_was_keine_zahl_ist_wird_mit_einem_satz_abgelehnt_und_bleibt_stehen(
    window: Window, page: AgreePage
) -> None:
    press(Qt.Key.Key_Return)
    dialog = dialog_of(window, MeasureDialog)
    replace_text(dialog.cost, "viel")
    press(Qt.Key.Key_Return, _CTRL)
    settle(window)

    assert dialog.isVisible()
    assert "„viel“ ist kein Betrag" in dialog.refusal.text()
    assert dialog.cost.text() == "viel"
    replace_text(dialog.cost, "700")
    dialog.status.setFocus()
    QTest.keyClicks(dialog.status, "Abg")
    press(Qt.Key.Key_Return, _CTRL)
    settle(window)
    assert "braucht eine Begründung" in dialog.refusal.text()
    replace_text(dialog.reason, "Der Brandschutz lässt es nicht zu.")
    press(Qt.Key.Key_Return, _CTRL)
    back(window)
    assert measure(window, "M01").status == "abgelehnt"
    assert measure(window, "M01").cost_estimate == 700


def test_akteure_des_quartiers_werden_vorgeschlagen(window: Window, page: AgreePage) -> None:
    ask(window, lambda ws: actors.add(ws, Actor("b" * 32, None, "Krankenpflegeverein")))
    press(Qt.Key.Key_Return)
    dialog = dialog_of(window, MeasureDialog)
    replace_text(dialog.responsible, "pflege")
    completer = dialog.responsible.completer()
    popup = completer.popup() if completer else None
    assert popup is not None
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, _CTRL)
    back(window)
    assert measure(window, "M01").responsible == "Krankenpflegeverein"


def test_bis_wann_duerfen_auch_worte_stehen(window: Window, page: AgreePage) -> None:
    press(Qt.Key.Key_Return)
    dialog = dialog_of(window, MeasureDialog)
    replace_text(dialog.due, "vor der Sommerpause")
    QTest.mouseClick(dialog.ok_button, Qt.MouseButton.LeftButton)
    back(window)

    assert (measure(window, "M01").due, measure(window, "M01").due_text) == (
        None, "vor der Sommerpause")  # fmt: skip


def test_was_inzwischen_geaendert_wurde_wird_nicht_ueberschrieben(
    window: Window, page: AgreePage
) -> None:
    press(Qt.Key.Key_Return)
    dialog = dialog_of(window, MeasureDialog)
    before = measure(window, "M01")
    ask(window, lambda ws: measures.edit(ws, before, replace(before, goal="Anderes Ziel")))
    replace_text(dialog.goal, "Mein Ziel")
    replace_text(dialog.partners, "Alle")
    press(Qt.Key.Key_Return, _CTRL)
    settle(window)

    assert "inzwischen an anderer Stelle geändert" in dialog.refusal.text()
    assert dialog.goal.toPlainText() == "Mein Ziel"
    assert measure(window, "M01").goal == "Anderes Ziel"
    dialog.done(0)


def test_escape_fragt_ehe_etwas_verloren_geht(window: Window, page: AgreePage) -> None:
    press(Qt.Key.Key_Return)
    dialog = dialog_of(window, MeasureDialog)
    press(Qt.Key.Key_Escape)
    settle(window)
    assert not QApplication.activeModalWidget(), "nothing was changed, nothing is asked"

    back(window)
    page.measures.setFocus()
    press(Qt.Key.Key_Return)
    dialog = dialog_of(window, MeasureDialog)
    type_text(dialog.title_edit, "Anders")
    press(Qt.Key.Key_Escape)
    settle(window)
    box = QApplication.activeModalWidget()
    assert box is not None
    assert box is not dialog
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.title_edit.text() == "Anders"
    dialog.done(0)


def test_aus_einem_thema_wird_eine_massnahme_mit_herkunft(window: Window, page: AgreePage) -> None:
    QTest.mouseClick(page.theme_button, Qt.MouseButton.LeftButton)
    chooser = dialog_of(window, ThemeDialog)
    type_text(chooser.line, "familien")
    press(Qt.Key.Key_Return)
    settle(window)
    dialog = dialog_of(window, MeasureDialog)
    assert dialog.title_edit.text() == "Familien & Kinderbetreuung"
    press(Qt.Key.Key_Return, _CTRL)
    back(window)

    [made] = [m for m in stored(window).measures if m.measure.label == "M09"]
    assert [theme.title for theme in made.themes] == ["Familien & Kinderbetreuung"]
    assert len(made.cards) == 3
    assert "Familien & Kinderbetreuung" not in [t.title for t in stored(window).open_themes]


def test_die_liste_ohne_antwort_wird_mit_tasten_leer(window: Window, page: AgreePage) -> None:
    """Enter macht eine Maßnahme daraus, B begründet, bis nichts mehr offen ist."""
    assert page.below_words.text() == "2 Themenfelder, 2 Beiträge im Themenspeicher, 6 Beiträge"
    page.open_list.setFocus()
    press(Qt.Key.Key_Return)
    dialog_of(window, MeasureDialog)
    press(Qt.Key.Key_Return, _CTRL)
    back(window)
    for number in range(20):
        if not page.open_list.rows.rowCount():
            break
        page.open_list.setFocus()
        press(Qt.Key.Key_B)
        answer = dialog_of(window, AnswerDialog)
        press(Qt.Key.Key_Return, _CTRL)
        settle(window)
        assert "braucht eine Begründung" in answer.refusal.text()
        replace_text(answer.answer_text, f"Dafür ist der Landkreis zuständig ({number}).")
        press(Qt.Key.Key_Return, _CTRL)
        back(window)

    left = stored(window)
    assert (left.open_themes, list(left.open_cards)) == ((), [])
    assert page.all_answered.isVisible()
    assert all(given.answer.text for given in left.answers)


def test_eine_gegebene_antwort_laesst_sich_aendern_und_loeschen(
    window: Window, page: AgreePage
) -> None:
    theme = stored(window).open_themes[0]
    given = Answer("a" * 32, "declined", "Zu teuer", cluster_id=theme.id)
    workshop_id = window.desk.workshop_id
    window.ops.run(window.main, lambda ws: answers.give(ws, workshop_id, given))
    settle(window)
    segments = [child for child in page.below_choice.children() if isinstance(child, QWidget)]
    QTest.mouseClick(segments[1], Qt.MouseButton.LeftButton)
    click_row(page.given, 0, times=2)
    dialog = dialog_of(window, AnswerDialog)
    assert dialog.subject.text() == theme.title
    replace_text(dialog.answer_text, "Der Landkreis prüft es.")
    dialog.decision.setFocus()
    QTest.keyClicks(dialog.decision, "Es wird w")
    QTest.mouseClick(dialog.ok_button, Qt.MouseButton.LeftButton)
    back(window)
    [changed] = stored(window).answers
    assert (changed.answer.decision, changed.answer.text) == (
        "passed_on", "Der Landkreis prüft es.")  # fmt: skip

    page.given.setFocus()
    press(Qt.Key.Key_Return)
    dialog = dialog_of(window, AnswerDialog)
    QTest.mouseClick(dialog.delete_button, Qt.MouseButton.LeftButton)
    back(window)
    assert stored(window).answers == ()


def test_reihenfolge_stand_und_loeschen_mit_tasten(window: Window, page: AgreePage) -> None:
    press(Qt.Key.Key_Down, _ALT)
    settle(window)
    assert [m.measure.label for m in stored(window).measures][:2] == ["M02", "M01"]
    assert page.line().measure.label == "M01"  # type: ignore[union-attr]

    press(Qt.Key.Key_T, _CTRL)
    dialog = dialog_of(window, StatusDialog)
    QTest.keyClicks(dialog.status, "Erl")
    press(Qt.Key.Key_Return, _CTRL)
    back(window)
    assert measure(window, "M01").status == "erledigt"

    page.measures.setFocus()
    press(Qt.Key.Key_Delete)
    settle(window)
    assert "M01" not in [m.measure.label for m in stored(window).measures]
    press(Qt.Key.Key_Z, _CTRL)
    settle(window)
    assert "M01" in [m.measure.label for m in stored(window).measures]


def test_die_knoepfe_der_zeile_gehen_mit_der_maus(window: Window, page: AgreePage) -> None:
    click_row(page.open_list, 1)
    assert page.open_list.buttons.isVisible()
    at = page.open_list.buttons.mapTo(page.open_list.viewport(), QPoint(0, 0))
    assert page.open_list.rowAt(at.y() + 10) == 1
    QTest.mouseClick(page.open_list.answer_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(window, AnswerDialog)
    assert dialog.subject.text() == "Familien & Kinderbetreuung"
    dialog.done(0)
