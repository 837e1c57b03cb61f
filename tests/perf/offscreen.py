"""The application for measuring windows: without a display, and quiet about it."""

import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

_WITHOUT_MEANING = "This plugin does not support propagateSizeHints()"
"""What the display that is none says for every window; it is no fault."""


def application() -> QApplication:
    """Return the application in which windows are measured."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(_heard)
    found = QApplication.instance() or QApplication([])
    assert isinstance(found, QApplication)
    found.setApplicationName("QuartierDesk")
    return found


def _heard(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if message != _WITHOUT_MEANING:
        print(message, file=sys.stderr)
