"""Packages that earlier versions wrote open from then on; they are frozen here, never made anew."""

import lzma
from pathlib import Path

import pytest

from quartierdesk.services import (
    checking,
    conflicts,
    contributions,
    merging,
    packages,
    participants,
    photos,
    workshops,
)
from quartierdesk.store.workspace import Access
from tests.support import ROOT

FROZEN = sorted((ROOT / "tests" / "data" / "frozen").glob("paket-*.qdpaket.xz"))


@pytest.mark.parametrize("stored", FROZEN, ids=lambda path: path.name.split(".qdpaket")[0])
def test_a_frozen_package_opens_with_all_that_is_in_it(stored: Path, tmp_path: Path) -> None:
    package = tmp_path / "früher.qdpaket"
    package.write_bytes(lzma.decompress(stored.read_bytes()))
    target = tmp_path / "heute.quartier"
    with packages.open_as_workspace(package, target, Access("Heute")) as workspace:
        workshop = workshops.overview(workspace)[0]
        texts = [card.text_original for card in contributions.listed(workspace, workshop.id)]
        assert (len(texts), "Vom Tisch erfasst" in texts) == (5, True)
        assert len(participants.listed(workspace, workshop.id)) == 1
        found = conflicts.listed(workspace)
        assert [(each.field, each.holds.text) for each in found] == [
            ("title", "Von der Leitung"), ("deleted", "bleibt"),
        ]  # fmt: skip
        for photo in photos.listed(workspace, workshop.id):
            assert photos.picture(workspace, photo.sha256)
        assert checking.problems(workspace) == checking.deep_problems(workspace) == []
        contributions.remove(workspace, [contributions.listed(workspace, workshop.id)[0].id])
        assert merging.merge(workspace, [package]).arrivals[0].is_known


def test_there_is_a_frozen_package() -> None:
    assert [path.name for path in FROZEN][:1] == ["paket-0.2.0.qdpaket.xz"]
