import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartierdesk.errors import UserError
from quartierdesk.exchange.csv_text import split
from quartierdesk.exchange.limits import Limits


def cells(text: str, delimiter: str | None = None) -> list[tuple[str, ...]]:
    return [row.cells for row in split(text, delimiter).rows]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    text = "Nr;Text;Ort\n1;Der Bus fährt zu selten.;Halt\n2;Mehr Bänke;Platz\n"

    table = split(text.replace(";", delimiter))

    assert table.delimiter == delimiter
    assert table.rows[1].cells == ("1", "Der Bus fährt zu selten.", "Halt")


@pytest.mark.parametrize(
    "text",
    [
        "Nr;Text;Ort\n1;Bänke, Bäume, Schatten;Platz\n2;Bus, Bahn, Rad;Halt\n",
        "Nr;Breite;Länge\n1;48,5;9,1\n2;48,6;9,2\n",
        'Nr;Text\n1;"Bänke, Bäume, ""Schatten"""\n2;"a,b,c,d"\n',
        "Bürgerwerkstatt, 13.3.2026\n\nNr;Text\n1;a, b\n2;c\n",
        "a;b\n1,5;2,5\n3,5;4,5\n",
    ],
    ids=["commas in text", "decimal commas", "quoted commas", "title", "only decimals"],
)
def test_commas_in_text_do_not_make_columns(text: str) -> None:
    assert split(text).delimiter == ";"


@pytest.mark.parametrize(
    "text",
    [
        "Beitrag\nDer Bus fährt selten, bitte ändern\nMehr Bänke, mehr Schatten\n",
        "Beitrag\nDer Bus fährt selten; bitte ändern\n",
        "Mehr Bänke\n",
        "Es fehlt, was alle brauchen\nBänke, Bäume\nEin Bus, der kommt\n",
    ],
)
def test_a_list_of_sentences_is_one_column(text: str) -> None:
    table = split(text)

    assert table.delimiter is None
    assert {len(row.cells) for row in table.rows} == {1}


def test_a_list_of_sentences_may_begin_with_quotation_marks() -> None:
    assert cells('Beitrag\n"Schön", sagte sie\n"Nein"\n')[1:] == [
        ('"Schön", sagte sie',),
        ('"Nein"',),
    ]


def test_a_first_line_may_name_the_delimiter() -> None:
    table = split("sep=|\r\na,b|c,d\r\n1,2|3,4\r\n")

    assert table.delimiter == "|"
    assert [(row.number, row.cells) for row in table.rows] == [
        (2, ("a,b", "c,d")),
        (3, ("1,2", "3,4")),
    ]


def test_rows_have_the_number_of_the_line_on_which_they_begin() -> None:
    text = 'a;b\n\n"eins\nzwei";x\r\n   \n;;\nc;d'

    assert [row.number for row in split(text).rows] == [1, 3, 7]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_understood(end: str) -> None:
    assert cells(end.join(["a;b", "c;d", ""])) == [("a", "b"), ("c", "d")]


def test_line_ends_inside_a_cell_are_kept() -> None:
    assert cells('a;b\n"x\r\ny\nz";1\n')[1] == ("x\r\ny\nz", "1")


def test_a_quotation_mark_inside_a_cell_is_text() -> None:
    assert cells('a;b\n4" Rohr;37°36\'37.8"N\n')[1] == ('4" Rohr', "37°36'37.8\"N")


def test_open_quotes_are_reported_with_their_line() -> None:
    with pytest.raises(UserError, match=r"Zeile 3 .*Anführungszeichen.*nicht geschlossen"):
        split('a;b\n1;2\n3;"offen\n4;5\n')


def test_text_after_closing_quotes_is_reported_with_its_line() -> None:
    with pytest.raises(UserError, match=r"Zeile 2 .*noch Text"):
        split('a;b\n"Schön" sagte sie;2\n')


def test_a_field_without_end_is_reported_where_it_begins() -> None:
    with pytest.raises(UserError, match=r"Zeile 2 beginnt ein Feld mit mehr als 131\.072 Zeichen"):
        split('a;b\n"' + "x;y\n" * 50_000)


def test_reading_leaves_the_field_limit_of_python_alone() -> None:
    before = csv.field_size_limit()
    split("a;b\n1;2\n")

    assert csv.field_size_limit() == before


def test_a_chosen_delimiter_is_taken() -> None:
    assert cells("a,b;c,d\n", ",") == [("a", "b;c", "d")]
    assert cells("a\tb\n", "Tab") == [("a", "b")]


@pytest.mark.parametrize("delimiter", ["", ";;", '"', "\n", "x"])
def test_an_impossible_delimiter_is_refused(delimiter: str) -> None:
    with pytest.raises(UserError, match="Trennzeichen"):
        split("a;b\n", delimiter)


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(rows=2), "mehr als 2 Zeilen"),
        (Limits(columns=1), "Zeile 1 hat 2 Spalten"),
        (Limits(cells=5), "mehr als 5 Zellen"),
        (Limits(characters=5), "Zeichen"),
        (Limits(seconds=0.0), "zu lange"),
    ],
)
def test_reading_stops_at_the_limits(limits: Limits, reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        split("a;b\nc;d\ne;f\n", limits=limits)


ANY_CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0\x1f"), max_size=20)


@given(st.lists(st.tuples(ANY_CELL, ANY_CELL), min_size=1), st.sampled_from(";,\t|"))
@settings(deadline=None)
def test_what_is_written_by_the_rules_is_read_back(
    rows: list[tuple[str, str]], delimiter: str
) -> None:
    quoted = ['"' + cell.replace('"', '""') + '"' for row in rows for cell in row]
    pairs = zip(quoted[::2], quoted[1::2], strict=True)
    text = "".join(f"{first}{delimiter}{second}\r\n" for first, second in pairs)

    filled = [row for row in rows if any(cell.strip() for cell in row)]
    assert cells(text, delimiter) == filled
