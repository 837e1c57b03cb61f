"""The room sees results of closed polls, and nothing that must not be published."""

import pytest

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.poll import PollOption
from quartierdesk.domain.workshop import Workshop
from quartierdesk.services import polls, projected_results
from quartierdesk.store.workspace import Workspace
from tests.services.builders import captured, new_poll, new_workshop, sheet


@pytest.fixture
def workshop(workspace: Workspace) -> Workshop:
    return new_workshop(workspace)


def test_a_result_is_shown_when_the_poll_is_closed(
    workspace: Workspace, workshop: Workshop
) -> None:
    poll = new_poll(workspace, workshop.id, question="Was zuerst?")
    for option, dots in zip(poll.options, (2, 8, 4), strict=True):
        polls.set_count(workspace, option.id, dots)
    assert projected_results.of_poll(workspace, poll.id) is None

    polls.set_state(workspace, poll.id, "closed")
    found = projected_results.of_poll(workspace, poll.id)

    assert found is not None
    assert (found.question, found.column.key) == ("Was zuerst?", "dots")
    assert [(r.name, r.rank, r.value, r.share) for r in found.rows] == [
        ("Laden", 1, 8, 1.0),
        ("Spielplatz", 2, 4, 0.5),
        ("Bus", 3, 2, 0.25),
    ]


def test_a_card_that_must_not_be_published_is_not_named(
    workspace: Workspace, workshop: Workshop
) -> None:
    (secret,) = captured(workspace, workshop.id, "Frau Maier ist gestürzt", publish="no")
    made = (PollOption(new_id(), contribution_id=secret.id), PollOption(new_id(), "Bus"))
    poll = new_poll(workspace, workshop.id, options=made)
    polls.set_count(workspace, made[0].id, 3)
    polls.set_state(workspace, poll.id, "closed")

    found = projected_results.of_poll(workspace, poll.id)

    assert "Maier" not in repr(found)
    assert found is not None
    assert [row.value for row in found.rows] == [3, 0]


def test_bars_of_a_consensus_reach_as_far_as_all_could_agree(
    workspace: Workspace, workshop: Workshop
) -> None:
    poll = new_poll(workspace, workshop.id, "consensus", scale_max=10)
    given = sheet(poll, {"Bus": 5, "Laden": 0, "Spielplatz": 10})
    polls.add_ballots(workspace, poll.id, [given])
    polls.set_state(workspace, poll.id, "closed")

    found = projected_results.of_poll(workspace, poll.id)

    assert found is not None
    assert [(row.name, row.share) for row in found.rows] == [
        ("Laden", 1.0),
        ("Bus", 0.5),
        ("Spielplatz", 0.0),
    ]
