"""What columns of the wall are called, and how they are told apart."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from quartierdesk.services.walls import WallColumn

UNSORTED: Final = "unsorted"
IDEA_STORE: Final = "idea_store"


def column_key(column: WallColumn) -> str:
    """Return what tells a column from all others of its wall."""
    return column.id or column.kind


def column_name(column: WallColumn) -> str:
    """Return the heading of a column, also of those that have none of their own."""
    if column.kind == UNSORTED:
        return QCoreApplication.translate("WallColumn", "Not sorted yet")
    if column.kind == IDEA_STORE:
        return QCoreApplication.translate("WallColumn", "Idea store")
    return column.title or column.label
