"""Cards of the wall: one contribution each, or several of a column that are bundled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from operator import attrgetter

from quartierdesk.domain.contribution import Bundle
from quartierdesk.domain.long_list import LongList
from quartierdesk.services.wall_rows import CardRow, WallNames


@dataclass(frozen=True, slots=True)
class WallCard:
    """A card on the wall.

    `text` is the smoothed wording shown on the card, `original` what was said. `members` are the
    ids of all contributions behind the card, `member_labels` their numbers; `mentions` counts how
    often the thought was named, over all members. `captured` is the time on the clock at the
    place of the workshop. Kind, field and target groups come as code and as short name, the kind
    also with letter and shape of its mark, the field with the name of its icon.
    """

    id: str
    label: str
    text: str
    original: str
    kind: str = ""
    kind_name: str = ""
    kind_letter: str = ""
    kind_shape: str = ""
    field: str = ""
    field_name: str = ""
    field_sign: str = ""
    target_groups: tuple[str, ...] = ()
    target_names: tuple[str, ...] = ()
    table_number: int | None = None
    captured: time | None = None
    mentions: int = 1
    bundle_id: str | None = None
    members: tuple[str, ...] = ()
    member_labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CardBook:
    """What all cards of a wall are made with: names, labels, target groups and bundles by id."""

    names: WallNames
    labels: Mapping[str, str]
    groups: Mapping[str, Sequence[str]]
    bundles: Mapping[str, Bundle]

    def together(self, rows: Sequence[CardRow]) -> "Cards":
        """Return the cards of a column; a bundle stands where its first member stands."""
        return Cards(self, rows)

    def by_card(self, rows: Sequence[CardRow]) -> Sequence[Sequence[CardRow]] | None:
        """Return the rows behind each card, None where each row is a card of its own."""
        if not self.bundles:
            return None
        found: dict[str, list[CardRow]] = {}
        for row in rows:
            bundled = row.bundle_id if row.bundle_id in self.bundles else None
            found.setdefault(bundled or row.id, []).append(row)
        return tuple(tuple(members) for members in found.values())

    def lead(self, members: Sequence[CardRow]) -> CardRow:
        """Return the row that speaks for a card."""
        if len(members) == 1:
            return members[0]
        bundle = self.bundles[members[0].bundle_id or ""]
        return next((row for row in members if row.id == bundle.lead_id), members[0])

    def card(self, members: Sequence[CardRow]) -> WallCard:
        """Return the card of these rows."""
        names, lead = self.names, self.lead(members)
        bundle = self.bundles.get(lead.bundle_id or "")
        groups = tuple(dict.fromkeys(g for row in members for g in self.groups.get(row.id, ())))
        kind, field = names.kind(lead.kind), names.field(lead.action_field)
        return WallCard(
            id=lead.id,
            label=self.labels[lead.id],
            text=_one_line((bundle.text if bundle else "") or lead.wording),
            original=lead.text_original,
            kind=lead.kind,
            kind_name=kind.short,
            kind_letter=kind.letter or "",
            kind_shape=kind.symbol or "",
            field=lead.action_field,
            field_name=field.short,
            field_sign=field.symbol or "",
            target_groups=groups,
            target_names=tuple(names.group(code).short for code in groups),
            table_number=names.tables.get(lead.table_id or ""),
            captured=lead.on_the_clock(names.zone),
            mentions=sum(row.mention_count for row in members),
            bundle_id=bundle.id if bundle else None,
            members=tuple(row.id for row in members),
            member_labels=tuple(self.labels[row.id] for row in members),
        )


class Cards(LongList[WallCard]):
    """The cards of a column, of which most of a long one are never looked at.

    `keys` are the ids of the cards, `rows` what they were made from.
    """

    def __init__(self, book: CardBook | None = None, rows: Sequence[CardRow] = ()) -> None:
        members = book.by_card(rows) if book else None
        leads = rows if book is None or members is None else map(book.lead, members)

        def make(at: int) -> WallCard:
            if book is None:
                raise IndexError(at)
            return book.card(members[at] if members else (rows[at],))

        super().__init__(tuple(map(attrgetter("id"), leads)), make)
        self._book = book
        self.rows = rows

    def fits(self, book: CardBook, rows: Sequence[CardRow]) -> bool:
        """Return whether the cards made from these rows with this book would be the same."""
        return self._book is not None and self._book == book and self.rows == rows


def _one_line(text: str) -> str:
    return " ".join(text.split())
