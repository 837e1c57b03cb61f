"""Undo and redo from the log."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartierdesk.errors import UserError
from quartierdesk.store.integrity import check
from quartierdesk.store.schema.contributions import Cluster, Contribution
from quartierdesk.store.workspace import Workspace
from tests.store.frames import add_card, make_workshop, set_text, texts


def as_if_from_elsewhere(workspace: Workspace) -> None:
    """Mark the newest command as one that another laptop wrote and a package brought."""
    with workspace.transaction("Übernahme"):
        workspace.store().exec_driver_sql(
            "UPDATE command SET state = 'foreign' WHERE seq = (SELECT max(seq) FROM command)"
        )


def test_steps_are_taken_back_in_order_and_done_again(workspace_file: Path) -> None:
    with Workspace.open(workspace_file) as workspace:
        card = add_card(workspace, make_workshop(workspace), "eins")
        set_text(workspace, card, "zwei")
        set_text(workspace, card, "drei")
    seen = []
    with Workspace.open(workspace_file) as workspace:
        for _ in range(3):
            workspace.undo()
            seen.append(texts(workspace).get(card))
    with Workspace.open(workspace_file) as workspace:
        for _ in range(3):
            workspace.redo()
            seen.append(texts(workspace).get(card))
        assert check(workspace) == []
    assert seen == ["zwei", "eins", None, "eins", "zwei", "drei"]


def test_there_is_nothing_to_undo_or_redo_at_first(workspace: Workspace) -> None:
    with pytest.raises(UserError, match="nichts, was rückgängig"):
        workspace.undo()
    with pytest.raises(UserError, match="nichts, was wiederhergestellt"):
        workspace.redo()


def test_new_work_gives_up_what_could_be_redone(workspace: Workspace) -> None:
    workshop = make_workshop(workspace)
    add_card(workspace, workshop, "verworfen")
    workspace.undo()
    add_card(workspace, workshop, "neu")
    with pytest.raises(UserError, match="nichts"):
        workspace.redo()
    assert list(texts(workspace).values()) == ["neu"]


def test_what_changed_since_is_not_overwritten(workspace: Workspace) -> None:
    card = add_card(workspace, make_workshop(workspace), "eins")
    set_text(workspace, card, "meins")
    set_text(workspace, card, "vom anderen Tisch")
    as_if_from_elsewhere(workspace)
    with pytest.raises(UserError, match="inzwischen geändert"):
        workspace.undo()
    assert texts(workspace) == {card: "vom anderen Tisch"}
    assert check(workspace) == []


def test_a_row_somebody_else_edited_is_not_removed(workspace: Workspace) -> None:
    card = add_card(workspace, make_workshop(workspace), "eins")
    set_text(workspace, card, "vom anderen Tisch")
    as_if_from_elsewhere(workspace)
    with pytest.raises(UserError, match="anderer Laptop"):
        workspace.undo()
    assert texts(workspace) == {card: "vom anderen Tisch"}


def test_a_row_somebody_else_refers_to_is_not_removed(workspace: Workspace) -> None:
    workshop = make_workshop(workspace)
    card = add_card(workspace, workshop, "Karte")
    with workspace.transaction("Themenfeld") as session:
        cluster = Cluster(workshop_id=workshop, title="Wege")
        session.add(cluster)
    with workspace.transaction("Zugeordnet") as session:
        session.get_one(Contribution, card).cluster_id = cluster.id
    as_if_from_elsewhere(workspace)
    with pytest.raises(UserError, match="verweisen"):
        workspace.undo()


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "edit", "delete", "both", "undo", "redo", "reopen"]),
        st.integers(0, 50),
    ),
    max_size=25,
)


class _Model:
    """What the workspace should hold: a stack of states."""

    def __init__(self) -> None:
        self.past: list[dict[str, str]] = []
        self.now: dict[str, str] = {}
        self.future: list[dict[str, str]] = []

    def do(self, state: dict[str, str]) -> None:
        if state != self.now:
            self.past.append(self.now)
            self.now, self.future = state, []

    def undo(self) -> bool:
        if not self.past:
            return False
        self.future.append(self.now)
        self.now = self.past.pop()
        return True

    def redo(self) -> bool:
        if not self.future:
            return False
        self.past.append(self.now)
        self.now = self.future.pop()
        return True


@pytest.fixture(scope="module")
def numbers() -> Iterator[int]:
    return iter(range(1_000_000))


@settings(deadline=None, max_examples=40)
@given(steps=_STEPS)
def test_any_sequence_of_steps_is_like_a_stack_of_states(
    steps: list[tuple[str, int]], template_file: Path, numbers: Iterator[int]
) -> None:
    path = template_file.with_name(f"folge {next(numbers)}.quartier")
    path.write_bytes(template_file.read_bytes())
    workspace = Workspace.open(path)
    workshop = make_workshop(workspace)
    model = _Model()
    for action, number in steps:
        workspace = _do(workspace, workshop, model, action, number)
        assert texts(workspace) == model.now
    assert check(workspace) == []
    workspace.close()
    path.unlink()


def _do(workspace: Workspace, workshop: str, model: _Model, action: str, number: int) -> Workspace:
    chosen = sorted(model.now)[number % len(model.now)] if model.now else None
    if action == "reopen":
        workspace.close()
        return Workspace.open(workspace.path)
    if action in ("undo", "redo"):
        # The frame itself stays: the model knows only what happened after it.
        if getattr(model, action)():
            getattr(workspace, action)()
    elif action == "add" or chosen is None:
        card = add_card(workspace, workshop, f"Karte {number}")
        model.do({**model.now, card: f"Karte {number}"})
    elif action == "edit":
        set_text(workspace, chosen, f"Text {number}")
        model.do({**model.now, chosen: f"Text {number}"})
    else:
        _delete(workspace, workshop, model, chosen, also_add=action == "both")
    return workspace


def _delete(
    workspace: Workspace, workshop: str, model: _Model, chosen: str, *, also_add: bool
) -> None:
    state = {key: value for key, value in model.now.items() if key != chosen}
    with workspace.transaction("Gelöscht") as session:
        session.get_one(Contribution, chosen).deleted = True
        if also_add:
            card = Contribution(workshop_id=workshop, text_original="Ersatz")
            session.add(card)
            state[card.id] = "Ersatz"
    model.do(state)
