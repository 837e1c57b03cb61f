"""The change log: everything written is in it, and nothing is written past it."""

import json
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from sqlalchemy import delete, insert, text, update

from quartierdesk.errors import UserError
from quartierdesk.store.change_log import Changes, Entry, entries_of
from quartierdesk.store.integrity import check
from quartierdesk.store.schema import logged_tables
from quartierdesk.store.schema.base import logged_fields
from quartierdesk.store.schema.columns import Line, Lines, Prose
from quartierdesk.store.schema.contributions import Contribution
from quartierdesk.store.schema.frame import Indicator, Workshop
from quartierdesk.store.values import from_json, to_json
from quartierdesk.store.workspace import Workspace
from tests.store.frames import add_card, make_workshop, set_text, texts


def entries(workspace: Workspace, row_id: str) -> list[Entry]:
    with workspace.reading() as session:
        return entries_of(session.connection(), [row_id])


def test_a_new_row_is_logged_without_what_is_usual(workspace: Workspace) -> None:
    workshop = make_workshop(workspace)
    (entry,) = entries(workspace, add_card(workspace, workshop, "Eine Bank"))
    assert entry.kind == "new"
    assert json.loads(entry.data) == {"workshop_id": workshop, "text_original": "Eine Bank"}
    assert entry.hash == entry.digest()


def test_a_change_names_before_after_and_what_it_overwrote(workspace: Workspace) -> None:
    card = add_card(workspace, make_workshop(workspace), "eins")
    set_text(workspace, card, "zwei")
    set_text(workspace, card, "drei")
    first, second, third = entries(workspace, card)
    assert json.loads(second.data) == {"text_original": ["eins", "zwei", first.key]}
    assert json.loads(third.data) == {"text_original": ["zwei", "drei", second.key]}


def test_nothing_is_logged_where_nothing_changes(workspace: Workspace) -> None:
    card = add_card(workspace, make_workshop(workspace), "gleich")
    heard: list[Changes] = []
    workspace.subscribe(heard.append)
    set_text(workspace, card, "gleich")
    with workspace.transaction("Hin und her") as session:
        row = session.get_one(Contribution, card)
        row.title = "kurz"
        row.title = ""
    assert len(entries(workspace, card)) == 1
    assert heard == []


def test_one_operation_is_told_once(workspace: Workspace) -> None:
    workshop = make_workshop(workspace)
    heard: list[Changes] = []
    stop = workspace.subscribe(heard.append)
    with workspace.transaction("Zwei Dinge") as session:
        session.add(Contribution(workshop_id=workshop, text_original="neu"))
        session.get_one(Workshop, workshop).title = "Anders"
    stop()
    add_card(workspace, workshop, "ungehört")
    assert [(c.label, c.kinds) for c in heard] == [
        ("Zwei Dinge", frozenset({"contribution", "workshop"}))
    ]


def test_an_error_takes_everything_back_and_leaves_no_gap(workspace: Workspace) -> None:
    workshop = make_workshop(workspace)

    def break_off() -> None:
        with workspace.transaction("Abbruch") as session:
            session.add(Contribution(workshop_id=workshop, text_original="fort"))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    add_card(workspace, workshop, "bleibt")
    assert list(texts(workspace).values()) == ["bleibt"]
    assert check(workspace) == []


def test_a_failed_part_spoils_the_whole(workspace: Workspace) -> None:
    workshop = make_workshop(workspace)

    def two_parts() -> None:
        with workspace.transaction("Ganzes"):
            add_card(workspace, workshop, "erster Teil")
            with pytest.raises(UserError), workspace.transaction("Teil"):
                raise UserError("Der zweite Teil misslingt.")

    with pytest.raises(RuntimeError, match="Ganzes"):
        two_parts()
    assert texts(workspace) == {}


def test_writing_past_the_log_is_refused(workspace: Workspace) -> None:
    card = add_card(workspace, make_workshop(workspace), "bleibt")
    statements = (
        update(Contribution).values(title="x"),
        delete(Contribution),
        insert(Contribution).values(id="x", workshop_id="y", text_original="z"),
        text("UPDATE contribution SET title = 'x'"),
        text("INSERT OR REPLACE INTO contribution SELECT * FROM contribution"),
        text("DELETE FROM contribution"),
    )
    for statement in statements:
        with pytest.raises(RuntimeError, match="bypass"), workspace.transaction("x") as session:
            session.execute(statement)

    def remove() -> None:
        with workspace.transaction("x") as session:
            session.delete(session.get_one(Contribution, card))

    with pytest.raises(RuntimeError, match="never removed"):
        remove()
    assert texts(workspace) == {card: "bleibt"}


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        (Workshop, "date", date(2026, 3, 13)),
        (Workshop, "start", time(18, 30)),
        (Workshop, "rules", ("Kurz fassen", "Ein Gedanke")),
        (Contribution, "captured_at", datetime(2026, 3, 13, 18, 8, tzinfo=UTC)),
        (Contribution, "latitude", Decimal("50.9414210")),
        (Contribution, "has_dissent", True),
        (Contribution, "mention_count", 4),
        (Indicator, "value", None),
    ],
)
def test_every_kind_of_value_comes_back_from_the_log(
    table: type[Workshop] | type[Contribution] | type[Indicator], field: str, value: object
) -> None:
    logged = json.loads(json.dumps(to_json(value)))
    assert from_json(table, field, logged) == value


@pytest.mark.parametrize("name", sorted(logged_tables()))
def test_every_text_column_cleans_what_comes_in(name: str) -> None:
    table = logged_tables()[name]
    for field, kind in logged_fields(table).items():
        if isinstance(kind, Line | Prose | Lines):
            dirty: object = "Stra\u00dfe\x00 mit\r\n Mu\u0308ll\u202e"
            row = table(**{field: (dirty,) if isinstance(kind, Lines) else dirty})
            stored = getattr(row, field)
            expected = "Straße mit\n Müll" if isinstance(kind, Prose) else "Straße mit Müll"
            assert stored == ((expected,) if isinstance(kind, Lines) else expected), field
            with pytest.raises(UserError, match=r"10\.001 Zeichen"):
                table(**{field: ("x" * 10_001,) if isinstance(kind, Lines) else "x" * 10_001})
