"""Ordnen in the real window: with the mouse, and again with keys only."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from quartierdesk.app import Window
from quartierdesk.gui.pages.sort.column import Column
from quartierdesk.gui.pages.sort.dialogs import BundleDialog, ClusterDialog, MoveDialog
from quartierdesk.gui.pages.sort.page import WallPage
from quartierdesk.gui.places import Place
from quartierdesk.services import clusters, contributions, history, walls
from quartierdesk.services.walls import Wall
from quartierdesk.store.workspace import Workspace
from tests.gui.keyboard import press, type_text
from tests.gui.opening import settle, show_page, wait_until
from tests.gui.showcase_sort import opened, wall_page

T = TypeVar("T")
_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def ask(window: Window, question: Callable[[Workspace], T]) -> T:
    """Return what is stored."""
    found: list[T] = []
    window.ops.ask(window.main, question, found.append)
    settle(window)
    return found[0]


def do(window: Window, work: Callable[[Workspace], object]) -> None:
    """Change the file as an operation of the window does."""
    window.ops.run(window.main, work)
    settle(window)


def stored(window: Window) -> Wall:
    workshop_id = window.desk.workshop_id
    return ask(window, lambda ws: walls.wall(ws, workshop_id))


def column_of(page: WallPage, title: str) -> Column:
    """Return the column whose heading begins so; „“ is the heap."""
    return next(c for c in page.board.columns if c.shown.title.startswith(title))


@pytest.fixture
def page(window: Window) -> WallPage:
    """Return the wall with six cards on the heap."""
    wall = stored(window)
    ids = [card.id for column in wall.columns[1:4] for card in column.cards[:2]]
    do(window, lambda ws: clusters.assign(ws, ids, None))
    page = wall_page(window)
    page.focus_first()
    back(window)
    page.board.go_to(page.board.columns[0], 0)
    return page


def back(window: Window) -> None:
    """Return to the window after a dialog, as a window system does by itself."""
    settle(window)
    # On a busy machine the progress of opening may still stand over the window.
    wait_until(lambda: QApplication.activeModalWidget() is None, "the end of all dialogs")
    window.main.activateWindow()
    wait_until(lambda: QApplication.focusWidget() is not None, "the focus")
    QApplication.processEvents()
    settle(window)


def titles(wall: Wall) -> list[str]:
    return [column.title for column in wall.columns if column.kind == "cluster"]


_LEFT, _PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def hold(source: QWidget, start: QPoint, target: QWidget, end: QPoint) -> QPoint:
    """Drag with the mouse from one widget over another, hold on; return where that is."""
    place = source.window().windowHandle()
    first, last = source.mapTo(source.window(), start), target.mapTo(target.window(), end)
    QTest.mousePress(place, _LEFT, _PLAIN, first)
    for step in (4, 8, 16, 24):
        QTest.mouseMove(place, first + QPoint(step, 0))
    QTest.mouseMove(place, last - QPoint(0, 3))
    QTest.mouseMove(place, last)
    return last


def drag(source: QWidget, start: QPoint, target: QWidget, end: QPoint) -> None:
    """Drag with the mouse from one widget to another and let go there."""
    last = hold(source, start, target, end)
    QTest.mouseRelease(source.window().windowHandle(), _LEFT, _PLAIN, last)


def test_eine_karte_wird_mit_der_maus_in_eine_spalte_gezogen(
    window: Window, page: WallPage
) -> None:
    heap, target = page.board.columns[0], column_of(page, "Pflege")
    card = heap.shown.cards[1]
    before = target.shown.contributions
    start = heap.list.visualRect(heap.list.cards.index(1)).center()

    drag(heap.list.viewport(), start, target.list.viewport(), QPoint(60, 40))
    settle(window)

    wall = stored(window)
    assert [c.title for c in wall.columns if card.id in c.cards.keys] == [target.shown.title]
    assert target.shown.contributions == before + 1
    assert page.board.card() is not None
    assert page.board.card().id == card.id, "the ring went along"  # type: ignore[union-attr]
    what = ask(window, lambda ws: history.listed(ws, 1))[0].what
    assert what.startswith("Beitrag nach „Pflege")


def test_gewaehlte_karten_werden_zusammen_gezogen(window: Window, page: WallPage) -> None:
    heap, target = page.board.columns[0], page.board.columns[2]
    view = heap.list
    for row in (0, 2):
        mark = view.painter_of_cards.mark_rect(view.visualRect(view.cards.index(row))).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=mark)
    chosen = page.board.chosen()
    assert chosen == [heap.shown.cards.keys[0], heap.shown.cards.keys[2]]
    assert page.chosen_label.text() == "2 gewählt"

    start = view.visualRect(view.cards.index(2)).center()
    drag(view.viewport(), start, target.head, QPoint(30, 10))
    settle(window)

    assert set(chosen) <= set(target.shown.cards.keys), "the head of a column takes cards as well"


def test_escape_gibt_das_ziehen_auf(window: Window, page: WallPage) -> None:
    heap, target = page.board.columns[0], page.board.columns[2]
    before = [column.shown.contributions for column in page.board.columns]
    start = heap.list.visualRect(heap.list.cards.index(1)).center()

    last = hold(heap.list.viewport(), start, target.list.viewport(), QPoint(60, 40))
    assert list(page.board.dragging.ids) == [heap.shown.cards.keys[1]]
    press(Qt.Key.Key_Escape)
    assert page.board.dragging.ids == ()
    QTest.mouseRelease(page.window().windowHandle(), _LEFT, _PLAIN, last)
    settle(window)

    assert [column.shown.contributions for column in page.board.columns] == before


def test_neben_der_wand_losgelassen_geschieht_nichts(window: Window, page: WallPage) -> None:
    heap = page.board.columns[0]
    before = [column.shown.contributions for column in page.board.columns]
    start = heap.list.visualRect(heap.list.cards.index(1)).center()

    drag(heap.list.viewport(), start, page.foot, QPoint(200, 20))
    settle(window)

    assert [column.shown.contributions for column in page.board.columns] == before


def test_am_rand_gehalten_rueckt_die_wand_weiter(window: Window, page: WallPage) -> None:
    heap, board = page.board.columns[0], page.board
    bar = board.horizontalScrollBar()
    assert bar.maximum() > 0
    start = heap.list.visualRect(heap.list.cards.index(1)).center()
    edge = QPoint(board.viewport().width() - 5, 200)

    last = hold(heap.list.viewport(), start, board.viewport(), edge)
    wait_until(lambda: bar.value() == bar.maximum(), "the right end of the wall")
    QTest.mouseMove(page.window().windowHandle(), last - QPoint(0, 1))
    QTest.mouseRelease(page.window().windowHandle(), _LEFT, _PLAIN, last)

    dialog = opened(window, ClusterDialog)
    assert isinstance(dialog, ClusterDialog)
    assert "1 Karte" in dialog.heading.text(), "behind the last column a new one begins"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_ein_klick_auf_eine_karte_waehlt_nichts_und_hebt_die_auswahl_auf(
    window: Window, page: WallPage
) -> None:
    view = page.board.columns[0].list
    first, second = (view.visualRect(view.cards.index(row)).center() for row in (0, 1))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, _CTRL, first)
    assert len(page.board.chosen()) == 1

    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=second)

    assert page.board.chosen() == []
    assert view.currentIndex().row() == 1
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, _CTRL, first)
    other = page.board.columns[1].list
    place = other.visualRect(other.cards.index(0)).center()
    QTest.mouseClick(other.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.board.chosen() == []


def test_karten_auf_neue_spalte_fallen_gelassen_fragen_nach_der_ueberschrift(
    window: Window, page: WallPage
) -> None:
    heap = page.board.columns[0]
    ids = list(heap.shown.cards.keys[:2])
    page.board.gathered.emit(ids)

    dialog = opened(window, ClusterDialog)
    assert isinstance(dialog, ClusterDialog)
    QTest.keyClick(dialog.title, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "worum es in diesem Themenfeld geht" in dialog.refusal.text()
    type_text(dialog.title, "Grüne Wege")
    QTest.mouseClick(dialog.ok_button, Qt.MouseButton.LeftButton)
    settle(window)

    assert stored(window).columns[-2].title == "Grüne Wege"
    assert list(column_of(page, "Grüne").shown.cards.keys) == ids


def test_alles_geht_auch_nur_mit_tasten(window: Window, page: WallPage) -> None:
    heap = page.board.columns[0]
    first, second, third, fourth = heap.shown.cards.keys[:4]

    # M und ein paar Buchstaben schicken die Karte in eine Spalte, der Rahmen geht zur nächsten.
    press(Qt.Key.Key_M)
    dialog = opened(window, MoveDialog)
    assert isinstance(dialog, MoveDialog)
    type_text(dialog.line, "pfl")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    back(window)
    assert first in column_of(page, "Pflege").shown.cards.keys
    assert page.board.card().id == second  # type: ignore[union-attr]

    # Leertaste wählt, N macht aus der Auswahl eine Spalte.
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert page.board.chosen() == [second, third]
    press(Qt.Key.Key_N)
    new = opened(window, ClusterDialog)
    assert isinstance(new, ClusterDialog)
    type_text(new.title, "Plätze für alle")
    QTest.keyClick(new.title, Qt.Key.Key_Return)
    back(window)
    assert list(column_of(page, "Plätze").shown.cards.keys) == [second, third]

    # Alt und Pfeil tragen die Karte nach nebenan und zurück.
    page.focus_first()
    assert page.board.card().id == fourth  # type: ignore[union-attr]
    press(Qt.Key.Key_Right, _ALT)
    settle(window)
    assert fourth in page.board.columns[1].shown.cards.keys
    assert page.board.leading() is page.board.columns[1]
    press(Qt.Key.Key_Left, _ALT)
    settle(window)
    assert fourth in page.board.columns[0].shown.cards.keys

    # Strg+Z nimmt zurück.
    window.main.commands.action("undo").trigger()
    settle(window)
    assert fourth in page.board.columns[1].shown.cards.keys


def test_buendeln_behaelt_jeden_wortlaut_und_laesst_sich_aufloesen(
    window: Window, page: WallPage
) -> None:
    heap = page.board.columns[0]
    texts = {card.original for card in heap.shown.cards[:3]}
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down, _SHIFT)
    press(Qt.Key.Key_Down, _SHIFT)
    assert len(page.board.chosen()) == 3

    press(Qt.Key.Key_B)
    dialog = opened(window, BundleDialog)
    assert isinstance(dialog, BundleDialog)
    dialog.wording.clear()
    type_text(dialog.wording, "Alle sagen: Läden fehlen")
    QTest.keyClick(dialog.wording, Qt.Key.Key_Return)
    back(window)

    (bundled,) = [card for card in heap.shown.cards if len(card.members) == 3]
    assert bundled.text == "Alle sagen: Läden fehlen"
    assert bundled.mentions == 3
    listed = ask(window, lambda ws: contributions.listed(ws, window.desk.workshop_id))
    assert texts <= {each.text_original for each in listed}
    page.board.go_to(heap, heap.list.cards.row_of(bundled.id))
    assert page.split_button.isVisible()
    press(Qt.Key.Key_B, _SHIFT)
    settle(window)
    assert all(len(card.members) == 1 for card in heap.shown.cards)


def test_eine_karte_allein_laesst_sich_nicht_buendeln(window: Window, page: WallPage) -> None:
    told: list[str] = []
    window.desk.told.connect(told.append)

    press(Qt.Key.Key_B)

    assert len(told) == 1
    assert "mindestens zwei Karten" in told[0]


def test_pfeile_gehen_durch_die_wand_wie_durch_eine_liste(window: Window, page: WallPage) -> None:
    board = page.board
    press(Qt.Key.Key_Down)
    assert board.columns[0].list.currentIndex().row() == 1
    press(Qt.Key.Key_Right)
    assert board.leading() is board.columns[1]
    assert board.columns[1].list.hasFocus()
    assert board.columns[1].list.currentIndex().row() == 1
    press(Qt.Key.Key_Left)
    assert board.leading() is board.columns[0]
    press(Qt.Key.Key_Left)
    assert board.leading() is board.columns[0], "there is nothing further left"
    assert board.chosen() == [], "walking chooses nothing"


def test_die_zeile_unten_zeigt_die_karte_ganz(window: Window, page: WallPage) -> None:
    card = page.board.card()
    assert card is not None
    assert page.focused._text.text() == card.original
    assert card.label in page.focused._meta.text()
    press(Qt.Key.Key_Down)
    after = page.board.card()
    assert after is not None
    assert page.focused._text.text() == after.original


def test_spalten_werden_umbenannt_gerueckt_zusammengelegt_und_geloescht(
    window: Window, page: WallPage
) -> None:
    press(Qt.Key.Key_Right)
    first, second = titles(stored(window))[:2]
    press(Qt.Key.Key_Right, _ALT | _SHIFT)
    settle(window)
    assert titles(stored(window))[:2] == [second, first]

    page.board.go_to(column_of(page, first), 0)
    press(Qt.Key.Key_F2)
    dialog = opened(window, ClusterDialog)
    assert isinstance(dialog, ClusterDialog)
    assert dialog.title.text() == first
    dialog.title.clear()
    type_text(dialog.title, "Läden & Märkte")
    QTest.keyClick(dialog.title, Qt.Key.Key_Return)
    settle(window)
    assert "Läden & Märkte" in titles(stored(window))

    column = column_of(page, "Läden")
    moved = set(column.shown.cards.keys)
    page.column_deeds.ask_to_merge(column)
    merge = opened(window, MoveDialog)
    assert isinstance(merge, MoveDialog)
    type_text(merge.line, "Jugend")
    QTest.keyClick(merge.line, Qt.Key.Key_Return)
    settle(window)
    assert "Läden & Märkte" not in titles(stored(window))
    assert moved <= set(column_of(page, "Jugend").shown.cards.keys)

    heap = page.board.columns[0].shown.contributions
    freed = column_of(page, "Jugend").shown.contributions
    page.column_deeds.delete(column_of(page, "Jugend"))
    settle(window)
    assert page.board.columns[0].shown.contributions == heap + freed


def test_die_liste_kann_dasselbe(window: Window, page: WallPage) -> None:
    press(Qt.Key.Key_L, _CTRL)
    settle(window)
    assert page.table.isVisible()
    rows = page.table.cards.rowCount()
    assert rows == sum(len(column.cards) for column in stored(window).columns)

    page.table.selectRow(2)
    chosen = page.table.chosen()
    page.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert page.table.chosen() == chosen
    top = page.table.cards.card(0)
    page.table.choose([top.id])
    press(Qt.Key.Key_M)
    dialog = opened(window, MoveDialog)
    assert isinstance(dialog, MoveDialog)
    type_text(dialog.line, "Ganz neues Thema")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    back(window)

    wall = stored(window)
    made = next(column for column in wall.columns if column.title == "Ganz neues Thema")
    assert list(made.cards.keys) == [top.id]
    assert page.table.cards.rowCount() == rows
    press(Qt.Key.Key_L, _CTRL)
    assert page.board.isVisible()


def test_vorschlaege_nennen_ihren_grund_und_geschehen_nie_von_selbst(
    window: Window, page: WallPage
) -> None:
    wait_until(lambda: page.offers.current is not None, "a suggestion")
    offer = page.offers.current
    assert offer is not None
    assert page.suggestion_reason.text()
    before = stored(window)

    page.let_go()
    settle(window)
    assert page.offers.current != offer, "„Nicht jetzt“ shows the next one"
    assert [c.contributions for c in stored(window).columns] == [
        c.contributions for c in before.columns
    ]


def test_die_wand_bleibt_stehen_wenn_vorschlaege_kommen_und_gehen(
    window: Window, page: WallPage
) -> None:
    column = page.board.columns[0]
    with_offer = column.mapTo(page, QPoint(0, 0)), page.strip.height()
    assert page.take_button.isVisible()

    page.offers.show(())
    settle(window)

    assert (column.mapTo(page, QPoint(0, 0)), page.strip.height()) == with_offer
    assert page.strip.isVisible()
    assert (
        page.suggestion_reason.text() == "Zurzeit kein Vorschlag: Keine Karten sind sich ähnlich."
    )
    buttons = page.show_button, page.take_button, page.dismiss_button
    assert not any(button.isVisible() for button in buttons)


def test_ein_vorschlag_wird_gezeigt_und_angenommen(window: Window, page: WallPage) -> None:
    while page.offers.current is not None and page.offers.current.kind != "move":
        page.offers.dismiss()
    offer = page.offers.current
    assert offer is not None

    press(Qt.Key.Key_V)
    assert set(page.board.chosen()) == set(offer.cards)
    press(Qt.Key.Key_Return, _CTRL)
    settle(window)

    target = next(c for c in stored(window).columns if c.id == offer.cluster_id)
    assert set(offer.cards) <= set(target.cards.keys)


def test_der_themenspeicher_ist_ein_ziel(window: Window, page: WallPage) -> None:
    card = page.board.card()
    assert card is not None
    press(Qt.Key.Key_M)
    dialog = opened(window, MoveDialog)
    assert isinstance(dialog, MoveDialog)
    type_text(dialog.line, "themensp")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    back(window)

    last = stored(window).columns[-1]
    assert last.kind == "idea_store"
    assert card.id in last.cards.keys


def test_jede_karte_wird_als_ein_satz_vorgelesen(window: Window, page: WallPage) -> None:
    view = page.board.columns[0].list
    spoken = QAccessible.queryAccessibleInterface(view)
    assert spoken.text(QAccessible.Text.Name) == "Noch nicht geordnet"
    card = page.board.columns[0].shown.cards[0]

    sentence = view.cards.sentence(card)

    assert sentence.startswith(f"{card.kind_name}, {card.label}, Tisch {card.table_number}, ")
    assert sentence.endswith(f": {card.text}")
    assert spoken.child(0).text(QAccessible.Text.Name) == sentence


def test_eine_aenderung_von_anderswo_laesst_rahmen_und_auswahl_stehen(
    window: Window, page: WallPage
) -> None:
    heap = page.board.columns[0]
    page.board.go_to(heap, 3)
    page.board.choose([heap.shown.cards.keys[1], heap.shown.cards.keys[4]])
    page.board.go_to(heap, 3)
    ring, chosen = page.board.card(), page.board.chosen()
    assert ring is not None

    first = heap.shown.cards.keys[0]
    target = page.board.columns[2].shown.id
    do(window, lambda ws: clusters.assign(ws, [first], target))

    after = page.board.card()
    assert after is not None
    assert (after.id, page.board.chosen()) == (ring.id, chosen)


def test_man_kommt_von_anderswo_zu_einer_spalte(window: Window, page: WallPage) -> None:
    wanted = page.board.columns[5]
    show_page(window, "weigh")

    window.main.go(Place("sort", cluster_id=wanted.shown.id))
    settle(window)

    assert page.board.leading() is wanted


def test_der_beamer_zeigt_die_wand_und_folgt_der_arbeit(window: Window, page: WallPage) -> None:
    press(Qt.Key.Key_F11, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    projector = window.main.commands._projector
    assert projector is not None
    first = page.board.columns[1].shown.title
    assert "Spalten 1 bis 4 von" in projector.accessibleDescription()
    assert not projector.grab().isNull()

    clustered = [column for column in page.board.columns if column.shown.kind == "cluster"]
    last, amount = clustered[-1], len(clustered)
    page.card_deeds.put([page.board.columns[0].shown.cards.keys[0]], last.shown)
    settle(window)
    assert f"Spalten {amount - 3} bis {amount} von {amount}" in projector.accessibleDescription()
    assert first in projector.accessibleDescription()

    window.main.activateWindow()
    show_page(window, "capture")
    press(Qt.Key.Key_F11, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert "Spalten" not in projector.accessibleDescription()
    window.main.commands.close_projector()
