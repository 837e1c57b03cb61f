"""The protocol of a real workspace as PDF: what was chosen, photos, stopping."""

import io
from pathlib import Path

import pikepdf
import pytest

from quartierdesk.domain.protocol import ProtocolSettings
from quartierdesk.errors import CancelledError
from quartierdesk.exports.inks import COLOUR
from quartierdesk.exports.pdf.syntax import colour
from quartierdesk.paths import resources
from quartierdesk.services import exports, imports, photos, protocol_pdf, protocols
from quartierdesk.store.workspace import Workspace
from tests.exports.pdf_pages import letters, pages
from tests.exports.pdf_samples import photo


@pytest.fixture
def workshop_id(workspace: Workspace) -> str:
    """Return the sample workshop."""
    sample = resources() / "sample/sample_workshop.json"
    return imports.import_workshop(workspace, sample).workshop_id


def printed(what: protocol_pdf.Printable, black: bool = False) -> bytes:
    """Return the file."""
    stream = io.BytesIO()
    protocol_pdf.render(what, stream, black=black)
    return stream.getvalue()


def test_it_is_printed_as_it_was_chosen(workspace: Workspace, workshop_id: str) -> None:
    whole = len(pages(printed(protocol_pdf.printable(workspace, workshop_id))))
    protocols.set_settings(workspace, workshop_id, ProtocolSettings(length="instant"))
    assert len(pages(printed(protocol_pdf.printable(workspace, workshop_id)))) == 2
    chosen = ProtocolSettings(length="short")
    short = len(pages(printed(protocol_pdf.printable(workspace, workshop_id, chosen))))
    assert 2 < short < whole


def test_the_file_of_the_workspace_is_needed_only_once(
    workspace: Workspace, workshop_id: str
) -> None:
    what = protocol_pdf.printable(workspace, workshop_id)
    workspace.close()
    assert "Hörlesbach" in letters(printed(what))


def test_photos_are_printed_with_their_words(workspace: Workspace, workshop_id: str) -> None:
    photos.add(workspace, workshop_id, photo(3), alt_text="Stadtplan mit Klebepunkten")
    chosen = ProtocolSettings(edition="internal")
    what = protocol_pdf.printable(workspace, workshop_id, chosen)
    data = printed(what)
    assert len(what.pictures) == 1
    assert data.count(b"/Subtype/Image") == 1
    assert "Stadtplan mit Klebepunkten".encode("utf-16-be").hex().upper().encode() in data


def test_somebody_can_watch_and_stop_it(workspace: Workspace, workshop_id: str) -> None:
    what = protocol_pdf.printable(workspace, workshop_id)
    told: list[tuple[int, int]] = []
    result = protocol_pdf.render(what, io.BytesIO(), progress=lambda *done: told.append(done))
    assert told[-1] == (result.pages, result.pages)
    assert result.missing_characters == ()
    with pytest.raises(CancelledError):
        protocol_pdf.render(what, io.BytesIO(), cancelled=lambda: True)


def test_black_paper_has_no_colour(workspace: Workspace, workshop_id: str, tmp_path: Path) -> None:
    target = tmp_path / "protokoll.pdf"
    paper = exports.Paper("short", black=True)
    exports.export(workspace, workshop_id, "pdf", "public", target, paper)

    with pikepdf.open(target) as pdf:
        drawn = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert f"{colour(COLOUR.petrol)} rg".encode() not in drawn
    assert b"0 0 0 rg" in drawn
