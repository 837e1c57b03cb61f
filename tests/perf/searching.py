"""Searching while somebody types, against the bare query."""

import statistics
import time
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from quartierdesk.services import search, workshops
from quartierdesk.store.workspace import Workspace
from tests.perf.material import fill
from tests.perf.measure import Line, german, peak_memory, percentile

_TYPED = ("bushaltestelle", "spielplatz", "müllplatz", "barrierefrei", "straße", "radweg dunkel")


def measure_search(folder: Path, amount: int) -> Line:
    """Type words key by key; each key is a search over all contributions."""
    path = folder / f"suchen {amount}.quartier"
    with Workspace.create(path) as workspace:
        workshop = workshops.create_plain(workspace, "Messung")
    fill(path, workshop.id, amount)
    keys = [word[:length] for word in _TYPED for length in range(1, len(word) + 1)]
    ours: list[float] = []
    bare: list[float] = []
    connection = driver.connect(str(path))
    with Workspace.open(path) as workspace:
        for typed in keys * 3:
            statement, parameters = search.statement(typed, None)
            start = time.perf_counter()
            connection.execute(statement, parameters).fetchall()
            middle = time.perf_counter()
            search.search(workspace, typed)
            bare.append((middle - start) * 1000)
            ours.append((time.perf_counter() - middle) * 1000)
        memory = peak_memory(lambda: [search.search(workspace, typed) for typed in keys])
    connection.close()
    path.unlink()
    name = f"Suche je Taste in {amount:,} Beiträgen".replace(",", ".")
    remark = f"p95 {german(percentile(ours, 95))} ms, bloß {german(percentile(bare, 95))} ms"
    return Line(name, statistics.median(ours), statistics.median(bare), 2, memory, None, remark)
