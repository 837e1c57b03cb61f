"""What earlier versions wrote opens, is whole, and can be worked on."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.identity import new_id
from quartierdesk.services import contributions, drafts, history, records, search, workshops
from quartierdesk.services.checking import deep_problems
from quartierdesk.store.integrity import check
from quartierdesk.store.workspace import Access, Workspace
from tests.store.frozen_workspaces import CAPTURED, PASSPHRASE, UNDONE
from tests.support import ROOT

FROZEN = sorted((ROOT / "tests" / "data" / "workspaces").glob("*.quartier"))
DIGESTS = {
    "fassung-0.2.0.quartier": "e8b9d44fd70f8b2cdfd4c4f14ceb8c78",
    "fassung-0.2.0-verschluesselt.quartier": "66423586abd558ad6fe8dcc4d858780d",
}
"""The beginning of the SHA-256 of each."""


def test_what_is_frozen_is_never_made_anew() -> None:
    assert {path.name: _digest(path) for path in FROZEN} == DIGESTS


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[:32]


@pytest.fixture(params=FROZEN, ids=lambda path: path.stem)
def frozen(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a copy of a file of an earlier version."""
    return Path(shutil.copy(request.param, tmp_path))


def test_it_opens_and_nothing_is_wrong_with_it(frozen: Path) -> None:
    with Workspace.open(frozen, Access(passphrase=PASSPHRASE)) as workspace:
        assert workspace.is_protected == ("verschluesselt" in frozen.name)
        assert check(workspace) == []
        assert deep_problems(workspace) == []


def test_everything_in_it_can_be_read_and_worked_on(frozen: Path) -> None:
    with Workspace.open(frozen, Access("Test", PASSPHRASE)) as workspace:
        rich, plain = workshops.overview(workspace)
        assert len(records.load(workspace, rich.id).polls) > 4
        texts = [card.text_original for card in contributions.listed(workspace, plain.id)]
        assert texts == [CAPTURED]
        assert drafts.kept(workspace, "capture") == "Halb getippt"
        assert search.search(workspace, "baecker")
        history.redo(workspace)
        contributions.capture(workspace, plain.id, Contribution(new_id(), "", "Noch einer"))
        texts = [card.text_original for card in contributions.listed(workspace, plain.id)]
        assert texts == [CAPTURED, UNDONE, "Noch einer"]
        assert check(workspace) == []
