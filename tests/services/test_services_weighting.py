"""Polls as the page shows them: names, state of counting, results with the numbers of exports."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from quartierdesk.domain.contribution import Cluster
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.poll import Poll, PollGroup, PollOption
from quartierdesk.domain.protocol import Table
from quartierdesk.domain.workshop import Workshop
from quartierdesk.errors import UserError
from quartierdesk.services import (
    catalogues,
    clusters,
    contributions,
    imports,
    measures,
    poll_names,
    polls,
    protocols,
    records,
    weighting,
    workshops,
)
from quartierdesk.services.poll_results import ResultTable, result_table
from quartierdesk.store.workspace import Workspace
from tests.services.builders import (
    captured,
    comparison_sheet,
    new_cluster,
    new_poll,
    new_workshop,
    sheet,
)

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "sample_workshop.json"


@pytest.fixture
def workshop(workspace: Workspace) -> Workshop:
    return new_workshop(workspace)


def closed(workspace: Workspace, poll: Poll) -> ResultTable:
    """Close a poll and return its result."""
    polls.set_state(workspace, poll.id, "closed")
    found = result_table(weighting.view(workspace, poll.id))
    assert found is not None
    return found


def test_what_can_be_put_to_the_vote(workspace: Workspace, workshop: Workshop) -> None:
    bus, shop = captured(workspace, workshop.id, "Der Bus\nfährt selten", "Der Laden ist zu")
    column = new_cluster(workspace, workshop.id, "Versorgung", [shop])
    measure = measures.create_from_cluster(workspace, column.id, "Laden eröffnen")

    found = poll_names.candidates(workspace, workshop.id)

    assert [(c.id, c.label, c.name) for c in found.clusters] == [(column.id, "C01", "Versorgung")]
    assert [(m.id, m.name) for m in found.measures] == [(measure.id, "Laden eröffnen")]
    assert [(c.id, c.name, c.group) for c in found.contributions] == [
        (shop.id, "Der Laden ist zu", "Versorgung"),
        (bus.id, "Der Bus fährt selten", ""),
    ]


def test_options_are_called_like_what_they_stand_for(
    workspace: Workspace, workshop: Workshop
) -> None:
    (card,) = captured(workspace, workshop.id, "Wort " * 60, label="B007")
    column = clusters.create(workspace, workshop.id, Cluster(new_id(), "", "Versorgung"))
    measure = measures.create_from_cluster(workspace, column.id, "Laden eröffnen")
    made = (
        PollOption(new_id(), "Freibad"),
        PollOption(new_id(), cluster_id=column.id),
        PollOption(new_id(), measure_id=measure.id),
        PollOption(new_id(), contribution_id=card.id),
    )
    table = contributions.table_id(workspace, workshop.id, 3)
    groups = (PollGroup(new_id(), "irgendwer", table), PollGroup(new_id(), "Jugend"))
    poll = new_poll(workspace, workshop.id, options=made, groups=groups)

    view = weighting.view(workspace, poll.id)

    names = [view.names[option.id] for option in made]
    assert names[:3] == ["Freibad", "Versorgung", "Laden eröffnen"]
    assert names[3].startswith("B007 Wort Wort")
    assert names[3].endswith("…")
    assert sorted(view.groups.values()) == ["Jugend", "Tisch 3"]
    assert set(view.counts) == {None, groups[0].id, groups[1].id}


def test_the_list_says_how_much_was_counted(workspace: Workspace, workshop: Workshop) -> None:
    counted = new_poll(workspace, workshop.id, question="Was zuerst?")
    polls.set_count(workspace, counted.options[0].id, 7)
    on_sheets = new_poll(workspace, workshop.id, "borda")
    polls.add_ballots(workspace, on_sheets.id, [sheet(on_sheets, {"Bus": 1})])

    found = weighting.lines(workspace, workshop.id)

    assert [(each.question, each.counted, each.on_sheets) for each in found] == [
        ("Was zuerst?", 7, False),
        ("", 1, True),
    ]


def test_a_result_stays_hidden_until_the_poll_is_closed(
    workspace: Workspace, workshop: Workshop
) -> None:
    poll = new_poll(workspace, workshop.id)
    polls.set_count(workspace, poll.options[0].id, 7)

    view = weighting.view(workspace, poll.id)
    assert (view.outcome, view.closed_at, result_table(view)) == (None, None, None)

    polls.set_state(workspace, poll.id, "closed")
    view = weighting.view(workspace, poll.id)
    assert view.outcome is not None
    assert view.closed_at is not None
    assert view.closed_at.tzinfo is None
    polls.set_state(workspace, poll.id, "open")
    assert result_table(weighting.view(workspace, poll.id)) is None


def test_a_poll_that_is_gone_is_refused(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id)
    polls.remove(workspace, poll.id)

    with pytest.raises(UserError, match="Es gibt die Abfrage nicht mehr"):
        weighting.view(workspace, poll.id)


def test_equal_dots_share_their_rank_and_stand_by_name(
    workspace: Workspace, workshop: Workshop
) -> None:
    poll = new_poll(workspace, workshop.id, labels=("Ärzte", "Wege", "Bus", "Laden"))
    for option, dots in zip(poll.options, (3, 5, 5, 9), strict=True):
        polls.set_count(workspace, option.id, dots)

    found = closed(workspace, poll)

    assert [(row.rank, row.name, row.tied, row.cells[0]) for row in found.rows] == [
        (1, "Laden", False, 9),
        (2, "Bus", True, 5),
        (2, "Wege", True, 5),
        (4, "Ärzte", False, 3),
    ]
    assert (found.has_ties, found.ranked, found.measured) == (True, True, "dots")
    assert found.sums == (22, Decimal("99.9"))
    assert [row.bars for row in found.rows] == [(9,), (5,), (5,), (3,)]


def test_moods_of_one_question_stand_side_by_side(workspace: Workspace, workshop: Workshop) -> None:
    steps = ("gut", "schlecht")
    start, other, end = (
        new_poll(workspace, workshop.id, "mood", steps, question=question, round=held)
        for question, held in (("Wie?", "start"), ("Anders?", "start"), ("Wie?", "end"))
    )
    for poll, counts in ((start, (1, 3)), (other, (9, 9)), (end, (3, 0))):
        for option, votes in zip(poll.options, counts, strict=True):
            polls.set_count(workspace, option.id, votes)
        closed(workspace, poll)

    found = result_table(weighting.view(workspace, end.id))

    assert found is not None
    assert [(c.key, c.held) for c in found.columns] == [
        ("votes", "start"),
        ("share", "start"),
        ("votes", "end"),
        ("share", "end"),
    ]
    assert [row.cells for row in found.rows] == [
        (1, Decimal("25.0"), 3, Decimal("100.0")),
        (3, Decimal("75.0"), 0, Decimal("0.0")),
    ]
    assert (found.sums, found.ranked) == ((4, None, 3, None), False)


def test_resistance_ranks_the_smallest_first(workspace: Workspace, workshop: Workshop) -> None:
    options = polls.with_new_ids(["Verein", "Gemeinde", "Wie bisher"])
    options = (*options[:2], replace(options[2], is_status_quo=True))
    poll = new_poll(workspace, workshop.id, "consensus", options=options, scale_max=10)
    given = [
        sheet(poll, {"Verein": 6, "Gemeinde": 1, "Wie bisher": 9}),
        sheet(poll, {"Verein": 8, "Gemeinde": 2, "Wie bisher": 9}),
    ]
    polls.add_ballots(workspace, poll.id, given)

    found = closed(workspace, poll)

    assert [(row.rank, row.name, row.cells) for row in found.rows] == [
        (1, "Gemeinde", (3, Decimal("1.50"), Decimal("85.0"), 0, True)),
        (2, "Verein", (14, Decimal("7.00"), Decimal("30.0"), 1, True)),
        (3, "Wie bisher", (18, Decimal("9.00"), Decimal("10.0"), 2, None)),
    ]
    assert found.highest == 100


def test_pairs_are_weighted(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id, "pairwise", ("A", "B", "C"))
    given = comparison_sheet(poll, {("A", "B"): 2, ("A", "C"): 1, ("B", "C"): 0})
    polls.add_ballots(workspace, poll.id, [given])

    found = closed(workspace, poll)

    assert [(row.rank, row.name, row.cells) for row in found.rows] == [
        (1, "A", (3, Decimal("50.0"))),
        (1, "C", (3, Decimal("50.0"))),
        (3, "B", (0, Decimal("0.0"))),
    ]


def test_a_sheet_is_corrected_as_a_whole(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id, "borda", ("A", "B", "C"))
    other = new_poll(workspace, workshop.id, "borda", ("A", "B", "C"))
    wrong = sheet(poll, {"A": 1, "B": 2}, label="Tisch 1")
    polls.add_ballots(workspace, poll.id, [wrong])

    right = replace(sheet(poll, {"C": 1, "B": 2}, label="Tisch 2"), id=wrong.id)
    polls.correct_ballot(workspace, poll.id, right)

    (stored,) = polls.get(workspace, poll.id).ballots
    assert stored.label == "Tisch 2"
    assert [(m.option_id, m.value) for m in stored.marks] == [
        (m.option_id, m.value) for m in right.marks
    ]
    with pytest.raises(UserError, match="gehört zu einer anderen Abfrage"):
        polls.correct_ballot(workspace, other.id, right)
    impossible = replace(sheet(poll, {"A": 4}), id=wrong.id)
    with pytest.raises(UserError, match="möglich ist 1 bis 3"):
        polls.correct_ballot(workspace, poll.id, impossible)
    assert len(polls.get(workspace, poll.id).ballots[0].marks) == 2


def test_every_number_of_the_sample_is_that_of_the_protocol(workspace: Workspace) -> None:
    imports.import_workshop(workspace, SAMPLE)
    workshop_id = workshops.overview(workspace)[0].id
    record = records.load(workspace, workshop_id)
    protocol = protocols.build(record, catalogues.of_workshop(workspace, workshop_id))
    tables = [b for s in protocol.sections for b in s.blocks if isinstance(b, Table)]
    told = {_numbers_told(table) for table in tables}

    shown = 0
    for poll in record.polls:
        found = result_table(weighting.view(workspace, poll.id))
        if found is None or poll.method == "mood":
            continue
        assert _numbers_shown(found) in told, poll.question
        shown += 1
    assert shown >= 3


def _numbers_shown(found: ResultTable) -> frozenset[tuple[str, object, object]]:
    return frozenset((row.name, row.rank, _plain(row.cells[0])) for row in found.rows)


def _numbers_told(table: Table) -> frozenset[tuple[str, object, object]]:
    """Return name, rank and first number of each row of a result."""
    keys = [column.key for column in table.columns]
    first = next(
        (k for k in ("dots", "resistance", "points", "effort", "important") if k in keys), ""
    )
    if "option" not in keys or not first:
        return frozenset()
    return frozenset(
        (
            _name(row, keys),
            row[keys.index("rank")] if "rank" in keys else None,
            _plain(row[keys.index(first)]),
        )
        for row in table.rows
    )


def _name(row: Iterable[object], keys: list[str]) -> str:
    """Return the name of an option as the page shows it: contributions with their number."""
    cells = dict(zip(keys, row, strict=True))
    label = str(cells.get("label", ""))
    return f"{label} {cells['option']}" if label.startswith("B") else str(cells["option"])


def _plain(value: object) -> object:
    return int(value) if isinstance(value, Decimal) and value == int(value) else value
