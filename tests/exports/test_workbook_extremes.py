"""What is very long, very much, very odd or not there at all."""

import io
import zipfile
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from quartierdesk.domain.catalogues import STANDARD_ACTION_FIELDS
from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.measure import Measure
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.text import LONGEST_TEXT, clean
from quartierdesk.domain.workshop import Municipality, Quarter, Workshop
from quartierdesk.exports.workbook import write_workbook
from quartierdesk.services.catalogues import shipped
from quartierdesk.services.workbook_state import editable, origin_of
from tests.exports.small_workshop import text_protocol
from tests.exports.test_workbook import opened
from tests.support import ROOT

KNOWN = {**shipped(), "action_field": shipped()[STANDARD_ACTION_FIELDS]}
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_HIGHEST_ROW = 409
_LETTERS_PER_LINE = 1.25
_LINE = 13.2


def workshop(
    cards: tuple[Contribution, ...] = (), measures: tuple[Measure, ...] = ()
) -> WorkshopRecord:
    """Return a workshop with nothing but these."""
    return WorkshopRecord(
        Municipality("g", "Musterhausen"),
        Quarter("q", "g", "Ortskern"),
        Workshop("w", "q", "Werkstatt"),
        contributions=cards,
        measures=measures,
    )


def internal(record: WorkshopRecord) -> io.BytesIO:
    """Return the internal workbook of a record."""
    stream = io.BytesIO()
    write_workbook(editable(record, KNOWN), stream, origin_of(record, KNOWN))
    stream.seek(0)
    return stream


@pytest.mark.parametrize(
    "text", ["Wort " * 2000, "W" * 5000, "Zeile\n" * 1500], ids=["lang", "ein-wort", "zeilen"]
)
def test_a_very_long_contribution_is_there_in_full_and_can_be_seen(text: str) -> None:
    text = text[:LONGEST_TEXT].strip()
    book = load_workbook(internal(workshop((Contribution("b", "P-001", text),))))
    sheet = book["Beiträge"]
    cell = next(cell for cell in sheet[2] if cell.value == text)
    width = sheet.column_dimensions[cell.column_letter].width
    height = sheet.row_dimensions[2].height

    assert height <= _HIGHEST_ROW
    if "\n" not in text:
        needed = len(text) / (width * _LETTERS_PER_LINE) * _LINE
        assert needed <= height + _LINE


def test_running_text_of_any_length_is_spread_over_rows_that_show_it() -> None:
    text = "Ein Satz mit sechs Wörtern darin. " * 290
    sheet = opened(text_protocol(text.strip()))["Texte"]
    pieces = [row[0].value for row in sheet.iter_rows(min_row=3) if row[0].value]

    assert " ".join(map(str, pieces)) == text.strip()
    assert len(pieces) > 1
    assert all((sheet.row_dimensions[n].height or 0) < _HIGHEST_ROW for n in range(1, 20))


def test_five_hundred_measures_are_five_hundred_rows() -> None:
    measures = tuple(
        Measure(
            f"m{n}", f"M{n:03d}", f"Maßnahme {n}", cost_estimate=Decimal(n), effort=n % 5 + 1,
            benefit=n // 5 % 5 + 1, contribution_ids=("b",), position=n,
        )
        for n in range(500)
    )  # fmt: skip
    stream = internal(workshop((Contribution("b", "P-001", "Ja."),), measures))
    book = load_workbook(stream)

    assert [row[1] for row in book["Maßnahmen"].iter_rows(min_row=2, max_row=501, values_only=True)
            ] == [measure.title for measure in measures]  # fmt: skip
    assert len(list(book["Spur"].iter_rows(min_row=2, max_row=501))) == 500


def test_an_empty_workshop_is_a_workbook() -> None:
    book = load_workbook(internal(workshop()))

    assert "Beiträge" not in book.sheetnames
    assert book.worksheets[0]["A1"].value == "Werkstatt"


def test_no_hostile_string_becomes_a_formula_or_a_link_anywhere() -> None:
    lines = (ROOT / "tests/data/naughty/blns.txt").read_text("utf-8").split("\n")
    texts = [t for line in lines if not line.startswith("#") and (t := clean(line, "").strip())]
    cards = tuple(
        Contribution(f"b{n}", f"P-{n:03d}", text, text, title=text, place=text, note=text)
        for n, text in enumerate(texts)
    )
    first = cards[0]
    hostile = ("=1+1", "@SUM(A1)", "http://example.org/", "-2+3", "+49 7123", "=cmd|' /C calc'!A0")
    measures = tuple(
        Measure(f"m{n}", f"M{n:02d}", text, responsible=text, contribution_ids=(first.id,))
        for n, text in enumerate(hostile)
    )
    record = workshop(cards, measures)
    record = replace(record, workshop=replace(record.workshop, title="=HYPERLINK(1)", notes="=2"))
    stream = internal(record)
    book = CalamineWorkbook.from_filelike(stream)
    read = [row[0] for row in _column(book, "Beiträge", "O-Ton")]

    assert read == [card.text_original for card in cards]
    for sheet in _sheets(stream):
        assert sheet.findall(f".//{MAIN}f") == []
        assert all(
            "r:id" not in link.attrib and link.get("location", "").startswith("'")
            for link in sheet.iter(f"{MAIN}hyperlink")
        )
        assert {cell.get("t") for cell in sheet.iter(f"{MAIN}c")} <= {"inlineStr", "n"}


def _sheets(stream: io.BytesIO) -> list[ElementTree.Element]:
    with zipfile.ZipFile(stream) as archive:
        names = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        return [ElementTree.fromstring(archive.read(name)) for name in names]


def _column(book: CalamineWorkbook, sheet: str, heading: str) -> list[tuple[object]]:
    rows = book.get_sheet_by_name(sheet).to_python()
    at = rows[0].index(heading)
    return [(row[at],) for row in rows[1:] if str(row[0]).startswith("P-")]


def test_the_same_workshop_gives_the_same_internal_file() -> None:
    record = workshop((Contribution("b", "P-001", "Ja."),))

    assert internal(record).getvalue() == internal(record).getvalue()
