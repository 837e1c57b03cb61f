"""The smoke test: the frozen program does the whole main job in a foreign, awkward folder."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from installer.project import BuildError, Project

_TIME_LIMIT_S = 600


def command_line(frozen: Path) -> Path:
    """Return the program that prints, in the folder of a frozen program."""
    return frozen / ("quartierdesk-cli.exe" if sys.platform == "win32" else "quartierdesk")


def smoke(frozen: Path, project: Project) -> None:
    """Move the program to a folder with umlauts and blanks and let it test itself there.

    BuildError: it says another version, or a part of the main job failed.
    """
    with tempfile.TemporaryDirectory(prefix="Prüfung ä ß ") as folder:
        place = Path(folder) / "Programme für Bürger" / frozen.name
        shutil.copytree(frozen, place, symlinks=True)
        program = command_line(place)
        told = _answer([program, "--version"], Path(folder))
        if project.version not in told:
            raise BuildError(f"Das eingefrorene Programm nennt eine andere Fassung: {told}")
        work = Path(folder) / "Werkstätten vom Dorf"
        work.mkdir()
        print(_answer([program, "selftest", "--folder", work], work), flush=True)


def _answer(command: list[str | Path], folder: Path) -> str:
    surroundings = {
        **os.environ,
        "QUARTIERDESK_CONFIG": str(folder / "Einstellungen"),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    }
    for name in ("PYTHONPATH", "PYTHONHOME"):
        surroundings.pop(name, None)
    # Not a pipe: what the system starts beside the program may hold it open for ever.
    with tempfile.TemporaryFile() as printed:
        finished = subprocess.run(
            command,
            check=False,
            cwd=folder,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.STDOUT,
            timeout=_TIME_LIMIT_S,
        )
        printed.seek(0)
        told = printed.read().decode("utf-8", "replace").replace("\r\n", "\n")
    if finished.returncode:
        raise BuildError(
            f"Das eingefrorene Programm ist gescheitert ({finished.returncode}):\n{told}"
        )
    return told
