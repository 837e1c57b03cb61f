"""Released protocols stay as they were handed out."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from sqlalchemy import update

from quartierdesk.domain.protocol import CHANGES_LABEL, ProtocolSettings
from quartierdesk.errors import UserError
from quartierdesk.services import history, measures, records, releases, workshops
from quartierdesk.store.schema.log import STORED_FILE
from quartierdesk.store.workspace import Workspace
from tests.exports.reading import text_of_pdf

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


def test_the_changes_since_a_release_are_told(rich_workspace: Workspace, rich_id: str) -> None:
    made = releases.release(rich_workspace, rich_id, PUBLIC)
    assert releases.changes_since(rich_workspace, made.id) == ()

    measure = records.load(rich_workspace, rich_id).measures[0]
    measures.edit(rich_workspace, measure, replace(measure, goal="Ein ganz anderes Ziel."))

    told = [change.in_words for change in releases.changes_since(rich_workspace, made.id)]
    assert "Maßnahmenplan: 1 Eintrag geändert" in told


def test_a_release_says_who_made_it_and_prints_what_is_new(
    rich_workspace: Workspace, rich_id: str
) -> None:
    made = releases.release(rich_workspace, rich_id, PUBLIC, "Frist einer Maßnahme geändert.")

    assert made.released_by == history.listed(rich_workspace)[0].who
    notes = releases.content(rich_workspace, made.id).section("notes")
    assert notes is not None
    assert CHANGES_LABEL in [getattr(block, "label", "") for block in notes.blocks]
    assert "Frist einer Maßnahme geändert." in text_of_pdf(releases.pdf(rich_workspace, made.id))


def test_a_remark_names_no_participant_in_public(rich_workspace: Workspace, rich_id: str) -> None:
    person = records.load(rich_workspace, rich_id).participants[0]
    remark = f"Ergänzt von {person.name}."

    public = releases.release(rich_workspace, rich_id, PUBLIC, remark)
    internal = releases.release(rich_workspace, rich_id, INTERNAL, remark)

    assert person.name not in text_of_pdf(releases.pdf(rich_workspace, public.id))
    assert person.name not in public.remark
    assert person.name in text_of_pdf(releases.pdf(rich_workspace, internal.id))


def test_a_version_of_another_program_is_said_not_to_be_comparable(
    rich_workspace: Workspace, rich_id: str
) -> None:
    made = releases.release(rich_workspace, rich_id, PUBLIC)
    is_content = STORED_FILE.c.media_type == "application/json"
    foreign = update(STORED_FILE).where(is_content).values(data=b'{"is": "Hologram"}')
    with rich_workspace.transaction("Fremder Inhalt"):
        rich_workspace.store().execute(foreign)

    with pytest.raises(UserError, match="nicht vergleichen"):
        releases.changes_since(rich_workspace, made.id)
    assert releases.pdf(rich_workspace, made.id).startswith(b"%PDF")


def test_a_version_is_saved_as_it_was_handed_out(
    rich_workspace: Workspace, rich_id: str, tmp_path: Path
) -> None:
    made = releases.release(rich_workspace, rich_id, PUBLIC)

    releases.save_pdf(rich_workspace, made.id, tmp_path / "Fassung.pdf")

    assert (tmp_path / "Fassung.pdf").read_bytes() == releases.pdf(rich_workspace, made.id)
    with pytest.raises(UserError, match="wird nicht überschrieben"):
        releases.save_pdf(rich_workspace, made.id, rich_workspace.path)
