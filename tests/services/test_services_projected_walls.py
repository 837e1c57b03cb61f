"""The wall on the second screen: what a room may see of it, and which column it looks at."""

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.people import Participant
from quartierdesk.services import clusters, contributions, participants, projected_walls
from quartierdesk.store.workspace import Workspace
from tests.services.builders import captured, card, new_cluster, new_workshop


def test_columns_show_their_newest_cards_and_count_all_of_them(workspace: Workspace) -> None:
    workshop_id = new_workshop(workspace).id
    cards = captured(workspace, workshop_id, *(f"Karte {number}" for number in range(1, 13)))
    new_cluster(workspace, workshop_id, "Verkehr", cards)
    captured(workspace, workshop_id, "Noch offen")
    wall = projected_walls.of_workshop(workspace, workshop_id)

    (column,) = wall.columns
    assert (column.title, column.contributions, wall.unsorted) == ("Verkehr", 12, 1)
    assert [each.text for each in column.cards] == [f"Karte {n}" for n in range(12, 2, -1)]


def test_the_room_sees_neither_names_nor_what_is_not_for_publication(workspace: Workspace) -> None:
    workshop_id = new_workshop(workspace).id
    participants.add(workspace, workshop_id, Participant(new_id(), "TN-01", name="Erna Fink"))
    cards = contributions.capture_many(
        workspace,
        workshop_id,
        [
            card("Frau Fink wartet lange auf den Bus."),
            card("Das bleibt unter uns.", publish="no"),
            card("Mein Bein ist krank.", contains_personal_data=True, text_minutes="Wege zum Arzt"),
        ],
    )
    new_cluster(workspace, workshop_id, "Verkehr", cards)
    (column,) = projected_walls.of_workshop(workspace, workshop_id).columns

    texts = [each.text for each in column.cards]
    assert texts[0] == "Wege zum Arzt"
    assert len(texts) == column.contributions == 2
    assert "Fink" not in texts[1]


def test_a_bundle_is_one_card_with_its_own_words(workspace: Workspace) -> None:
    workshop_id = new_workshop(workspace).id
    cards = captured(workspace, workshop_id, "Bus am Abend", "Abends kein Bus", "Laden")
    new_cluster(workspace, workshop_id, "Verkehr", cards)
    contributions.bundle(workspace, [cards[0].id, cards[1].id], "Abends fährt kein Bus")
    (column,) = projected_walls.of_workshop(workspace, workshop_id).columns
    assert [each.text for each in column.cards] == ["Laden", "Abends fährt kein Bus"]
    assert column.contributions == 3


def test_the_column_that_grew_is_the_one_to_look_at(workspace: Workspace) -> None:
    workshop_id = new_workshop(workspace).id
    (bus,) = captured(workspace, workshop_id, "Bus")
    new_cluster(workspace, workshop_id, "Versorgung")
    traffic = new_cluster(workspace, workshop_id, "Verkehr")
    before = projected_walls.of_workshop(workspace, workshop_id)
    assert before.changed_since(None) is None
    clusters.assign(workspace, [bus.id], traffic.id)
    after = projected_walls.of_workshop(workspace, workshop_id)
    assert after.changed_since(before) == 1
    clusters.assign(workspace, [bus.id], None)
    assert projected_walls.of_workshop(workspace, workshop_id).changed_since(after) is None
