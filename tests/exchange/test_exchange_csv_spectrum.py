import json
from pathlib import Path

import pytest

from quartierdesk.exchange.tables import read_table
from tests.support import ROOT

FILES = sorted((ROOT / "tests" / "data" / "csv_spectrum").glob("*.csv"))
# The JSON of this file gives another number than the file itself.
OTHER_NUMBER = {"Contact Phone Number": "2095257564"}


def original(file: Path) -> bytes:
    """Return the bytes of the file with the CRLF that some lost on their way."""
    content = file.read_bytes().replace(b"\r\n", b"\n")
    return content.replace(b"\n", b"\r\n") if file.stem.endswith("crlf") else content


def expected(file: Path) -> list[dict[str, str]]:
    rows = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    return rows if isinstance(rows, list) else [rows | OTHER_NUMBER]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_file_gives_the_rows_it_means(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / file.name
    copy.write_bytes(original(file))

    table = read_table(copy)

    rows = [dict(zip(table.columns, row.cells, strict=True)) for row in table.rows]
    assert rows == expected(file)
    assert table.warnings == ()


def test_all_twelve_files_are_here() -> None:
    assert len(FILES) == 12
