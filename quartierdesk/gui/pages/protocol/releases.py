"""Released versions of the protocol: the next one, those there are, what has changed since."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QFrame, QLabel, QMessageBox, QPlainTextEdit, QPushButton, QWidget

from quartierdesk.domain.protocol import ProtocolSettings, SectionChange
from quartierdesk.domain.record import Edition
from quartierdesk.errors import UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.pages.protocol.exporting import Exporting
from quartierdesk.gui.pages.protocol.version import ReleasedVersion
from quartierdesk.gui.widgets.prose import height_of_lines
from quartierdesk.gui.widgets.row_model import Cell, Column, Row
from quartierdesk.gui.widgets.row_table import RowTable
from quartierdesk.services import releases
from quartierdesk.services.releases import Release
from quartierdesk.services.workspaces import Workspace

_MOST_TOLD = 8
_REMARK_LINES = 2


@dataclass(frozen=True, slots=True)
class ToRelease:
    """The protocol as it is chosen on the page; `places` should be looked at before."""

    workshop_id: str
    title: str
    settings: ProtocolSettings
    places: int = 0


@dataclass(frozen=True, slots=True)
class _Found:
    """The released versions, newest first, and what has changed since the last of this edition.

    `reason` says why that cannot be told, "" where it can.
    """

    versions: tuple[Release, ...]
    number: str
    last: Release | None
    changes: tuple[SectionChange, ...] = ()
    reason: str = ""


class ReleasesDialog(Dialog):
    """Releases the protocol as it is chosen on the page, and hands out versions again."""

    FORM = "protocol_releases"
    WIDE = True

    heading: QLabel
    explanation: QLabel
    versions: RowTable
    since: QLabel
    open_button: QPushButton
    save_button: QPushButton
    withdraw_button: QPushButton
    rule: QFrame
    next_version: QLabel
    warning: QLabel
    remark_label: QLabel
    remark: QPlainTextEdit
    release_button: QPushButton
    close_button: QPushButton

    def __init__(self, desk: Desk, what: ToRelease, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._what = what
        self._chosen = what.settings
        self._known: dict[str, Release] = {}
        self._offered = ""
        self.exporting = Exporting(desk, self)
        self.versions.use(desk.look)
        self.versions.high_as_rows, self.versions.least_rows = True, 1
        self.warning.setVisible(what.places > 0)
        self.warning.setText(
            self.tr("%Ln place(s) may hold personal data: look at them first.", "", what.places)
        )
        self.versions.walked.connect(self._walk)
        self.versions.entered.connect(lambda _: self._open())
        self.open_button.clicked.connect(self._open)
        self.save_button.clicked.connect(self._save)
        self.withdraw_button.clicked.connect(self._ask_withdraw)
        self.release_button.clicked.connect(self._release)
        self.close_button.clicked.connect(self.accept)
        desk.ops.changed.connect(self._reload)
        self._walk("")
        self.fit()
        self._reload()

    def fit(self) -> None:
        """Make room for two lines of the remark as well."""
        self.remark.setFixedHeight(height_of_lines(self.remark, _REMARK_LINES))
        super().fit()

    def _reload(self, *_: object) -> None:
        workshop_id, edition = self._what.workshop_id, self._chosen.edition
        self.desk.ops.ask(
            self, lambda ws: _look(ws, workshop_id, edition), self._show, latest="releases"
        )

    def _show(self, found: _Found) -> None:
        self._known = {each.id: each for each in found.versions}
        self.versions.show_rows(self._columns(), [self._row(each) for each in found.versions])
        self.versions.setVisible(bool(found.versions))
        for button in (self.open_button, self.save_button, self.withdraw_button):
            button.setVisible(bool(found.versions))
        self.since.setText(self._about_changes(found))
        self.next_version.setText(
            self.tr("Next: {}").format(self._named(self._chosen.edition, found.number))
        )
        self.release_button.setText(self.tr("Release version {}").format(found.number))
        self.release_button.setEnabled(self.desk.writable)
        self.remark.setEnabled(self.desk.writable)
        self._offer(found)
        self.fit()

    def _offer(self, found: _Found) -> None:
        """Begin the remark with what has changed, unless somebody wrote one."""
        if self.remark.toPlainText() != self._offered:
            return
        told = [change.in_words for change in found.changes[:_MOST_TOLD]]
        self._offered = "; ".join(told) + "." if told else ""
        self.remark.setPlainText(self._offered)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("No."), main=True),
            Column(self.tr("Edition")),
            Column(self.tr("Released")),
            Column(self.tr("By"), may_hide=True),
            Column(self.tr("What was new"), share=1, least=14),
        )

    def _row(self, version: Release) -> Row:
        return Row(
            version.id,
            (
                Cell(version.version, strong=True),
                Cell(self._edition(version.edition)),
                Cell(self._moment(version)),
                Cell(version.released_by),
                Cell(" ".join(version.remark.split())),
            ),
        )

    def _edition(self, edition: Edition) -> str:
        public = edition == "public"
        return self.tr("public edition") if public else self.tr("internal edition")

    def _named(self, edition: Edition, number: str) -> str:
        """Return „öffentliche Fassung 1.0“."""
        return f"{self._edition(edition)} {number}"

    def _moment(self, version: Release) -> str:
        return self.desk.clock(version.released_at).strftime("%d.%m.%Y %H:%M")

    def _about_changes(self, found: _Found) -> str:
        if found.last is None:
            return self.tr("This edition has not been released yet.")
        if found.reason:
            return found.reason
        version = found.last.version
        if not found.changes:
            return self.tr("Nothing has changed since version {}.").format(version)
        told = [change.in_words for change in found.changes[:_MOST_TOLD]]
        further = len(found.changes) - len(told)
        if further:
            told.append(self.tr("%Ln further section(s)", "", further))
        return self.tr("Changed since version {}: {}.").format(version, "; ".join(told))

    def _walk(self, key: str) -> None:
        self.open_button.setEnabled(bool(key))
        self.save_button.setEnabled(bool(key))
        self.withdraw_button.setEnabled(bool(key) and self.desk.writable)

    def _current(self) -> Release | None:
        return self._known.get(self.versions.key())

    def _open(self) -> None:
        """Show a version as it was handed out."""
        version = self._current()
        if version is None:
            return
        title = self._named(version.edition, version.version)
        dialog = ReleasedVersion(self.desk, version, title, self)
        dialog.save_wanted.connect(self._save)
        dialog.open()

    def _save(self) -> None:
        version = self._current()
        if version is not None:
            self.exporting.save_version(version, self._what.title)

    def _release(self) -> None:
        self.release_button.setEnabled(False)
        workshop_id, chosen = self._what.workshop_id, self._chosen
        remark = self.remark.toPlainText()
        self.desk.ops.run_long(
            self,
            self.tr("The minutes are being released …"),
            lambda ws, _: releases.release(ws, workshop_id, chosen, remark),
            self._released,
            self._refused,
        )

    def _released(self, made: Release) -> None:
        self._offered = ""
        self.remark.clear()
        self.desk.tell(self.tr("Released: version {}").format(made.version))

    def _refused(self, error: UserError) -> None:
        self.release_button.setEnabled(self.desk.writable)
        self.refuse(error)

    def _ask_withdraw(self) -> None:
        version = self._current()
        if version is None:
            return
        box = QMessageBox(self)
        box.setWindowTitle("QuartierDesk")
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Withdraw {}?").format(self._named(version.edition, version.version)))
        box.setInformativeText(
            self.tr("It disappears from this list; what has been handed out stays in circulation.")
        )
        leave = box.addButton(QMessageBox.StandardButton.Cancel)
        act = box.addButton(self.tr("Withdraw"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(leave)
        act.clicked.connect(partial(self._withdraw, version.id))
        box.open()

    def _withdraw(self, release_id: str, _checked: bool = False) -> None:
        self.desk.ops.run(self, lambda ws: releases.withdraw(ws, release_id), None, self.refuse)


def _look(workspace: Workspace, workshop_id: str, edition: Edition) -> _Found:
    with workspace.reading():
        listed = releases.listed(workspace, workshop_id)
        last = next((each for each in reversed(listed) if each.edition == edition), None)
        found = _Found(tuple(reversed(listed)), releases.next_number(listed, edition), last)
        try:
            changes = releases.changes_since(workspace, last.id) if last is not None else ()
        except UserError as error:
            return replace(found, reason=str(error))
    return replace(found, changes=changes)
