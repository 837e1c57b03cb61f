"""A workshop leaves a file and comes into another one whole."""

from dataclasses import replace
from pathlib import Path

import pytest

from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.poll import Poll, Tally
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.workshop import Municipality, Quarter, Workshop
from quartierdesk.errors import UserError
from quartierdesk.services import polls, records, workshops
from quartierdesk.store.integrity import check
from quartierdesk.store.workspace import Workspace
from tests.services.builders import (
    assert_leaves_the_house,
    captured,
    content,
    new_workshop,
    operations,
)
from tests.services.rich import furnish, rich_record, without_arrangement


def test_what_is_stored_is_loaded_again(workspace: Workspace) -> None:
    record = rich_record()

    loaded = records.load(workspace, records.store(workspace, record))

    assert without_arrangement(replace(loaded, outcomes={})) == without_arrangement(record)
    assert set(loaded.outcomes) == {poll.id for poll in record.polls}


def test_what_is_loaded_is_stored_in_another_file(workspace: Workspace, tmp_path: Path) -> None:
    furnish(workspace)
    loaded = records.load(workspace, workshops.overview(workspace)[0].id)

    with Workspace.create(tmp_path / "anderer Laptop.quartier") as other:
        arrived = records.load(other, records.store(other, loaded))

    assert loaded.photos, "the photos are what a record cannot carry"
    expected = replace(loaded, photos=())
    assert without_arrangement(arrived) == without_arrangement(expected)
    assert arrived.outcomes == loaded.outcomes


def test_storing_is_one_operation_and_undo_takes_all_of_it_back(workspace: Workspace) -> None:
    new_workshop(workspace)
    before, steps = content(workspace), operations(workspace)

    records.store(workspace, rich_record())
    after = content(workspace)

    assert operations(workspace) == steps + 1
    workspace.undo()
    assert content(workspace) == before
    workspace.redo()
    assert content(workspace) == after
    assert check(workspace) == []


def test_a_stored_workshop_joins_the_quarter_that_is_there(workspace: Workspace) -> None:
    record = rich_record()
    records.store(workspace, record)
    municipality = replace(record.municipality, id=new_id())
    quarter = replace(record.quarter, id=new_id(), municipality_id=municipality.id)
    again = WorkshopRecord(municipality, quarter, Workshop(new_id(), quarter.id, "Zweiter Abend"))

    stored = records.load(workspace, records.store(workspace, again))

    assert stored.quarter.id == record.quarter.id
    assert len(workshops.quarters(workspace)) == len(workshops.municipalities(workspace)) == 1


def test_the_same_workshop_is_not_stored_twice(workspace: Workspace) -> None:
    record = rich_record()
    records.store(workspace, record)
    before = content(workspace)

    with pytest.raises(UserError, match="liegt schon in der Datei"):
        records.store(workspace, record)

    assert content(workspace) == before


def test_a_part_that_cannot_be_stored_keeps_everything_out(workspace: Workspace) -> None:
    record = rich_record()
    broken = (*record.contributions, Contribution(new_id(), "", "  "))

    with pytest.raises(UserError, match="leer"):
        records.store(workspace, replace(record, contributions=broken))

    assert content(workspace)["overview"] == []
    assert operations(workspace) == 0


def test_numbers_go_on_after_those_that_came_along(workspace: Workspace) -> None:
    workshop_id = records.store(workspace, rich_record())

    (added,) = captured(workspace, workshop_id, "Noch etwas")

    assert added.label == "P-004"


def test_tallies_of_several_laptops_become_one(workspace: Workspace) -> None:
    options = polls.with_new_ids(["Bus", "Laden"])
    bus = options[0].id
    counted = (Tally(new_id(), bus, 5, replica="a"), Tally(new_id(), bus, -2, replica="b"))
    record = WorkshopRecord(
        Municipality(new_id(), "Hörlesbach"),
        Quarter(new_id(), "", "Kern"),
        Workshop(new_id(), "", "Werkstatt"),
        polls=(Poll(new_id(), "dots", options=options, tallies=counted),),
    )

    stored = records.load(workspace, records.store(workspace, record))

    assert [tally.count for tally in stored.polls[0].tallies] == [3]


def test_the_title_of_an_import_is_one_line_in_the_history(workspace: Workspace) -> None:
    record = rich_record()
    title = "Werkstatt\n\u202eam\ud800 Bach"

    records.store(workspace, replace(record, workshop=replace(record.workshop, title=title)))

    assert workspace.undo().label == "Zurückgenommen: Werkstatt übernommen: Werkstatt am Bach"


def test_a_record_is_frozen_through_and_through(rich_workspace: Workspace, rich_id: str) -> None:
    assert_leaves_the_house(records.load(rich_workspace, rich_id))
    assert_leaves_the_house(records.load(rich_workspace, rich_id, "public"))


def test_loading_a_workshop_that_is_not_there_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UserError, match="Es gibt die Werkstatt nicht mehr"):
        records.load(workspace, new_id())
