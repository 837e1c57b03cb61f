"""Szenario: Von der Liste bis zur Ausgabe, alles auf der Kommandozeile."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.calling import call, call_here
from tests.support import ROOT

SAMPLE = ROOT / "resources/sample/sample_workshop.json"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Eine Datei mit der Beispielwerkstatt."""
    path = tmp_path / "Hörlesbach am Abend.quartier"
    assert call_here("demo", path).output == "QW-2026-01\n"
    return path


def test_eine_werkstatt_wird_ergaenzt_gefunden_und_ausgegeben(file: Path, tmp_path: Path) -> None:
    """Gegeben das Beispiel; wenn jemand etwas sagt; dann steht es in Suche und Ausgabe."""
    said = "Der Glascontainer an der Bushaltestelle quillt über, der Müll liegt auf der Straße"
    captured = call(
        "capture", file, "--workshop", "QW-2026-01", "--table", "3", given=f"{said}\n".encode()
    )
    assert captured.output == "T3-001\n"
    for typed in ("halte", "strasse", "muell", "MÜLL glas"):
        hits = call_here("search", file, typed, "--json").data
        assert "T3-001" in [hit["label"] for hit in hits], typed
    out = tmp_path / "werkstatt.xlsx"
    assert (
        call("export", file, "--workshop", "QW-2026-01", "--format", "xlsx", "--out", out).code == 0
    )
    book = load_workbook(out)
    assert said in {cell.value for row in book["Beiträge"] for cell in row}
    sheets = ["Überblick", "Spur", "Beiträge", "Themenfelder", "Priorisierung", "Maßnahmen"]
    assert set(sheets) <= set(book.sheetnames)
    [workshop] = call_here("list", file, "--json").data["workshops"]
    assert workshop["contributions"] == 61


def test_ein_schritt_wird_zurueckgenommen_und_wiederhergestellt(file: Path) -> None:
    """Gegeben ein Beitrag; wenn man zurücknimmt; dann ist er fort, und wieder da."""
    call_here("capture", file, "--workshop", "QW-2026-01", given=b"Einmal zu viel\n")
    assert call_here("undo", file).sentences == "Zurückgenommen: Beitrag erfasst.\n"
    assert call_here("search", file, "zu viel", "--json").data == []
    assert call_here("redo", file).code == 0
    assert len(call_here("search", file, "zu viel", "--json").data) == 1
    newest = call_here("history", file, "--json").data[0]
    assert newest["what"] == "Wiederhergestellt: Beitrag erfasst"
    assert call_here("check", file).code == 0


def test_die_oeffentliche_ausgabe_nennt_niemanden(file: Path, tmp_path: Path) -> None:
    """Gegeben das Beispiel mit Namen; wenn es öffentlich ausgegeben wird; dann ohne sie."""
    for kind in ("json", "csv"):
        for edition, named in (("public", False), ("internal", True)):
            out = tmp_path / f"{edition}.{kind}"
            arguments = ("--format", kind, "--edition", edition, "--out", out)
            assert call_here("export", file, "--workshop", "QW-2026-01", *arguments).code == 0
            assert ("Musterle" in out.read_text("utf-8")) is named


def test_die_ergebnisse_stehen_neben_ihrer_regel(file: Path) -> None:
    """Gegeben das Beispiel; wenn man nach Ergebnissen fragt; dann sieht man Gleichstände."""
    shown = call_here("results", file, "--workshop", "QW-2026-01").output
    assert "höchstens 2 Punkte je Thema" in shown
    assert shown.count("Rang geteilt") >= 2
    polls = call_here("results", file, "--workshop", "QW-2026-01", "--json").data
    plenary = next(poll for poll in polls if poll["round"] == "plenary")
    best = plenary["result"]["results"][0]
    assert plenary["result"]["unplaced"] == 4
    assert [r["rank"] for r in plenary["result"]["results"]].count(2) == 2
    assert best["option"] in plenary["options"]


def test_das_protokoll_gibt_es_als_pdf_in_jeder_laenge(file: Path, tmp_path: Path) -> None:
    """Gegeben die Werkstatt; wenn man das Protokoll verlangt; dann liegt es als PDF da."""
    for length in ("documentation", "short", "instant"):
        out = tmp_path / f"protokoll-{length}.pdf"
        words = ("--workshop", "QW-2026-01", "--format", "pdf", "--length", length, "--out", out)
        answer = call_here("export", file, *words)
        assert answer.code == 0, answer.sentences
        assert out.read_bytes().startswith(b"%PDF-1.7")


def test_was_misslingt_hinterlaesst_keine_datei(tmp_path: Path) -> None:
    """Gegeben eine unbrauchbare Quelle; wenn man sie übernimmt; dann bleibt nichts liegen."""
    broken = tmp_path / "kaputt.json"
    broken.write_text("{")
    target = tmp_path / "neu.quartier"
    assert call_here("import", target, broken).code == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kaputt.json"]


def test_ohne_befehl_und_ohne_fenster_entsteht_das_beispiel(tmp_path: Path) -> None:
    """Gegeben kein Fenster; wenn man das Programm startet; dann liegt alles in einem Ordner."""
    no_screen = dict.fromkeys(("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"), "")
    answer = call(variables={**no_screen, "TMPDIR": str(tmp_path)})
    assert answer.code == 0
    [folder] = tmp_path.iterdir()
    assert str(folder) in answer.output
    assert {path.suffix for path in folder.iterdir()} == {
        ".quartier",
        ".xlsx",
        ".csv",
        ".json",
        ".pdf",
    }
