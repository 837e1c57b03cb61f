"""A screen that nobody looks at, and pictures of what is on it."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installer.environment import require, run
from installer.project import BuildError

WIDTH, HEIGHT = 1440, 900
"""A little more than the window is at first, so that its frame is in the picture."""


@contextmanager
def screen() -> Iterator[str]:
    """Yield the name of a screen ; it goes with the block."""
    heard, told = os.pipe()
    size = f"{WIDTH}x{HEIGHT}x24"
    server = subprocess.Popen(
        [
            require("Xvfb", "xvfb"),
            "-displayfd",
            str(told),
            "-screen",
            "0",
            size,
            "-nolisten",
            "tcp",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(told,),
    )
    os.close(told)
    try:
        with os.fdopen(heard, "rb") as stream:
            number = stream.readline().decode().strip()
        if not number:
            raise BuildError("Der Bildschirm für die Probe (Xvfb) ließ sich nicht öffnen.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def take_picture(display: str, target: Path) -> None:
    """Save what is on the screen as a PNG, without the empty desktop around it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    program = require("import", "imagemagick")
    run(
        [program, "-silent", "-window", "root", "-trim", "+repage", "-strip", target],
        variables={"DISPLAY": display},
    )


def press(display: str, *keys: str) -> None:
    """Press keys, named as X names them."""
    run([require("xdotool", "xdotool"), "key", *keys], variables={"DISPLAY": display})


def type_text(display: str, text: str) -> None:
    """Type a text."""
    typing = ["type", "--delay", "40", text]
    run([require("xdotool", "xdotool"), *typing], variables={"DISPLAY": display})
