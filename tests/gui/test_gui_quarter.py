"""Gemeinde und Quartier werden im Fenster mit Tasten beschrieben."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt

from quartierdesk.app import Window
from quartierdesk.gui.pages.prepare.quarter_dialog import QuarterDialog
from quartierdesk.services import preparing
from quartierdesk.services.preparing import Home
from tests.gui.keyboard import press
from tests.gui.opening import settle
from tests.gui.showcase_prepare import prepare_page
from tests.gui.test_gui_agree import ask, back, dialog_of, replace_text

_CTRL = Qt.KeyboardModifier.ControlModifier


def home(window: Window) -> Home:
    key = window.desk.workshop_id
    found = ask(window, lambda ws: preparing.of_workshop(ws, key)).home()
    assert found is not None
    return found


def test_gemeinde_und_quartier_werden_in_einem_schritt_gespeichert(window: Window) -> None:
    page, before = prepare_page(window), home(window)
    page.quarter_button.setFocus()
    press(Qt.Key.Key_Space)
    dialog = dialog_of(window, QuarterDialog)
    for field, text in (
        (dialog.municipality_name, "Hörlesbach"), (dialog.district, "Unterdorf"),
        (dialog.address, "Rathausplatz 1"), (dialog.imprint, "Die Gemeinde"),
        (dialog.data_protection_officer, "Frau Beispiel"), (dialog.notes, "Nur intern"),
        (dialog.quarter_name, "Ortsmitte"), (dialog.process_from, "1.2.2026"),
        (dialog.process_until, "1.1.2026"), (dialog.delimitation, "Bis zum Bach"),
        (dialog.process_goal, "Gut alt werden"), (dialog.accompaniment, "Büro Nord"),
        (dialog.funding, "Quartiersimpulse"), (dialog.continuation, "Runder Tisch"),
    ):  # fmt: skip
        replace_text(field, text)
    dialog.kind.setFocus()
    press(Qt.Key.Key_End)
    kind = str(dialog.kind.currentData())
    press(Qt.Key.Key_Return, _CTRL)
    settle(window)
    assert "endet, bevor er beginnt" in dialog.refusal.text()
    replace_text(dialog.process_until, "31.12.2027")
    press(Qt.Key.Key_Return, _CTRL)
    back(window)

    assert home(window) == Home(
        replace(
            before.municipality, name="Hörlesbach", district="Unterdorf",
            address="Rathausplatz 1", imprint="Die Gemeinde",
            data_protection_officer="Frau Beispiel",
        ),
        replace(
            before.quarter, name="Ortsmitte", kind=kind, process_from=date(2026, 2, 1),
            process_until=date(2027, 12, 31), delimitation="Bis zum Bach",
            process_goal="Gut alt werden", accompaniment="Büro Nord",
            funding="Quartiersimpulse", continuation="Runder Tisch", notes="Nur intern",
        ),
    )  # fmt: skip
