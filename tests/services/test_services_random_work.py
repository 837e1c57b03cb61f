"""An evening of random work: whatever is done can be taken back, all the way, and done again.

`QUARTIERDESK_EXAMPLES` and `QUARTIERDESK_STEPS` make it a longer one.
"""

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.errors import UserError
from quartierdesk.services import history, records, walls, workshops
from quartierdesk.services.wall_cards import Cards
from quartierdesk.services.walls import Wall, WallReading
from quartierdesk.store.integrity import check
from quartierdesk.store.schema import logged_tables
from quartierdesk.store.workspace import Workspace
from tests.services.builders import content
from tests.services.random_verbs import VERBS, Hand, NothingThereError, Verb

_NO_CARDS = Cards()
Rows = dict[str, list[tuple[object, ...]]]

_EXAMPLES = int(os.environ.get("QUARTIERDESK_EXAMPLES", "15"))
_STEPS = int(os.environ.get("QUARTIERDESK_STEPS", "20"))


class RandomWork(RuleBasedStateMachine):
    """One file, worked on at random; `past` and `future` hold its living rows at each step."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.moves = 0
        self.path = Path(shutil.copy(self.template, Path(self.folder.name) / "0.quartier"))
        self.workspace = Workspace.open(self.path)
        self.beginning = content(self.workspace)
        self.past: list[Rows] = []
        self.future: list[Rows] = []
        self.now = _living_rows(self.workspace)
        self.walls: dict[str, WallReading] = {}

    @rule(
        verbs=st.lists(st.sampled_from(VERBS), min_size=1, max_size=4),
        place=st.integers(0, 1),
        data=st.data(),
    )
    def work(self, verbs: list[Verb], place: int, data: st.DataObject) -> None:
        for verb in verbs:
            self._work(verb, place, Hand(data))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.workspace.undo()
        self.future.append(self.now)
        self.now = self.past.pop()
        assert _living_rows(self.workspace) == self.now

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.workspace.redo()
        self.past.append(self.now)
        self.now = self.future.pop()
        assert _living_rows(self.workspace) == self.now

    @rule(elsewhere=st.booleans())
    def close_and_reopen(self, elsewhere: bool) -> None:
        self.workspace.close()
        if elsewhere:
            self.moves += 1
            self.path = self.path.rename(self.path.with_name(f"{self.moves}.quartier"))
        self.workspace = Workspace.open(self.path)
        assert _living_rows(self.workspace) == self.now

    @invariant()
    def what_could_be_redone_is_known(self) -> None:
        _back, forth = history.next_steps(self.workspace)
        assert (forth is not None) == bool(self.future)

    @invariant()
    def a_wall_that_is_read_on_is_the_wall_read_anew(self) -> None:
        for line in workshops.overview(self.workspace):
            reading = walls.read(self.workspace, line.id, self.walls.get(line.id))
            self.walls[line.id] = reading
            assert _shown(reading.wall) == _shown(walls.wall(self.workspace, line.id))

    def teardown(self) -> None:
        try:
            self._all_the_way_back_and_forth()
            assert check(self.workspace) == []
        finally:
            self.workspace.close()
            self.folder.cleanup()

    def _work(self, verb: Verb, place: int, hand: Hand) -> None:
        steps = _steps(self.workspace)
        refused = ""
        try:
            verb(self.workspace, self._record(place), hand)
        except NothingThereError:
            return
        except UserError as error:
            refused = error.sentence
        done, after = _steps(self.workspace) - steps, _living_rows(self.workspace)
        assert refused[-1:] in ("", ".", "!", "?"), refused
        assert done == (after != self.now), f"{verb.__name__}: what is no step changes nothing"
        assert not (refused and done), refused
        if done:
            self.past.append(self.now)
            self.now, self.future = after, []

    def _record(self, place: int) -> WorkshopRecord:
        lines = workshops.overview(self.workspace)
        return records.load(self.workspace, lines[min(place, len(lines) - 1)].id)

    def _all_the_way_back_and_forth(self) -> None:
        last = content(self.workspace)
        for _ in self.past:
            self.workspace.undo()
        assert content(self.workspace) == self.beginning
        for _ in self.past:
            self.workspace.redo()
        assert _living_rows(self.workspace) == self.now
        assert content(self.workspace) == last


def _shown(wall: Wall) -> list[object]:
    return [(replace(column, cards=_NO_CARDS), *column.cards) for column in wall.columns]


def _living_rows(workspace: Workspace) -> Rows:
    with workspace.reading() as session:
        connection = session.connection()
        return {
            name: [
                tuple(row)
                for row in connection.exec_driver_sql(f"SELECT * FROM {name} WHERE deleted = 0")
            ]
            for name in logged_tables()
        }


def _steps(workspace: Workspace) -> int:
    with workspace.reading() as session:
        found = session.connection().exec_driver_sql("SELECT count(*) FROM command")
        return int(found.scalar_one())


def test_random_work_is_taken_back_and_done_again(rich_template: Path) -> None:
    class Evening(RandomWork):
        template = rich_template

    run_state_machine_as_test(
        Evening,
        settings=settings(
            max_examples=_EXAMPLES,
            stateful_step_count=_STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
