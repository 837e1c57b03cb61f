from collections.abc import Callable
from pathlib import Path

import pytest

from quartierdesk.errors import UserError
from quartierdesk.exchange.limits import Limits
from quartierdesk.exchange.tables import SourceInfo, Table, read_table
from tests.support import ROOT

TABLES = ROOT / "tests" / "data" / "tables"
Written = Callable[[str], Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Return a function that writes a CSV file."""

    def write(text: str) -> Path:
        path = tmp_path / "tabelle.csv"
        path.write_bytes(text.encode())
        return path

    return write


def rows_of(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


def test_a_corpus_of_real_contributions_is_read_without_options() -> None:
    table = read_table(TABLES / "ehrenfeld.csv")

    assert table.columns == ("document_id", "title", "text", "url")
    assert len(table.rows) == 30
    assert table.source == SourceInfo("csv", encoding="utf-8", delimiter=",")
    assert table.warnings == ()


def test_a_file_of_a_german_excel_is_read_without_options() -> None:
    table = read_table(TABLES / "ehrenfeld_verortet.csv")

    assert table.columns == ("document_id", "title", "text", "url", "lat", "lon")
    assert len(table.rows) == 31
    assert table.source == SourceInfo("csv", encoding="windows-1252", delimiter=";")
    assert table.rows[0].cells[4:] == ("50,941421", "6,91246")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_same_contributions_come_out_of_every_encoding(
    encoding: str, end: str, tmp_path: Path
) -> None:
    original = TABLES / "ehrenfeld.csv"
    text = original.read_text(encoding="utf-8").replace("\n", end)
    (tmp_path / "tabelle.csv").write_bytes(text.encode(encoding))

    assert rows_of(read_table(tmp_path / "tabelle.csv")) == rows_of(read_table(original))


def test_leading_zeros_stay(written: Written) -> None:
    table = read_table(written('AGS,Gemeinde\n08111000,"Stuttgart, Landeshauptstadt"\n'))

    assert rows_of(table) == [("08111000", "Stuttgart, Landeshauptstadt")]


def test_titles_above_the_heading_are_left_out_and_named(written: Written) -> None:
    table = read_table(written("Bürgerwerkstatt Hörlesbach\n;;\n13.3.2026;;\nNr;Text\n1;Bänke\n"))

    assert table.columns == ("Nr", "Text")
    assert [row.number for row in table.rows] == [5]
    (warning,) = table.warnings
    assert warning.startswith("Über der Kopfzeile stand Text")
    assert warning.endswith("„Bürgerwerkstatt Hörlesbach“ und „13.3.2026“.")


def test_a_heading_with_one_name_is_no_title(written: Written) -> None:
    table = read_table(written('Beitrag\n"Bänke;Bäume"\nBus;abends\n'))

    assert table.columns[0] == "Beitrag"
    assert table.rows[0].number == 2


def test_missing_and_repeated_headings_get_names(written: Written) -> None:
    table = read_table(written("Text;;Text;Text (2);\na;b;c;d;\n"))

    assert table.columns == ("Text", "Spalte B", "Text (3)", "Text (2)")
    assert rows_of(table) == [("a", "b", "c", "d")]


def test_headings_lose_line_breaks_and_outer_blanks(written: Written) -> None:
    assert read_table(written('" Text\nder Karte ";Ort\na;b\n')).columns == (
        "Text der Karte",
        "Ort",
    )


def test_rows_with_too_many_or_too_few_cells_are_reported(written: Written) -> None:
    table = read_table(written("Text;Ort\na\nb;c;d\ne;f;;\n"))

    assert table.columns == ("Text", "Ort", "Spalte C")
    assert rows_of(table) == [("a", "", ""), ("b", "c", "d"), ("e", "f", "")]
    assert table.ragged_rows == frozenset({3})
    assert table.warnings == (
        "Mehr Felder als Spaltenüberschriften: Zeile 3. Vermutlich steht ein Trennzeichen im Text.",
        "Weniger Felder als Spaltenüberschriften: Zeile 2. Die fehlenden Felder gelten als leer.",
    )


def test_unreadable_characters_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "tabelle.csv"
    path.write_bytes("Text;Ort\nBrücke;Straße\n".encode().replace("ß".encode(), b"\xff"))

    table = read_table(path)

    assert rows_of(table) == [("Brücke", "Stra\ufffde")]
    (warning,) = table.warnings
    assert warning.startswith("In der Datei war 1 Zeichen nicht lesbar")
    assert "utf-8" in warning


def test_encoding_and_delimiter_can_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "tabelle.txt"
    path.write_bytes("Text,Ort;x\nMüll,a;b\n".encode("cp1252"))

    table = read_table(path, encoding="windows-1252", delimiter=",")

    assert rows_of(table) == [("Müll", "a;b")]


def test_a_heading_without_rows_is_an_empty_table(written: Written) -> None:
    assert read_table(written("Text;Ort\n")).rows == ()


def test_a_file_beyond_the_limit_is_refused_with_both_sizes(written: Written) -> None:
    with pytest.raises(UserError, match="1 MB groß, gelesen werden höchstens 1 MB"):
        read_table(written("Text\n"), limits=Limits(file_bytes=3))
