"""Every dialog: Enter never means to cancel, and Esc closes it."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from quartierdesk.app import Window
from tests.gui.opening import settle
from tests.gui.showcase import Case, dialog_cases


@pytest.mark.parametrize("case", dialog_cases(), ids=lambda case: case.name)
def test_enter_never_cancels_and_esc_closes(window: Window, case: Case) -> None:
    dialog = case.open(window)
    settle(window)

    pressed = [b.objectName() for b in dialog.findChildren(QPushButton) if b.isDefault()]
    assert len(pressed) <= 1
    assert "cancel_button" not in pressed

    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(window)
    assert not shiboken6.isValid(dialog) or not dialog.isVisible()
