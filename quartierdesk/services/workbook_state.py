"""What an internal workbook of a workshop would say now, and which thing each row shows."""

from collections.abc import Mapping
from dataclasses import dataclass

from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.contribution import Cluster, Contribution
from quartierdesk.domain.measure import Measure
from quartierdesk.domain.protocol import CellValue, Column, Protocol, Row, Table
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.workbook_origin import WorkbookOrigin
from quartierdesk.services import catalogues, records
from quartierdesk.services.protocols import build
from quartierdesk.services.read_back_columns import (
    FIXED_CHOICES,
    KEPT_COLUMNS,
    OPEN_COLUMNS,
    Vocabulary,
)
from quartierdesk.store.workspace import Workspace

Thing = Measure | Cluster | Contribution


@dataclass(frozen=True, slots=True)
class CurrentTable:
    """A table as it stands in the workspace now: its rows by the id of what they show."""

    columns: Mapping[str, tuple[int, Column]]
    rows: Mapping[str, Row]

    def cell(self, row_id: str, key: str) -> tuple[CellValue, Column]:
        """Return a cell with its column; what is not there is empty."""
        if key not in self.columns or row_id not in self.rows:
            return None, Column(key, key)
        at, column = self.columns[key]
        return self.rows[row_id][at], column


@dataclass(frozen=True, slots=True)
class CurrentState:
    """A workshop now: its tables by name, the things behind their rows by table and id."""

    record: WorkshopRecord
    tables: Mapping[str, CurrentTable]
    things: Mapping[str, Mapping[str, Thing]]
    vocabulary: Vocabulary


def current_state(workspace: Workspace, workshop_id: str) -> CurrentState:
    """Return what a workbook is compared with."""
    record = records.load(workspace, workshop_id, "internal")
    known = catalogues.of_workshop(workspace, workshop_id)
    origin = origin_of(record, known)
    tables = {
        table.name: _current(table, origin.ids[table.name])
        for table in _tables(editable(record, known))
        if table.name in origin.ids
    }
    return CurrentState(record, tables, _things(record), Vocabulary(record, known))


def editable(record: WorkshopRecord, known: Mapping[str, Catalogue]) -> Protocol:
    """Return the protocol of an internal record with the empty columns that people fill in."""
    return build(record, known, kept=KEPT_COLUMNS)


def origin_of(record: WorkshopRecord, known: Mapping[str, Catalogue]) -> WorkbookOrigin:
    """Return what the workbook of an internal record has to know of itself.

    ValueError: the record is a public one, which must not say where its rows come from.
    """
    if record.edition != "internal":
        raise ValueError("a public workbook says nothing of its origin")
    words = Vocabulary(record, known)
    ids = {
        name: {thing.label: identity for identity, thing in things.items()}
        for name, things in _things(record).items()
    }
    choices: dict[tuple[str, str], tuple[str, ...]] = {}
    for name, columns in OPEN_COLUMNS.items():
        for key, column in columns.items():
            if column.choices == "clusters":
                choices[name, key] = words.titles()
            elif column.choices:
                choices[name, key] = FIXED_CHOICES.get(column.choices) or words.choices(
                    column.choices
                )
    opened = {
        name: frozenset(key for key, column in columns.items() if not column.only_new)
        for name, columns in OPEN_COLUMNS.items()
    }
    return WorkbookOrigin(record.workshop.id, ids, choices, opened)


def _things(record: WorkshopRecord) -> dict[str, dict[str, Thing]]:
    measures: dict[str, Thing] = {item.id: item for item in record.measures}
    return {
        "Massnahmen": measures,
        "Steckbriefe": measures,
        "Themenfelder": {item.id: item for item in record.clusters},
        "Beitraege": {item.id: item for item in record.contributions},
    }


def _tables(protocol: Protocol) -> list[Table]:
    blocks = (block for section in protocol.sections for block in section.blocks)
    return [block for block in blocks if isinstance(block, Table)]


def _current(table: Table, ids: Mapping[str, str]) -> CurrentTable:
    columns = {column.key: (at, column) for at, column in enumerate(table.columns)}
    rows = {ids[label]: row for row in table.rows if (label := str(row[0])) in ids}
    return CurrentTable(columns, rows)
