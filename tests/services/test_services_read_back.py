"""A workbook is edited in a spreadsheet program and read back."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from quartierdesk.domain.read_back import Difference, ReadBack
from quartierdesk.errors import UserError
from quartierdesk.services import clusters, contributions, exports, measures, read_back, records
from quartierdesk.store.workspace import Workspace
from tests.services.builders import content, new_workshop, operations
from tests.services.edited_workbooks import (
    column_of,
    edit,
    exported,
    read,
    rework,
    row_of,
    told,
)


@pytest.fixture
def book(rich_workspace: Workspace, rich_id: str, tmp_path: Path) -> Path:
    """Return the internal workbook of the rich workshop."""
    return exported(rich_workspace, rich_id, tmp_path)


def test_an_untouched_workbook_says_nothing_new(
    rich_workspace: Workspace, rich_id: str, book: Path
) -> None:
    assert read(rich_workspace, rich_id, book) == ReadBack(rich_id)


def test_changed_measures_are_shown_and_taken_over_as_one_step(
    rich_workspace: Workspace, rich_id: str, book: Path
) -> None:
    edit(
        book,
        {
            ("Maßnahmen", "M02", "Was"): "Bänke aufstellen",
            ("Maßnahmen", "M02", "Bis wann"): date(2026, 6, 12),
            ("Maßnahmen", "M02", "Kosten"): 1234.5,
            ("Maßnahmen", "M02", "Beschluss nötig"): "ja",
            ("Maßnahmen", "M02", "Aufwand"): 2,
            ("Maßnahmen", "M02", "Status"): "In Umsetzung",
            ("Maßnahmen", "M01", "Wer"): None,
            ("Steckbriefe", "M02", "Themenfelder"): "C05, C06",
        },
    )
    before, steps = content(rich_workspace), operations(rich_workspace)
    found = read(rich_workspace, rich_id, book)

    assert content(rich_workspace) == before
    assert told(found) >= {
        ("M02", "Was", "Bank aufstellen", "Bänke aufstellen"),
        ("M02", "Bis wann", "", "12.06.2026"),
        ("M02", "Beschluss nötig", "nein", "ja"),
        ("M01", "Wer", "responsible Ä", ""),
    }
    assert (found.unreadable, found.notices, found.conflicts) == ((), (), ())

    count = read_back.take_over(rich_workspace, book, rich_id, found.differences)

    after = {m.label: m for m in measures.listed(rich_workspace, rich_id)}
    known = {c.label: c.id for c in clusters.listed(rich_workspace, rich_id)}
    assert count == 8
    assert operations(rich_workspace) == steps + 1
    assert after["M01"].responsible == ""
    assert after["M02"].title == "Bänke aufstellen"
    assert (after["M02"].due, after["M02"].cost_estimate) == (date(2026, 6, 12), Decimal("1234.5"))
    assert (after["M02"].requires_resolution, after["M02"].effort) == (True, 2)
    assert after["M02"].status == "in_umsetzung"
    assert after["M02"].cluster_ids == (known["C05"], known["C06"])
    assert read(rich_workspace, rich_id, book).differences == ()

    rich_workspace.undo()
    assert content(rich_workspace) == before


def test_changed_contributions_and_clusters_are_taken_over(
    rich_workspace: Workspace, rich_id: str, book: Path
) -> None:
    edit(
        book,
        {
            ("Beiträge", "P-003", "Protokollfassung"): "Auf dem Spielplatz\nliegt Müll.",
            ("Beiträge", "P-003", "Themenfeld"): "Verkehr",
            ("Beiträge", "P-003", "Tisch"): 3,
            ("Beiträge", "P-003", "Zielgruppen"): "Kinder; Jugendliche",
            ("Beiträge", "P-003", "Nennungen"): 4,
            ("Beiträge", "P-003", "Veröffentlichung"): "nur Protokollfassung",
            ("Beiträge", "T3-017", "Themenfeld"): None,
            ("Themenfelder", "C05", "Themenfeld"): "Verkehr und Wege",
        },
    )
    found = read(rich_workspace, rich_id, book)

    assert (found.unreadable, len(found.differences)) == ((), 8)
    read_back.take_over(rich_workspace, book, rich_id, found.differences)

    cards = {c.label: c for c in contributions.listed(rich_workspace, rich_id)}
    titles = {c.id: c.title for c in clusters.listed(rich_workspace, rich_id)}
    card = cards["P-003"]
    assert card.text_minutes == "Auf dem Spielplatz\nliegt Müll."
    assert (card.mention_count, card.publish) == (4, "anonymized")
    assert titles[card.cluster_id or ""] == "Verkehr und Wege"
    assert card.target_groups == ("kinder", "jugendliche")
    assert cards["T3-017"].cluster_id is None


def test_only_what_is_chosen_is_taken_over(
    rich_workspace: Workspace, rich_id: str, book: Path
) -> None:
    edit(book, {("Maßnahmen", "M02", "Ziel"): "Ausruhen", ("Maßnahmen", "M02", "Wer"): "Bauhof"})
    found = read(rich_workspace, rich_id, book)
    chosen = [each for each in found.differences if each.heading == "Wer"]

    read_back.take_over(rich_workspace, book, rich_id, chosen)

    measure = measures.listed(rich_workspace, rich_id)[1]
    assert (measure.goal, measure.responsible) == ("", "Bauhof")
    assert told(read(rich_workspace, rich_id, book)) == {("M02", "Ziel", "", "Ausruhen")}


def test_what_changed_in_the_workspace_meanwhile_is_a_conflict(
    rich_workspace: Workspace, rich_id: str, book: Path
) -> None:
    measure = measures.listed(rich_workspace, rich_id)[1]
    measures.edit(rich_workspace, measure, replace(measure, title="Drei Bänke", goal="Rast"))
    edit(book, {("Maßnahmen", "M02", "Was"): "Zwei Bänke", ("Maßnahmen", "M02", "Wer"): "Bauhof"})
    found = read(rich_workspace, rich_id, book)

    assert [(d.before, d.after) for d in found.conflicts] == [("Drei Bänke", "Zwei Bänke")]
    assert [(d.heading, d.after) for d in found.agreed] == [("Wer", "Bauhof")]
    read_back.take_over(rich_workspace, book, rich_id, found.agreed)
    after = measures.listed(rich_workspace, rich_id)[1]
    assert (after.title, after.goal, after.responsible) == ("Drei Bänke", "Rast", "Bauhof")


def test_what_changes_between_showing_and_taking_over_stops_it(
    rich_workspace: Workspace, rich_id: str, book: Path
) -> None:
    edit(book, {("Maßnahmen", "M02", "Was"): "Zwei Bänke", ("Maßnahmen", "M02", "Wer"): "Bauhof"})
    found = read(rich_workspace, rich_id, book)
    measure = measures.listed(rich_workspace, rich_id)[1]
    measures.edit(rich_workspace, measure, replace(measure, title="Drei Bänke"))
    before = content(rich_workspace)

    with pytest.raises(UserError, match="„Was“ von M02 wurde inzwischen geändert"):
        read_back.take_over(rich_workspace, book, rich_id, found.differences)
    assert content(rich_workspace) == before


def test_the_same_change_on_both_sides_is_none(
    rich_workspace: Workspace, rich_id: str, book: Path
) -> None:
    measure = measures.listed(rich_workspace, rich_id)[1]
    measures.edit(rich_workspace, measure, replace(measure, title="Zwei Bänke"))
    edit(book, {("Maßnahmen", "M02", "Was"): "Zwei Bänke"})

    assert read(rich_workspace, rich_id, book).differences == ()


@pytest.mark.parametrize(
    ("sheet", "label", "heading"),
    [
        ("Maßnahmen", "M02", "Was"),
        ("Maßnahmen", "M02", "Wer"),
        ("Steckbriefe", "M02", "Federführung"),
        ("Themenfelder", "C05", "Themenfeld"),
        ("Beiträge", "P-003", "Ort"),
    ],
)
def test_what_was_taken_over_on_one_line_is_no_difference_any_more(
    rich_workspace: Workspace, rich_id: str, book: Path, sheet: str, label: str, heading: str
) -> None:
    edit(book, {(sheet, label, heading): "Zwei\tBänke\nam  Bach"})
    found = read(rich_workspace, rich_id, book).differences

    assert [each.value for each in found] == ["Zwei Bänke am Bach"]
    read_back.take_over(rich_workspace, book, rich_id, found)
    assert read(rich_workspace, rich_id, book).differences == ()


@pytest.mark.parametrize(
    ("sheet", "label", "heading", "value", "sentence"),
    [
        ("Maßnahmen", "M02", "Bis wann", "im Herbst", "„im Herbst“ ist kein Datum."),
        ("Maßnahmen", "M02", "Kosten", "viel", "„viel“ ist kein Betrag."),
        ("Maßnahmen", "M02", "Kosten", "6.500", "„6.500“ ist kein Betrag."),
        ("Maßnahmen", "M02", "Aufwand", 6, "6 liegt nicht zwischen 1 und 5."),
        ("Maßnahmen", "M02", "Aufwand", 2.5, "„2,5“ ist keine ganze Zahl."),
        ("Maßnahmen", "M02", "Status", "fast fertig", "„fast fertig“ steht nicht zur Wahl"),
        ("Maßnahmen", "M02", "Status", None, "Eine Maßnahme hat immer einen Stand."),
        ("Maßnahmen", "M02", "Was", " ", "Die Zelle darf nicht leer sein."),
        ("Maßnahmen", "M02", "Beschluss nötig", "vielleicht", "heißt weder ja noch nein"),
        ("Maßnahmen", "M02", "Wer", "#DIV/0!", "Die Zelle zeigt einen Fehlerwert."),
        ("Steckbriefe", "M02", "Themenfelder", "C77", "Eine Nr. „C77“ gibt es nicht."),
        ("Beiträge", "P-003", "Themenfeld", "Luft", "Ein Themenfeld „Luft“ gibt es nicht."),
        ("Beiträge", "P-003", "Tisch", 44, "Einen Tisch 44 gibt es nicht."),
        ("Beiträge", "P-003", "Titel", "x" * 10_001, "Der Text hat 10.001 Zeichen"),
    ],
)
def test_a_cell_that_cannot_be_understood_is_named_with_its_place(
    rich_workspace: Workspace,
    rich_id: str,
    book: Path,
    sheet: str,
    label: str,
    heading: str,
    value: object,
    sentence: str,
) -> None:
    edit(book, {(sheet, label, heading): value})
    found = read(rich_workspace, rich_id, book)

    assert found.differences == ()
    assert len(found.unreadable) == 1
    assert found.unreadable[0].place.startswith(f"{sheet}, Zelle ")
    assert sentence in found.unreadable[0].sentence


def test_what_would_be_impossible_together_is_said_before(
    rich_workspace: Workspace, rich_id: str, book: Path
) -> None:
    edit(book, {("Maßnahmen", "M02", "Status"): "Abgelehnt"})
    found = read(rich_workspace, rich_id, book)

    assert found.differences == ()
    assert "braucht eine Begründung" in found.unreadable[0].sentence


def test_rows_may_be_sorted_and_columns_moved(
    rich_workspace: Workspace, rich_id: str, book: Path
) -> None:
    def shuffle(sheets: dict[str, Worksheet]) -> None:
        sheet = sheets["Beiträge"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        turned = [rows[0], *reversed(rows[1:])]
        for number, row in enumerate(turned, start=1):
            for at, value in enumerate(reversed(row), start=1):
                sheet.cell(number, at).value = value
        sheet.cell(row_in(sheet, "P-003"), column_of(sheet, "Titel")).value = "Müll"

    def row_in(sheet: Worksheet, label: str) -> int:
        at = column_of(sheet, "Nr.")
        numbers = range(1, sheet.max_row + 1)
        return next(number for number in numbers if sheet.cell(number, at).value == label)

    rework(book, shuffle)  # type: ignore[arg-type]

    assert told(read(rich_workspace, rich_id, book)) == {("P-003", "Titel", "", "Müll")}


def test_new_rows_become_measures_contributions_and_clusters(
    rich_workspace: Workspace, rich_id: str, book: Path
) -> None:
    def add(sheets: dict[str, Worksheet]) -> None:
        for title, label, values in (
            ("Maßnahmen", "M02", {"Was": "Café öffnen", "Status": "In Vorbereitung"}),
            ("Beiträge", "P-003", {"O-Ton": "Wir wollen ein Café.", "Tisch": 3}),
            ("Themenfelder", "C06", {"Themenfeld": "Treffpunkte"}),
        ):
            sheet = sheets[title]
            last = row_of(sheet, label) + 1
            for heading, value in values.items():
                sheet.cell(last, column_of(sheet, heading)).value = value  # type: ignore[assignment]

    rework(book, add)  # type: ignore[arg-type]
    found = read(rich_workspace, rich_id, book)

    assert (found.differences, found.unreadable) == ((), ())
    assert {row.text for row in found.new_rows} == {
        "Café öffnen",
        "Wir wollen ein Café.",
        "Treffpunkte",
    }
    read_back.take_over(rich_workspace, book, rich_id, (), found.new_rows)
    record = records.load(rich_workspace, rich_id, "internal")
    assert (record.measures[-1].title, record.measures[-1].status) == (
        "Café öffnen",
        "in_vorbereitung",
    )
    assert record.contributions[-1].text_original == "Wir wollen ein Café."
    assert record.contributions[-1].label.startswith("T3-")
    assert record.clusters[-1].title == "Treffpunkte"


def test_a_row_without_what_it_needs_is_refused(
    rich_workspace: Workspace, rich_id: str, book: Path
) -> None:
    def add(sheets: dict[str, Worksheet]) -> None:
        sheet = sheets["Maßnahmen"]
        sheet.cell(4, column_of(sheet, "Wer")).value = "Bauhof"
        again = sheets["Beiträge"]
        for at in range(1, 5):
            again.cell(6, at).value = again.cell(2, at).value
        again.cell(7, 1).value = "X-99"

    rework(book, add)  # type: ignore[arg-type]
    sentences = [each.sentence for each in read(rich_workspace, rich_id, book).unreadable]

    assert len(sentences) == 3
    assert "Eintrag unter „Was“" in sentences[-3] + sentences[-1]
    assert any("kommt mehrmals vor" in sentence for sentence in sentences)
    assert any("„X-99“ kennt die Arbeitsmappe nicht" in sentence for sentence in sentences)


def test_what_is_not_taken_over_is_said(
    rich_workspace: Workspace, rich_id: str, book: Path
) -> None:
    def change(sheets: dict[str, Worksheet]) -> None:
        cards = sheets["Beiträge"]
        cards.cell(row_of(cards, "P-003"), column_of(cards, "O-Ton")).value = "geschönt"
        cards.delete_rows(row_of(cards, "P-002"))
        cards.cell(1, 60).value = "Meine Spalte"
        del cards.parent["Themenfelder"]  # type: ignore[union-attr]

    rework(book, change)  # type: ignore[arg-type]
    found = read(rich_workspace, rich_id, book)

    assert found.differences == ()
    told_to = " ".join(found.notices)
    assert "Nicht gelesen werden die Spalten „Meine Spalte“." in told_to
    assert "Geändert, aber nicht zu übernehmen: Beiträge, Zelle" in told_to
    assert "1 Zeile fehlt in der Arbeitsmappe; gelöscht wird deshalb nichts." in told_to
    assert "Das Blatt „Themenfelder“ oder seine Überschriften fehlen" in told_to
    assert len(contributions.listed(rich_workspace, rich_id)) == 4


def test_what_is_gone_in_the_workspace_does_not_come_back(
    rich_workspace: Workspace, rich_id: str, book: Path
) -> None:
    measures.remove(rich_workspace, measures.listed(rich_workspace, rich_id)[1].id)
    edit(book, {("Maßnahmen", "M02", "Wer"): "Bauhof"})
    found = read(rich_workspace, rich_id, book)

    assert found.differences == ()
    assert "M02 gibt es in der Werkstatt nicht mehr." in found.unreadable[0].sentence


def test_a_public_or_foreign_workbook_is_refused(
    rich_workspace: Workspace, rich_id: str, book: Path, tmp_path: Path
) -> None:
    public = tmp_path / "oeffentlich.xlsx"
    exports.export(rich_workspace, rich_id, "xlsx", "public", public)
    text = tmp_path / "text.csv"
    text.write_text("a;b\n1;2\n", encoding="utf-8")
    other = new_workshop(rich_workspace).id

    for path in (public, text):
        with pytest.raises(UserError, match="keine interne Arbeitsmappe"):
            read(rich_workspace, rich_id, path)
    with pytest.raises(UserError, match="zeigt eine andere Werkstatt"):
        read(rich_workspace, other, book)
    with pytest.raises(UserError, match="gibt es nicht"):
        read(rich_workspace, rich_id, tmp_path / "fehlt.xlsx")


def test_a_spoilt_origin_is_told_from_a_foreign_file(
    rich_workspace: Workspace, rich_id: str, book: Path
) -> None:
    def spoil(sheets: dict[str, Worksheet]) -> None:
        for row in sheets["Herkunft"].iter_rows(min_row=3):
            if row[0].value == "Zeile":
                row[3].value = "x"

    rework(book, spoil)  # type: ignore[arg-type]
    with pytest.raises(UserError, match="„Herkunft“ der Arbeitsmappe wurde verändert"):
        read(rich_workspace, rich_id, book)


def test_moments_of_capture_do_not_count_as_changed(
    rich_workspace: Workspace, rich_id: str, tmp_path: Path
) -> None:
    cards = contributions.listed(rich_workspace, rich_id)
    for second, card in enumerate(cards):
        moment = datetime.fromisoformat(f"2026-03-13T18:{7 * second:02d}:59.999999+00:00")
        contributions.edit(rich_workspace, card, replace(card, captured_at=moment))
    book = exported(rich_workspace, rich_id, tmp_path)
    rework(book, lambda _sheets: None)

    assert read(rich_workspace, rich_id, book).notices == ()


def test_a_difference_says_what_a_dialog_shows(
    rich_workspace: Workspace, rich_id: str, book: Path
) -> None:
    edit(book, {("Maßnahmen", "M02", "Kosten"): 6500})
    measure = measures.listed(rich_workspace, rich_id)[1]

    assert read(rich_workspace, rich_id, book).differences == (
        Difference(
            "Massnahmen",
            measure.id,
            "M02",
            "cost_estimate",
            "cost",
            "Kosten",
            "",
            "6.500,00\u00a0€",
            Decimal(6500),
            "Maßnahmen, Zelle I3",
        ),
    )
