"""Windows: a set-up for one person by NSIS, and a portable archive for a stick."""

import shutil
import sys
import zipfile
from pathlib import Path

from installer.environment import require, run
from installer.freezing import refuse_stand_ins
from installer.project import APP_ICONS, BUILD, MATERIAL, NAME, Project

_FILES = MATERIAL / "windows"
# The NSIS of Debian makes set-ups of 64 bits, which wine can run without 32-bit libraries. The one
# for Windows makes those of 32 bits, which every Windows runs.
_TARGET = () if sys.platform == "win32" else ("-XTarget amd64-unicode",)
PORTABLE_MARK = "tragbar.txt"
"""The file beside the program that makes it keep everything in its own folder."""


def make_setup(frozen: Path, papers: Path, project: Project, target: Path) -> Path:
    """Make the set-up from the frozen program and the folder with its licences."""
    payload = _payload(frozen, papers, BUILD / "einrichtung")
    setup = target / f"{NAME}-Setup-{project.version}.exe"
    run(
        [
            require("makensis", "nsis"),
            "-V2",
            *_TARGET,
            f"-DTARGET={setup}",
            f"-DPAYLOAD={payload}",
            f"-DVERSION={project.version}",
            f"-DICON={APP_ICONS / 'quartierdesk.ico'}",
            f"-DPICTURE={_FILES / 'einrichtung.bmp'}",
            _FILES / "setup.nsi",
        ]
    )
    return setup


def make_portable_archive(frozen: Path, papers: Path, project: Project, target: Path) -> Path:
    """Make the archive for a stick: settings and workspaces stay beside the program."""
    payload = _payload(frozen, papers, BUILD / "tragbar")
    # With the ends of lines and the mark that every notepad of Windows understands.
    text = (_FILES / PORTABLE_MARK).read_text("utf-8")
    (payload / PORTABLE_MARK).write_text(text, "utf-8-sig", newline="\r\n")
    archive = target / f"{NAME}-{project.version}-tragbar.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(payload.rglob("*")):
            if path.is_file():
                packed.write(path, Path(NAME) / path.relative_to(payload))
    return archive


def _payload(frozen: Path, papers: Path, folder: Path) -> Path:
    refuse_stand_ins(frozen)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(frozen, folder)
    shutil.copytree(papers, folder / "Lizenzen")
    return folder
