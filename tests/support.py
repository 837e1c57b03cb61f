"""What tests need to start child processes."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def child_environment(**variables: str) -> dict[str, str]:
    """Return the environment for a child process of a test, with `variables` on top.

    The child finds the program without an installation, uses the home and the settings folder of
    the test, and gets an AssertionError for every network socket.
    """
    places = [str(ROOT / "tests" / "no_network"), str(ROOT)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(places), **variables}
