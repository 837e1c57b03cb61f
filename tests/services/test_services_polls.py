"""Polls: set up, counted on the wall by one or several laptops, closed."""

from dataclasses import replace
from pathlib import Path

import pytest

from quartierdesk.domain.contribution import Cluster
from quartierdesk.domain.counting import count_state
from quartierdesk.domain.dots import DotOutcome
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.poll import Poll, PollGroup, PollOption, Tally
from quartierdesk.domain.results import placed_by_group
from quartierdesk.domain.workshop import TopicTable, Workshop
from quartierdesk.errors import UserError
from quartierdesk.services import clusters, contributions, measures, polls, records, workshop_lists
from quartierdesk.store.workspace import Workspace
from tests.services.builders import (
    captured,
    content,
    new_cluster,
    new_poll,
    new_workshop,
    operations,
    sheet,
)


@pytest.fixture
def workshop(workspace: Workspace) -> Workshop:
    return new_workshop(workspace)


def dots(workspace: Workspace, poll: Poll) -> dict[str, int]:
    """Return the dots by the name of the option."""
    names = {option.id: option.label for option in polls.get(workspace, poll.id).options}
    outcome = polls.result(workspace, poll.id)
    assert isinstance(outcome, DotOutcome)
    return {names[result.option]: result.dots for result in outcome.results}


def on_another_laptop(workspace: Workspace) -> Workspace:
    """Return the same file opened elsewhere, where it writes as a laptop of its own."""
    workspace.close()
    return Workspace.open(workspace.path.rename(workspace.path.with_name("anderswo.quartier")))


def test_dots_are_counted_up_and_down(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id)
    bus, shop, _ = (option.id for option in poll.options)

    assert polls.count(workspace, bus, 1) == 1
    assert polls.count(workspace, bus, 4) == 5
    assert polls.count(workspace, shop, 2) == 2
    assert polls.count(workspace, bus, -1) == 4

    assert dots(workspace, poll) == {"Bus": 4, "Laden": 2, "Spielplatz": 0}


def test_a_count_never_falls_below_zero(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id)
    bus = poll.options[0].id
    steps = operations(workspace)

    assert polls.count(workspace, bus, -3) == 0
    assert operations(workspace) == steps, "nothing to take away is no step"
    polls.count(workspace, bus, 2)
    assert polls.count(workspace, bus, -5) == 0
    assert polls.count(workspace, bus, 1) == 1


def test_taking_away_nothing_does_not_begin_a_second_count(
    workspace: Workspace, workshop: Workshop
) -> None:
    poll = new_poll(workspace, workshop.id)
    bus = poll.options[0].id
    polls.count(workspace, bus, 7)

    polls.count(workspace, bus, -1, count_number=2)

    assert dots(workspace, poll)["Bus"] == 7


def test_a_count_that_was_undone_does_not_come_back_with_the_next_dot(
    workspace: Workspace, workshop: Workshop
) -> None:
    poll = new_poll(workspace, workshop.id)
    bus = poll.options[0].id
    polls.count(workspace, bus, 5)
    workspace.undo()

    assert polls.count(workspace, bus, 1) == 1
    assert dots(workspace, poll)["Bus"] == 1

    workspace.undo()
    polls.set_count(workspace, bus, 3)
    assert dots(workspace, poll)["Bus"] == 3


def test_a_sum_is_set_to_what_was_counted(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id)
    bus = poll.options[0].id
    polls.count(workspace, bus, 9)

    polls.set_count(workspace, bus, 4)

    assert dots(workspace, poll)["Bus"] == 4
    steps = operations(workspace)
    polls.set_count(workspace, bus, 4)
    assert operations(workspace) == steps
    for impossible in (-1, 1_000_001):
        with pytest.raises(UserError, match=r"zwischen 0 und 1\.000\.000"):
            polls.set_count(workspace, bus, impossible)


def test_the_second_count_holds_and_says_where_it_differs(
    workspace: Workspace, workshop: Workshop
) -> None:
    poll = new_poll(workspace, workshop.id)
    bus, shop, _ = (option.id for option in poll.options)
    for option, first, second in ((bus, 7, 7), (shop, 4, 5)):
        polls.count(workspace, option, first)
        polls.count(workspace, option, second, count_number=2)

    assert dots(workspace, poll) == {"Bus": 7, "Laden": 5, "Spielplatz": 0}
    state = count_state(polls.get(workspace, poll.id))
    assert [(line.option, line.difference) for line in state.differing] == [(shop, 1)]


def test_without_a_second_count_nothing_differs(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id)
    polls.count(workspace, poll.options[0].id, 7)

    state = count_state(polls.get(workspace, poll.id))
    assert (state.has_second_count, state.differing) == (False, ())


def test_what_was_not_counted_again_keeps_its_count(
    workspace: Workspace, workshop: Workshop
) -> None:
    poll = new_poll(workspace, workshop.id, dots_per_person=4, max_per_option=2, voters=3)
    bus, shop, _ = (option.id for option in poll.options)
    for option, number in ((bus, 7), (shop, 4)):
        polls.set_count(workspace, option, number)
    polls.set_count(workspace, bus, 0, count_number=2)

    state = count_state(polls.get(workspace, poll.id))

    assert [(line.first, line.second) for line in state.lines] == [(7, 0), (4, None), (None, None)]
    assert (state.placed, state.rule.available, state.counted_options(2)) == (4, 12, 1)
    assert dots(workspace, poll) == {"Bus": 0, "Laden": 4, "Spielplatz": 0}
    workspace.undo()
    assert dots(workspace, poll)["Bus"] == 7


def test_a_group_is_counted_by_its_own_rule(workspace: Workspace, workshop: Workshop) -> None:
    groups = (PollGroup(new_id(), "Tisch 1", voters=3), PollGroup(new_id(), "Tisch 2", voters=9))
    poll = new_poll(workspace, workshop.id, groups=groups, dots_per_person=2, max_per_option=1)
    polls.count(workspace, poll.options[0].id, 5, group_id=groups[0].id)
    stored = polls.get(workspace, poll.id)

    first, second = (count_state(stored, group.id) for group in groups)

    assert [warning.kind for warning in first.warnings] == ["option"]
    assert (first.placed, first.rule.available) == (5, 6)
    assert (second.placed, second.rule.available, second.warnings) == (0, 18, ())


def test_groups_are_counted_apart_and_add_up(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id, dots_per_person=2)
    first, second = PollGroup(new_id(), "Tisch 1", voters=3), PollGroup(new_id(), "Tisch 2")
    polls.add_group(workspace, poll.id, first)
    polls.add_group(workspace, poll.id, second)
    bus = poll.options[0].id

    polls.count(workspace, bus, 5, group_id=first.id)
    polls.count(workspace, bus, 2, group_id=second.id)
    polls.count(workspace, bus, 1)
    polls.set_count(workspace, bus, 3, group_id=second.id, count_number=2)

    assert dots(workspace, poll)["Bus"] == 5 + 3 + 1
    assert placed_by_group(polls.get(workspace, poll.id)) == {first.id: 5, second.id: 3}


def test_the_voters_of_all_groups_are_the_voters(workspace: Workspace, workshop: Workshop) -> None:
    groups = tuple(PollGroup(new_id(), f"Tisch {n}", voters=10, position=n) for n in range(6))
    poll = new_poll(workspace, workshop.id, groups=groups, dots_per_person=3)

    outcome = polls.result(workspace, poll.id)

    assert isinstance(outcome, DotOutcome)
    assert outcome.available == 180


def test_two_laptops_count_apart_and_the_sum_is_shown(
    workspace: Workspace, workshop: Workshop
) -> None:
    poll = new_poll(workspace, workshop.id)
    bus = poll.options[0].id
    polls.count(workspace, bus, 5)
    own = workspace.replica_id

    with on_another_laptop(workspace) as other:
        assert polls.count(other, bus, 2) == 7
        assert polls.count(other, bus, -4) == 3
        counted = {t.replica: t.count for t in polls.get(other, poll.id).tallies}
        assert counted == {own: 5, other.replica_id: -2}
        polls.set_count(other, bus, 1)
        assert dots(other, poll)["Bus"] == 1


def test_dots_both_laptops_took_away_are_not_missing_for_the_next(
    workspace: Workspace, workshop: Workshop
) -> None:
    options = polls.with_new_ids(["Bus"])
    bus = options[0].id
    poll = new_poll(workspace, workshop.id, options=options)
    polls.count(workspace, bus, 5)

    with on_another_laptop(workspace) as other:
        polls.count(other, bus, -5)
        polls.count(other, bus, 0)
        polls.set_count(other, bus, 0)
        assert polls.count(other, bus, 1) == 1
        assert dots(other, poll)["Bus"] == 1


def test_a_closed_poll_refuses_every_change(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id, "borda")
    polls.add_ballots(workspace, poll.id, [sheet(poll, {"Bus": 1})])
    group = PollGroup(new_id(), "Jugend")
    polls.add_group(workspace, poll.id, group)
    polls.set_state(workspace, poll.id, "closed")
    stored = polls.get(workspace, poll.id)
    before = content(workspace)
    option = stored.options[0]

    for change in (
        lambda: polls.count(workspace, option.id, 1),
        lambda: polls.set_count(workspace, option.id, 1),
        lambda: polls.add_option(workspace, poll.id, PollOption(new_id(), "Bank")),
        lambda: polls.edit_option(workspace, option, replace(option, label="Zug")),
        lambda: polls.remove_option(workspace, option.id),
        lambda: polls.add_group(workspace, poll.id, PollGroup(new_id(), "Ältere")),
        lambda: polls.add_ballots(workspace, poll.id, [sheet(poll, {"Bus": 1})]),
        lambda: polls.remove_ballot(workspace, stored.ballots[0].id),
        lambda: polls.edit(workspace, stored, replace(stored, question="Doch anders?")),
    ):
        with pytest.raises(UserError, match=r"Die Abfrage ist abgeschlossen\."):
            change()

    assert content(workspace) == before
    polls.edit(workspace, stored, stored)
    polls.edit(workspace, stored, replace(stored, state="open", question="Doch anders?"))
    assert polls.get(workspace, poll.id).question == "Doch anders?"


def test_who_has_not_seen_that_a_poll_was_closed_cannot_edit_it(
    workspace: Workspace, workshop: Workshop
) -> None:
    seen = new_poll(workspace, workshop.id)
    polls.set_state(workspace, seen.id, "closed")

    with pytest.raises(UserError, match=r"Die Abfrage ist abgeschlossen\."):
        polls.edit(workspace, seen, replace(seen, question="Doch anders?"))


def test_states_are_named_in_the_history(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id, state="draft")

    for state in ("open", "closed", "draft"):
        polls.set_state(workspace, poll.id, state)

    labels = [workspace.undo().label.removeprefix("Zurückgenommen: ") for _ in range(3)]
    assert labels == ["Abfrage zurückgestellt", "Abfrage abgeschlossen", "Abfrage eröffnet"]
    with pytest.raises(UserError, match="Den Zustand „offen“ gibt es nicht"):
        polls.set_state(workspace, poll.id, "offen")


def test_options_come_at_the_end_and_polls_in_the_order_of_their_making(
    workspace: Workspace, workshop: Workshop
) -> None:
    first = new_poll(workspace, workshop.id, position=4)
    second = new_poll(workspace, workshop.id)

    polls.add_option(workspace, first.id, PollOption(new_id(), "Bank"))

    stored = polls.listed(workspace, workshop.id)
    assert [poll.id for poll in stored] == [first.id, second.id]
    assert [o.label for o in stored[0].options] == ["Bus", "Laden", "Spielplatz", "Bank"]


def test_an_option_is_renamed_and_removed(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id)
    bus, shop, _ = poll.options
    polls.count(workspace, bus.id, 3)
    polls.count(workspace, shop.id, 2)

    polls.edit_option(workspace, bus, replace(bus, label="Bürgerbus"))
    polls.remove_option(workspace, shop.id)

    assert dots(workspace, poll) == {"Bürgerbus": 3, "Spielplatz": 0}
    workspace.undo()
    assert dots(workspace, poll) == {"Bürgerbus": 3, "Laden": 2, "Spielplatz": 0}


def test_an_option_on_a_ballot_stays(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id, "borda")
    polls.add_ballots(workspace, poll.id, [sheet(poll, {"Bus": 1})])

    with pytest.raises(UserError, match="steht schon auf Stimmzetteln"):
        polls.remove_option(workspace, poll.options[0].id)
    polls.remove_option(workspace, poll.options[1].id)

    assert len(polls.get(workspace, poll.id).options) == 2


def test_a_group_of_another_poll_is_refused(workspace: Workspace, workshop: Workshop) -> None:
    poll, other = new_poll(workspace, workshop.id), new_poll(workspace, workshop.id)
    group = PollGroup(new_id(), "Tisch 1")
    polls.add_group(workspace, other.id, group)

    with pytest.raises(UserError, match="gehören nicht zusammen"):
        polls.count(workspace, poll.options[0].id, 1, group_id=group.id)
    with pytest.raises(UserError, match="ab eins nummeriert"):
        polls.count(workspace, poll.options[0].id, 1, count_number=0)


@pytest.mark.parametrize(
    ("poll", "sentence"),
    [
        (Poll(new_id(), "würfeln"), "Das Verfahren „würfeln“ gibt es nicht"),
        (Poll(new_id(), "dots", state="offen"), "Den Zustand „offen“ gibt es nicht"),
        (Poll(new_id(), "dots", dots_per_person=0), "mindestens eins"),
        (Poll(new_id(), "consensus", scale_max=-1), "mindestens eins"),
        (Poll(new_id(), "dots", voters=-1), "nicht kleiner als null"),
        (Poll(new_id(), "borda", variant="neu"), "Die Zählweise „neu“ gibt es"),
        (Poll(new_id(), "dots", options=(PollOption(new_id(), " "),)), "keinen Namen"),
        (Poll(new_id(), "dots", tallies=(Tally("", "x", 1),)), "nicht zur Wahl steht"),
    ],
)
def test_an_impossible_poll_is_refused(
    poll: Poll, sentence: str, workspace: Workspace, workshop: Workshop
) -> None:
    with pytest.raises(UserError, match=sentence):
        polls.create(workspace, workshop.id, poll)

    assert polls.listed(workspace, workshop.id) == []


def test_an_edit_that_no_longer_fits_the_ballots_is_refused(
    workspace: Workspace, workshop: Workshop
) -> None:
    poll = new_poll(workspace, workshop.id, "consensus", scale_max=10)
    polls.add_ballots(workspace, poll.id, [sheet(poll, {"Bus": 8})])

    # `poll` knows nothing of the ballot that came meanwhile.
    with pytest.raises(UserError, match="enthält den Wert 8; möglich ist 0 bis 5"):
        polls.edit(workspace, poll, replace(poll, scale_max=5))

    assert polls.get(workspace, poll.id).scale_max == 10


def test_an_edit_writes_only_what_differs(workspace: Workspace, workshop: Workshop) -> None:
    seen = new_poll(workspace, workshop.id)
    polls.edit(workspace, seen, replace(seen, question="Was ist am wichtigsten?"))

    polls.edit(workspace, seen, replace(seen, voters=57))

    now = polls.get(workspace, seen.id)
    assert (now.question, now.voters) == ("Was ist am wichtigsten?", 57)


def test_what_was_voted_on_keeps_a_name_when_it_is_deleted(
    workspace: Workspace, workshop: Workshop
) -> None:
    (card,) = captured(workspace, workshop.id, "Frau Maier ist gestürzt")
    column = new_cluster(workspace, workshop.id, "Wohnen")
    nameless = clusters.create(workspace, workshop.id, Cluster(new_id(), "", ""))
    measure = measures.create_from_cluster(workspace, column.id, "Wohnberatung")
    made = (
        PollOption(new_id(), contribution_id=card.id, position=0),
        PollOption(new_id(), cluster_id=column.id, position=1),
        PollOption(new_id(), measure_id=measure.id, position=2),
        PollOption(new_id(), cluster_id=nameless.id, position=3),
    )
    poll = new_poll(workspace, workshop.id, options=made)
    contributions.remove(workspace, [card.id])
    measures.remove(workspace, measure.id)
    clusters.remove(workspace, column.id)
    clusters.remove(workspace, nameless.id)

    record = records.load(workspace, workshop.id)

    names = [record.option_label(option) for option in record.polls[0].options]
    assert names == ["P-001", "Wohnen", "Wohnberatung", "C02"]
    polls.set_state(workspace, poll.id, "closed")


def test_a_group_whose_table_is_gone_keeps_its_count(
    workspace: Workspace, workshop: Workshop
) -> None:
    table = contributions.table_id(workspace, workshop.id, 1)
    poll = new_poll(workspace, workshop.id, groups=(PollGroup(new_id(), "Tisch 1", table),))
    polls.count(workspace, poll.options[0].id, 4, group_id=poll.groups[0].id)

    workshop_lists.remove(workspace, TopicTable(table, 1))

    assert polls.get(workspace, poll.id).groups[0].table_id is None
    assert dots(workspace, poll)["Bus"] == 4


def test_reading_many_polls_takes_few_statements(
    workspace: Workspace, workshop: Workshop, statements: list[str]
) -> None:
    for _ in range(10):
        poll = new_poll(workspace, workshop.id)
        polls.add_ballots(workspace, poll.id, [sheet(poll, {"Bus": 1}) for _ in range(5)])
    statements.clear()

    polls.listed(workspace, workshop.id)

    assert len(statements) < 15, statements


def test_polls_survive_closing_the_file(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id)
    polls.count(workspace, poll.options[0].id, 3)
    path: Path = workspace.path
    workspace.close()

    with Workspace.open(path) as reopened:
        assert polls.count(reopened, poll.options[0].id, 1) == 4
