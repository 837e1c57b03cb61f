"""Whatever is handed in as a package: a sentence, no crash, no wait, and an unchanged workspace."""

import time
from hashlib import sha256
from pathlib import Path

import pytest

from quartierdesk.errors import UserError
from quartierdesk.store.integrity import check
from quartierdesk.store.schema.contributions import Photo
from quartierdesk.store.schema.frame import Workshop
from quartierdesk.store.workspace import Workspace
from tests.store.frames import add_card, make_workshop, set_text, texts
from tests.store.hostile_packages import HOSTILE, _data, _set, seal
from tests.store.laptops import copy_of, package_of, rows_of, take_in

_LONGEST = 10.0


@pytest.fixture
def package(workspace: Workspace, tmp_path: Path) -> Path:
    """Return a package of a laptop that has the workshop of `workspace` and a card more."""
    workshop = make_workshop(workspace)
    card = add_card(workspace, workshop, "Karte von hier")
    workspace.save_copy(tmp_path / "kopie.quartier")
    with copy_of(tmp_path / "kopie.quartier", tmp_path / "andere.quartier") as other:
        set_text(other, card, "Karte von dort")
        add_card(other, workshop, "Karte")
        return package_of(other, tmp_path / "böse.qdpaket")


@pytest.mark.parametrize("kind", HOSTILE)
def test_it_is_refused_with_a_sentence(kind: str, workspace: Workspace, package: Path) -> None:
    spoil, words = HOSTILE[kind]
    if kind == "photo with another hash":
        _give_it_a_photo(package, workspace)
    spoil(package)
    before = rows_of(workspace)
    began = time.monotonic()
    with pytest.raises(UserError) as refused:
        take_in(workspace, package)
    assert time.monotonic() - began < _LONGEST
    assert words in str(refused.value)
    assert rows_of(workspace) == before
    assert check(workspace) == []


def _give_it_a_photo(package: Path, workspace: Workspace) -> None:
    """Replace the package by one with a photo of which the file is missing."""
    with workspace.transaction("Foto") as session:
        workshop = session.query(Workshop).one()
        values = {"sha256": sha256(b"x").hexdigest(), "width": 1, "height": 1}
        session.add(Photo(workshop_id=workshop.id, **values))
    package_of(workspace, package)


def test_the_same_package_unspoilt_is_taken_in(workspace: Workspace, package: Path) -> None:
    take_in(workspace, package)
    assert sorted(texts(workspace).values()) == ["Karte", "Karte von dort"]


def test_a_card_of_an_unknown_workshop_waits_until_it_comes(
    workspace: Workspace, package: Path
) -> None:
    _data(workshop_id="00000000-0000-7000-8000-000000000000")(package)
    own = sorted(texts(workspace).values())
    merged = take_in(workspace, package)
    assert merged.rebuilt.waiting == 1
    assert len(texts(workspace)) == len(own)
    assert check(workspace) == []


def test_a_reference_to_nothing_reads_as_none(workspace: Workspace, package: Path) -> None:
    _data(cluster_id="00000000-0000-7000-8000-000000000000")(package)
    merged = take_in(workspace, package)
    assert merged.rebuilt.waiting == 1
    assert "Karte" in texts(workspace).values()
    assert check(workspace) == []


def test_one_identity_cannot_be_two_things(workspace: Workspace, package: Path) -> None:
    with workspace.reading() as session:
        workshop = session.query(Workshop).one().id
    _set(row_id=workshop)(package)
    with pytest.raises(UserError, match="so nicht schreibt"):
        take_in(workspace, package)


def test_sealing_a_package_that_is_right_changes_nothing(
    workspace: Workspace, package: Path
) -> None:
    before = package.read_bytes()
    seal(package)
    assert len(package.read_bytes()) == len(before)
    take_in(workspace, package)
