"""Which Debian packages the frozen program needs beside what it brings along."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from installer.environment import require
from installer.project import BuildError

_ALWAYS = ("xkb-data",)
"""What no library asks for: the tables of the keyboard."""

_NEEDED = re.compile(r"^\s*NEEDED\s+(\S+)", re.M)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")
_CACHED = re.compile(r"^\s*(\S+) \(libc6,x86-64.*=> (\S+)", re.M)


def packages_needed(folder: Path) -> list[str]:
    """Return the terms of `Depends` for the program in `folder`, as the linker would look.

    BuildError: a library is neither there nor on this system, or belongs to no package.
    """
    wanted: set[str] = set()
    newest = (2, 17)
    for library in _libraries(folder):
        told = _told_about(library)
        wanted |= set(_NEEDED.findall(told))
        newest = max([newest, *((int(a), int(b)) for a, b in _GLIBC.findall(told))])
    wanted -= {path.name for path in folder.rglob("*")}
    places = _places_of_libraries()
    packages = {_package_of(name, places) for name in sorted(wanted)} - {"libc6"}
    return [f"libc6 (>= {newest[0]}.{newest[1]})", *sorted(packages | set(_ALWAYS))]


def _libraries(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as stream:
                if stream.read(4) == b"\x7fELF":
                    yield path


def _told_about(library: Path) -> str:
    asked = [require("objdump", "binutils"), "-p", str(library)]
    return subprocess.run(asked, check=True, capture_output=True, encoding="utf-8").stdout


def _places_of_libraries() -> dict[str, str]:
    asked = ["/sbin/ldconfig", "-p"]
    told = subprocess.run(asked, check=True, capture_output=True, encoding="utf-8").stdout
    return dict(_CACHED.findall(told))


def _package_of(name: str, places: dict[str, str]) -> str:
    if name not in places:
        raise BuildError(f"Die Bibliothek „{name}“ fehlt im Programm und auf diesem System.")
    # Both names of a folder that Debian has merged: the database knows only one of them.
    short = places[name].removeprefix("/usr")
    for place in (short, f"/usr{short}"):
        asked = subprocess.run(
            ["dpkg", "-S", place], check=False, capture_output=True, encoding="utf-8"
        )
        if asked.returncode == 0:
            return asked.stdout.partition(":")[0]
    raise BuildError(f"Die Bibliothek „{name}“ gehört zu keinem Paket dieses Systems.")
