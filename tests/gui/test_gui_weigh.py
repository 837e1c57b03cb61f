"""Gewichten in the real window: set up, counted twice, filled in, closed, told."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from quartierdesk.app import Window
from quartierdesk.domain.poll import Poll
from quartierdesk.gui.pages.weigh.grid import EntryGrid
from quartierdesk.gui.pages.weigh.grid_model import FIRST
from quartierdesk.gui.pages.weigh.page import WeightingPage
from quartierdesk.gui.pages.weigh.poll_dialog import METHODS, PollDialog
from quartierdesk.gui.places import Place
from quartierdesk.services import polls, records, weighting
from quartierdesk.services.poll_results import result_table
from quartierdesk.settings import ThemeChoice
from quartierdesk.store.workspace import Workspace
from tests.gui.keyboard import press, type_text
from tests.gui.opening import settle
from tests.gui.showcase_sort import opened
from tests.gui.showcase_weigh import weighting_page
from tests.gui.test_gui_sort import ask, back, do
from tests.services.builders import new_poll

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: Window) -> WeightingPage:
    return weighting_page(window)


def set_up(window: Window, page: WeightingPage, method: str, **values: object) -> Poll:
    """Store an open poll, show it and put the focus where one counts."""
    made: list[Poll] = []
    workshop_id = window.desk.workshop_id

    def work(workspace: Workspace) -> None:
        made.append(new_poll(workspace, workshop_id, method, **values))  # type: ignore[arg-type]

    do(window, work)
    page.choose(made[0].id)
    settle(window)
    page.focus_first()
    back(window)
    return made[0]


def stored(window: Window, poll: Poll) -> Poll:
    return ask(window, lambda ws: polls.get(ws, poll.id))


def counts(window: Window, poll: Poll) -> Mapping[str, tuple[int | None, int | None]]:
    """Return first and second count by the name of the option."""
    view = ask(window, lambda ws: weighting.view(ws, poll.id))
    lines = view.counts[None].lines
    return {view.names[line.option]: (line.first, line.second) for line in lines}


def click(grid: EntryGrid, row: int, section: int, part: str) -> None:
    """Click on − or + (or a half, or a side) of a cell."""
    cell = grid.visualRect(grid.grid.index(row, section))
    box = grid.cells.box(cell)
    x = {"less": box.left() + 5, "middle": box.center().x(), "more": box.right() - 5}[part]
    place = box.center()
    place.setX(x)
    QTest.mouseClick(grid.viewport(), _LEFT, pos=place)


def test_eine_punktabfrage_wird_angelegt_gezaehlt_und_geschlossen(
    window: Window, page: WeightingPage
) -> None:
    press_new(window, page)
    dialog = opened(window, PollDialog)
    assert isinstance(dialog, PollDialog)
    type_text(dialog.question, "Was packen wir zuerst an?")
    assert dialog.options.count() == 12
    for row in range(3, 12):
        dialog.options.item(row).setCheckState(Qt.CheckState.Unchecked)
    dialog.voters.setValue(10)
    assert dialog.dots.value() == 1, "a third of three topics"
    dialog.dots.setValue(2)
    dialog.most.setValue(1)
    QTest.mouseClick(dialog.ok_button, _LEFT)
    settle(window)

    assert page.view is not None
    poll = page.view.poll
    assert page.heading.text() == "Punktabfrage: Was packen wir zuerst an?"
    assert poll.rule_text == "2 Punkte je Person, höchstens 1 auf ein Thema."
    click(page.grid, 0, FIRST, "more")
    click(page.grid, 0, FIRST, "more")
    click(page.grid, 1, FIRST, "more")
    click(page.grid, 0, FIRST, "less")
    settle(window)
    assert [first for first, _ in counts(window, poll).values()] == [1, 1, None]
    assert page.panel.number.text() == "2"

    QTest.mouseClick(page.panel.close_button, _LEFT)
    settle(window)
    assert page.views.currentWidget() is page.result_page
    table = page.telling.table.rows
    assert [table.words(row, 0) for row in range(3)] == ["1", "1", "3"]
    assert "geschlossen" in page.state.text()


def press_new(window: Window, page: WeightingPage) -> None:
    """Ask for a new poll with the button."""
    QTest.mouseClick(page.new_button, _LEFT)
    settle(window)


def test_gezaehlt_wird_auch_nur_mit_tasten(window: Window, page: WeightingPage) -> None:
    poll = set_up(window, page, "dots", voters=20, dots_per_person=3, max_per_option=2)

    press(Qt.Key.Key_1)
    press(Qt.Key.Key_7)
    assert page.grid.grid.typed_at(0, FIRST) == "17"
    assert counts(window, poll)["Bus"] == (None, None), "typing is not yet entering"
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Plus)
    press(Qt.Key.Key_Plus)
    press(Qt.Key.Key_Minus)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_9)
    press(Qt.Key.Key_Escape)
    settle(window)
    assert counts(window, poll) == {
        "Bus": (17, None),
        "Laden": (1, None),
        "Spielplatz": (None, None),
    }

    press(Qt.Key.Key_5)
    press(Qt.Key.Key_Return, _CTRL)
    settle(window)
    assert stored(window, poll).state == "closed"
    assert counts(window, poll)["Spielplatz"] == (5, None), "closing enters what is typed"


def test_wer_die_tabelle_verlaesst_hat_eingetragen(window: Window, page: WeightingPage) -> None:
    poll = set_up(window, page, "dots")
    press(Qt.Key.Key_4)

    page.panel.rule_button.setFocus()
    settle(window)

    assert counts(window, poll)["Bus"] == (4, None)


def test_die_zweite_zaehlung_wird_verglichen_und_eine_zahl_uebernommen(
    window: Window, page: WeightingPage
) -> None:
    poll = set_up(window, page, "dots", voters=20, dots_per_person=3, max_per_option=2)
    for option, dots in zip(poll.options, (30, 12, 4), strict=True):
        do(window, lambda ws, o=option, n=dots: polls.set_count(ws, o.id, n))  # type: ignore[misc]
    page.count_choice.set_value("2")
    page.count_choice.chosen.emit("2")
    section = FIRST + 1
    assert [page.grid.grid.words(0, s) for s in (FIRST, section)] == ["30", "–"]

    page.grid.go_to(0, section)
    for text in ("30", "11"):
        QTest.keyClicks(page.grid, text)
        QTest.keyClick(page.grid, Qt.Key.Key_Return)
    settle(window)

    assert page.grid.grid.words(0, FIRST + 2) == "✓"
    assert page.grid.grid.words(1, FIRST + 2) == "−1"
    assert page.panel.number.text() == "41", "what the second count has by now"
    assert page.panel.differences.isVisible()
    assert "Laden: 12 und 11" in page.panel.differences.accessibleName()

    page.counting._choices(page.counting._state(page.view).differing[0])[0].follow()  # type: ignore[arg-type,misc]
    settle(window)
    assert counts(window, poll)["Laden"] == (12, 12)
    assert "nicht zum zweiten Mal gezählt" in page.panel.differences.accessibleName()


def test_was_ueber_die_regel_geht_wird_gesagt_und_nicht_verhindert(
    window: Window, page: WeightingPage
) -> None:
    poll = set_up(window, page, "dots", voters=2, dots_per_person=3, max_per_option=2)
    QTest.keyClicks(page.grid, "9")
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    settle(window)

    assert page.panel.rule.accessibleName() == "Mehr Punkte, als die Regel erlaubt"
    assert counts(window, poll)["Bus"] == (9, None)
    assert page.panel.close_button.isEnabled()


def test_bis_zum_schliessen_ist_nirgends_ein_rang_zu_sehen(
    window: Window, page: WeightingPage
) -> None:
    poll = set_up(window, page, "dots")
    QTest.keyClicks(page.grid, "9")
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    settle(window)

    assert page.views.currentWidget() is page.entry_page
    record = ask(window, lambda ws: records.load(ws, window.desk.workshop_id, "public"))
    assert poll.id not in record.outcomes
    assert page.panel.hidden.isVisible()


def test_gleichstand_wird_dreimal_gesagt(window: Window, page: WeightingPage) -> None:
    poll = set_up(window, page, "dots")
    for option, dots in zip(poll.options, (5, 5, 1), strict=True):
        do(window, lambda ws, o=option, n=dots: polls.set_count(ws, o.id, n))  # type: ignore[misc]
    page.set_state("closed")
    settle(window)

    table = page.telling.table.rows
    assert [table.words(row, 0) for row in range(3)] == ["1", "1", "3"]
    assert table.data(table.index(0, 1), Qt.ItemDataRole.AccessibleTextRole) == "Bus, Rang geteilt"
    assert page.telling.chart.tie == "gleich viele Punkte"
    assert "teilen sich den Rang" in page.result_foot.text()


def test_eine_geschlossene_abfrage_laesst_sich_wieder_oeffnen(
    window: Window, page: WeightingPage
) -> None:
    poll = set_up(window, page, "dots", state="closed")
    assert page.views.currentWidget() is page.result_page

    QTest.mouseClick(page.reopen_button, _LEFT)
    settle(window)

    assert stored(window, poll).state == "open"
    assert page.views.currentWidget() is page.entry_page


@pytest.mark.parametrize(
    ("method", "keys", "marks"),
    [
        ("consensus", ["7", "\r", "0", "\r", "10", "\r"], [7, 0, 10]),
        ("borda", ["2", "\r", "1", "\r", "3", "\r"], [2, 1, 3]),
        ("effort_benefit", ["2", "\r", "5", "\r", "4", "\r", "1", "\r"], [2, 5, 4, 1]),
        ("eisenhower", ["1", "\r", "0", "\r", "0", "\r", "1", "\r"], [1, 0, 0, 1]),
    ],
)
def test_zettel_jedes_verfahrens_werden_mit_tasten_ausgefuellt(
    window: Window, page: WeightingPage, method: str, keys: list[str], marks: list[int]
) -> None:
    poll = set_up(window, page, method, scale_max=10 if method == "consensus" else None)

    for key in keys:
        if key == "\r":
            QTest.keyClick(page.grid, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(page.grid, key)
    press(Qt.Key.Key_Return, _CTRL)
    settle(window)

    (ballot,) = stored(window, poll).ballots
    assert [mark.value for mark in ballot.marks] == marks
    assert page.panel.number.text() == "1"
    assert page.grid.currentIndex().row() == 0, "the next sheet begins at the top"
    assert page.grid.grid.value(0, FIRST) is None
    press(Qt.Key.Key_Return, _CTRL | _SHIFT)
    settle(window)
    assert page.views.currentWidget() is page.result_page


def test_paare_werden_mit_pfeilen_und_maus_verglichen(window: Window, page: WeightingPage) -> None:
    poll = set_up(window, page, "pairwise")
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Equal)
    click(page.grid, 2, FIRST, "more")
    assert [page.grid.grid.words(row, FIRST) for row in range(3)] == [
        "„Bus“ ist wichtiger",
        "gleich wichtig",
        "„Spielplatz“ ist wichtiger",
    ]
    QTest.mouseClick(page.panel.save_button, _LEFT)
    settle(window)

    assert [mark.value for mark in stored(window, poll).ballots[0].marks] == [2, 1, 0]


def test_beim_zaehlen_der_siege_gibt_es_kein_gleich_wichtig(
    window: Window, page: WeightingPage
) -> None:
    set_up(window, page, "pairwise", variant="wins")

    press(Qt.Key.Key_Equal)
    click(page.grid, 0, FIRST, "middle")

    assert page.grid.grid.value(0, FIRST) is None


def test_ein_zettel_wird_berichtigt_und_geloescht(window: Window, page: WeightingPage) -> None:
    poll = set_up(window, page, "borda")
    QTest.keyClicks(page.grid, "2")
    press(Qt.Key.Key_Return, _CTRL)
    settle(window)
    page.filling._take_up(page.panel.sheets.item(0))
    assert page.grid.grid.value(0, FIRST) == 2

    QTest.keyClicks(page.grid, "1")
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    QTest.mouseClick(page.panel.save_button, _LEFT)
    settle(window)
    (ballot,) = stored(window, poll).ballots
    assert [mark.value for mark in ballot.marks] == [1]

    page.filling._take_up(page.panel.sheets.item(0))
    QTest.mouseClick(page.panel.delete_sheet_button, _LEFT)
    settle(window)
    assert stored(window, poll).ballots == ()


def test_ein_halb_ausgefuellter_zettel_uebersteht_eine_aenderung_von_anderswo(
    window: Window, page: WeightingPage
) -> None:
    poll = set_up(window, page, "borda")
    QTest.keyClicks(page.grid, "3")
    QTest.keyClick(page.grid, Qt.Key.Key_Return)

    do(window, lambda ws: polls.edit(ws, poll, replace(poll, voters=9)))

    assert page.grid.grid.value(0, FIRST) == 3
    assert "leer" in page.panel.rule.accessibleName()


@pytest.mark.parametrize("method", METHODS)
def test_jedes_verfahren_laesst_sich_anlegen(
    window: Window, page: WeightingPage, method: str
) -> None:
    press_new(window, page)
    dialog = opened(window, PollDialog)
    assert isinstance(dialog, PollDialog)
    QTest.mouseClick(dialog._methods[method], _LEFT)
    type_text(dialog.question, "Größte Frage?")
    QTest.keyClick(dialog, Qt.Key.Key_Return, _CTRL)
    settle(window)

    assert page.view is not None
    poll = page.view.poll
    assert (poll.method, poll.question, poll.state) == (method, "Größte Frage?", "open")
    assert poll.rule_text
    options = {"mood": 5, "consensus": 13}.get(method, 12)
    assert len(poll.options) == options
    assert sum(option.is_status_quo for option in poll.options) == (method == "consensus")
    page.set_state("closed")
    settle(window)
    assert page.views.currentWidget() is page.result_page


def test_eigene_worte_und_massnahmen_stehen_zur_wahl(window: Window, page: WeightingPage) -> None:
    press_new(window, page)
    dialog = opened(window, PollDialog)
    assert isinstance(dialog, PollDialog)
    dialog.source.set_value("measures")
    dialog.source.chosen.emit("measures")
    assert dialog.options.count() > 3
    dialog.source.set_value("own")
    dialog.source.chosen.emit("own")
    dialog.accept()
    assert dialog.isVisible()
    assert "mindestens zwei" in dialog.refusal.text()

    dialog.own_options.setPlainText("Café\n\n  Werkstatt  ")
    dialog.accept()
    settle(window)

    assert page.view is not None
    assert [option.label for option in page.view.poll.options] == ["Café", "Werkstatt"]


def test_frage_und_regel_lassen_sich_aendern(window: Window, page: WeightingPage) -> None:
    poll = set_up(window, page, "dots", voters=20, dots_per_person=3)
    press(Qt.Key.Key_F2)
    dialog = opened(window, PollDialog)
    assert isinstance(dialog, PollDialog)
    type_text(dialog.question, "Wirklich?")
    dialog.voters.setValue(21)
    dialog.accept()
    settle(window)

    now = stored(window, poll)
    assert (now.question, now.voters, now.dots_per_person) == ("Wirklich?", 21, 3)
    assert [option.id for option in now.options] == [option.id for option in poll.options]


def test_die_zahlen_sind_die_der_ausgaben(window: Window, page: WeightingPage) -> None:
    record = ask(window, lambda ws: records.load(ws, window.desk.workshop_id))
    shown = 0
    for poll in record.polls:
        page.choose(poll.id)
        settle(window)
        rows = page.telling.table.rows
        found = result_table(ask(window, lambda ws, p=poll: weighting.view(ws, p.id)))  # type: ignore[misc]
        assert found is not None
        for place, row in enumerate(found.rows):
            texts = [rows.words(place, rows.first + at) for at in range(len(row.cells))]
            assert rows.words(place, rows.name_section) == row.name
            assert all(text or cell is None for text, cell in zip(texts, row.cells, strict=True))
        shown += 1
    assert shown == len(record.polls)


def test_man_kommt_von_anderswo_zu_einer_abfrage(window: Window, page: WeightingPage) -> None:
    wanted = page._lines[4].id

    window.main.go(Place("weigh", poll_id=wanted))
    settle(window)

    assert page.view is not None
    assert page.view.poll.id == wanted
    press(Qt.Key.Key_PageDown, _CTRL)
    settle(window)
    assert page.view.poll.id == page._lines[5].id


def test_auf_dem_beamer_steht_ein_ergebnis_erst_nach_dem_schliessen(
    window: Window, page: WeightingPage
) -> None:
    poll = set_up(window, page, "dots")
    for option, dots in zip(poll.options, (5, 5, 1), strict=True):
        do(window, lambda ws, o=option, n=dots: polls.set_count(ws, o.id, n))  # type: ignore[misc]
    window.desk.project(Place("weigh", poll_id=poll.id))
    settle(window)
    projector = window.main.commands._projector
    assert projector is not None

    def told() -> list[tuple[object, ...]]:
        result = projector._result
        return [(r.name, r.rank, r.tied, r.value) for r in result.rows] if result else []

    assert told() == []
    page.set_state("closed")
    settle(window)
    assert told() == [
        ("Bus", 1, True, 5),
        ("Laden", 1, True, 5),
        ("Spielplatz", 3, False, 1),
    ]
    assert not projector.grab().isNull()

    page.set_state("open")
    settle(window)
    assert told() == []
    window.main.commands.close_projector()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_das_diagramm_hat_die_farben_des_fensters_und_sagt_was_es_zeigt(
    window: Window, page: WeightingPage, theme: ThemeChoice
) -> None:
    poll = set_up(window, page, "dots")
    for option, dots in zip(poll.options, (7, 3, 1), strict=True):
        do(window, lambda ws, o=option, n=dots: polls.set_count(ws, o.id, n))  # type: ignore[misc]
    window.desk.change_settings(theme=theme)
    page.set_state("closed")
    settle(window)

    chart, colours = page.telling.chart, window.desk.look.theme
    assert chart.is_drawn
    assert chart.accessibleName() == "Punkte"
    assert "Bus 7" in chart.accessibleDescription()
    picture = chart.grab().toImage()
    row = page.telling.table.row_rect(0).center().y()
    below = page.telling.table.horizontalHeader().height() + 4
    assert picture.pixelColor(30, row) == colours.accent
    assert picture.pixelColor(picture.width() - 4, below) == colours.base
