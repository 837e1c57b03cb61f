"""Figures belong to the quarter: a new workshop has them, earlier minutes stay as they are."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.workshop import Indicator, Workshop
from quartierdesk.services import beginnings, history, indicators, workshop_copies, workshops
from quartierdesk.services.beginnings import Beginning
from quartierdesk.store.workspace import Workspace

PEOPLE = Indicator("", "population_total", "Einwohnerzahl", Decimal(2847), "Personen", 2022, "Amt")
CLUBS = Indicator("", "", "Vereine", Decimal(12), source="Zählung")


def begun(workspace: Workspace, where: str, title: str, day: date | None = None) -> Workshop:
    """Return a new workshop."""
    return workshops.get(workspace, beginnings.begin(workspace, Beginning(where, title, day)))


def told(workspace: Workspace, workshop: Workshop, *figures: Indicator) -> None:
    """Put figures into the report of a workshop."""
    for each in figures:
        own = replace(each, id=new_id())
        indicators.add(workspace, workshop.quarter_id, own, workshop.id)


def said(workspace: Workspace, workshop: Workshop) -> list[tuple[str, Decimal | None, int | None]]:
    """Return what stands in the report of a workshop."""
    found = indicators.of_workshop(workspace, workshop.id)
    return [(each.label, each.value, each.year) for each in found]


@pytest.fixture
def first(workspace: Workspace) -> Workshop:
    """Return the first workshop of a quarter, with two figures."""
    made = begun(workspace, "Unterdorf", "Auftakt", date(2024, 5, 1))
    told(workspace, made, PEOPLE, CLUBS)
    return made


def test_a_new_workshop_has_the_newest_figures_of_its_quarter(
    workspace: Workspace, first: Workshop
) -> None:
    second = begun(workspace, "Unterdorf", "Zweiter Abend")
    assert said(workspace, second) == [
        ("Einwohnerzahl", Decimal(2847), 2022),
        ("Vereine", Decimal(12), None),
    ]
    (people, _) = indicators.of_workshop(workspace, second.id)
    indicators.edit(workspace, people, replace(people, value=Decimal(2911), year=2025))

    third = begun(workspace, "Unterdorf", "Dritter Abend")
    assert said(workspace, third)[0] == ("Einwohnerzahl", Decimal(2911), 2025)
    assert len(said(workspace, third)) == 2
    assert said(workspace, first)[0] == ("Einwohnerzahl", Decimal(2847), 2022), "as it was printed"


def test_a_workshop_of_another_quarter_has_none_of_them(
    workspace: Workspace, first: Workshop
) -> None:
    assert said(workspace, begun(workspace, "Oberdorf", "Auftakt")) == []


def test_a_workshop_from_a_template_has_them_too(workspace: Workspace, first: Workshop) -> None:
    copy = workshop_copies.duplicate(workspace, first.id, "Wiederholung", None)

    assert said(workspace, workshops.get(workspace, copy)) == said(workspace, first)


def test_they_come_and_go_with_the_workshop_in_one_step(
    workspace: Workspace, first: Workshop
) -> None:
    begun(workspace, "Unterdorf", "Zweiter Abend")
    history.undo(workspace)

    assert len(indicators.of_quarter(workspace, first.quarter_id)) == 2


def test_a_workshop_that_is_moved_has_the_figures_of_its_new_quarter(
    workspace: Workspace, first: Workshop
) -> None:
    there = begun(workspace, "Oberdorf", "Auftakt")
    told(workspace, there, replace(PEOPLE, value=Decimal(310)))
    misplaced = begun(workspace, "Unterdorf", "Zweiter Abend")
    told(workspace, misplaced, Indicator("", "", "Leere Läden", Decimal(4), source="Rundgang"))

    workshop_copies.move(workspace, misplaced.id, there.quarter_id)

    moved = workshops.get(workspace, misplaced.id)
    assert sorted(said(workspace, moved), key=str) == [
        ("Einwohnerzahl", Decimal(310), 2022),
        ("Leere Läden", Decimal(4), None),
    ]
    assert len(said(workspace, first)) == 2
    labels = [each.label for each in indicators.of_quarter(workspace, first.quarter_id)]
    assert labels == ["Einwohnerzahl", "Vereine"]
