"""What people find when they open the workbook."""

import io
import tempfile
import tracemalloc
import zipfile
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.chart import BarChart
from openpyxl.chart.axis import NumericAxis
from openpyxl.workbook import Workbook
from python_calamine import CalamineWorkbook

from quartierdesk.domain.edition import published
from quartierdesk.domain.protocol import Column, ColumnKind, Protocol, Section, Table
from quartierdesk.domain.text import LONGEST_TEXT, clean
from quartierdesk.exchange.columns import Role, recognise
from quartierdesk.exchange.tables import read_table
from quartierdesk.exports.workbook import write_workbook
from quartierdesk.services.catalogues import shipped
from quartierdesk.services.protocols import build
from tests.exports.small_workshop import (
    list_protocol,
    sample_record,
    small_protocol,
    text_protocol,
)

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NASTY = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "#REF!",
    "#NV",
    "_x0041_",
    "_x005F_x0041_",
    "_x0041_x0042_",
    "http://www.example.org/?a=1&b=2",
    "mailto:a@example.org",
    "1e5",
    "00123",
    "1.2.2026",
    "TRUE",
    "'=1+1",
    "\t=1+1",
    "erste\nzweite\n\ndritte",
    "  vorn und hinten  ",
    '<a href="x">&amp;</a>',
    "„Gänsefüßchen“ – ‚einfach‘ …",
    "مرحبا בעולם",
    "👩🏽‍🌾🇩🇪 e\u0301",
    "W" * 400,
    "ja " * (LONGEST_TEXT // 3),
]
KINDS = (
    Column("label", "Nr.", "label"),
    Column("count", "Anzahl", "integer"),
    Column("secret", "Geschützt", "suppressed_integer"),
    Column("mean", "Mittel", "decimal", places=2),
    Column("free", "Wert", "decimal"),
    Column("share", "Anteil", "percent", places=1),
    Column("cost", "Kosten", "euro", places=0),
    Column("day", "Tag", "date"),
    Column("clock", "Uhrzeit", "time"),
    Column("moment", "Moment", "moment"),
    Column("flag", "Dissens", "yes_no"),
)
VALUES = (
    "T1-001",
    41,
    None,
    Decimal("2.37"),
    Decimal("16.8"),
    Decimal("18.3"),
    Decimal("6500"),
    date(2026, 3, 13),
    time(18, 30),
    datetime(2026, 3, 13, 19, 5, 7),
    True,
)


def written(protocol: Protocol) -> io.BytesIO:
    """Return the workbook as a file in memory."""
    stream = io.BytesIO()
    write_workbook(protocol, stream)
    stream.seek(0)
    return stream


def opened(protocol: Protocol) -> Workbook:
    """Return the workbook as openpyxl reads it."""
    return load_workbook(written(protocol))


def parts(protocol: Protocol) -> dict[str, bytes]:
    """Return the members of the file."""
    with zipfile.ZipFile(written(protocol)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sheet_xml(protocol: Protocol, number: int = 1) -> ElementTree.Element:
    """Return the XML of a sheet."""
    return ElementTree.fromstring(parts(protocol)[f"xl/worksheets/sheet{number}.xml"])


@pytest.fixture(scope="module")
def sample() -> Protocol:
    """Return the internal protocol of the sample."""
    return build(sample_record(), shipped())


@pytest.fixture(scope="module")
def sample_book(sample: Protocol) -> Workbook:
    """Return its workbook."""
    return opened(sample)


def test_there_is_a_sheet_for_each_section(sample: Protocol, sample_book: Workbook) -> None:
    wanted = ["Überblick", "Beiträge", "Themenfelder", "Priorisierung", "Maßnahmen", "Spur"]

    assert len(sample_book.sheetnames) == len(sample.sections)
    assert [title for title in sample_book.sheetnames if title in wanted] == wanted
    assert all(sheet.sheet_state == "visible" for sheet in sample_book)


def test_a_list_begins_with_its_headings_and_holds_every_row(
    sample: Protocol, sample_book: Workbook
) -> None:
    section = next(each for each in sample.sections if each.key == "contributions")
    table = section.blocks[0]
    assert isinstance(table, Table)
    rows = list(sample_book["Beiträge"].values)

    assert list(rows[0]) == [column.title for column in table.columns]
    assert len(rows) == 1 + len(table.rows)
    at = table.position("original")
    assert [row[at] for row in rows[1:]] == [row[at] for row in table.rows]


def test_every_kind_of_value_keeps_its_type() -> None:
    cells = opened(list_protocol(KINDS, VALUES))["Liste"][2]

    assert [cell.value for cell in cells] == [
        "T1-001",
        41,
        "–",
        2.37,
        16.8,
        0.183,
        6500,
        datetime(2026, 3, 13),
        time(18, 30),
        datetime(2026, 3, 13, 19, 5, 7),
        "ja",
    ]
    assert [cell.number_format for cell in cells] == [
        "General",
        "#,##0",
        "General",
        "#,##0.00",
        "General",
        "0.0 %",
        '#,##0 "€"',
        "DD.MM.YYYY",
        "HH:MM",
        "DD.MM.YYYY HH:MM",
        "General",
    ]


def test_other_readers_see_the_same_values() -> None:
    book = CalamineWorkbook.from_filelike(written(list_protocol(KINDS, VALUES)))
    row = book.get_sheet_by_name("Liste").to_python()[1]

    assert row[:7] == ["T1-001", 41, "–", 2.37, 16.8, 0.183, 6500]
    assert row[7:] == [date(2026, 3, 13), time(18, 30), datetime(2026, 3, 13, 19, 5, 7), "ja"]


def test_what_is_empty_is_an_empty_cell() -> None:
    columns = (*KINDS[:2], *KINDS[3:])
    cells = opened(list_protocol(columns, ("",) + (None,) * (len(columns) - 1)))["Liste"][2]

    assert [cell.value for cell in cells] == [None] * len(columns)


def test_a_day_before_excel_began_to_count_is_text() -> None:
    column = Column("day", "Tag", "date")
    cells = opened(list_protocol((column,), (date(1899, 12, 31),), (date(1, 1, 1),)))["Liste"]["A"]

    assert [cell.value for cell in cells] == ["Tag", "31.12.1899", "01.01.0001"]


@pytest.mark.parametrize("kind", ["text", "label", "integer", "percent", "date", "yes_no"])
@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_a_text_stays_what_somebody_wrote(text: str, kind: ColumnKind) -> None:
    protocol = list_protocol((Column("x", "Text", kind),), (text,))
    cell = opened(protocol)["Liste"]["A2"]

    assert CalamineWorkbook.from_filelike(written(protocol)).get_sheet_by_index(0).to_python()[
        1
    ] == [text]
    assert (cell.data_type, cell.hyperlink, cell.quotePrefix) == ("s", None, True)
    assert sheet_xml(protocol).findall(f".//{MAIN}f") == []


def test_running_text_and_notes_stay_what_somebody_wrote() -> None:
    column = Column("x", "Text", note="=A1")
    table = Table("Liste", "=Titel", (column,), (("a",),), "=Notiz", purpose="facts")
    sections = (Section("x", "Texte", (*text_protocol(*NASTY).sections[0].blocks, table)),)
    protocol = Protocol("=1+1", "", "=2", "internal", sections)
    sheet = sheet_xml(protocol)

    assert {cell.get("t") for cell in sheet.iter(f"{MAIN}c")} <= {"inlineStr", "n"}
    assert sheet.findall(f".//{MAIN}f") == []
    values = [cell.value for cell in opened(protocol)["Texte"]["A"]]
    assert {"=1+1", "=Titel", "=Notiz\nText: =A1"} <= set(values)


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=60).map(lambda text: clean(text, "")).filter(lambda text: text != ""))
def test_any_cleaned_text_comes_back_unchanged(text: str) -> None:
    stream = written(list_protocol((Column("x", "Text"),), (text,)))

    assert CalamineWorkbook.from_filelike(stream).get_sheet_by_index(0).to_python()[1] == [text]


def test_the_file_holds_nothing_but_what_belongs_there(sample: Protocol) -> None:
    members = parts(sample)

    for name, content in members.items():
        ElementTree.fromstring(content)
        assert name.startswith(("xl/", "docProps/", "_rels/")) or name == "[Content_Types].xml"
    allowed = ("worksheets", "tables", "charts", "drawings", "comments", "theme", "_rels")
    inside = {name.split("/")[1] for name in members if name.startswith("xl/")}
    assert inside <= {*allowed, "workbook.xml", "styles.xml", "sharedStrings.xml"}
    text = b"".join(members.values())
    for unwanted in (b"externalLink", b'hidden="1"', b'state="hidden"', b"TargetMode"):
        assert unwanted not in text
    sheets = b"".join(content for name, content in members.items() if "worksheets/" in name)
    assert b"<f>" not in sheets


def test_the_file_says_who_issued_it_and_nothing_else() -> None:
    core = ElementTree.fromstring(parts(small_protocol())["docProps/core.xml"])

    assert {child.tag.rpartition("}")[2]: child.text for child in core} == {
        "creator": "Musterhausen",
        "title": "Werkstatt",
    }
    application = ElementTree.fromstring(parts(small_protocol())["docProps/app.xml"])
    assert [child.text for child in application] == ["QuartierDesk"]


def test_without_a_municipality_the_program_is_the_creator() -> None:
    protocol = list_protocol((Column("x", "Text"),), ("a",), municipality="")

    assert opened(protocol).properties.creator == "QuartierDesk"


def test_the_same_protocol_gives_the_same_file() -> None:
    assert written(small_protocol()).getvalue() == written(small_protocol()).getvalue()


def test_no_name_of_a_participant_is_in_the_public_file() -> None:
    record = sample_record()
    text = b"".join(parts(build(published(record), shipped())).values()).decode("utf-8")

    for person in record.participants:
        assert person.name not in text
        assert person.label not in text


def test_each_list_is_a_table_with_filter(sample: Protocol, sample_book: Workbook) -> None:
    lists = [
        block.name
        for section in sample.sections
        for block in section.blocks
        if isinstance(block, Table) and block.purpose == "list"
    ]
    found = [table.name for sheet in sample_book for table in sheet.tables.values()]

    assert sorted(found) == sorted(lists)
    for sheet in sample_book:
        for table in sheet.tables.values():
            assert table.autoFilter.ref == table.ref
            headings = [cell.value for cell in sheet[table.ref][0]]
            assert headings == [column.name for column in table.tableColumns]


def test_headings_of_a_list_stay_in_sight_and_repeat_on_paper(sample_book: Workbook) -> None:
    sheet = sample_book["Beiträge"]

    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["A1"].font.bold
    assert sample_book["Überblick"].freeze_panes is None


def test_headings_of_a_long_last_table_repeat_on_paper(sample_book: Workbook) -> None:
    sheet = sample_book["Antworten"]
    header = sheet.tables["Verbleib"].ref.partition(":")[0].lstrip("A")

    assert sheet.print_title_rows == f"${header}:${header}"
    assert sample_book["Teilnehmende"].print_title_rows is None


def test_a_note_is_not_repeated_with_the_labels(sample_book: Workbook) -> None:
    sheet = sample_book["Maßnahmen"]
    last = max(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 2).value)

    assert sheet.print_title_cols == "$A:$A"
    assert "Sortierhilfe" in str(sheet.cell(last, 2).value)
    assert sheet.cell(last, 1).value is None


def test_every_sheet_is_ready_for_paper(sample: Protocol, sample_book: Workbook) -> None:
    for sheet in sample_book:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.page_setup.fitToWidth in (1, 2)
        assert sheet.page_setup.fitToHeight in (0, 1)
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddHeader is not None
        assert sheet.oddFooter is not None
        assert sheet.oddHeader.left.text == sample.title
        assert sheet.oddFooter.left.text == "intern – nicht veröffentlichen"
        assert sheet.oddFooter.right.text == "Seite &P von &N"


def test_a_header_is_short_and_says_ampersands() -> None:
    protocol = list_protocol((Column("x", "A"),), ("a",), title="Wohnen & Garten " * 30)
    header = sheet_xml(protocol).findtext(f".//{MAIN}oddHeader") or ""

    assert "&9 Wohnen && Garten Wohnen && Garten" in header
    assert len(header) < 255


def test_columns_are_wide_enough_but_not_too_wide() -> None:
    columns = (Column("short", "Nr.", "label"), Column("long", "Text", width=40))
    dimensions = opened(list_protocol(columns, ("T1-001", "Wort " * 200)))[
        "Liste"
    ].column_dimensions

    assert 7 <= dimensions["A"].width < 12
    assert dimensions["B"].width == 40


def test_a_row_is_as_high_as_its_text_needs() -> None:
    protocol = list_protocol(
        (Column("x", "Text", width=30),), ("kurz",), ("Wort " * 40,), ("x\n" * 500,)
    )
    heights = opened(protocol)["Liste"].row_dimensions

    assert heights[2].height is None
    assert 60 < heights[3].height < 150
    assert heights[4].height <= 409


def written_on(titled: BarChart | NumericAxis) -> str:
    """Return the title of a chart or an axis."""
    tree = titled.title.to_tree("title") if titled.title else ElementTree.Element("none")
    return "".join(tree.itertext())


def test_the_dots_are_drawn_as_bars_beside_their_numbers(
    sample: Protocol, sample_book: Workbook
) -> None:
    sheet = sample_book["Priorisierung"]
    charts: list[BarChart] = sheet._charts  # type: ignore[attr-defined] # there is no other way
    drawings = [part for name, part in parts(sample).items() if "xl/drawings/drawing" in name]

    assert len(charts) == 1
    assert [written_on(each) for each in (charts[0], charts[0].y_axis)] == [
        "Punkte je Themenfeld",
        "Punkte",
    ]
    shown = charts[0].ser[0].val.numRef.f.partition("!")[2].replace("$", "")
    names = charts[0].ser[0].cat.strRef.f.partition("!")[2].replace("$", "")
    assert [row[0].value for row in sheet[shown]][:3] == [41, 34, 34]
    assert sheet[names][0][0].value == "Begegnungsort Alte Schule"
    assert any('descr="Balkendiagramm: Punkte je Themenfeld.' in d.decode() for d in drawings)


def test_no_row_lies_under_the_chart(sample_book: Workbook) -> None:
    sheet = sample_book["Priorisierung"]
    chart = sheet._charts[0]  # type: ignore[attr-defined]
    first = chart.anchor._from.row + 1
    last = first + round(chart.anchor.ext.height / 12_700 / 15)

    assert all(cell.value is None for row in sheet.iter_rows(first, last) for cell in row)


def test_titles_of_sheets_are_what_excel_allows() -> None:
    titles = [
        "A/B: [x]?*\\",
        "a b x",
        "'",
        "Ein sehr langer Titel, der auf kein Register passt",
        "Ä",
    ]
    sections = tuple(Section(f"k{n}", title, ()) for n, title in enumerate(titles))
    names = opened(Protocol("T", "", "M", "public", sections)).sheetnames

    assert names == ["A B x", "a b x 2", "Blatt", "Ein sehr langer Titel, der auf", "Ä"]


def test_a_protocol_without_sections_is_still_a_workbook() -> None:
    book = opened(Protocol("Werkstatt", "", "", "public", ()))

    assert [(sheet.title, sheet["A1"].value) for sheet in book] == [("Überblick", "Werkstatt")]


def test_a_list_without_rows_is_still_a_sheet() -> None:
    sheet = opened(list_protocol(KINDS))["Liste"]

    assert sheet["A1"].value == "Nr."
    assert not sheet.tables


def test_the_contributions_can_be_read_again(sample: Protocol, tmp_path: Path) -> None:
    path = tmp_path / "protokoll.xlsx"
    path.write_bytes(written(sample).getvalue())
    table = read_table(path, sheet="Beiträge")
    roles = recognise(table.columns)

    assert len(table.rows) == 60
    assert table.columns[roles[Role.TEXT]] == "O-Ton"
    wanted = {Role.LABEL, Role.TABLE, Role.KIND, Role.TEXT, Role.MINUTES, Role.PLACE, Role.CLUSTER}
    assert wanted <= roles.keys()


def test_memory_does_not_grow_with_the_rows() -> None:
    columns = (Column("a", "Text"), Column("b", "Zahl", "integer"))

    def peak(amount: int) -> int:
        protocol = list_protocol(columns, *((f"Beitrag {n}", n) for n in range(amount)))
        tracemalloc.start()
        with tempfile.TemporaryFile() as stream:
            write_workbook(protocol, stream)
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    peak(10)
    assert peak(6000) < 1.5 * peak(500)


class FullDisk(io.BytesIO):
    """A stream on which nothing fits."""

    def write(self, _data: object) -> int:
        raise OSError(28, "No space left on device")


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    protocol = small_protocol()

    write_workbook(protocol, io.BytesIO())
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(OSError, match="No space"):
        write_workbook(protocol, FullDisk())
    assert list(tmp_path.iterdir()) == []
