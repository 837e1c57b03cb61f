"""What the page for agreeing is told, from the sample workshop."""

from datetime import date
from pathlib import Path

import pytest

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.measure import Answer
from quartierdesk.paths import resources
from quartierdesk.services import (
    agreement,
    answers,
    clusters,
    contributions,
    history,
    imports,
    measures,
)
from quartierdesk.services.agreement import Agreement
from quartierdesk.store.workspace import Workspace
from tests.services.builders import captured, new_cluster, new_workshop


@pytest.fixture
def workshop_id(workspace: Workspace) -> str:
    sample: Path = resources() / "sample/sample_workshop.json"
    return imports.import_workshop(workspace, sample).workshop_id


def test_a_measure_tells_where_it_comes_from(workspace: Workspace, workshop_id: str) -> None:
    first = agreement.of_workshop(workspace, workshop_id, date(2026, 3, 14)).measures[0]

    assert first.measure.label == "M01"
    assert first.status_letter == "V"
    assert first.themes[0].title == "Begegnungsort Alte Schule"
    weight = first.themes[0].weight
    assert weight is not None
    assert (weight.dots, weight.rank) == (41, 1)
    assert [card.label for card in first.cards] == sorted(card.label for card in first.cards)
    assert {card.label for card in first.cards} >= {"B027", "B042"}


def test_a_measure_is_overdue_only_while_it_is_open(workspace: Workspace, workshop_id: str) -> None:
    early = agreement.of_workshop(workspace, workshop_id, date(2026, 3, 14))
    late = agreement.of_workshop(workspace, workshop_id, date(2030, 1, 1))

    assert not any(line.is_overdue for line in early.measures)
    assert all(line.is_overdue for line in late.measures if line.measure.due)


def test_what_has_no_answer_is_listed_until_there_is_one(
    workspace: Workspace, workshop_id: str
) -> None:
    before = agreement.of_workshop(workspace, workshop_id)
    assert before.open_themes
    theme, *others = before.open_themes
    measures.create_from_cluster(workspace, theme.id)
    for other in others:
        answer = Answer(new_id(), "declined", "Dafür ist der Kreis zuständig.", cluster_id=other.id)
        answers.give(workspace, workshop_id, answer)
    for card in before.open_cards:
        answer = Answer(new_id(), "answered", "Ist erledigt.", contribution_id=card.id)
        answers.give(workspace, workshop_id, answer)

    after = agreement.of_workshop(workspace, workshop_id)

    assert not after.open_themes
    assert not after.open_cards
    assert len(after.answers) == len(before.answers) + len(others) + len(before.open_cards)
    assert all(each.subject for each in after.answers)
    assert after.measures[-1].themes[0].id == theme.id


def test_cards_of_a_theme_that_is_gone_are_open_again(workspace: Workspace) -> None:
    workshop = new_workshop(workspace)
    bank, bus = captured(workspace, workshop.id, "Bank", "Bus", label="B001")
    theme = new_cluster(workspace, workshop.id, "Wege", [bank])
    answer = Answer(new_id(), "answered", "Kommt.", cluster_id=theme.id)
    answers.give(workspace, workshop.id, answer)
    assert [(c.label, c.text) for c in open_cards(workspace, workshop.id)] == [("B001b", "Bus")]

    clusters.remove(workspace, theme.id)

    assert [(c.label, c.text) for c in open_cards(workspace, workshop.id)] == [
        ("B001", "Bank"),
        ("B001b", "Bus"),
    ]
    answers.give(
        workspace, workshop.id, Answer(new_id(), "answered", "Ja.", contribution_id=bus.id)
    )
    contributions.remove(workspace, [bus.id])
    assert agreement.of_workshop(workspace, workshop.id).answers == ()


def open_cards(workspace: Workspace, workshop_id: str) -> list[agreement.OpenCard]:
    return list(agreement.of_workshop(workspace, workshop_id).open_cards)


def test_reading_on_from_before_says_the_same_as_reading_everything(
    workspace: Workspace, workshop_id: str
) -> None:
    shown = agreement.of_workshop(workspace, workshop_id)
    first, second, third = list(contributions.listed(workspace, workshop_id))[:3]

    def other() -> None:
        theme = shown.clusters[0].id
        answer = Answer(new_id(), "answered", "Ja.", contribution_id=second.id)
        contributions.remove(workspace, [first.id])
        answers.give(workspace, workshop_id, answer)
        clusters.assign(workspace, [third.id], theme)
        captured(workspace, workshop_id, "Ganz neu", label=second.label)

    other()
    for step in (lambda: None, lambda: history.undo(workspace), lambda: history.redo(workspace)):
        step()
        shown = agreement.of_workshop(workspace, workshop_id, before=shown.sources)
        assert told(shown) == told(agreement.of_workshop(workspace, workshop_id))


def told(shown: Agreement) -> tuple[object, ...]:
    """Return everything an agreement says."""
    return (
        list(shown.open_cards),
        shown.open_in_idea_store,
        shown.measures,
        shown.open_themes,
        shown.answers,
    )


def test_answers_to_more_cards_than_are_looked_up_one_by_one(workspace: Workspace) -> None:
    workshop = new_workshop(workspace)
    cards = captured(workspace, workshop.id, *(f"Beitrag {n}" for n in range(510)))
    with workspace.transaction("Alles beantwortet"):
        for card in cards:
            answer = Answer(new_id(), "answered", "Ja.", contribution_id=card.id)
            answers.give(workspace, workshop.id, answer)
    contributions.remove(workspace, [cards[0].id])

    shown = agreement.of_workshop(workspace, workshop.id)

    assert len(shown.answers) == 509
    assert cards[0].id not in {each.answer.contribution_id for each in shown.answers}
