"""Where the program's own files lie and where it keeps what belongs to this installation."""

import os
import sys
from pathlib import Path


def resources() -> Path:
    """Return the folder with fonts, icons, translations, catalogues and the sample workshop."""
    return _shipped("resources")


def change_log() -> Path:
    """Return the file that tells what is new in each version."""
    return resources().parent / "CHANGELOG.md"


def forms() -> Path:
    """Return the folder with the forms of the window (Qt Designer, `.ui`)."""
    return _shipped("forms")


def _shipped(name: str) -> Path:
    """Return a shipped folder: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / name
    return inside if inside.is_dir() else package.parent / name


def config_folder() -> Path:
    """Return the folder for settings and the identity of this installation.

    `QUARTIERDESK_CONFIG` overrides the usual place, and so does portable use from a stick. The
    folder need not exist yet.
    """
    chosen = os.environ.get("QUARTIERDESK_CONFIG")
    if chosen:
        return Path(chosen)
    portable = portable_folder()
    if portable is not None:
        return portable / "Einstellungen"
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData/Roaming") / "QuartierDesk"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/QuartierDesk"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "quartierdesk"


def portable_folder() -> Path | None:
    """Return the folder beside the program that keeps everything in portable use, else None.

    Portable is a frozen program that has the file `tragbar.txt` beside it.
    """
    if not getattr(sys, "frozen", False):
        return None
    program = Path(sys.executable).resolve().parent
    return program / "Daten" if (program / "tragbar.txt").is_file() else None
