"""How the words of the catalogues look on cards: marks, icons, short names, and one sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from quartierdesk.domain.catalogues import Catalogue, CatalogueEntry
from quartierdesk.domain.clock import at_home
from quartierdesk.gui.marks import NO_KIND, KindSign
from quartierdesk.services.card_stream import CardRow


@dataclass(frozen=True, slots=True)
class KindFace:
    """A kind of contribution: its mark and its short name."""

    sign: KindSign
    short: str


@dataclass(frozen=True, slots=True)
class CardFaces:
    """What cards of one workshop look like; codes nobody knows any more stand for themselves."""

    kinds: Mapping[str, KindFace] = field(default_factory=dict)
    fields: Mapping[str, CatalogueEntry] = field(default_factory=dict)
    groups: Mapping[str, CatalogueEntry] = field(default_factory=dict)
    zone: str = ""

    def kind(self, code: str) -> KindFace:
        """Return the mark and the name of a kind."""
        known = self.kinds.get(code)
        if known is not None:
            return known
        return KindFace(NO_KIND, code or QCoreApplication.translate("CardFaces", "No kind"))

    def field_name(self, code: str) -> str:
        """Return the short name of an action field."""
        known = self.fields.get(code)
        return known.short if known else code

    def field_icon(self, code: str) -> str:
        """Return the name of the icon of an action field."""
        known = self.fields.get(code)
        return (known.symbol if known else None) or "folder"

    def group_name(self, code: str) -> str:
        """Return the short name of a target group."""
        known = self.groups.get(code)
        return known.short if known else code

    def clock(self, card: CardRow) -> str:
        """Return the time of capture on the clock of the workshop, "" where it is unknown."""
        if card.captured_at is None:
            return ""
        return f"{at_home(card.captured_at, self.zone):%H:%M}"

    def sentence(self, card: CardRow) -> str:
        """Return a card as one sentence, for people who hear it."""
        parts = [self.kind(card.kind).short, card.label]
        if card.table is not None:
            parts.append(QCoreApplication.translate("CardFaces", "Table {0}").format(card.table))
        if clock := self.clock(card):
            parts.append(QCoreApplication.translate("CardFaces", "at {0}").format(clock))
        if card.mention_count > 1:
            parts.append(
                QCoreApplication.translate("CardFaces", "{0} mentions").format(card.mention_count)
            )
        parts += [self.field_name(code) for code in card.fields]
        parts += [self.group_name(code) for code in card.groups]
        parts += [text for _icon, text in remarks(card)]
        return f"{', '.join(parts)}: {' '.join(card.text_original.split())}"


def card_faces(kinds: Catalogue, fields: Catalogue, groups: Catalogue, zone: str) -> CardFaces:
    """Return the faces from the catalogues of a workshop and the name of its time zone."""
    return CardFaces(
        kinds={
            entry.code: KindFace(
                KindSign(entry.code, entry.symbol or "pill", entry.letter or entry.short[:1]),
                entry.short,
            )
            for entry in kinds.entries
        },
        fields={entry.code: entry for entry in fields.entries},
        groups={entry.code: entry for entry in groups.entries},
        zone=zone,
    )


def remarks(card: CardRow) -> list[tuple[str, str]]:
    """Return what has to be said about a card beside its catalogues: icon and words."""
    flags = (
        (card.has_dissent, "flag", QCoreApplication.translate("CardFaces", "Dissent")),
        (card.in_idea_store, "stack-2", QCoreApplication.translate("CardFaces", "Idea store")),
        (
            card.needs_clarification,
            "help",
            QCoreApplication.translate("CardFaces", "To be clarified"),
        ),
        (
            card.contains_personal_data,
            "user",
            QCoreApplication.translate("CardFaces", "Personal data"),
        ),
        (card.publish == "no", "eye-off", QCoreApplication.translate("CardFaces", "Not public")),
        (
            card.publish == "anonymized",
            "eye-off",
            QCoreApplication.translate("CardFaces", "Anonymised"),
        ),
        (bool(card.photos), "photo", QCoreApplication.translate("CardFaces", "Photo")),
    )
    return [(icon, text) for holds, icon, text in flags if holds]
