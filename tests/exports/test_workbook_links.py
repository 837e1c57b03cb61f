"""From a measure to the very words it comes from, and back, with a click each."""

import re
from dataclasses import replace

import pytest
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.workbook import Workbook

from quartierdesk.domain.protocol import Column, Protocol, Section, Table
from quartierdesk.exports import sheet_cells, sheet_links
from quartierdesk.services.catalogues import shipped
from quartierdesk.services.protocols import build
from tests.exports.small_workshop import sample_record
from tests.exports.test_workbook import opened, sheet_xml

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def links(book: Workbook, title: str) -> dict[str, tuple[str, str]]:
    """Return by cell the text and the place to which it leads."""
    found = {}
    for row in book[title].iter_rows():
        for cell in row:
            if cell.hyperlink:
                assert cell.hyperlink.target is None
                found[cell.coordinate] = (str(cell.value), str(cell.hyperlink.location))
    return found


def behind(book: Workbook, place: str) -> object:
    """Return what stands in the cell that a link leads to."""
    match = re.fullmatch(r"'((?:[^']|'')+)'!([A-Z]+\d+)", place)
    assert match
    sheet = book[match[1].replace("''", "'")]
    return sheet.cell(*coordinate_to_tuple(match[2])).value


@pytest.fixture(scope="module")
def book() -> Workbook:
    """Return the workbook of the sample."""
    return opened(build(sample_record(), shipped()))


def test_each_label_of_the_trace_leads_to_its_row(book: Workbook) -> None:
    found = links(book, "Spur")
    labels = {row[at] for row in book["Spur"].iter_rows(min_row=2, values_only=True)
              for at in (0, 2, 4) if row[at]}  # fmt: skip

    assert {text for text, _ in found.values()} >= {x for x in labels if len(str(x)) < 6}
    for text, place in found.values():
        assert behind(book, place) == text


@pytest.mark.parametrize("title", ["Maßnahmen", "Themenfelder", "Beiträge"])
def test_the_label_of_a_row_leads_back_to_the_trace(book: Workbook, title: str) -> None:
    found = links(book, title)

    assert found
    for text, place in found.values():
        assert place.startswith("'Spur'!A")
        number = int(place.rpartition("A")[2])
        assert text in [cell.value for cell in book["Spur"][number]]


def test_one_can_walk_from_a_measure_to_the_original_wording_and_back(book: Workbook) -> None:
    to_trace = next(iter(links(book, "Maßnahmen").values()))[1]
    number = to_trace.rpartition("A")[2]
    to_card = links(book, "Spur")[f"E{number}"][1]
    sheet, _, cell = to_card.rpartition("!")
    assert sheet == "'Beiträge'"
    words = [each.value for each in book["Beiträge"][int(cell[1:])]]

    assert book["Spur"][f"F{number}"].value in words
    assert links(book, "Beiträge")[cell][1].startswith("'Spur'!")


def test_a_hostile_label_leads_nowhere_outside() -> None:
    labels = ("http://example.org", "=1+1", "it's")
    known = Table(
        "Massnahmen", "M", (Column("label", "Nr.", "label"),), tuple((x,) for x in labels)
    )
    trace = Table(
        "Spur",
        "S",
        (Column("m", "Maßnahme", "label", refers_to="Massnahmen"),),
        (*((label,) for label in labels), ("javascript:alert(1)",)),
    )
    sections = (Section("measures", "M", (known,)), Section("trace", "It's", (trace,)))
    protocol = Protocol("T", "", "M", "public", sections)

    for number in (1, 2):
        for link in sheet_xml(protocol, number).iter(f"{MAIN}hyperlink"):
            assert set(link.attrib) == {"ref", "location"}
    assert [text for text, _ in links(opened(protocol), "Spur").values()] == list(labels)


def test_a_sheet_has_no_more_links_than_excel_bears(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_cells, "MOST_LINKS", 3)
    book = opened(build(sample_record(), shipped()))

    assert len(links(book, "Spur")) == 3
    assert sheet_links.MOST_LINKS < 65_530


def test_without_a_trace_nothing_leads_anywhere() -> None:
    book = opened(build(replace(sample_record(), measures=()), shipped()))

    assert links(book, "Beiträge") == {}


def test_the_overview_leads_to_every_other_sheet(book: Workbook) -> None:
    found = links(book, "Überblick")

    assert {text for text, _ in found.values()} == set(book.sheetnames[1:])
    assert all(place == f"'{text}'!A1" for text, place in found.values())
