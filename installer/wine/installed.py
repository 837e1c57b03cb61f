"""What a person at a Windows laptop does with the set-up: install, work, install anew, remove."""

import os
import shutil
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from installer.project import BuildError, Project
from installer.wine.bottle import Bottle, of_windows

_KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\QuartierDesk"
_CLASS = "HKCU\\Software\\Classes\\.quartier"
_PATIENCE_S = 60
_UNPROTECTED = b"SQLite format 3\0"


def require_that(condition: object, sentence: str) -> None:
    """Raise BuildError with `sentence` if `condition` does not hold."""
    if not condition:
        raise BuildError(sentence)


def wait_until(condition: Callable[[], bool], sentence: str) -> None:
    """Wait for `condition`. BuildError with `sentence`: it did not come true in a minute."""
    for _ in range(_PATIENCE_S * 2):
        if condition():
            return
        time.sleep(0.5)
    raise BuildError(sentence)


def program_folder(bottle: Bottle) -> Path:
    """Return where the set-up puts the program when nobody says otherwise."""
    return bottle.home / "AppData/Local/Programs/QuartierDesk"


def install(bottle: Bottle, setup: Path, payload: Path, project: Project) -> None:
    """Install without a question and compare what came with what was packed."""
    folder = program_folder(bottle)
    bottle.must(of_windows(setup), "/S")
    require_that(
        _names(folder) == _names(payload) | {Path("Uninstall.exe")},
        "Nach der Einrichtung liegen andere Dateien da als im Paket.",
    )
    told = bottle.must("reg", "query", _KEY)
    require_that(project.version in told, "Windows kennt das eingerichtete Programm nicht.")
    require_that(_start_menu(bottle).is_file(), "Im Startmenü steht das Programm nicht.")
    require_that(
        bottle.run("reg", "query", _CLASS).code == 0, "Werkstätten sind nicht mit ihm verknüpft."
    )


def work(bottle: Bottle, program: Path) -> str:
    """Let the program in the folder `program` do the whole main job in a foreign folder."""
    folder = bottle.drive / "Bürgerbüro Weiler ß" / "Werkstätten vom Dorf"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    told = bottle.must(
        of_windows(program / "quartierdesk-cli.exe"),
        *("selftest", "--folder", "."),
        folder=folder,
        variables={"QT_QPA_PLATFORM": "offscreen"},
    )
    check_results(folder)
    return told


def check_results(folder: Path) -> None:
    """Look, from outside, at the files that the test of the program has left in `folder`."""
    require_that(
        (folder / "Prüfung.pdf").read_bytes().startswith(b"%PDF-"), "Das Protokoll ist kein PDF."
    )
    require_that(
        zipfile.is_zipfile(folder / "Prüfung.xlsx"), "Die Arbeitsmappe ist keine Arbeitsmappe."
    )
    for name in ("Hin.qdpaket", "Zurück.qdpaket", "Tisch.quartier"):
        require_that((folder / name).is_file(), f"„{name}“ fehlt.")
    start = (folder / "Prüfung.quartier").read_bytes()[: len(_UNPROTECTED)]
    require_that(start and start != _UNPROTECTED, "Die Datei ist nicht verschlüsselt.")


def remove(bottle: Bottle) -> None:
    """Remove the program without a question: what people have made stays, nothing else does."""
    folder = program_folder(bottle)
    beside = folder / "Unser Dorf.quartier"
    beside.write_bytes(b"Werkstatt")
    settings = bottle.home / "AppData/Roaming/QuartierDesk"
    require_that(any(settings.iterdir()), "Das Programm hat keine Einstellungen hinterlassen.")
    kept = _names(settings)
    bottle.must(of_windows(folder / "Uninstall.exe"), "/S")
    wait_until(
        lambda: _names(folder) == {Path(beside.name)},
        "Nach dem Entfernen ist vom Programm etwas übrig, oder die Werkstatt daneben fehlt.",
    )
    require_that(_names(settings) == kept, "Das Entfernen hat Einstellungen gelöscht.")
    for key in (_KEY, _CLASS, "HKCU\\Software\\QuartierDesk"):
        require_that(bottle.run("reg", "query", key).code, f"In der Registrierung bleibt {key}.")
    require_that(not _start_menu(bottle).exists(), "Im Startmenü steht das Programm noch.")


def use_portable(bottle: Bottle, archive: Path) -> Path:
    """Unpack the archive on a stick of its own, work there, and return the folder of the program.

    BuildError: it leaves something on the computer, or nothing beside itself.
    """
    stick = bottle.folder / "stick"
    shutil.rmtree(stick, ignore_errors=True)
    stick.mkdir()
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(stick)
    program = stick / "QuartierDesk"
    before = _names(bottle.home)
    work(bottle, program)
    # The test of the program leaves the settings of a person alone; making a file does not.
    command_line = of_windows(program / "quartierdesk-cli.exe")
    bottle.must(command_line, "demo", "Dorf.quartier", folder=stick)
    require_that((program / "Daten/Einstellungen").is_dir(), "Neben dem Programm liegt nichts.")
    left = {name for name in _names(bottle.home) - before if "Temp" not in name.parts}
    require_that(not left, f"Die tragbare Fassung lässt etwas zurück: {sorted(left)[:3]}")
    return program


def _start_menu(bottle: Bottle) -> Path:
    programs = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
    return bottle.home / programs / "QuartierDesk.lnk"


def _names(folder: Path) -> set[Path]:
    # Not Path.rglob: that stumbles over folders which are just being removed.
    return {
        Path(place, name).relative_to(folder)
        for place, _, names in os.walk(folder)
        for name in names
    }
