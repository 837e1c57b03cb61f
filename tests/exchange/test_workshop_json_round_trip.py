"""Whatever is written can be read again, and nothing is lost on the way."""

import json

import pytest
from hypothesis import HealthCheck, given, settings

from quartierdesk.domain.edition import published
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.exchange.workshop_json import read_workshop, write_workshop
from tests.exchange.workshop_records import SAMPLE, comparable, evaluated, records

thorough = settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture
def sample() -> WorkshopRecord:
    """Return the sample workshop with its results."""
    return evaluated(read_workshop(SAMPLE).record)


def test_the_sample_is_read_without_a_word() -> None:
    assert read_workshop(SAMPLE).warnings == ()


def test_the_sample_comes_out_as_it_went_in(sample: WorkshopRecord) -> None:
    written = write_workshop(sample)

    assert json.loads(written) == json.loads(SAMPLE)
    assert written == SAMPLE


@given(records())
@thorough
def test_nothing_of_a_record_is_lost(record: WorkshopRecord) -> None:
    again = read_workshop(write_workshop(record))

    assert comparable(again.record) == comparable(record)
    assert [warning for warning in again.warnings if "Bild" not in warning] == []


@given(records())
@thorough
def test_a_file_that_was_read_is_written_the_same(record: WorkshopRecord) -> None:
    written = write_workshop(record)

    assert write_workshop(evaluated(read_workshop(written).record)) == written


@given(records())
@thorough
def test_a_public_file_can_be_read_and_written_again(record: WorkshopRecord) -> None:
    public = write_workshop(published(record))

    again = write_workshop(evaluated(read_workshop(public).record))

    assert len(json.loads(again)["contributions"]) == len(json.loads(public)["contributions"])
