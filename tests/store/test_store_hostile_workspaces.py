"""Damaged and hostile files are told in a sentence; what there is stays as it is."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from quartierdesk.errors import UserError
from quartierdesk.services import restoring
from quartierdesk.store.integrity import check
from quartierdesk.store.workspace import Access, Workspace
from tests.store.frames import add_card, make_workshop, texts
from tests.store.hostile_workspaces import KINDS

LONGEST = 10.0


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the content of a workspace with contributions."""
    path = tmp_path_factory.mktemp("gut") / "gut.quartier"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUARTIERDESK_CONFIG", str(path.parent / "einstellungen"))
        with Workspace.create(path) as workspace:
            workshop = make_workshop(workspace)
            with workspace.transaction("Viele Beiträge"):
                for number in range(60):
                    add_card(workspace, workshop, f"{number} Größere Bänke " * 20)
    return path.read_bytes()


@pytest.fixture(params=list(KINDS))
def hostile(request: pytest.FixtureRequest, good: bytes, tmp_path: Path) -> Iterator[Path]:
    """Return a file of each kind; it has to be dealt with quickly."""
    path = tmp_path / "fund.quartier"
    path.write_bytes(KINDS[request.param][0](good))
    began = time.monotonic()
    yield path
    assert time.monotonic() - began < LONGEST


def expected(request: pytest.FixtureRequest) -> str:
    return KINDS[request.node.callspec.params["hostile"]][1]


def told(action: Iterator[None]) -> str:
    """Return the sentence that using a file ends with, "" where it goes well."""
    refusal: UserError | None = None
    try:
        for _ in action:
            pass
    except UserError as error:
        refusal = error
    if refusal is None:
        return ""
    assert refusal.sentence.endswith(".")
    assert refusal.hint
    return str(refusal)


def _used(path: Path, access: Access) -> Iterator[None]:
    with Workspace.open(path, access) as workspace:
        texts(workspace)
        if workspace.writable:
            check(workspace)
        yield


def test_opening(request: pytest.FixtureRequest, hostile: Path) -> None:
    before = hostile.read_bytes()
    sentences = [told(_used(hostile, access)) for access in (Access(read_only=True), Access())]
    for sentence in sentences:
        assert re.search(expected(request), sentence), sentence
    if all(sentences) and "beschädigt" not in expected(request):
        assert hostile.read_bytes() == before


def test_restoring_over_a_workspace_in_use(
    request: pytest.FixtureRequest, hostile: Path, good: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "gut.quartier"
    path.write_bytes(good)

    def restored() -> Iterator[None]:
        restoring.restore(workspace, hostile)
        yield

    with Workspace.open(path) as workspace:
        before = texts(workspace)
        sentence = told(restored())
        assert workspace.writable
        if sentence:
            assert texts(workspace) == before
            assert check(workspace) == []
    if expected(request) and not expected(request).endswith("|"):
        assert sentence
    assert not [each for each in tmp_path.iterdir() if each.name.endswith(".neu")]


def test_restoring_over_a_damaged_file(hostile: Path, good: bytes, tmp_path: Path) -> None:
    path = tmp_path / "gut.quartier"
    path.write_bytes(good)

    def restored() -> Iterator[None]:
        restoring.restore_damaged(path, hostile)
        yield

    if told(restored()):
        assert path.read_bytes() == good
        assert [each.name for each in tmp_path.glob("*beschädigt*")] == []
    else:
        with Workspace.open(path) as workspace:
            texts(workspace)
