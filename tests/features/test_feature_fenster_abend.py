"""Szenario: Ein Neuling öffnet das Beispiel und geht durch den Abend, mit Maus und mit Tasten."""

import csv
from pathlib import Path
from typing import cast

import pypdfium2
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QWidget,
)

from quartierdesk.app import Window
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.pages.agree.measure_dialog import MeasureDialog
from quartierdesk.gui.pages.agree.page import AgreePage
from quartierdesk.gui.pages.capture.page import CapturePage
from quartierdesk.gui.pages.prepare.page import PreparePage
from quartierdesk.gui.pages.protocol.page import ProtocolPage
from quartierdesk.gui.pages.sort.dialogs import ClusterDialog
from quartierdesk.gui.pages.sort.page import WallPage
from quartierdesk.gui.pages.weigh.grid_model import FIRST
from quartierdesk.gui.pages.weigh.page import WeightingPage
from quartierdesk.gui.pages.weigh.poll_dialog import PollDialog
from tests.gui.capture_desk import button, choose, click
from tests.gui.keyboard import press, type_text
from tests.gui.opening import settle, wait_until
from tests.gui.showcase_sort import opened
from tests.gui.test_gui_sort import drag
from tests.gui.test_gui_weigh import click as click_count

_CTRL = Qt.KeyboardModifier.ControlModifier
PLACE = "Backhaus am Anger"
SAID_TOO = "Am Backhaus fehlt abends Licht"
SAID = "Am Löschteich fehlt eine Bank"
THEME = "Sitzen und Ausruhen"
QUESTION = "Was fangen wir morgen an?"
MEASURE = "Bank am Löschteich aufstellen"


def test_neuling_geht_mit_der_maus_durch_alle_sechs_schritte(
    empty_window: Window, tmp_path: Path
) -> None:
    """Gegeben das Beispiel; wenn jemand klickt und zieht; dann steht alles in den Ausgaben."""
    window = empty_window
    click(window.main.start.sample_button)
    wait_until(lambda: bool(window.desk.workshop_id), "the sample")
    back(window)

    prepare = cast("PreparePage", click_step(window, "prepare"))
    click(prepare.place)
    prepare.place.selectAll()
    type_text(prepare.place, PLACE)

    capture = cast("CapturePage", click_step(window, "capture"))
    click(button(capture.codes, "Problem"))
    for words in (SAID_TOO, SAID):
        type_text(capture.line, words)
        click(button(capture.codes, "Enter speichert"))
        settle(window)

    drag_and_name(window)
    count_with_mouse(window)
    agree = cast("AgreePage", window.main.page)
    click(agree.new_button)
    measure = cast("MeasureDialog", opened(window, MeasureDialog))
    type_text(measure.title_edit, MEASURE)
    click(measure.ok_button)
    back(window)

    protocol = cast("ProtocolPage", click_step(window, "protocol"))
    targets = {kind: tmp_path / f"Abend.{kind}" for kind in ("pdf", "xlsx", "csv")}
    for kind, pressed in (("pdf", protocol.pdf_button), ("xlsx", protocol.excel_button)):
        click(pressed)
        save_as(window, targets[kind], with_mouse=True)
    choose(protocol.more_button.menu(), "Beiträge als CSV speichern …")
    save_as(window, targets["csv"], with_mouse=True)
    themes = assert_found(targets)
    assert themes[SAID_TOO] == "Nahversorgung & Dorfladen"


def test_neuling_geht_nur_mit_tasten_durch_alle_sechs_schritte(
    empty_window: Window, tmp_path: Path
) -> None:
    """Gegeben das Beispiel; wenn jemand nur tippt; dann steht alles in den Ausgaben."""
    window = empty_window
    tab_to(window.main.start.sample_button)
    press(Qt.Key.Key_Space)
    wait_until(lambda: bool(window.desk.workshop_id), "the sample")
    back(window)

    prepare = cast("PreparePage", type_step(window, Qt.Key.Key_1))
    tab_to(prepare.place)
    press(Qt.Key.Key_A, _CTRL)
    type_text(focused(), PLACE)

    type_step(window, Qt.Key.Key_2)
    type_text(focused(), f"! {SAID}")
    press(Qt.Key.Key_Return)
    settle(window)

    name_with_keys(window)
    count_with_keys(window)
    type_step(window, Qt.Key.Key_5)
    press(Qt.Key.Key_N, _CTRL)
    enter(window, MeasureDialog)
    type_text(focused(), MEASURE)
    press(Qt.Key.Key_Return, _CTRL)
    back(window)

    type_step(window, Qt.Key.Key_6)
    targets = {kind: tmp_path / f"Abend.{kind}" for kind in ("pdf", "xlsx", "csv")}
    press(Qt.Key.Key_E, _CTRL)
    save_as(window, targets["pdf"])
    for kind, words in (("xlsx", "Excel-Arbeitsmappe speichern"), ("csv", "als CSV")):
        press(Qt.Key.Key_K, _CTRL)
        wait_until(lambda: QApplication.activePopupWidget() is not None, "the search")
        type_text(focused(), words)
        press(Qt.Key.Key_Return)
        save_as(window, targets[kind])
    assert_found(targets)


def drag_and_name(window: Window) -> None:
    """Drag the first new card into a column and make a new column of the second."""
    wall = cast("WallPage", click_step(window, "sort"))
    heap, column = wall.board.columns[0].list, wall.board.columns[1].list
    start = heap.visualRect(heap.cards.index(0)).center()
    drag(heap.viewport(), start, column.viewport(), QPoint(60, 40))
    settle(window)
    click(heap.viewport(), heap.visualRect(heap.cards.index(0)).center())
    click(wall.board.new_column)
    naming = cast("ClusterDialog", opened(window, ClusterDialog))
    type_text(naming.title, THEME)
    click(naming.ok_button)
    back(window)


def name_with_keys(window: Window) -> None:
    """Go to the new card with the arrows and make a new column of it."""
    wall = cast("WallPage", type_step(window, Qt.Key.Key_3))
    for _ in wall.board.columns:
        press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Down)
    card = wall.shown_view().card()
    assert card is not None
    assert card.original == SAID
    press(Qt.Key.Key_N)
    enter(window, ClusterDialog)
    type_text(focused(), THEME)
    press(Qt.Key.Key_Return)
    back(window)


def count_with_mouse(window: Window) -> None:
    """Set up a dot poll, count seven dots for the new theme, close it and go on."""
    weigh = cast("WeightingPage", click_step(window, "weigh"))
    click(weigh.new_button)
    poll = cast("PollDialog", opened(window, PollDialog))
    type_text(poll.question, QUESTION)
    click(poll.ok_button)
    back(window)
    row = weigh.grid.grid.rowCount() - 1
    weigh.grid.scrollTo(weigh.grid.grid.index(row, FIRST))
    for _ in range(7):
        click_count(weigh.grid, row, FIRST, "more")
    settle(window)
    click(weigh.panel.close_button)
    settle(window)
    click(weigh.agree_button)
    settle(window)


def count_with_keys(window: Window) -> None:
    """Set up a dot poll, count seven dots for the new theme and close it."""
    weigh = cast("WeightingPage", type_step(window, Qt.Key.Key_4))
    press(Qt.Key.Key_N, _CTRL)
    enter(window, PollDialog)
    type_text(focused(), QUESTION)
    press(Qt.Key.Key_Return, _CTRL)
    back(window)
    for _ in range(weigh.grid.grid.rowCount() - 1):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_7)
    press(Qt.Key.Key_Return)
    settle(window)
    press(Qt.Key.Key_Return, _CTRL)
    settle(window)


def click_step(window: Window, key: str) -> QWidget:
    """Click on a step above and return its page."""
    click(window.main.steps.buttons[key])
    settle(window)
    assert window.main.page_key == key
    return cast("QWidget", window.main.page)


def type_step(window: Window, digit: Qt.Key) -> QWidget:
    """Go to a step with Ctrl and its number and return its page."""
    press(digit, _CTRL)
    settle(window)
    back(window)
    return cast("QWidget", window.main.page)


def back(window: Window) -> None:
    """Return to the window after a dialog, as a window system does by itself."""
    settle(window)
    window.main.activateWindow()
    wait_until(
        lambda: (
            (found := QApplication.focusWidget()) is not None and window.main.isAncestorOf(found)
        ),
        "the focus in the window",
    )


def _above(widget: QWidget | None) -> list[QWidget]:
    """Return a widget and all it lies in."""
    found = []
    while widget is not None:
        found.append(widget)
        widget = widget.parentWidget()
    return found


def focused() -> QWidget:
    """Return where keys arrive."""
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget.focusProxy() or widget


def enter(window: Window, kind: type[Dialog]) -> QDialog:
    """Return the dialog that was opened, with the focus in it."""
    dialog = opened(window, kind)
    dialog.activateWindow()
    wait_until(lambda: dialog.isAncestorOf(QApplication.focusWidget() or window.main), "the focus")
    return dialog


def tab_to(wanted: QWidget) -> None:
    """Press Tab until the focus is there."""
    for _ in range(40):
        if wanted.hasFocus():
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError("Tab does not lead there")


def save_as(window: Window, target: Path, *, with_mouse: bool = False) -> None:
    """Give the name in the dialog of the system and wait until the file lies there."""
    settle(window)
    dialog = next(
        w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()
    )
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(name, QLineEdit)
    name.setFocus()
    name.selectAll()
    type_text(name, str(target))
    if with_mouse:
        box = dialog.findChild(QDialogButtonBox)
        assert isinstance(box, QDialogButtonBox)
        click(box.button(QDialogButtonBox.StandardButton.Save))
    else:
        QTest.keyClick(name, Qt.Key.Key_Return)
    wait_until(target.exists, f"the file {target.name}")
    back(window)


def assert_found(targets: dict[str, Path]) -> dict[str, str]:
    """What was typed stands in PDF, workbook and table; return the theme of each contribution."""
    with pypdfium2.PdfDocument(targets["pdf"]) as document:
        pages = (page.get_textpage().get_text_bounded() for page in document)
        printed = " ".join(" ".join(pages).split())
    book = load_workbook(targets["xlsx"])
    cells = {str(cell.value) for sheet in book for line in sheet for cell in line if cell.value}
    for words in (PLACE, SAID, THEME, QUESTION, MEASURE):
        assert words in printed, f"{words!r} is not in the PDF"
        assert any(words in cell for cell in cells), f"{words!r} is not in the workbook"
    with targets["csv"].open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))
    themes = {row["O-Ton"]: row["Cluster"] for row in rows}
    assert themes[SAID] == THEME
    return themes
