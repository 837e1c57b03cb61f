"""Was das Protokoll abschließt, wird im Fenster nur mit Tasten eingetragen."""

from datetime import date

from PySide6.QtCore import QModelIndex, Qt

from quartierdesk.app import Window
from quartierdesk.domain.workshop import Enclosure, NextStep, Recipient, Signature
from quartierdesk.gui.pages.prepare.closing_dialogs import (
    EnclosureDialog,
    RecipientDialog,
    SignatureDialog,
    StepDialog,
)
from quartierdesk.services import workshop_lists
from quartierdesk.services.workshop_lists import Item
from tests.gui.keyboard import press, type_text
from tests.gui.opening import settle
from tests.gui.showcase_prepare import prepare_page
from tests.gui.test_gui_agree import ask, back, dialog_of, replace_text

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def stored(window: Window, kind: type[Item]) -> list[Item]:
    key = window.desk.workshop_id
    return ask(window, lambda ws: workshop_lists.items(ws, kind, key))


def keep(window: Window) -> None:
    press(Qt.Key.Key_Return, _CTRL)
    back(window)


def test_jede_liste_des_abschlusses_nimmt_auf_was_getippt_wird(window: Window) -> None:
    page = prepare_page(window, "closing")
    page.step_button.setFocus()
    press(Qt.Key.Key_Space)
    step = dialog_of(window, StepDialog)
    type_text(step.what, "Begehung der Ortsmitte")
    type_text(step.due, "14.4.2026")
    type_text(step.who, "Ortsvorsteherin")
    keep(window)
    page.recipient_button.setFocus()
    press(Qt.Key.Key_Space)
    type_text(dialog_of(window, RecipientDialog).name_edit, "Gemeinderat")
    keep(window)
    page.enclosure_button.setFocus()
    press(Qt.Key.Key_Space)
    enclosure = dialog_of(window, EnclosureDialog)
    type_text(enclosure.title_edit, "Plan der Ortsmitte")
    enclosure.public_box.setFocus()
    press(Qt.Key.Key_Space)
    keep(window)
    page.signature_button.setFocus()
    press(Qt.Key.Key_Space)
    signature = dialog_of(window, SignatureDialog)
    type_text(signature.role_edit, "Protokoll")
    type_text(signature.name_edit, "Paula Probe")
    keep(window)

    made = stored(window, NextStep)[-1]
    assert (made.what, made.due, made.who) == (
        "Begehung der Ortsmitte", date(2026, 4, 14), "Ortsvorsteherin",
    )  # fmt: skip
    assert stored(window, Recipient)[-1].name == "Gemeinderat"
    attached = stored(window, Enclosure)[-1]
    assert (attached.title, attached.public) == ("Plan der Ortsmitte", False)
    line = stored(window, Signature)[-1]
    assert (line.role, line.name) == ("Protokoll", "Paula Probe")


def test_ein_schritt_wird_geaendert_und_geloescht(window: Window) -> None:
    page = prepare_page(window, "closing")
    page.closing_part.add_step()
    dialog = dialog_of(window, StepDialog)
    press(Qt.Key.Key_Return, _CTRL)
    settle(window)
    assert "Der Schritt ist leer" in dialog.refusal.text()
    type_text(dialog.what, "Begehung")
    keep(window)
    made = stored(window, NextStep)[-1]
    page.steps.setFocus()
    press(Qt.Key.Key_End, _CTRL)
    press(Qt.Key.Key_Return)
    replace_text(dialog_of(window, StepDialog).due, "vor der Sommerpause")
    keep(window)
    after = stored(window, NextStep)[-1]
    assert (after.id, after.due, after.due_text) == (made.id, None, "vor der Sommerpause")

    page.steps.setFocus()
    press(Qt.Key.Key_End, _CTRL)
    press(Qt.Key.Key_Delete)
    settle(window)
    assert made.id not in [item.id for item in stored(window, NextStep)]


def test_die_reihenfolge_wird_mit_tasten_und_mit_der_maus_geaendert(window: Window) -> None:
    page = prepare_page(window, "closing")
    first, second, third, *_ = [item.what for item in stored(window, NextStep)]
    page.steps.setFocus()
    press(Qt.Key.Key_Home, _CTRL)
    press(Qt.Key.Key_Down, _ALT)
    settle(window)
    assert [item.what for item in stored(window, NextStep)][:3] == [second, first, third]
    assert page.steps.currentIndex().row() == 1

    rows = page.steps.rows
    dragged = rows.mimeData([rows.index(2, 0)])
    rows.dropMimeData(dragged, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    settle(window)
    assert [item.what for item in stored(window, NextStep)][:3] == [third, second, first]
    press(Qt.Key.Key_Z, _CTRL)
    settle(window)
    assert [item.what for item in stored(window, NextStep)][:3] == [second, first, third]
