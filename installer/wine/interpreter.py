"""Python for Windows from its parts: its libraries, the standard library, the packages.

The libraries come from a wheel that carries them, the modules in Python from the interpreter that
runs this. Fit for a trial only: a shipped build uses the Python that python.org hands out.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

from installer.environment import require, run
from installer.freezing import STAND_INS
from installer.project import MATERIAL, BuildError
from installer.wine.packages import install

_SOURCES = MATERIAL / "wine/material"
_COMPILER = "x86_64-w64-mingw32-gcc"
_DUMP = "x86_64-w64-mingw32-objdump"
_NEEDLESS = shutil.ignore_patterns(
    *("__pycache__", "lib-dynload", "site-packages", "dist-packages", "config-3*", "*.so", "test"),
    *("idlelib", "tkinter", "turtledemo", "lib2to3", "ensurepip", "pydoc_data"),
)
_EXPORTED = re.compile(r"^\t\[ *\d+\] (\w+)$", re.M)
_BESIDE_THE_PROGRAM = ("python311.dll", "VCRUNTIME140.dll")


def prepare(place: Path, wheel: Path, packages: Path) -> Path:
    """Return the python.exe in `place` with the wheels in the folder `packages` installed.

    What was put together before from the same parts is used again.
    """
    stamp = place / "eingerichtet.txt"
    made_by = (Path(__file__), _SOURCES / "python.c", _SOURCES / "python3.c")
    parts = [wheel.name, (packages / "pakete.lock").read_text("utf-8")]
    parts += [path.read_text("utf-8") for path in made_by]
    wanted = f"{sys.version}\n{hashlib.sha256(repr(parts).encode()).hexdigest()}\n"
    if not stamp.is_file() or stamp.read_text("utf-8") != wanted:
        python = assemble(place, wheel)
        install(packages, python.parent / "Lib/site-packages")
        stamp.write_text(wanted, "utf-8")
    return place / "python.exe"


def assemble(place: Path, wheel: Path) -> Path:
    """Put Python for Windows together in the folder `place` and return its python.exe.

    `wheel` carries its libraries. BuildError: the running Python is not 3.11, or a compiler is
    missing.
    """
    if sys.version_info[:2] != (3, 11):
        raise BuildError("Die Probe für Windows braucht Python 3.11, mit dem sie gestartet wird.")
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(sysconfig.get_path("stdlib"), place / "Lib", ignore=_NEEDLESS)
    _unpack_libraries(wheel, place)
    _compile("python.c", place / "python.exe", "-municode")
    _forward(place / "python311.dll", place / "python3.dll")
    return place / "python.exe"


def make_stand_ins(folder: Path) -> list[Path]:
    """Make the libraries of Windows that wine lacks; they belong to the system, never to us."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name in STAND_INS:
        _compile(f"{Path(name).stem}.c", folder / name, "-shared", "-ladvapi32")
        made.append(folder / name)
    return made


def _unpack_libraries(wheel: Path, place: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        for entry in packed.infolist():
            folder, _, name = entry.filename.rpartition("/")
            if folder != "deploy_libs" or name.startswith(("api-ms-", "tcl86", "tk86", "_tkinter")):
                continue
            target = place / name if name in _BESIDE_THE_PROGRAM else place / "DLLs" / name
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(packed.read(entry))


def _compile(source: str, target: Path, *options: str | Path) -> None:
    compiler = require(_COMPILER, "gcc-mingw-w64-x86-64")
    run([compiler, "-O2", "-s", "-o", target, _SOURCES / source, *options])


def _forward(library: Path, target: Path) -> None:
    """Make the library for programs that do not care which Python 3 it is."""
    definition = target.with_suffix(".def")
    names = exported_names(library)
    lines = [f'  {name}="{library.stem}.{name}"' for name in names]
    definition.write_text("\n".join([f"LIBRARY {target.name}", "EXPORTS", *lines, ""]), "utf-8")
    _compile("python3.c", target, "-shared", definition)
    definition.unlink()


def exported_names(library: Path) -> list[str]:
    """Return the names that a library of Windows offers to others."""
    asked = subprocess.run(
        [require(_DUMP, "binutils-mingw-w64-x86-64"), "-p", library],
        check=True,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    _, _, table = asked.stdout.partition("[Ordinal/Name Pointer] Table")
    return _EXPORTED.findall(table.partition("\n\n")[0])
