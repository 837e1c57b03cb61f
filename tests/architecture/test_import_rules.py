"""Imports go downwards only, and nothing reaches for the network."""

import subprocess
import sys

import pytest

from tests.architecture.rules import COMPOSERS, RULES, violations
from tests.architecture.sources import Module, imports, program_modules
from tests.support import child_environment

FOR_TYPES_ONLY = """
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from quartierdesk.exchange.packages import Package
"""


def module(name: str, source: str) -> Module:
    """Return a source that stands in no file."""
    return Module(name, name.replace(".", "/") + ".py", source)


def test_the_program_keeps_the_rules() -> None:
    assert violations(program_modules()) == []


def test_every_room_of_the_program_has_a_rule() -> None:
    assert {module.layer for module in program_modules()} <= RULES.keys() | COMPOSERS


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("quartierdesk.errors", "import quartierdesk.domain.text"),
        ("quartierdesk.files", "import sqlalchemy"),
        ("quartierdesk.domain.poll", "from quartierdesk.store import engine"),
        ("quartierdesk.domain.poll", "from quartierdesk import files"),
        ("quartierdesk.domain.poll", "from ..store.engine import connect"),
        ("quartierdesk.domain.poll", "def late():\n    import sqlalchemy"),
        ("quartierdesk.store.engine", "import quartierdesk.services.polls as polls"),
        ("quartierdesk.store.engine", "from .. import services"),
        ("quartierdesk.store.engine", "import openpyxl"),
        ("quartierdesk.exchange.excel", "from quartierdesk.store.workspace import Workspace"),
        ("quartierdesk.exchange.excel", "from quartierdesk import exports"),
        ("quartierdesk.exports.pdf", "from quartierdesk.exchange import packages"),
        ("quartierdesk.services.polls", "from quartierdesk.exchange import packages"),
        ("quartierdesk.services.polls", "if True:\n    from quartierdesk.exports import pdf"),
        ("quartierdesk.services.polls", "import openpyxl"),
        ("quartierdesk.services.polls", "from quartierdesk.cli import main"),
        ("quartierdesk.services.polls", "from PySide6 import QtCore"),
        ("quartierdesk.gui.pages.items", "from quartierdesk.store import workspace"),
        ("quartierdesk.gui.pages.items", "import sqlalchemy.orm"),
        ("quartierdesk.gui.pages.items", "def late():\n    from quartierdesk.exports import pdf"),
        ("quartierdesk.gui.pages.items", "from ...exchange import packages"),
        ("quartierdesk.cli.main", "import PySide6"),
        ("quartierdesk.__main__", "from PySide6.QtWidgets import QApplication"),
        ("quartierdesk.utils", "import os"),
    ],
)
def test_a_forbidden_import_is_found(name: str, source: str) -> None:
    assert len(violations([module(name, source)])) == 1


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("quartierdesk.store.engine", "import socket"),
        ("quartierdesk.cli.main", "def late():\n    from urllib.request import urlopen"),
        ("quartierdesk.cli.main", "from urllib import request"),
        ("quartierdesk.app", "import http.client"),
        ("quartierdesk.app", "import importlib\nimportlib.import_module('ssl')"),
        ("quartierdesk.gui.instance", "from PySide6 import QtNetwork"),
        ("quartierdesk.gui.instance", "from PySide6.QtNetwork import QTcpSocket"),
    ],
)
def test_a_network_import_is_found_everywhere(name: str, source: str) -> None:
    assert len(violations([module(name, source)])) == 1


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("quartierdesk.domain.poll", "from quartierdesk.errors import UserError\nimport decimal"),
        ("quartierdesk.domain.poll", "from . import ranking\nfrom .text import fold"),
        ("quartierdesk.store.engine", "from quartierdesk import __version__"),
        ("quartierdesk.store.engine", "from ..domain.identity import new_id\nimport sqlalchemy"),
        ("quartierdesk.services.polls", "def late():\n    from quartierdesk.exports import pdf"),
        ("quartierdesk.services.polls", FOR_TYPES_ONLY),
        ("quartierdesk.gui.instance", "from PySide6.QtNetwork import QLocalServer"),
        ("quartierdesk.cli.main", "import sqlalchemy\nfrom quartierdesk import gui, store"),
        ("quartierdesk.exports.links", "from urllib.parse import quote"),
    ],
)
def test_an_allowed_import_passes(name: str, source: str) -> None:
    assert violations([module(name, source)]) == []


def test_relative_imports_are_resolved_from_modules_and_packages() -> None:
    inside = Module("quartierdesk.store.schema", "x.py", "from ..base import Row", is_package=True)
    beside = Module("quartierdesk.store.engine", "x.py", "from .base import Row")

    assert [found.target for found in imports(inside)] == ["quartierdesk.store.base.Row"]
    assert [found.target for found in imports(beside)] == ["quartierdesk.store.base.Row"]


def test_services_can_be_imported_without_qt() -> None:
    code = """
import importlib, pkgutil, sys
import quartierdesk.services as services
for found in pkgutil.walk_packages(services.__path__, "quartierdesk.services."):
    importlib.import_module(found.name)
print([name for name in sys.modules if name.partition(".")[0] in ("PySide6", "shiboken6")])
"""
    finished = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=child_environment(),
    )

    assert finished.returncode == 0, finished.stderr
    assert finished.stdout.strip() == "[]"
