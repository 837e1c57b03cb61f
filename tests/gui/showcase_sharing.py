"""The dialogs for tables, packages, backups and data protection, each on the sample workshop."""

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from quartierdesk.app import Window
from quartierdesk.gui.dialogs.backups import BackupsDialog
from quartierdesk.gui.dialogs.conflicts import ConflictsDialog
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.dialogs.erase_person import ErasePersonDialog
from quartierdesk.gui.dialogs.import_table import ImportDialog
from quartierdesk.gui.dialogs.merge import MergeDialog
from quartierdesk.gui.dialogs.passphrase import PassphraseDialog
from quartierdesk.gui.dialogs.read_back import ReadBackDialog
from quartierdesk.gui.dialogs.retention import RetentionDialog
from quartierdesk.services import exports, packages
from tests.gui.opening import settle
from tests.gui.showcase import Case

TABLE = (
    "Nr;Beitrag;Art;Tisch;Bemerkung\n"
    "1;Die Bank am Friedhof fehlt seit dem Sturm.;Problem;2;\n"
    "2;Ein Mittagstisch für alle, einmal in der Woche.;Idee;drei;\n"
    "3;Mir hen no en Bäcker. Des isch Gold wert.;Stärke;1;vorgelesen\n"
)


def _last(window: Window, kind: type[Dialog]) -> QDialog:
    settle(window)
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found[-1]


def _backups(window: Window) -> QDialog:
    window.main.commands.sharing.show_backups()
    return _last(window, BackupsDialog)


def _passphrase(window: Window) -> QDialog:
    window.main.commands.sharing.show_passphrase()
    return _last(window, PassphraseDialog)


def _merge(window: Window) -> QDialog:
    target = Path(tempfile.mkdtemp(prefix="quartierdesk-")) / "Tisch 3.qdpaket"
    window.ops.run_long(window.main, "", lambda ws, _: packages.write(ws, target))
    settle(window)
    window.main.commands.sharing.show_packages([target])
    return _last(window, MergeDialog)


def _conflicts(window: Window) -> QDialog:
    window.main.commands.sharing.show_conflicts()
    return _last(window, ConflictsDialog)


def _erase(window: Window) -> QDialog:
    window.main.commands.sharing.erase_person()
    return _last(window, ErasePersonDialog)


def _retention(window: Window) -> QDialog:
    window.main.commands.sharing.show_retention()
    return _last(window, RetentionDialog)


def _import(window: Window) -> QDialog:
    source = Path(tempfile.mkdtemp(prefix="quartierdesk-")) / "Umfrage.csv"
    source.write_text(TABLE, encoding="utf-8")
    window.main.commands.sharing.take_over(source)
    return _last(window, ImportDialog)


def _read_back(window: Window) -> QDialog:
    workshop_id = window.desk.workshop_id
    target = Path(tempfile.mkdtemp(prefix="quartierdesk-")) / "Werkstatt.xlsx"
    window.ops.run_long(
        window.main, "", lambda ws, _: exports.export(ws, workshop_id, "xlsx", "internal", target)
    )
    settle(window)
    window.main.commands.sharing.show_differences(target)
    return _last(window, ReadBackDialog)


DIALOGS = [
    Case("backups", BackupsDialog, _backups),
    Case("passphrase", PassphraseDialog, _passphrase),
    Case("merge", MergeDialog, _merge),
    Case("conflicts", ConflictsDialog, _conflicts),
    Case("erase_person", ErasePersonDialog, _erase),
    Case("retention", RetentionDialog, _retention),
    Case("import_table", ImportDialog, _import),
    Case("read_back", ReadBackDialog, _read_back),
]
