"""What somebody who captures notices of a backup that runs beside."""

import os
import threading
import time
from hashlib import sha256
from pathlib import Path

from sqlalchemy import insert

from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.identity import new_id
from quartierdesk.services import backups, contributions, workshops
from quartierdesk.store.schema.log import STORED_FILE
from quartierdesk.store.workspace import Workspace
from tests.perf.material import texts
from tests.perf.measure import Line, german, percentile

_PHOTOS, _PHOTO_BYTES = 150, 2_000_000
_QUIET = 400
_LIMIT = 3.0
_MEGABYTE = 1_000_000


def measure_capture_beside_backup(folder: Path) -> Line:
    """Compare the 99th percentile of capturing while 300 MB are backed up with that without."""
    with Workspace.create(folder / "gross.quartier") as workspace:
        workshop = workshops.create_plain(workspace, "Werkstatt").id
        _add_photos(workspace)
        plan = backups.plan(workspace)
        _captured(workspace, workshop, 50, None)
        quiet = _captured(workspace, workshop, _QUIET, None)
        began = time.perf_counter()
        backup = threading.Thread(target=backups.make, args=(plan, "interval"))
        backup.start()
        beside = _captured(workspace, workshop, 0, backup)
        backup.join()
        seconds = time.perf_counter() - began
        quiet += _captured(workspace, workshop, _QUIET, None)
        size = workspace.path.stat().st_size / _MEGABYTE
    return Line(
        "99 von 100 Beiträgen, während gesichert wird",
        percentile(beside, 99),
        percentile(quiet, 99),
        _LIMIT,
        remark=f"{size:.0f} MB in {german(seconds)} s, {len(beside)} Beiträge dabei,"
        f" Mitte {german(percentile(beside, 50))} und ohne {german(percentile(quiet, 50))} ms",
    )


def _add_photos(workspace: Workspace) -> None:
    """Store pictures of chance, which nothing can make smaller, in the table outside the log."""
    for _ in range(_PHOTOS):
        data = os.urandom(_PHOTO_BYTES)
        with workspace.transaction("Foto"):
            row = {"sha256": sha256(data).hexdigest(), "media_type": "image/jpeg", "data": data}
            workspace.store().execute(insert(STORED_FILE).values(**row))


def _captured(
    workspace: Workspace, workshop: str, least: int, while_alive: threading.Thread | None
) -> list[float]:
    """Capture so many contributions, or until a thread is done; return the milliseconds of each."""
    times: list[float] = []
    made = texts(1000)
    while len(times) < least or (while_alive is not None and while_alive.is_alive()):
        card = Contribution(new_id(), "", made[len(times) % len(made)])
        start = time.perf_counter()
        contributions.capture(workspace, workshop, card)
        times.append((time.perf_counter() - start) * 1000)
    return times
