"""Windows: a set-up for one person by NSIS, and a portable archive for a stick."""

import shutil
import zipfile
from pathlib import Path

from installer.environment import require, run
from installer.freezing import refuse_stand_ins
from installer.project import APP_ICONS, BUILD, MATERIAL, NAME, Project

_FILES = MATERIAL / "windows"
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
            "-XTarget amd64-unicode",
            f"-DTARGET={setup}",
            f"-DPAYLOAD={payload}",
            f"-DVERSION={project.version}",
            f"-DICON={APP_ICONS / 'quartierdesk.ico'}",
            _FILES / "setup.nsi",
        ]
    )
    return setup


def make_portable_archive(frozen: Path, papers: Path, project: Project, target: Path) -> Path:
    """Make the archive for a stick: settings and workspaces stay beside the program."""
    payload = _payload(frozen, papers, BUILD / "tragbar")
    shutil.copyfile(_FILES / PORTABLE_MARK, payload / PORTABLE_MARK)
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
