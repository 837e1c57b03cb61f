"""What `list`, `search`, `results` and `history` show, to people and to other programs."""

from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from quartierdesk.cli.text_table import section_lines
from quartierdesk.domain.clock import at_home
from quartierdesk.domain.protocol import Column, Figure, Paragraph, Section, Table
from quartierdesk.services import polls, records, workshops
from quartierdesk.store.workspace import Workspace
from tests.cli.calling import call_here, done, new_workshop


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Werkstätten.quartier"


@pytest.fixture
def sample(file: Path) -> str:
    """Put the sample workshop into the file and return its number."""
    return done("demo", file).output.strip()


def test_a_list_names_number_day_title_quarter_and_amount(file: Path, sample: str) -> None:
    new_workshop(file, "Kleine Runde")

    assert done("list", file).lines == [
        (
            "QW-2026-01  13.03.2026  Quartierswerkstatt „Gut leben in Hörlesbach – heute und 2035“"
            " (Hörlesbach mit Unterhörlesbach und Weiler Ochsenhalde), 60 Beiträge"
        ),
        "W-001  ohne Datum  Kleine Runde, 1 Beitrag",
    ]


def test_a_list_for_programs_is_complete_and_unescaped(file: Path, sample: str) -> None:
    answer = done("list", file, "--json")
    [workshop] = answer.data["workshops"]

    assert answer.data["quarters"] == [workshop["quarter"]]
    assert workshop["id"] == sample
    assert workshop["date"] == "2026-03-13"
    assert workshop["contributions"] == 60
    assert "Hörlesbach" in answer.output


def test_an_empty_file_is_told(workspace_file: Path) -> None:
    assert done("list", workspace_file).sentences == "Die Datei enthält noch keine Werkstatt.\n"
    assert done("list", workspace_file, "--json").data == {"quarters": [], "workshops": []}
    assert done("history", workspace_file).sentences == (
        "In dieser Datei wurde noch nichts geändert.\n"
    )
    assert done("history", workspace_file, "--json").data == []
    assert done("search", workspace_file, "Bank").sentences == "Es wurde kein Beitrag gefunden.\n"
    assert done("check", workspace_file).sentences == "„Werkstätten.quartier“ ist in Ordnung.\n"


def test_hits_stand_in_columns_on_one_line_each(file: Path) -> None:
    new_workshop(file, texts=["Eine Bank\nam Brunnen", "Baum"])
    done("capture", file, "--workshop", "W-001", "--table", "12", given="Bänke\n".encode())

    assert sorted(done("search", file, "ban").lines) == [
        "W-001  P-001    Eine Bank am Brunnen",
        "W-001  T12-001  Bänke",
    ]


def test_hits_for_programs_keep_every_field(file: Path, sample: str) -> None:
    [hit] = (
        done("search", file, "Glasfaser Hausnotruf", "--json").data
        or done("search", file, "Hausnotruf", "--limit", "1", "--json").data
    )

    assert hit.keys() == {"id", "workshop", "label", "title", "text", "minutes", "place"}
    assert hit["workshop"] == sample
    assert "Hausnotruf" in hit["text"] + hit["minutes"]


def test_no_more_hits_than_asked_for(file: Path, sample: str) -> None:
    assert len(done("search", file, "e", "--limit", "7").lines) == 7
    assert len(done("search", file, "e", "--limit", "100000000000000000000").lines) == 60
    assert len(done("search", file, "e").lines) == 50


def test_a_search_stays_within_its_workshop(file: Path, sample: str) -> None:
    other = new_workshop(file, texts=["Bushaltestelle"])
    within = done("search", file, "bus", "--workshop", other, "--json").data

    assert [hit["text"] for hit in within] == ["Bushaltestelle"]
    assert len(done("search", file, "bus").lines) > 1


def test_nothing_to_look_for_finds_nothing(file: Path, sample: str) -> None:
    for text in ("", "  ", "\u0301", "\u202e"):
        assert done("search", file, text, "--json").data == []


def test_history_is_newest_first_on_the_german_clock(file: Path, sample: str) -> None:
    done("capture", file, "--workshop", sample, given=b"Bank\n")
    done("undo", file)
    lines = done("history", file).lines
    data = done("history", file, "--json").data

    assert [entry["what"] for entry in data[:2]] == [
        "Zurückgenommen: Beitrag erfasst",
        "Beitrag erfasst",
    ]
    assert [entry["undone"] for entry in data] == [False, True, False]
    assert lines[1].endswith("Beitrag erfasst  (zurückgenommen)")
    for line, entry in zip(lines, data, strict=True):
        local = at_home(datetime.fromisoformat(entry["at"]))
        assert line.startswith(f"{local:%d.%m.%Y %H:%M:%S}  {entry['who']}  ")


def test_results_of_a_poll_that_is_not_closed_stay_hidden(file: Path, sample: str) -> None:
    with Workspace.open(file) as workspace:
        record = records.load(workspace, workshops.find(workspace, sample).id)
        plenary = next(poll for poll in record.polls if poll.round == "plenary")
        polls.set_state(workspace, plenary.id, "open")
    shown = done("results", file, "--workshop", sample)
    data = {
        poll["round"]: poll for poll in done("results", file, "--workshop", sample, "--json").data
    }

    assert "Mehrpunktabfrage (Tischrunde)" in shown.output
    assert "Mehrpunktabfrage (Plenum)" not in shown.output
    assert shown.sentences == (
        "Noch nicht abgeschlossen und darum ohne Ergebnis: „Mehrpunktabfrage“.\n"
    )
    assert data["plenary"]["state"] == "open"
    assert data["plenary"]["result"] is None
    assert data["table"]["result"]["placed"] == 180


def test_results_for_programs_are_numbers(file: Path, sample: str) -> None:
    data = done("results", file, "--workshop", sample, "--json").data
    by_method = {poll["method"]: poll for poll in data}

    assert by_method["mood"]["result"]["mean"] == 1.77
    assert best(by_method["consensus"])["acceptance_percent"] == 81.7
    assert best(by_method["borda"])["points"] == 20
    assert best(by_method["pairwise"])["weight_percent"] == 35


def best(poll: dict[str, Any]) -> dict[str, Any]:
    first: dict[str, Any] = next(r for r in poll["result"]["results"] if r["rank"] == 1)
    assert first["option"] in poll["options"]
    return first


def test_a_workshop_without_polls_says_so(file: Path) -> None:
    workshop = new_workshop(file)
    answer = done("results", file, "--workshop", workshop)

    assert (answer.output, answer.sentences) == (
        "",
        "In dieser Werkstatt gibt es noch keine Abfrage.\n",
    )
    assert done("results", file, "--workshop", workshop, "--json").data == []


def test_check_names_what_is_wrong(file: Path, sample: str) -> None:
    with Workspace.open(file) as workspace, workspace.transaction("Fehler") as session:
        connection = session.connection()
        connection.info["flushing"] = True
        connection.exec_driver_sql(
            "UPDATE contribution SET place = 'anderswo' WHERE label = 'B001'"
        )
        connection.info["flushing"] = False
    answer = call_here("check", file)

    assert (answer.code, answer.output) == (1, "")
    assert "hat einen anderen Wert als im Änderungsprotokoll" in answer.sentences


def test_a_section_is_text_in_columns() -> None:
    columns = (
        Column("rank", "Rang", "integer"),
        Column("what", "Thema"),
        Column("share", "Anteil", "percent", places=1),
        Column("people", "Menschen", "suppressed_integer"),
        Column("day", "Tag", "date"),
        Column("hour", "Uhrzeit", "time"),
        Column("yes", "Ja?", "yes_no"),
    )
    rows = (
        (1, "Begegnung\nim Ort", Decimal("18.3"), 1200, date(2026, 3, 13), time(19, 5), True),
        (2, "Bus", Decimal(5), None, None, None, False),
    )
    table = Table("Ergebnis", "Ergebnis", columns, rows, note="So wurde gezählt.")
    bars = Figure("bars", "Bild", "Bild", ("a",), (), "Ergebnis", "what")
    section = Section("x", "Priorisierung", (Paragraph("Frage?", "heading"), bars, table))

    assert list(section_lines(section)) == [
        "Priorisierung",
        "",
        "Frage?",
        "",
        "Ergebnis:",
        "  Rang  Thema             Anteil  Menschen  Tag         Uhrzeit  Ja?",
        "     1  Begegnung im Ort  18,3\u00a0%     1.200  13.03.2026  19:05    ja",
        "     2  Bus                5,0\u00a0%         –                       nein",
        "So wurde gezählt.",
    ]
