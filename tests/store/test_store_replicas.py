"""No two logs ever reuse a key: when a file goes on under its replica, and when not."""

import shutil
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import text

from quartierdesk.store.workspace import Access, Workspace
from tests.store.frames import add_card, make_workshop


def replica_of(path: Path) -> str:
    with Workspace.open(path) as workspace:
        return workspace.replica_id


def test_opening_again_in_the_same_place_goes_on(workspace_file: Path) -> None:
    assert replica_of(workspace_file) == replica_of(workspace_file)


def test_a_copy_gets_its_own_replica(workspace_file: Path, tmp_path: Path) -> None:
    first = replica_of(workspace_file)
    shutil.copy(workspace_file, tmp_path / "kopie.quartier")
    assert replica_of(tmp_path / "kopie.quartier") != first
    assert replica_of(workspace_file) == first


def test_another_installation_gets_its_own_replica(
    workspace_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = replica_of(workspace_file)
    monkeypatch.setenv("QUARTIERDESK_CONFIG", str(tmp_path / "anderer Laptop"))
    assert replica_of(workspace_file) != first


def test_an_older_copy_put_back_does_not_repeat_numbers(
    workspace_file: Path, tmp_path: Path
) -> None:
    with Workspace.open(workspace_file) as workspace:
        workshop = make_workshop(workspace)
        first = workspace.replica_id
    backup = Path(shutil.copy(workspace_file, tmp_path / "früher.quartier"))
    with Workspace.open(workspace_file) as workspace:
        add_card(workspace, workshop, "Danach")
    shutil.copy(backup, workspace_file)
    assert replica_of(workspace_file) != first


def test_the_clock_never_runs_backwards(workspace_file: Path) -> None:
    for moment in (5_000_000_000_000, 1_000_000_000_000):
        access = Access(milliseconds=partial(int, moment))
        with Workspace.open(workspace_file, access) as workspace:
            add_card(workspace, make_workshop(workspace), "Karte")
    with Workspace.open(workspace_file) as workspace, workspace.reading() as session:
        clocks = list(session.scalars(text("SELECT clock FROM command ORDER BY seq")))
    assert clocks == sorted(set(clocks))
    assert len(clocks) == 4
