from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartierdesk.domain.dots import (
    DotRule,
    DotWarning,
    Recommendation,
    check_ballot,
    dots_from_ballots,
    evaluate_dots,
    recommended_dots,
    voters_for,
    warning_sentence,
)

PLENARY_RULE = DotRule(dots_per_person=4, max_per_option=2, voters=57)
PLENARY = {
    "C01": 34,
    "C02": 34,
    "C03": 41,
    "C04": 29,
    "C05": 22,
    "C06": 15,
    "C07": 11,
    "C08": 19,
    "C09": 6,
    "C10": 9,
    "C11": 3,
    "C12": 1,
}
PLENARY_SHARES_AND_RANKS = {
    "C01": ("15.2", 2),
    "C02": ("15.2", 2),
    "C03": ("18.3", 1),
    "C04": ("12.9", 4),
    "C05": ("9.8", 5),
    "C06": ("6.7", 7),
    "C07": ("4.9", 8),
    "C08": ("8.5", 6),
    "C09": ("2.7", 10),
    "C10": ("4.0", 9),
    "C11": ("1.3", 11),
    "C12": ("0.4", 12),
}
OPEN_RULE = DotRule(dots_per_person=None, max_per_option=None, voters=None)

ballots_lists = st.lists(
    st.dictionaries(st.sampled_from(["A", "B", "C"]), st.integers(0, 4)), max_size=8
)


def test_plenary_of_57_voters_gives_the_published_shares_and_ranks() -> None:
    outcome = evaluate_dots(PLENARY, PLENARY_RULE)
    assert {r.option: (str(r.share_percent), r.rank) for r in outcome.results} == (
        PLENARY_SHARES_AND_RANKS
    )
    assert [r.option for r in outcome.results] == list(PLENARY)
    assert {r.option for r in outcome.results if r.tied} == {"C01", "C02"}
    assert (outcome.placed, outcome.available, outcome.unplaced) == (224, 228, 4)
    assert outcome.warnings == ()


def test_dots_per_voter_are_a_second_figure() -> None:
    outcome = evaluate_dots(PLENARY, PLENARY_RULE)
    assert outcome.results[2].per_voter == Decimal("0.72")


def test_without_dots_there_is_no_share_and_all_are_tied() -> None:
    outcome = evaluate_dots({"A": 0, "B": 0}, OPEN_RULE)
    assert [(r.share_percent, r.rank, r.tied) for r in outcome.results] == [(None, 1, True)] * 2
    assert (outcome.available, outcome.unplaced) == (None, None)
    assert outcome.results[0].per_voter is None


def test_counting_more_than_was_handed_out_is_warned_about_and_still_evaluated() -> None:
    outcome = evaluate_dots({"A": 115, "B": 114}, PLENARY_RULE)
    assert outcome.warnings == (
        DotWarning("total", None, allowed=228, counted=229),
        DotWarning("option", "A", allowed=114, counted=115),
    )
    assert outcome.unplaced == 0
    assert outcome.results[0].rank == 1


def test_without_a_limit_per_option_all_dots_may_go_to_one() -> None:
    rule = DotRule(dots_per_person=3, max_per_option=None, voters=10)
    assert evaluate_dots({"A": 30, "B": 0}, rule).warnings == ()
    assert rule.most_on_one_option == 30


@pytest.mark.parametrize(
    ("options", "voters", "expected"),
    [
        (12, 57, Recommendation(half=6, half_plus_one=7, third=4, minimum=2, standard=4)),
        (12, 10, Recommendation(half=6, half_plus_one=7, third=4, minimum=7, standard=7)),
        (5, 30, Recommendation(half=3, half_plus_one=3, third=2, minimum=1, standard=2)),
        (40, 20, Recommendation(half=10, half_plus_one=21, third=14, minimum=39, standard=10)),
        (1, 1, Recommendation(half=1, half_plus_one=1, third=1, minimum=0, standard=1)),
    ],
)
def test_recommended_dots(options: int, voters: int, expected: Recommendation) -> None:
    assert recommended_dots(options, voters) == expected


@settings(deadline=None)
@given(options=st.integers(1, 60), voters=st.integers(1, 300))
def test_the_proposed_number_can_be_handed_out(options: int, voters: int) -> None:
    recommendation = recommended_dots(options, voters)
    assert 1 <= recommendation.standard <= 10
    assert recommendation.minimum * voters >= options * (options - 1) / 2


@settings(deadline=None)
@given(ballots=ballots_lists)
def test_counting_ballots_loses_no_dot(ballots: list[dict[str, int]]) -> None:
    counts = dots_from_ballots(ballots, ["C", "B", "A"])
    assert list(counts) == ["C", "B", "A"]
    assert sum(counts.values()) == sum(sum(ballot.values()) for ballot in ballots)
    for option, voters in voters_for(ballots, ["A", "B", "C"]).items():
        assert voters <= min(len(ballots), counts[option])


@settings(deadline=None)
@given(ballots=ballots_lists, most=st.integers(1, 3), each=st.integers(1, 4))
def test_ballots_that_keep_the_rule_make_a_count_that_keeps_it(
    ballots: list[dict[str, int]], most: int, each: int
) -> None:
    rule = DotRule(dots_per_person=each, max_per_option=most, voters=len(ballots))
    kept = all(not check_ballot(ballot, rule) for ballot in ballots)
    outcome = evaluate_dots(dots_from_ballots(ballots, ["A", "B", "C"]), rule)
    assert not (kept and outcome.warnings)


def test_a_ballot_beyond_the_rule_is_told_with_its_place() -> None:
    assert check_ballot({"A": 3, "B": 2}, PLENARY_RULE) == (
        DotWarning("ballot_total", None, allowed=4, counted=5),
        DotWarning("ballot_option", "A", allowed=2, counted=3),
    )
    assert check_ballot({"A": 2, "B": 2}, PLENARY_RULE) == ()
    assert check_ballot({"A": 99}, OPEN_RULE) == ()


@pytest.mark.parametrize("ballot", [{"X": 1}, {"A": -1}])
def test_ballots_with_unknown_options_or_negative_dots_are_refused(ballot: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="on a ballot"):
        dots_from_ballots([ballot], ["A"])
    with pytest.raises(ValueError, match="on a ballot"):
        voters_for([ballot], ["A"])


def test_negative_counts_and_impossible_rules_are_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        evaluate_dots({"A": -1}, OPEN_RULE)
    with pytest.raises(ValueError, match="at least 1"):
        DotRule(dots_per_person=0, max_per_option=None, voters=None)
    with pytest.raises(ValueError, match="voters"):
        DotRule(dots_per_person=None, max_per_option=None, voters=-1)
    with pytest.raises(ValueError, match="at least one"):
        recommended_dots(0, 5)


@pytest.mark.parametrize(
    ("warning", "parts"),
    [
        (DotWarning("total", None, 228, 10_229), ("(10.229)", "(228)", "ausgegeben")),
        (DotWarning("option", "C01", 114, 115), ("„Dorfladen“", "(115)", "(114)")),
        (DotWarning("ballot_total", None, 4, 5), ("Stimmzettel", "(5)", "(4)")),
        (DotWarning("ballot_option", "C01", 2, 3), ("„Dorfladen“", "je Thema", "(2)")),
    ],
)
def test_a_warning_is_one_german_sentence(warning: DotWarning, parts: tuple[str, ...]) -> None:
    sentence = warning_sentence(warning, "Dorfladen")
    assert sentence.endswith(".")
    for part in parts:
        assert part in sentence


def test_without_a_label_the_warning_names_the_option_by_its_id() -> None:
    assert "„C01“" in warning_sentence(DotWarning("option", "C01", 1, 2))
