"""A screen nobody sees, in the system where it was built: pictures, and how long the window takes.

The screen is reached by its abstract socket, from every folder on this computer.
"""

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installer.debian.tree import Tree
from installer.project import BuildError

DISPLAY = ":97"
VARIABLES = {"DISPLAY": DISPLAY, "QT_QPA_PLATFORM": "xcb"}
PROJECT = "/root/QuartierDesk"
PYTHON = f"{PROJECT}/build/umgebung/bin/python"
_PATIENCE_S = 60.0
_DRAWN = 8
"""Colours of a screen on which there is a window; an empty one has one."""

_PICTURE = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
image = application.primaryScreen().grabWindow(0).toImage()
image.save(sys.argv[1])
sample = image.scaled(160, 90)
print(len({sample.pixel(x, y) for x in range(160) for y in range(90)}))
"""
_CPU = """
import os, signal, subprocess, sys, time
from pathlib import Path
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
screen = application.primaryScreen()
def shown():
    image = screen.grabWindow(0, 300, 300, 60, 60).toImage()
    return any(image.pixel(x, y) & 0xFFFFFF for x in range(0, 60, 6) for y in range(0, 60, 6))
def used(pid):
    tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6
end = time.monotonic() + 60
while shown():
    if time.monotonic() > end:
        sys.exit("an earlier window stays")
    time.sleep(0.05)
child = subprocess.Popen(sys.argv[1:])
end = time.monotonic() + 60
while not shown():
    if time.monotonic() > end or child.poll() is not None:
        sys.exit("no window came")
    time.sleep(0.002)
print(used(child.pid))
child.send_signal(signal.SIGKILL)
child.wait()
"""


@contextmanager
def screen(builder: Tree) -> Iterator[None]:
    """Have a screen for as long as it is needed."""
    # What a screen leaves that was killed would keep the next one from starting.
    left = f"/tmp/.X{DISPLAY[1:]}-lock /tmp/.X11-unix/X{DISPLAY[1:]}"
    start = f"exec Xvfb {DISPLAY} -screen 0 1366x768x24 -nolisten tcp"
    server = builder.start(f"rm -f {left}; {start}", "root", {})
    try:
        time.sleep(2)
        if server.poll() is not None:
            raise BuildError("Der Bildschirm ohne Gerät (Xvfb) lässt sich nicht starten.")
        yield
    finally:
        builder.end(server)


def settle() -> None:
    """Give the window the time to draw what was asked for."""
    time.sleep(3)


def picture(builder: Tree, target: Path) -> int:
    """Save what is on the screen and return how many colours it has, coarsely."""
    told = builder.run(f"{PYTHON} -c '{_PICTURE}' /tmp/bild.png", variables=VARIABLES)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes((builder.root / "tmp/bild.png").read_bytes())
    return int(told.split()[-1])


@contextmanager
def window(builder: Tree, system: Tree, command: str, user: str, target: Path) -> Iterator[None]:
    """Start a program with a window, wait until it is seen, keep a picture, and end it at last."""
    if picture(builder, target) >= _DRAWN:
        raise BuildError(f"Ein früheres Fenster steht noch auf dem Bildschirm: {target}")
    program = system.start(command, user, VARIABLES)
    try:
        end = time.monotonic() + _PATIENCE_S
        colours = 0
        while colours < _DRAWN:
            if program.poll() is not None or time.monotonic() > end:
                raise BuildError(f"Es erscheint kein Fenster: {command}")
            time.sleep(1)
            colours = picture(builder, target)
        time.sleep(2)
        picture(builder, target)
        yield
    finally:
        system.end(program)


def start_ratio(builder: Tree, rounds: int = 9) -> tuple[float, float]:
    """Return the CPU in ms until the window is seen, frozen and from source, in turns (medians)."""
    commands = {
        "frozen": f"{PROJECT}/build/eingefroren/quartierdesk/quartierdesk",
        "source": f"{PYTHON} -m quartierdesk",
    }
    (builder.root / "tmp/start").mkdir(exist_ok=True)
    (builder.root / "tmp/start/settings.json").write_text("{}", "utf-8")
    variables = {
        **VARIABLES,
        "QUARTIERDESK_CONFIG": "/tmp/start",
        "PYTHONPATH": PROJECT,
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            told = builder.run(f"{PYTHON} -c '{_CPU}' {command}", variables=variables)
            if number:  # the first round compiles and fills the caches
                times[name].append(float(told.split()[-1]))
    return statistics.median(times["frozen"]), statistics.median(times["source"])
