"""What is chosen for a protocol is remembered; what should be looked at is found."""

from dataclasses import replace
from pathlib import Path

import pytest

from quartierdesk.domain.contribution import Contribution, Photo
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.people import Participant
from quartierdesk.domain.protocol import ProtocolSettings
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.workshop import FeedbackQuote, Municipality, Quarter, Workshop
from quartierdesk.errors import UserError
from quartierdesk.services import (
    contributions,
    history,
    merging,
    packages,
    protocols,
    records,
)
from quartierdesk.services.protocols.freezing import frozen_text, thawed
from quartierdesk.store.workspace import Workspace
from tests.exports.small_workshop import small_protocol
from tests.services.builders import captured, new_cluster, new_workshop

CHOSEN = ProtocolSettings("internal", "short", ("measures", "overview"), ("swot", "trace"))


def test_nobody_chose_yet(workspace: Workspace) -> None:
    workshop = new_workshop(workspace)

    assert protocols.settings(workspace, workshop.id) == ProtocolSettings()


def test_a_choice_is_remembered_for_its_workshop_and_taken_back(workspace: Workspace) -> None:
    workshop, other = new_workshop(workspace), new_workshop(workspace, "Zweiter Abend")

    protocols.set_settings(workspace, workshop.id, ProtocolSettings())
    protocols.set_settings(workspace, workshop.id, CHOSEN)

    assert protocols.settings(workspace, workshop.id) == CHOSEN
    assert protocols.settings(workspace, other.id) == ProtocolSettings()
    history.undo(workspace)
    assert protocols.settings(workspace, workshop.id) == ProtocolSettings()


def test_sections_that_there_are_not_are_forgotten(workspace: Workspace) -> None:
    workshop = new_workshop(workspace)
    protocols.set_settings(
        workspace, workshop.id, ProtocolSettings(order=("weather", "mood"), hidden=("moon",))
    )

    assert protocols.settings(workspace, workshop.id) == ProtocolSettings(order=("mood",))


def test_a_length_that_there_is_not_is_refused(workspace: Workspace) -> None:
    workshop = new_workshop(workspace)

    with pytest.raises(UserError, match="gibt es nicht"):
        protocols.set_settings(workspace, workshop.id, ProtocolSettings(length="long"))  # type: ignore[arg-type]


def record(**more: object) -> WorkshopRecord:
    """Return a workshop with a participant, without anything else."""
    frame = (Municipality("g", "Ort"), Quarter("q", "g", "Mitte"), Workshop("w", "q", "Abend"))
    people = (Participant("p", "TN-01", "Musterle, Änne"),)
    return WorkshopRecord(*frame, participants=people, **more)  # type: ignore[arg-type]


def test_personal_data_are_found_with_their_place() -> None:
    said = Contribution("b1", "B001", "Frau Musterle weiß: 0711 123456", "Jemand weiß es.")
    quote = FeedbackQuote("f1", "Schreibt an a@beispiel.de")
    found = protocols.personal_data(record(contributions=(said,), feedback_quotes=(quote,)))

    assert [(f.thing, f.row_id, f.label, f.field, f.found, f.start) for f in found] == [
        ("contribution", "b1", "B001", "text_original", "Frau Musterle", 0),
        ("contribution", "b1", "B001", "text_original", "0711 123456", 20),
        ("feedback_quote", "f1", "Rückmeldung", "text", "a@beispiel.de", 12),
    ]


def test_words_that_nobody_will_read_are_not_searched() -> None:
    hidden = Contribution("b1", "B001", "Frau Musterle", publish="no")
    reworded = Contribution(
        "b2", "B002", "Frau Musterle", "Familie Muster", contains_personal_data=True
    )
    found = protocols.personal_data(record(contributions=(hidden, reworded)))

    assert [(f.row_id, f.field, f.found) for f in found] == [
        ("b2", "text_minutes", "Familie Muster")
    ]


def test_names_may_stand_inside_the_house(workspace: Workspace) -> None:
    workshop = new_workshop(workspace)
    captured(workspace, workshop.id, "Herr Beispiel: 0711 123456")

    kinds = [f.kind for f in protocols.findings(workspace, workshop.id, "public")]
    assert kinds == ["personal_data", "personal_data"]
    assert protocols.findings(workspace, workshop.id, "internal") == []


def test_a_picture_without_words_is_found_where_it_is_shown(workspace: Workspace) -> None:
    photos = (
        Photo(new_id(), "0" * 64, 10, 10, public=False),
        Photo(new_id(), "1" * 64, 10, 10, alt_text="Ein Platz", public=True),
    )
    found = protocols.warnings.findings_of(record(photos=photos), "internal")

    assert [(f.kind, f.row_id) for f in found] == [("alt_text", photos[0].id)]
    assert protocols.warnings.findings_of(record(photos=photos), "public") == []


def test_what_has_no_answer_is_found_once_somebody_began(
    rich_workspace: Workspace, rich_id: str
) -> None:
    (loose,) = captured(rich_workspace, rich_id, "Und was ist mit dem Bach?")
    column = new_cluster(rich_workspace, rich_id, "Bach")
    found = protocols.findings(rich_workspace, rich_id, "internal")

    rows = {f.row_id for f in found if f.kind == "unanswered"}
    assert {loose.id, column.id} <= rows
    answered = records.load(rich_workspace, rich_id).answers[0]
    assert {answered.contribution_id, answered.cluster_id}.isdisjoint(rows)


def test_a_frozen_protocol_is_the_same_when_it_is_thawed() -> None:
    protocol = small_protocol()

    assert thawed(frozen_text(protocol)) == protocol
    assert frozen_text(protocol) == frozen_text(small_protocol())


@pytest.mark.parametrize(
    "text", [b"{}", b'{"is": "Fact", "label": "a", "text": "b"}', b'{"is": "os"}']
)
def test_what_is_no_protocol_is_not_thawed(text: bytes) -> None:
    with pytest.raises(ValueError, match="protocol"):
        thawed(text)


def test_what_two_laptops_wrote_differently_is_found(workspace: Workspace, tmp_path: Path) -> None:
    workshop, other = new_workshop(workspace), new_workshop(workspace, "Zweiter Abend")
    (said,) = captured(workspace, workshop.id, "Der Bus")
    packages.write(workspace, tmp_path / "a.qdpaket")
    with packages.open_as_workspace(tmp_path / "a.qdpaket", tmp_path / "b.quartier") as second:
        contributions.edit(second, said, replace(said, title="Bus am Abend"))
        packages.write(second, tmp_path / "b.qdpaket")
    contributions.edit(workspace, said, replace(said, title="Bus am Morgen"))
    merging.merge(workspace, [tmp_path / "b.qdpaket"])

    (found,) = protocols.findings(workspace, workshop.id, "internal")
    assert (found.kind, found.row_id, found.field) == ("conflict", said.id, "title")
    assert protocols.findings(workspace, other.id, "internal") == []
