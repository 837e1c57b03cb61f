"""Gemeinde und Quartier werden im Fenster mit Tasten beschrieben."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from sqlalchemy import select

from quartierdesk.app import Window
from quartierdesk.gui.pages.prepare.indicators import IndicatorDialog
from quartierdesk.gui.pages.prepare.quarter_dialog import QuarterDialog
from quartierdesk.services import photos, preparing
from quartierdesk.services.preparing import Home
from quartierdesk.store.schema.frame import Municipality
from quartierdesk.store.workspace import Workspace
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
        before.indicators,
    )  # fmt: skip


def test_gemeindeschluessel_und_wappen_kommen_auf_das_protokoll(
    window: Window, tmp_path: Path
) -> None:
    page = prepare_page(window)
    page.edit_quarter()
    dialog = dialog_of(window, QuarterDialog)
    replace_text(dialog.ags, "8119091")
    press(Qt.Key.Key_Return, _CTRL)
    assert "kein Gemeindeschlüssel" in dialog.refusal.text()
    replace_text(dialog.ags, "08 119 091")
    (tmp_path / "kein-bild.png").write_text("nur Text")
    dialog.coat.take(tmp_path / "kein-bild.png")
    assert "kein Bild" in dialog.refusal.text()
    picture = QImage(QSize(40, 50), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    picture.save(str(tmp_path / "Wappen.png"))
    dialog.coat.take(tmp_path / "Wappen.png")
    assert not dialog.arms.pixmap().isNull()
    press(Qt.Key.Key_Return, _CTRL)
    back(window)

    municipality = home(window).municipality
    assert municipality.ags == "08119091"
    arms = ask(window, lambda ws: photos.picture(ws, municipality.arms_sha256))
    assert QImage.fromData(arms).size() == QSize(40, 50)

    page.edit_quarter()
    again = dialog_of(window, QuarterDialog)
    settle(window)
    assert not again.arms.pixmap().isNull()
    again.no_arms_button.click()
    press(Qt.Key.Key_Return, _CTRL)
    back(window)
    assert home(window).municipality.arms_sha256 == ""


def test_kennzahlen_werden_eingetragen_umgeordnet_und_geloescht(window: Window) -> None:
    page, before = prepare_page(window), home(window).indicators
    page.edit_quarter()
    outer = dialog_of(window, QuarterDialog)
    outer.indicator_button.setFocus()
    press(Qt.Key.Key_Space)
    dialog = dialog_of(window, IndicatorDialog)
    dialog.label.setEditText("Haushalte")
    replace_text(dialog.value, "viele")
    replace_text(dialog.source, "Zensus 2022")
    press(Qt.Key.Key_Return, _CTRL)
    assert "keine Zahl" in dialog.refusal.text()
    replace_text(dialog.value, "1.204")
    replace_text(dialog.year, "2022")
    press(Qt.Key.Key_Return, _CTRL)
    settle(window)
    dialog_of(window, QuarterDialog).indicators.setFocus()
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Home, _CTRL)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return, _CTRL)
    back(window)

    after = home(window).indicators
    made = after[-2]
    assert (made.code, made.label, made.value) == ("households", "Haushalte", Decimal(1204))
    assert (made.unit, made.year, made.source) == ("Haushalte", 2022, "Zensus 2022")
    names = [item.label for item in before]
    assert [item.label for item in after] == [*names[1:-1], "Haushalte", names[-1]]
    window.main.activateWindow()
    page.quarter_button.setFocus()
    press(Qt.Key.Key_Z, _CTRL)
    settle(window)
    assert home(window).indicators == before


def test_eine_geloeschte_gemeinde_wird_mit_einem_satz_gemeldet(window: Window) -> None:
    page = prepare_page(window)

    def delete(workspace: Workspace) -> None:
        with workspace.transaction("Gemeinde gelöscht") as session:
            for row in session.scalars(select(Municipality)):
                row.deleted = True

    window.ops.run(window.main, delete)
    settle(window)
    page.quarter_button.click()
    assert any("wurde gelöscht" in label.text() for label in page.refused.findChildren(QLabel))
    assert page.refused.isVisible()
