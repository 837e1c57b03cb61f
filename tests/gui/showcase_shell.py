"""The dialogs of the frame, each opened on the sample workshop."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from quartierdesk.app import Window
from quartierdesk.gui.dialogs.bin import BinDialog
from quartierdesk.gui.dialogs.crash import CrashDialog
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.dialogs.help import HelpDialog
from quartierdesk.gui.dialogs.move_workshop import MoveWorkshopDialog
from quartierdesk.gui.dialogs.new_workshop import NewWorkshopDialog
from quartierdesk.gui.dialogs.passphrase_prompt import PassphrasePrompt
from quartierdesk.gui.dialogs.welcome import WelcomeDialog
from tests.gui.opening import settle
from tests.gui.showcase import Case

_REPORT = "builtins.ZeroDivisionError\n  quartierdesk/gui/ops.py:1 work"


def _shown(window: Window, dialog: QDialog) -> QDialog:
    dialog.open()
    settle(window)
    return dialog


def _last(window: Window, kind: type[Dialog]) -> QDialog:
    settle(window)
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found[-1]


def _new(window: Window) -> QDialog:
    window.main.commands.workshops.create()
    return _last(window, NewWorkshopDialog)


def _copy(window: Window) -> QDialog:
    window.main.commands.workshops.duplicate()
    return _last(window, NewWorkshopDialog)


def _move(window: Window) -> QDialog:
    window.main.commands.workshops.move()
    return _last(window, MoveWorkshopDialog)


def _bin(window: Window) -> QDialog:
    window.main.commands.workshops.show_bin()
    return _last(window, BinDialog)


def _crash(window: Window) -> QDialog:
    return _shown(window, CrashDialog(window.desk, _REPORT, window.main))


def _help(window: Window) -> QDialog:
    window.main.commands.show_help()
    return _last(window, HelpDialog)


def _passphrase(window: Window) -> QDialog:
    path = Path("Hörlesbach.quartier")
    return _shown(window, PassphrasePrompt(window.desk, path, window.main))


def _welcome(window: Window) -> QDialog:
    return _shown(window, WelcomeDialog(window.desk, window.main))


DIALOGS = [
    Case("welcome", WelcomeDialog, _welcome),
    Case("new_workshop", NewWorkshopDialog, _new),
    Case("workshop_as_template", NewWorkshopDialog, _copy),
    Case("move_workshop", MoveWorkshopDialog, _move),
    Case("bin", BinDialog, _bin),
    Case("crash", CrashDialog, _crash),
    Case("help", HelpDialog, _help),
    Case("passphrase_prompt", PassphrasePrompt, _passphrase),
]
