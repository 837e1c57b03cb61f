"""What two laptops wrote without knowing of each other: listed, kept, decided."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quartierdesk.domain.long_work import silently
from quartierdesk.store.access import Access
from quartierdesk.store.conflicts import all_conflicts, settle
from quartierdesk.store.integrity import check
from quartierdesk.store.rebuild import rebuild
from quartierdesk.store.schema.contributions import Contribution
from quartierdesk.store.values import Json
from quartierdesk.store.workspace import Workspace
from tests.store.frames import add_card, make_workshop, set_text, texts
from tests.store.laptops import conflicts_in, copy_of, package_of, rows_of, take_in


class Pair:
    """Two laptops with the same card."""

    def __init__(self, folder: Path, file: Path) -> None:
        self.folder = folder
        with Workspace.open(file) as first:
            self.workshop = make_workshop(first)
            self.card = add_card(first, self.workshop, "eins")
        self.a = copy_of(file, folder / "a.quartier", Access(actor="A"))
        self.b = copy_of(file, folder / "b.quartier", Access(actor="B"))

    def meet(self) -> None:
        """Let each read the other's package."""
        from_a = package_of(self.a, self.folder / "a.qdpaket")
        from_b = package_of(self.b, self.folder / "b.qdpaket")
        take_in(self.a, from_b)
        take_in(self.b, from_a)
        assert rows_of(self.a) == rows_of(self.b)
        assert conflicts_in(self.a) == conflicts_in(self.b)
        assert check(self.a) == check(self.b) == []

    def card_in(self, workspace: Workspace) -> Contribution:
        with workspace.reading() as session:
            return session.get_one(Contribution, self.card)


@pytest.fixture
def pair(tmp_path: Path, workspace_file: Path) -> Iterator[Pair]:
    made = Pair(tmp_path, workspace_file)
    yield made
    made.a.close()
    made.b.close()


def change(workspace: Workspace, card: str, **values: object) -> None:
    with workspace.transaction("Geändert") as session:
        row = session.get_one(Contribution, card)
        for name, value in values.items():
            setattr(row, name, value)


def decide(workspace: Workspace, value: Json) -> None:
    with workspace.lasting("Entschieden", "decide") as session:
        (conflict,) = all_conflicts(session.connection())
        settle(session.connection(), session.recording, conflict, {conflict.field: value})
        rebuild(session.connection(), {conflict.table: [conflict.row_id]}, silently)


def test_two_texts_are_a_conflict_and_the_newer_holds_until_somebody_decides(pair: Pair) -> None:
    set_text(pair.a, pair.card, "von A")
    set_text(pair.b, pair.card, "von B")
    pair.meet()
    (conflict,) = conflicts_in(pair.a)
    assert (conflict.field, conflict.holds.value) == ("text_original", "von B")
    assert [side.value for side in conflict.others] == ["von A"]
    decide(pair.a, "von A")
    assert conflicts_in(pair.a) == []
    pair.meet()
    assert conflicts_in(pair.b) == []
    assert texts(pair.b) == {pair.card: "von A"}


def test_editing_again_does_not_settle_what_nobody_looked_at(pair: Pair) -> None:
    set_text(pair.a, pair.card, "von A")
    set_text(pair.b, pair.card, "von B")
    pair.meet()
    set_text(pair.b, pair.card, "von B, verbessert")
    pair.meet()
    (conflict,) = conflicts_in(pair.a)
    assert conflict.holds.value == "von B, verbessert"
    assert [side.value for side in conflict.others] == ["von A"]


def test_the_same_word_twice_and_different_fields_are_no_conflict(pair: Pair) -> None:
    change(pair.a, pair.card, title="gleich", place="Ortsmitte")
    change(pair.b, pair.card, title="gleich", has_dissent=True)
    pair.meet()
    assert conflicts_in(pair.a) == []
    row = pair.card_in(pair.a)
    assert (row.title, row.place, row.has_dissent) == ("gleich", "Ortsmitte", True)


def test_knowing_of_the_other_is_no_conflict(pair: Pair) -> None:
    set_text(pair.a, pair.card, "von A")
    pair.meet()
    set_text(pair.b, pair.card, "von B")
    pair.meet()
    assert conflicts_in(pair.a) == []


def test_contrary_decisions_are_a_conflict_again(pair: Pair) -> None:
    set_text(pair.a, pair.card, "von A")
    set_text(pair.b, pair.card, "von B")
    pair.meet()
    decide(pair.a, "von A")
    decide(pair.b, "von B")
    pair.meet()
    assert len(conflicts_in(pair.a)) == 1


@pytest.mark.parametrize("order", ["deleted first", "edited first"])
def test_a_card_that_was_edited_unseen_survives_its_deletion(pair: Pair, order: str) -> None:
    if order == "deleted first":
        change(pair.a, pair.card, deleted=True)
        set_text(pair.b, pair.card, "noch wichtig")
    else:
        set_text(pair.b, pair.card, "noch wichtig")
        change(pair.a, pair.card, deleted=True)
    pair.meet()
    assert texts(pair.a) == {pair.card: "noch wichtig"}
    (conflict,) = conflicts_in(pair.a)
    assert (conflict.field, conflict.holds.value) == ("deleted", False)
    assert [side.value for side in conflict.others] == [True]


@pytest.mark.parametrize("gone", [True, False])
def test_deletion_against_edit_is_decided(pair: Pair, gone: bool) -> None:
    change(pair.a, pair.card, deleted=True)
    set_text(pair.b, pair.card, "noch wichtig")
    pair.meet()
    decide(pair.b, gone)
    pair.meet()
    assert conflicts_in(pair.a) == []
    assert texts(pair.a) == ({} if gone else {pair.card: "noch wichtig"})


def test_moving_a_card_up_does_not_keep_it_from_being_deleted(pair: Pair) -> None:
    change(pair.a, pair.card, deleted=True)
    with pair.b.transaction("Nummer") as session:
        session.get_one(Contribution, pair.card).number = 7
    pair.meet()
    assert texts(pair.a) == {}
    assert conflicts_in(pair.a) == []


def test_deleting_what_one_has_seen_is_no_conflict(pair: Pair) -> None:
    set_text(pair.b, pair.card, "erledigt")
    pair.meet()
    change(pair.a, pair.card, deleted=True)
    pair.meet()
    assert texts(pair.b) == {}
    assert conflicts_in(pair.b) == []


def test_mentions_counted_at_two_tables_are_added_up(pair: Pair) -> None:
    change(pair.a, pair.card, mention_count=3)
    change(pair.b, pair.card, mention_count=2)
    pair.meet()
    assert pair.card_in(pair.a).mention_count == 4
    change(pair.b, pair.card, mention_count=5)
    pair.meet()
    assert pair.card_in(pair.a).mention_count == 5
    assert conflicts_in(pair.a) == []


def test_undo_passes_the_merge_over(pair: Pair) -> None:
    set_text(pair.a, pair.card, "von A")
    add_card(pair.b, pair.workshop, "zwei")
    pair.meet()
    pair.a.undo()
    assert sorted(texts(pair.a).values()) == ["eins", "zwei"]
    pair.meet()


def test_what_another_laptop_wrote_later_is_later_whatever_its_clock_says(pair: Pair) -> None:
    pair.a.close()
    day = 24 * 3600 * 1000
    fast = Access(actor="A", milliseconds=lambda: 1_900_000_000_000 + day)
    pair.a = Workspace.open(pair.folder / "a.quartier", fast)
    set_text(pair.a, pair.card, "von A, aus der Zukunft")
    pair.meet()
    set_text(pair.b, pair.card, "danach von B")
    pair.meet()
    assert texts(pair.a) == {pair.card: "danach von B"}
    assert conflicts_in(pair.a) == []
