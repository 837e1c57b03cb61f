"""The format, its description and the domain agree on every field."""

import re
from collections.abc import Iterator
from dataclasses import fields

import pytest

from quartierdesk.domain.contribution import Bundle, Cluster, Contribution, Photo
from quartierdesk.domain.measure import Answer, Measure
from quartierdesk.domain.people import Consent, Participant
from quartierdesk.domain.poll import Poll, PollGroup, PollOption
from quartierdesk.domain.workshop import (
    AgendaItem,
    Indicator,
    Municipality,
    NextStep,
    Quarter,
    Signature,
    TopicTable,
    Workshop,
)
from quartierdesk.exchange.workshop_json import rows
from quartierdesk.exchange.workshop_json.fields import Fields
from quartierdesk.exchange.workshop_json.known_fields import KNOWN, Known
from quartierdesk.exchange.workshop_json.poll_form import GROUP, OPTION, POLL
from tests.support import ROOT

ROWS: list[tuple[type, Fields, set[str]]] = [
    (AgendaItem, rows.AGENDA_ITEM, set()),
    (Answer, rows.ANSWER, set()),
    (Bundle, rows.BUNDLE, set()),
    (Cluster, rows.CLUSTER, {"label"}),
    (Consent, rows.CONSENT, set()),
    (Contribution, rows.CONTRIBUTION, {"label", "in_idea_store"}),
    (Indicator, rows.INDICATOR, set()),
    (Measure, rows.MEASURE, {"label"}),
    (Municipality, rows.MUNICIPALITY + rows.MUNICIPALITY_DETAILS, set()),
    (NextStep, rows.NEXT_STEP, set()),
    (Participant, rows.PARTICIPANT, {"label", "consents"}),
    (Photo, rows.PHOTO, set()),
    (Poll, POLL, {"options", "groups", "ballots", "tallies"}),
    (PollGroup, GROUP, set()),
    (PollOption, OPTION, set()),
    (Quarter, rows.QUARTER + rows.QUARTER_DETAILS, {"municipality_id"}),
    (Signature, rows.SIGNATURE, set()),
    (TopicTable, rows.TABLE, {"number"}),
    (Workshop, rows.TOP + rows.WORKSHOP, {"quarter_id", "smallest_count", "feedback_returned"}),
]


@pytest.mark.parametrize(("kind", "table", "elsewhere"), ROWS)
def test_every_attribute_has_its_field(kind: type, table: Fields, elsewhere: set[str]) -> None:
    attributes = {field.name for field in fields(kind)} - {"id", "position"}

    assert {field.attribute for field in table} - {""} == attributes - elsewhere


def test_every_field_is_described() -> None:
    text = (ROOT / "docs/workshop_json.md").read_text(encoding="utf-8")

    assert set(named(KNOWN)) - set(re.findall(r"\w+", text)) == set()


def named(known: Known) -> Iterator[str]:
    """Yield every key the format knows."""
    if isinstance(known, list):
        yield from named(known[0])
    if isinstance(known, dict):
        for key, inner in known.items():
            yield from {key} - {"*"}
            yield from named(inner)
