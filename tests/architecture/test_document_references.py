"""What the papers name exists: files, modules and their contents, links, commands and options."""

import argparse
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import dev
from quartierdesk.cli import parser
from tests.support import ROOT

PAPERS = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
PACKAGES = ("domain", "store", "exchange", "exports", "services", "gui", "cli", "quartierdesk")
SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)")
# Names of files that the program, a build or a reader makes; they lie in no checkout.
MADE_LATER = (
    "build/",
    "dist/",
    "name.quartier",
    ".name.",
    "installation.json",
    "bestandteile.cdx.json",
)
PLACEHOLDER = re.compile(r"[<*…]|DATEI|tisch\d|zurück|XDialog")


def names_of(paper: Path) -> Iterator[str]:
    """Yield what stands in code type in a paper, without what only shows a form."""
    for name in SPAN.findall(paper.read_text(encoding="utf-8")):
        if not PLACEHOLDER.search(name) and not name.startswith(MADE_LATER):
            yield name


def is_path(name: str) -> bool:
    """Tell whether something in code type names a file or a folder of the project."""
    known = r"py|md|ui|json|toml|lock|yml|sql|sh|pdf|ts"
    return bool(re.fullmatch(rf"[\w./-]+(?:\.(?:{known})|/)", name)) or bool(
        re.fullmatch(r"(?:quartierdesk|tests|resources|docs|forms|tools|store|gui)/[\w./-]+", name)
    )


def file_exists(name: str) -> bool:
    """Tell whether a path or the end of one names something in the project."""
    tail = name.rstrip("/")
    if any((folder / tail).exists() for folder in (ROOT, ROOT / "quartierdesk", ROOT / "docs")):
        return True
    return any(
        any((ROOT / top).rglob(tail)) for top in ("quartierdesk", "tests", "resources", "installer")
    )


def dotted_exists(name: str) -> bool:
    """Tell whether a dotted name leads from a module of the program to something it defines."""
    path = name.removeprefix("quartierdesk.").split(".")
    for length in range(len(path), 0, -1):
        try:
            found: object = importlib.import_module(".".join(["quartierdesk", *path[:length]]))
        except ModuleNotFoundError:
            continue
        for part in path[length:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_file_named_in_a_paper_exists(paper: Path) -> None:
    assert [name for name in names_of(paper) if is_path(name) and not file_exists(name)] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_module_named_in_a_paper_exists(paper: Path) -> None:
    dotted = [
        name.partition("(")[0]
        for name in names_of(paper)
        if re.fullmatch(rf"(?:{'|'.join(PACKAGES)})(?:\.\w+)+(?:\(.*\))?", name)
        and not is_path(name)
    ]

    assert [name for name in dotted if not dotted_exists(name)] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_what_a_paper_names_in_a_module_is_there(paper: Path) -> None:
    assert [name for name in names_of(paper) if not said_of_a_module_is_true(name)] == []


def said_of_a_module_is_true(name: str) -> bool:
    """Tell whether the last word of „module.thing“ stands anywhere in the program.

    What goes before the point is a module, a table or a variable; which of them, a paper says.
    """
    parts = re.fullmatch(r"\w+\.(_?[a-zA-Z]\w*)(?:\(.*\))?", name)
    if not parts or is_path(name):
        return True
    word = re.compile(rf"\b{parts[1]}\b")
    modules = (ROOT / "quartierdesk").rglob("*.py")
    return any(word.search(module.read_text(encoding="utf-8")) for module in modules)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_link_in_a_paper_leads_somewhere(paper: Path) -> None:
    links = LINK.findall(paper.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link and not link.startswith("mailto:")]

    assert [link for link in local if not (paper.parent / link).exists()] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_command_named_in_a_paper_exists(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8")
    of_dev = re.findall(r"dev\.py ([a-z][a-z0-9-]*)", text)
    of_program = re.findall(r"(?:dev\.py run|quartierdesk(?:-cli)?) ([a-z][a-z-]+)\b(?!/)", text)

    assert [name for name in of_dev if name not in dev.COMMANDS] == []
    assert [name for name in of_program if name not in options()] == []


def test_the_table_of_commands_is_complete_and_names_every_option() -> None:
    table = (ROOT / "docs/command_line.md").read_text(encoding="utf-8")
    rows = [row.split(" | ")[0] for row in table.splitlines() if row.startswith("| `")]
    named = {
        call.split()[0].strip("[]"): set(re.findall(r"--[a-z-]+", call))
        for row in rows
        for call in SPAN.findall(row)
    }

    assert named == options()


def options() -> dict[str, set[str]]:
    """Return the options of each command of the program."""
    found = {}
    for command in parser._COMMANDS:
        declared = argparse.ArgumentParser(add_help=False)
        command.declare(declared)
        found[command.name] = {
            name for action in declared._actions for name in action.option_strings
        }
    return found


@pytest.mark.parametrize("name", ["store/nowhere.py", "tests/data/nothing", "quartierdesk/x/"])
def test_a_missing_file_is_found(name: str) -> None:
    assert is_path(name)
    assert not file_exists(name)


@pytest.mark.parametrize("name", ["records.invent", "ops._Nothing(x)"])
def test_a_missing_thing_in_a_module_is_found(name: str) -> None:
    assert not said_of_a_module_is_true(name)


@pytest.mark.parametrize("name", ["services.protocols.invent", "domain.nothing"])
def test_a_missing_module_is_found(name: str) -> None:
    assert not dotted_exists(name)
