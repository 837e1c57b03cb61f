"""What every surface can rely on when it is handed a protocol."""

from decimal import Decimal

import pytest

from quartierdesk.domain.protocol import Column, Figure, Protocol, Section, Series, Table

COLUMNS = (Column("name", "Thema"), Column("dots", "Punkte", "integer"))
TABLE = Table("Ergebnis", "Ergebnis", COLUMNS, (("Bus", 3), ("Laden", 1)))


def figure(values: tuple[int | Decimal | None, ...] = (3, 1), column: str = "dots") -> Figure:
    """Return a figure of both rows of the table."""
    series = (Series("Punkte", column, values),)
    return Figure("bars", "Punkte", "Bus 3, Laden 1", ("Bus", "Laden"), series, "Ergebnis", "name")


def protocol(*sections: Section) -> Protocol:
    """Return a protocol of these sections."""
    return Protocol("Werkstatt", "", "Musterhausen", "public", sections)


@pytest.mark.parametrize("name", ["", "Zwei Worte", "A1", "abc123", "R1C1", "r", "1Liste", "Übe"])
def test_a_table_has_a_name_that_spreadsheets_take(name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        Table(name, "", COLUMNS, ())


@pytest.mark.parametrize("second", [Column("name", "Anderes"), Column("andere", "thema")])
def test_no_column_occurs_twice(second: Column) -> None:
    with pytest.raises(ValueError, match="twice"):
        Table("Liste", "", (COLUMNS[0], second), ())


def test_every_row_has_a_cell_for_every_column() -> None:
    with pytest.raises(ValueError, match="row"):
        Table("Liste", "", COLUMNS, (("Bus", 3), ("Laden",)))


def test_a_column_is_found_by_its_key() -> None:
    assert TABLE.position("dots") == 1


def test_no_two_tables_have_the_same_name() -> None:
    again = Table("ERGEBNIS", "", COLUMNS, ())

    for sections in (
        [Section("a", "", (TABLE, again))],
        [Section("a", "", (TABLE,)), Section("b", "", (again,))],
    ):
        with pytest.raises(ValueError, match="same name"):
            protocol(*sections)


def test_a_figure_stands_in_the_section_of_its_table() -> None:
    assert protocol(Section("a", "", (figure(), TABLE))).sections[0].blocks[0] == figure()
    with pytest.raises(ValueError, match="no table"):
        protocol(Section("a", "", (figure(),)), Section("b", "", (TABLE,)))


def test_a_figure_shows_columns_that_are_there() -> None:
    with pytest.raises(ValueError, match="no table"):
        protocol(Section("a", "", (figure(column="share"), TABLE)))


def test_a_figure_has_one_bar_for_each_category() -> None:
    with pytest.raises(ValueError, match="number of bars"):
        protocol(Section("a", "", (figure((3,)), TABLE)))
