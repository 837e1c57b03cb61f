"""What the installers say about the program, read from pyproject.toml, and where things lie."""

import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# A trial under wine shares the folder of the project with Linux.
BUILD = ROOT / "build" / "windows" if sys.platform == "win32" else ROOT / "build"
DIST = ROOT / "dist"
MATERIAL = Path(__file__).resolve().parent
APP_ICONS = ROOT / "resources" / "app"
NAME = "QuartierDesk"
COMMAND = "quartierdesk"
IDENTITY = "de.quartierdesk.QuartierDesk"


class BuildError(Exception):
    """What stops the build and can be mended; its text is shown as it is."""


@dataclass(frozen=True, slots=True)
class Project:
    """Name, version and licence of the program; `released` is the day of the newest change."""

    version: str
    description: str
    licence: str
    released: str


def read_project(root: Path = ROOT) -> Project:
    """Return what pyproject.toml and the change log say. KeyError: something is missing."""
    stated = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    heading = f"## {stated['version']} – "
    lines = (root / "CHANGELOG.md").read_text("utf-8").splitlines()
    days = [line.removeprefix(heading).strip() for line in lines if line.startswith(heading)]
    if not days:
        raise BuildError(f"CHANGELOG.md hat keinen Abschnitt für die Fassung {stated['version']}.")
    return Project(stated["version"], stated["description"], stated["license"], days[0])


def filled(template: Path, **values: str) -> str:
    """Return the text of `template` with each `@NAME@` replaced by the value of that name.

    BuildError: a place was left over.
    """
    text = template.read_text("utf-8")
    for name, value in values.items():
        text = text.replace(f"@{name.upper()}@", value)
    if "@" in text:
        left = next(word for word in text.split() if "@" in word)
        raise BuildError(f"In {template.name} ist „{left}“ nicht ausgefüllt.")
    return text
