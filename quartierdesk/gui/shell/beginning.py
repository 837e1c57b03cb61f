"""Beginning: what somebody answers, and where the file is to be."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from quartierdesk.paths import portable_folder
from quartierdesk.settings import Settings


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody answered: where, what, when, which agenda, and where the file shall be."""

    where: str
    title: str
    day: date
    template: str
    file: Path


def folder_for_files(settings: Settings) -> Path:
    """Return the folder in which new files are made: the one somebody chose, else the usual one."""
    return Path(settings.workspace_place) if settings.workspace_place else usual_folder()


def usual_folder() -> Path:
    """Return the folder in which new files are made unless somebody wants another."""
    portable = portable_folder()
    if portable is not None:
        return portable / "Werkstätten"
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents)) / "QuartierDesk"
