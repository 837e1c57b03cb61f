"""The workbook against a plain openpyxl write of the same cells."""

import io
import tempfile
from collections.abc import Sequence

from openpyxl import Workbook, load_workbook

from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.workshop import Municipality, Quarter, Workshop
from quartierdesk.exports.workbook import write_workbook
from quartierdesk.services import catalogues
from quartierdesk.services.protocols import build
from quartierdesk.services.workbook_state import editable, origin_of
from tests.perf.material import cards
from tests.perf.measure import Line, alternating, peak_memory


def measure_workbook(amount: int = 5_000, rounds: int = 3) -> Line:
    """Write the workbook of a workshop with many contributions."""
    protocol = build(_record(amount), _known())
    stream = io.BytesIO()
    write_workbook(protocol, stream)
    cells = _cells(stream)

    def ours() -> None:
        write_workbook(protocol, io.BytesIO())

    def bare() -> None:
        _write(cells)

    ours_ms, bare_ms = alternating(ours, bare, rounds)
    name = f"Arbeitsmappe mit {amount:,} Beiträgen".replace(",", ".")
    return Line(name, ours_ms, bare_ms, 1.3, peak_memory(ours), peak_memory(bare))


def measure_large_workbook(amount: int = 100_000) -> Line:
    """Write a very large workbook, once, the internal one with its origin against the public one.

    Neither may need more than 100 MB beyond what it shows.
    """
    record, known = _record(amount), _known()
    public, internal = build(record, known), editable(record, known)
    origin = origin_of(record, known)

    def with_origin() -> None:
        with tempfile.TemporaryFile() as stream:
            write_workbook(internal, stream, origin)

    def without() -> None:
        with tempfile.TemporaryFile() as stream:
            write_workbook(public, stream)

    ours_ms, bare_ms = alternating(with_origin, without, 1)
    many = f"{amount:,}".replace(",", ".")
    name = f"Mappe mit {many} Beiträgen, zurücklesbar gegen öffentlich"
    memory = peak_memory(with_origin), peak_memory(without)
    return Line(name, ours_ms, bare_ms, 1.6, *memory, most_mb=100)


def _record(amount: int) -> WorkshopRecord:
    return WorkshopRecord(
        Municipality("g", "Musterhausen"),
        Quarter("q", "g", "Mitte"),
        Workshop("w", "q", "Messung"),
        contributions=tuple(cards(amount)),
    )


def _known() -> dict[str, Catalogue]:
    known = {**catalogues.shipped()}
    known["action_field"] = known["quartier2030"]
    return known


def _cells(stream: io.BytesIO) -> dict[str, list[Sequence[object]]]:
    stream.seek(0)
    book = load_workbook(stream, read_only=True)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def _write(cells: dict[str, list[Sequence[object]]]) -> None:
    book = Workbook(write_only=True)
    for title, rows in cells.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(io.BytesIO())
