"""The packages for Windows: those of the lock for building, and the one with the interpreter."""

import hashlib
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from installer.environment import run
from installer.project import MATERIAL

INTERPRETER_LOCK = MATERIAL / "wine/material/interpreter.lock"
_CONDITION = re.compile(r" ; sys_platform == '(\w+)'")


def for_windows(lock: str) -> str:
    """Return the text of a lock with what Windows needs, without conditions.

    pip judges conditions by the system it runs on, not by the one it loads packages for.
    """
    return "".join(_lines_for_windows(lock))


def _lines_for_windows(lock: str) -> Iterator[str]:
    wanted = True
    for line in lock.splitlines(keepends=True):
        if line[:1].isalnum():
            only = _CONDITION.search(line)
            wanted = only is None or only[1] == "win32"
        if wanted:
            yield _CONDITION.sub("", line)


def wheels(lock: Path, folder: Path) -> list[Path]:
    """Return the wheels that the file `lock` names, loaded into `folder`.

    pip checks them against the hashes in it. What was loaded before for the same text is used
    again. BuildError: pip failed.
    """
    text = for_windows(lock.read_text("utf-8"))
    stamp = folder / "geladen.txt"
    wanted = hashlib.sha256(text.encode()).hexdigest()
    if not stamp.is_file() or stamp.read_text("utf-8") != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "pakete.lock").write_text(text, "utf-8")
        _load(folder)
        stamp.write_text(wanted, "utf-8")
    return sorted(folder.glob("*.whl"))


def install(folder: Path, place: Path) -> None:
    """Install what was loaded into `folder` for a Python for Windows whose packages lie in `place`.

    The hashes are checked once more. BuildError: pip failed.
    """
    quiet = ["--no-compile", "--no-index", "--root-user-action=ignore"]
    run([*_pip("install", folder), *quiet, "--target", place])


def _load(folder: Path) -> None:
    print(f"Pakete für Windows werden nach „{folder}“ geladen …", flush=True)
    run([*_pip("download", folder), "--dest", folder])


def _pip(verb: str, folder: Path) -> list[str | Path]:
    quiet = ["--disable-pip-version-check", "--quiet", "--no-input"]
    of_windows = ["--platform", "win_amd64", "--python-version", "3.11", "--only-binary", ":all:"]
    lock: list[str | Path] = [
        "--require-hashes",
        "-r",
        folder / "pakete.lock",
        "--find-links",
        folder,
    ]
    return [sys.executable, "-m", "pip", *quiet, verb, "--no-deps", *of_windows, *lock]
