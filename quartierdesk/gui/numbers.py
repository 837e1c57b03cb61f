"""Numbers as people write them, in the way of the language: 1.087 in German."""

from PySide6.QtCore import QLocale


def number(value: int) -> str:
    """Return a whole number with its thousands set apart."""
    return QLocale().toString(value)
