"""The wall: columns, what stands in them, and what is not sorted yet."""

from dataclasses import replace

import pytest

from quartierdesk.domain.contribution import Cluster
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.measure import Answer
from quartierdesk.domain.poll import PollOption
from quartierdesk.domain.workshop import Workshop
from quartierdesk.errors import UserError
from quartierdesk.services import (
    answers,
    clusters,
    contributions,
    measures,
    polls,
    records,
    trace,
)
from quartierdesk.store.workspace import Workspace
from tests.services.builders import captured, new_cluster, new_poll, new_workshop, operations


@pytest.fixture
def workshop(workspace: Workspace) -> Workshop:
    return new_workshop(workspace)


def wall(workspace: Workspace, workshop: Workshop) -> dict[str, list[str]]:
    """Return the texts in each column; „“ holds what is not sorted yet."""
    columns: dict[str, list[str]] = {c.title: [] for c in clusters.listed(workspace, workshop.id)}
    titles = {c.id: c.title for c in clusters.listed(workspace, workshop.id)}
    for item in contributions.listed(workspace, workshop.id):
        columns.setdefault(titles.get(item.cluster_id or "", ""), []).append(item.text_original)
    return columns


def test_columns_stand_in_the_order_of_their_making_with_labels(
    workspace: Workspace, workshop: Workshop
) -> None:
    for title in ("Verkehr", "Wohnen", "Treffpunkte"):
        new_cluster(workspace, workshop.id, title)

    stored = clusters.listed(workspace, workshop.id)

    assert [(c.label, c.title, c.position) for c in stored] == [
        ("C01", "Verkehr", 0),
        ("C02", "Wohnen", 1),
        ("C03", "Treffpunkte", 2),
    ]


def test_an_imported_label_stays_and_numbering_goes_on(
    workspace: Workspace, workshop: Workshop
) -> None:
    clusters.create(workspace, workshop.id, Cluster(new_id(), "C12", "Verkehr"))
    clusters.remove(workspace, clusters.listed(workspace, workshop.id)[0].id)

    assert new_cluster(workspace, workshop.id, "Wohnen").label == "C13"


def test_columns_are_arranged(workspace: Workspace, workshop: Workshop) -> None:
    made = [new_cluster(workspace, workshop.id, title) for title in ("a", "b", "c")]

    clusters.arrange(workspace, [made[2].id, made[0].id, made[1].id])

    assert list(wall(workspace, workshop)) == ["c", "a", "b"]
    new_cluster(workspace, workshop.id, "d")
    assert list(wall(workspace, workshop)) == ["c", "a", "b", "d"]


def test_cards_are_sorted_and_taken_back_to_the_heap(
    workspace: Workspace, workshop: Workshop
) -> None:
    bus, shop, bank = captured(workspace, workshop.id, "Bus", "Laden", "Bank")
    traffic = new_cluster(workspace, workshop.id, "Verkehr", [bus])

    clusters.assign(workspace, [shop.id, bank.id], traffic.id)
    assert wall(workspace, workshop) == {"Verkehr": ["Bus", "Laden", "Bank"]}

    clusters.assign(workspace, [shop.id], None)
    assert wall(workspace, workshop) == {"Verkehr": ["Bus", "Bank"], "": ["Laden"]}


def test_cards_of_a_deleted_column_are_not_sorted_yet_and_come_back_with_it(
    workspace: Workspace, workshop: Workshop
) -> None:
    bus, _ = captured(workspace, workshop.id, "Bus", "Laden")
    traffic = new_cluster(workspace, workshop.id, "Verkehr", [bus])
    steps = operations(workspace)

    clusters.remove(workspace, traffic.id)

    assert wall(workspace, workshop) == {"": ["Bus", "Laden"]}
    assert operations(workspace) == steps + 1
    workspace.undo()
    assert wall(workspace, workshop) == {"Verkehr": ["Bus"], "": ["Laden"]}


def test_a_card_that_is_not_sorted_any_more_can_be_edited_and_sorted_anew(
    workspace: Workspace, workshop: Workshop
) -> None:
    (bus,) = captured(workspace, workshop.id, "Bus")
    clusters.remove(workspace, new_cluster(workspace, workshop.id, "Verkehr", [bus]).id)
    (seen,) = contributions.listed(workspace, workshop.id)

    contributions.edit(workspace, seen, replace(seen, title="Busverkehr"))
    new_cluster(workspace, workshop.id, "Mobilität", [bus])

    assert wall(workspace, workshop) == {"Mobilität": ["Bus"]}


def test_a_card_from_the_idea_store_leaves_it_with_a_column(
    workspace: Workspace, workshop: Workshop
) -> None:
    (wind,) = captured(workspace, workshop.id, "Windrad", in_idea_store=True)
    energy = new_cluster(workspace, workshop.id, "Energie", [wind])

    assert not contributions.listed(workspace, workshop.id)[0].in_idea_store
    workspace.undo()
    assert contributions.listed(workspace, workshop.id)[0].in_idea_store
    with pytest.raises(UserError, match=r"Es gibt das Themenfeld nicht mehr\."):
        clusters.assign(workspace, [wind.id], energy.id)


def test_merging_moves_cards_measures_and_answers(workspace: Workspace, workshop: Workshop) -> None:
    bus, way = captured(workspace, workshop.id, "Bus", "Radweg")
    kept = new_cluster(workspace, workshop.id, "Verkehr", [bus])
    other = new_cluster(workspace, workshop.id, "Radfahren", [way])
    both = measures.create_from_cluster(workspace, other.id)
    measures.edit(workspace, both, replace(both, cluster_ids=(other.id, kept.id)))
    only = measures.create_from_cluster(workspace, other.id, "Radweg bauen")
    answers.give(workspace, workshop.id, Answer(new_id(), "taken_up", "Ja", other.id))

    clusters.merge(workspace, kept.id, [other.id])

    assert wall(workspace, workshop) == {"Verkehr": ["Bus", "Radweg"]}
    record = records.load(workspace, workshop.id)
    assert {m.id: m.cluster_ids for m in record.measures} == {
        both.id: (kept.id,),
        only.id: (kept.id,),
    }
    assert [answer.cluster_id for answer in record.answers] == [kept.id]
    assert trace.fate(record, way.id).answers == record.answers
    assert answers.unanswered(workspace, workshop.id).clusters == ()
    silent = new_cluster(workspace, workshop.id, "Noch ohne Antwort")
    assert answers.unanswered(workspace, workshop.id).clusters == (silent.id,)


def test_what_people_voted_on_keeps_its_name_after_a_merge(
    workspace: Workspace, workshop: Workshop
) -> None:
    kept = new_cluster(workspace, workshop.id, "Verkehr")
    other = new_cluster(workspace, workshop.id, "Radfahren")
    made = (PollOption(new_id(), cluster_id=other.id), PollOption(new_id(), cluster_id=kept.id))
    poll = new_poll(workspace, workshop.id, options=made)
    polls.count(workspace, made[0].id, 4)

    clusters.merge(workspace, kept.id, [other.id])

    record = records.load(workspace, workshop.id)
    names = {o.id: record.option_label(o) for o in record.polls[0].options}
    assert names == {made[0].id: "Radfahren", made[1].id: "Verkehr"}
    assert polls.result(workspace, poll.id) == record.outcomes[poll.id]
    assert {tally.count for tally in record.polls[0].tallies} == {4}


def test_a_column_is_not_merged_with_itself_or_across_workshops(
    workspace: Workspace, workshop: Workshop
) -> None:
    mine = new_cluster(workspace, workshop.id, "Verkehr")
    theirs = new_cluster(workspace, new_workshop(workspace, "Anderswo").id, "Verkehr")

    with pytest.raises(UserError, match="nicht mit sich selbst"):
        clusters.merge(workspace, mine.id, [mine.id])
    with pytest.raises(UserError, match="verschiedenen Werkstätten"):
        clusters.merge(workspace, mine.id, [theirs.id])
    assert len(clusters.listed(workspace, workshop.id)) == 1


def test_a_card_is_not_sorted_into_the_column_of_another_workshop(
    workspace: Workspace, workshop: Workshop
) -> None:
    bus, shop = captured(workspace, workshop.id, "Bus", "Laden")
    mine = new_cluster(workspace, workshop.id, "Verkehr")
    theirs = new_cluster(workspace, new_workshop(workspace, "Anderswo").id, "Verkehr")
    clusters.assign(workspace, [bus.id], mine.id)

    with pytest.raises(UserError, match="verschiedenen Werkstätten"):
        clusters.assign(workspace, [bus.id, shop.id], theirs.id)

    assert wall(workspace, workshop) == {"Verkehr": ["Bus"], "": ["Laden"]}


def test_an_edit_writes_only_what_differs(workspace: Workspace, workshop: Workshop) -> None:
    seen = new_cluster(workspace, workshop.id, "Verkehr")
    clusters.edit(workspace, seen, replace(seen, summary="Bus und Rad"))

    clusters.edit(workspace, seen, replace(seen, title="Mobilität"))

    (now,) = clusters.listed(workspace, workshop.id)
    assert (now.title, now.summary) == ("Mobilität", "Bus und Rad")


def test_equal_labels_of_columns_are_told_apart(workspace: Workspace, workshop: Workshop) -> None:
    for title in ("Verkehr", "Wohnen"):
        clusters.create(workspace, workshop.id, Cluster(new_id(), "C01", title))

    assert [c.label for c in clusters.listed(workspace, workshop.id)] == ["C01", "C01b"]
