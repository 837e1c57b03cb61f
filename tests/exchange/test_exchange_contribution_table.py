import json
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from quartierdesk.domain.importing import DuplicateHint, ImportPreview, ImportRow
from quartierdesk.errors import UserError
from quartierdesk.exchange.columns import Role, recognise, with_mapping
from quartierdesk.exchange.contribution_table import preview
from quartierdesk.exchange.tables import SourceInfo, Table, TableRow, read_table
from tests.support import ROOT

TABLES = ROOT / "tests" / "data" / "tables"
LABELS = {
    Role.ACTION_FIELD: {
        "Wohnen, Mobilität & Klima": "wohnen_mobilitaet_klima",
        "Wohnen": "wohnen_mobilitaet_klima",
    },
    Role.TARGET_GROUPS: {"Kinder": "kinder", "Menschen mit Demenz": "menschen_mit_demenz"},
    Role.THEMES: {"Inklusion": "inklusion"},
}


def table_of(columns: Sequence[str], *rows: Sequence[str], ragged: int = 0) -> Table:
    numbered = (TableRow(number, tuple(cells)) for number, cells in enumerate(rows, start=2))
    return Table(tuple(columns), tuple(numbered), SourceInfo("csv"), (), frozenset({ragged} - {0}))


def previewed(columns: Sequence[str], *rows: Sequence[str]) -> ImportPreview:
    return preview(table_of(columns, *rows), recognise(columns), labels=LABELS)


def only_row(columns: Sequence[str], *cells: str) -> ImportRow:
    """Return the only row, which has no failures and no warnings."""
    result = previewed(columns, cells)
    assert (result.failures, result.warnings) == ((), ())
    (row,) = result.rows
    return row


def column_read(column: str, cell: str) -> ImportPreview:
    return previewed(["Text", column], ["x", cell])


def test_a_whole_row_is_read() -> None:
    columns = {
        "Nummer": "T3-017",
        "Titel": "Bus",
        "O-Ton": "„Nemme weg.“",
        "Protokollfassung": "Kein Bus mehr.",
        "Beitragsart": "Problem",
        "Tisch": "Tisch 3",
        "Handlungsfeld": "Wohnen, Mobilität & Klima",
        "Zielgruppen": "Kinder, Menschen mit Demenz",
        "Querschnittsthemen": "inklusion",
        "Cluster": "Nahverkehr",
        "Ort": "Bushaltestelle",
        "Breitengrad": "48,896",
        "Längengrad": "9.191",
        "Klebepunkte": "6",
        "Mehrfachnennungen": "2",
        "Notiz": "nachfragen",
        "Erfasst am": "13.3.2026, 19:08 Uhr",
        "Internetadresse": "https://example.org/1",
        "Veröffentlichen": "nein",
    }

    assert only_row(list(columns), *columns.values()) == ImportRow(
        number=2,
        text="„Nemme weg.“",
        label="T3-017",
        title="Bus",
        minutes="Kein Bus mehr.",
        kind="problem",
        table=3,
        action_field="wohnen_mobilitaet_klima",
        target_groups=("kinder", "menschen_mit_demenz"),
        themes=("inklusion",),
        cluster="Nahverkehr",
        place="Bushaltestelle",
        latitude=Decimal("48.896"),
        longitude=Decimal("9.191"),
        dots=6,
        mention_count=2,
        note="nachfragen",
        captured_at=datetime(2026, 3, 13, 19, 8),
        url="https://example.org/1",
        publish="no",
    )


def test_a_row_with_a_text_alone_says_nothing_else() -> None:
    assert only_row(["Text"], " Mehr Bänke ") == ImportRow(number=2, text="Mehr Bänke")


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("idee", "idee"),
        ("Idee/Vorschlag", "idee"),
        ("VORSCHLAG", "idee"),
        ("Stärke", "staerke"),
        ("Schwäche", "problem"),
        ("Idee, Vorschlag", "idee"),
        ("idee / vorschlag", "idee"),
        ("!", "problem"),
        ("?", "frage"),
        ("„Ich mache mit“", "angebot"),
        ("", None),
        ("–", None),
    ],
)
def test_a_kind_is_known_by_code_label_and_sign(written: str, kind: str | None) -> None:
    assert only_row(["Text", "Art"], "x", written).kind == kind


def test_every_kind_of_the_catalogue_is_known_as_we_write_it() -> None:
    catalogue = json.loads((ROOT / "resources/catalogues/contribution_kind.json").read_bytes())

    for entry in catalogue["entries"]:
        for name in (entry["code"], entry["label"], entry["short"]):
            assert only_row(["Text", "Art"], "x", name).kind == entry["code"]


def test_a_catalogue_of_kinds_may_be_added() -> None:
    table = table_of(["Text", "Art"], ["x", "Lob"])
    result = preview(table, recognise(table.columns), labels={Role.KIND: {"Lob": "lob"}})

    assert result.rows[0].kind == "lob"


def test_what_no_catalogue_knows_is_left_out_and_named_with_its_rows() -> None:
    result = previewed(
        ["Text", "Art", "Zielgruppen"],
        ["a", "Gedicht", "Kinder; Marsmenschen"],
        ["b", "Gedicht", ""],
        ["c", "Idee", "Kinder"],
    )

    assert [row.kind for row in result.rows] == [None, None, "idee"]
    assert [row.target_groups for row in result.rows] == [("kinder",), (), ("kinder",)]
    kinds, groups = result.warnings
    assert kinds == (
        "Spalte „Art“: „Gedicht“ wird nicht verstanden und nicht übernommen (Zeilen 2 und 3)."
    )
    assert groups.startswith("Spalte „Zielgruppen“: „Marsmenschen“ wird nicht")


@pytest.mark.parametrize("written", ["3", "Tisch 3", "tisch nr. 03", "T3", "3.0", "Tisch 3: Bus"])
def test_a_table_is_known_by_its_number(written: str) -> None:
    assert only_row(["Text", "Tisch"], "x", written).table == 3


def test_a_table_without_a_number_is_left_out_and_named() -> None:
    result = column_read("Tisch", "am Fenster")

    assert result.rows[0].table is None
    assert "„am Fenster“" in result.warnings[0]


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-03-13", datetime(2026, 3, 13)),
        ("2026-03-13 19:08:05", datetime(2026, 3, 13, 19, 8, 5)),
        ("2026-03-13T18:08:00Z", datetime(2026, 3, 13, 18, 8, tzinfo=UTC)),
        ("2026-03-13 18:08:00 UTC", datetime(2026, 3, 13, 18, 8, tzinfo=UTC)),
        ("2026-03-13 19:08:00 +0100", datetime(2026, 3, 13, 18, 8, tzinfo=UTC)),
        ("13.03.2026", datetime(2026, 3, 13)),
        ("13. 3. 26", datetime(2026, 3, 13)),
        ("13.3.2026 um 19.08 Uhr", datetime(2026, 3, 13, 19, 8)),
        ("13-03-2026", datetime(2026, 3, 13)),
        ("1773425280000", datetime(2026, 3, 13, 18, 8, tzinfo=UTC)),
        ("1773425280", datetime(2026, 3, 13, 18, 8, tzinfo=UTC)),
    ],
)
def test_dates_are_read_as_offices_and_programs_write_them(written: str, moment: datetime) -> None:
    assert only_row(["Text", "Datum"], "x", written).captured_at == moment


@pytest.mark.parametrize("written", ["am Abend", "31.2.2026", "3/13/2026", "2026-13-01", "19:08"])
def test_an_unreadable_date_is_left_out_and_named(written: str) -> None:
    result = column_read("Datum", written)

    assert result.rows[0].captured_at is None
    assert f"„{written}“" in result.warnings[0]


@pytest.mark.parametrize("written", ["1.234", "-1", "drei", "1,5", "NaN", "1e3", "٣"])
def test_an_unreadable_number_of_dots_fails_the_row(written: str) -> None:
    result = column_read("Punkte", written)

    assert result.rows == ()
    (failure,) = result.failures
    assert (failure.number, failure.column) == (2, "Punkte")
    assert failure.sentence == f"Zeile 2, Spalte „Punkte“: „{written}“ ist keine ganze Zahl."


def test_nobody_is_counted_zero_times() -> None:
    assert "mindestens 1" in column_read("Nennungen", "0").failures[0].sentence


@pytest.mark.parametrize(
    ("column", "written", "publish"),
    [
        ("Veröffentlichen", "ja", "yes"),
        ("Veröffentlichen", "WAHR", "yes"),
        ("Veröffentlichen", "Nein", "no"),
        ("Veröffentlichen", "anonymisiert", "anonymized"),
        ("Veröffentlichen", "", None),
        ("Nicht veröffentlichen", "x", "no"),
        ("Nicht veröffentlichen", "nein", "yes"),
        ("Vertraulich", "vertraulich", "no"),
    ],
)
def test_publishing_is_yes_or_no(column: str, written: str, publish: str | None) -> None:
    assert only_row(["Text", column], "x", written).publish == publish


def test_the_stricter_of_two_answers_about_publishing_holds() -> None:
    columns = ["Text", "Veröffentlichen", "Vertraulich"]

    assert only_row(columns, "x", "ja", "ja").publish == "no"


def test_an_unclear_answer_about_publishing_fails_the_row() -> None:
    result = column_read("Veröffentlichen", "eher nicht")

    assert result.rows == ()
    assert "weder „ja“ noch „nein“" in result.failures[0].sentence


def test_a_position_outside_of_the_earth_is_left_out_and_named() -> None:
    result = previewed(["Text", "lat", "lon"], ["a", "50,9", "6921"], ["b", "50,9", ""])

    assert [(row.latitude, row.longitude) for row in result.rows] == [(None, None)] * 2
    (warning,) = result.warnings
    assert warning.startswith("Die Lage ist unvollständig oder außerhalb der Erde")
    assert warning.endswith("(Zeilen 2 und 3).")


def test_an_unreadable_degree_fails_the_row() -> None:
    result = previewed(["Text", "lat", "lon"], ["a", "50.941.421", "6,9"])

    assert result.rows == ()
    assert result.failures[0].column == "lat"


def test_an_address_that_is_none_is_left_out_and_named() -> None:
    result = column_read("Link", "javascript:alert(1)")

    assert result.rows[0].url == ""
    assert "„javascript:alert(1)“" in result.warnings[0]


@pytest.mark.parametrize("text", [" \n", "\x01\x02", "\u200b", "\ufffe\u202e", "\xad\u2060"])
def test_a_missing_text_fails_the_row(text: str) -> None:
    result = previewed(["Text", "Ort"], [text, "Platz"])

    assert result.failures[0].sentence == "Zeile 2, Spalte „Text“: Der Text fehlt."


def test_a_text_that_is_too_long_fails_the_row_and_is_not_cut() -> None:
    result = previewed(["Text"], ["ä" * 10_001], ["ä" * 10_000])

    assert [len(row.text) for row in result.rows] == [10_000]
    assert result.failures[0].sentence == (
        "Zeile 2, Spalte „Text“: Der Text hat 10.001 Zeichen, erlaubt sind 10.000."
    )


def test_every_failure_of_a_row_is_told() -> None:
    result = previewed(["Text", "Punkte", "lat"], ["", "viele", "Nord"])

    assert [failure.column for failure in result.failures] == ["lat", "Text", "Punkte"]


def test_a_row_whose_cells_have_moved_fails() -> None:
    table = table_of(["Text", "Ort"], ["a", "b"], ["c", "d"], ragged=3)

    result = preview(table, recognise(table.columns))

    assert [row.number for row in result.rows] == [2]
    assert result.failures[0].sentence == "Zeile 3 hat mehr Felder als Spaltenüberschriften."


def test_texts_are_cleaned() -> None:
    assert only_row(["Text"], "Bru\u0308cke\r\n\u202enord\x07").text == "Brücke\nnord"


def test_the_same_text_is_reported_and_kept() -> None:
    table = table_of(["Text"], ["Mehr Bänke!"], ["Bus"], ["mehr  BÄNKE!"], ["bus"])

    result = preview(table, recognise(table.columns), known_texts=["Bus"])

    assert len(result.rows) == 4
    assert result.duplicates == (
        DuplicateHint(3, None, "Bus"),
        DuplicateHint(4, 2, "mehr  BÄNKE!"),
        DuplicateHint(5, None, "bus"),
    )


def test_names_of_persons_are_never_imported() -> None:
    result = previewed(
        ["Text", "Autor", "E-Mail", "Farbe"], ["x", "Änne Musterle", "a@b.de", "rot"]
    )

    assert "Musterle" not in repr(result.rows)
    assert result.mapping == (("text", "Text"),)
    assert result.ignored_columns == ("Autor", "E-Mail", "Farbe")
    assert result.warnings == (
        "Angaben zu Personen werden nicht übernommen: „Autor“ und „E-Mail“.",
    )


def test_a_list_without_heading_is_pointed_out() -> None:
    result = previewed(["Mehr Bänke am Platz"], ["Bus abends"])

    (warning,) = result.warnings
    assert warning.startswith("Die erste Zeile „Mehr Bänke am Platz“ gilt als Überschrift")


def test_without_a_text_column_the_longest_is_suggested_and_not_taken() -> None:
    with pytest.raises(UserError, match="keine Spalte mit den Beiträgen") as refused:
        previewed(["A", "B"], ["1", "Der Bus fährt zu selten."])

    assert "„text=B“" in refused.value.hint


def test_a_table_without_rows_is_pointed_out() -> None:
    assert previewed(["Text", "Ort"]).warnings == (
        "Unter der Kopfzeile steht keine Zeile mit einem Beitrag.",
    )


def test_real_contributions_of_a_german_excel_come_in_complete() -> None:
    table = read_table(TABLES / "ehrenfeld_verortet.csv")

    result = preview(table, with_mapping(table.columns, []))

    assert (len(result.rows), result.failures, result.ignored_columns) == (31, (), ())
    assert result.rows[0].latitude == Decimal("50.941421")
    assert result.rows[0].title == "Die Radspur auf der Fahrbahn sicherer machen"
    assert result.warnings == (
        "Die Lage ist unvollständig oder außerhalb der Erde und wird nicht übernommen (Zeile 32).",
    )
