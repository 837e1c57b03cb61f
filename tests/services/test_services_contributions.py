"""Capturing, numbering, editing and bundling contributions."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.workshop import TopicTable, Workshop
from quartierdesk.errors import UserError
from quartierdesk.services import contributions, history, records, workshop_lists, workshops
from quartierdesk.store.workspace import Workspace
from tests.services.builders import captured, card, content, new_cluster, new_workshop, operations


@pytest.fixture
def workshop(workspace: Workspace) -> Workshop:
    return new_workshop(workspace)


def labels(workspace: Workspace, workshop: Workshop) -> list[str]:
    return [item.label for item in contributions.listed(workspace, workshop.id)]


def test_cards_are_numbered_per_table_and_without_one(
    workspace: Workspace, workshop: Workshop
) -> None:
    third = contributions.table_id(workspace, workshop.id, 3)
    seventh = contributions.table_id(workspace, workshop.id, 7)

    for place in (third, third, None, seventh, third, None):
        contributions.capture(workspace, workshop.id, card(table_id=place))

    assert labels(workspace, workshop) == [
        "T3-001", "T3-002", "P-001", "T7-001", "T3-003", "P-002",
    ]  # fmt: skip


def test_each_workshop_has_numbers_of_its_own(workspace: Workspace, workshop: Workshop) -> None:
    captured(workspace, workshop.id, "Bus", "Laden")
    other = new_workshop(workspace, "Zweiter Abend")

    (added,) = captured(workspace, other.id, "Bank")

    assert added.label == "P-001"


def test_imported_labels_stay_and_are_not_given_again(
    workspace: Workspace, workshop: Workshop
) -> None:
    made = [card(label="P-017"), card(), card(label="B007"), card(label="P-002"), card()]

    stored = contributions.capture_many(workspace, workshop.id, made)

    assert [item.label for item in stored] == ["P-017", "P-018", "B007", "P-002", "P-019"]
    assert labels(workspace, workshop) == ["P-017", "P-018", "B007", "P-002", "P-019"]
    assert captured(workspace, workshop.id, "danach")[0].label == "P-020"


def test_a_label_typed_with_blanks_counts_as_its_number(
    workspace: Workspace, workshop: Workshop
) -> None:
    contributions.capture(workspace, workshop.id, card(label=" P-005 "))
    contributions.capture(workspace, workshop.id, card(label="  "))

    assert labels(workspace, workshop) == ["P-005", "P-006"]


def test_the_number_of_a_deleted_or_undone_card_is_not_given_again(
    workspace: Workspace, workshop: Workshop
) -> None:
    first, _ = captured(workspace, workshop.id, "Bus", "Laden")
    contributions.remove(workspace, [first.id])
    contributions.capture(workspace, workshop.id, card("weg"))
    workspace.undo()

    (added,) = captured(workspace, workshop.id, "Bank")

    assert added.label == "P-004"


def test_equal_labels_are_told_apart_where_people_see_them(
    workspace: Workspace, workshop: Workshop
) -> None:
    contributions.capture_many(workspace, workshop.id, [card(label="B1") for _ in range(3)])

    assert labels(workspace, workshop) == ["B1", "B1b", "B1c"]
    second = contributions.listed(workspace, workshop.id)[1]
    contributions.edit(workspace, second, replace(second, note="doppelt"))
    contributions.remove(workspace, [contributions.listed(workspace, workshop.id)[0].id])
    assert labels(workspace, workshop) == ["B1", "B1b"], "the „b“ was never stored"


def test_a_label_given_by_hand_counts_for_those_after_it(
    workspace: Workspace, workshop: Workshop
) -> None:
    (first,) = captured(workspace, workshop.id, "Bus")

    contributions.edit(workspace, first, replace(first, label="P-040"))

    assert captured(workspace, workshop.id, "Laden")[0].label == "P-041"


def test_numbers_go_on_beyond_999_and_after_reopening(
    workspace: Workspace, workshop: Workshop
) -> None:
    contributions.capture(workspace, workshop.id, card(label="P-999"))
    path = workspace.path
    workspace.close()

    with Workspace.open(path) as reopened:
        assert captured(reopened, workshop.id, "Bus")[0].label == "P-1000"


def test_capturing_returns_what_is_stored(workspace: Workspace, workshop: Workshop) -> None:
    table = contributions.table_id(workspace, workshop.id, 2)
    before = datetime.now(UTC)

    made = contributions.capture(
        workspace,
        workshop.id,
        card("Müll\nan der Bank", table_id=table, themes=("inklusion", "inklusion", " ")),
    )

    assert contributions.listed(workspace, workshop.id) == [made]
    assert made.themes == ("inklusion",)
    assert made.captured_at is not None
    assert before <= made.captured_at <= datetime.now(UTC)


def test_capturing_many_keeps_their_order_and_moments(
    workspace: Workspace, workshop: Workshop
) -> None:
    moment = datetime(2025, 1, 2, 3, 4, tzinfo=UTC)
    made = [card("a"), card("b", captured_at=moment), card("c")]

    contributions.capture_many(workspace, workshop.id, made)

    stored = contributions.listed(workspace, workshop.id)
    assert [item.text_original for item in stored] == ["a", "b", "c"]
    assert stored[1].captured_at == moment
    assert stored[0].captured_at == stored[2].captured_at


def test_capturing_nothing_is_no_step(workspace: Workspace, workshop: Workshop) -> None:
    steps = operations(workspace)

    assert contributions.capture_many(workspace, workshop.id, []) == []

    assert operations(workspace) == steps


@pytest.mark.parametrize("text", ["", "  ", "\n\t", "\u200f\ufeff", "\x00", "\u200b\xad"])
def test_an_empty_card_is_refused(text: str, workspace: Workspace, workshop: Workshop) -> None:
    with pytest.raises(UserError, match=r"Der Beitrag ist leer\."):
        contributions.capture(workspace, workshop.id, card(text))

    assert contributions.listed(workspace, workshop.id) == []


def test_one_impossible_card_keeps_all_of_them_out(
    workspace: Workspace, workshop: Workshop
) -> None:
    made = [card("gut"), card("auch gut", mention_count=0)]

    with pytest.raises(UserError, match="mindestens einmal genannt"):
        contributions.capture_many(workspace, workshop.id, made)

    assert contributions.listed(workspace, workshop.id) == []


def test_a_text_that_is_too_long_is_refused_and_not_cut(
    workspace: Workspace, workshop: Workshop
) -> None:
    with pytest.raises(UserError, match=r"Der Text hat 10\.001 Zeichen"):
        contributions.capture(workspace, workshop.id, card("x" * 10_001))

    assert contributions.capture(workspace, workshop.id, card("x" * 10_000)).label == "P-001"


def test_cards_of_a_workshop_that_is_gone_are_refused(
    workspace: Workspace, workshop: Workshop
) -> None:
    workshops.remove(workspace, workshop.id)

    for missing in (workshop.id, new_id()):
        with pytest.raises(UserError, match=r"Es gibt die Werkstatt nicht mehr\."):
            contributions.capture(workspace, missing, card())


def test_a_card_refers_to_things_of_its_own_workshop_only(
    workspace: Workspace, workshop: Workshop
) -> None:
    other = new_workshop(workspace, "Anderswo")
    table = contributions.table_id(workspace, other.id, 1)
    cluster = new_cluster(workspace, other.id, "Verkehr")
    (mine,) = captured(workspace, workshop.id, "Bus")

    for foreign in (replace(mine, table_id=table), replace(mine, cluster_id=cluster.id)):
        with pytest.raises(UserError, match="einer anderen Werkstatt"):
            contributions.edit(workspace, mine, foreign)
        with pytest.raises(UserError, match="einer anderen Werkstatt"):
            contributions.capture(workspace, workshop.id, replace(foreign, id=new_id()))


def test_a_card_cannot_be_put_at_a_table_that_is_gone(
    workspace: Workspace, workshop: Workshop
) -> None:
    table = contributions.table_id(workspace, workshop.id, 1)
    workshop_lists.remove(workspace, TopicTable(table, 1))

    with pytest.raises(UserError, match=r"Es gibt den Thementisch nicht mehr\."):
        contributions.capture(workspace, workshop.id, card(table_id=table))


def test_a_card_keeps_its_number_when_its_table_goes(
    workspace: Workspace, workshop: Workshop
) -> None:
    table = contributions.table_id(workspace, workshop.id, 3)
    contributions.capture(workspace, workshop.id, card(table_id=table))

    workshop_lists.remove(workspace, TopicTable(table, 3))

    (left,) = contributions.listed(workspace, workshop.id)
    assert (left.label, left.table_id) == ("T3-001", None)
    contributions.edit(workspace, left, replace(left, note="bleibt bearbeitbar"))
    workspace.undo()
    workspace.undo()
    assert contributions.listed(workspace, workshop.id)[0].table_id == table


def test_a_table_is_set_up_once(workspace: Workspace, workshop: Workshop) -> None:
    first = contributions.table_id(workspace, workshop.id, 3)
    steps = operations(workspace)

    assert contributions.table_id(workspace, workshop.id, 3) == first
    assert operations(workspace) == steps
    for number in (0, -1, 1000):
        with pytest.raises(UserError, match="zwischen 1 und 999"):
            contributions.table_id(workspace, workshop.id, number)


def test_an_edit_writes_only_what_differs(workspace: Workspace, workshop: Workshop) -> None:
    (seen,) = captured(workspace, workshop.id, "Bus", target_groups=("familien",))
    contributions.edit(workspace, seen, replace(seen, place="Rathaus", themes=("inklusion",)))

    contributions.edit(
        workspace, seen, replace(seen, kind="idee", target_groups=("familien", "senioren"))
    )

    (now,) = contributions.listed(workspace, workshop.id)
    assert (now.place, now.kind) == ("Rathaus", "idee")
    assert now.themes == ("inklusion",), "what somebody else did meanwhile stays"
    assert now.target_groups == ("familien", "senioren")


def test_codes_somebody_else_added_meanwhile_stay(workspace: Workspace, workshop: Workshop) -> None:
    (seen,) = captured(workspace, workshop.id, "Bus", themes=("inklusion", "gesundheit"))
    contributions.edit(workspace, seen, replace(seen, themes=(*seen.themes, "sicherheit")))

    contributions.edit(workspace, seen, replace(seen, themes=("gesundheit",)))

    (now,) = contributions.listed(workspace, workshop.id)
    assert set(now.themes) == {"gesundheit", "sicherheit"}


def test_the_order_of_codes_is_kept(workspace: Workspace, workshop: Workshop) -> None:
    (made,) = captured(workspace, workshop.id, "Bus", themes=("b", "a", "c"))
    contributions.edit(workspace, made, replace(made, themes=("c", "a")))

    (now,) = contributions.listed(workspace, workshop.id)
    assert now.themes == ("c", "a")
    contributions.edit(workspace, now, replace(now, themes=("b", "c", "a")))
    assert contributions.listed(workspace, workshop.id)[0].themes == ("b", "c", "a")


def test_an_edit_without_a_difference_is_no_step(workspace: Workspace, workshop: Workshop) -> None:
    (made,) = captured(workspace, workshop.id, "Bus")
    steps = operations(workspace)

    contributions.edit(workspace, made, made)

    assert operations(workspace) == steps


def test_an_edit_may_not_take_the_number_or_the_text_away(
    workspace: Workspace, workshop: Workshop
) -> None:
    (made,) = captured(workspace, workshop.id, "Bus")

    with pytest.raises(UserError, match="braucht eine Nummer"):
        contributions.edit(workspace, made, replace(made, label=" "))
    with pytest.raises(UserError, match="leer"):
        contributions.edit(workspace, made, replace(made, text_original=""))
    with pytest.raises(UserError, match="keine Angabe zur Veröffentlichung"):
        contributions.edit(workspace, made, replace(made, publish="vielleicht"))


def test_editing_a_deleted_card_is_refused(workspace: Workspace, workshop: Workshop) -> None:
    (made,) = captured(workspace, workshop.id, "Bus")
    contributions.remove(workspace, [made.id])

    with pytest.raises(UserError, match=r"Es gibt den Beitrag nicht mehr\.") as caught:
        contributions.edit(workspace, made, replace(made, note="zu spät"))

    assert caught.value.hint == "Gelöschtes holt „Rückgängig“ zurück."


def test_removing_is_all_or_nothing(workspace: Workspace, workshop: Workshop) -> None:
    first, second = captured(workspace, workshop.id, "Bus", "Laden")
    contributions.remove(workspace, [second.id])

    with pytest.raises(UserError, match="nicht mehr"):
        contributions.remove(workspace, [first.id, second.id])

    assert [item.id for item in contributions.listed(workspace, workshop.id)] == [first.id]


def test_mentions_are_counted_instead_of_doubled(workspace: Workspace, workshop: Workshop) -> None:
    (made,) = captured(workspace, workshop.id, "Bus")

    assert contributions.mention_again(workspace, made.id) == 2
    assert contributions.mention_again(workspace, made.id) == 3
    workspace.undo()

    assert contributions.listed(workspace, workshop.id)[0].mention_count == 2


def test_a_bundle_keeps_every_original_and_is_split_again(
    workspace: Workspace, workshop: Workshop
) -> None:
    cards = captured(workspace, workshop.id, "Bus fährt selten", "Abends kein Bus", "Bank")
    before = contributions.listed(workspace, workshop.id)

    made = contributions.bundle(workspace, [cards[1].id, cards[0].id], "Mehr Busse")

    stored = contributions.listed(workspace, workshop.id)
    assert [item.text_original for item in stored] == [item.text_original for item in before]
    assert [item.bundle_id for item in stored] == [made.id, made.id, None]
    record = records.load(workspace, workshop.id)
    assert record.bundles == (made,)
    assert (made.text, made.lead_id) == ("Mehr Busse", cards[1].id)

    contributions.split_bundle(workspace, made.id)
    assert contributions.listed(workspace, workshop.id) == before
    assert records.load(workspace, workshop.id).bundles == ()


def test_a_bundle_without_a_wording_takes_that_of_its_first_card(
    workspace: Workspace, workshop: Workshop
) -> None:
    first, second = captured(workspace, workshop.id, "Bus fährt selten", "Abends kein Bus")

    assert contributions.bundle(workspace, [first.id, second.id], " ").text == "Bus fährt selten"


def test_cards_move_from_one_bundle_into_another(workspace: Workspace, workshop: Workshop) -> None:
    a, b, c, d = captured(workspace, workshop.id, "a", "b", "c", "d")
    old = contributions.bundle(workspace, [a.id, b.id, c.id], "alt")

    new = contributions.bundle(workspace, [a.id, d.id], "neu")

    bundles = {each.id: each for each in records.load(workspace, workshop.id).bundles}
    assert set(bundles) == {old.id, new.id}
    assert bundles[old.id].lead_id == b.id, "who left a bundle does not lead it any more"
    contributions.bundle(workspace, [b.id, c.id], "leer")
    assert old.id not in {each.id for each in records.load(workspace, workshop.id).bundles}


def test_a_bundle_needs_two_cards_of_one_workshop(workspace: Workspace, workshop: Workshop) -> None:
    (mine,) = captured(workspace, workshop.id, "Bus")
    (theirs,) = captured(workspace, new_workshop(workspace, "Anderswo").id, "Bus")

    for too_few in ([], [mine.id], [mine.id, mine.id]):
        with pytest.raises(UserError, match="mindestens zwei Beiträge"):
            contributions.bundle(workspace, too_few, "Bus")
    with pytest.raises(UserError, match="derselben Werkstatt"):
        contributions.bundle(workspace, [mine.id, theirs.id], "Bus")


def test_deleting_the_leading_card_leaves_the_bundle(
    workspace: Workspace, workshop: Workshop
) -> None:
    a, b, c = captured(workspace, workshop.id, "a", "b", "c")
    contributions.bundle(workspace, [b.id, a.id, c.id], "alle")

    contributions.remove(workspace, [b.id])

    assert records.load(workspace, workshop.id).bundles[0].lead_id == a.id
    contributions.remove(workspace, [a.id, c.id])
    assert records.load(workspace, workshop.id).bundles == ()


def test_capturing_runs_a_handful_of_statements(
    workspace: Workspace, workshop: Workshop, statements: list[str]
) -> None:
    table = contributions.table_id(workspace, workshop.id, 1)
    captured(workspace, workshop.id, *(f"Karte {number}" for number in range(50)))
    statements.clear()

    contributions.capture(workspace, workshop.id, card(table_id=table))

    assert len(statements) <= 8, statements


def test_sorting_many_cards_does_not_ask_for_each(
    workspace: Workspace, workshop: Workshop, statements: list[str]
) -> None:
    cards = captured(workspace, workshop.id, *(f"Karte {number}" for number in range(200)))
    statements.clear()

    new_cluster(workspace, workshop.id, "Alles", cards)
    contributions.bundle(workspace, [each.id for each in cards], "Alles")
    contributions.remove(workspace, [each.id for each in cards])

    assert len(statements) < 60, len(statements)


def test_history_names_how_many(workspace: Workspace, workshop: Workshop) -> None:
    cards = captured(workspace, workshop.id, "a", "b")
    contributions.remove(workspace, [each.id for each in cards])
    contributions.capture_many(workspace, workshop.id, [card()])

    named = [line.what for line in history.listed(workspace, 3)]
    assert named == ["Beitrag erfasst", "2 Beiträge gelöscht", "2 Beiträge erfasst"]


def test_a_failing_part_undoes_the_parts_before_it(
    workspace: Workspace, workshop: Workshop
) -> None:
    before = content(workspace)

    def capture_both() -> None:
        with workspace.transaction("Mehreres"):
            contributions.capture(workspace, workshop.id, card("gut"))
            contributions.capture(workspace, workshop.id, card(""))

    with pytest.raises(UserError, match="leer"):
        capture_both()
    assert content(workspace) == before
