"""The same numbers in every format: workbook, CSV and JSON of one workshop in one edition."""

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from quartierdesk.domain.record import Edition
from quartierdesk.services import exports, imports
from quartierdesk.store.workspace import Workspace
from tests.exports.small_workshop import SAMPLE

Formats = tuple[Workbook, list[dict[str, str]], dict[str, Any]]


@pytest.fixture(params=["internal", "public"])
def formats(request: pytest.FixtureRequest, workspace: Workspace, tmp_path: Path) -> Formats:
    """Return the sample in all formats."""
    edition: Edition = request.param
    workshop_id = imports.import_workshop(workspace, SAMPLE).workshop_id
    for kind in ("xlsx", "csv", "json"):
        exports.export(workspace, workshop_id, kind, edition, tmp_path / f"w.{kind}")
    with (tmp_path / "w.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=_delimiter(tmp_path / "w.csv")))
    data = json.loads((tmp_path / "w.json").read_text("utf-8"))
    return load_workbook(tmp_path / "w.xlsx"), rows, data


def _delimiter(path: Path) -> str:
    head = path.read_text("utf-8-sig").partition("\n")[0]
    return max(";,", key=head.count)


def listed(book: Workbook, sheet: str) -> list[dict[str, Any]]:
    """Return the rows of a list by its headings."""
    rows = book[sheet].iter_rows(values_only=True)
    heads = [str(head) for head in next(rows)]
    found = [dict(zip(heads, row, strict=False)) for row in rows]
    return [row for row in found if sum(value is not None for value in row.values()) > 1]


def test_contributions_are_counted_alike(formats: Formats) -> None:
    book, rows, data = formats
    cards = listed(book, "Beiträge")
    exported = data["contributions"]

    assert len(cards) == len(rows) == len(exported)
    assert Counter(row["Tisch"] for row in cards) == Counter(
        int(row["Tisch"]) if row["Tisch"] else None for row in rows
    )
    assert sum(row["Nennungen"] for row in cards) == sum(
        int(row["Mehrfachnennungen"] or 1) for row in rows
    )
    by_label = {str(row["Nr."]): row for row in cards}
    for row in rows:
        card = by_label[row["Nummer"]]
        assert (card["Protokollfassung"] or "") == row["Protokollfassung"]
        assert (card["Punkte am Tisch"] or 0) == int(row["Klebepunkte"] or 0)
        assert (card["Themenfeld"] or "") == row["Cluster"]


def test_dots_are_counted_alike(formats: Formats) -> None:
    book, _, data = formats
    shown: dict[str, tuple[object, ...]] = {}
    for rank, _, label, dots, share, *_ in book["Priorisierung"].iter_rows(values_only=True):
        if isinstance(rank, int) and isinstance(share, float) and str(label).startswith("C"):
            shown.setdefault(str(label), (rank, dots, round(share * 100, 1)))

    plenary = data["votes"]["plenary"]["result"]
    assert shown == {
        each["cluster"]: (each["rank"], each["dots"], each["share_pct"]) for each in plenary
    }


def test_moods_are_counted_alike(formats: Formats) -> None:
    book, _, data = formats
    mood = data["mood"]
    rows = [row for row in book["Stimmung"].iter_rows(values_only=True) if row[1] in mood["scale"]]

    assert [row[2] for row in rows] == mood["start"]
    assert [row[4] for row in rows] == mood["end"]


def test_measures_say_the_same(formats: Formats) -> None:
    book, _, data = formats
    shown = {row["Nr."]: row for row in listed(book, "Maßnahmen")}

    assert len(data["measures"]) == len(shown)
    for measure in data["measures"]:
        row = shown[measure["id"]]
        assert row["Was"] == measure["title"]
        assert row["Kosten"] == measure.get("cost_estimate_eur")
        assert row["Bis wann"].date().isoformat() == measure["due"]
        assert (row["Aufwand"], row["Nutzen"]) == (
            measure["effort_1_5"],
            measure["benefit_1_5"],
        )
