"""The wall as it is shown: columns, cards, bundles; the same cost whatever it holds."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from quartierdesk.domain.contribution import Cluster
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.workshop import Workshop
from quartierdesk.errors import UserError
from quartierdesk.services import bundling, clusters, contributions, history, walls, workshops
from quartierdesk.store.workspace import Workspace
from tests.services.builders import captured, card, new_cluster, new_workshop


@pytest.fixture
def workshop(workspace: Workspace) -> Workshop:
    return new_workshop(workspace)


def shown(workspace: Workspace, workshop: Workshop) -> list[tuple[str, list[str], int]]:
    """Return heading (or kind), texts and number of contributions of each column."""
    return [
        (column.title or column.kind, [c.text for c in column.cards], column.contributions)
        for column in walls.wall(workspace, workshop.id).columns
    ]


def test_the_heap_comes_first_then_the_clusters_in_their_order(
    workspace: Workspace, workshop: Workshop
) -> None:
    bus, shop, bank = captured(workspace, workshop.id, "Bus", "Laden", "Bank")
    traffic = new_cluster(workspace, workshop.id, "Verkehr", [bank])
    supply = new_cluster(workspace, workshop.id, "Versorgung", [shop])

    assert shown(workspace, workshop) == [
        ("unsorted", ["Bus"], 1),
        ("Verkehr", ["Bank"], 1),
        ("Versorgung", ["Laden"], 1),
    ]
    clusters.assign(workspace, [bus.id], traffic.id)
    clusters.arrange(workspace, [supply.id, traffic.id])
    assert shown(workspace, workshop) == [
        ("unsorted", [], 0),
        ("Versorgung", ["Laden"], 1),
        ("Verkehr", ["Bus", "Bank"], 2),
    ]


def test_an_empty_wall_has_the_heap_alone(workspace: Workspace, workshop: Workshop) -> None:
    assert shown(workspace, workshop) == [("unsorted", [], 0)]


def test_cards_of_a_deleted_cluster_lie_on_the_heap(
    workspace: Workspace, workshop: Workshop
) -> None:
    (bus,) = captured(workspace, workshop.id, "Bus")
    clusters.remove(workspace, new_cluster(workspace, workshop.id, "Verkehr", [bus]).id)

    assert shown(workspace, workshop) == [("unsorted", ["Bus"], 1)]


def test_the_idea_store_is_shown_while_something_lies_in_it(
    workspace: Workspace, workshop: Workshop
) -> None:
    wind, _bus = captured(workspace, workshop.id, "Windrad", "Bus")
    new_cluster(workspace, workshop.id, "Verkehr", [wind])

    clusters.put_aside(workspace, [wind.id])
    assert shown(workspace, workshop)[-1] == ("idea_store", ["Windrad"], 1)

    clusters.assign(workspace, [wind.id], None)
    assert shown(workspace, workshop) == [
        ("unsorted", ["Windrad", "Bus"], 2),
        ("Verkehr", [], 0),
    ]


def test_a_card_says_everything_that_the_line_below_the_wall_tells(
    workspace: Workspace, workshop: Workshop
) -> None:
    table = contributions.table_id(workspace, workshop.id, 6)
    contributions.capture(
        workspace,
        workshop.id,
        card(
            "Dr Bus\nkommt net.",
            text_minutes="Der Bus kommt\n nicht.",
            kind="problem",
            table_id=table,
            action_field="digitalisierung",
            target_groups=("hochbetagte", "alle"),
            mention_count=3,
            captured_at=datetime(2026, 3, 13, 18, 38, 59, tzinfo=UTC),
        ),
    )

    (shown_card,) = walls.wall(workspace, workshop.id).columns[0].cards

    assert (shown_card.label, shown_card.table_number) == ("T6-001", 6)
    assert (shown_card.text, shown_card.original) == ("Der Bus kommt nicht.", "Dr Bus\nkommt net.")
    assert (shown_card.kind_name, shown_card.field_name) == ("Problem", "Digital")
    assert shown_card.target_names == ("Hochbetagte", "Alle")
    assert (shown_card.captured, shown_card.mentions) == (time(19, 38), 3), "the clock of the place"


def test_a_strange_zone_is_that_of_the_country(workspace: Workspace, workshop: Workshop) -> None:
    workshops.edit(workspace, workshop, replace(workshop, timezone="Europe/Berlin"))
    moment = datetime(2026, 7, 1, 10, tzinfo=UTC)
    contributions.capture(workspace, workshop.id, card(captured_at=moment))

    assert walls.wall(workspace, workshop.id).columns[0].cards[0].captured == time(12)


def test_a_bundle_is_one_card_and_every_original_stays(
    workspace: Workspace, workshop: Workshop
) -> None:
    seldom, other = captured(workspace, workshop.id, "Bus fährt selten", "Zu wenig Busse")
    (third,) = captured(workspace, workshop.id, "Laden", mention_count=2)
    traffic = new_cluster(workspace, workshop.id, "Verkehr", [other])

    bundling.bundle(workspace, [other.id, seldom.id], "Mehr Busse")

    _heap, column = walls.wall(workspace, workshop.id).columns
    (bundled,) = column.cards
    assert (bundled.id, bundled.text, bundled.mentions) == (other.id, "Mehr Busse", 2)
    assert bundled.members == (seldom.id, other.id)
    assert bundled.member_labels == ("P-001", "P-002")
    assert column.contributions == 2
    assert history.listed(workspace, 1)[0].what == "Beiträge gebündelt"
    texts = [each.text_original for each in contributions.listed(workspace, workshop.id)]
    assert texts == ["Bus fährt selten", "Zu wenig Busse", "Laden"]

    assert bundled.bundle_id is not None
    contributions.split_bundle(workspace, bundled.bundle_id)
    clusters.assign(workspace, [third.id], traffic.id)
    assert shown(workspace, workshop)[1] == (
        "Verkehr",
        ["Bus fährt selten", "Zu wenig Busse", "Laden"],
        3,
    )


def test_bundling_into_the_heap_takes_cards_out_of_their_columns(
    workspace: Workspace, workshop: Workshop
) -> None:
    lead, follower = captured(workspace, workshop.id, "Bus", "Busse")
    new_cluster(workspace, workshop.id, "Verkehr", [follower])

    bundling.bundle(workspace, [lead.id, follower.id])

    assert shown(workspace, workshop) == [("unsorted", ["Bus"], 2), ("Verkehr", [], 0)]
    with pytest.raises(UserError, match="mindestens zwei"):
        bundling.bundle(workspace, [lead.id])


def test_a_bundle_that_was_torn_apart_shows_in_each_column(
    workspace: Workspace, workshop: Workshop
) -> None:
    first, second, third = captured(workspace, workshop.id, "a", "b", "c")
    bundling.bundle(workspace, [first.id, second.id, third.id], "alle drei")

    new_cluster(workspace, workshop.id, "Verkehr", [second])

    assert shown(workspace, workshop) == [
        ("unsorted", ["alle drei"], 2),
        ("Verkehr", ["alle drei"], 1),
    ]


def test_equal_labels_are_told_apart(workspace: Workspace, workshop: Workshop) -> None:
    captured(workspace, workshop.id, "Bus", label="B007")
    captured(workspace, workshop.id, "Laden", label="B007")

    (column,) = walls.wall(workspace, workshop.id).columns
    assert [each.label for each in column.cards] == ["B007", "B007b"]


def test_cards_are_a_sequence(workspace: Workspace, workshop: Workshop) -> None:
    captured(workspace, workshop.id, "a", "b", "c")

    cards = walls.wall(workspace, workshop.id).columns[0].cards

    assert [cards[0].text, cards[-1].text] == ["a", "c"]
    assert [each.text for each in cards[1:]] == ["b", "c"]
    assert [each.id for each in cards] == list(cards.keys)
    with pytest.raises(IndexError):
        cards[3]


def test_reading_the_wall_takes_the_same_statements_whatever_it_holds(
    workspace: Workspace, workshop: Workshop, statements: list[str]
) -> None:
    def needed() -> int:
        statements.clear()
        labels = [c.label for col in walls.wall(workspace, workshop.id).columns for c in col.cards]
        assert all(labels)
        return len(statements)

    captured(workspace, workshop.id, "Bus", target_groups=("alle",))
    few = needed()
    for number in range(5):
        cards = captured(workspace, workshop.id, *("Bus", "Rad") * 20, target_groups=("alle",))
        new_cluster(workspace, workshop.id, f"Spalte {number}", cards[::2])
        bundling.bundle(workspace, [each.id for each in cards[:2]])

    assert needed() == few


def test_moves_are_named_for_taking_them_back(workspace: Workspace, workshop: Workshop) -> None:
    cards = captured(workspace, workshop.id, "a", "b", "c")
    ids = [each.id for each in cards]
    care = clusters.create(workspace, workshop.id, Cluster(new_id(), "", "Pflege im Alter"))

    clusters.assign(workspace, ids, care.id)
    clusters.put_aside(workspace, ids[:1])
    clusters.assign(workspace, ids, None)

    labels = [line.what for line in history.listed(workspace, 4)]
    assert labels == [
        "3 Beiträge zurück zu „Noch nicht geordnet“",
        "Beitrag in den Themenspeicher",
        "3 Beiträge nach „Pflege im Alter“",
        "Themenfeld „Pflege im Alter“ angelegt",
    ]


def test_after_a_move_only_the_columns_it_touched_are_new(
    workspace: Workspace, workshop: Workshop
) -> None:
    bus, shop, bank = captured(workspace, workshop.id, "Bus", "Laden", "Bank")
    traffic = new_cluster(workspace, workshop.id, "Verkehr", [bank])
    new_cluster(workspace, workshop.id, "Versorgung", [shop])
    before = walls.read(workspace, workshop.id)
    clusters.assign(workspace, [bus.id], traffic.id)
    after = walls.read(workspace, workshop.id, before)

    keys = [column.cards.keys for column in after.wall.columns]
    assert keys == [(), (bus.id, bank.id), (shop.id,)]
    kept = [
        now.cards is then.cards
        for now, then in zip(after.wall.columns, before.wall.columns, strict=True)
    ]
    assert kept == [False, False, True]


def test_a_reading_of_another_workshop_or_a_later_state_is_no_beginning(
    workspace: Workspace, workshop: Workshop
) -> None:
    captured(workspace, workshop.id, "Bus")
    before = walls.read(workspace, workshop.id)
    other = new_workshop(workspace)
    assert len(walls.read(workspace, other.id, before).wall.columns[0].cards) == 0
    later = replace(before, sources=replace(before.sources, position=10**9, cards=()))
    assert len(walls.read(workspace, workshop.id, later).wall.columns[0].cards) == 1
