"""The trial of the Windows program under wine: `python3 dev.py windows-check`.

Everything lies in `build/windows`; what is made there is for this trial alone and never shipped.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from installer import windows_packages
from installer.environment import LOCK
from installer.project import BUILD, BuildError, Project, read_project
from installer.wine.bottle import Bottle
from installer.wine.installed import (
    install,
    program_folder,
    remove,
    require_that,
    use_portable,
    work,
)
from installer.wine.interpreter import make_stand_ins, prepare
from installer.wine.packages import INTERPRETER_LOCK, wheels
from installer.wine.screen import screen
from installer.wine.window import Desk, give_a_desktop, look_at, show_set_up, write_in_the_window

PLACE = BUILD / "windows"
PICTURES = PLACE / "bilder"
LARGEST_SETUP = 60_000_000
_NOISE = ("api-ms-win-", "Read access denied for device")


@contextmanager
def step(title: str) -> Iterator[None]:
    """Say what is being done and how long it took."""
    print(f"{title} …", flush=True)
    begun = time.monotonic()
    yield
    print(f"  in Ordnung ({time.monotonic() - begun:.0f} s)", flush=True)


@contextmanager
def windows(stand_ins: list[Path], display: str = "") -> Iterator[Bottle]:
    """Yield a fresh Windows and end it after the block.

    Not in the folder of the project: from its drive Z: one gets into all folders of the computer,
    and whatever looks through the project would look through those as well.
    """
    with TemporaryDirectory(prefix="quartierdesk-", ignore_cleanup_errors=True) as folder:
        bottle = Bottle.make(Path(folder) / "windows", stand_ins, display)
        try:
            yield bottle
        finally:
            bottle.end()


def freeze_in_windows(python: Path, stand_ins: list[Path]) -> tuple[Path, Path]:
    """Run the usual build with Python for Windows; return the program and its licences."""
    with windows(stand_ins) as builder:
        finished = builder.run(
            python, "build_installer.py", "--probe", variables={"PYTHONIOENCODING": "utf-8"}
        )
    (PLACE / "bauen.log").write_text(finished.told, "utf-8")
    if finished.code:
        said = [line for line in finished.told.splitlines() if not any(n in line for n in _NOISE)]
        raise BuildError("Das Bauen unter wine ist gescheitert:\n" + "\n".join(said[-40:]))
    return PLACE / "eingefroren/quartierdesk", PLACE / "papiere"


def pack(frozen: Path, papers: Path, project: Project) -> tuple[Path, Path]:
    """Return the set-up and the archive for a stick, made as those that are shipped."""
    target = PLACE / "probe"
    target.mkdir(exist_ok=True)
    setup = windows_packages.make_setup(frozen, papers, project, target)
    portable = windows_packages.make_portable_archive(frozen, papers, project, target)
    for made in (setup, portable):
        print(f"  {made.name}: {made.stat().st_size / 1_000_000:.1f} MB", flush=True)
    require_that(setup.stat().st_size <= LARGEST_SETUP, "Die Einrichtung ist größer als 60 MB.")
    return setup, portable


def try_out(bottle: Bottle, python: Path, packed: tuple[Path, Path], project: Project) -> None:
    """Do with set-up and archive what people do with them."""
    setup, portable = packed
    desk, payload = Desk(bottle, python), BUILD / "einrichtung"
    with step("Die Einrichtung zeigt sich auf Deutsch"):
        show_set_up(desk, setup, PICTURES)
    with step("Ohne Nachfrage einrichten"):
        install(bottle, setup, payload, project)
    with step("Die ganze Arbeit in einem Ordner mit Umlauten und Leerzeichen"):
        print(work(bottle, program_folder(bottle)), flush=True)
    with step("Eine Datei doppelt anklicken, schreiben, schließen, nachsehen"):
        write_in_the_window(desk, program_folder(bottle), PICTURES / "windows-erfassen.png")
    with step("Über die alte Fassung einrichten"):
        install(bottle, setup, payload, project)
    with step("Entfernen; Werkstätten und Einstellungen bleiben"):
        remove(bottle)
    with step("Vom Stick arbeiten, ohne etwas auf dem Computer zu lassen"):
        look_at(desk, use_portable(bottle, portable), PICTURES / "windows-stick.png")


def check() -> None:
    """Build, install, use and remove the program. BuildError: something did not go well."""
    project = read_project()
    with step("Python für Windows zusammensetzen"):
        wheels(LOCK, PLACE / "pakete")
        (interpreter,) = wheels(INTERPRETER_LOCK, PLACE / "interpreter")
        python = prepare(PLACE / "umgebung", interpreter, PLACE / "pakete")
        stand_ins = make_stand_ins(PLACE / "platzhalter")
    with step("Einfrieren und prüfen, wie unter Windows"):
        frozen, papers = freeze_in_windows(python, stand_ins)
    with step("Einrichtung und Archiv packen"):
        packed = pack(frozen, papers, project)
    with screen() as display, windows(stand_ins, display) as bottle:
        give_a_desktop(bottle)
        try_out(bottle, python, packed, project)


def main() -> int:
    """Run the trial and return the exit code."""
    try:
        check()
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    print(
        f"Unter wine geht alles; Bilder liegen in {PICTURES}. Was das nicht beweist, steht in"
        " docs/releasing.md."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
