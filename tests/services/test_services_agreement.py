"""What the page for agreeing is told, from the sample workshop."""

from datetime import date
from pathlib import Path

import pytest

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.measure import Answer
from quartierdesk.paths import resources
from quartierdesk.services import agreement, answers, imports, measures
from quartierdesk.store.workspace import Workspace


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
