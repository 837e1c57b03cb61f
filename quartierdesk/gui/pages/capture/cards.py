"""What can be done with the cards that are selected: kind, table, mention, photo, edit, delete."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QPoint
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from quartierdesk import services
from quartierdesk.domain.contribution import Contribution
from quartierdesk.gui import icons
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.marks import kind_pixmap
from quartierdesk.gui.pages.capture.stream_model import CardStreamModel
from quartierdesk.gui.pages.capture.stream_view import CardStreamView
from quartierdesk.gui.ticket import Ticket
from quartierdesk.services import card_stream
from quartierdesk.services.card_stream import CardRow

if TYPE_CHECKING:
    from quartierdesk.services.workspaces import Workspace

_TEN = 10


class CardActions(QObject):
    """Acts on the selected cards of the stream."""

    def __init__(
        self, desk: Desk, stream: CardStreamView, model: CardStreamModel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = parent
        self._stream = stream
        self._model = model
        stream.kind_chosen.connect(self._choose_kind)
        stream.opened.connect(self.open_current)
        stream.removal_wanted.connect(self.remove)
        stream.menu_wanted.connect(self._open_menu)

    def set_kind(self, code: str) -> None:
        """Say of the selected cards which kind they are."""

        def work(workspace: "Workspace", ids: Sequence[str]) -> None:
            services.contributions.set_kind(workspace, ids, code)

        self._with_selected(work)

    def remove(self) -> None:
        """Delete the selected cards; undo brings them back."""

        def work(workspace: "Workspace", ids: Sequence[str]) -> None:
            services.contributions.remove(workspace, ids)

        self._with_selected(work)

    def mention(self) -> None:
        """Count one more mention of the current card."""
        card = self.current()
        if card is None:
            return
        contribution_id = card.id

        def work(workspace: "Workspace") -> int:
            return services.contributions.mention_again(workspace, contribution_id)

        self._desk.ops.run(self, work)

    def open_current(self) -> None:
        """Edit the current card with all its fields."""
        card = self.current()
        if card is not None:
            self.open_dialog(card.id)

    def open_dialog(self, contribution_id: str) -> None:
        """Edit a card with all its fields."""
        from quartierdesk.gui.pages.capture.contribution_dialog import ContributionDialog

        ContributionDialog(self._desk, contribution_id, self._page).open()

    def current(self) -> CardRow | None:
        """Return the current card, where one is."""
        index = self._stream.currentIndex()
        return self._model.card_at(index.row()) if index.isValid() else None

    def read(self, contribution_id: str, done: Callable[[Contribution], None]) -> None:
        """Hand a card with all its fields to `done`."""

        def question(workspace: "Workspace") -> Contribution:
            return services.contributions.get(workspace, contribution_id)

        self._desk.ops.ask(self, question, done)

    def pick_photo(self) -> None:
        """Choose a picture file and add it."""
        dialog = QFileDialog(self._page, self.tr("Add a photo"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        pictures = "*.jpg *.jpeg *.png *.webp *.heic *.heif *.bmp *.gif *.tif *.tiff"
        dialog.setNameFilter(f"{self.tr('Pictures')} ({pictures})")
        card = self._meant()
        dialog.filesSelected.connect(lambda files: self._add_photos(files, card))
        dialog.open()

    def take_pictures(self, pictures: Sequence[object]) -> None:
        """Add pictures that were pasted or dropped: paths or pictures."""
        self._add_photos(pictures, self._meant())

    def _meant(self) -> CardRow | None:
        """Return the card one is at: the current one in the stream, else the newest."""
        newest = self._model.rowCount() - 1
        last = self._model.known_at(newest) if newest >= 0 else None
        return (self.current() if self._stream.hasFocus() else None) or last

    def _add_photos(self, pictures: Sequence[object], card: CardRow | None) -> None:
        """Ask for one picture after the other."""
        from quartierdesk.gui.pages.capture.photo_dialog import PhotoDialog

        if not pictures or not self._desk.writable:
            return
        first, rest = pictures[0], pictures[1:]
        dialog = PhotoDialog(self._desk, card, self._page)
        if isinstance(first, QImage):
            dialog.show_picture(_png(first))
        else:
            dialog.show_file(str(first))
        dialog.finished.connect(lambda _: self._add_photos(rest, card))
        dialog.open()

    def _with_selected(self, work: "Callable[[Workspace, Sequence[str]], None]") -> None:
        places = self._stream.selected_places()
        workshop_id = self._desk.workshop_id

        def on_ids(workspace: "Workspace", _ticket: Ticket) -> None:
            work(workspace, card_stream.ids(workspace, workshop_id, places))

        if places and self._desk.writable:
            self._desk.ops.run_long(self, self.tr("Changing contributions"), on_ids)

    def _choose_kind(self, number: int) -> None:
        codes = list(self._model.faces.kinds)
        if number <= len(codes):
            self.set_kind(codes[number - 1])

    def _set_table(self, number: int | None) -> None:
        workshop_id = self._desk.workshop_id

        def work(workspace: "Workspace", ids: Sequence[str]) -> None:
            services.contributions.move_to_table(workspace, workshop_id, ids, number)

        self._with_selected(work)

    def _open_menu(self, place: QPoint) -> None:
        if self.current() is None:
            return
        menu = QMenu(self._stream)
        self._fill(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._stream.viewport().mapToGlobal(place))

    def _fill(self, menu: QMenu) -> None:
        theme = self._desk.look.theme
        size = self._desk.look.sizes.icon(18)
        edit = menu.addAction(self.tr("Edit …\tF2"), self.open_current)
        edit.setIcon(icons.icon("pencil", theme, size))
        kinds = menu.addMenu(self.tr("Kind"))
        for place, (code, face) in enumerate(self._model.faces.kinds.items(), start=1):
            key = f"\t{place % _TEN}" if place <= _TEN else ""
            action = kinds.addAction(f"{face.short}{key}")
            action.setIcon(kind_pixmap(face.sign, theme, self._desk.look.sizes.count_mark))
            action.triggered.connect(lambda _=False, code=code: self.set_kind(code))
        kinds.addSeparator()
        kinds.addAction(self.tr("No kind"), lambda: self.set_kind(""))
        tables = menu.addMenu(self.tr("Table"))
        for number in self.tables:
            words = self.tr("Table {0}").format(number)
            tables.addAction(words, partial(self._set_table, number))
        tables.addAction(self.tr("No table"), lambda: self._set_table(None))
        menu.addAction(self.tr("Count one more mention"), self.mention)
        photo = menu.addAction(self.tr("Add a photo"), self.pick_photo)
        photo.setIcon(icons.icon("photo", theme, size))
        menu.addSeparator()
        remove = menu.addAction(self.tr("Delete\tDel"), self.remove)
        remove.setIcon(icons.icon("trash", theme, size))
        for action in menu.actions():
            action.setEnabled(self._desk.writable or action is edit)

    tables: Sequence[int] = ()
    """Numbers of the tables there are."""


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return bytes(buffer.data().data())
