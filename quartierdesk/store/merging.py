"""Merging packages into a workspace: the union of the logs, then the touched rows anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection

from quartierdesk.domain.long_work import Progress
from quartierdesk.errors import UserError
from quartierdesk.store import erasing
from quartierdesk.store.conflicts import Conflict, all_conflicts
from quartierdesk.store.engine import write_rows
from quartierdesk.store.package_file import Label
from quartierdesk.store.rebuild import Rebuilt, rebuild
from quartierdesk.store.stored_files import needed
from quartierdesk.store.union import Taken, take


@dataclass(frozen=True, slots=True)
class Incoming:
    """An open package: its name for sentences, its label, a connection to it."""

    name: str
    label: Label
    connection: Connection


@dataclass(frozen=True, slots=True)
class Merged:
    """What merging came to: per package what was new, and the conflicts before and after."""

    taken: tuple[Taken, ...]
    rebuilt: Rebuilt
    before: tuple[Conflict, ...]
    after: tuple[Conflict, ...]
    files: int


def merge(connection: Connection, packages: Sequence[Incoming], progress: Progress) -> Merged:
    """Bring packages into the running transaction; the order of the packages does not matter."""
    before = tuple(all_conflicts(connection))
    # Reading an entry and making its row anew take about the same time.
    amount = sum(package.label.entries for package in packages)
    done = 0

    def step(entries: int) -> None:
        nonlocal done
        done += entries
        progress(done, 2 * amount)

    taken = tuple(take(connection, each.connection, each.name, step) for each in packages)
    touched: dict[str, set[str]] = {}
    for each in taken:
        for table, row_ids in each.touched.items():
            touched.setdefault(table, set()).update(row_ids)
    rebuilt = rebuild(
        connection,
        touched,
        lambda rows, whole: progress(_second_half(amount, rows, whole), 2 * amount),
    )
    if rebuilt.blanked:
        erasing.demand_cleaning(connection)
    files = sum(_take_files(connection, each.connection, each.name) for each in packages)
    return Merged(taken, rebuilt, before, tuple(all_conflicts(connection)), files)


def _second_half(amount: int, rows: int, whole: int) -> int:
    return amount + amount * rows // max(whole, 1)


def _take_files(connection: Connection, package: Connection, name: str) -> int:
    """Take the photos that a row here needs; whatever else is in a package stays there."""
    here = set(connection.exec_driver_sql("SELECT sha256 FROM stored_file").scalars())
    there = set(package.exec_driver_sql("SELECT sha256 FROM stored_file").scalars())
    wanted = (needed(connection) & there) - here
    query = "SELECT sha256, media_type, data, thumbnail FROM stored_file WHERE sha256 = ?"
    insert = "INSERT INTO stored_file (sha256, media_type, data, thumbnail) VALUES (?, ?, ?, ?)"
    for key in sorted(wanted):
        row = package.exec_driver_sql(query, (key,)).one()
        if not isinstance(row[2], bytes) or sha256(row[2]).hexdigest() != key:
            raise UserError(
                f"Ein Foto in „{name}“ ist nicht das, als was es angegeben ist.",
                "Es wurde nichts übernommen; bitte fragen Sie, woher das Paket kommt.",
            )
        write_rows(connection, insert, [tuple(row)])
    return len(wanted)
