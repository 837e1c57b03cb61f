"""The diagrams of a protocol as pictures of their own."""

from pathlib import Path

import pytest
from PIL import Image

from quartierdesk.errors import UserError
from quartierdesk.services import diagrams
from tests.exports.pdf_samples import empty_record, protocol_of
from tests.exports.small_workshop import sample_record


def test_each_diagram_is_saved_twice(tmp_path: Path) -> None:
    protocol = protocol_of(sample_record(), "public", "documentation")
    folder = tmp_path / "Bilder für die Zeitung"
    saved = diagrams.save(protocol, folder)
    assert len(saved) == 2 * len(list(diagrams.figures(protocol))) == len(list(folder.iterdir()))
    assert all(picture.alt_text for picture in saved)
    for picture in saved:
        if picture.path.suffix == ".png":
            with Image.open(picture.path) as image:
                assert image.width == pytest.approx(473.4 * 300 / 72, abs=2)
        else:
            assert picture.path.read_text("utf-8").startswith("<?xml")


def test_in_black_they_are_black(tmp_path: Path) -> None:
    protocol = protocol_of(sample_record(), "public", "documentation")
    for picture in diagrams.save(protocol, tmp_path, black=True):
        if picture.path.suffix == ".png":
            with Image.open(picture.path) as image:
                extremes = image.convert("HSV").getextrema()[1]
            assert extremes == (0, 0)  # no saturation anywhere


def test_without_a_diagram_a_sentence_says_so(tmp_path: Path) -> None:
    protocol = protocol_of(empty_record(), "public", "documentation")
    with pytest.raises(UserError, match="kein Diagramm"):
        diagrams.save(protocol, tmp_path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    protocol = protocol_of(sample_record(), "public", "documentation")
    with pytest.raises(UserError, match="gibt es nicht"):
        diagrams.save(protocol, tmp_path / "fehlt" / "Bilder")
