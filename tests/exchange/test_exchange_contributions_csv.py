import io
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartierdesk.exchange.columns import HEADERS, Role
from quartierdesk.exchange.contributions_csv import (
    guarded,
    is_own_export,
    unguarded,
    write_contributions,
)
from quartierdesk.exchange.tables import read_table

COLUMNS = [HEADERS[role] for role in (Role.LABEL, Role.TEXT, Role.MINUTES)]
NASTY = (
    "=1+1",
    "+49 7141 144",
    "-3 Stufen",
    "@alle",
    "\t=1+1",
    "  =cmd|' /C calc'!A0",
    '"=HYPERLINK("http://x")"',
    "'=1+1",
    "''-x",
    "'s isch schee",
    "'",
    "＝1+1",
    "\u200b=1",
    "\ufeff=1",
    "a;b,c|d",
    "Zeile eins\nZeile zwei",
    "Zeile eins\r\nZeile zwei",
    "\rx",
    "„Schön“, sagte sie",
    'mit "Zitat"',
    "👩‍👩‍👧 Ümläute ß",
    "  Ränder  ",
    "sep=;",
    "007",
    "-",
)


def written(columns: list[str], rows: list[list[object]]) -> str:
    stream = io.StringIO(newline="")
    write_contributions(stream, columns, rows)
    return stream.getvalue()


def test_the_file_is_what_a_german_excel_expects() -> None:
    text = written(
        ["Text", "Anteil"], [["a;b", Decimal("2.50")], ["c", -3], [None, True], ["", False]]
    )

    assert text == 'Text;Anteil\r\n"a;b";2,50\r\nc;-3\r\n;ja\r\n;nein\r\n'


def test_dates_and_instants_are_iso() -> None:
    instant = datetime(2026, 3, 13, 18, 8, tzinfo=UTC)

    assert written(["a", "b"], [[date(2026, 3, 13), instant]]).splitlines()[1] == (
        "2026-03-13;2026-03-13T18:08:00+00:00"
    )


def test_what_no_cell_can_hold_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match="list"):
        written(["a"], [[[]]])


@pytest.mark.parametrize("text", NASTY[:9])
def test_nothing_that_looks_like_a_formula_stays_one(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["'s isch schee", "Bus", "1+1=2", "„=“", ""])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_every_text_comes_back_from_our_own_file(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "beitraege.csv"
    with path.open("w", encoding=encoding, newline="") as stream:
        write_contributions(
            stream, COLUMNS, ((f"B{at}", text, text) for at, text in enumerate(NASTY))
        )

    table = read_table(path)

    assert table.columns == tuple(COLUMNS)
    assert [row.cells[1:] for row in table.rows] == [(text, text) for text in NASTY]
    assert table.warnings == ()


def test_our_own_file_may_have_been_saved_by_excel(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("beitraege")
    sheet.append(COLUMNS)
    sheet.append(["B1", guarded("- mehr Bänke"), ""])
    workbook.save(tmp_path / "beitraege.xlsx")

    assert read_table(tmp_path / "beitraege.xlsx").rows[0].cells[1] == "- mehr Bänke"


def test_apostrophes_of_other_programs_are_text(tmp_path: Path) -> None:
    path = tmp_path / "fremd.csv"
    path.write_text("Nr;Text\n1;'-Zeichen fehlt\n", encoding="utf-8")

    assert read_table(path).rows[0].cells[1] == "'-Zeichen fehlt"


def test_our_own_file_is_known_by_its_headings() -> None:
    assert is_own_export([*COLUMNS, HEADERS[Role.PLACE]])
    assert not is_own_export(COLUMNS[:2])
    assert not is_own_export([*COLUMNS, "Farbe"])


@given(st.text())
@settings(deadline=None)
def test_taking_the_guard_away_gives_back_every_text(text: str) -> None:
    assert unguarded(guarded(text)) == text
