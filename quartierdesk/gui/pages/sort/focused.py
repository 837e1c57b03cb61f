"""The card with the ring in full: its mark, what was said, where and when, for whom."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quartierdesk.gui import icons, marks
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.widgets.elided import ElidedLabel
from quartierdesk.gui.widgets.tip_text import tip_text
from quartierdesk.services.wall_cards import WallCard

_SIGNS = 15


class FocusedCard(QWidget):
    """Shows one card, so that no „…“ on the wall hides anything."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._card: WallCard | None = None
        self._mark = QLabel(self)
        self._text = QLabel(self)
        self._text.setProperty("role", "card")
        self._text.setWordWrap(True)
        self._meta = ElidedLabel(self)
        self._field = ElidedLabel(self)
        self._groups = ElidedLabel(self)
        self._field_sign = QLabel(self)
        self._group_sign = QLabel(self)
        for label in (self._meta, self._field, self._groups):
            label.setProperty("role", "caption")
            label.setProperty("tone", "second")
        below = QHBoxLayout()
        below.setSpacing(6)
        for widget in (
            self._meta, self._field_sign, self._field, self._group_sign, self._groups,
        ):  # fmt: skip
            below.addWidget(widget)
        below.insertSpacing(1, 8)
        below.insertSpacing(4, 8)
        below.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._text)
        words.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        look.dress(self)

    def show_card(self, card: WallCard | None) -> None:
        """Show a card; None shows what one can do."""
        self._card = card
        self.fit()

    def fit(self) -> None:
        """Draw everything in the words, colours and sizes in force."""
        card, theme, sizes = self._card, self._look.theme, self._look.sizes
        for widget in (self._mark, self._field_sign, self._field, self._group_sign, self._groups):
            widget.setVisible(card is not None)
        if card is None:
            self._text.setText(self.tr("No card is selected."))
            self._meta.setText(self.tr("Choose a card with the arrow keys or the mouse."))
            return
        sign = marks.KindSign(card.kind, card.kind_shape, card.kind_letter)
        self._mark.setPixmap(
            marks.kind_pixmap(sign if card.kind else marks.NO_KIND, theme, sizes.mark)
        )
        self._mark.setToolTip(card.kind_name)
        self._text.setText(_shortened(card.original or card.text))
        self._text.setToolTip(tip_text(card.original))
        self._meta.setText(" · ".join(self._facts(card)))
        side = sizes.icon(_SIGNS)
        self._field_sign.setVisible(bool(card.field_sign))
        if card.field_sign:
            colour = theme.field(card.field)
            self._field_sign.setPixmap(icons.pixmap(card.field_sign, colour, side))
        self._field.setText(card.field_name)
        self._group_sign.setVisible(bool(card.target_names))
        self._group_sign.setPixmap(icons.pixmap("target", theme.text2, side))
        self._groups.setText(", ".join(card.target_names))

    def _facts(self, card: WallCard) -> list[str]:
        facts = [card.label]
        place = []
        if card.table_number is not None:
            place.append(self.tr("Table {number}").format(number=card.table_number))
        if card.captured is not None:
            place.append(f"{card.captured:%H:%M}")
        if place:
            facts.append(", ".join(place))
        if len(card.members) > 1:
            facts.append(
                self.tr("bundle of {numbers}").format(numbers=", ".join(card.member_labels))
            )
        if card.mentions > 1:
            facts.append(self.tr("%Ln mention(s)", "", card.mentions))
        return facts


_LONGEST = 220


def _shortened(text: str) -> str:
    """Return a text for two lines; the whole stands in the tool tip."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
