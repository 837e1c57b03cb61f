"""Operations: in order, beside the window, with results where they are wanted."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from quartierdesk.errors import UserError
from quartierdesk.gui.ops import Operations
from quartierdesk.gui.ticket import Ticket
from quartierdesk.services import contributions, workshops, workspaces
from quartierdesk.services.workspaces import Changes, Workspace
from tests.gui.opening import wait_until
from tests.services.builders import card

SECRET = "Herr Müller aus der Kirchgasse"


@pytest.fixture
def ops(qapp: QApplication, workspace_file: Path) -> Iterator[Operations]:
    """Return operations on an open, empty workspace."""
    made = Operations(qapp)
    made.open(made, "", lambda: workspaces.open_file(workspace_file, "Test"))
    wait_until(lambda: not made.busy, "the open file")
    yield made
    made.shut_down()
    made.deleteLater()


def done(ops: Operations) -> None:
    """Wait until nothing is on its way."""
    wait_until(lambda: not ops.busy, "the end of all operations")


def test_work_runs_on_another_thread_and_its_result_comes_back_on_this_one(ops: Operations) -> None:
    threads: list[int] = []

    def note(_workspace: Workspace) -> int:
        threads.append(threading.get_ident())
        return threading.get_ident()

    ops.ask(ops, note, lambda _: threads.append(threading.get_ident()))
    done(ops)

    assert threads[0] != threading.get_ident()
    assert threads[1] == threading.get_ident()


def test_what_is_asked_after_writing_sees_what_was_written(ops: Operations) -> None:
    titles: list[str] = []
    ops.run(ops, lambda ws: workshops.create_plain(ws, "Dorfwerkstatt"))
    ops.ask(ops, workshops.overview, lambda found: titles.extend(w.title for w in found))
    done(ops)

    assert titles == ["Dorfwerkstatt"]


def test_changes_are_told_before_the_result_of_the_operation(ops: Operations) -> None:
    order: list[object] = []
    ops.changed.connect(order.append)
    ops.run(ops, lambda ws: workshops.create_plain(ws, "Dorfwerkstatt").id, order.append)
    done(ops)

    assert isinstance(order[0], Changes)
    assert "workshop" in order[0].kinds
    assert isinstance(order[1], str)


def test_reading_tells_no_changes(ops: Operations) -> None:
    told: list[object] = []
    ops.changed.connect(told.append)
    ops.ask(ops, workshops.overview, lambda _: None)
    done(ops)

    assert told == []


def test_of_questions_of_one_name_only_the_last_is_answered(ops: Operations) -> None:
    answers: list[int] = []
    for number in range(5):
        ops.ask(ops, lambda _ws, n=number: n, answers.append, latest="tippen")  # type: ignore[misc]
    done(ops)

    assert answers == [4]


def test_a_refusal_goes_to_whoever_asked_and_is_shown_by_nobody_else(ops: Operations) -> None:
    heard: list[UserError] = []
    shown: list[UserError] = []
    ops.refused.connect(shown.append)
    ops.run(ops, _refuse, None, heard.append)
    done(ops)

    assert [str(error) for error in heard] == ["Das geht nicht. Bitte anders."]
    assert shown == []


def test_a_refusal_nobody_takes_is_shown(ops: Operations) -> None:
    shown: list[UserError] = []
    ops.refused.connect(shown.append)
    ops.run(ops, _refuse)
    done(ops)

    assert len(shown) == 1


def test_a_mistake_of_the_program_is_reported_without_what_anybody_said(
    ops: Operations, caplog: pytest.LogCaptureFixture
) -> None:
    reports: list[str] = []
    ops.crashed.connect(reports.append)
    ops.run(ops, _fail)
    done(ops)

    assert "ValueError" in reports[0]
    assert "_fail" in reports[0]
    assert SECRET not in reports[0] + caplog.text


def test_after_a_mistake_the_next_operation_works(ops: Operations) -> None:
    found: list[int] = []
    ops.run(ops, _fail)
    ops.ask(ops, lambda ws: len(workshops.overview(ws)), found.append)
    done(ops)

    assert found == [0]


def test_a_result_for_somebody_who_is_gone_is_dropped_but_the_work_is_done(
    ops: Operations, qapp: QApplication
) -> None:
    owner = QObject()
    heard: list[object] = []
    titles: list[str] = []
    ops.run(owner, lambda ws: workshops.create_plain(ws, "Dorfwerkstatt"), heard.append)
    shiboken6.delete(owner)
    ops.ask(ops, workshops.overview, lambda found: titles.extend(w.title for w in found))
    done(ops)

    assert heard == []
    assert titles == ["Dorfwerkstatt"]


def test_long_work_tells_its_progress_and_can_be_cancelled(ops: Operations) -> None:
    seen: list[tuple[int, int]] = []
    heard: list[object] = []

    def endless(_workspace: Workspace, ticket: Ticket) -> None:
        for number in range(10**9):
            ticket.step(number, 10**9)
            if number > 10:
                threading.Event().wait(0.01)

    ticket = ops.run_long(ops, "Dauert", endless, heard.append)
    ticket.advanced.connect(lambda done, total: seen.append((done, total)))
    wait_until(lambda: len(seen) > 3, "progress")
    ticket.cancel()
    done(ops)

    assert heard == []
    assert {total for _, total in seen} == {10**9}
    assert seen == sorted(seen)


def test_what_was_cancelled_too_late_is_told_all_the_same(ops: Operations) -> None:
    told: list[str] = []
    started, go_on = threading.Event(), threading.Event()

    def work(_workspace: Workspace, _ticket: Ticket) -> str:
        started.set()
        go_on.wait(10)
        return "geschrieben"

    ticket = ops.run_long(ops, "Lange Arbeit", work, told.append)
    started.wait(10)
    ticket.cancel()
    go_on.set()
    done(ops)

    assert told == ["geschrieben"]


def test_slow_work_is_told_after_a_while(ops: Operations) -> None:
    slow: list[Ticket] = []
    ops.slow.connect(slow.append)
    go_on = threading.Event()
    ops.run_long(ops, "Dauert", lambda _ws, _ticket: go_on.wait(20))
    wait_until(lambda: bool(slow), "the notice")
    go_on.set()
    done(ops)

    assert len(slow) == 1


def test_quick_work_is_not_told(ops: Operations) -> None:
    slow: list[Ticket] = []
    ops.slow.connect(slow.append)
    ops.ask(ops, workshops.overview, lambda _: None)
    done(ops)

    assert slow == []


def test_drawing_does_not_wait_for_the_database(ops: Operations) -> None:
    go_on = threading.Event()
    drawn: list[str] = []
    ops.run_long(ops, "Dauert", lambda _ws, _ticket: go_on.wait(20))
    ops.draw(ops, lambda _ticket: "Seite", drawn.append)
    wait_until(lambda: bool(drawn), "the drawing")
    go_on.set()
    done(ops)

    assert drawn == ["Seite"]


def test_shutting_down_finishes_writing_and_ends_all_threads(
    ops: Operations, workspace_file: Path
) -> None:
    for number in range(20):
        ops.run(ops, lambda ws, n=number: workshops.create_plain(ws, f"Werkstatt {n}"))  # type: ignore[misc]
    ops.back_up(ops, lambda _ticket: None)
    ops.shut_down()

    names = [thread.name for thread in threading.enumerate()]
    assert [name for name in names if name.startswith("quartierdesk")] == []
    with Workspace.open(workspace_file) as again:
        assert len(workshops.overview(again)) == 20


def test_after_shutting_down_nothing_is_taken_on(ops: Operations) -> None:
    ops.shut_down()
    ticket = ops.draw(ops, lambda _: 1, lambda _: None)

    assert ticket.cancelled


def test_when_another_file_cannot_be_opened_the_open_one_stays(
    ops: Operations, tmp_path: Path
) -> None:
    heard: list[UserError] = []
    missing = tmp_path / "fehlt.quartier"
    ops.open(ops, "", lambda: workspaces.open_file(missing, "Test"), heard.append)
    workshop: list[str] = []
    ops.run(ops, lambda ws: workshops.create_plain(ws, "Da").id, workshop.append)
    done(ops)

    assert len(heard) == 1
    assert len(workshop) == 1


def test_many_operations_at_once_are_all_stored(ops: Operations) -> None:
    labels: list[str] = []
    workshop: list[str] = []
    ops.run(ops, lambda ws: workshops.create_plain(ws, "Viele").id, workshop.append)
    done(ops)
    for number in range(50):
        ops.run(
            ops,
            lambda ws, n=number: contributions.capture(ws, workshop[0], card(f"Satz {n}.")).label,  # type: ignore[misc]
            labels.append,
        )
    done(ops)

    assert len(set(labels)) == 50


def _refuse(_workspace: Workspace) -> None:
    raise UserError("Das geht nicht.", "Bitte anders.")


def _fail(_workspace: Workspace) -> None:
    raise ValueError(SECRET)
