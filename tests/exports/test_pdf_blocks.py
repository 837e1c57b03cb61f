"""What people see of the building blocks: where they break, what stays together, where links go."""

import io
import re

import pikepdf
import pytest
from PIL import Image

from quartierdesk.errors import CancelledError
from quartierdesk.exports.inks import inks
from quartierdesk.exports.pdf.blocks.arrangements import (
    Beside,
    Framed,
    Item,
    ListBlock,
    Place,
    notice,
)
from quartierdesk.exports.pdf.blocks.block import Block, Spacing, Stack
from quartierdesk.exports.pdf.blocks.cells import Cell, Words
from quartierdesk.exports.pdf.blocks.contents import Contents
from quartierdesk.exports.pdf.blocks.pictures import Figure, PhotoBlock
from quartierdesk.exports.pdf.blocks.table import Column, Row, Table
from quartierdesk.exports.pdf.blocks.text import Heading, Paragraph
from quartierdesk.exports.pdf.canvas import Canvas, Paint
from quartierdesk.exports.pdf.composing import A4, Part, Watch, compose
from quartierdesk.exports.pdf.metadata import About
from quartierdesk.exports.pdf.photos import UnreadablePhotoError, printable
from quartierdesk.exports.pdf.type_scale import BODY, CELL, CELL_BOLD, H1, H2, SMALL, TEXT_TABLE
from quartierdesk.exports.setting.styles import Span
from tests.exports.pdf_pages import ReadPage, outside, pages, structure, tags
from tests.exports.pdf_samples import MOMENT, compose_blocks, demo, photo

_ABOUT = About("Probe", "Gemeinde", MOMENT)
_HEAD = "Kopfzelle"
_ROOM = A4.room


def read(*blocks: Block) -> list[ReadPage]:
    """Return the pages of some blocks."""
    return pages(compose_blocks(blocks)[0])


def table(rows: int, last_is_total: bool = False) -> Table:
    """Return a table of numbered rows."""
    cells = [Row([f"Zeile{number:03d}", "Wert"]) for number in range(rows)]
    if last_is_total:
        cells.append(Row(["Gesamt", "999"], total=True))
    return Table([Column(_HEAD, 120), Column("Wert", 80, "right")], cells, TEXT_TABLE, "Zeilen")


def rows_on(page: ReadPage) -> list[str]:
    """Return the rows that begin on a page."""
    return re.findall(r"Zeile\d{3}|Gesamt", page.text)


def filler(height: float) -> Block:
    """Return empty space."""
    return Framed(Stack(()), above=height, below=0.0)


def test_a_long_table_repeats_its_head_and_loses_no_row() -> None:
    data, result = compose_blocks([table(150)])
    read_pages = pages(data)
    assert result.pages == len(read_pages) > 2
    assert all(_HEAD in page.text for page in read_pages)
    found = [row for page in read_pages for row in rows_on(page)]
    assert found == [f"Zeile{number:03d}" for number in range(150)]


def test_a_repeated_head_is_read_once() -> None:
    data, _ = compose_blocks([table(150)])
    assert tags(data).count("THead") == 1
    assert [tag for tag in tags(data) if tag == "Table"] == ["Table"]
    scopes = [str(element.A[0].Scope) for _, tag, element in structure(data) if tag == "/TH"]
    assert scopes.count("/Column") == 2
    assert scopes.count("/Row") == 150


@pytest.mark.parametrize("rows", [4, 5, 6, 9])
def test_at_least_two_rows_stand_on_each_side_of_a_break(rows: int) -> None:
    for room in range(20, 140, 7):
        counts = [len(rows_on(page)) for page in read(filler(_ROOM - room), table(rows))]
        assert sum(counts) == rows
        used = [count for count in counts if count]
        assert len(used) == 1 or min(used) >= 2
        assert used[-1] >= min(rows, 2)


def test_a_sum_stays_with_the_row_before_it() -> None:
    for room in range(20, 160, 7):
        shown = [rows_on(page) for page in read(filler(_ROOM - room), table(8, True))]
        last = next(rows for rows in shown if "Gesamt" in rows)
        assert "Zeile007" in last


def test_a_row_taller_than_a_page_goes_on_and_stays_one_row() -> None:
    text = " ".join(f"wort{number:04d}" for number in range(2_000))
    row = Row([Cell([Words(text), Words("danach", SMALL, 2)]), "rechts"])
    long = Table([Column("Text", 200), Column("Wert", 80)], [row, row], TEXT_TABLE)
    data, result = compose_blocks([long])
    found = re.findall(r"wort\d{4}", "".join(page.text for page in pages(data)))
    assert found == re.findall(r"wort\d{4}", text) * 2
    assert result.pages > 2
    assert tags(data).count("TR") == 3
    assert not any(outside(page, 30) for page in pages(data))


def test_a_cell_over_several_columns_says_so() -> None:
    rows = [Row([Cell([Words("breit")], columns=2), "rechts"]), Row(["a", "b", "c"])]
    data, _ = compose_blocks([Table([Column(t, 60) for t in "ABC"], rows, TEXT_TABLE)])
    spans = [e.A[0].get("/ColSpan") for _, tag, e in structure(data) if tag == "/TH" and "/A" in e]
    assert 2 in spans


def test_paragraphs_keep_two_lines_on_each_side_of_a_break() -> None:
    text = Paragraph("Ein Satz mit einigen Wörtern darin, der weitergeht. " * 12, BODY)
    for room in range(14, 100, 5):
        found = read(filler(_ROOM - room), text)
        counts = [page.text.count("\n") for page in found if "Satz" in page.text]
        assert all(count >= 2 for count in counts)


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    text = Paragraph("Ein Satz mit einigen Wörtern darin, der weitergeht. " * 6, BODY)
    for room in range(10, 90, 4):
        found = read(filler(_ROOM - room), Heading("Titel", 2, H2), text)
        page = next(page for page in found if "Titel" in page.text)
        assert "Ein Satz" in page.text


def test_what_is_to_stay_whole_moves_to_the_next_page() -> None:
    pair = Stack([Paragraph("oben", BODY), filler(60), Paragraph("unten", BODY)], whole=True)
    for room in range(20, 100, 9):
        [page] = [page for page in read(filler(_ROOM - room), pair) if "oben" in page.text]
        assert "unten" in page.text


def test_the_last_block_can_stand_at_the_foot() -> None:
    [page] = read(
        Paragraph("oben", BODY), Paragraph("unten", BODY, Spacing(before=10, at_foot=True))
    )
    [foot] = [one for one in page.stretches if one.text == "unten"]
    assert A4.bottom < foot.bottom < A4.bottom + 14


def test_contents_name_the_pages_and_lead_there() -> None:
    blocks = [
        part
        for number in range(1, 4)
        for part in (Heading(f"Kapitel {number}", 1, H1, key=f"k{number}"), filler(_ROOM - 60))
    ]
    parts = [Part(A4, lambda targets: [Contents(targets, (CELL_BOLD, CELL))]), Part(A4, blocks)]
    stream = io.BytesIO()
    compose(parts, _ABOUT, stream, inks(False))
    first, *others = pages(stream.getvalue())
    with pikepdf.open(stream) as pdf:
        aims = [link.Dest[0] for link in pdf.pages[0].Annots]
        at = [[page.obj == aim for page in pdf.pages].index(True) for aim in aims]
        titles = [pdf.Root.Outlines.First.Title, pdf.Root.Outlines.Last.Title]
    told = [int(number) for number in re.findall(r"Kapitel \d\s+(\d)", first.text)]
    assert told == [page + 1 for page in at] == [2, 3, 4]
    assert [page for page in others if "Kapitel 3" in page.text] == [others[2]]
    assert [str(title) for title in titles] == ["Kapitel 1", "Kapitel 3"]


def test_a_link_says_where_it_leads_and_goes_on_in_the_next_line() -> None:
    words = Span("eine Seite mit einem langen Namen im Netz " * 4, link="https://example.org/a?b=1")
    data, _ = compose_blocks([Paragraph((Span("Siehe "), words, Span("danach.")), BODY)])
    assert tags(data).count("Link") == 1
    with pikepdf.open(io.BytesIO(data)) as pdf:
        links = list(pdf.pages[0].Annots)
        assert len(links) > 1
        assert {str(link.A.URI) for link in links} == {"https://example.org/a?b=1"}
        assert {str(link.Contents) for link in links} == {"https://example.org/a?b=1"}


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "/etc/passwd"])
def test_other_addresses_stay_text(address: str) -> None:
    data, _ = compose_blocks([Paragraph(Span("hier klicken", link=address), BODY)])
    assert "hier klicken" in pages(data)[0].text
    assert "Link" not in tags(data)
    assert b"/Annots" not in data


def test_lists_are_read_with_their_marks() -> None:
    data, _ = compose_blocks([ListBlock([Item("eins", "1."), Item("zwei", "2.")], BODY)])
    assert tags(data) == ["Document", "L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody"]


def test_columns_are_read_one_after_the_other_over_pages() -> None:
    left = Paragraph("links " * 900, BODY)
    right = Paragraph("rechts " * 900, BODY)
    data, result = compose_blocks([Beside([Place(0, 200, left), Place(220, 200, right)])])
    assert result.pages > 1
    assert tags(data) == ["Document", "P", "P"]


def test_the_same_photo_is_stored_once_and_without_its_secrets() -> None:
    exif = Image.Exif()
    exif[0x010E] = "Ort und Name"
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(stream, "JPEG", exif=exif)
    shown = PhotoBlock(printable(stream.getvalue()), "Rotes Feld")
    data, _ = compose_blocks([shown, shown])
    assert data.count(b"/Subtype/Image") == 1
    assert b"Ort und Name" not in data


@pytest.mark.parametrize("mode", ["CMYK", "RGBA", "P", "L", "1", "LA", "I;16"])
def test_every_kind_of_picture_becomes_grey_or_rgb(mode: str) -> None:
    stream = io.BytesIO()
    kind = "TIFF" if mode in ("CMYK", "I;16") else "PNG"
    Image.new(mode, (12, 10)).save(stream, kind)
    ready = printable(stream.getvalue())
    with Image.open(io.BytesIO(ready.data)) as image:
        assert (image.format, image.mode in ("L", "RGB"), image.size) == ("JPEG", True, (12, 10))


@pytest.mark.parametrize("data", [b"", b"kein Bild", photo()[:200]])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadablePhotoError):
        Image.open(io.BytesIO(printable(data).data)).load()


def test_a_picture_needs_words() -> None:
    with pytest.raises(ValueError, match="alternative"):
        PhotoBlock(printable(photo()), " ")
    with pytest.raises(ValueError, match="alternative"):
        Figure(None, "")  # type: ignore[arg-type]


def test_nothing_can_be_drawn_that_belongs_to_nothing() -> None:
    canvas = Canvas(_ABOUT)
    canvas.begin_page(100, 100)
    with pytest.raises(RuntimeError, match="belongs to nothing"):
        canvas.rectangle(0, 0, 10, 10, Paint(fill="#000000"))


def test_the_same_document_is_the_same_file() -> None:
    assert demo() == demo()


def test_somebody_can_stop_it_and_hears_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []
    blocks = [table(200)]
    compose([Part(A4, blocks)], _ABOUT, io.BytesIO(), inks(False), Watch(lambda *d: told.append(d)))
    assert told[0] == (0, 0)
    assert told[-1][0] == told[-1][1] > 2
    with pytest.raises(CancelledError):
        compose([Part(A4, blocks)], _ABOUT, io.BytesIO(), inks(False), Watch(None, lambda: True))


def test_a_box_keeps_its_text_inside() -> None:
    data, _ = compose_blocks([notice(Paragraph("Wort " * 400, BODY))])
    inner = A4.left + 14
    for page in pages(data):
        body = [one for one in page.stretches if "Wort" in one.text]
        assert all(inner - 1 < one.left and one.right < A4.width - A4.right for one in body)


def test_title_and_author_are_told_twice_the_same() -> None:
    with pikepdf.open(io.BytesIO(demo())) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Muster – alles in einem"
        with pdf.open_metadata() as told:
            assert told["dc:title"] == "Muster – alles in einem"
            assert told["pdfuaid:part"] == "1"
            assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("2", "A")
        assert str(pdf.Root.Lang) == "de-DE"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
