"""An environment with exactly what is shipped, and PyInstaller; nothing a developer needs else."""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path

from installer.project import BUILD, ROOT, BuildError

LOCK = ROOT / "requirements-build.lock"


def build_python() -> Path:
    """Return the interpreter of the build environment, after making it where necessary."""
    place = BUILD / "umgebung"
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = place / "eingerichtet.txt"
    wanted = f"{sys.version}\n{hashlib.sha256(LOCK.read_bytes()).hexdigest()}\n"
    if python.exists() and stamp.exists() and stamp.read_text("utf-8") == wanted:
        return python
    print("Die Umgebung zum Bauen wird angelegt …", flush=True)
    venv.create(place, clear=True, with_pip=True)
    pip: list[str | Path] = [
        python,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--quiet",
        "--no-input",
    ]
    run([*pip, "install", "--require-hashes", "--only-binary", ":all:", "-r", LOCK])
    stamp.write_text(wanted, "utf-8")
    return python


def run(
    command: Sequence[str | Path],
    *,
    folder: Path = ROOT,
    variables: Mapping[str, str] | None = None,
) -> None:
    """Run a step of the build. BuildError: it failed; its own words stand above."""
    finished = subprocess.run(
        command,
        check=False,
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1", **(variables or {})},
        stdin=subprocess.DEVNULL,
    )
    if finished.returncode:
        words = " ".join(str(word) for word in command[:4])
        raise BuildError(f"Der Schritt „{words} …“ ist gescheitert ({finished.returncode}).")


def require(program: str, package: str) -> str:
    """Return where `program` is. BuildError: it is missing; the Debian package is named."""
    found = shutil.which(program)
    if found is None:
        raise BuildError(
            f"Das Programm „{program}“ fehlt. Bitte installieren Sie das Paket „{package}“."
        )
    return found
