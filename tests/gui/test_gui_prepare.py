"""Vorbereiten im echten Fenster: mit der Maus, und noch einmal nur mit Tasten."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from quartierdesk.app import Window
from quartierdesk.domain.workshop import AgendaItem, HeadCount, TopicTable, Workshop
from quartierdesk.gui.pages.prepare.dialogs import AgendaDialog, CountDialog, TableDialog
from quartierdesk.gui.pages.prepare.fields_dialog import FieldsDialog
from quartierdesk.gui.pages.prepare.handout_dialog import HandoutDialog
from quartierdesk.gui.pages.prepare.page import PreparePage
from quartierdesk.gui.pages.prepare.person_dialog import PersonDialog
from quartierdesk.gui.widgets.row_table import RowTable
from quartierdesk.services import (
    catalogues,
    history,
    participants,
    workshop_lists,
    workshops,
)
from tests.gui.keyboard import press, type_text
from tests.gui.opening import settle, show_page
from tests.gui.showcase_prepare import prepare_page
from tests.gui.test_gui_agree import ask, back, dialog_of, replace_text

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: Window) -> PreparePage:
    page = prepare_page(window)
    page.focus_first()
    back(window)
    return page


def workshop(window: Window) -> Workshop:
    key = window.desk.workshop_id
    return ask(window, lambda ws: workshops.get(ws, key))


def agenda(window: Window) -> list[AgendaItem]:
    key = window.desk.workshop_id
    return ask(window, lambda ws: workshop_lists.items(ws, AgendaItem, key))


def write_cell(window: Window, table: RowTable, row: int, column: int, text: str) -> None:
    """Write into a cell as a person does: go there, type, Enter."""
    table.setFocus()
    table.setCurrentIndex(table.rows.index(row, column))
    press(Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, _CTRL)
    type_text(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle(window)


def test_jedes_feld_wird_gespeichert_wenn_man_es_verlaesst(
    window: Window, page: PreparePage
) -> None:
    replace_text(page.title_edit, "Gut leben in Hörlesbach")
    press(Qt.Key.Key_Tab)
    settle(window)
    assert workshop(window).title == "Gut leben in Hörlesbach"

    for field, text in (
        (page.guiding_question, "Was brauchen wir?"), (page.date_edit, "14.3.2026"),
        (page.start, "19"), (page.end, "22.15 Uhr"), (page.place, "Alte Schule"),
        (page.organiser, "Stadt"), (page.facilitation, "Büro Nord"),
    ):  # fmt: skip
        replace_text(field, text)
        press(Qt.Key.Key_Tab)
    settle(window)
    stored = workshop(window)
    assert stored == replace(
        stored, guiding_question="Was brauchen wir?", date=date(2026, 3, 14), start=time(19),
        end=time(22, 15), place="Alte Schule", organiser="Stadt", facilitation="Büro Nord",
    )  # fmt: skip
    assert page.end.text() == "22:15", "what is stored is shown"


def test_was_kein_datum_ist_bleibt_stehen_und_wird_erklaert(
    window: Window, page: PreparePage
) -> None:
    replace_text(page.date_edit, "Freitag")
    press(Qt.Key.Key_Return)
    settle(window)

    assert "„Freitag“ ist kein Datum" in page.refused.accessibleName()
    assert page.refused.isVisible()
    assert page.date_edit.text() == "Freitag"
    assert workshop(window).date == date(2026, 3, 13)
    replace_text(page.date_edit, "20.3.2026")
    press(Qt.Key.Key_Return)
    settle(window)
    assert not page.refused.isVisible()
    assert workshop(window).date == date(2026, 3, 20)


def test_was_gleichzeitig_geaendert_wurde_wird_nicht_ueberschrieben(
    window: Window, page: PreparePage
) -> None:
    replace_text(page.place, "Mein Ort")
    before = workshop(window)
    ask(window, lambda ws: workshops.edit(ws, before, replace(before, place="Anderer Ort")))
    page.mark_stale()
    settle(window)
    assert page.place.text() == "Mein Ort", "what is being typed stays"
    press(Qt.Key.Key_Return)
    settle(window)

    assert "inzwischen an anderer Stelle geändert" in page.refused.accessibleName()
    assert page.place.text() == "Mein Ort"
    assert workshop(window).place == "Anderer Ort"
    press(Qt.Key.Key_Escape)
    settle(window)
    assert page.place.text() == "Anderer Ort", "Escape shows what is stored"
    assert not page.refused.isVisible()
    replace_text(page.place, "Mein Ort")
    press(Qt.Key.Key_Return)
    settle(window)
    assert workshop(window).place == "Mein Ort"


def test_wer_die_seite_verlaesst_verliert_nichts(window: Window, page: PreparePage) -> None:
    replace_text(page.place, "Bürgerhaus")
    show_page(window, "agree")
    assert workshop(window).place == "Bürgerhaus"


def test_der_ablauf_wird_in_der_tabelle_geschrieben(window: Window, page: PreparePage) -> None:
    write_cell(window, page.agenda, 1, 1, "25")
    settle(window)
    items = agenda(window)
    assert (items[1].start, items[1].end) == (time(18, 30), time(18, 55))
    assert items[2].start == time(18, 55), "what follows moves on"
    write_cell(window, page.agenda, 1, 2, "Begrüßung und Ziele")
    write_cell(window, page.agenda, 1, 3, "world café")
    write_cell(window, page.agenda, 1, 4, "Bürgermeisterin")
    settle(window)
    item = agenda(window)[1]
    assert (item.title, item.method, item.who) == (
        "Begrüßung und Ziele", "world_cafe", "Bürgermeisterin")  # fmt: skip
    assert "ohne Lücken" in page.agenda_words.text()


def test_eine_falsche_uhrzeit_bleibt_in_der_zelle(window: Window, page: PreparePage) -> None:
    write_cell(window, page.agenda, 0, 0, "25:99")
    settle(window)

    assert "keine Uhrzeit" in page.refused.accessibleName()
    editor = page.agenda.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "25:99"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert agenda(window)[0].start == time(18)


def test_einfuegen_verschieben_und_loeschen_mit_tasten(window: Window, page: PreparePage) -> None:
    page.agenda.setFocus()
    page.agenda.setCurrentIndex(page.agenda.rows.index(0, 2))
    press(Qt.Key.Key_Insert)
    settle(window)
    editor = page.agenda.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_A, _CTRL)
    type_text(editor, "Ankommen")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle(window)
    assert [item.title for item in agenda(window)][1] == "Ankommen"

    page.agenda.setFocus()
    press(Qt.Key.Key_Up, _ALT)
    settle(window)
    assert agenda(window)[0].title == "Ankommen"
    press(Qt.Key.Key_Delete)
    settle(window)
    assert "Ankommen" not in [item.title for item in agenda(window)]
    press(Qt.Key.Key_Z, _CTRL)
    settle(window)
    assert "Ankommen" in [item.title for item in agenda(window)]


def test_interne_notizen_stehen_im_dialog(window: Window, page: PreparePage) -> None:
    page.agenda.setFocus()
    press(Qt.Key.Key_Return)
    dialog = dialog_of(window, AgendaDialog)
    replace_text(dialog.notes, "Namensschilder bereitlegen")
    dialog.public_box.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, _CTRL)
    back(window)

    item = agenda(window)[0]
    assert (item.notes, item.public) == ("Namensschilder bereitlegen", False)


def test_eine_vorlage_ersetzt_den_ablauf_und_laesst_sich_zuruecknehmen(
    window: Window, page: PreparePage
) -> None:
    before = [item.title for item in agenda(window)]
    QTest.mouseClick(page.templates.cells[1], _LEFT)
    settle(window)
    assert len(agenda(window)) == 6
    page.agenda.setFocus()
    press(Qt.Key.Key_Z, _CTRL)
    settle(window)
    assert [item.title for item in agenda(window)] == before


def test_tische_bekommen_thema_und_gastgeber(window: Window, page: PreparePage) -> None:
    QTest.mouseClick(page.table_button, _LEFT)
    dialog = dialog_of(window, TableDialog)
    assert dialog.number.text() == "7"
    replace_text(dialog.topic, "Digitalisierung")
    dialog.host.setFocus()
    QTest.keyClicks(dialog.host, "TN-05")
    press(Qt.Key.Key_Return, _CTRL)
    back(window)
    key = window.desk.workshop_id
    made = ask(window, lambda ws: workshop_lists.items(ws, TopicTable, key))[-1]
    assert (made.number, made.topic) == (7, "Digitalisierung")
    assert made.host_id

    QTest.mouseClick(page.tables.cells[6], _LEFT)
    dialog = dialog_of(window, TableDialog)
    QTest.mouseClick(dialog.delete_button, _LEFT)
    back(window)
    assert len(page.tables.cells) == 6


def test_regeln_wege_und_methoden(window: Window, page: PreparePage) -> None:
    page.show_part("more")
    replace_text(page.rules, "Ausreden lassen")
    for text in ("", "Kurz fassen", ""):
        press(Qt.Key.Key_Return)
        type_text(page.rules, text)
    press(Qt.Key.Key_Tab)
    replace_text(page.invitation_channels, "Amtsblatt")
    press(Qt.Key.Key_Tab)
    settle(window)
    assert workshop(window).rules == ("Ausreden lassen", "Kurz fassen")
    assert workshop(window).invitation_channels == ("Amtsblatt",)

    before = workshop(window).methods
    page.methods.setFocus()
    page.methods.setCurrentRow(0)
    press(Qt.Key.Key_Space)
    settle(window)
    assert set(workshop(window).methods) ^ set(before) == {"kartenabfrage"}


def test_zaehlung_nach_merkmal(window: Window, page: PreparePage) -> None:
    page.show_part("people")
    write_cell(window, page.counts, 0, 2, "15")
    settle(window)
    key = window.desk.workshop_id
    counts = ask(window, lambda ws: workshop_lists.items(ws, HeadCount, key))
    assert counts[0].count == 15
    QTest.mouseClick(page.count_button, _LEFT)
    dialog = dialog_of(window, CountDialog)
    replace_text(dialog.attribute, "Altersgruppe")
    replace_text(dialog.value, "Unter 18 Jahre")
    replace_text(dialog.count, "viele")
    press(Qt.Key.Key_Return, _CTRL)
    settle(window)
    assert "keine ganze Zahl" in dialog.refusal.text()
    replace_text(dialog.count, "4")
    press(Qt.Key.Key_Return, _CTRL)
    back(window)
    made = ask(window, lambda ws: workshop_lists.items(ws, HeadCount, key))[-1]
    assert (made.attribute, made.value, made.count) == ("age_group", "unter_18", 4)


def test_jemand_kommt_auf_die_liste_mit_einwilligungen(window: Window, page: PreparePage) -> None:
    page.show_part("people")
    page.people.setFocus()
    press(Qt.Key.Key_N, _CTRL)
    dialog = dialog_of(window, PersonDialog)
    type_text(dialog.name_edit, "Probe, Paula")
    for box in (dialog.consent_list, dialog.consent_photo):
        box.setFocus()
        press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, _CTRL)
    back(window)

    key = window.desk.workshop_id
    made = ask(window, lambda ws: participants.listed(ws, key))[-1]
    assert (made.label, made.name) == ("TN-61", "Probe, Paula")
    assert {c.kind for c in made.consents if c.given} == {"list", "photo"}
    assert page.list_words.text() == "61 Personen"


def test_eigene_handlungsfelder(window: Window, page: PreparePage) -> None:
    QTest.mouseClick(page.fields_button, _LEFT)
    dialog = dialog_of(window, FieldsDialog)
    settle(window)
    dialog.new_entry.setFocus()
    type_text(dialog.new_entry, "Kultur & Feste")
    press(Qt.Key.Key_Return)
    settle(window)
    write_cell(window, dialog.entries, 0, 0, "Mitmachen")
    settle(window)
    dialog.entries.setFocus()
    dialog.entries.choose("digitalisierung")
    press(Qt.Key.Key_Delete)
    settle(window)
    key = window.desk.workshop_id
    found = ask(window, lambda ws: catalogues.of_workshop(ws, key))["action_field"]
    assert found.entries[0].label == "Mitmachen"
    assert found.find("kultur_feste") is not None
    assert found.find("digitalisierung") is None
    press(Qt.Key.Key_Escape)
    back(window)


def test_ein_blatt_wird_als_pdf_gespeichert(
    window: Window, page: PreparePage, tmp_path: Path
) -> None:
    page.title_edit.setFocus()
    press(Qt.Key.Key_P, _CTRL)
    dialog = dialog_of(window, HandoutDialog)
    dialog.sheets.setCurrentRow(1)
    replace_text(dialog.amount, "9999")
    dialog.save_to(tmp_path / "Karten.pdf")
    settle(window)
    assert "nicht auf einmal drucken" in dialog.refusal.text()
    assert not (tmp_path / "Karten.pdf").exists()
    replace_text(dialog.amount, "8")
    dialog.save_to(tmp_path / "Karten.pdf")
    settle(window)
    assert (tmp_path / "Karten.pdf").read_bytes().startswith(b"%PDF")
    QTest.mouseClick(dialog.cancel_button, _LEFT)
    back(window)


def test_was_im_ablauf_geschah_steht_in_der_geschichte(window: Window, page: PreparePage) -> None:
    write_cell(window, page.agenda, 1, 1, "20")
    settle(window)
    assert ask(window, lambda ws: history.listed(ws, 1))[0].what == "Ablauf geändert"
