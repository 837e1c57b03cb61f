"""Freezing: the program, its interpreter and its libraries in one folder."""

import shutil
import sys
from ast import literal_eval
from datetime import UTC, datetime
from pathlib import Path

from installer.environment import build_python, run
from installer.project import BUILD, MATERIAL, NAME, ROOT, BuildError, Project

WORK = BUILD / "einfrieren"
FROZEN = BUILD / "eingefroren"


def freeze(project: Project, python: Path | None = None) -> Path:
    """Freeze the program and return its folder; `python` has PyInstaller and all libraries.

    BuildError: PyInstaller failed, or something is in the folder that must not be shipped.
    """
    shutil.rmtree(FROZEN, ignore_errors=True)
    variables = {"QUARTIERDESK_ROOT": str(ROOT), "QUARTIERDESK_VERSION": project.version}
    if sys.platform == "win32":
        variables["QUARTIERDESK_VERSION_FILE"] = str(_version_file(project))
    run(
        [
            python or build_python(),
            "-m",
            "PyInstaller",
            "--noconfirm",
            "--log-level=WARN",
            f"--distpath={FROZEN}",
            f"--workpath={WORK}",
            MATERIAL / "quartierdesk.spec",
        ],
        variables={**variables, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": _day(project)},
    )
    folder = FROZEN / "quartierdesk"
    refuse_stand_ins(folder)
    return folder


def refuse_stand_ins(folder: Path) -> None:
    """Raise BuildError if a library is there that only a trial build under wine needs."""
    found = [path.name for path in folder.rglob("*") if path.name.casefold() == "icuuc.dll"]
    if found:
        raise BuildError(
            "icuuc.dll ist ein Platzhalter für Versuche und darf nicht ausgeliefert werden."
        )


def entries(work: Path = WORK) -> list[tuple[str, Path]]:
    """Return name and origin of everything that was frozen, modules and files alike."""
    found: list[tuple[str, Path]] = []
    for report in sorted(work.rglob("*.toc")):
        if report.name.startswith(("PYZ-", "COLLECT-")):
            tree = literal_eval(report.read_text("utf-8"))
            rows = tree[1] if report.name.startswith("PYZ-") else tree[0]
            # A link leads to a file that is listed itself.
            found += [
                (name, Path(origin))
                for name, origin, kind in rows
                if kind != "SYMLINK" and origin not in ("-", "")
            ]
    return found


def _day(project: Project) -> str:
    moment = datetime.strptime(project.released, "%Y-%m-%d").replace(tzinfo=UTC)
    return str(int(moment.timestamp()))


def _version_file(project: Project) -> Path:
    """Write what Windows shows about the program among the properties of the file."""
    numbers = ", ".join([*project.version.split("."), "0"][:4])
    facts = {
        "CompanyName": NAME,
        "FileDescription": NAME,
        "FileVersion": project.version,
        "LegalCopyright": project.licence,
        "ProductName": NAME,
        "ProductVersion": project.version,
    }
    strings = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in facts.items())
    text = (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers=({numbers}), prodvers=({numbers})), kids=["
        f"StringFileInfo([StringTable('040704B0', [{strings}])]),"
        " VarFileInfo([VarStruct('Translation', [0x0407, 1200])])])\n"
    )
    BUILD.mkdir(parents=True, exist_ok=True)
    target = BUILD / "fassung.txt"
    target.write_text(text, "utf-8")
    return target
