"""The protocol page: what is shown is the real PDF, and every choice is stored and drawn."""

import io
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from quartierdesk.app import Window
from quartierdesk.domain.protocol import ProtocolSettings
from quartierdesk.gui.pages.protocol.page import ProtocolPage
from quartierdesk.gui.pages.protocol.releases import ReleasesDialog
from quartierdesk.gui.pages.protocol.review import ReviewDialog
from quartierdesk.gui.pages.protocol.version import ReleasedVersion
from quartierdesk.services import contributions, protocols, releases
from tests.gui.opening import settle, show_page
from tests.services.builders import card

NAMED = "Bitte rufen Sie Frau Krämer an, 07123 456789."


@pytest.fixture
def page(window: Window) -> ProtocolPage:
    """Return the page, short so that tests are quick, with the PDF drawn."""
    workshop_id = window.desk.workshop_id
    short = ProtocolSettings(length="short")
    window.ops.run(window.main, lambda ws: protocols.set_settings(ws, workshop_id, short))
    show_page(window, "protocol")
    settle(window)
    found = window.main.page
    assert isinstance(found, ProtocolPage)
    return found


def stored(window: Window) -> ProtocolSettings:
    """Return the choices as the file holds them."""
    found: list[ProtocolSettings] = []
    workshop_id = window.desk.workshop_id
    window.ops.ask(window.main, lambda ws: protocols.settings(ws, workshop_id), found.append)
    settle(window)
    return found[0]


def text_of(data: bytes) -> str:
    """Return the words of a PDF."""
    with pypdfium2.PdfDocument(io.BytesIO(data)) as document:
        return "\n".join(sheet.get_textpage().get_text_bounded() for sheet in document)


def last(kind: type) -> object:
    """Return the dialog of a kind that is open."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()][-1]


def test_the_preview_is_the_pdf_that_is_saved(page: ProtocolPage, window: Window) -> None:
    assert page.drawn is not None
    assert page.drawn.data.startswith(b"%PDF")
    assert page.preview.pages == len(page.drawn.outline.sheets) > 0
    assert "Gut leben in Hörlesbach" in text_of(page.drawn.data).replace("\n", " ")


def test_a_change_elsewhere_is_drawn_when_the_page_is_seen(
    page: ProtocolPage, window: Window
) -> None:
    workshop_id = window.desk.workshop_id
    before = page.drawn
    window.ops.run(
        window.main, lambda ws: contributions.capture(ws, workshop_id, card("Ganz neu."))
    )
    settle(window)

    assert page.drawn is not before


def choose_and_capture(window: Window, chosen: ProtocolSettings, words: str) -> None:
    """Store a choice for the protocol, and after it a contribution."""
    workshop_id = window.desk.workshop_id
    window.ops.run(window.main, lambda ws: protocols.set_settings(ws, workshop_id, chosen))
    settle(window)
    window.ops.run(window.main, lambda ws: contributions.capture(ws, workshop_id, card(words)))
    settle(window)


def test_what_was_captured_between_two_choices_is_drawn(page: ProtocolPage, window: Window) -> None:
    for word, hidden in (("Erstling", ()), ("Zweitling", ("people",))):
        choose_and_capture(window, ProtocolSettings(hidden=hidden), word)

        assert page.drawn is not None
        assert word in text_of(page.drawn.data)


def test_a_section_is_switched_off_with_space_stored_and_gone(
    page: ProtocolPage, window: Window
) -> None:
    keys = page.sections.sections.keys()
    place = keys.index("measures")
    page.sections.setCurrentIndex(page.sections.sections.index(place))
    QTest.keyClick(page.sections, Qt.Key.Key_Space)
    settle(window)

    assert stored(window).hidden == ("measures",)
    assert page.drawn is not None
    assert page.drawn.outline.page_of("Maßnahmenplan") is None


def test_a_section_is_switched_off_by_its_check_box(page: ProtocolPage, window: Window) -> None:
    place = 2
    key = page.sections.sections.keys()[place]
    row = page.sections.visualRect(page.sections.sections.index(place))
    box = QPoint(row.x() + 8 + 16 + 10 + 9, row.center().y())
    QTest.mouseClick(
        page.sections.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, box
    )
    settle(window)

    assert stored(window).hidden == (key,)


def test_a_section_is_moved_by_keys_and_by_dragging_alike(
    page: ProtocolPage, window: Window
) -> None:
    before = page.sections.sections.keys()
    page.sections.setCurrentIndex(page.sections.sections.index(0))
    QTest.keyClick(page.sections, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle(window)
    assert page.sections.sections.keys()[:2] == [before[1], before[0]]

    model = page.sections.sections
    dragged = model.mimeData([model.index(1)])
    model.dropMimeData(dragged, Qt.DropAction.MoveAction, 0, 0, model.index(-1))
    settle(window)
    assert page.sections.sections.keys() == before


def test_the_edition_is_stored_and_undo_takes_it_back(page: ProtocolPage, window: Window) -> None:
    page.edition.chosen.emit("internal")
    settle(window)
    assert stored(window).edition == "internal"

    window.main.commands.action("undo").trigger()
    settle(window)
    assert page.edition.value() == "public"


def test_black_and_white_is_remembered(page: ProtocolPage, window: Window) -> None:
    page.black.click()
    settle(window)

    assert window.desk.choice("protocol.black", False) is True


def test_the_pdf_is_saved_whole_and_the_folder_remembered(
    page: ProtocolPage, window: Window, tmp_path: Path
) -> None:
    page.pdf_button.click()
    dialog = last(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    target = tmp_path / "Protokoll.pdf"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    settle(window)

    assert target.read_bytes().startswith(b"%PDF")
    assert window.desk.choice("protocol.folder", "") == str(tmp_path)
    assert window.main.status.message.text == "Gespeichert: Protokoll.pdf"


def test_what_is_saved_right_after_a_choice_is_what_was_chosen(
    page: ProtocolPage, window: Window, tmp_path: Path
) -> None:
    page.edition.chosen.emit("internal")
    page.pdf_button.click()
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog)]
    settle(window)

    dialog = last(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert "(intern)" in dialog.selectedFiles()[0]
    target = tmp_path / "Protokoll.pdf"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    settle(window)
    assert "interne Fassung" in text_of(target.read_bytes())


def test_the_choices_stand_there_before_the_protocol_is_made(
    page: ProtocolPage, window: Window
) -> None:
    seen: list[tuple[str, bool, bool]] = []

    def look() -> None:
        listed = keys <= set(page.sections.sections.keys())
        seen.append((page.edition.value(), listed, page.drawn is before))

    before, keys = page.drawn, set(page.sections.sections.keys())
    page.reloaded.connect(look)
    page.edition.chosen.emit("internal")
    settle(window)
    page.reloaded.disconnect(look)

    assert seen == [("internal", True, True)]
    assert page.drawn is not before


def test_other_formats_are_saved_too(page: ProtocolPage, window: Window, tmp_path: Path) -> None:
    for kind, beginning in (("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf"), ("json", b"{")):
        page._export(kind)
        dialog = last(QFileDialog)
        assert isinstance(dialog, QFileDialog)
        target = tmp_path / f"Werkstatt.{kind}"
        dialog.fileSelected.emit(str(target))
        dialog.close()
        settle(window)
        assert target.read_bytes().startswith(beginning)


def test_possible_personal_data_is_asked_about_and_mended_on_the_spot(
    page: ProtocolPage, window: Window
) -> None:
    workshop_id = window.desk.workshop_id
    window.ops.run(window.main, lambda ws: contributions.capture(ws, workshop_id, card(NAMED)))
    settle(window)
    page.pdf_button.click()
    question = last(QMessageBox)
    assert isinstance(question, QMessageBox)
    assert "personenbezogene Daten" in question.text()
    question.close()

    page._review()
    settle(window)
    review = last(ReviewDialog)
    assert isinstance(review, ReviewDialog)
    review.wording.setPlainText("Eine Nachbarin bietet Hilfe an.")
    review.keep_button.click()
    settle(window)
    left = [review.findings.item(n).text() for n in range(review.findings.count())]
    assert not any("Fassung" in words for words in left)
    while review.findings.count():
        review.withhold_button.click()
        settle(window)
    review.accept()
    settle(window)

    assert page.drawn is not None
    assert "Krämer" not in text_of(page.drawn.data)


def test_chosen_pages_are_printed(page: ProtocolPage, window: Window, tmp_path: Path) -> None:
    assert page.drawn is not None
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gedruckt.pdf"))
    printer.setFromTo(2, 3)
    page.printing.print_with(printer, page.drawn.data, page.drawn.outline)
    settle(window)

    with pypdfium2.PdfDocument(tmp_path / "gedruckt.pdf") as printed:
        assert len(printed) == 2
        size, wanted = printed.get_page_size(0), page.drawn.outline.sheets[1]
        assert size == pytest.approx((wanted.width, wanted.height), abs=3)


def test_pages_are_printed_last_page_first_where_that_was_chosen(
    page: ProtocolPage, window: Window, tmp_path: Path
) -> None:
    assert page.drawn is not None
    printed = []
    for order in (QPrinter.PageOrder.FirstPageFirst, QPrinter.PageOrder.LastPageFirst):
        target = tmp_path / f"{order.name}.pdf"
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        printer.setFromTo(2, 3)
        printer.setPageOrder(order)
        page.printing.print_with(printer, page.drawn.data, page.drawn.outline)
        settle(window)
        with pypdfium2.PdfDocument(target) as pages:
            printed.append([each.render(scale=0.3).to_pil().tobytes() for each in pages])

    assert printed[0][0] != printed[0][1]
    assert printed[1] == printed[0][::-1]


def test_pages_are_turned_by_keys(page: ProtocolPage, window: Window) -> None:
    page.preview.setFocus()
    QTest.keyClick(page.preview, Qt.Key.Key_PageDown)
    settle(window)
    assert page.pages.text().startswith("Seite 2 von")

    before = page.preview.percent
    QTest.keyClick(page.preview, Qt.Key.Key_Plus)
    assert page.preview.percent > before
    settle(window)


def test_a_version_is_released_opened_saved_and_what_changed_since_is_told(
    page: ProtocolPage, window: Window, tmp_path: Path
) -> None:
    workshop_id = window.desk.workshop_id
    page.release_button.click()
    settle(window)
    dialog = last(ReleasesDialog)
    assert isinstance(dialog, ReleasesDialog)
    assert dialog.since.text() == "Diese Fassung wurde noch nicht freigegeben."
    dialog.remark.setPlainText("Erste Fassung")
    dialog.release_button.click()
    settle(window)

    (row,) = dialog.versions.rows.rows
    assert [cell.text for cell in row.cells[:2]] == ["1.0", "öffentliche Fassung"]
    assert row.cells[4].text == "Erste Fassung"
    assert dialog.since.text() == "Seit Fassung 1.0 hat sich nichts geändert."
    assert page.released.text().startswith("Fassung 1.0 freigegeben am ")

    save_as(dialog, tmp_path / "Fassung.pdf")
    settle(window)
    handed_out = (tmp_path / "Fassung.pdf").read_bytes()
    window.ops.run(
        window.main, lambda ws: contributions.capture(ws, workshop_id, card("Ganz neu."))
    )
    settle(window)
    assert "Auf einen Blick: 1 Eintrag geändert" in dialog.since.text()
    assert dialog.remark.toPlainText().startswith("Auf einen Blick")

    save_as(dialog, tmp_path / "Wieder.pdf")
    settle(window)
    assert (tmp_path / "Wieder.pdf").read_bytes() == handed_out
    dialog.open_button.click()
    settle(window)
    (shown,) = dialog.findChildren(ReleasedVersion)
    with pypdfium2.PdfDocument(io.BytesIO(handed_out)) as document:
        assert shown.preview.pages == len(document)
    shown.accept()
    dialog.accept()


def save_as(dialog: ReleasesDialog, target: Path) -> None:
    """Save the current version under this name."""
    dialog.save_button.click()
    asked = last(QFileDialog)
    assert isinstance(asked, QFileDialog)
    asked.fileSelected.emit(str(target))
    asked.close()


def test_a_version_is_withdrawn_and_undo_brings_it_back(page: ProtocolPage, window: Window) -> None:
    workshop_id = window.desk.workshop_id
    short = ProtocolSettings(length="instant")
    window.ops.run(window.main, lambda ws: releases.release(ws, workshop_id, short))
    settle(window)
    page.release_button.click()
    settle(window)
    dialog = last(ReleasesDialog)
    assert isinstance(dialog, ReleasesDialog)
    dialog.withdraw_button.click()
    question = last(QMessageBox)
    assert isinstance(question, QMessageBox)
    assert question.text() == "Möchten Sie die öffentliche Fassung 1.0 zurückziehen?"
    (act,) = [b for b in question.buttons() if b.text() == "Zurückziehen"]
    act.click()
    settle(window)
    assert dialog.versions.rows.rows == []
    dialog.accept()

    window.main.commands.action("undo").trigger()
    settle(window)
    assert page.released.text().startswith("Fassung 1.0 freigegeben am ")
