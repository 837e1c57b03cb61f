"""Beginning: what somebody answers, and where the file is to be."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from quartierdesk.paths import portable_folder


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody answered: where, what, when, which agenda, and where the file shall be."""

    where: str
    title: str
    day: date
    template: str
    file: Path


def usual_folder() -> Path:
    """Return the folder in which new files are made unless somebody wants another."""
    portable = portable_folder()
    if portable is not None:
        return portable / "Werkstätten"
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents)) / "QuartierDesk"
