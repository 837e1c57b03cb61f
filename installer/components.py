"""Which works of others are inside the frozen program, and under which licence each stands."""

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib.metadata import Distribution, distributions
from pathlib import Path

from installer.inside import LISTED, Component, works_inside
from installer.project import MATERIAL, ROOT, BuildError, Project

LICENCES = MATERIAL / "licences"


# What others have put inside their packages, or what they leave unsaid: licence and texts.
_SAID_HERE = {
    "pyside6-essentials": (
        "LGPL-3.0-only",
        ("LGPL-3.0.txt", "GPL-3.0.txt", "Qt.txt", "Qt-parts.txt"),
    ),
    "shiboken6": ("LGPL-3.0-only", ("LGPL-3.0.txt", "GPL-3.0.txt")),
    "sqlcipher3": ("Zlib", ("SQLCipher.txt", "Apache-2.0.txt")),
    "python-bidi": ("LGPL-3.0-only", ()),
    "pyphen": ("LGPL-2.1-or-later", ()),
    # Its wheels carry libheif and libde265 (LGPL) and x265 (GPL), which GPL and EUPL allow.
    "pillow-heif": (
        "BSD-3-Clause AND LGPL-3.0-only AND GPL-2.0-or-later",
        ("LGPL-3.0.txt", "GPL-2.0.txt", "GPL-3.0.txt"),
    ),
    "pyinstaller": ("GPL-2.0-or-later WITH Bootloader-exception", ()),
    "pypdfium2": ("BSD-3-Clause", ()),
    "reportlab": ("BSD-3-Clause", ()),
    "rl-accel": ("BSD-3-Clause", ()),
}
_DEBIAN_LICENCE = re.compile(r"^License:[ \t]*(\S.*)$", re.M)
_TEXT_OF_LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.I)


def normal(name: str) -> str:
    """Return the name of a package in the form in which names are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def own_components(project: Project, files: Iterable[str] = ()) -> list[Component]:
    """Return the program itself, its fonts and its icons; `files` are those of our own shipped.

    BuildError: a font has no licence beside it.
    """
    fonts = ROOT / "resources" / "fonts"
    icons = ROOT / "resources" / "icons"
    own = [Component("QuartierDesk", project.version, project.licence, "", (ROOT / "LICENSE",))]
    left = set(files)
    for text in sorted(fonts.glob("OFL-*.txt")):
        family = text.stem.removeprefix("OFL-")
        shipped = {name for name in left if name.rpartition("/")[2].startswith(f"{family}-")}
        left -= shipped
        own.append(Component(f"{family} (Schrift)", "", "OFL-1.1", "", (text,), sorted(shipped)))
    if left:
        raise BuildError(f"„{min(left)}“ hat keine Lizenz neben sich.")
    tabler = "pkg:npm/%40tabler/icons@3.51.0"
    return [*own, Component("Tabler Icons", "3.51.0", "MIT", tabler, (icons / "LICENSE",))]


def components(entries: Iterable[tuple[str, Path]], project: Project) -> list[Component]:
    """Return the works from which frozen files come, each once, in the order of names.

    `entries` are the names of the files in the frozen program, and where they come from. Has to
    run in the interpreter whose libraries were frozen. BuildError: a file belongs to nothing that
    is known, or a work says nothing about its licence.
    """
    by_file = _files_of_distributions()
    packages: dict[str, Distribution] = {}
    files: dict[str, set[str]] = {}
    own: set[str] = set()
    system: dict[Path, str] = {}
    for name, origin in {(name.replace("\\", "/"), path.absolute()) for name, path in entries}:
        # A module of Python may be called like a library: ctypes.macholib.dylib.
        listed = {name} if LISTED.search(name) and origin.suffix != ".py" else set()
        if (owner := by_file.get(origin)) is not None:
            packages[normal(owner.name)] = owner
            files.setdefault(normal(owner.name), set()).update(listed)
        elif origin.is_relative_to(ROOT / "quartierdesk") or _is_own(origin):
            own |= listed
        else:
            system[origin] = name if listed else ""
    packages["pyinstaller"] = next(d for d in distributions() if normal(d.name) == "pyinstaller")
    found = [*own_components(project, own), *_of_system(system)]
    for name, owner in packages.items():
        shipped = sorted(files.get(name, ()))
        found += works_inside(name, replace(_of_distribution(owner), files=shipped))
    for component in found:
        if not component.licence or not component.texts:
            raise BuildError(f"Von „{component.name}“ ist die Lizenz nicht bekannt.")
    return sorted(found, key=lambda component: component.name.casefold())


def _is_own(origin: Path) -> bool:
    own = ("resources", "forms", "LICENSE", "CHANGELOG.md", "build", "installer")
    return any(origin.is_relative_to(ROOT / name) for name in own) and "umgebung" not in str(origin)


def _files_of_distributions() -> dict[Path, Distribution]:
    return {
        Path(str(owner.locate_file(file))).absolute(): owner
        for owner in distributions()
        for file in owner.files or ()
    }


def _of_distribution(owner: Distribution) -> Component:
    name = normal(owner.name)
    said, more = _SAID_HERE.get(name, ("", ()))
    stated = owner.metadata.json.get("license_expression") or owner.metadata.json.get("license")
    texts = [
        Path(str(owner.locate_file(file)))
        for file in owner.files or ()
        if ".dist-info" in str(file) and _TEXT_OF_LICENCE.search(str(file).partition("/")[2])
    ]
    return Component(
        owner.name,
        owner.version,
        said or str(stated or "").partition("\n")[0],
        f"pkg:pypi/{name}@{owner.version}",
        (*(LICENCES / text for text in more), *(text for text in texts if text.is_file())),
    )


def _of_system(origins: Mapping[Path, str]) -> list[Component]:
    """Return the interpreter and, on Debian, the packages whose libraries were taken along."""
    homes = {Path(sys.base_prefix).resolve(), Path(sysconfig.get_path("stdlib")).resolve()}
    foreign = {path for path in origins if not any(path.is_relative_to(home) for home in homes)}
    python = Component(
        "Python",
        sys.version.split()[0],
        "PSF-2.0",
        f"pkg:generic/python@{sys.version.split()[0]}",
        (_python_licence(),),
        sorted(name for path, name in origins.items() if name and path not in foreign),
    )
    owners = _debian_owners(foreign)
    return [
        python,
        *(
            replace(_of_debian(name), files=sorted(origins[path] for path in paths))
            for name, paths in sorted(owners.items())
        ),
    ]


def _python_licence() -> Path:
    homes = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    places = [home / "LICENSE.txt" for home in homes] + [
        Path(f"/usr/share/doc/python3.{sys.version_info[1]}/copyright"),
        Path(f"/usr/share/doc/libpython3.{sys.version_info[1]}-minimal/copyright"),
    ]
    for place in places:
        if place.is_file():
            return place
    raise BuildError("Der Text der Lizenz von Python ist auf diesem Rechner nicht zu finden.")


def _debian_owners(origins: Iterable[Path]) -> dict[str, list[Path]]:
    """Return which of the files each Debian package holds."""
    owners: dict[str, list[Path]] = {}
    for origin in sorted(origins):
        if shutil.which("dpkg") is None:
            raise BuildError(f"Woher „{origin}“ kommt, ist nicht bekannt.")
        # Both names of a folder that Debian has merged: the database knows only one of them.
        short = str(origin).removeprefix("/usr")
        for place in (short, f"/usr{short}"):
            asked = subprocess.run(
                ["dpkg", "-S", place], check=False, capture_output=True, encoding="utf-8"
            )
            if asked.returncode == 0:
                name = asked.stdout.partition(":")[0].split(",")[0].strip()
                owners.setdefault(name, []).append(origin)
                break
        else:
            raise BuildError(f"Woher „{origin}“ kommt, ist nicht bekannt.")
    return owners


def _of_debian(name: str) -> Component:
    asked = subprocess.run(
        ["dpkg-query", "-W", "-f=${Version}", name],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    text = Path("/usr/share/doc") / name / "copyright"
    version = asked.stdout.strip().splitlines()[0] if asked.stdout else ""
    return Component(
        f"{name} (Debian)",
        version,
        _licences_named_in(text),
        f"pkg:deb/debian/{name}@{version}",
        (text,) if text.is_file() else (),
    )


def _licences_named_in(text: Path) -> str:
    """Return the names of the licences in a machine-readable copyright file of Debian."""
    content = text.read_text("utf-8", errors="replace") if text.is_file() else ""
    names = dict.fromkeys(name.strip() for name in _DEBIAN_LICENCE.findall(content))
    return ", ".join(names) or "siehe Text"
