"""What is kept secret to protect small groups reads „–“ in every format, and cannot be computed."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from openpyxl import load_workbook

from quartierdesk.domain.protocol import SUPPRESSED
from quartierdesk.domain.small_counts import protect
from quartierdesk.services import exports, imports, records
from quartierdesk.services.exports import ExportFormat
from quartierdesk.store.workspace import Workspace
from tests.exports.reading import text_of_pdf
from tests.exports.small_workshop import SAMPLE

PRESENT = 60
GROUPS = {
    "Unter 18 Jahre": ("age_group", "unter_18"),
    "18 bis 29 Jahre": ("age_group", "18_29"),
    "Männlich": ("gender", "männlich"),
    "Divers oder keine Angabe": ("gender", "divers_keine_angabe"),
    "Weiler Ochsenhalde": ("district", "Weiler Ochsenhalde"),
    "auswärts": ("district", "auswärts"),
    "Gemeinderat, Ortschaftsrat": ("role", "gemeinderat"),
    "Wohlfahrtspflege, Pflege": ("role", "wohlfahrtspflege_pflege"),
    "Kirche, Religionsgemeinschaft": ("role", "kirche"),
    "Gewerbe, lokale Wirtschaft": ("role", "gewerbe"),
}
"""The groups of the sample that are kept secret, as they are read and as the file names them."""

Files = dict[str, bytes]


@pytest.fixture
def public(workspace: Workspace, tmp_path: Path) -> Files:
    """Return the public edition of the sample in all formats."""
    workshop_id = imports.import_workshop(workspace, SAMPLE).workshop_id
    for kind in get_args(ExportFormat):
        exports.export(workspace, workshop_id, kind, "public", tmp_path / f"w.{kind}")
    return {kind: (tmp_path / f"w.{kind}").read_bytes() for kind in get_args(ExportFormat)}


def test_the_paper_reads_a_dash(public: Files) -> None:
    text = " ".join(text_of_pdf(public["pdf"]).split())

    for group in GROUPS:
        assert f"{group} {SUPPRESSED}" in text
    assert f"davon unter 18 Jahre {SUPPRESSED}" in text


def test_the_workbook_reads_a_dash_for_number_and_share(public: Files) -> None:
    sheet = load_workbook(io.BytesIO(public["xlsx"]))["Teilnehmende"]
    rows = {str(row[1]): row[2:4] for row in sheet.iter_rows(values_only=True) if len(row) > 3}

    assert {group: rows[group] for group in GROUPS} == dict.fromkeys(
        GROUPS, (SUPPRESSED, SUPPRESSED)
    )


def test_the_json_reads_a_dash_beside_the_missing_number(public: Files) -> None:
    people = json.loads(public["json"])["demographics"]
    numbers, texts = people["published_expected"], people["published_text"]

    for attribute, group in GROUPS.values():
        assert numbers[attribute][group] is None
        assert texts[attribute][group] == SUPPRESSED
    assert [place for place, _ in places(numbers)] == [place for place, _ in places(texts)]
    shown = {place: number for place, number in places(numbers) if number is not None}
    assert {place: int(text) for place, text in places(texts) if place in shown} == shown
    assert sum(text == SUPPRESSED for _, text in places(texts)) == len(GROUPS)


def places(found: dict[str, dict[str, Any]]) -> Iterator[tuple[tuple[str, str], Any]]:
    """Yield each cell with its attribute and group."""
    for attribute, values in found.items():
        for group, value in values.items():
            yield (attribute, group), value


def test_the_table_of_contributions_counts_nobody(public: Files) -> None:
    heads, *rows = csv.reader(public["csv"].decode("utf-8-sig").splitlines(), delimiter=";")

    assert not any(group in heads for group in GROUPS)
    assert all(row[heads.index("Notiz")] == "" for row in rows if len(row) == len(heads))


@pytest.mark.parametrize("attribute", ["age_group", "gender", "district", "role"])
def test_no_suppressed_number_can_be_computed_from_the_others(
    public: Files, attribute: str
) -> None:
    found = json.loads(public["json"])["demographics"]
    shown: dict[str, int | None] = found["published_expected"][attribute]
    hidden = [group for group, count in shown.items() if count is None]
    rest = PRESENT - sum(count for count in shown.values() if count is not None)

    possible = [
        division
        for division in divisions(rest, len(hidden))
        if protect({**shown, **dict(zip(hidden, division, strict=True))}, found["k_min"]) == shown  # type: ignore[dict-item]
    ]

    for at in range(len(hidden)):
        assert len({division[at] for division in possible}) > 1


def divisions(people: int, groups: int) -> Iterator[tuple[int, ...]]:
    """Yield every way to divide people among groups."""
    if groups == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for others in divisions(people - first, groups - 1):
            yield (first, *others)


def test_too_few_sheets_are_not_counted_in_any_format(workspace: Workspace, tmp_path: Path) -> None:
    content = json.loads(SAMPLE.read_bytes())
    content["feedback"]["returned"] = 3
    source = tmp_path / "few.json"
    source.write_text(json.dumps(content), "utf-8")
    workshop_id = imports.import_workshop(workspace, source).workshop_id

    exports.export(workspace, workshop_id, "json", "public", tmp_path / "w.json")
    feedback = json.loads((tmp_path / "w.json").read_bytes())["feedback"]
    assert feedback["returned"] is None
    assert feedback["published_text"] == {"returned": SUPPRESSED, "return_rate_pct": SUPPRESSED}
    assert "overall" not in feedback
    assert records.load(workspace, workshop_id, "public").workshop.feedback_returned is None
    assert records.load(workspace, workshop_id).workshop.feedback_returned == 3


def test_a_public_file_is_read_again_without_its_texts(
    workspace: Workspace, public: Files, tmp_path: Path
) -> None:
    source = tmp_path / "again.json"
    source.write_bytes(public["json"])
    imported = imports.import_workshop(workspace, source)
    record = records.load(workspace, imported.workshop_id)

    assert len(record.contributions) == PRESENT
    assert record.head_counts == ()
    assert not any("published_text" in warning for warning in imported.warnings)
    assert record.participants == ()
