"""Szenario: Jemand sagt (oder fügt ein), woran Programme scheitern."""

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from quartierdesk.domain.text import clean, says_something
from tests.cli.calling import call, call_here
from tests.support import ROOT

LINES = [
    line
    for line in (ROOT / "tests/data/naughty/blns.txt").read_bytes().split(b"\n")
    if line.strip() and not line.startswith(b"#")
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Eine Datei mit einer leeren Werkstatt."""
    path = tmp_path / "zeichen.quartier"
    source = tmp_path / "erste.csv"
    source.write_text("Beitrag\nAnfang\n", "utf-8")
    assert call_here("import", path, source).code == 0
    return path


def test_was_immer_gesagt_wird_kommt_unveraendert_wieder_heraus(file: Path, tmp_path: Path) -> None:
    """Gegeben böse Zeichenketten; wenn sie erfasst werden; dann steht jede in jeder Ausgabe."""
    captured = call("capture", file, "--workshop", "W-001", given=b"\n".join(LINES) + b"\n")
    assert captured.code == 0
    assert len(captured.lines) == len(LINES)
    texts = [clean(line.decode(), "Zeile") for line in LINES]
    expected = {
        label: text
        for label, text in zip(captured.lines, texts, strict=True)
        if not label.startswith("!")
    }
    refused = [t for a, t in zip(captured.lines, texts, strict=True) if a.startswith("!")]
    assert not any(says_something(text) for text in refused)

    for kind in ("json", "csv", "xlsx"):
        out = ("--format", kind, "--edition", "internal", "--out", tmp_path / f"aus.{kind}")
        assert call_here("export", file, "--workshop", "W-001", *out).code == 0
    assert _from_json(tmp_path / "aus.json").items() >= expected.items()
    written = _from_csv(tmp_path / "aus.csv")
    # An apostrophe may stand before what a spreadsheet program would take for a formula.
    assert all(written[label] in (text, f"'{text}") for label, text in expected.items())
    assert _from_workbook(tmp_path / "aus.xlsx").items() >= expected.items()


def test_jede_zeichenkette_wird_gefunden(file: Path) -> None:
    """Gegeben erfasste böse Zeichenketten; wenn man sie sucht; dann findet man sie."""
    from quartierdesk.services import contributions, search, workshops
    from quartierdesk.store.workspace import Access, Workspace

    assert call_here("capture", file, "--workshop", "W-001", given=b"\n".join(LINES)).code == 0
    with Workspace.open(file, Access(read_only=True)) as workspace:
        workshop = workshops.find(workspace, "W-001")
        for card in contributions.listed(workspace, workshop.id):
            for within in (workshop.id, None):
                hits = search.search(workspace, card.text_original, workshop_id=within, limit=1000)
                # What is in almost every card („1“) is found in the newest 300 of them.
                found = card.id in {hit.id for hit in hits}
                assert found or len(hits) >= 300, card.text_original


def _from_json(path: Path) -> dict[str, str]:
    data = json.loads(path.read_text("utf-8"))
    return {card["id"]: card["text_original"] for card in data["contributions"]}


def _from_csv(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))
    return {row["Nummer"]: row["O-Ton"] for row in rows}


def _from_workbook(path: Path) -> dict[str, str]:
    sheet = load_workbook(path)["Beiträge"]
    rows = sheet.iter_rows()
    titles = [cell.value for cell in next(rows)]
    label, text = titles.index("Nr."), titles.index("O-Ton")
    found = {}
    for row in rows:
        assert all(cell.data_type not in "fe" and cell.hyperlink is None for cell in row)
        found[str(row[label].value)] = str(row[text].value)
    return found
