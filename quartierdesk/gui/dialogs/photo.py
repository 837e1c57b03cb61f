"""A photo to be added: what it shows, and to which card it belongs."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton, QWidget

from quartierdesk.domain.contribution import Photo
from quartierdesk.errors import UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.widgets.notice import Notice, NoticeLine
from quartierdesk.services import photos
from quartierdesk.services.card_stream import CardRow
from quartierdesk.services.workspaces import Workspace

_WIDTH, _HEIGHT = 480, 260
_LARGEST = 60_000_000


class PhotoDialog(Dialog):
    """Stores the photo itself and stays open until it is on disk."""

    FORM = "photo"

    picture: QLabel
    refusal: Notice
    altText: QLineEdit
    ofCard: QRadioButton
    alone: QRadioButton
    cancelButton: QPushButton
    addButton: QPushButton

    def __init__(self, desk: Desk, card: CardRow | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._card = card
        self._data = b""
        self.ofCard.setChecked(card is not None)
        self.ofCard.setVisible(card is not None)
        self.alone.setVisible(card is not None)
        self.alone.setChecked(card is None)
        self.picture.setFixedHeight(_HEIGHT)
        self.cancelButton.clicked.connect(self.reject)
        self.addButton.clicked.connect(self._store)
        self.altText.setFocus()
        self.retranslate()

    def show_file(self, path: str) -> None:
        """Show a picture file; one that cannot be read says so."""
        try:
            too_large = Path(path).stat().st_size > _LARGEST
            data = b"" if too_large else Path(path).read_bytes()
        except OSError:
            self._refuse(UserError(self.tr("The file cannot be read.")))
            return
        if too_large:
            self._refuse(UserError(self.tr("The file is larger than 60 MB.")))
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
        self.addButton.setEnabled(bool(data))

    def retranslate(self) -> None:
        """Set the words that name the card."""
        if self._card is not None:
            text = " ".join(self._card.text_original.split())
            short = text if len(text) <= 50 else f"{text[:49]}…"
            self.ofCard.setText(f"{self._card.label}: {short}".replace("&", "&&"))

    def _store(self) -> None:
        data, alt = self._data, self.altText.text()
        card_id = self._card.id if self._card is not None and self.ofCard.isChecked() else None
        workshop_id = self.desk.workshop_id

        def work(workspace: Workspace) -> Photo:
            return photos.add(workspace, workshop_id, data, card_id, alt_text=alt)

        self.addButton.setEnabled(False)
        self.desk.ops.run(self, work, lambda _: self.accept(), self._refuse)

    def _refuse(self, error: UserError) -> None:
        self.addButton.setEnabled(bool(self._data))
        self.refusal.tell("err", error.sentence, [NoticeLine(error.hint)] if error.hint else [])
