"""Packages: what they bring, before and after they are taken in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QWidget

from quartierdesk.errors import PassphraseError, UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.numbers import number
from quartierdesk.gui.ticket import Ticket
from quartierdesk.gui.widgets.notice import Notice, NoticeLine
from quartierdesk.services import merging
from quartierdesk.services.merging import Arrival, Merge
from quartierdesk.services.workspaces import Workspace


class MergeDialog(Dialog):
    """First the preview, then, after „Take in“, the report; nothing is changed before.

    `passphrase_wanted` tells that the packages need another passphrase than the file.
    """

    FORM = "merge"
    WIDE = True

    passphrase_wanted = Signal(object)
    conflicts_wanted = Signal()

    heading: QLabel
    explanation: QLabel
    notice: Notice
    arrivals: QListWidget
    conflicts: QListWidget
    conflicts_button: QPushButton
    close_button: QPushButton
    merge_button: QPushButton

    def __init__(self, desk: Desk, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._paths = tuple(paths)
        self._passphrase: str | None = None
        self.merge_button.setEnabled(False)
        self.conflicts_button.hide()
        self.explanation.setText(self.tr("The packages are being read …"))
        self.close_button.clicked.connect(self.reject)
        self.merge_button.clicked.connect(self._merge)
        self.conflicts_button.clicked.connect(self._leave_for_conflicts)
        self.preview()

    def preview(self, passphrase: str | None = None) -> None:
        """Read the packages and show what they bring."""
        self._passphrase = passphrase
        paths = self._paths

        def look(workspace: Workspace, ticket: Ticket) -> Merge:
            return merging.preview(workspace, paths, passphrase, ticket.step)

        title = self.tr("The packages are being read …")
        self.read_first(
            self.desk.ops.run_long(self, title, look, self._show_preview, self._refused)
        )

    def _show_preview(self, merge: Merge) -> None:
        self.explanation.setText(
            self.tr("Nothing has changed yet. A backup is made before anything is merged.")
        )
        self._show(merge)
        self.merge_button.setEnabled(any(not each.is_known for each in merge.arrivals))
        self.merge_button.setFocus()

    def _show(self, merge: Merge) -> None:
        self.arrivals.clear()
        for arrival in merge.arrivals:
            self.arrivals.addItem(self._line(arrival))
        self.conflicts.clear()
        for conflict in merge.conflicts:
            self.conflicts.addItem(f"{conflict.what}, {conflict.field_name}")
        self.conflicts.setVisible(bool(merge.conflicts))
        lines = [NoticeLine(words) for words in merge.warnings]
        if merge.conflicts:
            words = self.tr("%Ln place(s) were changed twice.", "", len(merge.conflicts))
            lines.append(NoticeLine(words))
        self.notice.tell("warn", self.tr("Look at this") if lines else "", lines)
        self.fit()

    def _line(self, arrival: Arrival) -> str:
        name = arrival.package.path.name
        if arrival.is_known:
            return self.tr("{}: nothing new").format(name)
        things = ", ".join(f"{number(count)} {word}" for word, count in arrival.new)
        people = ", ".join(arrival.people)
        steps = self.tr("%Ln step(s)", "", arrival.steps)
        return " · ".join(part for part in (name, people, steps, things) if part)

    def _merge(self) -> None:
        paths, passphrase = self._paths, self._passphrase

        def work(workspace: Workspace, ticket: Ticket) -> Merge:
            return merging.merge(workspace, paths, passphrase, ticket.step)

        title = self.tr("The packages are being merged …")
        self.hold(self.desk.ops.run_long(self, title, work, self._show_report, self.refuse))

    def _show_report(self, merge: Merge) -> None:
        self.heading.setText(self.tr("The packages have been merged"))
        backup = merge.backup.name if merge.backup is not None else ""
        self.explanation.setText(self.tr("The state before is kept: {}").format(backup))
        self._show(merge)
        self.merge_button.hide()
        self.close_button.setText(self.tr("Close"))
        self.conflicts_button.setVisible(merge.open_conflicts > 0)
        self.desk.reopen()

    def _leave_for_conflicts(self) -> None:
        self.accept()
        self.conflicts_wanted.emit()

    def _refused(self, error: UserError) -> None:
        if isinstance(error, PassphraseError):
            self.passphrase_wanted.emit(error)
        self.explanation.setText("")
        self.refuse(error)
