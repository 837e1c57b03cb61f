"""A small workshop for tests of the store, made of rows."""

from quartierdesk.store.schema.contributions import Contribution
from quartierdesk.store.schema.frame import Municipality, Quarter, Workshop
from quartierdesk.store.workspace import Workspace


def make_workshop(workspace: Workspace) -> str:
    """Store a workshop with everything it must belong to and return its id."""
    with workspace.transaction("Rahmen angelegt") as session:
        municipality = Municipality(name="Musterhausen")
        quarter = Quarter(municipality_id=municipality.id, name="Mitte")
        workshop = Workshop(quarter_id=quarter.id, title="Werkstatt")
        session.add_all([municipality, quarter, workshop])
    return workshop.id


def add_card(workspace: Workspace, workshop_id: str, text: str) -> str:
    """Store a contribution and return its id."""
    with workspace.transaction("Beitrag erfasst") as session:
        card = Contribution(workshop_id=workshop_id, text_original=text)
        session.add(card)
    return card.id


def set_text(workspace: Workspace, card_id: str, text: str) -> None:
    """Give a contribution another text."""
    with workspace.transaction("Beitrag bearbeitet") as session:
        session.get_one(Contribution, card_id).text_original = text


def texts(workspace: Workspace) -> dict[str, str]:
    """Return the texts of the contributions that are not deleted, by id."""
    with workspace.reading() as session:
        rows = session.query(Contribution).where(Contribution.deleted.is_(False))
        return {row.id: row.text_original for row in rows}
