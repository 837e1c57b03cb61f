"""What is drawn beside a result on screen are the numbers of its table."""

from dataclasses import replace

import pytest

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.poll import Ballot, BallotMark, Poll, PollOption
from quartierdesk.domain.results import evaluate
from quartierdesk.services import diagrams, imports, measures, polls, weighting, workshops
from quartierdesk.services.diagrams import Beside
from quartierdesk.services.poll_figures import figure_of
from quartierdesk.services.poll_results import result_table
from quartierdesk.services.weighting import PollView
from quartierdesk.store.workspace import Workspace
from tests.support import ROOT

SAMPLE = ROOT / "resources/sample/sample_workshop.json"
ROLES = ("ink", "muted", "petrol", "petrol_2", "petrol_3", "stone", "rule", "hair", "brick")
DARK = {**dict.fromkeys(ROLES, "#EDEDEB"), "white": "#24262B"}


@pytest.fixture
def workshop_id(workspace: Workspace) -> str:
    """Return the sample workshop."""
    imports.import_workshop(workspace, SAMPLE)
    return workshops.overview(workspace)[0].id


def views(workspace: Workspace, workshop_id: str) -> list[PollView]:
    """Return all polls of a workshop as the page sees them."""
    return [weighting.view(workspace, line.id) for line in weighting.lines(workspace, workshop_id)]


def test_bars_are_the_first_numbers_of_the_rows(workspace: Workspace, workshop_id: str) -> None:
    seen = set()
    for view in views(workspace, workshop_id):
        found = result_table(view)
        figure = figure_of(view, found) if found else None
        if found is None or figure is None or figure.kind != "bars":
            continue
        seen.add(view.poll.method)
        column = [column.key for column in found.columns].index(found.measured)
        assert figure.categories == tuple(row.name for row in found.rows)
        assert figure.series[0].values == tuple(row.cells[column] for row in found.rows)
        assert all(row.name in figure.alt_text for row in found.rows)
    assert seen == {"dots", "consensus", "pairwise", "borda"}


def test_a_mood_shows_the_first_and_the_last_count(workspace: Workspace, workshop_id: str) -> None:
    last = [view for view in views(workspace, workshop_id) if view.poll.method == "mood"][-1]
    found = result_table(last)
    assert found is not None
    figure = figure_of(last, found)

    assert figure is not None
    assert figure.kind == "mood"
    assert [series.title for series in figure.series] == ["start", "end"]
    assert [series.values[0] for series in figure.series] == list(found.rows[0].bars)


def test_a_field_has_the_numbers_of_the_measures(workspace: Workspace, workshop_id: str) -> None:
    agreed = measures.listed(workspace, workshop_id)[:3]
    options = tuple(
        PollOption(new_id(), measure_id=measure.id, position=at)
        for at, measure in enumerate(agreed)
    )
    made = polls.create(
        workspace, workshop_id, Poll(new_id(), "effort_benefit", state="open", options=options)
    )
    marks = tuple(
        BallotMark(new_id(), option.id, value, aspect=aspect)
        for option in made.options[:2]
        for aspect, value in (("effort", 2), ("benefit", 5))
    )
    polls.add_ballots(workspace, made.id, [Ballot(new_id(), "1", marks)])
    polls.set_state(workspace, made.id, "closed")
    view = weighting.view(workspace, made.id)
    found = result_table(view)
    assert found is not None

    figure = figure_of(view, found)

    assert figure is not None
    assert figure.categories == ("M01", "M02")
    assert "M01 Begegnungscafé" in figure.alt_text
    assert [row.label for row in found.rows] == ["M01", "M02", "M03"]


def test_without_measures_the_marks_are_numbers(workspace: Workspace, workshop_id: str) -> None:
    options = (PollOption(new_id(), label="Bank"), PollOption(new_id(), label="Bus", position=1))
    poll = Poll(new_id(), "effort_benefit", state="open", options=options)
    view = weighting.view(workspace, polls.create(workspace, workshop_id, poll).id)
    closed = replace(view, outcome=evaluate(view.poll))
    found = result_table(closed)

    assert found is not None
    assert [row.label for row in found.rows] == ["1", "2"]
    assert figure_of(closed, found) is None


def test_the_drawing_takes_the_colours_of_the_screen(
    workspace: Workspace, workshop_id: str
) -> None:
    for view in views(workspace, workshop_id):
        found = result_table(view)
        figure = figure_of(view, found) if found else None
        assert figure is not None

        svg = diagrams.beside_table(figure, Beside(250, 27, DARK, tie="gleich"))

        assert "rgb(100%,100%,100%)" not in svg
        assert "clip" not in svg
        assert ("gleich" in svg) == bool(found and found.has_ties)
