"""How the protocol leaves the house as a file: PDF, workbook, CSV, JSON."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from quartierdesk.domain.record import Edition
from quartierdesk.files import atomic_write
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.pages.protocol.review import ReviewDialog
from quartierdesk.gui.pages.protocol.state import ProtocolState
from quartierdesk.gui.ticket import Ticket
from quartierdesk.gui.widgets.file_dialog import file_dialog
from quartierdesk.services import exports, protocol_pdf, releases
from quartierdesk.services.exports import ExportFormat
from quartierdesk.services.releases import Release

_FOLDER = "protocol.folder"
_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*„“', " "))
_LONGEST_NAME = 90


class Exporting(QObject):
    """Asks for a name, writes whole files or none, and remembers the folder."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page

    def save_pdf(self, state: ProtocolState, *, black: bool) -> None:
        """Save the protocol as it is shown."""

        def write(target: Path) -> None:
            title = self.tr("The PDF is being written …")
            self._desk.ops.draw(
                self._page,
                lambda ticket: write_pdf(state, target, ticket, black=black),
                lambda _: self._saved(target),
                title=title,
            )

        self._checked(state, lambda: self._ask_name(self._usual_name(state), "pdf", write))

    def export(self, state: ProtocolState, kind: str) -> None:
        """Save the workshop in another format, in the edition that is shown."""

        def write(target: Path) -> None:
            edition, workshop_id = state.settings.edition, state.workshop_id
            self._desk.ops.run_long(
                self._page,
                self.tr("The file is being written …"),
                lambda ws, _: exports.export(
                    ws, workshop_id, cast("ExportFormat", kind), edition, target
                ),
                lambda _: self._saved(target),
            )

        self._checked(state, lambda: self._ask_name(self._usual_name(state), kind, write))

    def save_version(self, version: Release, title: str) -> None:
        """Save a released version exactly as it was handed out."""

        def write(target: Path) -> None:
            self._desk.ops.run(
                self._page,
                lambda ws: releases.save_pdf(ws, version.id, target),
                lambda _: self._saved(target),
            )

        name = self._name(title, version.edition, version.version)
        self._ask_name(name, "pdf", write)

    def review(self, state: ProtocolState) -> None:
        """Show every sign of personal data, to be mended on the spot."""
        dialog = ReviewDialog(self._desk, state.workshop_id, self._page.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _checked(self, state: ProtocolState, go_on: Callable[[], None]) -> None:
        """Ask first where the public edition may hold personal data."""
        signs = [each for each in state.findings if each.kind == "personal_data"]
        if state.settings.edition != "public" or not signs:
            go_on()
            return
        box = QMessageBox(self._page.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("QuartierDesk")
        box.setText(self.tr("The public edition may hold personal data."))
        box.setInformativeText(
            self.tr("%Ln place(s) should be looked at before it is handed out.", "", len(signs))
        )
        look = box.addButton(self.tr("Look at them"), QMessageBox.ButtonRole.ActionRole)
        save = box.addButton(self.tr("Save all the same"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(look)
        look.clicked.connect(lambda: self.review(state))
        save.clicked.connect(lambda _=False: go_on())
        box.open()

    def _ask_name(self, name: str, kind: str, write: Callable[[Path], None]) -> None:
        names = {
            "pdf": self.tr("PDF (*.pdf)"),
            "xlsx": self.tr("Excel workbook (*.xlsx)"),
            "csv": self.tr("Table of contributions (*.csv)"),
            "json": self.tr("Workshop (*.json)"),
        }
        dialog = file_dialog(self._page.window(), self.tr("Save as"), self._folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(names[kind])
        dialog.setDefaultSuffix(kind)
        dialog.selectFile(f"{name}.{kind}")
        dialog.fileSelected.connect(lambda path: self._write(Path(path), write))
        dialog.open()

    def _write(self, target: Path, write: Callable[[Path], None]) -> None:
        self._desk.remember(_FOLDER, str(target.parent))
        write(target)

    def _saved(self, target: Path) -> None:
        self._desk.tell(self.tr("Saved: {}").format(target.name))

    def _folder(self) -> str:
        remembered = str(self._desk.choice(_FOLDER, ""))
        if remembered and Path(remembered).is_dir():
            return remembered
        if self._desk.file is not None:
            return str(self._desk.file.path.parent)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return QStandardPaths.writableLocation(documents)

    def _usual_name(self, state: ProtocolState) -> str:
        return self._name(state.title, state.settings.edition)

    def _name(self, title: str, edition: Edition, version: str = "") -> str:
        """Return „Protokoll Gut leben in Hörlesbach (öffentlich 1.0)“."""
        named = self.tr("public") if edition == "public" else self.tr("internal")
        words = " ".join(title.translate(_FORBIDDEN).split())[:_LONGEST_NAME].strip(". ")
        return self.tr("Minutes {} ({})").format(words, f"{named} {version}".strip())


def write_pdf(state: ProtocolState, target: Path, ticket: Ticket, *, black: bool) -> None:
    """Write the PDF to `target`, whole or not at all."""
    with atomic_write(target) as stream:
        protocol_pdf.render(
            state.printable,
            stream,
            black=black,
            progress=ticket.step,
            cancelled=ticket.shall_stop,
        )
