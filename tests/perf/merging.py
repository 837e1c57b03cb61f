"""Merging against the bare way: the very same rows, inserted by hand in one transaction."""

import statistics
import time
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.long_work import silently
from quartierdesk.services import contributions, merging, packages, workshops
from quartierdesk.store.workspace import Access, Workspace
from tests.perf.material import bare_connection, cards, texts
from tests.perf.measure import Line, german

_TABLES = ("replica", "command", "change", "change_value", "contribution",
           "contribution_target_group", "contribution_theme")  # fmt: skip
_LAPTOPS, _EACH = 5, 60

Rows = dict[str, list[tuple[object, ...]]]


def measure_merge(folder: Path, rounds: int = 5) -> Line:
    """Take in five packages of sixty contributions, looked at and told about, but not backed up.

    The backup is measured for itself; beside stands what `merging.merge` takes with it.
    """
    file, back = _evening(folder)
    ours, whole, bare = [], [], []
    for number in range(rounds):
        before, after = folder / f"vorher {number}.quartier", folder / f"nachher {number}.quartier"
        with Workspace.open(file, Access()) as lead:
            lead.save_copy(before)
            lead.save_copy(after)
        with Workspace.open(after) as lead:
            began = time.perf_counter()
            merging._absorb(lead, back, None, silently, rehearse=False)
            ours.append((time.perf_counter() - began) * 1000)
        bare.append(_inserted(before, _new_rows(before, after)))
        with Workspace.open(folder / f"vorher {number}.quartier") as lead:
            began = time.perf_counter()
            merging.preview(lead, back)
            whole.append((time.perf_counter() - began) * 1000)
    remark = f"5 × 60 Beiträge; Vorschau danach {statistics.median(whole):.0f} ms"
    return Line(
        "Pakete einlesen", statistics.median(ours), statistics.median(bare), 20, remark=remark
    )


def _evening(folder: Path) -> tuple[Path, list[Path]]:
    file = folder / "leitung.quartier"
    with Workspace.create(file) as lead:
        workshop = workshops.create_plain(lead, "Messung")
        contributions.capture(lead, workshop.id, cards(1)[0])
        package = packages.write(lead, folder / "hin.qdpaket").path
    back = []
    material = iter(cards(_LAPTOPS * _EACH))
    for number in range(_LAPTOPS):
        target = folder / f"tisch {number}.quartier"
        with packages.open_as_workspace(package, target, Access(f"Tisch {number}")) as table:
            for _ in range(_EACH):
                contributions.capture(table, workshop.id, next(material))
            back.append(packages.write(table, folder / f"her {number}.qdpaket").path)
    return file, back


def _new_rows(before: Path, after: Path) -> Rows:
    rows: Rows = {}
    for table in _TABLES:
        known = set(_all(before, table))
        rows[table] = [row for row in _all(after, table) if row not in known]
    return rows


def _all(file: Path, table: str) -> list[tuple[object, ...]]:
    connection = driver.connect(str(file))
    try:
        found: list[tuple[object, ...]] = connection.execute(f"SELECT * FROM {table}").fetchall()
        return found
    finally:
        connection.close()


def _inserted(file: Path, rows: Rows) -> float:
    connection = bare_connection(file)
    try:
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for table, values in rows.items():
            if values:
                places = ", ".join("?" * len(values[0]))
                connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({places})", values)
        connection.execute("COMMIT")
        return (time.perf_counter() - began) * 1000
    finally:
        connection.close()


def merge_growth(folder: Path, sizes: tuple[int, ...]) -> list[str]:
    """Return how long merging takes by the number of contributions, as lines to print."""
    lines = []
    for size in sizes:
        seconds, at_work, told = _merged(folder, size)
        each = at_work * 1_000_000 / size
        lines.append(
            f"{size:>7} Beiträge einlesen: {german(seconds, 2)} s, davon"
            f" Rechenzeit {german(at_work, 2)} s,"
            f" {each:.0f} µs je Beitrag, {told} Fortschrittsmeldungen"
        )
    return lines


def _merged(folder: Path, size: int) -> tuple[float, float, int]:
    file = folder / f"viele {size}.quartier"
    with Workspace.create(file) as lead:
        workshop = workshops.create_plain(lead, "Messung")
        package = packages.write(lead, folder / f"hin {size}.qdpaket").path
    target = folder / f"tisch viele {size}.quartier"
    with packages.open_as_workspace(package, target, Access("Tisch")) as table:
        for start in range(0, size, 5000):
            amount = min(5000, size - start)
            some = [Contribution(new_id(), "", text) for text in texts(amount)]
            contributions.capture_many(table, workshop.id, some)
        back = packages.write(table, folder / f"her {size}.qdpaket").path
    told = 0

    def count(_done: int, _whole: int) -> None:
        nonlocal told
        told += 1

    with Workspace.open(file) as lead:
        began, working = time.perf_counter(), time.process_time()
        merging.merge(lead, [back], progress=count)
        return time.perf_counter() - began, time.process_time() - working, told
