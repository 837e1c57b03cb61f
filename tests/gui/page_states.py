"""What pages look like beyond what they show first, and what opens beside them; for pictures only.

Each state leads back to where it began, so that what is photographed after it looks as usual.
"""

from collections.abc import Callable, Iterator
from typing import cast

from PySide6.QtWidgets import QApplication, QMenu, QWidget

from quartierdesk.app import Window
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.poll import Poll
from quartierdesk.gui.pages.agree.page import AgreePage
from quartierdesk.gui.pages.capture.page import CapturePage
from quartierdesk.gui.pages.prepare.page import PreparePage
from quartierdesk.gui.pages.sort.page import WallPage
from quartierdesk.gui.pages.weigh.page import WeightingPage
from quartierdesk.gui.places import WALL, Place
from quartierdesk.gui.shell.command_search import CommandSearch
from quartierdesk.gui.shell.projector import Projector
from quartierdesk.services import clusters, polls
from quartierdesk.services.workspaces import Workspace
from tests.gui.keyboard import type_text
from tests.gui.opening import settle, show_page
from tests.gui.showcase import View

_COUNTED = (34, 34, 41, 29, 22, 15, 11)


def states() -> Iterator[View]:
    """Yield the states, page by page in the order of the steps."""
    for part in ("more", "people", "closing", "frame"):
        yield View(f"prepare_part_{part}", _prepared(part))
    yield View("capture_typing", _typing)
    yield View("capture_filter", _filter)
    yield View("sort_list", _sort_list)
    for at in range(7):
        yield View(f"weigh_result_{at + 1}", _result(at))
    yield View("weigh_counting", _counting)
    yield View("agree_answers", _answers)
    yield View("command_search", _search)
    yield View("file_menu", _menu)
    yield View("projector", _projected(Place("capture")))
    yield View("projector_wall", _projected(Place(WALL)))


def _prepared(part: str) -> Callable[[Window], QWidget]:
    def show(window: Window) -> QWidget:
        show_page(window, "prepare")
        page = cast("PreparePage", window.main.page)
        page.show_part(part)
        settle(window)
        return window.main

    return show


def _typing(window: Window) -> QWidget:
    show_page(window, "capture")
    page = cast("CapturePage", window.main.page)
    page.show_filters(shown=False)
    page.line.clear()
    type_text(page.line, "! Seit der Hirsch zu hat, fehlt ein Treffpunkt /5 #be")
    settle(window)
    return window.main


def _filter(window: Window) -> QWidget:
    show_page(window, "capture")
    page = cast("CapturePage", window.main.page)
    page.line.clear()
    page.show_filters()
    settle(window)
    return window.main


def _sort_list(window: Window) -> QWidget:
    show_page(window, "sort")
    page = cast("WallPage", window.main.page)
    page.choice.set_value("list")
    page.choice.chosen.emit("list")
    settle(window)
    return window.main


def _result(at: int) -> Callable[[Window], QWidget]:
    def show(window: Window) -> QWidget:
        show_page(window, "weigh")
        page = cast("WeightingPage", window.main.page)
        workshop_id = window.desk.workshop_id
        window.ops.ask(
            page,
            lambda ws: polls.listed(ws, workshop_id),
            lambda known: page.choose(known[at].id),
        )
        settle(window)
        return window.main

    return show


def _counting(window: Window) -> QWidget:
    show_page(window, "weigh")
    page = cast("WeightingPage", window.main.page)
    workshop_id = window.desk.workshop_id

    def count_once(workspace: Workspace) -> str:
        known = [each for each in polls.listed(workspace, workshop_id) if each.state == "open"]
        return known[0].id if known else _counted(workspace, workshop_id)

    window.ops.run(page, count_once, page.choose)
    settle(window)
    return window.main


def _counted(workspace: Workspace, workshop_id: str) -> str:
    titles = [each.title for each in clusters.listed(workspace, workshop_id)]
    options = polls.with_new_ids(titles)
    poll = Poll(new_id(), "dots", "Was packen wir zuerst an?", state="open", options=options)
    polls.create(workspace, workshop_id, poll)
    for option, dots in zip(options, _COUNTED, strict=False):
        polls.set_count(workspace, option.id, dots)
    return poll.id


def _answers(window: Window) -> QWidget:
    show_page(window, "agree")
    page = cast("AgreePage", window.main.page)
    page.below_choice.set_value("given")
    page.below_choice.chosen.emit("given")
    settle(window)
    return window.main


def _search(window: Window) -> QWidget:
    show_page(window, "capture")
    window.main.search()
    settle(window)
    found = QApplication.activePopupWidget()
    assert isinstance(found, CommandSearch)
    return found


def _menu(window: Window) -> QWidget:
    menu: QMenu = window.main.commands.file_menu()
    menu.popup(window.main.mapToGlobal(window.main.rect().topLeft()))
    settle(window)
    return menu


def _projected(place: Place) -> Callable[[Window], QWidget]:
    def show(window: Window) -> QWidget:
        show_page(window, "capture")
        window.main.commands.project(place)
        settle(window)
        return next(w for w in QApplication.topLevelWidgets() if isinstance(w, Projector))

    return show
