"""Before a table is taken over, people see its columns and say which one is what."""

from pathlib import Path

import pytest

from quartierdesk.domain.importing import SourceColumn
from quartierdesk.errors import UserError
from quartierdesk.services import imports
from quartierdesk.services.imports import Target


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Return a table in which no column is called what it is."""
    path = tmp_path / "tafel.csv"
    lines = ["Wer sprach;Spalte A;Tisch", "Anna;Der Bus fährt nicht.;3", "Ben;;4", ";Mehr Grün!;"]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_table_shows_its_columns_even_where_no_text_is_recognised(table: Path) -> None:
    with pytest.raises(UserError, match="keine Spalte mit den Beiträgen"):
        imports.preview_table(None, table, Target())
    found = imports.sample_table(table)

    assert found.rows == 3
    assert found.columns[1:] == (
        SourceColumn("Spalte A", "", ("Der Bus fährt nicht.", "Mehr Grün!"), 2),
        SourceColumn("Tisch", "table", ("3", "4"), 2),
    )
    assert ("text", "O-Ton") in found.roles


def test_an_assignment_shows_at_its_column_and_makes_the_preview_possible(table: Path) -> None:
    mapping = ["text=Spalte A"]
    found = imports.sample_table(table, mapping)
    preview = imports.preview_table(None, table, Target(), mapping)

    assert found.columns[1].role == "text"
    assert [row.text for row in preview.rows] == ["Der Bus fährt nicht.", "Mehr Grün!"]
    assert [failure.number for failure in preview.failures] == [3]


def test_long_cells_are_shown_shortened(tmp_path: Path) -> None:
    path = tmp_path / "lang.csv"
    path.write_text(f"O-Ton\n{'Wort ' * 100}\n", encoding="utf-8")
    [sample] = imports.sample_table(path).columns[0].samples

    assert len(sample) <= 120
    assert sample.endswith("…")
