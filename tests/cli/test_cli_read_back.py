"""A workbook is edited and read back from the command line."""

from datetime import date
from pathlib import Path

import pytest

from quartierdesk.store.workspace import Workspace
from tests.cli.calling import Answer, call_here, done
from tests.services.edited_workbooks import edit


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Werkstätten.quartier"


@pytest.fixture
def sample(file: Path) -> str:
    """Put the sample workshop into the file and return its number."""
    return done("demo", file).output.strip()


@pytest.fixture
def book(file: Path, sample: str, tmp_path: Path) -> Path:
    """Return its internal workbook."""
    path = tmp_path / "intern.xlsx"
    call = ("export", file, "--workshop", sample, "--format", "xlsx", "--edition", "internal")
    done(*call, "--out", path)
    return path


def read_back(file: Path, book: Path, sample: str, *switches: str) -> Answer:
    """Return what the command answers."""
    return call_here("read-back", file, book, "--workshop", sample, *switches)


def test_a_preview_shows_what_would_change(file: Path, sample: str, book: Path) -> None:
    edit(book, {("Maßnahmen", "M02", "Bis wann"): date(2026, 12, 1)})
    answer = read_back(file, book, sample, "--preview")

    assert answer.code == 0
    assert answer.lines == ["M02 Bis wann: „29.05.2026“ → „01.12.2026“"]
    assert answer.sentences == "Gespeichert wurde nichts.\n"
    assert read_back(file, book, sample, "--preview", "--json").data["differences"] == [
        {
            "place": "Maßnahmen, Zelle F3",
            "label": "M02",
            "column": "Bis wann",
            "before": "29.05.2026",
            "after": "01.12.2026",
            "conflict": False,
        }
    ]


def test_it_is_taken_over_as_one_step_that_can_be_undone(
    file: Path, sample: str, book: Path
) -> None:
    edit(
        book,
        {("Maßnahmen", "M02", "Wer"): "Bauhof", ("Beiträge", "B001", "Protokollfassung"): "Kurz."},
    )

    assert read_back(file, book, sample).sentences == "Übernommen: 2 Änderungen.\n"
    assert read_back(file, book, sample).sentences == "Es gab nichts zu übernehmen.\n"
    assert (
        done("undo", file).sentences == "Zurückgenommen: Arbeitsmappe zurückgelesen: intern.xlsx.\n"
    )
    assert len(read_back(file, book, sample, "--preview").lines) == 2


def test_what_cannot_be_read_stops_everything_unless_it_is_left_out(
    file: Path, sample: str, book: Path
) -> None:
    edit(
        book, {("Maßnahmen", "M02", "Wer"): "Bauhof", ("Maßnahmen", "M02", "Bis wann"): "im Herbst"}
    )
    refused = read_back(file, book, sample)

    assert refused.code == 1
    assert "Maßnahmen, Zelle F3: „im Herbst“ ist kein Datum." in refused.sentences
    assert "Das tut „--skip-errors“." in refused.sentences
    assert "Übernommen: 1 Änderung." in read_back(file, book, sample, "--skip-errors").sentences


def test_what_changed_meanwhile_stays_unless_it_is_overwritten(
    file: Path, sample: str, book: Path
) -> None:
    first = {("Maßnahmen", "M02", "Wer"): "Bauhof"}
    edit(book, first)
    other = book.with_name("zweite.xlsx")
    other.write_bytes(book.read_bytes())
    read_back(file, book, sample)
    edit(other, {("Maßnahmen", "M02", "Wer"): "Forstamt"})

    kept = read_back(file, other, sample)
    assert kept.lines == ["M02 Wer: „Bauhof“ → „Forstamt“ (in der Werkstatt inzwischen geändert)"]
    assert "Nicht übernommen, weil die Werkstatt inzwischen geändert wurde: 1 Zelle." in (
        kept.sentences
    )
    assert "Übernommen: 1 Änderung." in read_back(file, other, sample, "--overwrite").sentences


def test_a_public_workbook_is_refused_with_a_sentence(
    file: Path, sample: str, tmp_path: Path
) -> None:
    public = tmp_path / "oeffentlich.xlsx"
    done("export", file, "--workshop", sample, "--format", "xlsx", "--out", public)
    answer = read_back(file, public, sample)

    assert answer.code == 1
    assert "„oeffentlich.xlsx“ ist keine interne Arbeitsmappe von QuartierDesk" in answer.sentences
    with Workspace.open(file) as workspace:
        assert workspace.writable
