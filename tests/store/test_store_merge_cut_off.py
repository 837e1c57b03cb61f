"""Merging and erasing that are cut off, by a kill or a full disk: the old or the new state."""

import multiprocessing
import random
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from quartierdesk.domain.people import Participant
from quartierdesk.errors import DiskFullError
from quartierdesk.services import contributions, packages, participants, privacy, workshops
from quartierdesk.store.integrity import check
from quartierdesk.store.workspace import Access, Workspace
from tests.cli.calling import call
from tests.services.builders import captured, new_workshop
from tests.store.laptops import take_in

CAN_FORK = "fork" in multiprocessing.get_all_start_methods()
_KILLS = 12


@pytest.fixture(scope="module")
def two_laptops(template_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a closed file with some cards and the package of another laptop with many more."""
    folder = tmp_path_factory.mktemp("zwei")
    file = Path(shutil.copy(template_file, folder / "eigene.quartier"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUARTIERDESK_CONFIG", str(folder / "einstellungen"))
        with Workspace.open(file) as own:
            workshop = new_workshop(own)
            captured(own, workshop.id, "von hier")
            person = Participant("01a219e2-0000-7000-8000-000000000001", "TN1", "Zora")
            participants.add(own, workshop.id, person)
            package = packages.write(own, folder / "hin.qdpaket").path
        other = packages.open_as_workspace(package, folder / "andere.quartier")
        with other:
            captured(other, workshop.id, *(f"Karte {n} {'Wort ' * 40}" for n in range(400)))
            back = packages.write(other, folder / "her.qdpaket").path
    return file, back


def cards(workspace: Workspace) -> int:
    return len(contributions.listed(workspace, workshops.overview(workspace)[0].id))


def people(workspace: Workspace) -> int:
    return len(participants.listed(workspace, workshops.overview(workspace)[0].id))


def killed(work: Callable[[], None], seconds: float) -> None:
    """Do `work` in a process of its own that dies without warning after some time."""
    process = multiprocessing.get_context("fork").Process(target=work)
    process.start()
    process.join(seconds)
    process.kill()
    process.join()
    process.close()


def duration(work: Callable[[], None]) -> float:
    began = time.monotonic()
    killed(work, 60)
    return time.monotonic() - began


@pytest.mark.skipif(not CAN_FORK, reason="processes are killed as copies of this one")
@pytest.mark.parametrize("action", ["merge", "erase"])
def test_a_kill_leaves_the_old_or_the_new_state(
    action: str, two_laptops: tuple[Path, Path], tmp_path: Path
) -> None:
    original, package = two_laptops
    file = tmp_path / "eigene.quartier"
    chance = random.Random(7)

    def work() -> None:
        with Workspace.open(file, Access("Leitung")) as workspace:
            if action == "merge":
                take_in(workspace, package)
            else:
                privacy.erase_person(workspace, "01a219e2-0000-7000-8000-000000000001")

    shutil.copy(original, file)
    whole = duration(work)
    seen = set()
    for _ in range(_KILLS):
        for leftover in tmp_path.glob("*eigene.quartier*"):
            leftover.unlink()
        shutil.copy(original, file)
        killed(work, chance.uniform(0, whole))
        with Workspace.open(file) as workspace:
            assert check(workspace) == []
            state = (cards(workspace), people(workspace))
        seen.add(state)
        assert state in ({(1, 1), (401, 1)} if action == "merge" else {(1, 1), (1, 0)})
        if state == (1, 0):
            assert b"Zora" not in file.read_bytes()
    assert seen


def _limit(workspace: Workspace, pages: int) -> None:
    with workspace.reading() as session:
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_refuses_the_merge_and_later_it_works(
    two_laptops: tuple[Path, Path], tmp_path: Path
) -> None:
    file = Path(shutil.copy(two_laptops[0], tmp_path / "eigene.quartier"))
    with Workspace.open(file) as workspace:
        with workspace.reading() as session:
            pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar()
        _limit(workspace, int(pages or 0))
        with pytest.raises(DiskFullError):
            take_in(workspace, two_laptops[1])
        assert cards(workspace) == 1
        _limit(workspace, 1_073_741_823)
        take_in(workspace, two_laptops[1])
        assert cards(workspace) == 401
        assert check(workspace) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not limit the size of files")
def test_files_that_may_not_grow_are_a_sentence(
    two_laptops: tuple[Path, Path], tmp_path: Path
) -> None:
    file = Path(shutil.copy(two_laptops[0], tmp_path / "eigene.quartier"))
    limit = file.stat().st_size + 4096
    prelude = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))"
    answer = call("merge", file, two_laptops[1], prelude=prelude)
    assert answer.code == 1
    assert "Datenträger voll" in answer.sentences
    answer = call("package", file, "--out", tmp_path / "p.qdpaket", prelude=prelude.replace(
        str(limit), "65536"
    ))  # fmt: skip
    assert (answer.code, (tmp_path / "p.qdpaket").exists()) == (1, False)
    assert call("merge", file, two_laptops[1]).code == 0
    with Workspace.open(file) as workspace:
        assert (cards(workspace), check(workspace)) == (401, [])
