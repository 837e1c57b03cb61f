"""Workshops, their lists, and the people on them."""

from dataclasses import replace
from datetime import date, time

import pytest

from quartierdesk.domain.contribution import SwotStatement
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.people import Consent, Participant
from quartierdesk.domain.workshop import (
    AgendaItem,
    Enclosure,
    FeedbackCount,
    HeadCount,
    Municipality,
    NextStep,
    Quarter,
    TopicTable,
    Workshop,
)
from quartierdesk.errors import UserError
from quartierdesk.services import contributions, participants, workshop_lists, workshops
from quartierdesk.store.workspace import Workspace
from tests.services.builders import captured, new_workshop, operations


@pytest.fixture
def workshop(workspace: Workspace) -> Workshop:
    return new_workshop(workspace)


def consents(workspace: Workspace, workshop: Workshop) -> dict[tuple[str, str], bool]:
    (person,) = participants.listed(workspace, workshop.id)
    return {(consent.kind, consent.medium): consent.given for consent in person.consents}


def test_workshops_are_numbered(workspace: Workspace) -> None:
    quarter = new_workshop(workspace).quarter_id
    workshops.create(workspace, Workshop(new_id(), quarter, "Zweiter", label="QW-2026-01"))
    workshops.create(workspace, Workshop(new_id(), quarter, "Dritter", label="W-²"))
    workshops.create(workspace, Workshop(new_id(), quarter, "Vierter", label="W-041"))

    made = workshops.create(workspace, Workshop(new_id(), quarter, "Fünfter"))

    assert made.label == "W-042"


def test_the_overview_shows_the_newest_first_with_counts(workspace: Workspace) -> None:
    quarter = new_workshop(workspace, "ohne Datum").quarter_id
    days = (date(2025, 5, 1), date(2026, 3, 13))
    made = [Workshop(new_id(), quarter, f"am {day}", label="QW", date=day) for day in days]
    for each in made:
        workshops.create(workspace, each)
    cards = captured(workspace, made[0].id, "Bus", "Laden")
    contributions.remove(workspace, [cards[0].id])

    lines = workshops.overview(workspace)

    assert [(line.label, line.title, line.contributions) for line in lines] == [
        ("QWb", "am 2026-03-13", 0),
        ("QW", "am 2025-05-01", 1),
        ("W-001", "ohne Datum", 0),
    ]
    assert {line.quarter for line in lines} == {"ohne Datum"}


def test_a_workshop_is_found_by_label_or_id(workspace: Workspace, workshop: Workshop) -> None:
    for name in ("W-001", workshop.id):
        assert workshops.find(workspace, name).id == workshop.id
    with pytest.raises(UserError, match="„W-9“ gibt es in dieser Datei nicht") as caught:
        workshops.find(workspace, "W-9")
    assert caught.value.hint == "Vorhanden: W-001."


def test_an_empty_file_says_so(workspace: Workspace) -> None:
    with pytest.raises(UserError) as caught:
        workshops.find(workspace, "W-001")

    assert caught.value.hint == "Die Datei enthält noch keine Werkstatt."


def test_a_workshop_goes_to_the_bin_and_comes_back_with_everything(
    workspace: Workspace, workshop: Workshop
) -> None:
    captured(workspace, workshop.id, "Bus")

    workshops.remove(workspace, workshop.id)
    assert workshops.overview(workspace) == []
    with pytest.raises(UserError, match="Es gibt die Werkstatt nicht mehr"):
        workshops.get(workspace, workshop.id)

    workshops.restore(workspace, workshop.id)
    assert workshops.get(workspace, workshop.id) == workshop
    assert workshops.overview(workspace)[0].contributions == 1
    with pytest.raises(UserError, match="gibt es in dieser Datei nicht"):
        workshops.restore(workspace, new_id())


def test_an_edit_writes_only_what_differs(workspace: Workspace, workshop: Workshop) -> None:
    workshops.edit(workspace, workshop, replace(workshop, start=time(18, 30)))

    workshops.edit(workspace, workshop, replace(workshop, rules=("Ausreden lassen",)))

    now = workshops.get(workspace, workshop.id)
    assert now == replace(workshop, start=time(18, 30), rules=("Ausreden lassen",))


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"title": "\t"}, "noch keinen Titel"),
        ({"smallest_count": 2}, "zwischen 3 und 20"),
        ({"smallest_count": 21}, "zwischen 3 und 20"),
        ({"participants_present": -1}, "nicht kleiner als null"),
        ({"feedback_returned": -1}, "nicht kleiner als null"),
        ({"timezone": "Europa/Berlin"}, "Die Zeitzone „Europa/Berlin“ gibt es nicht"),
        ({"timezone": "../etc/passwd"}, "gibt es nicht"),
        ({"timezone": ""}, "gibt es nicht"),
    ],
)
def test_an_impossible_workshop_is_refused(
    values: dict[str, object], sentence: str, workspace: Workspace, workshop: Workshop
) -> None:
    bad = replace(workshop, **values)  # type: ignore[arg-type]

    with pytest.raises(UserError, match=sentence):
        workshops.create(workspace, replace(bad, id=new_id()))
    with pytest.raises(UserError, match=sentence):
        workshops.edit(workspace, workshop, bad)


def test_quarters_and_municipalities_are_not_doubled(workspace: Workspace) -> None:
    home = Municipality(new_id(), "Hörlesbach", "Hinteralb")
    first = workshops.ensure_quarter(workspace, home, Quarter(new_id(), "", "Kern"))
    again = replace(home, id=new_id())

    assert workshops.ensure_quarter(workspace, again, Quarter(new_id(), "", "Kern")) == first
    workshops.ensure_quarter(workspace, again, Quarter(new_id(), "", "Ochsenhalde"))
    workshops.ensure_quarter(
        workspace, replace(again, district="Vorderalb"), Quarter(new_id(), "", "Kern")
    )

    assert [m.district for m in workshops.municipalities(workspace)] == ["Hinteralb", "Vorderalb"]
    assert [q.name for q in workshops.quarters(workspace)] == ["Kern", "Kern", "Ochsenhalde"]


def test_a_quarter_that_is_there_is_no_step(workspace: Workspace) -> None:
    home, quarter = Municipality(new_id(), "Hörlesbach"), Quarter(new_id(), "", "Kern")
    workshops.ensure_quarter(workspace, home, quarter)
    steps = operations(workspace)

    workshops.ensure_quarter(workspace, home, quarter)

    assert operations(workspace) == steps


def test_new_items_come_at_the_end_of_their_list(workspace: Workspace, workshop: Workshop) -> None:
    for title in ("Begrüßung", "Tische", "Plenum"):
        workshop_lists.add(workspace, workshop.id, AgendaItem(new_id(), title))
    items = workshop_lists.items(workspace, AgendaItem, workshop.id)
    workshop_lists.arrange(workspace, items[::-1])

    workshop_lists.add(workspace, workshop.id, AgendaItem(new_id(), "Ausklang"))

    titles = [item.title for item in workshop_lists.items(workspace, AgendaItem, workshop.id)]
    assert titles == ["Plenum", "Tische", "Begrüßung", "Ausklang"]


def test_tables_stand_by_their_number(workspace: Workspace, workshop: Workshop) -> None:
    for number in (7, 3, 12):
        workshop_lists.add(workspace, workshop.id, TopicTable(new_id(), number))

    tables = workshop_lists.items(workspace, TopicTable, workshop.id)

    assert [table.number for table in tables] == [3, 7, 12]
    steps = operations(workspace)
    workshop_lists.arrange(workspace, tables[::-1])
    assert operations(workspace) == steps


def test_lists_of_two_workshops_stay_apart(workspace: Workspace, workshop: Workshop) -> None:
    other = new_workshop(workspace, "Zweiter Abend")
    workshop_lists.add(workspace, workshop.id, NextStep(new_id(), "Protokoll"))

    assert workshop_lists.items(workspace, NextStep, other.id) == []


def test_an_item_is_edited_where_it_differs(workspace: Workspace, workshop: Workshop) -> None:
    seen = AgendaItem(new_id(), "Plenum")
    workshop_lists.add(workspace, workshop.id, seen)
    workshop_lists.edit(workspace, seen, replace(seen, who="Moderation"))

    workshop_lists.edit(workspace, seen, replace(seen, public=False))

    (now,) = workshop_lists.items(workspace, AgendaItem, workshop.id)
    assert (now.who, now.public) == ("Moderation", False)
    workshop_lists.remove(workspace, seen)
    with pytest.raises(UserError, match=r"Es gibt den Programmpunkt nicht mehr\."):
        workshop_lists.edit(workspace, seen, replace(seen, who="Niemand"))


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        (HeadCount(new_id(), "Alter", "65–79", -1), "fehlt oder ist kleiner als null"),
        (HeadCount(new_id(), "Alter", "65–79", None), "fehlt oder ist kleiner als null"),
        (FeedbackCount(new_id(), "Wie war es?", "gut", -1), "kleiner als null"),
        (TopicTable(new_id(), 0), "zwischen 1 und 999"),
        (TopicTable(new_id(), 1000), "zwischen 1 und 999"),
        (SwotStatement(new_id(), "luck", text="x"), "kein Feld der Stärken-Schwächen-Tafel"),
        (SwotStatement(new_id(), "threat", text=" "), "Die Aussage ist leer"),
    ],
)
def test_an_impossible_item_is_refused(
    item: workshop_lists.ListItem, sentence: str, workspace: Workspace, workshop: Workshop
) -> None:
    good = Enclosure(new_id(), "Plan")

    with pytest.raises(UserError, match=sentence):
        workshop_lists.add_all(workspace, workshop.id, [good, item])

    assert workshop_lists.items(workspace, type(item), workshop.id) == []
    assert workshop_lists.items(workspace, Enclosure, workshop.id) == []


def test_a_statement_goes_and_comes_back_with_its_card(
    workspace: Workspace, workshop: Workshop
) -> None:
    (card,) = captured(workspace, workshop.id, "Viele Vereine")
    said = SwotStatement(new_id(), "strength", card.id)
    workshop_lists.add(workspace, workshop.id, said)

    contributions.remove(workspace, [card.id])

    assert workshop_lists.items(workspace, SwotStatement, workshop.id) == []
    workspace.undo()
    assert workshop_lists.items(workspace, SwotStatement, workshop.id) == [said]


def test_a_host_who_left_is_no_host_any_more(workspace: Workspace, workshop: Workshop) -> None:
    host = Participant(new_id(), "TN-01", "Maier, Anna")
    participants.add(workspace, workshop.id, host)
    table = TopicTable(new_id(), 1, host_id=host.id)
    workshop_lists.add(workspace, workshop.id, table)
    participants.edit(workspace, host, replace(host, table_id=table.id))

    participants.remove(workspace, host.id)

    assert workshop_lists.items(workspace, TopicTable, workshop.id) == [
        replace(table, host_id=None)
    ]
    workspace.undo()
    workshop_lists.remove(workspace, table)
    assert participants.listed(workspace, workshop.id) == [host]


def test_participants_stand_in_the_order_of_entry(workspace: Workspace, workshop: Workshop) -> None:
    people = [Participant(new_id(), f"TN-{n}", name) for n, name in enumerate("zab")]
    for person in people:
        participants.add(workspace, workshop.id, person)

    assert participants.listed(workspace, workshop.id) == people


def test_consents_are_asked_one_by_one_and_may_be_withdrawn(
    workspace: Workspace, workshop: Workshop
) -> None:
    given = (Consent(new_id(), "photo", True, "Amtsblatt"),)
    person = Participant(new_id(), "TN-01", consents=given)
    participants.add(workspace, workshop.id, person)

    participants.record_consent(workspace, person.id, "photo", True, "Internet")
    participants.record_consent(workspace, person.id, "contact", True)
    participants.record_consent(workspace, person.id, "photo", False, "Amtsblatt")
    participants.record_consent(workspace, person.id, "contact", False)

    assert consents(workspace, workshop) == {
        ("photo", "Amtsblatt"): False,
        ("photo", "Internet"): True,
        ("contact", ""): False,
    }
    workspace.undo()
    assert consents(workspace, workshop)["contact", ""]


def test_a_consent_asked_again_after_an_undo_holds(
    workspace: Workspace, workshop: Workshop
) -> None:
    person = Participant(new_id(), "TN-01")
    participants.add(workspace, workshop.id, person)
    participants.record_consent(workspace, person.id, "photo", True)
    workspace.undo()
    assert consents(workspace, workshop) == {}

    participants.record_consent(workspace, person.id, "photo", False)

    assert consents(workspace, workshop) == {("photo", ""): False}


def test_the_list_of_one_workshop_does_not_read_the_consents_of_others(
    workspace: Workspace, workshop: Workshop, statements: list[str]
) -> None:
    for _ in range(5):
        person = Participant(new_id(), "TN", consents=(Consent(new_id(), "list", True),))
        participants.add(workspace, workshop.id, person)
    other = new_workshop(workspace, "Zweiter Abend")
    statements.clear()

    assert participants.listed(workspace, other.id) == []

    assert len(statements) < 6
    assert all("JOIN" in text for text in statements if "FROM consent" in text)
