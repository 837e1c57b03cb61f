"""A card with everything that belongs to it, to be edited in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.contribution import Contribution, Photo
from quartierdesk.domain.workshop import TopicTable
from quartierdesk.services import catalogues, contributions, photos, workshop_lists
from quartierdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class EditableCard:
    """A card, its photos with their small pictures (JPEG by hash), and what can be chosen."""

    workshop_id: str
    card: Contribution
    photos: tuple[Photo, ...]
    pictures: Mapping[str, bytes]
    catalogues: Mapping[str, Catalogue]
    tables: tuple[TopicTable, ...]


def load(workspace: Workspace, contribution_id: str) -> EditableCard:
    """Return a card for editing; raises `UserError` when it is gone."""
    with workspace.reading() as session:
        workshop_id = contributions.workshop_of(session, contribution_id)
        found = tuple(photos.of_contribution(workspace, contribution_id))
        return EditableCard(
            workshop_id=workshop_id,
            card=contributions.get(workspace, contribution_id),
            photos=found,
            pictures={
                photo.sha256: photos.picture(workspace, photo.sha256, small=True) for photo in found
            },
            catalogues=catalogues.of_workshop(workspace, workshop_id),
            tables=tuple(workshop_lists.items(workspace, TopicTable, workshop_id)),
        )


def store(
    workspace: Workspace, before: EditableCard, card: Contribution, kept: Sequence[Photo]
) -> None:
    """Store in one operation what was changed; photos that are not `kept` are deleted."""
    known = {photo.id: photo for photo in before.photos}
    with workspace.transaction(f"Beitrag {card.label} bearbeitet"):
        contributions.edit(workspace, before.card, card)
        for photo in kept:
            if photo != known[photo.id]:
                photos.edit(workspace, known[photo.id], photo)
        for photo_id in known.keys() - {photo.id for photo in kept}:
            photos.remove(workspace, photo_id)
