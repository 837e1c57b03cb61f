"""What people should know about the place where their workspace lies."""

from pathlib import Path

from quartierdesk.domain.storage import DiskKind, is_low
from quartierdesk.store.disks import free_bytes, sync_program

_PLACES: dict[DiskKind, str] = {
    "removable": "„{name}“ liegt auf einem Wechseldatenträger. Jeder Schritt wird dort langsamer"
    " gespeichert; bitte ziehen Sie den Stick erst ab, wenn die Datei geschlossen ist.",
    "network": "„{name}“ liegt auf einem Netzlaufwerk. Die Datei gehört solange Ihnen allein; reißt"
    " die Verbindung ab, ist der Schritt nicht gespeichert. Sicherer ist die Festplatte dieses"
    " Rechners.",
}


def of_place(path: Path, kind: DiskKind | None) -> tuple[str, ...]:
    """Return warnings about disk and folder of an open workspace, most urgent first."""
    free = free_bytes(path)
    found = []
    if free is not None and is_low(free):
        found.append(
            f"Auf dem Datenträger mit „{path.name}“ sind nur noch {free // 1_000_000} MB frei."
        )
    if kind in _PLACES:
        found.append(_PLACES[kind].format(name=path.name))
    program = sync_program(path)
    if program is not None:
        found.append(
            f"„{path.name}“ liegt in einem Ordner, den {program} abgleicht. Solange die Datei"
            " geöffnet ist, kann dort eine unvollständige Kopie entstehen; bitte öffnen Sie sie nie"
            " auf zwei Geräten zugleich."
        )
    return tuple(found)
