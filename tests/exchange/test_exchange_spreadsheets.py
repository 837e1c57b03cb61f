import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from quartierdesk.domain.cell_text import CellValue, cell_text, column_letters
from quartierdesk.errors import UserError
from quartierdesk.exchange.limits import Limits
from quartierdesk.exchange.spreadsheets import read_sheet
from quartierdesk.exchange.tables import read_table
from tests.exchange import office_files as office


def new_workbook() -> tuple[openpyxl.Workbook, Worksheet]:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    return workbook, sheet


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1, "1"),
        (1.0, "1"),
        (2.5, "2,5"),
        (-0.5, "-0,5"),
        (0.1 + 0.2, "0,3"),
        (1e21, "1e+21"),
        (8111000.0, "8111000"),
        (123456789012345.0, "123456789012345"),
        (float("inf"), ""),
        (True, "WAHR"),
        (False, "FALSCH"),
        ("007", "007"),
        (datetime.date(2026, 3, 13), "2026-03-13"),
        (datetime.datetime(2026, 3, 13, 19, 8), "2026-03-13 19:08:00"),
        (datetime.time(19, 8), "19:08:00"),
        (datetime.timedelta(hours=30, minutes=5), "30:05:00"),
        (datetime.timedelta(minutes=-5), "-0:05:00"),
    ],
)
def test_values_read_as_people_write_them(value: CellValue, text: str) -> None:
    assert cell_text(value) == text


def test_columns_have_the_letters_of_a_spreadsheet() -> None:
    assert [column_letters(index) for index in (0, 25, 26, 701, 702, 16_383)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
        "XFD",
    ]


def test_rows_keep_the_numbers_people_see_in_excel(tmp_path: Path) -> None:
    workbook, sheet = new_workbook()
    sheet["C3"], sheet["D3"] = "Text", "Punkte"
    sheet["C4"], sheet["D4"] = "Mehr Bänke", 3
    sheet["C7"] = "Bus\nabends"
    workbook.save(tmp_path / "liste.xlsx")

    table = read_table(tmp_path / "liste.xlsx")

    assert table.columns == ("Text", "Punkte")
    assert [(row.number, row.cells) for row in table.rows] == [
        (4, ("Mehr Bänke", "3")),
        (7, ("Bus\nabends", "")),
    ]
    assert (table.source.kind, table.source.sheet) == ("xlsx", "Sheet")


def test_the_first_sheet_with_content_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    workbook, _ = new_workbook()
    for name, state in (("Versteckt", "hidden"), ("Karten", "visible"), ("Rest", "visible")):
        sheet = workbook.create_sheet(name)
        sheet["A1"], sheet["A2"] = "Text", f"aus {name}"
        sheet.sheet_state = state
    workbook.save(tmp_path / "blaetter.xlsx")

    table = read_table(tmp_path / "blaetter.xlsx")

    assert table.rows[0].cells == ("aus Karten",)
    (warning,) = table.warnings
    assert warning.startswith("Gelesen wurde das Blatt „Karten“; weitere Blätter")
    assert warning.endswith(": „Sheet“ und „Rest“.")


def test_a_sheet_can_be_chosen_by_name_even_a_hidden_one(tmp_path: Path) -> None:
    workbook, sheet = new_workbook()
    sheet["A1"] = "Text"
    hidden = workbook.create_sheet("Tisch 2")
    hidden["A1"], hidden["A2"], hidden.sheet_state = "Text", "von Tisch 2", "hidden"
    workbook.create_sheet("Leer")
    workbook.save(tmp_path / "tische.xlsx")

    assert read_table(tmp_path / "tische.xlsx", sheet="tisch 2").rows[0].cells == ("von Tisch 2",)
    with pytest.raises(UserError, match="„Tisch 9“ gibt es in der Datei nicht") as refused:
        read_table(tmp_path / "tische.xlsx", sheet="Tisch 9")
    assert "„Sheet“, „Tisch 2“ und „Leer“" in refused.value.hint
    with pytest.raises(UserError, match="Das Blatt „Leer“ ist leer"):
        read_table(tmp_path / "tische.xlsx", sheet="Leer")


def test_cells_with_an_error_are_empty_and_named(tmp_path: Path) -> None:
    cells = '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    rows = f'<row r="1">{office.inline("A1", "Text")}{office.inline("B1", "Punkte")}</row>'
    rows += f'<row r="2">{office.inline("A2", "x")}{cells}</row>'
    path = office.write_xlsx(tmp_path / "fehler.xlsx", office.sheet_xml(rows))

    table = read_table(path)

    assert table.rows[0].cells == ("x", "")
    assert table.warnings == ("Einige Zellen enthalten einen Fehlerwert und gelten als leer: B2.",)


def test_errors_in_libreoffice_are_empty_and_named(tmp_path: Path) -> None:
    rows = office.ods_row(office.ods_cell("Text") + office.ods_cell("Punkte"))
    rows += office.ods_row(office.ods_cell("x") + office.ods_cell("#DIV/0!"))

    table = read_table(office.write_ods(tmp_path / "fehler.ods", rows))

    assert table.rows[0].cells == ("x", "")
    assert table.warnings == ("Einige Zellen enthalten einen Fehlerwert und gelten als leer: B2.",)


def test_a_formula_gives_its_last_value(tmp_path: Path) -> None:
    rows = office.simple_rows("Text") + '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>'
    path = office.write_xlsx(tmp_path / "formel.xlsx", office.sheet_xml(rows))

    assert read_table(path).rows[0].cells == ("2",)


def test_a_merged_heading_stands_over_each_of_its_columns(tmp_path: Path) -> None:
    workbook, sheet = new_workbook()
    for at, value in enumerate(("Text", "Ort", None, "Tisch"), start=1):
        sheet.cell(1, at, value)
    for row in (("a", "Platz", "Nord", 1), ("b", "Platz", "Süd", None)):
        sheet.append(row)
    sheet.merge_cells("B1:C1")
    sheet.merge_cells("D2:D3")
    workbook.save(tmp_path / "verbunden.xlsx")

    table = read_table(tmp_path / "verbunden.xlsx")

    assert table.columns == ("Text", "Ort", "Ort (2)", "Tisch")
    assert [row.cells[3] for row in table.rows] == ["1", ""]
    assert table.warnings == (
        "Verbundene Zellen gelten nur in ihrer ersten Zeile und Spalte: Zeile 2.",
    )


def test_old_excel_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "alt.xls"
    path.write_bytes(office.xls_file([["Text", "Punkte", "ja"], ["Brücke", 2.5, True]]))

    table = read_table(path)

    assert table.columns == ("Text", "Punkte", "ja")
    assert table.rows[0].cells == ("Brücke", "2,5", "WAHR")
    assert table.source.kind == "xls"


def test_libreoffice_files_are_read(tmp_path: Path) -> None:
    rows = office.ods_row(office.ods_cell("Text") + office.ods_cell("Ort"))
    rows += office.ods_row(office.ods_cell("Brücke") + office.ods_cell(""))

    table = read_table(office.write_ods(tmp_path / "liste.ods", rows))

    assert table.rows[0].cells == ("Brücke", "")
    assert (table.source.kind, table.source.sheet) == ("ods", "Tabelle1")


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(rows=2), "mehr als 2 Zeilen"),
        (Limits(columns=0), "Zeile 1 hat 1 Spalten"),
        (Limits(cells=2), "mehr als 2 Zellen"),
        (Limits(characters=6), "mehr als 6 Zeichen"),
        (Limits(members=3), "Entpacken"),
        (Limits(unpacked_bytes=100), "Entpacken"),
        (Limits(seconds=0.0), "zu lange"),
    ],
)
def test_reading_stops_at_the_limits(limits: Limits, reason: str, tmp_path: Path) -> None:
    sheet = office.sheet_xml(office.simple_rows("Text", "eins", "zwei"))
    path = office.write_xlsx(tmp_path / "liste.xlsx", sheet)

    with pytest.raises(UserError, match=reason):
        read_sheet(path, None, limits)


def test_many_rows_come_over_complete_and_in_order(tmp_path: Path) -> None:
    texts = [f"Beitrag {number}" for number in range(3_000)]
    sheet = office.sheet_xml(office.simple_rows("Text", *texts))

    table = read_table(office.write_xlsx(tmp_path / "viele.xlsx", sheet))

    assert [row.cells[0] for row in table.rows] == texts
    assert [row.number for row in table.rows] == list(range(2, 3_002))
