"""A contribution with all its fields."""

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from quartierdesk.domain.contribution import Contribution, Photo, Publish
from quartierdesk.errors import UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.services import card_editing
from quartierdesk.services.card_editing import EditableCard
from quartierdesk.services.workspaces import Workspace

_CODE = Qt.ItemDataRole.UserRole
_THUMBNAIL = 72
_SIZE = (960, 704)
_AROUND, _ROWS = 48, 4
_PUBLISH: tuple[Publish, ...] = ("yes", "anonymized", "no")


class ContributionDialog(Dialog):
    """Reads the card itself and stays open until what was changed is on disk."""

    FORM = "capture_contribution"

    heading: QLabel
    refusal: QLabel
    body: QScrollArea
    original: QPlainTextEdit
    minutes: QPlainTextEdit
    title_edit: QLineEdit
    place_edit: QLineEdit
    note: QPlainTextEdit
    kind: QComboBox
    table_box: QComboBox
    mentions: QSpinBox
    publish: QComboBox
    field: QComboBox
    further_fields: QListWidget
    groups: QListWidget
    themes: QListWidget
    dissent: QCheckBox
    idea_store: QCheckBox
    clarification: QCheckBox
    personal_data: QCheckBox
    photos_label: QLabel
    photos: QListWidget
    cancel_button: QPushButton
    store_button: KeyButton

    def __init__(self, desk: Desk, contribution_id: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._loaded: EditableCard | None = None
        self.store_button.setEnabled(False)
        self.cancel_button.clicked.connect(self.reject)
        self.store_button.clicked.connect(self._store)
        self.photos.setIconSize(QSize(_THUMBNAIL, _THUMBNAIL))
        QShortcut(QKeySequence.StandardKey.Delete, self.photos, self._drop_photo).setContext(
            Qt.ShortcutContext.WidgetShortcut
        )
        for enter in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(enter), self, self._store)
        for text in (self.original, self.minutes, self.note):
            text.setTabChangesFocus(True)
        self.resize(*_SIZE)
        self._load(contribution_id)

    def retranslate(self) -> None:
        """Set the words that name the card."""
        if self._loaded is not None:
            label = self._loaded.card.label
            self.heading.setText(self.tr("Contribution {0}").format(label))

    def fit(self) -> None:
        """Take the room there is in the window; what does not fit into it scrolls."""
        for box in (self.further_fields, self.groups, self.themes):
            box.setMinimumHeight(_ROWS * box.fontMetrics().lineSpacing())
        super().fit()
        parent = self.parentWidget()
        if parent is not None:
            room = parent.window().size() - QSize(_AROUND, _AROUND)
            self.resize(self.size().boundedTo(room).expandedTo(self.minimumSizeHint()))

    def reject(self) -> None:
        """Leave without storing; asks first where something was changed."""
        if self._loaded is None or not self._changed():
            super().reject()
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Contribution"))
        box.setText(self.tr("Discard what you have changed?"))
        discard = box.addButton(self.tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("Keep editing"), QMessageBox.ButtonRole.RejectRole)
        discard.clicked.connect(self._leave)
        box.open()

    def _leave(self) -> None:
        super().reject()

    def _load(self, contribution_id: str) -> None:
        def question(workspace: Workspace) -> EditableCard:
            return card_editing.load(workspace, contribution_id)

        self.desk.ops.run(self, question, self._show, self.refuse)

    def _show(self, loaded: EditableCard) -> None:
        self._loaded = loaded
        card, known = loaded.card, loaded.catalogues
        self.original.setPlainText(card.text_original)
        self.minutes.setPlainText(card.text_minutes)
        self.title_edit.setText(card.title)
        self.place_edit.setText(card.place)
        self.note.setPlainText(card.note)
        self.mentions.setValue(card.mention_count)
        kinds = [(entry.label, entry.code) for entry in known["contribution_kind"].entries]
        fields = [(entry.label, entry.code) for entry in known["action_field"].entries]
        groups = [(entry.label, entry.code) for entry in known["target_group"].entries]
        themes = [(entry.label, entry.code) for entry in known["cross_cutting_theme"].entries]
        _choose(self.kind, [(self.tr("No kind"), ""), *kinds], card.kind)
        _choose(self.field, [(self.tr("No field"), ""), *fields], card.action_field)
        _check(self.further_fields, fields, card.further_fields)
        _check(self.groups, groups, card.target_groups)
        _check(self.themes, themes, card.themes)
        self._show_tables(loaded)
        self._show_flags(card)
        self._show_photos(loaded)
        self.retranslate()
        self.store_button.setEnabled(self.desk.writable)
        self.original.setFocus()

    def _show_tables(self, loaded: EditableCard) -> None:
        tables = [(self.tr("Table {0}").format(table.number), table.id) for table in loaded.tables]
        _choose(self.table_box, [(self.tr("No table"), ""), *tables], loaded.card.table_id or "")

    def _show_flags(self, card: Contribution) -> None:
        words = (self.tr("Public"), self.tr("Public, anonymised"), self.tr("Not public"))
        _choose(self.publish, list(zip(words, _PUBLISH, strict=True)), card.publish)
        self.dissent.setChecked(card.has_dissent)
        self.idea_store.setChecked(card.in_idea_store)
        self.clarification.setChecked(card.needs_clarification)
        self.personal_data.setChecked(card.contains_personal_data)

    def _show_photos(self, loaded: EditableCard) -> None:
        self.photos.clear()
        for photo in loaded.photos:
            picture = QPixmap()
            picture.loadFromData(loaded.pictures[photo.sha256])
            item = QListWidgetItem(QIcon(picture), photo.alt_text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setData(_CODE, photo.id)
            self.photos.addItem(item)
        for widget in (self.photos, self.photos_label):
            widget.setVisible(bool(loaded.photos))

    def _drop_photo(self) -> None:
        self.photos.takeItem(self.photos.currentRow())

    def _changed(self) -> bool:
        loaded = self._loaded
        return loaded is not None and (
            self._card(loaded) != loaded.card or tuple(self._photos(loaded)) != loaded.photos
        )

    def _card(self, loaded: EditableCard) -> Contribution:
        before = loaded.card
        return replace(
            before,
            text_original=self.original.toPlainText(),
            text_minutes=self.minutes.toPlainText(),
            title=self.title_edit.text(),
            place=self.place_edit.text(),
            note=self.note.toPlainText(),
            kind=str(self.kind.currentData()),
            action_field=str(self.field.currentData()),
            further_fields=_checked(self.further_fields, before.further_fields),
            target_groups=_checked(self.groups, before.target_groups),
            themes=_checked(self.themes, before.themes),
            table_id=str(self.table_box.currentData()) or None,
            mention_count=self.mentions.value(),
            publish=cast("Publish", self.publish.currentData()),
            has_dissent=self.dissent.isChecked(),
            in_idea_store=self.idea_store.isChecked(),
            needs_clarification=self.clarification.isChecked(),
            contains_personal_data=self.personal_data.isChecked(),
        )

    def _photos(self, loaded: EditableCard) -> list[Photo]:
        known = {photo.id: photo for photo in loaded.photos}
        items = [self.photos.item(row) for row in range(self.photos.count())]
        return [replace(known[item.data(_CODE)], alt_text=item.text()) for item in items]

    def _store(self) -> None:
        loaded = self._loaded
        if loaded is None or not self.store_button.isEnabled():
            return
        card, kept = self._card(loaded), self._photos(loaded)

        def work(workspace: Workspace) -> None:
            card_editing.store(workspace, loaded, card, kept)

        self.store_button.setEnabled(False)
        self.desk.ops.run(self, work, lambda _: self.accept(), self.refuse)

    def refuse(self, error: UserError) -> None:
        """Say why it was not stored; what was changed stays."""
        self.store_button.setEnabled(self._loaded is not None)
        super().refuse(error)


def _choose(box: QComboBox, entries: Iterable[tuple[str, str]], chosen: str) -> None:
    """Offer entries and choose one; a code nobody knows any more stands for itself."""
    box.clear()
    for text, code in entries:
        box.addItem(text, code)
    if box.findData(chosen) < 0:
        box.addItem(chosen, chosen)
    box.setCurrentIndex(box.findData(chosen))


def _check(box: QListWidget, entries: Iterable[tuple[str, str]], chosen: Iterable[str]) -> None:
    """Offer entries to check; codes nobody knows any more stand for themselves."""
    box.clear()
    codes = set(chosen)
    known = list(entries)
    strange = sorted(codes - {code for _, code in known})
    for text, code in [*known, *((code, code) for code in strange)]:
        item = QListWidgetItem(text)
        item.setData(_CODE, code)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        state = Qt.CheckState.Checked if code in codes else Qt.CheckState.Unchecked
        item.setCheckState(state)
        box.addItem(item)


def _checked(box: QListWidget, before: Iterable[str]) -> tuple[str, ...]:
    """Return the checked codes: those there were in their order, then new ones."""
    items = [box.item(row) for row in range(box.count())]
    codes = [str(i.data(_CODE)) for i in items if i.checkState() == Qt.CheckState.Checked]
    kept = [code for code in before if code in codes]
    return tuple(dict.fromkeys([*kept, *codes]))
