"""Handbook and quick card: made from the texts as they are, accessible, archivable, one page."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import page
import pikepdf
import pypdfium2
import pytest

from quartierdesk.exports.setting.styles import Span
from tests import verapdf
from tests.support import ROOT
from tools.handbook.book import chapter
from tools.handbook.files import CARD, CARD_TEXT, FRONT, HANDBOOK, HELP, chapter_files, papers
from tools.handbook.files import printed as print_anew
from tools.handbook.markdown import Grid, Listing, Prose, Shot, Title, read

FILES = (HANDBOOK, CARD)
FLAVOURS = ("ua1", "2a")
ANEW = "Bitte rufen Sie „python3 dev.py handbook“ auf."


def words_of(data: bytes | Path) -> list[str]:
    """Return the text of each page."""
    with pypdfium2.PdfDocument(data) as document:
        return [sheet.get_textpage().get_text_bounded() for sheet in document]


@pytest.mark.parametrize("at", [0, 1])
def test_the_file_is_made_from_the_texts_and_pictures_of_today(at: int) -> None:
    paper = papers()[at]
    with pikepdf.open(paper.target) as shipped:
        assert str(shipped.docinfo["/Keywords"]) == paper.fingerprint, ANEW

    assert words_of(print_anew(paper)) == words_of(paper.target), ANEW


def test_the_card_is_one_page_of_a4() -> None:
    with pypdfium2.PdfDocument(CARD) as document:
        assert len(document) == 1
        assert document[0].get_size() == pytest.approx((595.28, 841.89), abs=0.1)


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_file_is_accessible_and_archivable(path: Path, flavour: str) -> None:
    assert [str(each) for each in page.validate_pdf(str(path), profile=flavour).failures] == []


def test_verapdf_agrees() -> None:
    missing = verapdf.reason_for_absence()
    if missing and not verapdf.is_required():
        pytest.skip(missing)
    assert not missing, missing
    for flavour in FLAVOURS:
        assert verapdf.failures(FILES, flavour) == {path.name: [] for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_file_is_sound(path: Path) -> None:
    finished = subprocess.run(
        ["qpdf", "--check", str(path)], check=False, capture_output=True, encoding="utf-8"
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr


def test_every_text_of_the_help_is_a_chapter() -> None:
    texts = set(HELP.glob("*.md"))

    assert texts - {FRONT, CARD_TEXT} == set(chapter_files())


def test_every_heading_of_the_texts_is_printed() -> None:
    printed = "".join(words_of(HANDBOOK))
    letters = re.sub(r"\W", "", printed)
    titles = [
        "".join(span.text for span in piece.words)
        for path in chapter_files()
        for piece in read(path.read_text("utf-8"))
        if isinstance(piece, Title)
    ]

    assert [title for title in titles if re.sub(r"\W", "", title) not in letters] == []


def test_every_picture_is_used_and_described() -> None:
    shots = [
        piece
        for path in (FRONT, *chapter_files())
        for piece in chapter(path).pieces
        if isinstance(piece, Shot)
    ]

    assert {HELP / shot.file for shot in shots} == set((HELP / "pictures").iterdir())
    assert [shot.file for shot in shots if len(shot.alt.split()) < 4] == []


def spans_of_the_card() -> Iterator[Span]:
    for piece in chapter(CARD_TEXT).pieces:
        match piece:
            case Prose():
                yield from piece.words[1:]  # before them stands what the lines are about
            case Listing():
                yield from (span for item in piece.items for span in item[1:])
            case Grid():
                yield from (span for row in piece.rows for cell in row[1:] for span in cell)


def words_of_the_window() -> set[str]:
    """Return the German words of the window, without keys to press and dots."""
    found = set()
    for path in (ROOT / "resources/i18n/de").glob("*.ts"):
        for message in ElementTree.parse(path).getroot().iter("message"):
            found.add((message.findtext("translation") or "").replace("&", ""))
    return {words.removesuffix("…").strip() for words in found}


def test_the_card_says_the_words_of_the_window() -> None:
    told = {
        span.text.strip("„“").removesuffix("…").strip()
        for span in spans_of_the_card()
        if span.face == "bold" and span.role is None
    }

    assert told
    assert told - words_of_the_window() == set()


def test_the_steps_on_the_card_are_those_of_the_window() -> None:
    steps = next(piece for piece in chapter(CARD_TEXT).pieces if isinstance(piece, Grid))
    named = ["".join(span.text for span in row[0]) for row in steps.rows]
    keys = ["".join(span.text for span in row[1]) for row in steps.rows]

    assert named == [
        "Vorbereiten", "Erfassen", "Ordnen", "Gewichten", "Vereinbaren", "Protokoll"
    ]  # fmt: skip
    assert [re.sub(r"\D", "", key) for key in keys] == list("123456")
