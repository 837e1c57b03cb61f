"""The dialog for files and folders; where the system has none of its own, it shows the sticks."""

import sys
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QStorageInfo, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

_REMOVABLE = ("/media/", "/run/media/", "/mnt/")


def file_dialog(parent: QWidget, title: str, begin: str = "") -> QFileDialog:
    """Return a dialog that begins in the folder (or at the file) `begin`; it goes when closed."""
    dialog = QFileDialog(parent, title, begin)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if sys.platform == "linux":
        # On Windows and the Mac the system's own dialog knows its sticks.
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        volumes = [volume.rootPath() for volume in QStorageInfo.mountedVolumes()]
        places = [documents, *sticks(volumes)]
        urls = [QUrl.fromLocalFile(place) for place in places if Path(place).is_dir()]
        dialog.setSidebarUrls([*dialog.sidebarUrls(), *urls])
    return dialog


def sticks(volumes: Iterable[str]) -> list[str]:
    """Return those of the mounted `volumes` that somebody has plugged in, in order."""
    return sorted(volume for volume in set(volumes) if volume.startswith(_REMOVABLE))
