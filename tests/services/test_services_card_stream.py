"""The stream of cards: order, filters, pages and counts."""

from pathlib import Path

import pytest

from quartierdesk.domain.workshop import TopicTable, Workshop
from quartierdesk.services import card_stream, contributions, photos, workshop_lists
from quartierdesk.services.card_stream import MARKS, NOTHING, CardFilter, TableCount
from quartierdesk.store.workspace import Workspace
from tests.services.builders import assert_leaves_the_house, captured, card, new_workshop
from tests.services.rich import png


@pytest.fixture
def workshop(workspace: Workspace) -> Workshop:
    return new_workshop(workspace)


def shown(workspace: Workspace, workshop: Workshop, **wanted: object) -> list[str]:
    """Return the texts of the cards that a filter leaves, in their order."""
    asked = CardFilter(**wanted)  # type: ignore[arg-type]
    places = card_stream.positions(workspace, workshop.id, asked)
    return [row.text_original for row in card_stream.cards(workspace, workshop.id, places)]


def test_cards_come_in_the_order_of_capture_and_without_those_deleted(
    workspace: Workspace, workshop: Workshop
) -> None:
    captured(workspace, new_workshop(workspace, "Anderswo").id, "Fremd")
    cards = captured(workspace, workshop.id, "Bus", "Laden", "Bank")
    contributions.remove(workspace, [cards[1].id])

    assert shown(workspace, workshop) == ["Bus", "Bank"]
    assert card_stream.positions(workspace, new_workshop(workspace, "Leer").id) == ()


def test_a_card_says_all_that_the_stream_shows(workspace: Workspace, workshop: Workshop) -> None:
    table = contributions.table_id(workspace, workshop.id, 5)
    made = card(
        "Der Bus fährt nie.", kind="problem", table_id=table, action_field="wohnen",
        further_fields=("pflege",), target_groups=("kinder", "alle"), mention_count=4,
        has_dissent=True, text_minutes="Der Bus fährt selten.",
    )  # fmt: skip
    stored = contributions.capture(workspace, workshop.id, made)
    photos.add(workspace, workshop.id, png("blue"), stored.id)

    (row,) = card_stream.cards(
        workspace, workshop.id, card_stream.positions(workspace, workshop.id)
    )

    assert (row.id, row.label, row.kind, row.table) == (stored.id, "T5-001", "problem", 5)
    assert (row.fields, row.groups) == (("wohnen", "pflege"), ("kinder", "alle"))
    assert (row.mention_count, row.has_dissent, row.photos) == (4, True, 1)
    assert row.captured_at == stored.captured_at
    assert row.text_minutes == "Der Bus fährt selten."
    assert_leaves_the_house(row)


def test_equal_labels_are_told_apart_on_every_page(
    workspace: Workspace, workshop: Workshop
) -> None:
    captured(workspace, workshop.id, "Bus", label="B001")
    captured(workspace, workshop.id, "Laden", label="B001")
    places = card_stream.positions(workspace, workshop.id)

    pages = [card_stream.cards(workspace, workshop.id, [place])[0].label for place in places]

    assert pages == ["B001", "B001b"]
    known = card_stream.repeated_labels(workspace, workshop.id)
    assert sorted(known.values()) == ["B001", "B001b"]
    (second,) = card_stream.cards(workspace, workshop.id, places[1:], known)
    assert second.label == "B001b"
    captured(workspace, workshop.id, "Bank")
    assert card_stream.repeated_labels(workspace, workshop.id) == known


@pytest.mark.parametrize(
    ("wanted", "texts"),
    [
        ({"kind": "idee"}, ["Laden"]),
        ({"kind": NOTHING}, ["Bank"]),
        ({"table": 3}, ["Bus"]),
        ({"table": 9}, []),
        ({"field": "wohnen"}, ["Bus", "Laden"]),
        ({"field": NOTHING}, ["Bank"]),
        ({"group": "kinder"}, ["Laden"]),
        ({"group": NOTHING}, ["Bus", "Bank"]),
        ({"text": "LAD"}, ["Laden"]),
        ({"text": "bus fehlt"}, []),
        ({"mark": "has_dissent"}, ["Bank"]),
        ({"mark": "photo"}, ["Bus"]),
        ({"mark": "unpublished"}, ["Laden"]),
        ({"kind": "idee", "field": "wohnen", "text": "Laden"}, ["Laden"]),
        ({"text": "'; DROP TABLE contribution; --"}, []),
    ],
)
def test_filters_leave_what_they_say(
    workspace: Workspace, workshop: Workshop, wanted: dict[str, object], texts: list[str]
) -> None:
    third = contributions.table_id(workspace, workshop.id, 3)
    bus, _laden, _bank = contributions.capture_many(
        workspace,
        workshop.id,
        [
            card("Bus", kind="problem", table_id=third, action_field="wohnen"),
            card(
                "Laden",
                kind="idee",
                further_fields=("wohnen",),
                action_field="pflege",
                target_groups=("kinder",),
                publish="no",
            ),
            card("Bank", has_dissent=True),
        ],
    )
    photos.add(workspace, workshop.id, png("blue"), bus.id)

    assert shown(workspace, workshop, **wanted) == texts


def test_every_mark_can_be_asked_for(workspace: Workspace, workshop: Workshop) -> None:
    captured(workspace, workshop.id, "Bus")
    assert [shown(workspace, workshop, mark=mark) for mark in MARKS] == [[]] * len(MARKS)


def test_counts_are_by_kind_field_and_table(workspace: Workspace, workshop: Workshop) -> None:
    third = contributions.table_id(workspace, workshop.id, 3)
    workshop_lists.add(workspace, workshop.id, TopicTable("t1", 1, "Pflege"))
    captured(workspace, workshop.id, "Bus", "Laden", kind="idee", table_id=third, mention_count=3)
    captured(workspace, workshop.id, "Bank", action_field="wohnen")

    counts = card_stream.counts(workspace, workshop.id)

    assert (counts.cards, counts.mentions) == (3, 7)
    assert counts.kinds == {"idee": 2, "": 1}
    assert counts.fields == {"wohnen": 1, "": 2}
    assert counts.tables == (TableCount(1, "Pflege", 0), TableCount(3, "", 2))


def test_an_empty_workshop_has_no_counts(workspace_file: Path, workspace: Workspace) -> None:
    counts = card_stream.counts(workspace, new_workshop(workspace, "Leer").id)
    assert (counts.cards, counts.mentions, counts.tables) == (0, 0, ())


def test_places_and_ids_belong_together(workspace: Workspace, workshop: Workshop) -> None:
    cards = captured(workspace, workshop.id, *(f"Beitrag {n}" for n in range(600)))
    contributions.remove(workspace, [cards[1].id])

    places = card_stream.positions(workspace, workshop.id)

    left = [cards[0].id, *(card.id for card in cards[2:])]
    assert card_stream.ids(workspace, workshop.id, places) == left
    assert card_stream.place_of(workspace, cards[2].id) == places[1]
    assert card_stream.place_of(workspace, cards[1].id) is None
