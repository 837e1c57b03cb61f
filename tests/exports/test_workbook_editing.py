"""What helps people who edit an internal workbook."""

import io

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from quartierdesk.domain.catalogues import STANDARD_ACTION_FIELDS
from quartierdesk.domain.edition import published
from quartierdesk.domain.protocol import Column, Protocol, Section, Table
from quartierdesk.exports.workbook import write_workbook
from quartierdesk.services.catalogues import shipped
from quartierdesk.services.protocols import build
from quartierdesk.services.read_back_columns import OPEN_COLUMNS
from quartierdesk.services.workbook_state import editable, origin_of
from tests.exports.small_workshop import small_record
from tests.exports.test_workbook import opened

KNOWN = {**shipped(), "action_field": shipped()[STANDARD_ACTION_FIELDS]}
OPEN_NOTE = "Diese Spalte darf geändert und wieder eingelesen werden."


@pytest.fixture(scope="module")
def book() -> Workbook:
    """Return the internal workbook of the small workshop."""
    record, stream = small_record(), io.BytesIO()
    write_workbook(editable(record, KNOWN), stream, origin_of(record, KNOWN))
    return load_workbook(stream)


def heads(sheet: Worksheet, row: int = 1) -> dict[str, str]:
    """Return the notes of the headings in a row."""
    return {
        str(cell.value): cell.comment.text if cell.comment else ""
        for cell in sheet[row]
        if cell.value
    }


def test_headings_say_which_columns_may_be_changed(book: Workbook) -> None:
    found = heads(book["Maßnahmen"])

    assert OPEN_NOTE in found["Bis wann"]
    assert OPEN_NOTE not in found["Nr."] + found["Nutzen/Aufwand"]
    fills = {str(cell.value): cell.fill.fgColor.rgb for cell in book["Maßnahmen"][1]}
    assert fills["Bis wann"] != fills["Nr."]


def test_every_open_column_is_there_even_where_nothing_is_in_it(book: Workbook) -> None:
    found = heads(book["Maßnahmen"])
    public = opened(build(published(small_record()), KNOWN))

    assert {"Erster Schritt", "Wer", "Mit wem", "Finanzierung", "Frist in Worten"} <= set(found)
    assert "Erster Schritt" not in heads(public["Maßnahmen"])
    assert len(OPEN_COLUMNS["Massnahmen"]) == sum(OPEN_NOTE in note for note in found.values())


def test_what_is_chosen_from_a_catalogue_offers_its_names(book: Workbook) -> None:
    sheet = book["Maßnahmen"]
    at = next(cell.column_letter for cell in sheet[1] if cell.value == "Status")
    [rule] = [each for each in sheet.data_validations.dataValidation if f"{at}2" in each.sqref]
    name, _, cells = (rule.formula1 or "").partition("!")
    words = [row[0].value for row in book[name.strip("'")][cells.replace("$", "")]]

    assert words == [entry.label for entry in KNOWN["measure_status"].entries]
    assert rule.type == "list"


def test_what_is_not_meant_to_be_read_is_hidden_and_says_why(book: Workbook) -> None:
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]

    assert hidden == ["Auswahl", "Herkunft"]
    assert str(book["Herkunft"]["A1"].value).startswith("QuartierDesk braucht dieses Blatt")


def test_a_chapter_cannot_take_the_name_of_a_hidden_sheet() -> None:
    sections = tuple(Section(f"k{n}", title, ()) for n, title in enumerate(("Herkunft", "Auswahl")))

    assert opened(Protocol("T", "", "M", "public", sections)).sheetnames == [
        "Herkunft 1",
        "Auswahl 2",
    ]


def test_the_note_of_a_column_is_at_its_heading_and_on_paper() -> None:
    table = Table("Liste", "Liste", (Column("x", "Wert", note="In Punkten."),), (("a",),))
    protocol = Protocol("T", "", "Musterhausen", "public", (Section("x", "Liste", (table,)),))
    sheet = opened(protocol)["Liste"]

    assert heads(sheet) == {"Wert": "In Punkten."}
    assert sheet["A1"].comment.author == "Musterhausen"
    assert "Wert: In Punkten." in [cell.value for cell in sheet["A"]]


def test_every_open_column_belongs_to_a_column_of_the_protocol() -> None:
    protocol = editable(small_record(), KNOWN)
    tables = {
        block.name: {column.key for column in block.columns}
        for section in protocol.sections
        for block in section.blocks
        if isinstance(block, Table)
    }
    sometimes = {"place", "further_fields", "themes"}

    for name, columns in OPEN_COLUMNS.items():
        assert columns.keys() - tables[name] <= sometimes, name
