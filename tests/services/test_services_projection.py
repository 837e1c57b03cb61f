"""What a room sees: the newest cards and the question, no names and nothing internal."""

from datetime import time

import pytest

from quartierdesk.domain.people import Participant
from quartierdesk.domain.workshop import AgendaItem, Workshop
from quartierdesk.services import contributions, participants, projection, workshop_lists
from quartierdesk.store.workspace import Workspace
from tests.services.builders import assert_leaves_the_house, captured, card, new_workshop


@pytest.fixture
def workshop(workspace: Workspace) -> Workshop:
    return new_workshop(workspace, "Dorf für alle")


def texts(workspace: Workspace, workshop: Workshop) -> list[str]:
    return [card.text for card in projection.of_workshop(workspace, workshop.id).cards]


def test_the_newest_cards_come_first_with_the_mark_of_their_kind(
    workspace: Workspace, workshop: Workshop
) -> None:
    captured(workspace, workshop.id, *(f"Satz {number}" for number in range(20)), kind="idee")
    captured(workspace, workshop.id, "Zuletzt")

    shown = projection.of_workshop(workspace, workshop.id)

    assert [each.text for each in shown.cards[:3]] == ["Zuletzt", "Satz 19", "Satz 18"]
    assert (shown.cards[1].letter, shown.cards[1].shape) == ("I", "circle")
    assert (shown.cards[0].letter, shown.cards[0].shape) == ("", "")
    assert (shown.contributions, shown.question) == (21, "Dorf für alle")
    assert_leaves_the_house(shown)


def test_names_and_what_is_not_for_the_public_stay_out(
    workspace: Workspace, workshop: Workshop
) -> None:
    participants.add(workspace, workshop.id, Participant("p1", "TN 1", "Erna Kleinmann"))
    contributions.capture_many(
        workspace,
        workshop.id,
        [
            card("Nicht öffentlich", publish="no"),
            card("Meine Mutter hat Demenz", contains_personal_data=True),
            card("Mein Sohn", contains_personal_data=True, text_minutes="Hilfe für Angehörige"),
            card("Erna Kleinmann kann gut backen"),
        ],
    )

    shown = texts(workspace, workshop)

    assert len(shown) == 2
    assert "Kleinmann" not in shown[0]
    assert shown[1] == "Hilfe für Angehörige"
    assert projection.of_workshop(workspace, workshop.id).contributions == 3


def test_the_running_item_is_one_of_the_public_agenda(
    workspace: Workspace, workshop: Workshop
) -> None:
    for title, public in (("Tischarbeit", True), ("Absprache im Team", False)):
        item = AgendaItem(title, title, start=time(19), end=time(20), public=public)
        workshop_lists.add(workspace, workshop.id, item)

    shown = projection.of_workshop(workspace, workshop.id)

    assert [item.title for item in shown.agenda] == ["Tischarbeit"]
    running = shown.running(time(19, 30))
    assert running is not None
    assert running.title == "Tischarbeit"
    assert shown.running(time(20)) is None
