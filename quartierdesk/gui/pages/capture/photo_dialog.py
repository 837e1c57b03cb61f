"""A photo to be added: what it shows, and to which card it belongs."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton, QWidget

from quartierdesk.domain.contribution import Photo
from quartierdesk.errors import UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.services import photos
from quartierdesk.services.card_stream import CardRow
from quartierdesk.services.workspaces import Workspace

_WIDTH, _HEIGHT = 480, 260
_LARGEST = 60_000_000


class PhotoDialog(Dialog):
    """Stores the photo itself and stays open until it is on disk."""

    FORM = "capture_photo"

    picture: QLabel
    refusal: QLabel
    alt_text: QLineEdit
    of_card: QRadioButton
    alone: QRadioButton
    cancel_button: QPushButton
    add_button: QPushButton

    def __init__(self, desk: Desk, card: CardRow | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._card = card
        self._data = b""
        self.of_card.setChecked(card is not None)
        self.of_card.setVisible(card is not None)
        self.alone.setVisible(card is not None)
        self.alone.setChecked(card is None)
        self.picture.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(_WIDTH + 80)
        self.cancel_button.clicked.connect(self.reject)
        self.add_button.clicked.connect(self._store)
        self.alt_text.setFocus()
        self.retranslate()

    def show_file(self, path: str) -> None:
        """Show a picture file; one that cannot be read says so."""
        try:
            too_large = Path(path).stat().st_size > _LARGEST
            data = b"" if too_large else Path(path).read_bytes()
        except OSError:
            self.refuse(
                UserError(
                    self.tr("The file cannot be read."), self.tr("Please choose another photo.")
                )
            )
            return
        if too_large:
            self.refuse(
                UserError(
                    self.tr("The file is larger than 60 MB."),
                    self.tr("Please make the photo smaller."),
                )
            )
        else:
            self.show_picture(data)

    def show_picture(self, data: bytes) -> None:
        """Show a picture; what Qt cannot show may still be stored."""
        self._data = data
        image = QImage.fromData(data)
        if image.isNull():
            self.picture.setText(self.tr("There is no preview of this picture."))
        else:
            mode = Qt.TransformationMode.SmoothTransformation
            keep = Qt.AspectRatioMode.KeepAspectRatio
            self.picture.setPixmap(QPixmap.fromImage(image.scaled(_WIDTH, _HEIGHT, keep, mode)))
        self.add_button.setEnabled(bool(data))

    def retranslate(self) -> None:
        """Set the words that name the card."""
        if self._card is not None:
            text = " ".join(self._card.text_original.split())
            short = text if len(text) <= 50 else f"{text[:49]}…"
            self.of_card.setText(f"{self._card.label}: {short}".replace("&", "&&"))

    def _store(self) -> None:
        data, alt = self._data, self.alt_text.text()
        card_id = self._card.id if self._card is not None and self.of_card.isChecked() else None
        workshop_id = self.desk.workshop_id

        def work(workspace: Workspace) -> Photo:
            return photos.add(workspace, workshop_id, data, card_id, alt_text=alt)

        self.add_button.setEnabled(False)
        self.desk.ops.run(self, work, lambda _: self.accept(), self.refuse)

    def refuse(self, error: UserError) -> None:
        """Say why it was not added; what was written stays."""
        self.add_button.setEnabled(bool(self._data))
        super().refuse(error)
