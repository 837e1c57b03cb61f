"""F1 on every page: a text of its own, in whole German sentences."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from quartierdesk.app import Window
from quartierdesk.gui import pages
from quartierdesk.gui.dialogs.help import HelpDialog, text_for
from quartierdesk.paths import resources
from tests.gui.keyboard import press
from tests.gui.opening import settle, show_page


def _shown() -> HelpDialog:
    [dialog] = [w for w in QApplication.topLevelWidgets() if isinstance(w, HelpDialog)]
    return dialog


def test_every_page_has_a_help_text_of_its_own() -> None:
    texts = {path.stem for path in (resources() / "help").glob("*.md")}

    assert set(pages.entries()) <= texts


@pytest.mark.parametrize("key", ["capture", "sort", "weigh"])
def test_f1_shows_the_help_of_the_page(window: Window, key: str) -> None:
    show_page(window, key)

    press(Qt.Key.Key_F1)
    settle(window)

    dialog = _shown()
    assert text_for(key).startswith(f"# {dialog.heading.text()}\n")
    assert dialog.heading.text() not in dialog.text.toPlainText().splitlines()
    dialog.laptops_button.click()
    assert dialog.heading.text() == "Mehrere Laptops"
    dialog.close_button.click()
    settle(window)
