"""The coat of arms in the dialog of the municipality: shown, chosen from a file, taken away."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog

from quartierdesk.errors import UserError
from quartierdesk.services import photos

if TYPE_CHECKING:
    from quartierdesk.gui.pages.prepare.quarter_dialog import QuarterDialog

_SIDE = 56
_LARGEST = 60_000_000


class CoatOfArms(QObject):
    """Fills the row of the dialog.

    `key` is the hash of the stored picture, "" for none; `picture` holds the bytes of a file that
    was chosen instead and is not stored yet.
    """

    def __init__(self, dialog: "QuarterDialog", key: str) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self.key = key
        self.picture = b""
        side = dialog.desk.look.sizes.icon(_SIDE)
        dialog.arms.setFixedHeight(side)
        dialog.arms.setMinimumWidth(side)
        dialog.arms_button.setEnabled(dialog.desk.writable)
        dialog.arms_button.clicked.connect(self.choose)
        dialog.no_arms_button.clicked.connect(self.remove)
        self._show(b"")
        if key:
            dialog.desk.ops.ask(self, lambda ws: photos.picture(ws, key, small=True), self._show)

    def choose(self) -> None:
        """Ask for a picture file."""
        chooser = QFileDialog(self._dialog, self.tr("Coat of arms"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        pictures = "*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff *.heic"
        chooser.setNameFilters([f"{self.tr('Pictures')} ({pictures})", self.tr("All files (*)")])
        chooser.fileSelected.connect(lambda path: self.take(Path(path)))
        chooser.open()

    def take(self, path: Path) -> None:
        """Show the picture of a file; one that is none is refused with a sentence."""
        try:
            data = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
        except OSError:
            problem = self.tr("The file cannot be read.")
            self._dialog.refuse(UserError(problem, self.tr("Please choose another picture.")))
            return
        if QImage.fromData(data).isNull() and path.suffix.lower() != ".heic":
            problem = self.tr("This file is no picture that can be read.")
            hint = self.tr("Please take a picture in the format PNG or JPEG, up to 60 MB.")
            self._dialog.refuse(UserError(problem, hint))
            return
        self.picture = data
        self._show(data)

    def remove(self) -> None:
        """Take the picture away."""
        self.key, self.picture = "", b""
        self._show(b"")

    def _show(self, data: bytes) -> None:
        dialog, image = self._dialog, QImage.fromData(data)
        there = bool(self.key or self.picture)
        dialog.no_arms_button.setEnabled(there and dialog.desk.writable)
        dialog.arms.setVisible(there)
        if image.isNull():
            dialog.arms.setText(self.tr("no preview") if there else "")
            return
        side, keep = dialog.arms.height(), Qt.AspectRatioMode.KeepAspectRatio
        smooth = Qt.TransformationMode.SmoothTransformation
        dialog.arms.setPixmap(QPixmap.fromImage(image.scaled(3 * side, side, keep, smooth)))
