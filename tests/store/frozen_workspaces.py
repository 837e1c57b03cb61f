"""Writing down a workspace as this version makes it: `python -m tests.store.frozen_workspaces X`.

What lies in tests/data/workspaces was made so once, by the version that its name tells, and is
never made anew: files like it lie on people's laptops.
"""

import sys
from pathlib import Path

from quartierdesk import __version__
from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.identity import new_id
from quartierdesk.services import backups, contributions, drafts, history, protection, workshops
from quartierdesk.store.workspace import Access, Workspace
from tests.services.rich import furnish

PASSPHRASE = "Regal Donau Kreide Fuchs"
UNDONE, CAPTURED = "Zurückgenommen", "Größere Bänke für die Straße zum Bäcker"


def make(folder: Path) -> None:
    """Write a plain and an encrypted workspace with everything a workshop can hold."""
    path = folder / f"fassung-{__version__}.quartier"
    with Workspace.create(path, Access(actor="Tisch 3")) as workspace:
        furnish(workspace)
        plain = workshops.create_plain(workspace, "Werkstatt von Hand")
        for text in (CAPTURED, UNDONE):
            contributions.capture(workspace, plain.id, Contribution(new_id(), "", text))
        history.undo(workspace)
        drafts.keep(workspace, "capture", "Halb getippt")
    encrypted = path.with_name(f"{path.stem}-verschluesselt.quartier")
    with Workspace.open(path) as workspace:
        workspace.save_copy(encrypted)
    with Workspace.open(encrypted) as workspace:
        protection.set_passphrase(workspace, PASSPHRASE)
        assert backups.listed(backups.plan(workspace)) == []


if __name__ == "__main__":
    make(Path(sys.argv[1]))
