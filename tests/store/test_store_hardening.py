"""What the store promises beside the main road: foreign logs, crashes, reused keys, odd paths."""

import os
import shutil
from pathlib import Path, PureWindowsPath

import pytest
import sqlcipher3.dbapi2 as driver

from quartierdesk.errors import DamagedFileError
from quartierdesk.store import meta, write_ahead
from quartierdesk.store.driver import uri_of
from quartierdesk.store.engine import open_engine
from quartierdesk.store.file_facts import FILE_FORMAT, log_of
from quartierdesk.store.integrity import check
from quartierdesk.store.schema.contributions import Contribution
from quartierdesk.store.workspace import Access, Workspace
from tests.store.frames import add_card, make_workshop, texts
from tests.store.test_store_file_states import holding, kill


def wordings(path: Path) -> list[str]:
    with Workspace.open(path) as workspace:
        assert check(workspace) == []
        return list(texts(workspace).values())


def crashed(path: Path) -> Path:
    """Leave a file behind as a killed program does, and return its log."""
    kill(holding(path))
    log = log_of(path)
    assert log.stat().st_size
    return log


def test_a_copy_put_in_place_after_a_crash_is_not_ruined_by_the_old_log(
    workspace_file: Path, tmp_path: Path
) -> None:
    with Workspace.open(workspace_file) as workspace:
        add_card(workspace, make_workshop(workspace), "Von gestern")
    yesterday = shutil.copy(workspace_file, tmp_path / "gestern")
    log = crashed(workspace_file).read_bytes()
    shutil.copy(yesterday, workspace_file)

    assert wordings(workspace_file) == ["Von gestern"]
    aside = workspace_file.with_name(f"{workspace_file.name}-wal-beiseite")
    assert aside.read_bytes() == log

    crashed(workspace_file)
    shutil.copy(yesterday, workspace_file)
    assert wordings(workspace_file) == ["Von gestern"]
    assert aside.read_bytes() == log
    assert aside.with_name(f"{aside.name}1").exists()


def test_the_log_of_a_crash_is_never_set_aside(workspace_file: Path) -> None:
    crashed(workspace_file)
    assert wordings(workspace_file) == ["Aus dem anderen Programm"]
    assert [path.name for path in workspace_file.parent.iterdir()] == [workspace_file.name]


@pytest.mark.parametrize("passphrase", [None, "Grün"])
def test_the_beginning_of_an_opening_that_was_cut_off_is_cleared_away(
    tmp_path: Path, passphrase: str | None
) -> None:
    path, begun = tmp_path / "a.quartier", tmp_path / "begonnen" / "a.quartier"
    begun.parent.mkdir()
    with Workspace.create(path, Access(passphrase=passphrase)) as workspace:
        add_card(workspace, make_workshop(workspace), "Bank")
    engine = open_engine(path, passphrase=passphrase)
    write_ahead.mark(engine, "needs log")
    shutil.copy(path, begun)
    shutil.copy(log_of(path), log_of(begun))
    engine.dispose()

    with Workspace.open(begun, Access(passphrase=passphrase)) as workspace:
        assert list(texts(workspace).values()) == ["Bank"]
    assert [each.name for each in begun.parent.iterdir()] == [begun.name]


@pytest.mark.parametrize("passphrase", [None, "Grün"])
def test_the_rest_of_a_closing_that_was_cut_off_is_cleared_away(
    tmp_path: Path, passphrase: str | None
) -> None:
    path = tmp_path / "a.quartier"
    with Workspace.create(path, Access(passphrase=passphrase)) as workspace:
        add_card(workspace, make_workshop(workspace), "Bank")
    engine = open_engine(path, passphrase=passphrase)
    write_ahead.mark(engine, "open without log")
    write_ahead.mark(engine, "closed")
    rest = log_of(path).read_bytes()
    assert rest
    engine.dispose()
    log_of(path).write_bytes(rest)
    with Workspace.open(path, Access(passphrase=passphrase)) as workspace:
        assert list(texts(workspace).values()) == ["Bank"]
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_torn_log_beside_a_complete_file_is_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "a.quartier"
    with Workspace.create(path) as workspace:
        add_card(workspace, make_workshop(workspace), "Bank")
    engine = open_engine(path)
    write_ahead.mark(engine, "open without log")
    write_ahead.mark(engine, "closed")
    rest = log_of(path).read_bytes()
    engine.dispose()
    torn = rest + rest[32 : 32 + 24]
    log_of(path).write_bytes(torn)
    with Workspace.open(path) as workspace:
        assert list(texts(workspace).values()) == ["Bank"]
    assert path.with_name("a.quartier-wal-beiseite").read_bytes() == torn


def test_the_mark_is_in_the_file_itself_while_it_is_open(workspace_file: Path) -> None:
    def marked() -> bool:
        engine = open_engine(workspace_file, mode="ro", immutable=True)
        try:
            with engine.connect() as connection:
                return write_ahead.needs_log(connection)
        finally:
            engine.dispose()

    with Workspace.open(workspace_file) as workspace:
        assert marked()
        add_card(workspace, make_workshop(workspace), "Bank")
        assert marked()
    assert not marked()


def test_a_crash_between_opening_and_closing_draws_a_fresh_replica(workspace_file: Path) -> None:
    with Workspace.open(workspace_file) as workspace:
        first = workspace.replica_id
    kill(holding(workspace_file))
    with Workspace.open(workspace_file) as workspace:
        second = workspace.replica_id
    with Workspace.open(workspace_file) as workspace:
        third = workspace.replica_id
    assert first != second == third


def test_a_copy_of_the_note_does_not_let_two_files_go_on(
    workspace_file: Path, tmp_path: Path
) -> None:
    with Workspace.open(workspace_file) as workspace:
        first = workspace.replica_id
    twin = Path(shutil.copy(workspace_file, tmp_path / "Zwilling"))
    with Workspace.open(workspace_file) as workspace:
        assert workspace.replica_id == first
        add_card(workspace, make_workshop(workspace), "Bank")
    shutil.move(twin, workspace_file)
    with Workspace.open(workspace_file) as workspace:
        assert workspace.replica_id != first


def test_parts_that_are_taken_back_alone_are_refused(workspace: Workspace) -> None:
    workshop = make_workshop(workspace)
    with (
        pytest.raises(RuntimeError, match="gap in the change log"),
        workspace.transaction("Beitrag erfasst") as session,
        session.begin_nested(),
    ):
        session.add(Contribution(workshop_id=workshop, text_original="Bank"))
    assert texts(workspace) == {}
    assert check(workspace) == []


def test_a_part_that_failed_and_was_swallowed_spoils_the_whole(workspace: Workspace) -> None:
    workshop = make_workshop(workspace)

    def swallowing() -> None:
        with workspace.transaction("Beitrag erfasst") as session:
            session.add(Contribution(workshop_id=workshop, text_original="Bank"))
            try:
                with workspace.transaction("Teil"):
                    raise KeyError
            except KeyError:
                pass

    with pytest.raises(RuntimeError, match="a part of"):
        swallowing()
    assert texts(workspace) == {}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (r"\\server\amt\Köln 1%.quartier", "file:////server/amt/K%C3%B6ln%201%25.quartier"),
        (r"C:\Amt\a#b?.quartier", "file:///C:/Amt/a%23b%3F.quartier"),
    ],
)
def test_a_windows_path_never_becomes_the_name_of_a_server(path: str, uri: str) -> None:
    assert uri_of(PureWindowsPath(path)) == uri


@pytest.mark.skipif(os.name == "nt", reason="a double slash means a server there")
def test_a_path_with_two_slashes_is_opened(workspace_file: Path) -> None:
    path = Path(f"//{str(workspace_file).lstrip('/')}")
    with Workspace.open(path) as workspace:
        make_workshop(workspace)


def test_the_passphrase_is_the_same_in_each_spelling_of_its_letters(tmp_path: Path) -> None:
    path = tmp_path / "geheim.quartier"
    Workspace.create(path, Access(passphrase="Gru\u0308n")).close()
    with Workspace.open(path, Access(passphrase="Gr\u00fcn")) as workspace:
        make_workshop(workspace)


def test_a_passphrase_for_a_file_without_one_does_not_keep_it_shut(workspace_file: Path) -> None:
    with Workspace.open(workspace_file, Access(passphrase="überflüssig")) as workspace:
        assert not workspace.is_protected
        make_workshop(workspace)
    assert workspace_file.read_bytes().startswith(b"SQLite format 3")


def test_what_a_killed_program_left_unfinished_is_cleared_away(workspace_file: Path) -> None:
    folder = workspace_file.parent
    mine = folder / f".{workspace_file.name}.4711.neu"
    helper = folder / f".{workspace_file.name}.4711.neu-journal"
    foreign = folder / ".Andere.quartier.4711.neu"
    for path in (mine, helper, foreign):
        path.write_bytes(b"x")
    with Workspace.open(workspace_file):
        pass
    assert {path.name for path in folder.iterdir()} == {workspace_file.name, foreign.name}


def test_a_link_is_opened_where_it_leads(workspace_file: Path, tmp_path: Path) -> None:
    link = tmp_path / "verweis.quartier"
    link.symlink_to(workspace_file)
    with Workspace.open(link) as workspace:
        assert workspace.path == workspace_file
        assert not link.with_name(f"{link.name}-wal").exists()


def test_foreign_triggers_and_views_are_refused_before_they_run(workspace_file: Path) -> None:
    known = "contribution_search_delete"
    effect = "AFTER INSERT ON contribution BEGIN DELETE FROM measure; END"
    for statement in (
        "CREATE VIEW hinterhalt AS SELECT 1",
        f"CREATE TRIGGER hinterhalt {effect}",
        f"DROP TRIGGER {known}; CREATE TRIGGER {known} {effect}",
    ):
        path = Path(shutil.copy(workspace_file, workspace_file.with_name("fremd.quartier")))
        connection = driver.connect(str(path))
        connection.executescript(statement)
        connection.close()
        before = path.read_bytes()
        for access in (Access(), Access(read_only=True)):
            with pytest.raises(Exception, match="nicht von QuartierDesk stammen"):
                Workspace.open(path, access)
        assert path.read_bytes() == before


def test_a_file_without_one_of_its_tables_is_named_damaged(workspace_file: Path) -> None:
    connection = driver.connect(str(workspace_file))
    connection.execute("DROP TABLE draft")
    connection.close()
    with pytest.raises(DamagedFileError, match="fehlen Teile"):
        Workspace.open(workspace_file)


def test_the_file_says_what_it_is(workspace: Workspace) -> None:
    with workspace.reading() as session:
        assert meta.read(session.connection(), "format") == FILE_FORMAT
        assert meta.read(session.connection(), "workspace")
