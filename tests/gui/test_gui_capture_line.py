"""The line on the page: nothing typed is lost, codes can be literal, errors keep the text."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from quartierdesk.app import Window
from quartierdesk.gui.pages.capture.lines_dialog import PasteLinesDialog
from quartierdesk.gui.pages.capture.page import CapturePage
from quartierdesk.gui.pages.capture.photo_dialog import PhotoDialog
from quartierdesk.services import history, photos, workshops
from quartierdesk.services.workspaces import Workspace
from tests.gui.capture_desk import (
    asked,
    capture_page,
    click,
    last,
    paste,
    say,
    shown_texts,
    stored,
)
from tests.gui.keyboard import press, type_text
from tests.gui.opening import close_window, open_window, settle, show_page, wait_until

_ALL_PAGES = 1_073_741_823


@pytest.fixture
def page(window: Window) -> CapturePage:
    return capture_page(window)


def test_what_is_no_code_stays_what_it_is(window: Window, page: CapturePage) -> None:
    say(window, page, "> /dev/null #1")
    assert (last(window).text_original, last(window).kind) == ("> /dev/null #1", "")


def test_backspace_turns_a_chip_back_into_text(window: Window, page: CapturePage) -> None:
    type_text(page.line, "Mehr #pflege")
    press(Qt.Key.Key_Backspace)
    assert page.line.line == "Mehr #pflege"
    assert page.line.parsed.chips == ()
    press(Qt.Key.Key_Return)
    settle(window)
    assert (last(window).text_original, last(window).action_field) == ("Mehr #pflege", "")


def test_what_was_said_a_moment_ago_is_offered_when_it_is_typed_again(
    window: Window, page: CapturePage
) -> None:
    sentence = "Ein Zebrastreifen vor der Sporthalle"
    say(window, page, sentence)
    assert not page.said.isVisible()

    for _ in range(2):
        type_text(page.line, sentence)
        settle(window)
        assert page.said.said is not None
        assert page.said.said.text == sentence
        press(Qt.Key.Key_Tab)
        settle(window)
        assert not page.said.isVisible()
    assert last(window).mention_count == 3


def test_down_goes_to_the_next_candidate_and_up_back(window: Window, page: CapturePage) -> None:
    type_text(page.line, "Bank #be")
    press(Qt.Key.Key_Down)
    assert page.line.candidates()[0].code == "familie_generationen"
    press(Qt.Key.Key_Up)
    assert page.line.candidates()[0].code == "beteiligung_engagement_teilhabe"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert page.line.line == "Bank #familie "


def test_a_sign_alone_offers_all_and_a_blank_leaves_it_a_sign(
    window: Window, page: CapturePage
) -> None:
    type_text(page.line, "Bank @")
    press(Qt.Key.Key_Space)
    assert page.line.line == "Bank @ "
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Right)
    assert page.line.line == "Bank @kinder "


def test_what_is_typed_while_a_card_is_being_stored_stays_in_the_line(
    window: Window, page: CapturePage
) -> None:
    type_text(page.line, "Erster Satz")
    press(Qt.Key.Key_Return)
    type_text(page.line, "Zweiter Satz")
    press(Qt.Key.Key_Return)
    type_text(page.line, "Dritter")
    settle(window)

    assert [card.text_original for card in stored(window)[-2:]] == ["Erster Satz", "Zweiter Satz"]
    assert page.line.line == "Dritter"


def test_umlauts_and_signs_beyond_the_first_plane_are_stored_as_typed(
    window: Window, page: CapturePage
) -> None:
    say(window, page, "🚌 Mehr Grün für „Größe“ 🌳 #wohnen 🚲")
    assert last(window).text_original == "🚌 Mehr Grün für „Größe“ 🌳 🚲"
    assert last(window).action_field == "wohnen_mobilitaet_klima"


def test_a_full_disk_is_a_sentence_beside_the_line_and_the_text_stays(
    window: Window, page: CapturePage
) -> None:
    def limit(workspace: Workspace, pages: int) -> None:
        with workspace.reading() as session:
            session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    before = len(stored(window))
    window.ops.run(page, lambda ws: limit(ws, 1))
    settle(window)
    text = "! " + "Der Datenträger ist voll. " * 200
    page.line.fill(text)
    press(Qt.Key.Key_Return)
    settle(window)

    assert page.line.line == text
    assert page.refusal.isVisible()
    assert "ist voll" in page.refusal.accessibleName()
    assert len(stored(window)) == before

    window.ops.run(page, lambda ws: limit(ws, _ALL_PAGES))
    settle(window)
    press(Qt.Key.Key_Return)
    settle(window)
    assert len(stored(window)) == before + 1
    assert page.line.line == ""
    assert not page.refusal.isVisible()


def test_codes_without_a_text_are_refused_and_stay(window: Window, page: CapturePage) -> None:
    before = len(stored(window))
    say(window, page, "! #wohnen ")
    assert page.line.line == "! #wohnen "
    assert page.refusal.isVisible()
    assert len(stored(window)) == before


def test_a_table_alone_changes_the_table_and_no_card(window: Window, page: CapturePage) -> None:
    before = len(stored(window))
    say(window, page, "/3")
    assert page.line.line == ""
    assert page.typing.table == 3
    say(window, page, "Eine Bank")
    assert last(window).label.startswith("T3-")
    assert len(stored(window)) == before + 1


def test_undo_takes_the_typing_back_first_and_the_card_only_from_an_empty_line(
    window: Window, page: CapturePage
) -> None:
    before = len(stored(window))
    say(window, page, "Eine Bank")
    type_text(page.line, "Noch")
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.line.line != "Noch"
    while page.line.line:
        press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(stored(window)) == before + 1
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert len(stored(window)) == before


def test_half_typed_text_is_there_again_with_its_table(
    qapp: QApplication, sample_file: Path
) -> None:
    first = open_window(sample_file)
    page = capture_page(first)
    page.typing.choose_table(4)
    type_text(page.line, "Mehr #pflege")
    press(Qt.Key.Key_Backspace)
    close_window(first)

    again = open_window(sample_file)
    page = capture_page(again)
    line, chips, table = page.line.line, page.line.parsed.chips, page.typing.table
    close_window(again)
    assert (line, chips, table) == ("Mehr #pflege", (), 4)


def test_each_workshop_has_a_half_typed_text_of_its_own(window: Window, page: CapturePage) -> None:
    first = window.desk.workshop_id
    second = asked(window, lambda ws: workshops.create_plain(ws, "Zweiter Abend").id)
    type_text(page.line, "Am ersten Abend")
    window.desk.select_workshop(second)
    settle(window)
    assert page.line.line == ""
    assert page.empty.isVisible()
    window.desk.select_workshop(first)
    settle(window)
    assert page.line.line == "Am ersten Abend"


def test_many_lines_are_asked_about_once(window: Window, page: CapturePage) -> None:
    before = len(stored(window))
    paste("! Bus #wohnen\n\nLaden\nBank\n")
    dialog = page.findChildren(PasteLinesDialog)[-1]
    assert dialog.many_button.text() == "3 Beiträge anlegen"
    click(dialog.many_button)
    settle(window)

    assert [card.text_original for card in stored(window)[before:]] == [
        "! Bus #wohnen",
        "Laden",
        "Bank",
    ]
    assert asked(window, history.next_steps)[0] == "3 Beiträge eingefügt"


def test_codes_in_pasted_lines_count_when_somebody_says_so(
    window: Window, page: CapturePage
) -> None:
    paste("! Bus #wohnen\nLaden")
    dialog = page.findChildren(PasteLinesDialog)[-1]
    dialog.codes.setChecked(True)
    click(dialog.many_button)
    settle(window)
    bus, laden = stored(window)[-2:]
    assert (bus.text_original, bus.kind, laden.kind) == ("Bus", "problem", "")


def test_pasted_lines_that_hold_codes_alone_are_named_and_left_out(
    window: Window, page: CapturePage
) -> None:
    before = page.model.rowCount()
    paste("Bus\n! #wohnen\nLaden\n@jug")
    dialog = page.findChildren(PasteLinesDialog)[-1]
    assert dialog.many_button.text() == "4 Beiträge anlegen"

    dialog.codes.setChecked(True)

    assert dialog.many_button.text() == "2 Beiträge anlegen"
    assert "Zeilen 2, 4 bestehen nur aus Kürzeln" in dialog.explanation.text()
    dialog.many_button.click()
    settle(window)
    assert page.model.rowCount() == before + 2


def test_one_pasted_line_is_only_typing(window: Window, page: CapturePage) -> None:
    paste("Eine Bank am Markt\n")
    assert page.line.line == "Eine Bank am Markt"
    assert page.findChildren(PasteLinesDialog) == []


def test_a_text_that_no_contribution_can_hold_is_refused_when_it_is_pasted(
    window: Window, page: CapturePage
) -> None:
    """With a million characters in the line each key would take seconds."""
    type_text(page.line, "Schon da ")
    paste("a b " * 250_000)

    assert page.line.line == "Schon da "
    assert "1.000.000 Zeichen" in page.refusal.accessibleName()
    press(Qt.Key.Key_Return)
    settle(window)
    assert last(window).text_original == "Schon da"


def test_a_pasted_picture_becomes_a_photo_of_the_last_card(
    window: Window, page: CapturePage
) -> None:
    picture = QImage(120, 80, QImage.Format.Format_RGB32)
    picture.fill(QColor("darkgreen"))
    data = QMimeData()
    data.setImageData(picture)
    QApplication.clipboard().setMimeData(data)
    type_text(page.line, "halb")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = page.findChildren(PhotoDialog)[-1]
    type_text(dialog.alt_text, "Grüne Wiese am Bach")
    click(dialog.add_button)
    settle(window)

    newest = last(window).id
    (photo,) = asked(window, lambda ws: photos.of_contribution(ws, newest))
    assert (photo.alt_text, photo.width, photo.public) == ("Grüne Wiese am Bach", 120, False)
    assert page.line.line == "halb"


def test_several_pictures_are_asked_about_one_after_the_other(
    window: Window, page: CapturePage
) -> None:
    pictures = [QImage(40, 30, QImage.Format.Format_RGB32) for _ in range(2)]
    for picture, colour in zip(pictures, ("red", "blue"), strict=True):
        picture.fill(QColor(colour))
    chosen = page.model.card_at(3)
    assert chosen
    page.stream.select_place(chosen.seq)
    page.stream.setFocus()
    page.line.pictures_given.emit(pictures)
    for _ in pictures:
        (dialog,) = [d for d in page.findChildren(PhotoDialog) if d.isVisible()]
        click(dialog.add_button)
        settle(window)

    found = asked(window, lambda ws: photos.of_contribution(ws, chosen.id))
    assert len(found) == 2


def test_a_dropped_file_that_is_no_picture_is_refused_with_a_sentence(
    window: Window, page: CapturePage, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("bilder") / "kein_bild.png"
    file.write_bytes(b"kein Bild")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    page.line.insertFromMimeData(data)
    dialog = page.findChildren(PhotoDialog)[-1]
    click(dialog.add_button)
    settle(window)

    assert dialog.isVisible()
    assert dialog.refusal.isVisible()
    dialog.reject()


def test_a_card_is_read_as_one_sentence(window: Window, page: CapturePage) -> None:
    place = next(n for n, text in enumerate(shown_texts(page)) if "Seit der Hirsch" in text)
    sentence = page.model.index(place).data(Qt.ItemDataRole.AccessibleTextRole)
    assert sentence == (
        "Problem, B042, Tisch 5, 19:17 Uhr, Beteiligung, Alle:"
        " Seit der Hirsch zu isch, trifft mer sich bloß no auf Beerdigungen."
    )


def test_deleted_cards_come_back_by_undo(window: Window, page: CapturePage) -> None:
    before = shown_texts(page)
    page.stream.setFocus()
    press(Qt.Key.Key_Delete)
    settle(window)
    assert shown_texts(page) == before[:-1]
    window.main.commands.action("undo").trigger()
    settle(window)
    wait_until(lambda: page.model.rowCount() == len(before), "the card")
    settle(window)
    assert shown_texts(page) == before


def test_words_filter_the_stream_and_escape_shows_all_again(
    window: Window, page: CapturePage
) -> None:
    page.show_filters()
    type_text(page.filters.words, "hirsch")
    wait_until(lambda: page.model.rowCount() < 60, "the filtered cards")
    settle(window)
    assert any("Hirsch" in text for text in shown_texts(page))
    press(Qt.Key.Key_Escape)
    settle(window)
    assert page.model.rowCount() == 60
    assert page.line.hasFocus()


def test_editing_in_the_line_leaves_the_table_as_it_was(window: Window, page: CapturePage) -> None:
    say(window, page, "/2 Eine Bank")
    page.typing.choose_table(5)
    press(Qt.Key.Key_Up)
    settle(window)
    assert page.line.line == "Eine Bank"
    assert page.table.accessibleName().startswith("Tisch 2, ändert T2-")
    type_text(page.line, "! ")
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return)
    settle(window)
    assert last(window).text_original == "Eine Bank!"
    assert last(window).label.startswith("T2-")
    assert page.typing.table == 5


def test_escape_leaves_editing_and_changes_nothing(window: Window, page: CapturePage) -> None:
    before = stored(window)
    press(Qt.Key.Key_Up)
    settle(window)
    assert page.line.line
    type_text(page.line, "anders")
    press(Qt.Key.Key_Escape)
    assert page.line.line == ""
    assert stored(window) == before


def test_a_file_that_may_only_be_read_takes_no_typing(
    qapp: QApplication, sample_file: Path
) -> None:
    first = open_window(sample_file)
    second = open_window(sample_file)
    show_page(second, "capture")
    page = second.main.page
    assert isinstance(page, CapturePage)
    enabled, rows = page.line.isEnabled(), page.model.rowCount()
    close_window(second)
    close_window(first)
    assert (enabled, rows) == (False, 60)
