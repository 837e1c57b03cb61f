"""Which room of the house may import what: downwards only."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.architecture.sources import PACKAGE, Import, Module, imports, layer_of

FOUNDATION = frozenset({"", "errors", "paths", "settings", "files"})


@dataclass(frozen=True)
class Rule:
    """What one layer may import.

    `inner` are other layers, `deferred` further ones inside functions only, `outer` the packages
    of others.
    """

    inner: frozenset[str] = FOUNDATION
    deferred: frozenset[str] = frozenset()
    outer: frozenset[str] = frozenset()


def _rule(inner: str, outer: str, deferred: str = "") -> Rule:
    return Rule(
        FOUNDATION.union(inner.split()), frozenset(deferred.split()), frozenset(outer.split())
    )


RULES = {
    **dict.fromkeys(FOUNDATION, Rule()),
    "domain": Rule(inner=frozenset({"", "errors"})),
    "store": _rule("domain", "sqlalchemy alembic sqlcipher3 psutil"),
    "exchange": _rule("domain", "PIL openpyxl pillow_heif python_calamine lxml"),
    "exports": _rule("domain", "reportlab openpyxl lxml PIL bidi arabic_reshaper pypdfium2 pyphen"),
    "services": _rule("domain store", "sqlalchemy rapidfuzz zxcvbn", "exchange exports"),
    "gui": _rule("domain services", "PySide6 shiboken6 pypdfium2"),
}

# These put everything together, so they may import everything of the program.
COMPOSERS = frozenset({"__main__", "cli", "app"})
QT = frozenset({"PySide6", "shiboken6"})
QT_LAYERS = frozenset({"gui", "app"})

NETWORK_NAMES = """
aiohttp ftplib http httpx imaplib nntplib poplib requests smtplib socket socketserver ssl telnetlib
urllib.error urllib.request urllib.robotparser urllib3 websockets wsgiref xmlrpc
PySide6.QtHttpServer PySide6.QtNetwork PySide6.QtNetworkAuth PySide6.QtWebChannel
PySide6.QtWebEngineCore PySide6.QtWebEngineQuick PySide6.QtWebEngineWidgets PySide6.QtWebSockets
PySide6.QtWebView
"""
NETWORK = frozenset(NETWORK_NAMES.split())
# Sockets within the machine, by which a second start finds the first.
LOCAL_SOCKETS = frozenset({"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"})


def violations(modules: Iterable[Module]) -> list[str]:
    """Return one line for each import that breaks the rules."""
    return [
        f"{module.place}:{found.line} imports {found.target}: {reason}"
        for module in modules
        for found in imports(module)
        for reason in _reasons(module, found)
    ]


def _reasons(module: Module, found: Import) -> Iterator[str]:
    if module.layer not in RULES and module.layer not in COMPOSERS:
        yield f"the layer {module.layer} has no rule yet"
    elif found.target.partition(".")[0] == PACKAGE:
        yield from _inner_reasons(module, found)
    else:
        yield from _outer_reasons(module.layer, found.target)


def _inner_reasons(module: Module, found: Import) -> Iterator[str]:
    target = layer_of(found.target)
    if target not in RULES and target not in COMPOSERS:
        target = ""  # a name that the root itself defines, such as the version
    if module.layer in COMPOSERS or target == module.layer:
        return
    rule = RULES[module.layer]
    if target in rule.deferred:
        if not found.deferred:
            yield f"{module.layer} may import {target} inside functions only"
    elif target not in rule.inner:
        yield f"{module.layer} must not know {target}"


def _outer_reasons(layer: str, target: str) -> Iterator[str]:
    package = target.partition(".")[0]
    if target not in LOCAL_SOCKETS and any(f"{target}.".startswith(f"{n}.") for n in NETWORK):
        yield "the program works without a network"
    if package in sys.stdlib_module_names:
        return
    if package in QT and layer not in QT_LAYERS:
        yield "Qt belongs in gui and app"
    elif layer not in COMPOSERS and package not in RULES[layer].outer:
        yield f"{layer or PACKAGE} must not use {package}"
