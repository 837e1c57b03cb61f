"""Capture and import against the bare way: the very same rows, inserted by hand."""

import csv
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from quartierdesk.services import contributions, imports, workshops
from quartierdesk.services.imports import Target
from quartierdesk.store.workspace import Workspace
from tests.perf.material import bare_connection, cards, texts
from tests.perf.measure import Line, german, peak_memory, percentile

_TABLES = {
    "contribution": "seq",
    "contribution_target_group": "seq",
    "contribution_theme": "seq",
    "command": "seq",
    "change": "n",
    "change_value": "n",
}

Rows = dict[str, list[tuple[object, ...]]]


def measure_capture(folder: Path, rounds: int = 20, block: int = 30) -> Line:
    """Capture a card – row, links, log, index – against inserting the same rows durably."""
    ours: list[float] = []
    bare: list[float] = []
    with Workspace.create(folder / "erfassen.quartier") as workspace:
        workshop = workshops.create_plain(workspace, "Messung")
        contributions.capture(workspace, workshop.id, cards(1)[0])
        copy = _Copy(workspace, folder / "bloß erfasst.quartier")
        waiting = iter(cards(rounds * block + 2000))
        for _ in range(rounds):
            for _ in range(block):
                card = next(waiting)
                ours.append(_timed(partial(contributions.capture, workspace, workshop.id, card)))
            bare += [_timed(partial(copy.insert, rows)) for rows in copy.per_command()]
        p95 = percentile(ours, 95)
        memory = peak_memory(
            lambda: [
                contributions.capture(workspace, workshop.id, next(waiting)) for _ in range(1000)
            ]
        )
        copy.close()
    remark = f"p95 {german(p95)} ms"
    return Line(
        "Beitrag erfassen",
        statistics.median(ours),
        statistics.median(bare),
        4,
        memory,
        None,
        remark,
    )


def measure_import(folder: Path, amount: int = 10_000, rounds: int = 3) -> Line:
    """Import contributions from a CSV file against inserting the same rows in one transaction."""
    source = folder / "beiträge.csv"
    with source.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(["Nummer", "Beitrag", "Ort"])
        writer.writerows((f"B{n}", text, "Ortsmitte") for n, text in enumerate(texts(amount)))
    ours: list[float] = []
    bare: list[float] = []
    with Workspace.create(folder / "übernehmen.quartier") as workspace:
        workshop = workshops.create_plain(workspace, "Messung")
        copy = _Copy(workspace, folder / "bloß übernommen.quartier")
        target = Target(workshop.id)
        for _ in range(rounds):
            ours.append(_timed(partial(imports.import_table, workspace, source, target)))
            bare += [_timed(partial(copy.insert, rows)) for rows in copy.per_command()]
        memory = peak_memory(lambda: imports.import_table(workspace, source, target))
        bare_memory = peak_memory(partial(copy.insert, copy.last, undo=True))
        copy.close()
    return Line(
        f"{amount:,} Beiträge aus CSV übernehmen".replace(",", "."),
        statistics.median(ours),
        statistics.median(bare),
        8,
        memory,
        bare_memory,
    )


def _timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


class _Copy:
    """A copy of the workspace into which the same rows are written the bare way."""

    def __init__(self, workspace: Workspace, path: Path) -> None:
        workspace.save_copy(path)
        self._source = driver.connect(str(workspace.path))
        self._target = bare_connection(path)
        self._seen = {t: self._highest(t) for t in _TABLES}
        self._columns = {t: self._column_names(t) for t in _TABLES}
        self.last: Rows = {}

    def per_command(self) -> Iterator[Rows]:
        """Yield the rows that each command wrote since the last call."""
        new = {t: self._fetch(t) for t in _TABLES}
        commands = new["command"]
        at = self._columns["change"].index("command_id")
        identity = self._columns["command"].index("id")
        keys = {(c[0], c[1]): c[at] for c in new["change"]}
        by_row = {row[self._columns["change"].index("row_id")]: row[at] for row in new["change"]}
        for command in commands:
            own = command[identity]
            rows: Rows = {
                "command": [command],
                "change": [c for c in new["change"] if c[at] == own],
                "change_value": [v for v in new["change_value"] if keys[(v[0], v[1])] == own],
            }
            for table in list(_TABLES)[:3]:
                row_id = self._columns[table].index("id")
                rows[table] = [r for r in new[table] if by_row[r[row_id]] == own]
            self.last = rows
            yield rows

    def insert(self, rows: Rows, *, undo: bool = False) -> None:
        """Write rows in one durable transaction."""
        self._target.execute("BEGIN IMMEDIATE")
        for table, values in rows.items():
            if values:
                places = ", ".join("?" * len(values[0]))
                self._target.executemany(
                    f"INSERT OR REPLACE INTO {table} VALUES ({places})", values
                )
        self._target.execute("ROLLBACK" if undo else "COMMIT")

    def close(self) -> None:
        self._source.close()
        self._target.close()

    def _column_names(self, table: str) -> list[str]:
        return [row[1] for row in self._source.execute(f"PRAGMA table_info({table})")]

    def _highest(self, table: str) -> int:
        number = self._source.execute(f"SELECT max({_TABLES[table]}) FROM {table}").fetchone()[0]
        return int(number or 0)

    def _fetch(self, table: str) -> list[tuple[object, ...]]:
        key = _TABLES[table]
        query = f"SELECT * FROM {table} WHERE {key} > ? ORDER BY {key}"
        rows: list[tuple[object, ...]] = self._source.execute(
            query, (self._seen[table],)
        ).fetchall()
        self._seen[table] = self._highest(table)
        return rows
