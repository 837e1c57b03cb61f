"""Two people edit the same thing, each seeing it as it was before: both edits hold."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

import pytest

from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.workshop import Actor, AdviceOffice
from quartierdesk.services import (
    actors,
    answers,
    clusters,
    contributions,
    indicators,
    measures,
    participants,
    photos,
    polls,
    records,
    workshop_lists,
    workshops,
)
from quartierdesk.store.change_log import entries_by
from quartierdesk.store.schema.log import COMMAND
from quartierdesk.store.workspace import Workspace


class Edit(NamedTuple):
    """A verb, what it edits, and two fields to change apart from each other."""

    verb: Callable[[Workspace, Any, Any], None]
    seen: Callable[[Workspace, WorkshopRecord], Any]
    first: dict[str, object]
    second: dict[str, object]


EDITS = {
    "workshop": Edit(workshops.edit, lambda w, r: r.workshop, {"goal": "1"}, {"rules": ("2", "3")}),
    "quarter": Edit(
        workshops.edit_quarter, lambda w, r: r.quarter, {"notes": "1"}, {"process_from": None}
    ),
    "municipality": Edit(
        workshops.edit_municipality, lambda w, r: r.municipality, {"ags": "1"}, {"imprint": "2"}
    ),
    "agenda": Edit(
        workshop_lists.edit, lambda w, r: r.agenda[0], {"start": None}, {"public": True}
    ),
    "table": Edit(workshop_lists.edit, lambda w, r: r.tables[0], {"seats": 4}, {"host_id": None}),
    "head count": Edit(
        workshop_lists.edit, lambda w, r: r.head_counts[0], {"count": 4}, {"value": "x"}
    ),
    "participant": Edit(
        participants.edit, lambda w, r: r.participants[0], {"contact": ""}, {"role": "2"}
    ),
    "contribution": Edit(
        contributions.edit,
        lambda w, r: r.contributions[0],
        {"latitude": None},
        {"has_dissent": False, "label": "T3-018"},
    ),
    "cluster": Edit(clusters.edit, lambda w, r: r.clusters[0], {"title": "1"}, {"summary": "2"}),
    "photo": Edit(photos.edit, lambda w, r: r.photos[0], {"caption": "1"}, {"alt_text": "2"}),
    "poll": Edit(polls.edit, lambda w, r: r.polls[1], {"question": "1"}, {"voters": 2}),
    "poll option": Edit(
        polls.edit_option,
        lambda w, r: r.polls[1].options[0],
        {"label": "1"},
        {"is_status_quo": True},
    ),
    "measure": Edit(measures.edit, lambda w, r: r.measures[0], {"due": None}, {"priority": 9}),
    "answer": Edit(answers.edit, lambda w, r: r.answers[0], {"text": "1"}, {"answered_on": None}),
    "indicator": Edit(
        indicators.edit, lambda w, r: r.indicators[0], {"value": None}, {"unit": "2"}
    ),
    "actor": Edit(
        actors.edit, lambda w, r: actors.listed(w, Actor)[0], {"notes": "1"}, {"role": "2"}
    ),
    "advice office": Edit(
        actors.edit, lambda w, r: actors.listed(w, AdviceOffice)[0], {"phone": "1"}, {"name": "2"}
    ),
}


def fields_written(workspace: Workspace) -> set[str]:
    """Return the fields that the last step wrote, as its entries in the log tell."""
    with workspace.reading() as session:
        newest = COMMAND.select().order_by(COMMAND.c.seq.desc()).limit(1)
        step = session.execute(newest).one()
        entries = entries_by(session.connection(), step.id)
    return {field for entry in entries for field in json.loads(entry.data)}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_writes_only_what_differs(
    name: str, rich_workspace: Workspace, rich_id: str
) -> None:
    verb, see, first, second = EDITS[name]
    seen = see(rich_workspace, records.load(rich_workspace, rich_id))

    verb(rich_workspace, seen, replace(seen, **first))
    assert fields_written(rich_workspace) == set(first)
    verb(rich_workspace, seen, replace(seen, **second))

    own_parts = {"number"} if "label" in second and name == "contribution" else set()
    assert fields_written(rich_workspace) == set(second) | own_parts
    now = see(rich_workspace, records.load(rich_workspace, rich_id))
    assert now == replace(seen, **first, **second)
