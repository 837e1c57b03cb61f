"""Measures, where they come from, and what people are answered."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.measure import Answer, Measure
from quartierdesk.domain.workshop import Workshop
from quartierdesk.errors import UserError
from quartierdesk.services import (
    answers,
    catalogues,
    clusters,
    contributions,
    measures,
    records,
    trace,
)
from quartierdesk.services.catalogues import OwnEntry
from quartierdesk.store.workspace import Workspace
from tests.services.builders import captured, new_cluster, new_workshop, operations


@pytest.fixture
def workshop(workspace: Workspace) -> Workshop:
    return new_workshop(workspace)


def only(workspace: Workspace, workshop: Workshop) -> Measure:
    (measure,) = measures.listed(workspace, workshop.id)
    return measure


def test_a_measure_from_a_cluster_names_every_sentence_it_comes_from(
    workspace: Workspace, workshop: Workshop
) -> None:
    bus, way, _ = captured(workspace, workshop.id, "Bus", "Radweg", "Bank")
    traffic = new_cluster(workspace, workshop.id, "Verkehr", [way, bus])

    made = measures.create_from_cluster(workspace, traffic.id)

    assert (made.label, made.title) == ("M01", "Verkehr")
    assert only(workspace, workshop) == made
    found = trace.origin(records.load(workspace, workshop.id), made.id)
    assert [item.text_original for item in found.contributions] == ["Bus", "Radweg"]
    assert [cluster.id for cluster in found.clusters] == [traffic.id]


def test_the_trace_leads_from_the_sentence_to_its_answer(
    workspace: Workspace, workshop: Workshop
) -> None:
    bus, bank = captured(workspace, workshop.id, "Bus", "Bank")
    traffic = new_cluster(workspace, workshop.id, "Verkehr", [bus])
    made = measures.create_from_cluster(workspace, traffic.id, "Bürgerbus")
    to_all = Answer(new_id(), "taken_up", "Der Bürgerbus kommt.", traffic.id, None, made.id)
    to_one = Answer(new_id(), "answered", "Wir haben gezählt.", None, bus.id)
    answers.give(workspace, workshop.id, to_all)
    answers.give(workspace, workshop.id, to_one)

    record = records.load(workspace, workshop.id)

    told = trace.fate(record, bus.id)
    assert (told.cluster, told.measures) == (traffic, (made,))
    assert told.answers == (to_all, to_one)
    alone = trace.fate(record, bank.id)
    assert (alone.cluster, alone.measures, alone.answers) == (None, (), ())


def test_the_trace_of_what_is_gone_is_refused(workspace: Workspace, workshop: Workshop) -> None:
    record = records.load(workspace, workshop.id)

    with pytest.raises(UserError, match="Diese Maßnahme gibt es nicht mehr"):
        trace.origin(record, new_id())
    with pytest.raises(UserError, match="Diesen Beitrag gibt es nicht mehr"):
        trace.fate(record, new_id())


def test_the_trace_leaves_out_what_was_deleted_and_gets_it_back(
    workspace: Workspace, workshop: Workshop
) -> None:
    bus, way = captured(workspace, workshop.id, "Bus", "Radweg")
    traffic = new_cluster(workspace, workshop.id, "Verkehr", [bus, way])
    made = measures.create_from_cluster(workspace, traffic.id)

    contributions.remove(workspace, [bus.id])
    clusters.remove(workspace, traffic.id)

    seen = only(workspace, workshop)
    assert (seen.cluster_ids, seen.contribution_ids) == ((), (way.id,))
    measures.edit(workspace, seen, replace(seen, goal="Sicher mit dem Rad"))
    for _ in range(3):
        workspace.undo()
    assert only(workspace, workshop) == made


def test_the_trace_is_edited_link_by_link(workspace: Workspace, workshop: Workshop) -> None:
    a, b, c, d = captured(workspace, workshop.id, "a", "b", "c", "d")
    seen = measures.create(
        workspace, workshop.id, Measure(new_id(), "", "Bank", contribution_ids=(a.id, b.id))
    )
    measures.edit(workspace, seen, replace(seen, contribution_ids=(a.id, b.id, c.id)))

    measures.edit(workspace, seen, replace(seen, contribution_ids=(d.id, b.id)))

    now = only(workspace, workshop).contribution_ids
    assert set(now) == {b.id, c.id, d.id}, "what somebody else added meanwhile stays"


def test_the_order_of_the_trace_is_kept(workspace: Workspace, workshop: Workshop) -> None:
    a, b, c = (each.id for each in captured(workspace, workshop.id, "a", "b", "c"))
    made = measures.create(
        workspace, workshop.id, Measure(new_id(), "", "Bank", contribution_ids=(c, a))
    )
    assert only(workspace, workshop).contribution_ids == (c, a)

    measures.edit(workspace, made, replace(made, contribution_ids=(b, c, a)))

    assert only(workspace, workshop).contribution_ids == (b, c, a)


def test_an_edit_writes_only_what_differs(workspace: Workspace, workshop: Workshop) -> None:
    seen = measures.create(workspace, workshop.id, Measure(new_id(), "", "Bank"))
    measures.edit(workspace, seen, replace(seen, due=date(2026, 4, 24)))

    measures.edit(workspace, seen, replace(seen, cost_estimate=Decimal("6500.00")))

    now = only(workspace, workshop)
    assert (now.due, now.cost_estimate) == (date(2026, 4, 24), Decimal("6500.00"))
    assert str(now.cost_estimate) == "6500.00"
    steps = operations(workspace)
    measures.edit(workspace, now, now)
    assert operations(workspace) == steps


def test_measures_are_numbered_and_arranged(workspace: Workspace, workshop: Workshop) -> None:
    made = [
        measures.create(workspace, workshop.id, Measure(new_id(), label, title))
        for label, title in (("", "a"), ("M07", "b"), ("", "c"))
    ]
    assert [measure.label for measure in made] == ["M01", "M07", "M08"]

    measures.arrange(workspace, [made[2].id, made[0].id, made[1].id])

    assert [m.title for m in measures.listed(workspace, workshop.id)] == ["c", "a", "b"]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"title": " "}, "noch keinen Titel"),
        ({"effort": 0}, "von 1 bis 5 geschätzt"),
        ({"benefit": 6}, "von 1 bis 5 geschätzt"),
        ({"cost_estimate": Decimal(-1)}, "kleiner als null"),
        ({"cost_estimate": Decimal("NaN")}, "keine Zahl"),
        ({"cost_estimate": Decimal("Infinity")}, "keine Zahl"),
        ({"status": "abgelehnt"}, "mit dem Stand „Abgelehnt“ braucht eine Begründung"),
        ({"status": "abgelehnt", "reason": " \n"}, "braucht eine Begründung"),
    ],
)
def test_an_impossible_measure_is_refused(
    values: dict[str, object], sentence: str, workspace: Workspace, workshop: Workshop
) -> None:
    good = measures.create(workspace, workshop.id, Measure(new_id(), "", "Bank"))
    bad = replace(good, **values)  # type: ignore[arg-type]

    with pytest.raises(UserError, match=sentence):
        measures.create(workspace, workshop.id, replace(bad, id=new_id()))
    with pytest.raises(UserError, match=sentence):
        measures.edit(workspace, good, bad)
    assert only(workspace, workshop) == good


def test_a_status_needs_a_reason_whatever_it_is_called(
    workspace: Workspace, workshop: Workshop
) -> None:
    made = measures.create(workspace, workshop.id, Measure(new_id(), "", "Bank"))
    renamed = OwnEntry("abgelehnt", "Nicht weiterverfolgt", active=False)
    catalogues.save_entry(workspace, "measure_status", renamed, workshop.id)

    with pytest.raises(UserError, match="braucht eine Begründung"):
        measures.edit(workspace, made, replace(made, status="abgelehnt"))
    declined = replace(made, status="abgelehnt", reason="Zu teuer")
    measures.edit(workspace, made, declined)
    measures.edit(workspace, declined, replace(declined, status="eigener_stand"))


def test_what_was_changed_meanwhile_is_not_overwritten(
    workspace: Workspace, workshop: Workshop
) -> None:
    made = measures.create(workspace, workshop.id, Measure(new_id(), "", "Bank"))
    measures.edit(workspace, made, replace(made, goal="Ausruhen"))

    with pytest.raises(UserError, match="inzwischen an anderer Stelle geändert"):
        measures.edit(workspace, made, replace(made, goal="Warten auf den Bus"))
    measures.edit(workspace, made, replace(made, partners="Bauhof"))
    [stored] = measures.listed(workspace, workshop.id)
    assert (stored.goal, stored.partners) == ("Ausruhen", "Bauhof")


def test_a_measure_does_not_come_from_another_workshop(
    workspace: Workspace, workshop: Workshop
) -> None:
    theirs = new_cluster(workspace, new_workshop(workspace, "Anderswo").id, "Verkehr")

    with pytest.raises(UserError, match="einer anderen Werkstatt"):
        measures.create(
            workspace, workshop.id, Measure(new_id(), "", "Bank", cluster_ids=(theirs.id,))
        )
    with pytest.raises(UserError, match="nicht mehr"):
        measures.create(
            workspace, workshop.id, Measure(new_id(), "", "Bank", contribution_ids=(new_id(),))
        )


def test_what_nobody_answered_is_named(workspace: Workspace, workshop: Workshop) -> None:
    bus, way, bank, shop = captured(workspace, workshop.id, "Bus", "Radweg", "Bank", "Laden")
    traffic = new_cluster(workspace, workshop.id, "Verkehr", [bus])
    cycling = new_cluster(workspace, workshop.id, "Radfahren", [way])
    assert answers.unanswered(workspace, workshop.id) == answers.Unanswered(
        (traffic.id, cycling.id), (bus.id, way.id, bank.id, shop.id)
    )

    measures.create_from_cluster(workspace, traffic.id)
    answers.give(
        workspace, workshop.id, Answer(new_id(), "passed_on", "An die Polizei", cycling.id)
    )
    measures.create(
        workspace, workshop.id, Measure(new_id(), "", "Bank", contribution_ids=(bank.id,))
    )

    assert answers.unanswered(workspace, workshop.id) == answers.Unanswered((), (shop.id,))
    answers.give(
        workspace, workshop.id, Answer(new_id(), "answered", "Es gibt einen.", None, shop.id)
    )
    assert answers.unanswered(workspace, workshop.id) == answers.Unanswered((), ())


def test_an_answer_to_what_is_gone_is_not_shown(workspace: Workspace, workshop: Workshop) -> None:
    (bus,) = captured(workspace, workshop.id, "Bus")
    column = new_cluster(workspace, workshop.id, "Verkehr", [bus])
    made = measures.create_from_cluster(workspace, column.id)
    to_column = Answer(new_id(), "taken_up", "Ja", column.id, None, made.id)
    to_card = Answer(new_id(), "taken_up", "Ja", None, bus.id)
    answers.give(workspace, workshop.id, to_column)
    answers.give(workspace, workshop.id, to_card)

    measures.remove(workspace, made.id)
    contributions.remove(workspace, [bus.id])

    record = records.load(workspace, workshop.id)
    assert record.answers == (replace(to_column, measure_id=None),)
    clusters.remove(workspace, column.id)
    assert records.load(workspace, workshop.id).answers == ()
    for _ in range(3):
        workspace.undo()
    assert records.load(workspace, workshop.id).answers == (to_column, to_card)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"decision": "vielleicht"}, "„vielleicht“ ist keine Art von Antwort"),
        ({"cluster_id": None}, "entweder einem Themenfeld oder einem Beitrag"),
        ({"contribution_id": "x"}, "entweder einem Themenfeld oder einem Beitrag"),
        ({"decision": "declined", "text": " "}, "braucht eine Begründung"),
    ],
)
def test_an_impossible_answer_is_refused(
    values: dict[str, str | None], sentence: str, workspace: Workspace, workshop: Workshop
) -> None:
    column = new_cluster(workspace, workshop.id, "Verkehr")
    good = Answer(new_id(), "taken_up", "Ja", column.id)

    with pytest.raises(UserError, match=sentence):
        answers.give(workspace, workshop.id, replace(good, **values))  # type: ignore[arg-type]
    answers.give(workspace, workshop.id, good)
    with pytest.raises(UserError, match=sentence):
        answers.edit(workspace, good, replace(good, **values))  # type: ignore[arg-type]


def test_an_answer_belongs_to_the_workshop_it_answers(
    workspace: Workspace, workshop: Workshop
) -> None:
    theirs = new_cluster(workspace, new_workshop(workspace, "Anderswo").id, "Verkehr")

    with pytest.raises(UserError, match="zur selben Werkstatt"):
        answers.give(workspace, workshop.id, Answer(new_id(), "taken_up", "Ja", theirs.id))


def test_agreeing_from_a_large_cluster_does_not_ask_for_each_card(
    workspace: Workspace, workshop: Workshop, statements: list[str]
) -> None:
    cards = captured(workspace, workshop.id, *(f"Karte {number}" for number in range(200)))
    column = new_cluster(workspace, workshop.id, "Alles", cards)
    statements.clear()

    made = measures.create_from_cluster(workspace, column.id)
    measures.edit(workspace, made, replace(made, contribution_ids=made.contribution_ids[1:]))

    assert len(statements) < 60, len(statements)
