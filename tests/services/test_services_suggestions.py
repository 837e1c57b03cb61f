"""What might belong together is offered with the reason; nothing happens by itself."""

import pytest

from quartierdesk.domain.workshop import Workshop
from quartierdesk.services import bundling, suggestions
from quartierdesk.services.suggestions import Suggestion
from quartierdesk.store.workspace import Workspace
from tests.services.builders import captured, content, new_cluster, new_workshop, operations


@pytest.fixture
def workshop(workspace: Workspace) -> Workshop:
    return new_workshop(workspace)


def offered(workspace: Workspace, workshop: Workshop) -> list[Suggestion]:
    return list(suggestions.suggested(workspace, workshop.id))


def test_a_new_theme_is_offered_with_the_words_that_are_shared(
    workspace: Workspace, workshop: Workshop
) -> None:
    cards = captured(
        workspace,
        workshop.id,
        "Handy-Sprechstunde mit Konfirmanden für das Handy",
        "Keine Bänke am Mühlbach",
        "Das Handy versteht hier niemand",
        "Ein Kurs: Wie geht ein Handy?",
        "Der Bäcker ist Gold wert",
    )

    (found,) = offered(workspace, workshop)

    assert (found.kind, found.words, found.title) == ("cluster", ("Handy",), "Handy")
    assert found.contributions == (cards[0].id, cards[2].id, cards[3].id)


def test_cards_are_offered_to_the_column_whose_words_they_share(
    workspace: Workspace, workshop: Workshop
) -> None:
    inside = captured(workspace, workshop.id, "Der Gehweg ist zu schmal", "Das Rathaus hat Stufen")
    column = new_cluster(workspace, workshop.id, "Barrierefreie Wege", inside)
    cards = captured(
        workspace,
        workshop.id,
        "Die Apotheke ist nicht barrierefrei",
        "Mehr Musik auf dem Dorffest",
        "Barrierefreie Toilette am Friedhof",
    )

    (found,) = offered(workspace, workshop)

    assert (found.kind, found.cluster_id, found.title) == ("move", column.id, "Barrierefreie Wege")
    assert found.contributions == (cards[0].id, cards[2].id)
    assert found.words == ("barrierefrei…",), "what the words have in common"


def test_nearly_the_same_sentences_are_offered_for_bundling(
    workspace: Workspace, workshop: Workshop
) -> None:
    cards = captured(
        workspace,
        workshop.id,
        "Am Rathaus fehlt eine Bank zum Ausruhen",
        "Der letzte Bus fährt um 18 Uhr",
        "am Rathaus fehlt eine Bank zum Ausruhen!",
        "Am Rathaus fehlt uns eine Bank zum Ausruhen",
    )

    (found,) = offered(workspace, workshop)

    assert (found.kind, found.words) == ("bundle", ())
    assert found.contributions == (cards[0].id, cards[2].id, cards[3].id)
    assert 88 <= found.likeness <= 100


def test_sorted_cards_and_words_that_everybody_says_are_left_alone(
    workspace: Workspace, workshop: Workshop
) -> None:
    done = captured(workspace, workshop.id, "Handy eins", "Handy zwei", "Handy drei")
    new_cluster(workspace, workshop.id, "Digitales", done)
    captured(workspace, workshop.id, "Das geht hier gar nicht", "Hier geht das nicht mehr gut")

    assert offered(workspace, workshop) == []


def test_offering_changes_nothing_and_a_suggestion_is_known_again(
    workspace: Workspace, workshop: Workshop
) -> None:
    captured(workspace, workshop.id, "Spielplatz alt", "Spielplatz neu", "Spielplatz zu")
    before, steps = content(workspace), operations(workspace)

    (first,) = offered(workspace, workshop)
    captured(workspace, workshop.id, "Etwas völlig anderes")
    (again,) = offered(workspace, workshop)

    assert first.key == again.key
    assert operations(workspace) == steps + 1
    assert content(workspace) != before


def test_what_was_bundled_stands_for_all_of_it(workspace: Workspace, workshop: Workshop) -> None:
    cards = captured(
        workspace, workshop.id, "Handy lernen", "Handy üben", "Handy verstehen", "Handykurs Handy"
    )
    bundling.bundle(workspace, [cards[0].id, cards[1].id])

    (found,) = offered(workspace, workshop)

    assert len(found.cards) == 3
    assert set(found.contributions) == {each.id for each in cards}
