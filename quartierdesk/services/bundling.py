"""Bundling on the wall: several cards of people who said the same become one."""

from collections.abc import Sequence

from quartierdesk.domain.contribution import Bundle
from quartierdesk.services import clusters, contributions
from quartierdesk.store.workspace import Workspace


def bundle(workspace: Workspace, contribution_ids: Sequence[str], text: str = "") -> Bundle:
    """Bundle contributions and bring them together in the column of the first one.

    Every original is kept; see `contributions.bundle`.
    """
    with workspace.transaction("Beiträge gebündelt"):
        made = contributions.bundle(workspace, contribution_ids, text)
        clusters.gather(workspace, contribution_ids)
    return made
