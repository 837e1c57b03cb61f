"""Every method of prioritising, from the sheets people filled in to its result."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from random import Random

import pytest

from quartierdesk.domain.borda import BordaOutcome
from quartierdesk.domain.consensus import ConsensusOutcome
from quartierdesk.domain.dots import DotOutcome
from quartierdesk.domain.effort import Quadrant
from quartierdesk.domain.eisenhower import EisenhowerField
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.mood import MoodOutcome
from quartierdesk.domain.pairwise import PairwiseOutcome
from quartierdesk.domain.poll import Ballot, BallotMark, Poll
from quartierdesk.domain.results import EffortOutcome, EisenhowerOutcome
from quartierdesk.domain.workshop import Workshop
from quartierdesk.errors import UserError
from quartierdesk.services import polls
from quartierdesk.store.workspace import Workspace
from tests.services.builders import comparison_sheet, named, new_poll, new_workshop, sheet


@pytest.fixture
def workshop(workspace: Workspace) -> Workshop:
    return new_workshop(workspace)


def estimates(poll: Poll, values: dict[tuple[str, str], int]) -> Ballot:
    ids = {option.label: option.id for option in poll.options}
    marks = (BallotMark(new_id(), ids[name], n, aspect=a) for (name, a), n in values.items())
    return Ballot(new_id(), "", tuple(marks))


def test_dots_on_ballots_are_added_up(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id, dots_per_person=3)
    given = [sheet(poll, {"Bus": 2, "Laden": 1}), sheet(poll, {"Bus": 1}), sheet(poll, {})]

    polls.add_ballots(workspace, poll.id, given)

    outcome = polls.result(workspace, poll.id)
    assert isinstance(outcome, DotOutcome)
    assert [(r.dots, r.rank) for r in outcome.results] == [(3, 1), (1, 2), (0, 3)]
    assert (outcome.available, outcome.placed) == (9, 4)


def test_ballots_count_more_than_tallies(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id)
    polls.count(workspace, poll.options[1].id, 9)

    polls.add_ballots(workspace, poll.id, [sheet(poll, {"Bus": 1})])

    outcome = polls.result(workspace, poll.id)
    assert isinstance(outcome, DotOutcome)
    assert [r.dots for r in outcome.results] == [1, 0, 0]


def test_the_mood_is_the_mean_of_the_steps(workspace: Workspace, workshop: Workshop) -> None:
    steps = ["sehr gut", "gut", "mittel", "eher schlecht", "schlecht"]
    poll = new_poll(workspace, workshop.id, "mood", steps)
    for option, people in zip(poll.options, (8, 31, 13, 7, 1), strict=True):
        polls.set_count(workspace, option.id, people)

    outcome = polls.result(workspace, poll.id)

    assert outcome == MoodOutcome((8, 31, 13, 7, 1), 60, Decimal("2.37"))


def test_the_least_resistance_wins(workspace: Workspace, workshop: Workshop) -> None:
    options = polls.with_new_ids(["Verein", "Gemeinde", "Alles bleibt"])
    options = (*options[:2], replace(options[2], is_status_quo=True))
    poll = new_poll(workspace, workshop.id, "consensus", options=options, scale_max=10)
    rows = [(3, 1, 9), (2, 2, 8), (5, 0, 10)]
    given = [
        sheet(poll, dict(zip(("Verein", "Gemeinde", "Alles bleibt"), row, strict=True)))
        for row in rows
    ]

    polls.add_ballots(workspace, poll.id, given)

    outcome = polls.result(workspace, poll.id)
    assert isinstance(outcome, ConsensusOutcome)
    assert [(r.resistance_sum, r.rank) for r in outcome.results] == [(10, 2), (3, 1), (27, 3)]
    assert outcome.results[1].acceptance_percent == Decimal("90.0")
    assert outcome.status_quo == options[2].id


def test_ranks_bring_points(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id, "borda", ["A", "B", "C"])
    orders = ["ABC"] * 5 + ["ACB"] * 4 + ["BAC"] * 6 + ["CBA"] * 3
    given = [sheet(poll, {name: n for n, name in enumerate(order, 1)}) for order in orders]

    polls.add_ballots(workspace, poll.id, given)

    outcome = polls.result(workspace, poll.id)
    assert isinstance(outcome, BordaOutcome)
    assert [r.points for r in outcome.results] == [24, 20, 10]


def test_equal_ranks_share_their_places(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id, "borda", ["A", "B", "C"])

    polls.add_ballots(workspace, poll.id, [sheet(poll, {"A": 1, "B": 1, "C": 3})])

    outcome = polls.result(workspace, poll.id)
    assert isinstance(outcome, BordaOutcome)
    assert [r.points for r in outcome.results] == [Fraction(3, 2), Fraction(3, 2), 0]


def test_pairs_are_compared(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id, "pairwise", ["A", "B", "C"])
    given = comparison_sheet(poll, {("A", "B"): 2, ("C", "A"): 1, ("B", "C"): 0})

    polls.add_ballots(workspace, poll.id, [given])

    outcome = polls.result(workspace, poll.id)
    assert isinstance(outcome, PairwiseOutcome)
    assert [(r.points, r.rank) for r in outcome.results] == [(3, 1), (0, 3), (3, 1)]
    assert (outcome.missing, outcome.doubled) == ((), ())


def test_the_sheets_of_several_tables_are_added_up(
    workspace: Workspace, workshop: Workshop
) -> None:
    poll = new_poll(workspace, workshop.id, "pairwise", ["A", "B", "C"])
    first = {("A", "B"): 2, ("A", "C"): 2, ("B", "C"): 2}
    second = {("A", "B"): 0, ("A", "C"): 2, ("B", "C"): 2}

    polls.add_ballots(
        workspace, poll.id, [comparison_sheet(poll, first), comparison_sheet(poll, second)]
    )

    outcome = polls.result(workspace, poll.id)
    assert isinstance(outcome, PairwiseOutcome)
    assert [r.points for r in outcome.results] == [6, 6, 0]
    assert [r.weight_percent for r in outcome.results] == [50, 50, 0]
    assert outcome.doubled == ()


def test_a_comparison_may_be_shared_out_between_tables(
    workspace: Workspace, workshop: Workshop
) -> None:
    poll = new_poll(workspace, workshop.id, "pairwise", ["A", "B", "C"])
    parts = [{("A", "B"): 2}, {("A", "C"): 2}, {("B", "C"): 2}]

    polls.add_ballots(workspace, poll.id, [comparison_sheet(poll, part) for part in parts])

    outcome = polls.result(workspace, poll.id)
    assert isinstance(outcome, PairwiseOutcome)
    shares = [r.weight_percent for r in outcome.results]
    assert shares == [Decimal("66.7"), Decimal("33.3"), 0]
    assert outcome.missing == ()


def test_effort_and_benefit_are_medians(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id, "effort_benefit", ["Café", "Radweg", "Bank"])
    given = [
        estimates(poll, {("Café", "effort"): 2, ("Café", "benefit"): 5, ("Radweg", "effort"): 5}),
        estimates(poll, {("Café", "effort"): 3, ("Café", "benefit"): 4, ("Radweg", "effort"): 4}),
    ]

    polls.add_ballots(workspace, poll.id, given)

    outcome = polls.result(workspace, poll.id)
    assert isinstance(outcome, EffortOutcome)
    cafe, way, bench = outcome.results
    assert (cafe.effort, cafe.benefit, cafe.quadrant) == (
        Decimal("2.5"),
        Decimal("4.5"),
        Quadrant.QUICK_WIN,
    )
    assert (way.effort, way.benefit, way.quadrant, way.ratio) == (Decimal("4.5"), None, None, None)
    assert (bench.effort, bench.benefit) == (None, None)


def test_the_majority_says_what_is_important_and_urgent(
    workspace: Workspace, workshop: Workshop
) -> None:
    poll = new_poll(workspace, workshop.id, "eisenhower", ["Café", "Radweg", "Bank"])
    given = [
        estimates(poll, {("Café", "important"): 1, ("Café", "urgent"): 1}),
        estimates(poll, {("Café", "important"): 1, ("Café", "urgent"): 0}),
        estimates(poll, {("Café", "urgent"): 1, ("Radweg", "important"): 0}),
    ]

    polls.add_ballots(workspace, poll.id, given)

    outcome = polls.result(workspace, poll.id)
    assert isinstance(outcome, EisenhowerOutcome)
    assert [(r.important, r.urgent, r.field) for r in outcome.results] == [
        (2, 2, EisenhowerField.DO_NOW),
        (0, 0, EisenhowerField.DROP),
        (0, 0, None),
    ]


def test_one_tick_among_many_sheets_is_no_majority(
    workspace: Workspace, workshop: Workshop
) -> None:
    poll = new_poll(workspace, workshop.id, "eisenhower", ["Café"])
    urgent = [estimates(poll, {("Café", "urgent"): 1}) for _ in range(3)]

    polls.add_ballots(workspace, poll.id, [*urgent, estimates(poll, {("Café", "important"): 1})])

    outcome = polls.result(workspace, poll.id)
    assert isinstance(outcome, EisenhowerOutcome)
    assert outcome.results[0].field is EisenhowerField.DELEGATE


@pytest.mark.parametrize(
    "method", ["dots", "mood", "consensus", "pairwise", "borda", "effort_benefit", "eisenhower"]
)
@pytest.mark.parametrize("labels", [(), ("Bus",)])
def test_a_poll_without_options_or_votes_has_a_result(
    method: str, labels: tuple[str, ...], workspace: Workspace, workshop: Workshop
) -> None:
    poll = new_poll(workspace, workshop.id, method, options=polls.with_new_ids(labels))

    outcome = polls.result(workspace, poll.id)

    results = outcome.counts if isinstance(outcome, MoodOutcome) else outcome.results
    assert len(results) == len(labels)


@pytest.mark.parametrize(
    ("method", "values", "sentence"),
    [
        ("dots", {"Bus": -1}, "enthält den Wert -1"),
        ("consensus", {"Bus": 11}, "enthält den Wert 11; möglich ist 0 bis 10"),
        ("borda", {"Bus": 0}, "enthält den Wert 0; möglich ist 1 bis 3"),
        ("borda", {"Bus": 4}, "enthält den Wert 4; möglich ist 1 bis 3"),
        ("effort_benefit", {"Bus": 3}, "passt nicht zum Verfahren"),
        ("eisenhower", {"Bus": 1}, "passt nicht zum Verfahren"),
        ("pairwise", {"Bus": 1}, "passt nicht zum Verfahren"),
    ],
)
def test_an_impossible_ballot_is_refused_with_its_name(
    method: str, values: dict[str, int], sentence: str, workspace: Workspace, workshop: Workshop
) -> None:
    poll = new_poll(workspace, workshop.id, method)
    good = Ballot(new_id(), "Tisch 1")
    bad = sheet(poll, values, label="Tisch 2")

    with pytest.raises(UserError, match=f"Stimmzettel „Tisch 2“ {sentence}"):
        polls.add_ballots(workspace, poll.id, [good, bad])

    assert polls.get(workspace, poll.id).ballots == (), "all or none"


def test_a_ballot_names_nothing_twice_and_nothing_else(
    workspace: Workspace, workshop: Workshop
) -> None:
    poll, other = new_poll(workspace, workshop.id), new_poll(workspace, workshop.id)
    bus = poll.options[0].id
    twice = Ballot(new_id(), "", (BallotMark(new_id(), bus, 1), BallotMark(new_id(), bus, 2)))
    foreign = sheet(other, {"Bus": 1})

    with pytest.raises(UserError, match="nennt etwas doppelt"):
        polls.add_ballots(workspace, poll.id, [twice])
    with pytest.raises(UserError, match="nennt etwas, was nicht zur Wahl steht"):
        polls.add_ballots(workspace, poll.id, [foreign])


def test_where_one_must_win_equal_is_no_answer(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id, "pairwise", ["A", "B"], variant="wins")

    with pytest.raises(UserError, match="nennt zwei Themen gleich wichtig"):
        polls.add_ballots(workspace, poll.id, [comparison_sheet(poll, {("A", "B"): 1})])
    with pytest.raises(UserError, match="nennt etwas doppelt"):
        polls.add_ballots(workspace, poll.id, [comparison_sheet(poll, {("A", "A"): 2})])
    polls.add_ballots(workspace, poll.id, [comparison_sheet(poll, {("A", "B"): 2})])

    outcome = polls.result(workspace, poll.id)
    assert isinstance(outcome, PairwiseOutcome)
    assert [r.points for r in outcome.results] == [1, 0]


def test_removing_a_ballot_takes_its_votes_back(workspace: Workspace, workshop: Workshop) -> None:
    poll = new_poll(workspace, workshop.id)
    given = [sheet(poll, {"Bus": 2}), sheet(poll, {"Bus": 1})]
    polls.add_ballots(workspace, poll.id, given)

    polls.remove_ballot(workspace, given[0].id)

    outcome = polls.result(workspace, poll.id)
    assert isinstance(outcome, DotOutcome)
    assert [r.dots for r in outcome.results] == [1, 0, 0]


def test_a_participatory_budget_of_many_ballots_comes_out(
    workspace: Workspace, workshop: Workshop
) -> None:
    """Ten points to share out among twenty projects, on hundreds of sheets, some of them empty."""
    chance = Random(2030)
    names = [f"Projekt {n}" for n in range(20)]
    poll = new_poll(workspace, workshop.id, "dots", names, dots_per_person=10)
    sheets = [Counter(chance.choices(names, k=chance.randint(0, 10))) for _ in range(400)]

    polls.add_ballots(workspace, poll.id, [sheet(poll, given) for given in sheets])

    outcome = polls.result(workspace, poll.id)
    assert isinstance(outcome, DotOutcome)
    told = named(poll.options)
    expected = {name: sum(given[name] for given in sheets) for name in names}
    assert {told[r.option]: r.dots for r in outcome.results} == expected
    assert (outcome.available, outcome.placed) == (4000, sum(expected.values()))
    for first, second in combinations(outcome.results, 2):
        assert (first.dots > second.dots) == (first.rank < second.rank)


def test_ranked_ballots_of_a_city_come_out(workspace: Workspace, workshop: Workshop) -> None:
    """Slips that rank three of thirty projects: the first gets three points, the third one."""
    chance = Random(2031)
    names = [f"Projekt {n}" for n in range(30)]
    poll = new_poll(workspace, workshop.id, "borda", names, variant="modified")
    slips = [chance.sample(names, 3) for _ in range(300)]

    polls.add_ballots(
        workspace,
        poll.id,
        [sheet(poll, {name: place for place, name in enumerate(slip, 1)}) for slip in slips],
    )

    outcome = polls.result(workspace, poll.id)
    assert isinstance(outcome, BordaOutcome)
    expected = dict.fromkeys(names, 0)
    for slip in slips:
        for place, name in enumerate(slip):
            expected[name] += 3 - place
    told = named(poll.options)
    assert {told[r.option]: r.points for r in outcome.results} == expected
