"""Choosing from catalogues in combo boxes and lists to check."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem

from quartierdesk.domain.catalogues import Catalogue

_CODE = Qt.ItemDataRole.UserRole


def offer(box: QComboBox, catalogue: Catalogue, chosen: str, none: str | None) -> None:
    """Offer the entries of a catalogue, before them `none` for nothing where that is possible."""
    entries = [(entry.label, entry.code) for entry in catalogue.entries]
    offer_pairs(box, entries if none is None else [(none, ""), *entries], chosen)


def offer_pairs(box: QComboBox, entries: Iterable[tuple[str, str]], chosen: str) -> None:
    """Offer words with codes and choose one; a code nobody knows any more stands for itself."""
    box.clear()
    for words, code in entries:
        box.addItem(words, code)
    if box.findData(chosen) < 0:
        box.addItem(chosen, chosen)
    box.setCurrentIndex(box.findData(chosen))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)


def code_of(box: QComboBox) -> str:
    """Return the code that is chosen."""
    return str(box.currentData() or "")


def offer_checks(
    box: QListWidget, entries: Iterable[tuple[str, str]], chosen: Iterable[str]
) -> None:
    """Offer entries to check; codes nobody knows any more stand for themselves."""
    box.clear()
    codes = list(chosen)
    known = list(entries)
    strange = [code for code in codes if code not in {known_code for _, known_code in known}]
    for words, code in [*known, *((code, code) for code in strange)]:
        item = QListWidgetItem(words)
        item.setData(_CODE, code)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if code in codes else Qt.CheckState.Unchecked)
        box.addItem(item)


def checked(box: QListWidget, before: Iterable[str]) -> tuple[str, ...]:
    """Return the checked codes: those there were in their order, then new ones."""
    items = [box.item(row) for row in range(box.count())]
    codes = [str(i.data(_CODE)) for i in items if i.checkState() == Qt.CheckState.Checked]
    kept = [code for code in before if code in codes]
    return tuple(dict.fromkeys([*kept, *codes]))
