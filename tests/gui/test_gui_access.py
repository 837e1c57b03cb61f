"""For keyboard, screen reader and large text: every page and every dialog."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDialog, QWidget

import quartierdesk.gui
from quartierdesk.app import Window
from quartierdesk.gui.dialogs.dialog import Dialog
from tests.gui import access
from tests.gui.opening import settle
from tests.gui.showcase import View, dialog_cases, views

VIEWS = list(views())
SMALLEST = 1366, 768
LARGEST_TEXT = 200


@pytest.fixture(params=VIEWS, ids=[view.name for view in VIEWS])
def shown(request: pytest.FixtureRequest, window: Window) -> Iterator[QWidget]:
    """Return a page or dialog as a person sees it on the smallest screen."""
    view: View = request.param
    window.main.resize(*SMALLEST)
    widget = view.show(window)
    settle(window)
    yield widget
    if isinstance(widget, QDialog):
        widget.reject()


@pytest.fixture
def shown_large(shown: QWidget, window: Window) -> QWidget:
    """Return the same with the largest text."""
    window.desk.change_settings(text_size=LARGEST_TEXT)
    settle(window)
    return shown


def test_everything_that_can_be_used_has_a_name_and_a_role(shown: QWidget) -> None:
    assert access.nameless(shown) == []


def test_every_row_can_be_read_out(shown: QWidget) -> None:
    assert access.nameless_rows(shown) == []


def test_tab_goes_in_reading_order(shown: QWidget) -> None:
    assert access.jumps(shown) == []


def test_tab_reaches_something(shown: QWidget) -> None:
    assert access.focus_chain(shown)


def test_nothing_is_clipped_with_the_largest_text(shown_large: QWidget) -> None:
    assert access.clipped(shown_large) == []


def test_the_largest_text_fits_on_the_smallest_screen(shown_large: QWidget) -> None:
    window = shown_large.window()
    least = window.minimumSizeHint()

    assert least.width() <= SMALLEST[0]
    assert least.height() <= SMALLEST[1]
    assert window.height() <= window.screen().availableGeometry().height()


def test_the_page_for_beginning_keeps_the_same_promises(empty_window: Window) -> None:
    main = empty_window.main
    main.resize(*SMALLEST)
    settle(empty_window)
    assert access.nameless(main) == []
    assert access.jumps(main) == []

    empty_window.desk.change_settings(text_size=LARGEST_TEXT)
    settle(empty_window)
    assert access.clipped(main) == []
    assert main.minimumSizeHint().width() <= SMALLEST[0]


def test_every_dialog_is_in_the_showcase() -> None:
    for module in pkgutil.walk_packages(quartierdesk.gui.__path__, f"{quartierdesk.gui.__name__}."):
        importlib.import_module(module.name)
    known = {case.kind for case in dialog_cases()}

    assert [kind.__name__ for kind in _all(Dialog) if kind.FORM and kind not in known] == []


def _all(kind: type[Dialog]) -> list[type[Dialog]]:
    return [found for sub in kind.__subclasses__() for found in (sub, *_all(sub))]
