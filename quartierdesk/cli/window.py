"""Opening the window; where there is no screen, the sample is written instead."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def open_window(options: Mapping[str, object]) -> int:
    """Open the window, with the file that was named, and return when it is closed."""
    file = options.get("file")
    if not _has_screen():
        return _without_screen(file is not None)
    from quartierdesk.app import run

    return run([], Path(str(file)) if file is not None else None)


def _has_screen() -> bool:
    """Return whether there is something to draw a window on."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _without_screen(with_file: bool) -> int:
    from quartierdesk.cli.options import Options, say

    if with_file:
        say(
            "Hier gibt es keinen Bildschirm für das Fenster. Ohne Fenster geht alles mit Befehlen;"
            " „quartierdesk -h“ nennt sie."
        )
        return 1
    from quartierdesk.cli.headless import show_sample

    say("Hier gibt es keinen Bildschirm für das Fenster, deshalb entsteht das Beispiel als Datei.")
    return show_sample(Options({}))
