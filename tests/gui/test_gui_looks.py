"""What a person sees first: room that is used, numbers that are whole, nothing cut off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTableView

from quartierdesk.app import Window
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.pages.capture.counts import TableTile
from quartierdesk.gui.widgets.calendar import Calendar
from quartierdesk.gui.widgets.elided import ElidedLabel
from quartierdesk.gui.widgets.even_grid import EvenGrid
from quartierdesk.gui.widgets.prose import height_of_lines
from quartierdesk.gui.widgets.shared_room import Sharing, shared_out
from quartierdesk.services.card_stream import TableCount
from tests.gui.showcase_weigh import weighting_page

COLUMNS = st.lists(
    st.builds(Sharing, st.integers(1, 6), st.integers(20, 150), st.integers(1, 900)),
    min_size=1,
    max_size=6,
)


@given(COLUMNS, st.integers(0, 2500))
def test_columns_share_out_all_the_room_and_none_falls_below_its_least(
    columns: list[Sharing], room: int
) -> None:
    widths = shared_out(room, columns)

    assert all(wide >= column.least for wide, column in zip(widths, columns, strict=True))
    assert sum(widths) == max(room, sum(column.least for column in columns))


@given(COLUMNS, st.integers(0, 2500))
def test_no_column_is_cut_while_another_has_more_than_it_wants(
    columns: list[Sharing], room: int
) -> None:
    widths = shared_out(room, columns)
    cut = [column for wide, column in zip(widths, columns, strict=True) if wide < column.wants]
    ample = [
        column
        for wide, column in zip(widths, columns, strict=True)
        if wide > max(column.wants, column.least) + len(columns)
    ]

    assert not (cut and ample)


@pytest.mark.parametrize(("fitting", "lines"), [(6, [6]), (5, [3, 3]), (3, [3, 3]), (2, [2] * 3)])
def test_cells_stand_in_lines_of_even_length(
    qapp: QApplication, fitting: int, lines: list[int]
) -> None:
    grid = EvenGrid()
    grid.show_cells([QLabel("Tisch") for _ in range(6)])
    grid.resize(fitting * (grid.cells[0].minimumSizeHint().width() + grid.gap), 400)
    grid.show()
    tops = [cell.y() for cell in grid.cells]
    grid.close()

    assert [tops.count(top) for top in sorted(set(tops))] == lines


def test_a_label_that_gives_way_shows_no_stub(qapp: QApplication) -> None:
    label = ElidedLabel(least=18, gives_way=True)
    label.setText("Freitag, 13.03.2026 · Turn- und Festhalle")
    letter = label.fontMetrics().averageCharWidth()

    assert label.minimumSizeHint().width() == 0
    assert _is_blank(label, letter * 6)
    assert not _is_blank(label, letter * 25)


def test_a_table_with_a_thousand_cards_shows_all_digits(window: Window) -> None:
    tile = TableTile(window.desk.look, window.main)
    tile.show_count(TableCount(1, "Wohnen", 1234), current=False)

    digits = QFontMetrics(window.desk.look.font("strong")).horizontalAdvance("1.234")
    assert tile.minimumSizeHint().width() >= digits + 4


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_prose_of_so_many_lines_needs_no_scroll_bar(window: Window, percent: int) -> None:
    window.desk.change_settings(text_size=percent)
    field = QPlainTextEdit(window.main)
    window.desk.look.set_role(field, "card")
    field.setPlainText("eins\nzwei\ndrei")
    field.resize(400, 40)
    field.setFixedHeight(height_of_lines(field, 3))
    field.show()
    QApplication.processEvents()

    assert field.verticalScrollBar().maximum() == 0


class _WithLongLine(Dialog):
    def __init__(self, desk: Desk, text: str) -> None:
        super().__init__(desk)
        self.line = QLineEdit(text, self)
        self.line.resize(200, 30)
        self.line.selectAll()


def test_a_line_too_long_for_its_place_shows_how_it_begins(window: Window) -> None:
    text = "Begegnungscafé in der Alten Schule, Probebetrieb über sechs Monate"
    dialog = _WithLongLine(window.desk, text)
    dialog.open()

    assert dialog.line.cursorPosition() == 0
    assert dialog.line.selectedText() == text
    dialog.reject()


def _is_blank(label: ElidedLabel, width: int) -> bool:
    label.resize(width, label.sizeHint().height())
    picture = label.grab().toImage()
    ground = picture.pixel(0, 0)
    return all(
        picture.pixel(x, y) == ground
        for x in range(picture.width())
        for y in range(picture.height())
    )


def test_the_button_that_closes_a_poll_grows_with_the_text(window: Window) -> None:
    panel = weighting_page(window).panel
    for percent in (150, 100):
        window.desk.change_settings(text_size=percent)
        panel.show_sheets(shown=False)
        wanted = window.desk.look.font("strong").pointSizeF()
        assert panel.close_button.font().pointSizeF() == wanted


def test_the_calendar_shows_all_weeks_in_the_colours_of_the_theme(window: Window) -> None:
    window.desk.change_settings(theme="dark", text_size=150)
    calendar = Calendar(window.main)
    calendar.setSelectedDate(QDate(2026, 8, 1))  # a month over six weeks
    calendar.resize(calendar.sizeHint())
    calendar.show()
    QApplication.processEvents()

    saturday = calendar.weekdayTextFormat(Qt.DayOfWeek.Saturday).foreground().color()
    assert saturday == window.desk.look.theme.err
    days = calendar.findChild(QTableView)
    assert isinstance(days, QTableView)
    last = days.visualRect(days.model().index(6, 1))
    assert last.bottom() <= days.viewport().height()
