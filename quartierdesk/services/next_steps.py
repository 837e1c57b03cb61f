"""What undo and redo would do next."""

from quartierdesk.store.plain import Readable

_BACK = "SELECT label FROM command WHERE state = 'done' ORDER BY seq DESC LIMIT 1"
_FORTH = "SELECT label FROM command WHERE state = 'undone' ORDER BY seq LIMIT 1"


def next_steps(workspace: Readable) -> tuple[str | None, str | None]:
    """Return the names of what undo and redo would do; None where there is nothing."""
    with workspace.plainly() as rows:
        back, forth = rows(_BACK), rows(_FORTH)
    return (back[0][0] if back else None, forth[0][0] if forth else None)
