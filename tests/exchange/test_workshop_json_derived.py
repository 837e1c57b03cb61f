"""What can be computed is computed: false numbers in a file change nothing."""

import copy
import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from quartierdesk.domain.contribution import Contribution, SwotStatement
from quartierdesk.domain.measure import Answer, Measure
from quartierdesk.domain.poll import Ballot, BallotMark, Poll, PollOption, Tally
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.workshop import (
    HeadCount,
    Municipality,
    Quarter,
    RetentionDate,
    TopicTable,
    Workshop,
)
from quartierdesk.exchange.workshop_json import read_workshop, write_workshop
from tests.exchange.workshop_records import SAMPLE, evaluated

FALSE = 777


@pytest.fixture
def content() -> dict[str, Any]:
    """Return the content of the sample."""
    found: dict[str, Any] = json.loads(SAMPLE)
    return found


def written_again(content: dict[str, Any]) -> dict[str, Any]:
    """Return the content of the file that is written for what was read from `content`."""
    record = read_workshop(json.dumps(content).encode()).record
    found: dict[str, Any] = json.loads(write_workshop(evaluated(record)))
    return found


def falsify(rows: list[dict[str, Any]], *kept: str) -> None:
    """Put a false number under every key of each row that is not kept."""
    for row in rows:
        row.update({key: FALSE for key in row if key not in kept})


def falsified(content: dict[str, Any]) -> dict[str, Any]:
    """Return the content with every number false that can be computed."""
    false = copy.deepcopy(content)
    falsify(false["clusters"], "id", "title", "summary", "action_field", "contributions")
    falsify(false["votes"]["plenary"]["result"], "cluster", "dots")
    for key in ("options", "dots_available", "dots_placed", "dots_unplaced"):
        false["votes"]["plenary"][key] = FALSE
    for key in ("placed_by_table", "available_by_table"):
        false["votes"]["table_round"][key] = dict.fromkeys("123456", FALSE)
    falsify(false["decision_examples"]["systemic_consensing"]["result"], "option")
    false["decision_examples"]["systemic_consensing"]["voters"] = FALSE
    falsify(false["decision_examples"]["pairwise"]["result"], "item")
    falsify(false["decision_examples"]["borda"]["result"], "item")
    for measure in false["measures"]:
        measure.update(quadrant="Nebenbei", ratio=99.9)
    for values in false["demographics"]["published_expected"].values():
        values.update(dict.fromkeys(values, FALSE))
    false["feedback"]["return_rate_pct"] = 0.1
    for cluster in false["clusters"]:
        cluster["contributions"] = list(reversed(cluster["contributions"]))[1:]
    false["votes"]["plenary"]["result"].reverse()
    return false


def test_false_numbers_are_not_believed(content: dict[str, Any]) -> None:
    assert falsified(content) != content
    assert written_again(falsified(content)) == content


def test_a_contribution_that_was_added_counts_everywhere(content: dict[str, Any]) -> None:
    new = {**content["contributions"][20], "id": "B061", "dots": 5, "table": 3, "cluster": "C01"}
    false = falsified(content)
    false["contributions"].append(new)

    again = written_again(false)

    assert again["contributions"] == [*content["contributions"], new]
    first = again["clusters"][0]
    assert first["contributions"] == [*content["clusters"][0]["contributions"], "B061"]
    assert first["contribution_count"] == 7
    assert first["table_dots"] == content["clusters"][0]["table_dots"] + 5
    assert again["votes"]["table_round"]["placed_by_table"]["3"] == 35
    assert again["votes"]["plenary"] == content["votes"]["plenary"]


def test_ballots_win_over_a_result(content: dict[str, Any]) -> None:
    content["decision_examples"]["systemic_consensing"]["matrix"][0][0] = 10
    content["decision_examples"]["pairwise"]["comparisons"][0]["value"] = 0
    content["decision_examples"]["borda"]["ballots"]["Tisch 1"].reverse()

    again = written_again(content)["decision_examples"]

    assert again["systemic_consensing"]["result"][0]["resistance_sum"] == 43
    assert [row["sum"] for row in again["pairwise"]["result"]] == [5, 5, 7, 2, 1]
    assert [row["points"] for row in again["borda"]["result"]] == [18, 12, 11, 11, 8]


def test_a_ranking_keeps_the_order_of_its_options(content: dict[str, Any]) -> None:
    content["decision_examples"]["borda"]["result"].reverse()
    content["decision_examples"]["pairwise"]["items"].reverse()

    again = written_again(content)["decision_examples"]

    assert [row["item"] for row in again["borda"]["result"]] == ["C05", "C04", "C02", "C01", "C03"]
    assert again["pairwise"]["items"] == ["C05", "C04", "C02", "C01", "C03"]


def test_a_contribution_belongs_where_it_says(content: dict[str, Any]) -> None:
    content["clusters"][0]["contributions"].append("B001")

    found = read_workshop(json.dumps(content).encode())

    (warning,) = found.warnings
    assert "„C01“ nennt den Beitrag „B001“" in warning
    assert written_again(content)["clusters"][0] == json.loads(SAMPLE)["clusters"][0]


def test_dots_at_the_contributions_are_enough_for_a_round_at_the_tables(
    content: dict[str, Any],
) -> None:
    del content["votes"]["table_round"]

    again = written_again(content)

    assert again["votes"]["table_round"]["placed_by_table"]["1"] == 30
    assert again["votes"]["table_round"]["available_by_table"]["1"] is None
    assert again["contributions"] == content["contributions"]


def test_a_workshop_of_which_only_the_title_is_known() -> None:
    found = read_workshop(b'{"schema": "quartierdesk.sample/1", "workshop": {"title": "Dorf"}}')

    assert found.warnings == ()
    assert found.record.workshop.title == "Dorf"
    assert found.record.polls == ()
    again = json.loads(write_workshop(found.record))
    assert again["workshop"]["title"] == "Dorf"
    assert not {"mood", "votes", "decision_examples", "polls"} & set(again)


def test_identities_sort_like_the_file() -> None:
    record = read_workshop(SAMPLE).record

    for rows in (record.contributions, record.clusters, record.measures, record.participants):
        assert [row.id for row in rows] == sorted(row.id for row in rows)
    assert read_workshop(SAMPLE).record.contributions[0].id != record.contributions[0].id


def test_what_the_sample_says_arrives() -> None:
    record = read_workshop(SAMPLE).record

    tables = {table.id: table.number for table in record.tables}
    hosts = {person.id: person.label for person in record.participants}
    assert [(tables[t.id], hosts[t.host_id or ""]) for t in record.tables][:2] == [
        (1, "TN-01"),
        (2, "TN-11"),
    ]
    assert [card.label for card in record.contributions if card.in_idea_store] == ["B010", "B030"]
    assert [item.public for item in record.enclosures] == [False, True, True, True]
    assert [(p.method, p.round) for p in record.polls] == [
        ("mood", "start"),
        ("mood", "end"),
        ("dots", "table"),
        ("dots", "plenary"),
        ("consensus", ""),
        ("pairwise", ""),
        ("borda", ""),
    ]
    assert {poll.state for poll in record.polls} == {"closed"}
    passive = [option.label for option in record.polls[4].options if option.is_status_quo]
    assert passive == ["P: Passivlösung – alles bleibt, wie es ist"]
    assert record.indicators[1].value == Decimal("16.8")
    assert record.retention[0].until is not None
    assert record.retention[2].text.startswith("Widerruf")
    given = {(c.kind, c.given) for c in record.participants[0].consents}
    assert given == {("list", True), ("contact", True), ("photo", True)}


def plain_record(*polls: Poll) -> WorkshopRecord:
    """Return a record that holds little more than polls."""
    municipality = Municipality("g", "Hörlesbach")
    quarter = Quarter("q", "g", "Kernort")
    return evaluated(WorkshopRecord(municipality, quarter, Workshop("w", "q", "T"), polls=polls))


def mood(key: str, state: str, count: int) -> Poll:
    """Return a mood poll at the start."""
    options = (PollOption(f"{key}1", "gut"), PollOption(f"{key}2", "schlecht", position=1))
    tallies = (Tally(f"{key}t", f"{key}1", count),)
    return Poll(key, "mood", round="start", state=state, options=options, tallies=tallies)


def test_the_first_closed_poll_fills_the_section_and_no_other_is_lost() -> None:
    record = plain_record(mood("a", "draft", 1), mood("b", "closed", 2), mood("c", "closed", 3))

    found = json.loads(write_workshop(record))

    assert found["mood"]["start"] == [2, 0]
    assert [poll.get("slot", "") for poll in found["polls"]] == ["", "mood.start", ""]
    again = read_workshop(write_workshop(record)).record
    assert [poll.state for poll in again.polls] == ["draft", "closed", "closed"]
    assert [poll.tallies[0].count for poll in again.polls] == [1, 2, 3]


def test_counts_of_several_laptops_become_one() -> None:
    poll = mood("a", "closed", 5)
    tallies = (
        Tally("x", "a1", 5, replica="laptop-1"),
        Tally("y", "a1", -2, replica="laptop-2"),
        Tally("z", "a2", 4, replica="laptop-2"),
    )

    found = read_workshop(write_workshop(plain_record(replace(poll, tallies=tallies)))).record

    assert [tally.count for tally in found.polls[0].tallies] == [3, 4]


def test_what_a_section_cannot_hold_stands_in_the_list_of_polls() -> None:
    ballots = (
        Ballot("x", "Anna", (BallotMark("m", "a1", 3), BallotMark("n", "a2", 0))),
        Ballot("y", "", (BallotMark("o", "a1", 7),), position=1),
    )
    poll = replace(mood("a", "closed", 0), method="consensus", round="", tallies=())
    record = plain_record(replace(poll, ballots=ballots, scale_max=10))

    found = json.loads(write_workshop(record))

    section = found["decision_examples"]["systemic_consensing"]
    assert section["matrix"] == [[3, 0], [7, None]]
    assert found["polls"][0]["slot"] == "decision_examples.systemic_consensing"
    again = read_workshop(write_workshop(record)).record.polls[0]
    assert [ballot.label for ballot in again.ballots] == ["Anna", ""]


def test_a_poll_without_outcome_keeps_its_counts() -> None:
    record = replace(plain_record(mood("a", "closed", 5)), outcomes={})

    found = json.loads(write_workshop(record))

    assert "mood" not in found
    assert "result" not in found["polls"][0]
    assert found["polls"][0]["tallies"] == [{"option": 0, "count": 5}]


def test_things_of_the_same_name_stay_apart() -> None:
    record = replace(
        plain_record(),
        retention=(RetentionDate("a", "Fotos", text="x"), RetentionDate("b", "Fotos", text="y")),
        head_counts=(
            HeadCount("h", "role", "kirche", 3),
            HeadCount("i", "role", "kirche", 3),
            HeadCount("j", "role", "verein", 9),
        ),
    )

    found = json.loads(write_workshop(record))

    assert found["retention"] == {"Fotos": "x", "Fotos (2)": "y"}
    assert found["demographics"]["raw_internal"] == {"role": {"kirche": 6, "verein": 9}}
    assert found["demographics"]["published_expected"] == {"role": {"kirche": 6, "verein": 9}}


def test_equal_and_missing_labels_become_distinct() -> None:
    cards = tuple(Contribution(f"b{at}", label, "Bank") for at, label in enumerate(["X", "X", ""]))
    record = replace(
        plain_record(),
        contributions=cards,
        tables=(TopicTable("t", 3, "Wohnen"), TopicTable("u", 3, "Pflege")),
        swot=(SwotStatement("s", "strength", "b1"),),
    )

    found = json.loads(write_workshop(record))

    assert [row["id"] for row in found["contributions"]] == ["X", "Xb", "P-001"]
    assert [row["no"] for row in found["tables"]] == [3, 4]
    assert found["swot"]["strengths"] == ["Xb"]


def test_what_points_to_nothing_is_left_out() -> None:
    card = Contribution("b", "B1", "Bank", table_id="x", cluster_id="x", bundle_id="x")
    record = replace(
        plain_record(replace(mood("a", "open", 1), options=(PollOption("a1", cluster_id="x"),))),
        contributions=(card,),
        tables=(TopicTable("t", 1, host_id="x"),),
        swot=(SwotStatement("s", "strength", "x"), SwotStatement("r", "threat", "x", "Frost")),
        measures=(Measure("m", "M1", "Bank", cluster_ids=("x",), contribution_ids=("x", "b")),),
        answers=(Answer("y", "answered", "Ja", cluster_id="x", measure_id="m"),),
    )

    found = read_workshop(write_workshop(record)).record

    assert found.contributions[0].cluster_id is None
    assert [statement.text for statement in found.swot] == ["Frost"]
    assert found.measures[0].contribution_ids == (found.contributions[0].id,)
    assert found.answers[0].measure_id == found.measures[0].id
