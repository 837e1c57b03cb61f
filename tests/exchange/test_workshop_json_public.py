"""The public file holds nothing that must not leave the house."""

import json
from dataclasses import replace
from typing import Any

import pytest

from quartierdesk.domain.edition import UNNAMED, WITHHELD, published
from quartierdesk.domain.poll import Ballot, BallotMark, Poll, PollOption
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.exchange.workshop_json import read_workshop, write_workshop
from tests.exchange.workshop_records import SAMPLE, evaluated


@pytest.fixture(scope="module")
def internal() -> WorkshopRecord:
    """Return the sample workshop with its results."""
    return evaluated(read_workshop(SAMPLE).record)


@pytest.fixture(scope="module")
def public(internal: WorkshopRecord) -> bytes:
    """Return the public file of the sample."""
    return write_workshop(published(internal))


@pytest.fixture(scope="module")
def content(public: bytes) -> dict[str, Any]:
    """Return the content of the public file."""
    found: dict[str, Any] = json.loads(public)
    return found


def keys(value: object) -> set[str]:
    """Return every key in a JSON value."""
    if isinstance(value, dict):
        return set(value).union(*map(keys, value.values()))
    return set[str]().union(*map(keys, value)) if isinstance(value, list) else set()


def test_nobody_is_named(public: bytes, internal: WorkshopRecord) -> None:
    text = public.decode()

    for person in internal.participants:
        surname, _, first_name = person.name.partition(", ")
        assert person.label not in text
        assert person.name not in text
        assert f"{first_name} {surname}" not in text


def test_nothing_internal_has_a_place(content: dict[str, Any]) -> None:
    internal = {
        "participants",
        "signatures",
        "host",
        "captured_at",
        "note",
        "notes",
        "raw_internal",
        "matrix",
        "comparisons",
        "ballots",
        "consents",
        "polls",
    }

    assert keys(content) & internal == set()


def test_a_story_about_somebody_is_told_in_the_words_of_the_minutes(
    public: bytes, content: dict[str, Any]
) -> None:
    original = json.loads(SAMPLE)["contributions"][19]
    told = content["contributions"][19]

    assert original["text_original"] not in public.decode()
    assert "Die Frau Musterle" not in public.decode()
    assert told["text_original"] == original["text_minutes"]
    assert told["publish"] == "anonymized"
    assert told["location"] is None


def test_small_groups_are_protected(content: dict[str, Any]) -> None:
    demographics = json.loads(SAMPLE)["demographics"]

    shown = content["demographics"]
    assert set(shown) == {"k_min", "published_expected", "published_text"}
    assert shown["k_min"] == 5
    assert shown["published_expected"] == demographics["published_expected"]
    assert shown["published_text"]["gender"] == {
        "weiblich": "33",
        "männlich": "–",
        "divers_keine_angabe": "–",
    }


def test_a_mood_of_few_people_is_a_dash() -> None:
    sample = json.loads(SAMPLE)
    sample["mood"]["start"] = [1, 1, 0, 0, 0]
    record = evaluated(read_workshop(json.dumps(sample).encode()).record)

    public = write_workshop(published(record))

    (told,) = [each for each in json.loads(public)["polls"] if each.get("round") == "start"]
    assert told["published_text"] == "–"
    assert "tallies" not in told
    assert not any("published_text" in each for each in read_workshop(public).warnings)


def test_results_are_there_without_the_ballots(content: dict[str, Any]) -> None:
    sample = json.loads(SAMPLE)

    for key, section in sample["decision_examples"].items():
        assert content["decision_examples"][key]["result"] == section["result"]
    assert content["votes"] == sample["votes"]
    assert content["mood"] == sample["mood"]
    assert content["clusters"] == sample["clusters"]


def test_internal_enclosures_stay_in_the_house(content: dict[str, Any]) -> None:
    assert content["attachments"] == json.loads(SAMPLE)["attachments"][1:]


def test_the_public_file_can_be_read_and_says_what_is_missing(public: bytes) -> None:
    found = read_workshop(public)

    assert len(found.record.contributions) == 60
    assert found.record.head_counts == ()
    assert len(found.warnings) == 4
    assert sum("ohne seine Stimmzettel" in warning for warning in found.warnings) == 3


def test_dots_from_ballots_are_published_as_sums(internal: WorkshopRecord) -> None:
    options = tuple(PollOption(f"o{at}", f"Idee {at}", position=at) for at in range(2))
    ballots = tuple(
        Ballot(f"b{at}", "geheim", (BallotMark(f"m{at}", "o0", 2), BallotMark(f"n{at}", "o1", 1)))
        for at in range(3)
    )
    poll = Poll("p", "dots", state="closed", options=options, ballots=ballots)

    public = write_workshop(published(evaluated(replace(internal, polls=(poll,)))))

    (shown,) = json.loads(public)["polls"]
    assert b"geheim" not in public
    assert [row["dots"] for row in shown["result"]] == [6, 3]
    assert [tally["count"] for tally in shown["tallies"]] == [6, 3]
    again = evaluated(read_workshop(public).record)
    assert json.loads(write_workshop(again))["polls"][0]["result"] == shown["result"]


def test_a_contribution_that_is_not_for_publication_leaves_no_trace(
    internal: WorkshopRecord,
) -> None:
    hidden = replace(internal.contributions[0], publish="no")
    record = replace(internal, contributions=(hidden, *internal.contributions[1:]))

    public = write_workshop(published(record))
    content = json.loads(public)

    assert "B001" not in public.decode()
    assert hidden.text_minutes not in public.decode()
    assert content["clusters"][1]["contributions"] == ["B002", "B003"]
    assert content["votes"]["table_round"]["placed_by_table"]["1"] == 30
    assert WITHHELD in public.decode()
    assert read_workshop(public).record.contributions[0].label == "B002"


def test_names_in_texts_become_unreadable(internal: WorkshopRecord) -> None:
    person = internal.participants[0]
    surname, _, first_name = person.name.partition(", ")
    step = replace(internal.next_steps[0], who=f"{first_name} {surname}")

    public = write_workshop(published(replace(internal, next_steps=(step,))))

    assert json.loads(public)["next_steps"][0]["who"] == UNNAMED
