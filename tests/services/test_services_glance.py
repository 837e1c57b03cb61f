"""What is seen at a glance is what is there: the same values, read in either way."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from quartierdesk.domain.contribution import Cluster
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.measure import Answer
from quartierdesk.domain.workshop import TopicTable, Workshop
from quartierdesk.gui.pages.capture.rows import capture_counts, capture_rows
from quartierdesk.services import (
    answers,
    card_stream,
    catalogues,
    clusters,
    contributions,
    measures,
    next_steps,
    open_file,
    outline,
    progress,
    records,
    wall_rows,
    walls,
    workshop_lists,
    workshop_reading,
    workspaces,
)
from quartierdesk.services.card_stream import CardFilter
from quartierdesk.services.open_file import Glance, Readable
from quartierdesk.store.workspace import Access, Workspace
from tests.perf.material import fill
from tests.services.builders import new_cluster, new_workshop

Question = Callable[[Readable, str], object]


def _columns(workspace: Readable, workshop_id: str) -> list[object]:
    """Return the columns of the wall with all their cards, as values that compare."""
    return [
        (each.id, each.kind, each.title, each.label, each.field_name, each.field_sign,
         each.contributions, each.cards.keys, list(each.cards))
        for each in walls.wall(workspace, workshop_id).columns
    ]  # fmt: skip


QUESTIONS: dict[str, Question] = {
    "outline": lambda ws, key: outline.of_file(ws),
    "workshop": workshop_reading.get,
    "steps": progress.of_workshop,
    "undo": lambda ws, key: next_steps.next_steps(ws),
    "capture": lambda ws, key: capture_rows(key, CardFilter(), (), None)(ws),
    "counts": lambda ws, key: capture_counts(key)(ws),
    "filtered": lambda ws, key: card_stream.positions(ws, key, CardFilter("bus", mark="photo")),
    "wall": _columns,
    "catalogues": catalogues.of_workshop,
}
"""Everything that the frame and the pages ask of a glance."""


@pytest.fixture
def workshop(workspace: Workspace) -> Workshop:
    return new_workshop(workspace)


@pytest.fixture(scope="module", params=["sample", "rich", "many", "empty"])
def closed_file(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, template_file: Path
) -> tuple[Path, str]:
    """Return a closed file with one workshop, and its id."""
    path = tmp_path_factory.mktemp("blick") / "Werkstatt.quartier"
    if request.param == "rich":
        shutil.copy(request.getfixturevalue("rich_template"), path)
    else:
        shutil.copy(template_file, path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUARTIERDESK_CONFIG", str(path.parent / "einstellungen"))
        with Workspace.open(path, Access(actor="Test")) as opened:
            if request.param == "sample":
                workspaces.add_sample(opened)
            elif request.param != "rich":
                new_workshop(opened, "Viele")
            key = outline.of_file(opened).workshops[0].id
    if request.param == "many":
        fill(path, key, 10_000)
    return path, key


@pytest.mark.parametrize("what", QUESTIONS)
def test_a_glance_shows_what_the_open_file_shows(what: str, closed_file: tuple[Path, str]) -> None:
    path, key = closed_file
    seen = open_file.glance(path)
    assert seen is not None
    glance, file = seen
    at_a_glance = QUESTIONS[what](glance, key)
    glance.close()

    with Workspace.open(path, Access(actor="Test", read_only=True)) as opened:
        assert QUESTIONS[what](opened, key) == at_a_glance
    assert file.writable
    assert isinstance(glance, Glance)


def test_plain_statements_read_what_the_mapped_rows_say(
    rich_workspace: Workspace, rich_id: str
) -> None:
    record = records.load(rich_workspace, rich_id)
    with rich_workspace.reading() as session, rich_workspace.plainly() as rows:
        cards = wall_rows.card_rows(rows, rich_id)

        assert workshop_reading.get(rich_workspace, rich_id) == record.workshop
        assert wall_rows.columns(rows, rich_id) == clusters.of_workshop(session, rich_id)
        assert list(wall_rows.bundles(rows, rich_id, cards).values()) == contributions.bundles_of(
            session, rich_id
        )
    listed = workshop_lists.items(rich_workspace, TopicTable, rich_id)
    assert workshop_reading.tables(rich_workspace, rich_id) == listed != []


def test_a_plain_statement_sees_what_its_own_transaction_wrote(
    workspace: Workspace, workshop: Workshop
) -> None:
    with workspace.transaction("Themenfeld angelegt"):
        clusters.create(workspace, workshop.id, Cluster(new_id(), "", "Mobilität"))

        with workspace.plainly() as rows:
            assert [each.title for each in wall_rows.columns(rows, workshop.id)] == ["Mobilität"]


def test_a_cluster_is_answered_by_a_measure_or_an_answer(
    workspace: Workspace, workshop: Workshop
) -> None:
    taken, said, silent = (new_cluster(workspace, workshop.id, name) for name in "ABC")
    measure = measures.create_from_cluster(workspace, taken.id)
    answers.give(
        workspace, workshop.id, Answer(new_id(), "answered", cluster_id=said.id, text="Ja.")
    )

    def open_clusters() -> int:
        return len(answers.unanswered(workspace, workshop.id).clusters)

    assert open_clusters() == 1
    assert not _agree_done(workspace, workshop.id)
    clusters.remove(workspace, silent.id)
    assert open_clusters() == 0
    assert _agree_done(workspace, workshop.id)
    measures.remove(workspace, measure.id)
    assert open_clusters() == 1
    assert not _agree_done(workspace, workshop.id)


def _agree_done(workspace: Workspace, workshop_id: str) -> bool:
    return next(s.done for s in progress.of_workshop(workspace, workshop_id) if s.step == "agree")
