"""A row dragged within its own list: what is carried, and where it comes to stand."""

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex


class DraggedRow:
    """Carries the key of a row under a MIME type that only its own kind of list takes."""

    def __init__(self, kind: str) -> None:
        self.kind = f"application/x-quartierdesk-{kind}"

    def packed(self, key: str) -> QMimeData:
        """Return what is carried."""
        data = QMimeData()
        data.setData(self.kind, QByteArray(key.encode()))
        return data

    def key(self, data: QMimeData) -> str:
        """Return the key that is carried, empty where something else is dropped."""
        return bytes(data.data(self.kind).data()).decode()


def target_of(place: int, row: int, parent: Index, rows: int) -> int:
    """Return where the row from `place` stands once it was dropped before `row`.

    `row` is -1 where it was dropped on a row (the `parent`) or below the last of `rows`.
    """
    target = row if row >= 0 else parent.row() if parent.isValid() else rows
    return target - 1 if target > place else target
