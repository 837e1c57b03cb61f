"""Freezing: the program, its interpreter and its libraries in one folder."""

import shutil
import sys
from ast import literal_eval
from datetime import UTC, datetime
from pathlib import Path

from installer.environment import run
from installer.project import BUILD, MATERIAL, NAME, ROOT, BuildError, Project

WORK = BUILD / "einfrieren"
FROZEN = BUILD / "eingefroren"
STAND_INS = ("icuuc.dll", "bcryptprimitives.dll")
"""Libraries of Windows that a trial under wine has to replace; never a part of the program."""
MARK = b"QuartierDesk stand-in: "
"""What every file in it says that was made for such a trial."""
_MARKS = tuple(MARK + name.encode() for name in STAND_INS)


def freeze(project: Project, python: Path) -> Path:
    """Freeze the program and return its folder; `python` has PyInstaller and all libraries.

    BuildError: PyInstaller failed, or something is in the folder that must not be shipped.
    """
    shutil.rmtree(FROZEN, ignore_errors=True)
    variables = {"QUARTIERDESK_ROOT": str(ROOT), "QUARTIERDESK_VERSION": project.version}
    if sys.platform == "win32":
        variables["QUARTIERDESK_VERSION_FILE"] = str(_version_file(project))
    run(
        [
            python,
            "-m",
            "PyInstaller",
            "--noconfirm",
            "--log-level=WARN",
            f"--distpath={FROZEN}",
            f"--workpath={WORK}",
            MATERIAL / "quartierdesk.spec",
        ],
        variables={
            **variables,
            "PYTHONHASHSEED": "0",
            "SOURCE_DATE_EPOCH": _day(project),
            # The packages are compressed as a whole; unpacking modules would slow each start down.
            "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0",
        },
    )
    folder = FROZEN / "quartierdesk"
    refuse_stand_ins(folder)
    return folder


def refuse_stand_ins(folder: Path) -> None:
    """Raise BuildError if a library is there that only a trial under wine needs.

    It is known by its name, and under any other name by the mark it carries.
    """
    for path in sorted(folder.rglob("*")):
        if path.name.casefold() in STAND_INS or any(mark in _content(path) for mark in _MARKS):
            raise BuildError(
                f"{path.name} ist ein Platzhalter für Versuche und darf nicht ausgeliefert werden."
            )


def refuse_trial(folder: Path) -> None:
    """Raise BuildError if the program was frozen with the interpreter of a trial under wine."""
    for path in sorted(folder.rglob("*")):
        if MARK in _content(path):
            raise BuildError(f"{path.name} stammt aus einem Versuch und wird nicht ausgeliefert.")


def _content(path: Path) -> bytes:
    """Return what is in a library of Windows, nothing of any other file."""
    is_library = path.suffix.casefold() in (".dll", ".pyd", ".exe") and path.is_file()
    return path.read_bytes() if is_library else b""


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
