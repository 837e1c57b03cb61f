"""Jemand, der das Programm zum ersten Mal sieht, erfasst einen Abend: mit Maus, dann mit Tasten."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from quartierdesk.app import Window
from quartierdesk.gui.pages.capture.contribution_dialog import ContributionDialog
from quartierdesk.gui.pages.capture.page import CapturePage
from tests.gui.capture_desk import button, capture_page, choose, click, last, say, stored
from tests.gui.keyboard import press, type_text
from tests.gui.opening import settle, wait_until


def _dialog(window: Window, page: CapturePage) -> ContributionDialog:
    settle(window)
    dialog = page.findChildren(ContributionDialog)[-1]
    wait_until(dialog.original.toPlainText, "the card in the dialog")  # type: ignore[arg-type]
    return dialog


def test_neuling_erfasst_mit_der_maus(window: Window) -> None:
    page = capture_page(window)

    # Tisch 5 in der Spalte rechts, die Art unter der Zeile, das Handlungsfeld aus den Vorschlägen.
    click(button(page.counts, "Tisch 5: 10 Beiträge"))
    type_text(page.line, "Vor der Schule wird zu schnell gefahren #wo")
    click(button(page.candidates, "Wohnen, Mobilität & Klima"))
    click(button(page.codes, "Problem"))
    click(button(page.codes, "Enter speichert"))
    settle(window)

    card = last(window)
    assert card.text_original == "Vor der Schule wird zu schnell gefahren"
    assert (card.kind, card.action_field, card.label) == (
        "problem",
        "wohnen_mobilitaet_klima",
        "T5-001",
    )
    assert page.line.line == ""
    assert page.counts.accessibleName() is not None
    assert button(page.counts, "Tisch 5: 11 Beiträge").isChecked()

    # Schon gesagt? Ein Klick zählt die Nennung, statt eine zweite Karte anzulegen.
    type_text(page.line, "Vor der Schule fahren alle zu schnell")
    wait_until(page.said.isVisible, "the hint")
    click(button(page.said, "Als Nennung zählen"))
    settle(window)
    assert last(window).mention_count == 2
    assert len(stored(window)) == 61

    # Die Karte anklicken und ihre Art im Kontextmenü ändern, dann alle Felder im Dialog.
    place = page.stream.visualRect(page.model.index(60)).center()
    click(page.stream.viewport(), place)
    page.stream.customContextMenuRequested.emit(place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose(menu, "Art", "Kritik")
    menu.close()
    settle(window)
    assert last(window).kind == "kritik"
    QTest.mouseDClick(page.stream.viewport(), Qt.MouseButton.LeftButton, pos=place)
    dialog = _dialog(window, page)
    dialog.minutes.setPlainText("Vor der Schule wird die Geschwindigkeit überschritten.")
    click(dialog.dissent, QPoint(10, dialog.dissent.height() // 2))
    click(dialog.store_button)
    settle(window)
    assert last(window).text_minutes.startswith("Vor der Schule wird die Geschw")
    assert last(window).has_dissent


def test_neuling_filtert_mit_der_maus(window: Window) -> None:
    page = capture_page(window)

    # Nur die Ideen zeigen, dann wieder alle.
    click(button(page.counts, "Idee: 19"))
    settle(window)
    assert page.model.rowCount() == 19
    click(button(page.filters, "Alle zeigen"))
    settle(window)
    assert page.model.rowCount() == 60


def test_neuling_erfasst_nur_mit_tasten(window: Window) -> None:
    page = capture_page(window)

    # Tisch, Art und Text in einer Zeile; das Feld ergänzt die Leertaste; der Tisch bleibt.
    type_text(page.line, "/5 ! Vor der Schule wird zu schnell gefahren #wo")
    press(Qt.Key.Key_Space)
    assert page.line.line.endswith("#wohnen ")
    type_text(page.line, "@kin")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    settle(window)
    say(window, page, "* Zebrastreifen an der Schule x3")

    first, second = stored(window)[-2:]
    assert (first.label, first.kind, first.target_groups) == ("T5-001", "problem", ("kinder",))
    assert (second.label, second.text_original, second.mention_count) == (
        "T5-002",
        "Zebrastreifen an der Schule",
        3,
    )

    # Die Tabulatortaste zählt eine Nennung, solange etwas Ähnliches angeboten wird.
    type_text(page.line, "Ein Zebrastreifen bei der Schule")
    wait_until(page.said.isVisible, "the hint")
    press(Qt.Key.Key_Tab)
    settle(window)
    assert last(window).mention_count == 4
    assert page.line.hasFocus()

    # Pfeil nach oben holt den letzten Beitrag zurück in die Zeile.
    press(Qt.Key.Key_Up)
    settle(window)
    assert page.line.line == "* Zebrastreifen an der Schule x4"
    press(Qt.Key.Key_End)
    type_text(page.line, " @kinder")
    press(Qt.Key.Key_Return)
    settle(window)
    assert last(window).target_groups == ("kinder",)
    assert len(stored(window)) == 62


def test_neuling_bearbeitet_beitraege_nur_mit_tasten(window: Window) -> None:
    page = capture_page(window)
    say(window, page, "! Vor der Schule wird zu schnell gefahren")
    say(window, page, "* Zebrastreifen an der Schule")

    # In den Beiträgen: zwei wählen, die Art mit der Ziffer setzen, alles rückgängig.
    type_text(page.line, "halb")
    press(Qt.Key.Key_Up)
    assert page.stream.hasFocus()
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_0)
    settle(window)
    assert [card.kind for card in stored(window)[-2:]] == ["zitat", "zitat"]
    window.main.commands.action("undo").trigger()
    settle(window)
    assert [card.kind for card in stored(window)[-2:]] == ["problem", "idee"]

    # Alle Felder mit der Eingabetaste, gespeichert mit Strg+Eingabe; der halbe Satz ist noch da.
    press(Qt.Key.Key_Return)
    dialog = _dialog(window, page)
    dialog.title_edit.setFocus()
    type_text(dialog.title_edit, "Zebrastreifen")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert "Zebrastreifen" in {card.title for card in stored(window)[-2:]}
    window.main.activateWindow()
    wait_until(window.main.isActiveWindow, "the window")
    page.stream.setFocus()
    press(Qt.Key.Key_Escape)
    assert page.line.hasFocus()
    assert page.line.line == "halb"
    assert QApplication.activeModalWidget() is None
