"""Released protocols stay as they were handed out."""

import io

import pikepdf
import pytest

from quartierdesk.domain.protocol import ProtocolSettings
from quartierdesk.errors import UserError
from quartierdesk.services import history, records, releases, workshops
from quartierdesk.store.workspace import Workspace

PUBLIC = ProtocolSettings("public", "short")
INTERNAL = ProtocolSettings("internal", "short")


def test_a_release_is_kept_with_its_pdf_and_content(
    rich_workspace: Workspace, rich_id: str
) -> None:
    made = releases.release(rich_workspace, rich_id, PUBLIC, "erste Fassung")

    assert releases.listed(rich_workspace, rich_id) == [made]
    assert (made.version, made.edition, made.remark) == ("1.0", "public", "erste Fassung")
    protocol = releases.content(rich_workspace, made.id)
    assert protocol.edition == "public"
    assert protocol.cover is not None
    assert protocol.cover.state.startswith("Freigegeben am ")
    assert "Fassung 1.0" in protocol.running.foot
    with pikepdf.open(io.BytesIO(releases.pdf(rich_workspace, made.id))) as file:
        assert str(file.docinfo["/Title"]) == protocol.title


def test_a_release_does_not_change_with_the_workshop(
    rich_workspace: Workspace, rich_id: str
) -> None:
    from dataclasses import replace

    made = releases.release(rich_workspace, rich_id, PUBLIC)
    before = releases.pdf(rich_workspace, made.id)
    workshop = records.load(rich_workspace, rich_id).workshop
    workshops.edit(rich_workspace, workshop, replace(workshop, title="Ganz anders"))

    assert releases.pdf(rich_workspace, made.id) == before
    assert releases.content(rich_workspace, made.id).title == workshop.title


def test_versions_count_up_for_each_edition(rich_workspace: Workspace, rich_id: str) -> None:
    for chosen in (PUBLIC, INTERNAL, PUBLIC):
        releases.release(rich_workspace, rich_id, chosen)

    told = [(each.edition, each.version) for each in releases.listed(rich_workspace, rich_id)]
    assert told == [("public", "1.0"), ("internal", "1.0"), ("public", "1.1")]


def test_a_release_is_withdrawn_and_brought_back(rich_workspace: Workspace, rich_id: str) -> None:
    made = releases.release(rich_workspace, rich_id, PUBLIC)
    releases.withdraw(rich_workspace, made.id)

    assert releases.listed(rich_workspace, rich_id) == []
    with pytest.raises(UserError):
        releases.pdf(rich_workspace, made.id)
    history.undo(rich_workspace)
    assert releases.listed(rich_workspace, rich_id) == [made]
