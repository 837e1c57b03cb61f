"""Signs of personal data, one after the other: reword, withhold, or leave as it is."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from quartierdesk.domain.contribution import Contribution
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.places import Place
from quartierdesk.services import contributions, protocols, records
from quartierdesk.services.protocols import Finding
from quartierdesk.services.workspaces import Workspace

_FINDING = Qt.ItemDataRole.UserRole


class ReviewDialog(Dialog):
    """What may be personal data in the public edition, with the way to mend each.

    A contribution is reworded here: the original stays, the wording for the protocol is printed.
    Or its words are withheld. Everything else is mended on its own page.
    """

    FORM = "protocol_review"
    WIDE = True

    heading: QLabel
    explanation: QLabel
    findings: QListWidget
    original_label: QLabel
    original: QLabel
    wording_label: QLabel
    wording: QPlainTextEdit
    keep_button: QPushButton
    withhold_button: QPushButton
    show_button: QPushButton
    close_button: QPushButton

    def __init__(self, desk: Desk, workshop_id: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._workshop_id = workshop_id
        self._cards: dict[str, Contribution] = {}
        self.findings.currentItemChanged.connect(lambda *_: self._show_current())
        self.keep_button.clicked.connect(self._keep)
        self.withhold_button.clicked.connect(self._withhold)
        self.show_button.clicked.connect(self._go)
        self.close_button.clicked.connect(self.accept)
        desk.ops.changed.connect(self._reload)
        self._reload()

    def _reload(self, *_: object) -> None:
        workshop_id = self._workshop_id

        def look(workspace: Workspace) -> tuple[list[Finding], dict[str, Contribution]]:
            record = records.load(workspace, workshop_id)
            cards = {card.id: card for card in record.contributions}
            return protocols.personal_data(record), cards

        self.desk.ops.ask(self, look, self._show, latest="review")

    def _show(self, found: tuple[list[Finding], dict[str, Contribution]]) -> None:
        signs, self._cards = found
        place = max(0, self.findings.currentRow())
        self.findings.clear()
        for sign in signs:
            item = QListWidgetItem(f"{sign.label}: {sign.sentence}", self.findings)
            item.setData(_FINDING, sign)
        self.findings.setCurrentRow(min(place, len(signs) - 1))
        if not signs:
            self.explanation.setText(self.tr("Nothing is left to review."))
        self._show_current()

    def _current(self) -> Finding | None:
        item = self.findings.currentItem()
        found = item.data(_FINDING) if item is not None else None
        return found if isinstance(found, Finding) else None

    def _show_current(self) -> None:
        finding = self._current()
        card = self._cards.get(finding.row_id) if finding else None
        for widget in (self.original_label, self.original, self.wording_label, self.wording):
            widget.setVisible(card is not None)
        for button in (self.keep_button, self.withhold_button):
            button.setEnabled(card is not None and self.desk.writable)
        self.show_button.setEnabled(finding is not None)
        if card is not None:
            self.original.setText(card.text_original)
            self.wording.setPlainText(card.wording)
        self.fit()

    def _keep(self) -> None:
        """Store the wording for the protocol."""
        words = self.wording.toPlainText().strip()
        self._edit(lambda card: replace(card, text_minutes=words))

    def _withhold(self) -> None:
        """Store that the words of the contribution are not published."""
        self._edit(lambda card: replace(card, contains_personal_data=True, text_minutes=""))

    def _edit(self, change: Callable[[Contribution], Contribution]) -> None:
        finding = self._current()
        card = self._cards.get(finding.row_id) if finding else None
        if card is not None:
            after = change(card)
            self.desk.ops.run(
                self, lambda ws: contributions.edit(ws, card, after), None, self.refuse
            )

    def _go(self) -> None:
        """Leave for the place where the text is edited."""
        finding = self._current()
        if finding is None:
            return
        self.accept()
        self.desk.go(place_of(finding))


def place_of(finding: Finding) -> Place:
    """Return where the text of a finding is edited."""
    if finding.thing == "contribution":
        return Place("capture", contribution_id=finding.row_id, field=finding.field)
    if finding.thing == "photo":
        return Place("capture", photo_id=finding.row_id, field=finding.field)
    if finding.thing == "bundle":
        return Place("sort", field="bundle")
    return Place("prepare", field=finding.thing)
