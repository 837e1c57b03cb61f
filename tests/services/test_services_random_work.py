"""An evening of random work: whatever is done can be taken back, all the way, and done again."""

import os
import shutil
import tempfile
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

from quartierdesk.errors import UserError
from quartierdesk.services import history, workshops
from quartierdesk.store.integrity import check
from quartierdesk.store.workspace import Workspace
from tests.services.builders import content, operations
from tests.services.random_verbs import VERBS, Hand, NothingThereError, Verb

Content = dict[str, object]

_EXAMPLES = int(os.environ.get("QUARTIERDESK_EXAMPLES", "12"))
_STEPS = int(os.environ.get("QUARTIERDESK_STEPS", "30"))


class RandomWork(RuleBasedStateMachine):
    """One file, worked on at random; `past` and `future` hold what people saw at each step."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.moves = 0
        self.path = Path(shutil.copy(self.template, Path(self.folder.name) / "0.quartier"))
        self.workspace = Workspace.open(self.path)
        workshops.create_plain(self.workspace, "Werkstatt")
        self.now = content(self.workspace)
        self.past: list[Content] = []
        self.future: list[Content] = []

    @rule(verb=st.sampled_from(VERBS), place=st.integers(0, 1), data=st.data())
    def work(self, verb: Verb, place: int, data: st.DataObject) -> None:
        records = self.now["records"]
        assert isinstance(records, list)
        steps = operations(self.workspace)
        try:
            verb(self.workspace, records[min(place, len(records) - 1)], Hand(data))
        except NothingThereError:
            return
        except UserError as error:
            complete = error.sentence.endswith((".", "!", "?"))
            assert complete, error.sentence  # noqa: PT017 - any verb may be refused or not
            assert operations(self.workspace) == steps
        self._done(operations(self.workspace) - steps)

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.workspace.undo()
        self.future.append(self.now)
        self.now = self.past.pop()
        assert content(self.workspace) == self.now

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.workspace.redo()
        self.past.append(self.now)
        self.now = self.future.pop()
        assert content(self.workspace) == self.now

    @rule(elsewhere=st.booleans())
    def close_and_reopen(self, elsewhere: bool) -> None:
        self.workspace.close()
        if elsewhere:
            self.moves += 1
            self.path = self.path.rename(self.path.with_name(f"{self.moves}.quartier"))
        self.workspace = Workspace.open(self.path)
        assert content(self.workspace) == self.now

    @invariant()
    def what_could_be_redone_is_known(self) -> None:
        _back, forth = history.next_steps(self.workspace)
        assert (forth is not None) == bool(self.future)

    def teardown(self) -> None:
        try:
            assert check(self.workspace) == []
            self._all_the_way_back_and_forth()
            assert check(self.workspace) == []
        finally:
            self.workspace.close()
            self.folder.cleanup()

    def _done(self, steps: int) -> None:
        after = content(self.workspace)
        if steps:
            assert steps == 1
            self.past.append(self.now)
            self.future = []
        else:
            assert after == self.now, "what is not in the history changes nothing"
        self.now = after

    def _all_the_way_back_and_forth(self) -> None:
        last, steps = self.now, len(self.past)
        for seen in reversed(self.past):
            self.workspace.undo()
            self.now = seen
        assert content(self.workspace) == self.now
        for _ in range(steps):
            self.workspace.redo()
        assert content(self.workspace) == last


def test_random_work_is_taken_back_and_done_again(template_file: Path) -> None:
    class Evening(RandomWork):
        template = template_file

    run_state_machine_as_test(
        Evening,
        settings=settings(
            max_examples=_EXAMPLES,
            stateful_step_count=_STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
