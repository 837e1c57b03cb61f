"""Freeze the program and make what installs it on this system: `python3 build_installer.py`.

Needs Python itself and, once, the package registry; PyInstaller comes into `build/umgebung`. Where
the system lacks something, it is installed or named, as by `dev.py`. What is made lies in `dist/`,
with licences, list of parts and checksums.
"""

import argparse
import io
import json
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from dev import SYSTEM_NEEDS, SetupError, require_system
from installer import linux_packages, mac_packages, windows_packages
from installer.environment import build_python, run
from installer.freezing import FROZEN, freeze, refuse_trial
from installer.inside import Component
from installer.needs import BUILD_NEEDS
from installer.papers import (
    refuse_unlisted,
    write_bill_of_materials,
    write_checksums,
    write_licences,
)
from installer.project import BUILD, DIST, BuildError, Project, read_project
from installer.smoke import smoke

Maker = Callable[[Path, Path, Project, Path], Path]
MAKERS: dict[str, tuple[Maker, ...]] = {
    "linux": (linux_packages.make_debian_package, linux_packages.make_portable_archive),
    "win32": (windows_packages.make_setup, windows_packages.make_portable_archive),
    "darwin": (mac_packages.make_disk_image,),
}


def parts_inside(python: Path) -> list[Component]:
    """Return the components of the frozen program, as its own interpreter `python` sees them."""
    told = BUILD / "bestandteile.json"
    run([python, "-m", "installer.inspect_frozen", told])
    return [
        Component(**{**part, "texts": tuple(Path(text) for text in part["texts"])})
        for part in json.loads(told.read_text("utf-8"))
    ]


def write_papers(project: Project, python: Path) -> Path:
    """Write licences and list of parts into a folder of their own and return it."""
    folder = BUILD / "papiere"
    shutil.rmtree(folder, ignore_errors=True)
    parts = parts_inside(python)
    write_licences(folder, parts)
    bill = folder / "bestandteile.cdx.json"
    write_bill_of_materials(bill, project, parts)
    refuse_unlisted(FROZEN / "quartierdesk", bill)
    return folder


def build_frozen(project: Project, python: Path) -> tuple[Path, Path]:
    """Freeze with the interpreter `python` and test; return the program and its licences."""
    frozen = freeze(project, python)
    papers = write_papers(project, python)
    smoke(frozen, project)
    return frozen, papers


def build(*, with_packages: bool) -> None:
    """Freeze, test and pack."""
    project = read_project()
    frozen, papers = build_frozen(project, build_python())
    if not with_packages:
        return
    refuse_trial(frozen)
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir()
    for make in MAKERS[sys.platform]:
        made = make(frozen, papers, project, DIST)
        print(f"{made.name}: {made.stat().st_size / 1_000_000:.1f} MB", flush=True)
    shutil.copyfile(papers / "bestandteile.cdx.json", DIST / "bestandteile.cdx.json")
    print(f"Prüfsummen: {write_checksums(DIST)}")


def speak_every_alphabet() -> None:
    """Let a sentence be printed whatever the screen can show; Windows knows few letters there."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for and return the exit code."""
    speak_every_alphabet()
    parser = argparse.ArgumentParser(description="Baut das Programm zum Verteilen.")
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--smoke", action="store_true", help="prüft das zuletzt eingefrorene Programm noch einmal"
    )
    group.add_argument(
        "--nur-einfrieren", action="store_true", help="friert ein und prüft, packt aber nicht"
    )
    group.add_argument(
        "--probe",
        action="store_true",
        help="friert mit diesem Python ein und packt nicht (dev.py windows-check)",
    )
    chosen = parser.parse_args(arguments)
    try:
        if chosen.smoke:
            smoke(FROZEN / "quartierdesk", read_project())
        elif chosen.probe:
            build_frozen(read_project(), Path(sys.executable))
        else:
            require_system((*SYSTEM_NEEDS, *BUILD_NEEDS))
            build(with_packages=not chosen.nur_einfrieren)
    except (BuildError, SetupError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
