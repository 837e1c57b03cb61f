"""What the pages across workshops are told: measures, numbers; and editing in one go."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.people import Participant
from quartierdesk.domain.workshop import AgendaItem
from quartierdesk.errors import UserError
from quartierdesk.paths import resources
from quartierdesk.services import (
    agreed,
    clusters,
    contributions,
    evaluation,
    history,
    imports,
    measure_editing,
    measures,
    participants,
    preparing,
    workshop_copies,
    workshop_lists,
)
from quartierdesk.store.workspace import Workspace


@pytest.fixture
def workshop_id(workspace: Workspace) -> str:
    sample: Path = resources() / "sample/sample_workshop.json"
    return imports.import_workshop(workspace, sample).workshop_id


def test_measures_of_all_workshops_stand_by_their_day(
    workspace: Workspace, workshop_id: str
) -> None:
    found = agreed.everywhere(workspace, date(2026, 5, 1))

    assert len(found.lines) == 8
    days = [line.measure.due for line in found.lines if line.measure.due]
    assert days == sorted(days)
    assert [line.measure.label for line in found.lines if line.is_overdue] == ["M01", "M04"]
    assert {line.workshop_id for line in found.lines} == {workshop_id}
    assert [line.measure.label for line in found.lines if line.holds("cafe alte schule")] == ["M01"]


def test_a_state_that_needs_a_reason_is_refused_without_one(
    workspace: Workspace, workshop_id: str
) -> None:
    [first, *_] = measures.listed(workspace, workshop_id)

    with pytest.raises(UserError, match="braucht eine Begründung"):
        measure_editing.set_status(workspace, first, "abgelehnt", "  ")
    measure_editing.set_status(workspace, first, "abgelehnt", "Kein Geld")
    assert history.listed(workspace, 1)[0].what == "M01: Stand geändert"
    assert measures.listed(workspace, workshop_id)[0].reason == "Kein Geld"


def test_a_measure_from_a_theme_cites_all_that_lies_in_it(
    workspace: Workspace, workshop_id: str
) -> None:
    with workspace.reading() as session:
        theme = clusters.of_workshop(session, workshop_id)[0]
    sheet = measure_editing.fresh(workspace, workshop_id, cluster_id=theme.id)
    lying = [card.id for card in sheet.cards if card.cluster_id == theme.id]

    assert sheet.measure.title == theme.title
    assert list(sheet.measure.contribution_ids) == lying
    assert len(measures.listed(workspace, workshop_id)) == 8, "nothing is stored before it is said"
    made = measure_editing.store(workspace, sheet, replace(sheet.measure, responsible="Bauhof"))
    assert made.label == "M09"
    with pytest.raises(UserError, match="nicht mehr"):
        measure_editing.fresh(workspace, workshop_id, cluster_id=new_id())


def test_every_number_of_the_evaluation_can_be_counted_again(
    workspace: Workspace, workshop_id: str
) -> None:
    found = evaluation.of_workshops(workspace, [workshop_id], date(2026, 5, 1))

    assert (found.workshops, found.contributions, found.clusters) == (1, 60, 12)
    assert (found.participants, found.measures, found.overdue) == (60, 8, 2)
    assert sum(tally.count for tally in found.fields) == 60
    assert sum(tally.count for tally in found.kinds) == 60
    assert sum(tally.count for tally in found.statuses) == 8
    assert found.fields[0].share_percent == Decimal("16.7")
    cells = sum(count for _, _, row in found.matrix.rows for count in row)
    assert cells == sum(tally.count for tally in found.groups if tally.code)
    assert found.unanswered_clusters == 2


def test_two_workshops_are_added_and_none_gives_no_numbers(
    workspace: Workspace, workshop_id: str
) -> None:
    other = workshop_copies.duplicate(workspace, workshop_id, "Zweiter Abend", None)
    both = evaluation.of_workshops(workspace, [workshop_id, other])
    none = evaluation.of_workshops(workspace, [other])

    assert (both.workshops, both.contributions, both.participants_known) == (2, 60, 1)
    assert (none.contributions, none.fields, none.matrix.rows) == (0, (), ())
    scopes = evaluation.scopes(workspace)
    assert [len(scope.workshop_ids) for scope in scopes] == [2, 2, 1, 1]


def test_the_agenda_is_stored_as_one_operation(workspace: Workspace, workshop_id: str) -> None:
    before = preparing.of_workshop(workspace, workshop_id).agenda
    fresh = AgendaItem(new_id(), "Neu")
    after = [before[1], before[0], fresh, *before[3:]]

    preparing.store_agenda(workspace, workshop_id, before, after, "Ablauf geändert")

    titles = [item.title for item in workshop_lists.items(workspace, AgendaItem, workshop_id)]
    assert titles == [item.title for item in after]
    assert history.listed(workspace, 1)[0].what == "Ablauf geändert"


def test_a_person_is_stored_with_each_consent(workspace: Workspace, workshop_id: str) -> None:
    person = Participant(new_id(), "TN-61", name="Probe, Paula")
    preparing.store_participant(
        workspace, workshop_id, None, person, {"list": True, "photo": False}
    )
    stored = participants.listed(workspace, workshop_id)[-1]
    assert [(c.kind, c.given) for c in stored.consents] == [("list", True)]

    given_up = {"list": False, "photo": False}
    preparing.store_participant(
        workspace, workshop_id, stored, replace(stored, contact="Tel. 0"), given_up
    )
    again = participants.listed(workspace, workshop_id)[-1]
    assert again.contact == "Tel. 0"
    assert [(c.kind, c.given) for c in again.consents] == [("list", False)]


def test_numbers_read_on_from_before_are_those_read_anew(
    workspace: Workspace, workshop_id: str
) -> None:
    shown = evaluation.of_workshops(workspace, [workshop_id])
    first, second, third = contributions.listed(workspace, workshop_id)[:3]
    groups = replace(second, target_groups=(*second.target_groups, "senioren", "jugendliche"))

    for step in (
        lambda: None,
        lambda: contributions.remove(workspace, [first.id]),
        lambda: contributions.edit(workspace, second, groups),
        lambda: contributions.set_kind(workspace, [third.id], "frage"),
        lambda: history.undo(workspace),
    ):
        step()
        shown = evaluation.of_workshops(workspace, [workshop_id], before=shown.sources)
        assert shown == evaluation.of_workshops(workspace, [workshop_id])
