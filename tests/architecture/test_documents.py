"""The papers of the project agree with each other: version, change log, licence, locks."""

import re
import tomllib
from datetime import date
from typing import Any

import pytest

import quartierdesk
from dev import locked_names
from tests.support import ROOT

HEADING = re.compile(r"^## (?P<version>\d+\.\d+\.\d+) – (?P<day>\d{4}-\d{2}-\d{2})$")


def text_of(name: str) -> str:
    """Return a file of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    """Return the project's table in pyproject.toml."""
    table: dict[str, Any] = tomllib.loads(text_of("pyproject.toml"))["project"]
    return table


def changes(text: str) -> list[tuple[str, date, list[str]]]:
    """Return version, day and entries of each section of a change log, as they stand.

    Raises ValueError for a heading that does not read `## 1.2.3 – 2026-01-31`.
    """
    sections: list[tuple[str, date, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("## "):
            heading = HEADING.match(line)
            if not heading:
                raise ValueError(line)
            sections.append((heading["version"], date.fromisoformat(heading["day"]), []))
        elif line.startswith("- ") and sections:
            sections[-1][2].append(line)
    return sections


def test_the_change_log_has_dated_sections_newest_first() -> None:
    sections = changes(text_of("CHANGELOG.md"))
    days = [day for _, day, _ in sections]

    assert sections
    assert days == sorted(days, reverse=True)
    assert [version for version, _, entries in sections if not entries] == []


def test_a_wrong_heading_of_the_change_log_is_found() -> None:
    with pytest.raises(ValueError, match="morgen"):
        changes("# Änderungen\n\n## 0.2.0 – morgen\n- Neu\n")


def test_the_version_is_the_same_everywhere(project: dict[str, Any]) -> None:
    newest, day, _ = changes(text_of("CHANGELOG.md"))[0]
    public = text_of("publiccode.yml")

    assert project["version"] == quartierdesk.__version__ == newest
    assert f'\nsoftwareVersion: "{newest}"\n' in public
    assert f'\nreleaseDate: "{day}"\n' in public


def test_the_licence_is_named_and_complete(project: dict[str, Any]) -> None:
    licence = text_of("LICENSE")
    articles = re.findall(r"^(\d+)\. \w", licence, flags=re.MULTILINE)

    assert project["license"] == "EUPL-1.2"
    assert "\n  license: EUPL-1.2\n" in text_of("publiccode.yml")
    assert articles == [str(number) for number in range(1, 16)]
    assert "\nAppendix\n" in licence


def test_the_locks_hold_what_the_project_asks_for(project: dict[str, Any]) -> None:
    runtime, developer = text_of("requirements.lock"), text_of("requirements-dev.lock")
    dev_extra = project["optional-dependencies"]["dev"]

    assert (
        pins(project["dependencies"]) <= pins(runtime.splitlines()) <= pins(developer.splitlines())
    )
    assert pins(dev_extra) <= pins(developer.splitlines())


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_has_its_hashes_and_no_address(name: str) -> None:
    text = text_of(name)
    entries = re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:]

    assert len(entries) == len(locked_names(text))
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text


def pins(lines: list[str]) -> set[str]:
    """Return the packages and versions that lines of requirements pin."""
    found = (line.split(" ")[0].lower() for line in lines if re.match(r"\w[^ ]*==", line))
    return {re.sub(r"\[.*?\]", "", pin) for pin in found}
