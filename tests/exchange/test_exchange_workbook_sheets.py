"""Workbooks that are to be read back: no file stops the program, whatever is in it."""

import io
import random
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from quartierdesk.domain.protocol import Column, Protocol, Section, Table
from quartierdesk.domain.workbook_origin import WorkbookOrigin
from quartierdesk.errors import UserError
from quartierdesk.exchange.workbook_rows import find_table
from quartierdesk.exchange.workbook_sheets import read_workbook
from quartierdesk.exports.workbook import write_workbook
from tests.exchange.hostile_files import ALL, Hostile

SECONDS = 10


def workbook(rows: int = 3) -> bytes:
    """Return a small internal workbook with a list of measures."""
    columns = (Column("label", "Nr.", "label"), Column("title", "Was"))
    table = Table("Massnahmen", "M", columns, tuple((f"M{n:02d}", f"Tat {n}") for n in range(rows)))
    protocol = Protocol("W", "", "G", "internal", (Section("measures", "M", (table,)),))
    ids = {f"M{n:02d}": f"id-{n}" for n in range(rows)}
    stream = io.BytesIO()
    write_workbook(protocol, stream, WorkbookOrigin("w", {"Massnahmen": ids}))
    return stream.getvalue()


def with_member(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return the workbook with its members changed."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return stream.getvalue()


def test_an_untouched_workbook_tells_its_rows_and_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "mappe.xlsx"
    path.write_bytes(workbook())
    edited = read_workbook(path)
    [marked] = edited.marked.tables
    found = find_table(edited, marked)

    assert edited.marked.workshop_id == "w"
    assert {row.id for row in marked.rows.values()} == {"id-0", "id-1", "id-2"}
    assert found is not None
    assert [row.cells for row in found.rows] == [(f"M0{n}", f"Tat {n}") for n in range(3)]
    assert (found.missing, found.strange, found.errors) == ((), (), frozenset())


@pytest.mark.parametrize("hostile", ALL[::3], ids=lambda hostile: hostile.name)
def test_a_hostile_file_is_one_sentence_in_time(hostile: Hostile, tmp_path: Path) -> None:
    path = hostile.build(tmp_path)
    begun = time.monotonic()

    with pytest.raises(UserError) as caught:
        read_workbook(path)
    assert caught.value.sentence.endswith(".")
    assert time.monotonic() - begun < SECONDS


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_workbook_is_read_or_refused_with_a_sentence(seed: int, tmp_path: Path) -> None:
    content = bytearray(workbook())
    chance = random.Random(seed)
    if seed % 2:
        del content[chance.randrange(len(content)) :]
    else:
        for _ in range(20):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path = tmp_path / "mappe.xlsx"
    path.write_bytes(bytes(content))

    try:
        read_workbook(path)
    except UserError as error:
        assert error.sentence  # noqa: PT017 - either is fine, a crash is not


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<t>Zeile</t>", b"<t>Zeile</t><t>Zeile</t>"),
        (b"<t>Werkstatt</t>", b"<t>Werkstube</t>"),
        (b"<t>id-1</t>", b"<t></t>"),
        (b"<t>1</t>", b"<t>2</t>"),
        (b"<t>Tabelle</t>", b"<t>Tafel</t>"),
    ],
)
def test_a_changed_origin_never_crashes(old: bytes, new: bytes, tmp_path: Path) -> None:
    path = tmp_path / "mappe.xlsx"
    path.write_bytes(with_member(workbook(), lambda _name, data: data.replace(old, new)))

    try:
        edited = read_workbook(path)
    except UserError as error:
        assert "verändert" in error.sentence  # noqa: PT017 - either is fine
    else:
        assert all(find_table(edited, marked) is not None for marked in edited.marked.tables)


def test_a_sheet_that_unpacks_to_a_mountain_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mappe.xlsx"
    cell = b'<c r="A9" t="inlineStr"><is><t>' + b"A" * 1000 + b"</t></is></c>"

    def blow_up(name: str, data: bytes) -> bytes:
        return data.replace(b"</sheetData>", b'<row r="9">' + cell * 250_000 + b"</row></sheetData>"
                            ) if name.endswith("sheet1.xml") else data  # fmt: skip

    path.write_bytes(with_member(workbook(), blow_up))
    with pytest.raises(UserError, match="ungewöhnlich groß"):
        read_workbook(path)
