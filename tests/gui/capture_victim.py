"""A window in which somebody captures until its process is killed; each success is noted down."""

import itertools
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.gui.capture_desk import capture_page
from tests.gui.keyboard import press, type_text
from tests.gui.opening import open_window, settle, wait_until
from tests.support import child_environment

CAN_FORK = hasattr(os, "fork")

STORED, TYPED = "stored ", "typed "


class Victims:
    """Starts windows in processes of their own; what they need is loaded once."""

    def __init__(self, server: "subprocess.Popen[str]") -> None:
        self._server = server

    def start(self, file: Path, notes: Path, tag: str) -> int:
        """Start a window; what it confirms stands line by line in `notes`. Return its process."""
        assert self._server.stdin
        assert self._server.stdout
        print(json.dumps([str(file), str(notes), tag]), file=self._server.stdin, flush=True)
        return int(self._server.stdout.readline())

    def kill(self, process: int) -> None:
        """End a process without any warning to it, and wait until it is gone."""
        os.kill(process, signal.SIGKILL)
        wait_until(lambda: not _runs(process), "the end of the process")


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@contextmanager
def victims() -> Iterator[Victims]:
    """Yield a starter of windows that are to be killed."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.gui.capture_victim"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=child_environment(QT_QPA_PLATFORM="offscreen"),
    ) as server:
        yield Victims(server)


def _serve() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        file, notes, tag = json.loads(line)
        child = os.fork()
        if child == 0:
            _capture(Path(file), Path(notes), tag)
        print(child, flush=True)


def _capture(file: Path, notes: Path, tag: str) -> None:
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    window = open_window(file)
    page = capture_page(window)
    page.line.fill("")
    handle = os.open(notes, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for number in itertools.count():
        text = f"{tag} {number} Bänke für „alle“"
        type_text(page.line, text)
        if number % 3 == 2:
            page.keep_drafts()
            settle(window)
            os.write(handle, f"{TYPED}{text}\n".encode())
            type_text(page.line, " und noch mehr")
            text += " und noch mehr"
        press(Qt.Key.Key_Return)
        wait_until(lambda: not page.line.line, "the empty line")
        os.write(handle, f"{STORED}{text}\n".encode())


if __name__ == "__main__":
    _serve()
